// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/jobs.h"

#include <algorithm>
#include <set>

#include "model/simulate/story.h"
#include "model/simulate/work_calendar.h"
#include "model/statistics/elementary.h"
#include "model/statistics/random.h"

namespace plumbline {
namespace {

constexpr int lines = 2;
constexpr double averageMonthDays = 30.4375;
constexpr double averageMonth = averageMonthDays * 86'400'000.0;  // ms
constexpr int serviceShape = 20;                                  // gamma: variation 0.22
// A line keeps a backlog of some days: with more it works faster, and the work that arrives fills
// this share of its opening hours; with less it lets the backlog grow.
constexpr double busyLoad = 0.94;
constexpr double slackLoad = 1.10;
constexpr double backlogDays = 5;  // of arrivals

int urgencyOf(bool community, CounterRandom& random) {
  const std::uint32_t percent = random.below(100);
  if (community) return percent < 12 ? 3 : percent < 28 ? 2 : 1;
  return percent < 9 ? 3 : percent < 24 ? 2 : 1;
}

constexpr double middleMass = 900;  // in units of 10 kg
constexpr double massSigma = 0.6;
constexpr double meanMass = 1'077;  // of that lognormal

/// The smaller a job, the likelier it is commercial and urgent, and the better it pays; and it takes as
/// long as it is large. Whoever works off small jobs first serves commercial customers sooner, and
/// means nothing by it.
void makeBySize(Job& job, CounterRandom& random, double meanWork) {
  const double size = std::clamp(random.normal(), -2.0, 2.0);  // in standard deviations
  const double tens = middleMass * exactExp(massSigma * size);
  job.tenKilograms = static_cast<std::int64_t>(tens);
  const auto small = static_cast<int>(-15 * size);  // per cent
  job.community = static_cast<int>(random.below(100)) < 50 - 2 * small;
  const auto percent = static_cast<int>(random.below(100));
  job.urgency = percent < 8 + small / 3 ? 3 : percent < 25 + small ? 2 : 1;
  job.centsPerTonne = static_cast<std::int64_t>(random.lognormal(16'000, 0.2) * exactExp(-0.3 * size));
  job.workMilliseconds = static_cast<std::int64_t>(meanWork * tens / meanMass);
}

Job makeJob(std::int64_t number, Timestamp submitted, const SimulationOptions& options,
            double meanWork) {
  CounterRandom random(options.seed, static_cast<std::uint64_t>(Stream::Job),
                       static_cast<std::uint64_t>(number) + 1);
  Job job;
  job.number = number;
  job.submitted = submitted;
  job.community = random.below(100) < 45;
  job.urgency = urgencyOf(job.community, random);
  job.line = static_cast<int>(random.below(lines));
  job.tenKilograms = static_cast<std::int64_t>(random.lognormal(job.community ? 700 : 1'100, 0.5));
  job.centsPerTonne =
      static_cast<std::int64_t>(random.lognormal(job.community ? 9'000 : 21'000, 0.35));
  job.costCentsPerTonne = static_cast<std::int64_t>(random.lognormal(6'000, 0.15));
  double work = 0;
  for (int i = 0; i < serviceShape; ++i) work += random.exponential();
  job.workMilliseconds = static_cast<std::int64_t>(meanWork * work / serviceShape);
  if (random.below(100) < 3) {
    // Withdrawn within five days, if it has not started by then.
    job.cancelled = submitted.inMilliseconds() + random.below(5 * 86'400) * std::int64_t{1000};
  }
  if (options.confounders.has(Confounder::ShortestFirst)) makeBySize(job, random, meanWork);
  return job;
}

std::vector<Job> arrivals(const SimulationOptions& options, Timestamp start, Timestamp end) {
  CounterRandom random(options.seed, static_cast<std::uint64_t>(Stream::Job));
  const double gap = averageMonth / options.jobsPerMonth;
  const double meanWork = openShareOfWeek * lines * gap;
  std::vector<Job> jobs;
  double time = static_cast<double>(start.inMilliseconds());
  for (;;) {
    time += gap * random.exponential();
    const auto second = static_cast<std::int64_t>(time) / 1000 * 1000;
    if (second >= end.inMilliseconds()) return jobs;
    jobs.push_back(makeJob(static_cast<std::int64_t>(jobs.size()), Timestamp::milliseconds(second),
                           options, meanWork));
  }
}

struct ByRule {
  bool shortest = false;  // the smallest job first, whatever its urgency
  [[nodiscard]] std::pair<std::int64_t, std::int64_t> rank(const Job& job) const {
    return {shortest ? job.tenKilograms : -job.urgency, job.number};
  }
  bool operator()(const Job* a, const Job* b) const { return rank(*a) < rank(*b); }
};
struct ByMargin {
  bool operator()(const Job* a, const Job* b) const {
    return std::pair(-a->margin(), a->number) < std::pair(-b->margin(), b->number);
  }
};

/// One line works off its jobs, one at a time.
class Line {
 public:
  Line(const SimulationOptions& options, int number)
      : m_favour(options.fraud.favour),
        m_seed(options.seed),
        m_number(number),
        m_backlog(static_cast<std::size_t>(backlogDays * options.jobsPerMonth /
                                           (averageMonthDays * lines))),
        m_queue(ByRule{options.confounders.has(Confounder::ShortestFirst)}) {}
  void run(const std::vector<Job*>& jobs, Timestamp end);

 private:
  void enter(Job* job);
  void leave(Job* job);
  void dropWithdrawn(Timestamp now);
  [[nodiscard]] Job* choose();
  [[nodiscard]] std::int64_t workFor(const Job& job) const;

  std::int64_t m_favour;
  std::uint64_t m_seed;
  int m_number;
  std::size_t m_backlog;  // jobs
  std::uint64_t m_starts = 0;
  std::set<Job*, ByRule> m_queue;
  std::set<Job*, ByMargin> m_commercial;                  // of the queue
  std::set<std::pair<std::int64_t, Job*>> m_withdrawals;  // of the queue, by time
};

void Line::enter(Job* job) {
  m_queue.insert(job);
  if (!job->community) m_commercial.insert(job);
  if (job->cancelled >= 0) m_withdrawals.emplace(job->cancelled, job);
}

void Line::leave(Job* job) {
  m_queue.erase(job);
  m_commercial.erase(job);
  m_withdrawals.erase({job->cancelled, job});
}

void Line::dropWithdrawn(Timestamp now) {
  while (!m_withdrawals.empty() && m_withdrawals.begin()->first <= now.inMilliseconds()) {
    leave(m_withdrawals.begin()->second);
  }
}

Job* Line::choose() {
  Job* chosen = *m_queue.begin();
  CounterRandom random(m_seed, static_cast<std::uint64_t>(Stream::Favour),
                       m_starts++ * lines + static_cast<std::uint64_t>(m_number));
  if (random.chancePpm(m_favour) && !m_commercial.empty() && *m_commercial.begin() != chosen) {
    chosen = *m_commercial.begin();
    chosen->jumped = true;
  }
  return chosen;
}

/// The crew fits its pace to the backlog; else a queue so near full load would wander for years.
std::int64_t Line::workFor(const Job& job) const {
  const double load = m_queue.size() > m_backlog ? busyLoad : slackLoad;
  return static_cast<std::int64_t>(load * static_cast<double>(job.workMilliseconds));
}

void Line::run(const std::vector<Job*>& jobs, Timestamp end) {
  Timestamp now;
  for (std::size_t next = 0;;) {
    if (m_queue.empty() && next < jobs.size()) now = std::max(now, jobs[next]->submitted);
    now = whenOpen(now);
    while (next < jobs.size() && jobs[next]->submitted <= now) enter(jobs[next++]);
    dropWithdrawn(now);
    if (m_queue.empty() && next == jobs.size()) return;
    if (m_queue.empty()) continue;
    if (now >= end) return;
    Job* job = choose();
    const std::int64_t work = workFor(*job);
    leave(job);
    job->started = now.inMilliseconds();
    job->cancelled = -1;
    const std::int64_t done = afterWork(now, work).inMilliseconds() / 1000 * 1000;
    now = Timestamp::milliseconds(done);
    if (now < end) job->finished = done;
  }
}

}  // namespace

std::string Job::id() const {
  std::string digits = std::to_string(number + 1);
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return "J-" + digits;
}

std::vector<Job> simulateJobs(const SimulationOptions& options, Timestamp start, Timestamp end) {
  if (options.jobsPerMonth == 0) return {};
  std::vector<Job> jobs = arrivals(options, start, end);
  for (int line = 0; line < lines; ++line) {
    std::vector<Job*> ofLine;
    for (Job& job : jobs) {
      if (job.line == line) ofLine.push_back(&job);
    }
    Line(options, line).run(ofLine, end);
  }
  for (Job& job : jobs) {
    if (job.cancelled >= end.inMilliseconds()) job.cancelled = -1;
  }
  return jobs;
}

}  // namespace plumbline
