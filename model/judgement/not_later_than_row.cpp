// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <tuple>

#include "model/judgement/evidence_rows.h"

namespace plumbline {
namespace {

EvidenceRow fromStamp(EvidenceRow row, const TimestampCheck& stamp) {
  row.reason = stamp.reason;
  row.facts.set("log", stamp.origin);
  row.facts.set("file", stamp.file);
  return row;
}

/// One that holds before one of an unknown authority, and that before one that does not fit: anybody
/// can lay another beside it. Of those the largest size, then the earliest time.
const TimestampCheck* stampOf(const EvidenceParts& in, const std::string& origin) {
  const auto rank = [](const TimestampCheck& stamp) {
    return std::tuple(stamp.reason != "timestamped", stamp.reason == "timestamp_mismatch",
                      ~stamp.size, stamp.time);
  };
  const TimestampCheck* best = nullptr;
  for (const TimestampCheck& stamp : in.stamps) {
    if (stamp.origin != origin) continue;
    if (best == nullptr || rank(stamp) < rank(*best)) best = &stamp;
  }
  return best;
}

}  // namespace

EvidenceRow notLaterThanRow(const EvidenceParts& in) {
  EvidenceRow row{EvidenceQuestion::NotLaterThan, CheckState::CannotTell, "no_timestamp", {}, {}};
  const auto logs = neededLogs(in);
  for (const LogCheck* log : logs) {
    const TimestampCheck* stamp = stampOf(in, log->view.origin);
    if (stamp == nullptr || stamp->reason != "timestamp_mismatch") continue;
    row.state = CheckState::Failed;
    return fromStamp(row, *stamp);
  }
  const TimestampCheck* latest = nullptr;
  for (const LogCheck* each : logs) {
    const LogCheck& log = *each;
    const TimestampCheck* stamp = stampOf(in, log.view.origin);
    if (stamp == nullptr && in.stamps.empty()) return row;
    if (stamp == nullptr) {
      row.reason = "not_all_timestamped";
      row.facts.set("log", log.view.origin.empty() ? log.originHash : log.view.origin);
      return row;
    }
    if (stamp->reason != "timestamped") return fromStamp(row, *stamp);
    if (latest == nullptr || *latest->time < *stamp->time) latest = stamp;
  }
  if (latest == nullptr) return row;
  row.state = CheckState::Passed;
  row.facts.set("time", *latest->time);
  row.facts.set("authority", latest->authority);
  row.facts.set("size", static_cast<std::int64_t>(latest->size));
  row.asOf = latest->time;
  return fromStamp(row, *latest);
}

}  // namespace plumbline
