// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "crypto/split_proof.h"

#include "model/audit/judged.h"
#include "model/audit/proofs.h"
#include "model/audit/split_view.h"
#include "model/evidence/key_proof.h"
#include "model/evidence/log_proof.h"
#include "model/import/rebuild.h"

namespace plumbline {
namespace {

struct ReadEntry {
  std::int64_t index = 0;
  std::string bytes;
  Envelope envelope;
  std::optional<KeySet> keySet;
  std::optional<Publication> publication;
};

/// Nothing where the entry holds no in-toto statement.
std::optional<ReadEntry> readEntry(std::int64_t index, const Bytes& bytes) {
  auto envelope = parseEnvelope(bytes);
  if (!envelope || envelope->payloadType != inTotoPayloadType) return std::nullopt;
  const auto statement = parseStatement(envelope->payload);
  if (!statement) return std::nullopt;
  ReadEntry entry{index, std::string(textOf(bytes)), std::move(*envelope), {}, {}};
  if (auto set = parseKeySet(*statement)) entry.keySet = std::move(*set);
  if (auto publication = parsePublication(*statement)) entry.publication = std::move(*publication);
  return entry;
}

bool signedWith(const ReadEntry& entry, const NoteVerifier& key) {
  return !verifyEnvelope(entry.envelope, {&key.key(), 1}).empty();
}

/// Looks through the entries of one log that holds together.
class LogSearch {
 public:
  LogSearch(const Keyring& keyring, const LogCheck& check, ProvableLog log,
            std::vector<Misconduct>& out)
      : m_keyring(keyring), m_origin(check.view.origin), m_log(std::move(log)), m_out(out) {}

  Result<void> look(ReadEntry entry) {
    if (!has(ProofKind::TwoJobs, partyOf(entry))) PLUMBLINE_CHECK(lookForTwoJobs(entry));
    if (entry.publication && !has(ProofKind::RevokedKey, partyOf(entry))) {
      PLUMBLINE_CHECK(lookForRevokedKey(entry));
    }
    if (entry.keySet) m_sets.push_back(std::move(entry));
    return {};
  }

 private:
  static std::string partyOf(const ReadEntry& entry) {
    if (entry.publication) return entry.publication->party;
    return entry.keySet ? entry.keySet->party : std::string();
  }
  [[nodiscard]] bool has(ProofKind kind, const std::string& party) const {
    return std::any_of(m_out.begin(), m_out.end(), [&](const Misconduct& each) {
      return each.kind == kind && each.origin == m_origin && each.party == party;
    });
  }

  Result<ProvedEntry> prove(const ReadEntry& entry) const {
    PLUMBLINE_TRY(proof, m_log.tlogProof(entry.index));
    return ProvedEntry{entry.bytes, std::move(proof)};
  }

  Result<void> lookForTwoJobs(const ReadEntry& entry) {
    PLUMBLINE_TRY(proved, prove(entry));
    const ProofFile file = twoJobsProofFile(m_log.keys(), proved);
    if (verifyTwoJobsProof(file)) m_out.push_back({file.kind, m_origin, partyOf(entry), file});
    return {};
  }

  Result<void> lookForRevokedKey(const ReadEntry& entry) {
    const std::string& party = entry.publication->party;
    std::vector<const ReadEntry*> sets;
    bool revoked = false;
    for (const ReadEntry& each : m_sets) {
      if (each.keySet->party != party) continue;
      sets.push_back(&each);
      for (const EndedKey& key : each.keySet->revoked) {
        revoked = revoked || (key.at <= entry.index && signedWith(entry, key.key));
      }
    }
    if (!revoked) return {};
    std::vector<ProvedEntry> entries;
    for (const ReadEntry* set : sets) {
      PLUMBLINE_TRY(proved, prove(*set));
      entries.push_back(std::move(proved));
    }
    PLUMBLINE_TRY(last, prove(entry));
    entries.push_back(std::move(last));
    for (const KnownKey& known : m_keyring.keys()) {
      if (known.job != "party" || known.party != party || !known.usable) continue;
      const ProofFile file = revokedKeyProofFile(m_log.keys(), known.key, entries);
      if (!verifyRevokedKeyProof(file)) continue;
      m_out.push_back({file.kind, m_origin, party, file});
      break;
    }
    return {};
  }

  const Keyring& m_keyring;
  std::string m_origin;
  ProvableLog m_log;
  std::vector<Misconduct>& m_out;
  std::vector<ReadEntry> m_sets;
};

Result<void> searchLog(const Database& database, const Keyring& keyring, const LogCheck& check,
                       const LogEvidence& evidence, std::vector<Misconduct>& out) {
  auto log = ProvableLog::load(database, keyring, check);
  if (!log) return {};
  LogSearch search(keyring, check, std::move(*log), out);
  const EvidenceStore store(database);
  for (const auto& [index, items] : evidence.entries) {
    if (index >= static_cast<std::int64_t>(check.view.size)) break;
    PLUMBLINE_TRY(logged, loggedOne(store, items, check.leaves[static_cast<std::size_t>(index)]));
    if (logged == nullptr) continue;
    PLUMBLINE_TRY(bytes, store.readAll(*logged));
    if (auto entry = readEntry(index, bytes)) PLUMBLINE_CHECK(search.look(std::move(*entry)));
  }
  return {};
}

}  // namespace

Result<std::vector<Misconduct>> findMisconduct(const std::filesystem::path& path,
                                               const Progress& progress) {
  PLUMBLINE_CHECK(prepareWorkspace(path, IfUnfinished::Refuse, progress));
  PLUMBLINE_TRY(opened, openJudged(path, progress));
  const Database& database = opened.database();
  const JudgedEvidence& judged = *opened.evidence;
  progress.report("Checking the evidence");
  PLUMBLINE_TRY(report, buildEvidenceReport(database, judged));
  std::vector<Misconduct> out;
  PLUMBLINE_TRY(split, findSplitView(database, judged, report));
  if (split) {
    PLUMBLINE_TRY(file, parseProofFile(split->proof));
    PLUMBLINE_CHECK(verifySplitProof(file));
    out.push_back({file.kind, split->log, split->party, std::move(file)});
  }
  PLUMBLINE_TRY(items, EvidenceStore(database).list());
  const auto logs = groupLogs(items);
  for (const LogCheck& check : judged.logs) {
    if (progress.cancelled()) return Progress::cancelledError();
    const auto log = logs.find(check.originHash);
    if (!holdsTogether(check) || log == logs.end()) continue;
    PLUMBLINE_CHECK(searchLog(database, judged.keyring, check, log->second, out));
  }
  return out;
}

}  // namespace plumbline
