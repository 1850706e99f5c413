// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/note.h"

#include <algorithm>

#include "crypto/cosignature.h"
#include "crypto/text_lines.h"

namespace plumbline {
namespace {

// C2SP asks for at least 16 signatures and for signatures of 5 kB; Go's sumdb allows 100.
constexpr std::size_t maxSignatures = 100;
constexpr std::size_t maxNoteBytes = 1u << 20;
constexpr std::string_view signaturePrefix = "\xE2\x80\x94 ";  // U+2014, space

Error malformed(Message message) {
  return Error{ErrorCode::Malformed, std::move(message)};
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

/// `line` is one signature line without its newline, `number` its place in the note.
Result<NoteSignature> parseSignatureLine(std::string_view line, std::int64_t number) {
  const auto bad = [number](Message message) {
    return errorAtLine(number, ErrorCode::Malformed, std::move(message));
  };
  if (!line.starts_with(signaturePrefix)) return bad("a signature line has no em dash");
  line.remove_prefix(signaturePrefix.size());
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) return bad("a signature line has no signature");
  const std::string_view name = line.substr(0, space);
  if (!isNoteName(name)) return bad("a signature line has a bad key name");
  const auto bytes = fromBase64(line.substr(space + 1));
  if (!bytes || bytes->size() < 5) return bad("a signature line has bad base64");
  NoteSignature signature;
  signature.name = name;
  for (std::size_t i = 0; i < 4; ++i) {
    signature.keyId = signature.keyId << 8 | std::to_integer<std::uint32_t>((*bytes)[i]);
  }
  signature.blob.assign(bytes->begin() + 4, bytes->end());
  return signature;
}

bool verifies(const NoteVerifier& verifier, std::string_view text, const NoteSignature& signature) {
  switch (verifier.type()) {
    case NoteKeyType::Ed25519:
      return verifier.key().verify(bytesOf(text), signature.blob);
    case NoteKeyType::CosignatureV1: {
      const auto blob = CosignatureBlob::split(signature.blob);
      return blob &&
             verifier.key().verify(bytesOf(cosignatureMessage(text, blob->time)), blob->signature);
    }
  }
  return false;
}

/// Number of the line after the text and its blank line.
std::int64_t firstSignatureLine(std::string_view text) {
  return std::count(text.begin(), text.end(), '\n') + 2;
}

bool sameKey(const NoteSignature& a, const NoteSignature& b) {
  return a.name == b.name && a.keyId == b.keyId;
}

/// The verifier of this name and id, nullptr where there is none. Errors: Duplicate.
Result<const NoteVerifier*> verifierOf(const NoteSignature& signature,
                                       std::span<const NoteVerifier> known, std::int64_t line) {
  const NoteVerifier* found = nullptr;
  for (const NoteVerifier& verifier : known) {
    if (verifier.name() != signature.name || verifier.keyId() != signature.keyId) continue;
    if (found != nullptr) {
      return errorAtLine(line, ErrorCode::Duplicate, "two known keys have one name and id",
                         verifier.name());
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
  if (split == std::string_view::npos) {
    return errorAtLine(std::count(note.begin(), note.end(), '\n') + 1, ErrorCode::Malformed,
                       "the note has no signature block");
  }
  Note out;
  out.text = note.substr(0, split + 1);
  const std::string_view block = note.substr(split + 2);
  const std::int64_t firstLine = firstSignatureLine(out.text);
  if (block.empty() || block.back() != '\n') {
    return errorAtLine(firstLine + std::count(block.begin(), block.end(), '\n'),
                       ErrorCode::Malformed, "the signature block is not ended");
  }
  LineReader lines(block);
  while (const auto line = lines.next()) {
    const std::int64_t number = firstLine + lines.line() - 1;
    if (out.unverified.size() == maxSignatures) {
      return errorAtLine(number, ErrorCode::Malformed, "the note has over 100 signatures");
    }
    PLUMBLINE_TRY(signature, parseSignatureLine(*line, number));
    out.unverified.push_back(std::move(signature));
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
  std::int64_t line = firstSignatureLine(out.text) - 1;
  for (NoteSignature& signature : parsed.unverified) {
    ++line;
    const auto sameSigner = [&](const NoteSignature& other) { return sameKey(signature, other); };
    const auto sameLine = [&](const NoteSignature& other) {
      return sameKey(signature, other) && signature.blob == other.blob;
    };
    PLUMBLINE_TRY(verifier, verifierOf(signature, known, line));
    if (verifier == nullptr) {
      if (!listed(out.unverified, sameLine)) out.unverified.push_back(std::move(signature));
      continue;
    }
    if (!verifies(*verifier, out.text, signature)) {
      return errorAtLine(line, ErrorCode::BadSignature, "the signature of a known key fails",
                         signature.name);
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
  if (!isNoteName(name))
    return malformed("the key name is empty or has a space, a plus or a sign that cannot be seen");
  const auto verifier = NoteVerifier::fromKey(name, NoteKeyType::Ed25519, key.publicKey());
  const SignatureBytes signature = key.sign(bytesOf(text));
  std::string note(text);
  note += "\n" + NoteSignature{name, verifier.keyId(), toBytes(signature)}.line();
  if (note.size() > maxNoteBytes) return malformed("the note is larger than 1 MiB");
  return note;
}

}  // namespace plumbline
