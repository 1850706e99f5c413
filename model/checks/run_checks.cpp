// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/run_checks.h"

#include <algorithm>

#include "model/checks/load_look.h"
#include "model/checks/summary_log_book.h"
#include "model/tracks/tied_tracks.h"

namespace plumbline {
namespace {

/// The looks at single loads, which have seen them all.
class LoadLooks {
 public:
  LoadLooks(const CheckInput& input, std::span<const Rule* const> rules) {
    std::vector<LoadLook*> looks;
    for (const Rule* rule : rules) {
      const auto* const make = std::get_if<MakeLoadLook>(&rule->check);
      if (make == nullptr) continue;
      const Look& look = m_looks.emplace_back(Look{rule, (*make)(input)});
      if (look.made) looks.push_back(look.made->get());
    }
    m_shown = showLoads(input, looks);
  }

  [[nodiscard]] Result<CheckOutcome> outcomeOf(const Rule& rule) const {
    const auto found = std::find_if(m_looks.begin(), m_looks.end(),
                                    [&rule](const Look& look) { return look.rule == &rule; });
    if (!found->made) return found->made.error();
    if (!m_shown) return m_shown.error();
    return found->made.value()->outcome();
  }

 private:
  struct Look {
    const Rule* rule;
    Result<std::unique_ptr<LoadLook>> made;
  };
  std::vector<Look> m_looks;
  Result<void> m_shown;
};

Result<CheckOutcome> runLogCheck(const CheckInput& input, RunLogCheck check,
                                 const Result<std::vector<SummaryLog>>& logs) {
  if (!logs) return logs.error();
  return logs->empty() ? noSummaryLog() : check(input, *logs);
}

}  // namespace

Result<std::vector<CheckedRule>> runChecks(const CheckInput& input, std::span<const Rule* const> rules) {
  const LoadLooks loads(input, rules);
  const Result<std::vector<SummaryLog>> logs = loadSummaryLogs(input.database);
  std::vector<CheckedRule> done;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    input.progress.report("Checking", static_cast<std::int64_t>(i),
                          static_cast<std::int64_t>(rules.size()));
    const Rule& rule = *rules[i];
    if (const auto* const run = std::get_if<RunCheck>(&rule.check)) {
      done.push_back({rule.id, (*run)(input)});
    } else if (const auto* const runLog = std::get_if<RunLogCheck>(&rule.check)) {
      done.push_back({rule.id, runLogCheck(input, *runLog, logs)});
    } else if (const auto* const runTotals = std::get_if<RunTotalsCheck>(&rule.check)) {
      const bool declared = input.totals != nullptr && !input.totals->isEmpty();
      if (declared) done.push_back({rule.id, (*runTotals)(input, *input.totals)});
    } else if (const auto* const runTracks = std::get_if<RunTracksCheck>(&rule.check)) {
      const bool any = input.tracks != nullptr && !input.tracks->isEmpty();
      if (any) done.push_back({rule.id, (*runTracks)(input, *input.tracks)});
    } else if (std::holds_alternative<MakeLoadLook>(rule.check)) {
      done.push_back({rule.id, loads.outcomeOf(rule)});
    }
    if (input.progress.cancelled()) return Progress::cancelledError();
  }
  return done;
}

}  // namespace plumbline
