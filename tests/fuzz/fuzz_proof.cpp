// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A tlog-proof that is accepted is what its parts are written as; so is a request to a witness.
// Neither proves anything under a key that signed nothing.
#include "crypto/proof.h"
#include "crypto/witness.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

namespace {

constexpr const char* origin = "plant.example/log";

NoteVerifier knownLog() {
  return NoteVerifier::fromKey(origin, NoteKeyType::Ed25519, PrivateKey::generate().publicKey());
}

void checkProof(std::string_view text, const NoteVerifier& log) {
  const auto proof = parseTlogProof(text);
  if (!proof) return;
  fuzz::require(formatTlogProof(*proof) == text);
  fuzz::require(!verifyTlogProof(*proof, bytesOf("entry 2"), log));
}

void checkRequest(std::string_view text, const NoteVerifier& log) {
  const auto request = parseWitnessRequest(text);
  if (!request) return;
  std::string written = "old " + std::to_string(request->oldSize) + "\n";
  for (const Hash& hash : request->proof) written += hash.base64() + "\n";
  fuzz::require(written + "\n" + request->checkpoint == text);
  const WitnessAnswer answer = answerAddCheckpoint(*request, {&log, 1}, std::nullopt);
  fuzz::require(answer.decision == WitnessDecision::Forbidden);
}

}  // namespace

std::vector<std::string> plumbline::fuzz::seeds() {
  std::vector<Hash> leaves;
  for (int i = 0; i < 6; ++i) leaves.push_back(leafHash(bytesOf("entry " + std::to_string(i))));
  const PrivateKey signer = PrivateKey::fromSeed(Bytes(32, std::byte{5})).value();
  const std::string note = signCheckpoint({origin, 6, treeRoot(leaves)}, signer).value();
  const TlogProof proof{toBytes("extra"), 2, inclusionProof(leaves, 2).value(), note};
  std::string request = "old 4\n";
  const auto consistency = consistencyProof(leaves, 4).value();
  for (const Hash& hash : consistency) request += hash.base64() + "\n";
  return {formatTlogProof(proof), request + "\n" + note, "c2sp.org/tlog-proof@v1\nindex 0\n\nc\n"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const NoteVerifier log = knownLog();
  const std::string_view text = fuzz::textOfInput(data, size);
  checkProof(text, log);
  checkRequest(text, log);
  return 0;
}
