// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/jobs.h"

#include <algorithm>

#include "model/simulate/story.h"
#include "model/simulate/work_calendar.h"
#include "model/statistics/random.h"

namespace plumbline {
namespace {

constexpr double trafficLoad = 0.97;
constexpr int lines = 2;
constexpr double averageMonth = 30.4375 * 86'400'000.0;  // ms
constexpr int serviceShape = 20;                         // gamma: coefficient of variation 0.22

int urgencyOf(bool community, CounterRandom& random) {
  const std::uint32_t percent = random.below(100);
  if (community) return percent < 25 ? 3 : percent < 65 ? 2 : 1;
  return percent < 15 ? 3 : percent < 55 ? 2 : 1;
}

Job makeJob(std::int64_t number, Timestamp submitted, std::uint64_t seed, double meanService) {
  CounterRandom random(seed, static_cast<std::uint64_t>(Stream::Job),
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
  double service = 0;
  for (int i = 0; i < serviceShape; ++i) service += random.exponential();
  job.serviceMilliseconds = static_cast<std::int64_t>(meanService * service / serviceShape);
  if (random.below(100) < 3) {
    // Withdrawn within five days, if it has not started by then.
    job.cancelled = submitted.inMilliseconds() + random.below(5 * 86'400) * std::int64_t{1000};
  }
  return job;
}

std::vector<Job> arrivals(const SimulationOptions& options, Timestamp start, Timestamp end) {
  CounterRandom random(options.seed, static_cast<std::uint64_t>(Stream::Job));
  const double gap = averageMonth / options.jobsPerMonth;
  const double meanService = trafficLoad * lines * gap;
  std::vector<Job> jobs;
  double time = static_cast<double>(start.inMilliseconds());
  for (;;) {
    time += gap * random.exponential();
    const auto second = static_cast<std::int64_t>(time) / 1000 * 1000;
    if (second >= end.inMilliseconds()) return jobs;
    jobs.push_back(makeJob(static_cast<std::int64_t>(jobs.size()), Timestamp::milliseconds(second),
                           options.seed, meanService));
  }
}

/// One line works off its jobs, one at a time.
class Line {
 public:
  Line(const SimulationOptions& options, int number)
      : m_favour(options.fraud.favour), m_seed(options.seed), m_number(number) {}
  void run(std::vector<Job*> jobs, std::int64_t end);

 private:
  Job* choose(std::vector<Job*>& queue);
  std::int64_t m_favour;
  std::uint64_t m_seed;
  int m_number;
  std::uint64_t m_starts = 0;
};

/// The queue is in the order of submission, so the first of the most urgent is the oldest.
Job* Line::choose(std::vector<Job*>& queue) {
  const auto moreUrgent = [](const Job* a, const Job* b) { return a->urgency < b->urgency; };
  auto chosen = std::max_element(queue.begin(), queue.end(), moreUrgent);
  CounterRandom random(m_seed, static_cast<std::uint64_t>(Stream::Favour),
                       m_starts++ * lines + static_cast<std::uint64_t>(m_number));
  if (random.chancePpm(m_favour)) {
    const auto dearer = [](const Job* a, const Job* b) {
      const bool commercial = !b->community;
      return commercial && (a->community || a->margin() < b->margin());
    };
    const auto dearest = std::max_element(queue.begin(), queue.end(), dearer);
    if (!(*dearest)->community && dearest != chosen) {
      chosen = dearest;
      (*chosen)->jumped = true;
    }
  }
  Job* job = *chosen;
  queue.erase(chosen);
  return job;
}

void Line::run(std::vector<Job*> jobs, std::int64_t end) {
  std::vector<Job*> queue;
  std::size_t next = 0;
  std::int64_t now = 0;
  for (;;) {
    if (queue.empty() && next < jobs.size()) {
      now = std::max(now, jobs[next]->submitted.inMilliseconds());
    }
    while (next < jobs.size() && jobs[next]->submitted.inMilliseconds() <= now) {
      queue.push_back(jobs[next++]);
    }
    std::erase_if(queue,
                  [&](const Job* job) { return job->cancelled >= 0 && job->cancelled <= now; });
    if (queue.empty()) {
      if (next == jobs.size()) return;
      continue;
    }
    if (now >= end) return;
    Job* job = choose(queue);
    job->started = now;
    job->cancelled = -1;
    now = (now + job->serviceMilliseconds) / 1000 * 1000;
    if (now < end) job->finished = now;
  }
}

}  // namespace

std::string Job::id() const {
  std::string digits = std::to_string(number + 1);
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return "J-" + digits;
}

std::vector<Job> simulateJobs(const SimulationOptions& options, Timestamp start, Timestamp end) {
  std::vector<Job> jobs = arrivals(options, start, end);
  for (int line = 0; line < lines; ++line) {
    std::vector<Job*> ofLine;
    for (Job& job : jobs) {
      if (job.line == line) ofLine.push_back(&job);
    }
    Line(options, line).run(std::move(ofLine), end.inMilliseconds());
  }
  for (Job& job : jobs) {
    if (job.cancelled >= end.inMilliseconds()) job.cancelled = -1;
  }
  return jobs;
}

}  // namespace plumbline
