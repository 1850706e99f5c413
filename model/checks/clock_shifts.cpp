// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/clock_shifts.h"

#include <algorithm>
#include <map>
#include <set>

namespace plumbline {
namespace {

constexpr std::int64_t minuteMs = 60'000;
constexpr std::int64_t hourMs = 60 * minuteMs;
constexpr std::int64_t mostMs = 3 * hourMs;
constexpr std::size_t leastLoads = 3;

bool isSingle(const Finding& finding) {
  return finding.rule == "time_order" && finding.facts.find("received_at") != nullptr &&
         finding.facts.find("sent") != nullptr;
}

std::int64_t gapOf(const Finding& finding) {
  return finding.time.inMilliseconds() -
         finding.facts.get<Timestamp>("received_at").inMilliseconds();
}

Finding joined(const std::vector<Finding>& loads) {
  const auto widest = std::max_element(
      loads.begin(), loads.end(),
      [](const Finding& a, const Finding& b) { return gapOf(a) < gapOf(b); });
  Finding made = *widest;
  std::set<std::string> receivers;
  made.amount = Mass();
  for (const Finding& load : loads) {
    made.amount += load.amount;
    receivers.insert(load.facts.get<std::string>("receiver"));
  }
  const std::int64_t gap = gapOf(*widest);
  const std::string sender = made.facts.get<std::string>("sender");
  made.severity = Severity::Look;
  made.group = sender;
  made.rowCount = 2 * static_cast<std::int64_t>(loads.size());
  made.facts = {{"pattern", std::string("clock_shift")},
                {"loads", static_cast<std::int64_t>(loads.size())},
                {"mass", made.amount},
                {"hours", (gap + hourMs - 1) / hourMs},
                {"gap_minutes", (gap + minuteMs - 1) / minuteMs},
                {"sender", sender}};
  if (receivers.size() == 1) made.facts.set("receiver", *receivers.begin());
  return made;
}

}  // namespace

std::vector<Finding> joinClockShifts(std::vector<Finding> findings) {
  std::map<std::string, std::vector<Finding>> bySender;
  std::vector<Finding> kept;
  for (Finding& finding : findings) {
    if (isSingle(finding) && gapOf(finding) <= mostMs) {
      bySender[finding.facts.get<std::string>("sender")].push_back(std::move(finding));
    } else {
      kept.push_back(std::move(finding));
    }
  }
  for (auto& [sender, loads] : bySender) {
    if (loads.size() >= leastLoads) {
      kept.push_back(joined(loads));
    } else {
      std::move(loads.begin(), loads.end(), std::back_inserter(kept));
    }
  }
  return kept;
}

}  // namespace plumbline
