// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two trust files: what is accepted is written back to the same keys, and two files together are
// the same whichever comes first, and readable.
#include "model/evidence/trust.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

namespace {

NoteVerifier keyOf(unsigned char seed, const char* name, NoteKeyType type) {
  const auto key = PrivateKey::fromSeed(Bytes(32, std::byte{seed})).value();
  return NoteVerifier::fromKey(name, type, key.publicKey());
}

void checkParties(std::string_view a, std::string_view b) {
  if (const auto strict = parseParties(a)) {
    std::string text;
    for (const PartyKey& party : *strict) text += partiesLine(party.role, party.id, party.key);
    const auto again = parseParties(text);
    fuzz::require(again && again->size() == strict->size());
  }
  if (!parseParties(a, RepeatedKeys::Kept) || !parseParties(b, RepeatedKeys::Kept)) return;
  const std::string merged = mergedParties(a, b);
  fuzz::require(merged == mergedParties(b, a));
  fuzz::require(merged == mergedParties(merged, b));
  fuzz::require(parseParties(merged, RepeatedKeys::Kept).ok());
}

void checkPolicy(std::string_view a, std::string_view b) {
  if (const auto policy = parsePolicy(a)) {
    fuzz::require(quorumMet(*policy, {}) == policy->quorum.empty());
    fuzz::require(parsePolicy(a, RepeatedKeys::Kept).ok());
  }
  if (!parsePolicy(a, RepeatedKeys::Kept) || !parsePolicy(b, RepeatedKeys::Kept)) return;
  const std::string merged = mergedPolicy(a, b);
  fuzz::require(merged == mergedPolicy(b, a));
  fuzz::require(parsePolicy(merged, RepeatedKeys::Kept).ok());
}

}  // namespace

std::vector<std::string> plumbline::fuzz::seeds() {
  const auto plant = keyOf(1, "plant", NoteKeyType::Ed25519);
  const auto receiver = keyOf(2, "receiver", NoteKeyType::Ed25519);
  const auto witness = keyOf(3, "w1.example", NoteKeyType::CosignatureV1);
  const auto other = keyOf(4, "w2.example", NoteKeyType::CosignatureV1);
  const std::string witnesses =
      "witness w1 " + witness.vkey() + "\nwitness w2 " + other.vkey() + " https://w2.example\n";
  return {fuzz::joined({"# keys\n" + partiesLine(Role::Plant, "p", plant),
                        partiesLine(Role::Receiver, "r", receiver)}),
          fuzz::joined({"log " + plant.vkey() + "\n" + witnesses +
                            "group g any w1 w2\ngroup h 2 g w1\nquorum h\n",
                        witnesses + "quorum none\r\n"}),
          fuzz::joined({witnesses + "group g all w1 w2\nquorum g\n",
                        witnesses + "group g all w1 w2\nquorum g\nwitness g " +
                            keyOf(5, "g.example", NoteKeyType::CosignatureV1).vkey() + "\n"})};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text = fuzz::textOfInput(data, size);
  const std::string_view a = fuzz::takePart(text);
  const std::string_view b = fuzz::takePart(text);
  checkParties(a, b);
  checkPolicy(a, b);
  return 0;
}
