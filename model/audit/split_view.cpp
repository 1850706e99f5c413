// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/split_view.h"

#include <algorithm>

#include "model/evidence/log_proof.h"
#include "model/judgement/judged_evidence.h"

namespace plumbline {
namespace {

/// Where the history here first differs from one that leads to the other root; -1: that one is not
/// here.
Result<std::int64_t> firstDifference(const EvidenceStore& store, const LogEvidence& evidence,
                                     const std::vector<Hash>& leaves, const Checkpoint& other) {
  const auto size = static_cast<std::size_t>(other.size);
  for (const EvidenceItem& item : evidence.hashes) {
    PLUMBLINE_TRY(bytes, store.readAll(item));
    const std::vector<Hash> list = leavesOf(bytes);
    if (list.size() < size || treeRoot(std::span(list).first(size)) != other.root) continue;
    return std::mismatch(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(size),
                         leaves.begin())
               .first -
           list.begin();
  }
  return std::int64_t{-1};
}

}  // namespace

Result<std::optional<SplitView>> findSplitView(const Database& database,
                                               const JudgedEvidence& judged,
                                               const EvidenceReport& report) {
  const auto& row = report.rows[static_cast<std::size_t>(EvidenceQuestion::SameForEveryone)];
  if (row.reason != "split_view") return std::optional<SplitView>();
  SplitView split;
  split.log = row.facts.get<std::string>("log");
  split.size = row.facts.get<std::int64_t>("size");
  split.root = row.facts.get<std::string>("root");
  split.otherRoot = row.facts.get<std::string>("other_root");
  for (const LogView& log : report.logs) {
    if (log.origin == split.log) split.party = log.party;
  }
  const auto check =
      std::find_if(judged.logs.begin(), judged.logs.end(),
                   [&split](const LogCheck& each) { return each.view.origin == split.log; });
  if (check == judged.logs.end()) return Error{ErrorCode::NotFound, "the log is not here"};
  PLUMBLINE_TRY(otherRoot, Hash::fromHexText(split.otherRoot));
  const Checkpoint other{split.log, static_cast<std::uint64_t>(split.size), otherRoot};
  const EvidenceStore store(database);
  PLUMBLINE_TRY(items, store.list());
  PLUMBLINE_TRY(first,
                firstDifference(store, groupLogs(items)[check->originHash], check->leaves, other));
  split.firstDifference = first;
  PLUMBLINE_TRY(log, ProvableLog::load(database, judged.keyring, *check));
  PLUMBLINE_TRY(proof, log.splitProof(other));
  split.proof = formatProofFile(proof);
  return std::optional(std::move(split));
}

}  // namespace plumbline
