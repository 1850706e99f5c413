// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/clock_shifts.h"
#include "model/checks/rule_list.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "model/checks/time_order_facts.h"

namespace plumbline {
namespace {

namespace fact = facts::timeOrder;
constexpr std::int64_t minuteMs = 60'000;
constexpr std::int64_t hourMs = 60 * minuteMs;
constexpr std::int64_t mostMs = 3 * hourMs;
constexpr std::size_t leastLoads = 3;
/// The widest difference of two time zones that trade by lorry.
constexpr std::int64_t mostOfManyMs = 14 * hourMs;
constexpr std::size_t manyLoads = 20;
constexpr std::int64_t nearWidestMs = 2 * hourMs;

bool isSingle(const Finding& finding) {
  return finding.rule == rules::timeOrder.id && fact::receivedAt.isIn(finding) &&
         fact::sent.isIn(finding);
}

std::int64_t gapOf(const Finding& finding) {
  return finding.time.inMilliseconds() -
         fact::receivedAt.of(finding)->inMilliseconds();
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
    receivers.insert(fact::receiver.of(load).value_or(std::string()));
  }
  const std::int64_t gap = gapOf(*widest);
  const std::string sender = fact::sender.of(made);
  made.severity = Severity::Look;
  made.group = sender;
  made.rowCount = 2 * static_cast<std::int64_t>(loads.size());
  made.facts = {fact::pattern(std::string("clock_shift")),
                fact::loads(static_cast<std::int64_t>(loads.size())),
                fact::mass(made.amount),
                fact::hours((gap + hourMs - 1) / hourMs),
                fact::gapMinutes((gap + minuteMs - 1) / minuteMs),
                fact::sender(sender)};
  if (receivers.size() == 1) fact::receiver.set(made, *receivers.begin());
  return made;
}

/// One figure explains them all: what people write at random is spread thin at its end.
bool isOneShift(const std::vector<Finding>& loads) {
  std::int64_t widest = 0;
  for (const Finding& load : loads) widest = std::max(widest, gapOf(load));
  if (widest <= mostMs) return loads.size() >= leastLoads;
  const auto near = std::count_if(loads.begin(), loads.end(), [widest](const Finding& load) {
    return gapOf(load) >= widest - nearWidestMs;
  });
  return loads.size() >= manyLoads && 4 * static_cast<std::size_t>(near) >= loads.size();
}

}  // namespace

std::vector<Finding> joinClockShifts(std::vector<Finding> findings) {
  std::map<std::string, std::vector<Finding>> bySender;
  std::vector<Finding> kept;
  for (Finding& finding : findings) {
    if (isSingle(finding) && gapOf(finding) <= mostOfManyMs) {
      bySender[fact::sender.of(finding)].push_back(std::move(finding));
    } else {
      kept.push_back(std::move(finding));
    }
  }
  for (auto& [sender, loads] : bySender) {
    if (isOneShift(loads)) {
      kept.push_back(joined(loads));
      continue;
    }
    // A few that are far off do not speak against the small shift of the others.
    const auto small = std::stable_partition(loads.begin(), loads.end(), [](const Finding& load) {
      return gapOf(load) > mostMs;
    });
    std::vector<Finding> rest(std::make_move_iterator(small), std::make_move_iterator(loads.end()));
    std::move(loads.begin(), small, std::back_inserter(kept));
    if (isOneShift(rest)) {
      kept.push_back(joined(rest));
    } else {
      std::move(rest.begin(), rest.end(), std::back_inserter(kept));
    }
  }
  return kept;
}

}  // namespace plumbline
