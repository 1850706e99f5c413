// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Under a policy that is accepted all witnesses together reach the quorum, nobody reaches one, and
// one witness more never takes it away.
#include "crypto/policy.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

namespace {

NoteVerifier keyOf(const std::string& name, NoteKeyType type, int number) {
  const Bytes seed(32, static_cast<std::byte>(number));
  return NoteVerifier::fromKey(name, type, PrivateKey::fromSeed(seed).value().publicKey());
}

void checkQuorum(const TlogPolicy& policy) {
  std::vector<PublicKey> cosigners;
  bool met = quorumMet(policy, cosigners);
  fuzz::require(met == policy.quorum.empty());
  for (const PolicyWitness& witness : policy.witnesses) {
    if (!witness.key) continue;
    cosigners.push_back(witness.key->key());
    const bool next = quorumMet(policy, cosigners);
    fuzz::require(next || !met);
    met = next;
  }
  fuzz::require(cosignersOf(policy, cosigners).size() == cosigners.size());
  if (policy.ignored.empty()) fuzz::require(met);
}

}  // namespace

std::vector<std::string> plumbline::fuzz::seeds() {
  std::string policy = "# policy\nlog " +
                       keyOf("plant.example/log", NoteKeyType::Ed25519, 1).vkey() + " https://l\n";
  for (int i = 2; i <= 5; ++i) {
    const std::string name = "W" + std::to_string(i);
    policy += "witness " + name + " " + keyOf(name, NoteKeyType::CosignatureV1, i).vkey() + "\n";
  }
  return {policy + "group a 2 W2 W3 W4\ngroup b all a W5\nquorum b\n", policy + "quorum W3\n",
          "\t quorum  none"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto policy = parseTlogPolicy(fuzz::textOfInput(data, size));
  if (policy) {
    checkQuorum(*policy);
  } else if (policy.error().code != ErrorCode::TooLarge && size > 0) {
    fuzz::require(policy.error().where.row > 0);
  }
  return 0;
}
