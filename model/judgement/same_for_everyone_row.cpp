// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "model/judgement/evidence_rows.h"

namespace plumbline {
namespace {

/// One that decides before one of parties that the user did not name.
const LogCheck* splitLog(const EvidenceParts& in, const std::vector<const LogCheck*>& logs) {
  for (const Weight weight : {Weight::Decides, Weight::Open}) {
    for (const LogCheck* log : logs) {
      if (log->reason == "split_view" && in.logWeights.at(log->originHash) == weight) return log;
    }
  }
  return nullptr;
}

EvidenceRow judged(const EvidenceParts& in) {
  EvidenceRow row{EvidenceQuestion::SameForEveryone, CheckState::CannotTell, "no_witness", {}, {}};
  const auto logs = neededLogs(in);
  if (const LogCheck* split = splitLog(in, logs)) {
    row = rowOfLog(row, *split);
    if (in.logWeights.at(split->originHash) == Weight::Open) row.state = CheckState::CannotTell;
    return row;
  }
  const TlogPolicy& policy = in.keyring.policy();
  if (policy.quorum.empty() || logs.empty()) return row;
  std::set<std::string> asked;
  for (const PolicyWitness& witness : policy.witnesses) asked.insert(witness.name);
  std::size_t cosigned = asked.size();
  for (const LogCheck* each : logs) {
    const LogCheck& log = *each;
    const auto& seen = log.view.checkpoints;
    const std::size_t here = seen.empty() ? 0 : seen.front().witnesses.size();
    cosigned = std::min(cosigned, here);
    const auto time = seen.empty() ? std::optional<Timestamp>() : seen.front().cosignedAt;
    if (time) row.asOf = std::max(row.asOf.value_or(*time), *time);
    if (log.quorumMet) continue;
    row.reason = "quorum_not_met";
    row.facts.set("log", log.view.origin.empty() ? log.originHash : log.view.origin);
    row.facts.set("size", static_cast<std::int64_t>(log.view.size));
    break;
  }
  row.facts.set("cosigned", static_cast<std::int64_t>(cosigned));
  row.facts.set("witnesses", static_cast<std::int64_t>(asked.size()));
  if (row.reason == "quorum_not_met") return row;
  row.facts.set("logs", static_cast<std::int64_t>(logs.size()));
  // Whoever brings the evidence could bring witnesses of his own.
  const bool pinned = in.keyring.policyTrust() == KeyTrust::Pinned;
  row.state = pinned ? CheckState::Passed : CheckState::CannotTell;
  row.reason = pinned ? "witness_quorum" : "witnesses_first_seen";
  return row;
}

/// Beside what decides, never instead of it.
void addCitizens(const EvidenceParts& in, EvidenceRow& row) {
  if (row.state == CheckState::Failed || in.citizens.all == 0) return;
  row.facts.set("citizens", in.citizens.all);
  row.facts.set("citizens_known", in.citizens.known);
}

}  // namespace

EvidenceRow sameForEveryoneRow(const EvidenceParts& in) {
  EvidenceRow row = judged(in);
  addCitizens(in, row);
  return row;
}

}  // namespace plumbline
