// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A proof file of strangers: what is accepted is what its parts are written as, and each kind that
// holds is about keys that the file names.
#include "crypto/split_proof.h"

#include "model/evidence/key_proof.h"
#include "model/evidence/record_proof.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

namespace {

PrivateKey keyOf(unsigned char seed) {
  return PrivateKey::fromSeed(Bytes(32, std::byte{seed})).value();
}
NoteVerifier verifierOf(const char* name, unsigned char seed) {
  return NoteVerifier::fromKey(name, NoteKeyType::Ed25519, keyOf(seed).publicKey());
}

const ProofKeys& logKeys() {
  static const ProofKeys keys{{verifierOf("l.example", 1)}, {}};
  return keys;
}

std::string noteOf(const std::vector<Hash>& leaves) {
  return signCheckpoint({"l.example", leaves.size(), treeRoot(leaves)}, keyOf(1)).value();
}

std::string splitSeed() {
  std::vector<Hash> leaves;
  for (const char* entry : {"a", "b", "c", "d", "e"}) leaves.push_back(leafHash(bytesOf(entry)));
  std::vector<Hash> forged(leaves.begin() + 1, leaves.begin() + 4);
  return formatProofFile(
      makeSplitProof(logKeys(), noteOf(forged), 3, noteOf(leaves), leaves).value());
}

std::string recordSeed(unsigned char signer) {
  Publication publication;
  publication.party = "north";
  publication.role = Role::Plant;
  publication.sequence = 1;
  publication.periodStart = Timestamp::parse("2142-01-01").value();
  publication.periodEnd = Timestamp::parse("2142-02-01").value();
  const std::vector<Hash> rows{leafHash(bytesOf("one")), leafHash(bytesOf("two"))};
  PublishedTable table;
  table.name = "stocks";
  table.rows = 2;
  table.rowRoot = treeRoot(rows);
  publication.tables = {table};
  const std::string envelope = signPublication(publication, keyOf(signer));
  const std::string proof = formatTlogProof({{}, 0, {}, noteOf({leafHash(bytesOf(envelope))})});
  if (signer == 1) return formatProofFile(twoJobsProofFile(logKeys(), {envelope, proof}));
  return formatProofFile(recordProofFile({logKeys(),
                                          verifierOf("north", signer),
                                          envelope,
                                          proof,
                                          "stocks",
                                          {1, inclusionProof(rows, 1).value()},
                                          "two"}));
}

}  // namespace

std::vector<std::string> plumbline::fuzz::seeds() {
  return {splitSeed(), recordSeed(2), recordSeed(1), "urn:plumbline:proof:v1 revoked-key\n"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::textOfInput(data, size);
  const auto file = parseProofFile(text);
  if (!file) return 0;
  fuzz::require(formatProofFile(*file) == text);
  if (const auto record = verifyRecordProof(*file)) {
    fuzz::require(file->kind == ProofKind::Record && !record->keys.logs.empty());
  }
  if (const auto split = verifySplitProof(*file)) {
    fuzz::require(file->kind == ProofKind::SplitView && split->smaller.size <= split->larger.size);
    fuzz::require(split->trueRoot != split->smaller.root);
  }
  if (const auto revoked = verifyRevokedKeyProof(*file)) {
    fuzz::require(file->kind == ProofKind::RevokedKey);
  }
  if (const auto jobs = verifyTwoJobsProof(*file)) {
    fuzz::require(file->kind == ProofKind::TwoJobs && !jobs->keys.logs.empty());
  }
  return 0;
}
