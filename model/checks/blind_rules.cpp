// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/blind_rules.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace plumbline {
namespace {

constexpr std::int64_t leastKeptPercent = 80;

using Line = std::vector<const ScheduledJob*>;
using Turn = std::pair<std::int64_t, std::int64_t>;  // the smallest is next; equal ones are alike

Turn turnOf(const ScheduledJob& job, BlindRule rule) {
  const auto order = [&]() -> std::int64_t {
    switch (rule.order) {
      case BlindOrder::Newest:
        return -job.submitted.inMilliseconds();
      case BlindOrder::Smallest:
        return job.mass.inGrams();
      case BlindOrder::Largest:
        return -job.mass.inGrams();
      case BlindOrder::Oldest:
        break;
    }
    return job.submitted.inMilliseconds();
  };
  return {rule.urgentFirst ? -job.urgency : 0, order()};
}

/// One line from its first job to its last.
class LineReplay {
 public:
  LineReplay(const Line& jobs, BlindRule rule, RuleFit& fit)
      : m_rule(rule),
        m_fit(fit),
        m_coming(jobs),
        m_leaving(jobs) {
    const auto by = [](auto time) {
      return [time](const ScheduledJob* a, const ScheduledJob* b) {
        return std::tuple(time(*a), a->id) < std::tuple(time(*b), b->id);
      };
    };
    std::sort(m_coming.begin(), m_coming.end(), by([](const auto& job) { return job.submitted; }));
    std::sort(m_leaving.begin(), m_leaving.end(), by([](const auto& job) { return job.left; }));
  }

  void run() {
    std::size_t came = 0;
    for (std::size_t i = 0; i < m_leaving.size();) {
      const Timestamp now = m_leaving[i]->left;
      // What comes in the moment of a start need not have been seen.
      while (came < m_coming.size() && m_coming[came]->submitted < now) enter(*m_coming[came++]);
      std::size_t end = i;
      while (end < m_leaving.size() && m_leaving[end]->left == now) leave(*m_leaving[end++]);
      for (; i < end; ++i) {
        if (m_leaving[i]->started) judge(*m_leaving[i]);
      }
    }
  }

 private:
  void enter(const ScheduledJob& job) {
    // It left as it came.
    if (job.left == job.submitted) return;
    m_waiting.emplace(turnOf(job, m_rule), job.id, &job);
    m_commercial += job.community ? 0 : 1;
  }
  void leave(const ScheduledJob& job) {
    if (m_waiting.erase({turnOf(job, m_rule), job.id, &job}) > 0) m_commercial -= job.community ? 0 : 1;
  }
  /// What else waits is in m_waiting; what leaves in the same moment is not.
  void judge(const ScheduledJob& job) {
    if (m_waiting.empty()) return;
    ++m_fit.choices;
    const auto& [turn, id, next] = *m_waiting.begin();
    if (!(turn < turnOf(job, m_rule))) {
      ++m_fit.kept;
      return;
    }
    m_fit.commercial += job.community ? 0 : 1;
    // Among all that waited, without the one whose turn it was.
    const auto commercial =
        static_cast<double>(m_commercial - (next->community ? 0 : 1) + (job.community ? 0 : 1));
    const double share = commercial / static_cast<double>(m_waiting.size());
    m_fit.expected += share;
    m_fit.variance += share * (1 - share);
  }

  BlindRule m_rule;
  RuleFit& m_fit;
  Line m_coming, m_leaving;
  std::set<std::tuple<Turn, std::string_view, const ScheduledJob*>> m_waiting;
  std::int64_t m_commercial = 0;  // of them
};

}  // namespace

bool RuleFit::leansToCommercial() const {
  constexpr double deviations = 2.326;
  constexpr std::int64_t fewest = 5;
  if (choices - kept < fewest) return false;
  return static_cast<double>(commercial) - 0.5 > expected + deviations * std::sqrt(variance);
}

RuleFit fitOf(const Jobs& jobs, BlindRule rule) {
  std::map<std::pair<int, std::string>, Line> lines;
  for (const ScheduledJob& job : jobs) lines[{job.party, job.line}].push_back(&job);
  RuleFit fit;
  for (const auto& [name, line] : lines) LineReplay(line, rule, fit).run();
  return fit;
}

bool blindRuleExplains(const Jobs& jobs) {
  const RuleFit usual = fitOf(jobs, {});
  RuleFit best = usual;
  for (const BlindOrder order :
       {BlindOrder::Oldest, BlindOrder::Newest, BlindOrder::Smallest, BlindOrder::Largest}) {
    for (const bool urgentFirst : {true, false}) {
      const RuleFit fit = fitOf(jobs, {order, urgentFirst});
      if (fit.kept > best.kept) best = fit;
    }
  }
  return best.kept > usual.kept && best.kept * 100 >= best.choices * leastKeptPercent &&
         !best.leansToCommercial();
}

}  // namespace plumbline
