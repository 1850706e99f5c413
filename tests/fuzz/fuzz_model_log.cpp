// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A log of strangers: policy, checkpoint, leaf hashes and two entries. A log that passes has the
// root of exactly the entries that are here.
#include "crypto/checkpoint.h"

#include "model/evidence/log_check.h"
#include "model/judgement/judged_evidence.h"
#include "model/store/sql_resource.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

namespace {

constexpr std::string_view origin = "plant.example/log";

PrivateKey keyOf(unsigned char seed) {
  return PrivateKey::fromSeed(Bytes(32, std::byte{seed})).value();
}

const Database& workspace() {
  static const Database database = [] {
    auto opened = Database::openInMemory().value();
    fuzz::require(opened.execute(sqlResource("schema")).ok());
    return opened;
  }();
  return database;
}

/// The C2SP cosignature of a witness over a checkpoint at a time.
std::string cosignatureLine(const std::string& text, std::uint64_t seconds) {
  const PrivateKey key = keyOf(2);
  const auto verifier =
      NoteVerifier::fromKey("w.example", NoteKeyType::CosignatureV1, key.publicKey());
  const std::string message = "cosignature/v1\ntime " + std::to_string(seconds) + "\n" + text;
  NoteSignature signature;
  signature.name = verifier.name();
  signature.keyId = verifier.keyId();
  for (int shift = 56; shift >= 0; shift -= 8) {
    signature.blob.push_back(static_cast<std::byte>(seconds >> shift));
  }
  const SignatureBytes bytes = key.sign(bytesOf(message));
  signature.blob.insert(signature.blob.end(), bytes.begin(), bytes.end());
  return signature.line();
}

std::string seedOf(const std::vector<std::string>& entries, std::uint64_t cosignedAt) {
  const auto log =
      NoteVerifier::fromKey(std::string(origin), NoteKeyType::Ed25519, keyOf(1).publicKey());
  const auto witness =
      NoteVerifier::fromKey("w.example", NoteKeyType::CosignatureV1, keyOf(2).publicKey());
  std::vector<Hash> leaves;
  std::string hashes;
  for (const std::string& entry : entries) {
    leaves.push_back(leafHash(bytesOf(entry)));
    hashes += leaves.back().hex();
  }
  const Checkpoint checkpoint{std::string(origin), leaves.size(), treeRoot(leaves)};
  std::vector<std::string> parts = {
      "log " + log.vkey() + "\nwitness w " + witness.vkey() + "\nquorum w\n",
      signCheckpoint(checkpoint, keyOf(1)).value() + cosignatureLine(checkpoint.text(), cosignedAt),
      hashes};
  parts.insert(parts.end(), entries.begin(), entries.end());
  return fuzz::joined(parts);
}

/// Hashes travel in hex, so that they cannot hold a separator; other bytes are taken as they are.
Bytes hashBytesOf(std::string_view text) {
  auto bytes = fromHex(text);
  return bytes ? std::move(*bytes) : toBytes(text);
}

}  // namespace

std::vector<std::string> plumbline::fuzz::seeds() {
  return {seedOf({"first", "second"}, 5'000'000'000), seedOf({}, 0),
          seedOf({"only"}, 18'446'744'073'709'551'615u)};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text = fuzz::textOfInput(data, size);
  const auto transaction = Transaction::begin(workspace());  // rolled back
  fuzz::require(transaction.ok());
  const EvidenceStore store(workspace());
  const std::string folder = "log/" + originHash(origin) + "/";
  const auto put = [&store](std::string_view kind, const std::string& member, ByteView bytes) {
    fuzz::require(store.put(kind, member, bytes).ok());
  };
  put(evidence_kind::policy, "policy.txt", bytesOf(fuzz::takePart(text)));
  put(evidence_kind::checkpoint, folder + "checkpoint", bytesOf(fuzz::takePart(text)));
  put(evidence_kind::hashes, folder + "hashes.bin", hashBytesOf(fuzz::takePart(text)));
  std::vector<Hash> leaves;
  while (!text.empty() && leaves.size() < 4) {
    const ByteView entry = bytesOf(fuzz::takePart(text));
    const std::string index = std::to_string(leaves.size());
    leaves.push_back(leafHash(entry));
    put(evidence_kind::envelope, folder + "entries/" + index + ".dsse.json", entry);
  }
  const auto keyring = Keyring::load(workspace(), {});
  fuzz::require(keyring.ok());
  const auto logs = checkLogs(workspace(), *keyring);
  fuzz::require(logs && logs->size() == 1);
  const LogCheck& log = logs->front();
  fuzz::require(!log.reason.empty());
  if (log.view.state == CheckState::Passed) fuzz::require(log.view.root == treeRoot(leaves));
  for (const CheckpointView& checkpoint : log.view.checkpoints) {
    fuzz::require(checkpoint.witnesses.empty() == !checkpoint.cosignedAt);
    if (!checkpoint.cosignedAt) continue;
    fuzz::require(Timestamp::parse(checkpoint.cosignedAt->text()).ok());
  }
  const auto report = buildEvidenceReport(workspace(), judgeEvidence(workspace()).value());
  fuzz::require(report.ok() && !report->toJson().dump().empty());
  return 0;
}
