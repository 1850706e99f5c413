// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/judgement/evidence_rows.h"

namespace plumbline {
namespace {

/// The worst log of that weight; among equals the first by origin hash.
const LogCheck* logWith(const EvidenceParts& in, CheckState state, Weight weight) {
  const auto found = std::find_if(in.logs.begin(), in.logs.end(), [&](const LogCheck& log) {
    return log.view.state == state && in.logWeights.at(log.originHash) == weight;
  });
  return found != in.logs.end() ? &*found : nullptr;
}

std::string_view chainFault(const SignedEntry* before, const SignedEntry& entry) {
  const std::int64_t sequence = entry.view.sequence;
  const bool namesNone = entry.previous.empty();
  if (sequence < 1) return "sequence_zero";
  if (before == nullptr && sequence == 1) return namesNone ? "" : "previous_in_first";
  if (before == nullptr) return namesNone ? "sequence_starts_late" : "sequence_gap";
  if (sequence == before->view.sequence) {
    return namesNone && before->previous.empty() ? "first_repeated" : "sequence_repeated";
  }
  if (sequence != before->view.sequence + 1) return "sequence_gap";
  if (namesNone) return "previous_missing";
  return entry.previous == before->view.envelope.hex() ? "" : "previous_differs";
}

/// Of a party without a known key only what lies in a log: anybody can write the rest.
bool isChained(const SignedEntry& entry, Weight weight) {
  const PublicationView& view = entry.view;
  return entry.weight == weight &&
         (isSigned(view.state) ||
          (view.state == PublicationState::UnknownKey && view.logIndex >= 0));
}

/// A later number that the log holds before an earlier one. It hides nothing: each names the one
/// before it by its digest.
bool breaksOrder(const EvidenceParts& in, Weight weight, EvidenceRow& row) {
  const PublicationView* before = nullptr;
  for (const SignedEntry& entry : in.entries) {
    const PublicationView& view = entry.view;
    if (!isChained(entry, weight) || view.logIndex < 0) continue;
    const bool follows =
        before != nullptr && before->party == view.party && before->origin == view.origin;
    if (follows && view.logIndex < before->logIndex) {
      row.reason = "sequence_order";
      row.facts.set("party", view.party);
      row.facts.set("sequence", view.sequence);
      row.facts.set("before", before->sequence);
      return true;
    }
    before = &view;
  }
  return false;
}

/// Each publication names the one before it; entries are sorted by party and sequence.
bool breaksChain(const EvidenceParts& in, Weight weight, EvidenceRow& row) {
  const SignedEntry* before = nullptr;
  for (const SignedEntry& entry : in.entries) {
    if (!isChained(entry, weight)) continue;
    if (before != nullptr && before->view.party != entry.view.party) before = nullptr;
    const std::string_view reason = chainFault(before, entry);
    before = &entry;
    if (reason.empty()) continue;
    row.state = CheckState::Failed;
    row.reason = reason;
    row.facts.set("party", entry.view.party);
    row.facts.set("sequence", entry.view.sequence);
    return true;
  }
  return false;
}

/// What parties that the user did not name wrote, or somebody in their name, proves nothing against
/// anybody; but not everything is in a log that holds together.
bool breaksOpen(const EvidenceParts& in, EvidenceRow& row) {
  const LogCheck* log = logWith(in, CheckState::Failed, Weight::Open);
  if (log == nullptr) log = logWith(in, CheckState::CannotTell, Weight::Open);
  if (log != nullptr) row = rowOfLog(row, *log);
  const bool broken = log != nullptr || breaksChain(in, Weight::Open, row) ||
                      breaksOrder(in, Weight::Open, row);
  row.state = CheckState::CannotTell;
  return broken;
}

EvidenceRow judged(const EvidenceParts& in) {
  EvidenceRow row{EvidenceQuestion::InTheLog, CheckState::CannotTell, "no_publications", {}, {}};
  if (withEnvelope(in) == 0 && in.logs.empty()) return row;
  if (const LogCheck* failed = logWith(in, CheckState::Failed, Weight::Decides)) {
    return rowOfLog(row, *failed);
  }
  if (breaksChain(in, Weight::Decides, row)) return row;
  if (const LogCheck* open = logWith(in, CheckState::CannotTell, Weight::Decides)) {
    return rowOfLog(row, *open);
  }
  if (breaksOrder(in, Weight::Decides, row)) return row;
  if (breaksOpen(in, row)) return row;
  const auto outside =
      std::count_if(in.entries.begin(), in.entries.end(), [](const SignedEntry& entry) {
        return entry.view.state != PublicationState::Unsigned && !isStray(entry.view) &&
               entry.view.logIndex < 0;
      });
  if (outside > 0) {
    row.reason = "not_in_a_log";
    row.facts.set("publications", std::int64_t{outside});
    return row;
  }
  row.state = CheckState::Passed;
  row.reason = "all_in_log";
  row.facts.set("publications", withEnvelope(in));
  const auto logs = neededLogs(in);
  row.facts.set("logs", static_cast<std::int64_t>(logs.size()));
  const auto firstSeen = std::count_if(logs.begin(), logs.end(), [](const LogCheck* log) {
    return log->keyTrust != KeyTrust::Pinned;
  });
  if (firstSeen > 0) row.facts.set("first_seen_logs", std::int64_t{firstSeen});
  return row;
}

/// "As of checkpoint 24; your newest is 31": an audit can be older than what its reader knows.
void addPosition(const EvidenceParts& in, EvidenceRow& row) {
  const auto logs = neededLogs(in);
  const auto behind = std::find_if(logs.begin(), logs.end(), [](const LogCheck* log) {
    return log->view.newestSeen > log->view.size;
  });
  if (row.state == CheckState::Failed || (behind == logs.end() && logs.size() != 1)) return;
  const LogView& log = behind != logs.end() ? (*behind)->view : logs.front()->view;
  if (log.checkpoints.empty()) return;
  row.facts.set("log", log.origin);
  row.facts.set("checkpoint", static_cast<std::int64_t>(log.size));
  row.facts.set("newest", static_cast<std::int64_t>(log.newestSeen));
}

}  // namespace

EvidenceRow inTheLogRow(const EvidenceParts& in) {
  EvidenceRow row = judged(in);
  addPosition(in, row);
  return row;
}

}  // namespace plumbline
