// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/cosignature.h"

#include <algorithm>

namespace plumbline {
namespace {

constexpr std::size_t timeBytes = 8;

Result<void> checkKinds(std::span<const NoteVerifier> logKeys,
                        std::span<const NoteVerifier> witnesses) {
  const auto wrong = [](const NoteVerifier& verifier) {
    return Error{ErrorCode::Usage, "the key is of the wrong kind for its job", {}, verifier.name()};
  };
  for (const NoteVerifier& log : logKeys) {
    if (log.type() != NoteKeyType::Ed25519) return wrong(log);
    if (log.name() != logKeys.front().name()) {
      return Error{ErrorCode::Usage, "the keys are of several logs", {}, log.name()};
    }
  }
  for (const NoteVerifier& witness : witnesses) {
    if (witness.type() != NoteKeyType::CosignatureV1) return wrong(witness);
  }
  return {};
}

auto signedBy(const NoteSignature& signature) {
  return [&signature](const NoteVerifier& verifier) {
    return verifier.name() == signature.name && verifier.keyId() == signature.keyId;
  };
}

}  // namespace

std::optional<CosignatureBlob> CosignatureBlob::split(ByteView blob) {
  CosignatureBlob out;
  if (blob.size() != timeBytes + out.signature.size()) return std::nullopt;
  for (const std::byte byte : blob.first(timeBytes)) {
    out.time = out.time << 8 | std::to_integer<std::uint64_t>(byte);
  }
  if (out.time >> 63 != 0) return std::nullopt;
  std::copy_n(blob.begin() + timeBytes, out.signature.size(), out.signature.begin());
  return out;
}

std::string cosignatureMessage(std::string_view checkpointText, std::uint64_t time) {
  std::string message = "cosignature/v1\ntime " + std::to_string(time) + "\n";
  message += checkpointText;
  return message;
}

Result<NoteSignature> cosignCheckpoint(const Checkpoint& checkpoint, const std::string& name,
                                       const PrivateKey& key, std::uint64_t time) {
  if (!isNoteName(name)) {
    return Error{ErrorCode::Malformed,
                 "the key name is empty or has a space, a plus or a sign that cannot be seen"};
  }
  if (time >> 63 != 0) return Error{ErrorCode::Malformed, "the time is not below 2^63"};
  const std::string text = checkpoint.text();
  PLUMBLINE_CHECK(parseCheckpointText(text));
  const auto verifier = NoteVerifier::fromKey(name, NoteKeyType::CosignatureV1, key.publicKey());
  NoteSignature line{name, verifier.keyId(), {}};
  for (std::size_t i = 0; i < timeBytes; ++i) {
    line.blob.push_back(static_cast<std::byte>(time >> (56 - 8 * i) & 0xFFu));
  }
  const SignatureBytes signature = key.sign(bytesOf(cosignatureMessage(text, time)));
  line.blob.insert(line.blob.end(), signature.begin(), signature.end());
  return line;
}

Result<CosignedCheckpoint> openCosignedCheckpoint(std::string_view note,
                                                  std::span<const NoteVerifier> logKeys,
                                                  std::span<const NoteVerifier> witnesses) {
  PLUMBLINE_CHECK(checkKinds(logKeys, witnesses));
  std::vector<NoteVerifier> known(logKeys.begin(), logKeys.end());
  known.insert(known.end(), witnesses.begin(), witnesses.end());
  PLUMBLINE_TRY(opened, openNote(note, known));
  PLUMBLINE_TRY(checkpoint, parseCheckpointOf(opened, logKeys));
  CosignedCheckpoint out{std::move(checkpoint), {}, opened.unverified.size()};
  for (const NoteSignature& signature : opened.verified) {
    const auto witness = std::find_if(witnesses.begin(), witnesses.end(), signedBy(signature));
    if (witness == witnesses.end()) continue;
    const auto blob = CosignatureBlob::split(signature.blob);
    if (!blob) continue;
    out.cosignatures.push_back({signature.name, witness->key(), blob->time, blob->signature});
  }
  return out;
}

}  // namespace plumbline
