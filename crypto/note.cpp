// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/note.h"

#include <algorithm>

namespace plumbline {
namespace {

// C2SP asks for at least 16 signatures and for signatures of 5 kB; Go's sumdb allows 100.
constexpr std::size_t maxSignatures = 100;
constexpr std::size_t maxNoteBytes = 1u << 20;
constexpr std::string_view signaturePrefix = "\xE2\x80\x94 ";  // U+2014, space

Error malformed(std::string message) {
  return Error{ErrorCode::Malformed, std::move(message)};
}

/// A key name for an error, where it need not be complete.
std::string cut(std::string_view name) {
  return std::string(name.substr(0, 80));
}

/// Valid UTF-8 without control characters below U+0020, the newline excepted.
Result<void> checkCharacters(std::string_view text) {
  std::size_t badAt = 0;
  if (!isUtf8(text, &badAt)) {
    return Error{ErrorCode::Malformed, "the note is not UTF-8",
                 Place{.byte = static_cast<std::int64_t>(badAt)}};
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) < 0x20 && text[i] != '\n') {
      return Error{ErrorCode::Malformed, "the note holds a control character",
                   Place{.byte = static_cast<std::int64_t>(i)}};
    }
  }
  return {};
}

/// `line` is one signature line without its newline.
Result<NoteSignature> parseSignatureLine(std::string_view line) {
  if (!line.starts_with(signaturePrefix)) return malformed("a signature line has no em dash");
  line.remove_prefix(signaturePrefix.size());
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) return malformed("a signature line has no signature");
  const std::string_view name = line.substr(0, space);
  if (!isNoteName(name)) return malformed("a signature line has a bad key name");
  const auto bytes = fromBase64(line.substr(space + 1));
  if (!bytes || bytes->size() < 5) return malformed("a signature line has bad base64");
  NoteSignature signature;
  signature.name = name;
  for (std::size_t i = 0; i < 4; ++i) {
    signature.keyId = signature.keyId << 8 | std::to_integer<std::uint32_t>((*bytes)[i]);
  }
  signature.blob.assign(bytes->begin() + 4, bytes->end());
  return signature;
}

/// Message of a C2SP tlog-cosignature v1, whose blob is u64be time || signature.
bool verifyCosignature(const PublicKey& key, std::string_view text, ByteView blob) {
  constexpr std::size_t timeBytes = 8;
  if (blob.size() != timeBytes + SignatureBytes().size()) return false;
  std::uint64_t time = 0;
  for (const std::byte byte : blob.first(timeBytes)) {
    time = time << 8 | std::to_integer<std::uint64_t>(byte);
  }
  if (time >> 63 != 0) return false;
  std::string message = "cosignature/v1\ntime " + std::to_string(time) + "\n";
  message += text;
  return key.verify(bytesOf(message), blob.subspan(timeBytes));
}

bool verifies(const NoteVerifier& verifier, std::string_view text, const NoteSignature& signature) {
  switch (verifier.type()) {
    case NoteKeyType::Ed25519:
      return verifier.key().verify(bytesOf(text), signature.blob);
    case NoteKeyType::CosignatureV1:
      return verifyCosignature(verifier.key(), text, signature.blob);
  }
  return false;
}

bool sameKey(const NoteSignature& a, const NoteSignature& b) {
  return a.name == b.name && a.keyId == b.keyId;
}

/// The verifier of this name and id, nullptr where there is none. Errors: Duplicate.
Result<const NoteVerifier*> verifierOf(const NoteSignature& signature,
                                       std::span<const NoteVerifier> known) {
  const NoteVerifier* found = nullptr;
  for (const NoteVerifier& verifier : known) {
    if (verifier.name() != signature.name || verifier.keyId() != signature.keyId) continue;
    if (found != nullptr) {
      return Error{
          ErrorCode::Duplicate, "two known keys have one name and id", {}, cut(verifier.name())};
    }
    found = &verifier;
  }
  return found;
}

}  // namespace

std::string NoteSignature::line() const {
  Bytes bytes;
  for (int shift = 24; shift >= 0; shift -= 8) {
    bytes.push_back(static_cast<std::byte>(keyId >> shift & 0xFFu));
  }
  bytes.insert(bytes.end(), blob.begin(), blob.end());
  return std::string(signaturePrefix) + name + " " + toBase64(bytes) + "\n";
}

Result<Note> parseNote(std::string_view note) {
  if (note.size() > maxNoteBytes) return malformed("the note is larger than 1 MiB");
  PLUMBLINE_CHECK(checkCharacters(note));
  const std::size_t split = note.rfind("\n\n");
  if (split == std::string_view::npos) return malformed("the note has no signature block");
  Note out;
  out.text = note.substr(0, split + 1);
  std::string_view block = note.substr(split + 2);
  if (block.empty() || block.back() != '\n') return malformed("the signature block is not ended");
  while (!block.empty()) {
    if (out.unverified.size() == maxSignatures)
      return malformed("the note has over 100 signatures");
    const std::size_t end = block.find('\n');
    PLUMBLINE_TRY(signature, parseSignatureLine(block.substr(0, end)));
    out.unverified.push_back(std::move(signature));
    block.remove_prefix(end + 1);
  }
  return out;
}

Result<Note> openNote(std::string_view note, std::span<const NoteVerifier> known) {
  PLUMBLINE_TRY(parsed, parseNote(note));
  Note out;
  out.text = std::move(parsed.text);
  const auto listed = [](const std::vector<NoteSignature>& list, auto&& matches) {
    return std::any_of(list.begin(), list.end(), matches);
  };
  for (NoteSignature& signature : parsed.unverified) {
    const auto sameSigner = [&](const NoteSignature& other) { return sameKey(signature, other); };
    const auto sameLine = [&](const NoteSignature& other) {
      return sameKey(signature, other) && signature.blob == other.blob;
    };
    PLUMBLINE_TRY(verifier, verifierOf(signature, known));
    if (verifier == nullptr) {
      if (!listed(out.unverified, sameLine)) out.unverified.push_back(std::move(signature));
      continue;
    }
    if (!verifies(*verifier, out.text, signature)) {
      return Error{
          ErrorCode::BadSignature, "the signature of a known key fails", {}, cut(signature.name)};
    }
    if (!listed(out.verified, sameSigner)) out.verified.push_back(std::move(signature));
  }
  if (out.verified.empty()) return Error{ErrorCode::NotFound, "no known key signed the note"};
  return out;
}

Result<std::string> signNote(std::string_view text, const std::string& name,
                             const PrivateKey& key) {
  if (text.empty() || text.back() != '\n') return malformed("the text does not end in a newline");
  PLUMBLINE_CHECK(checkCharacters(text));
  if (!isNoteName(name)) return malformed("the key name is empty or has a space or a plus");
  const auto verifier = NoteVerifier::fromKey(name, NoteKeyType::Ed25519, key.publicKey());
  const SignatureBytes signature = key.sign(bytesOf(text));
  std::string note(text);
  note += "\n" + NoteSignature{name, verifier.keyId(), toBytes(signature)}.line();
  if (note.size() > maxNoteBytes) return malformed("the note is larger than 1 MiB");
  return note;
}

}  // namespace plumbline
