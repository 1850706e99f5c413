// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/queue_replay.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace plumbline {
namespace {

/// Counts overtaken jobs by divide and conquer over the order of service: a job can only have
/// overtaken jobs that stand before it there. Within a half, jobs are added by submission and
/// looked up by the time they left (a Fenwick tree of counts and earliest jobs).
class Replay {
 public:
  explicit Replay(std::span<const QueuedJob> jobs);
  [[nodiscard]] std::vector<Overtaking> run();

 private:
  struct Node {
    std::int64_t count = 0;
    std::size_t earliest = none;  // rank by submission
  };
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  void divide(std::size_t begin, std::size_t end);
  void add(std::size_t job);
  [[nodiscard]] Node leftAfter(std::int64_t time) const;
  void remove(std::size_t job);
  [[nodiscard]] std::size_t slotsAfter(std::int64_t time) const;

  std::span<const QueuedJob> m_jobs;
  std::vector<std::size_t> m_order;           // by urgency, then submission
  std::vector<std::size_t> m_bySubmission;    // rank -> job
  std::vector<std::size_t> m_submissionRank;  // job -> rank
  std::vector<std::int64_t> m_leaving;        // sorted times of leaving
  std::vector<Node> m_tree;                   // over m_leaving from the latest to the earliest
  std::vector<Overtaking> m_result;
};

Replay::Replay(std::span<const QueuedJob> jobs) : m_jobs(jobs), m_result(jobs.size()) {
  m_order.resize(jobs.size());
  std::iota(m_order.begin(), m_order.end(), std::size_t{0});
  m_bySubmission = m_order;
  const auto submission = [&](std::size_t i) { return std::tuple(jobs[i].submitted, i); };
  std::sort(m_bySubmission.begin(), m_bySubmission.end(),
            [&](std::size_t a, std::size_t b) { return submission(a) < submission(b); });
  std::sort(m_order.begin(), m_order.end(), [&](std::size_t a, std::size_t b) {
    return std::tuple(-jobs[a].urgency, submission(a)) <
           std::tuple(-jobs[b].urgency, submission(b));
  });
  m_submissionRank.resize(jobs.size());
  for (std::size_t rank = 0; rank < jobs.size(); ++rank)
    m_submissionRank[m_bySubmission[rank]] = rank;
  for (const QueuedJob& job : jobs) m_leaving.push_back(job.left);
  std::sort(m_leaving.begin(), m_leaving.end());
  m_tree.resize(jobs.size() + 1);
}

std::vector<Overtaking> Replay::run() {
  divide(0, m_order.size());
  return std::move(m_result);
}

std::size_t Replay::slotsAfter(std::int64_t time) const {
  return static_cast<std::size_t>(m_leaving.end() -
                                  std::upper_bound(m_leaving.begin(), m_leaving.end(), time));
}

void Replay::add(std::size_t job) {
  // The slot of the latest of equal times, so that they are all counted as leaving then.
  const std::size_t slot = slotsAfter(m_jobs[job].left) + 1;
  for (std::size_t i = slot; i < m_tree.size(); i += i & (~i + 1)) {
    ++m_tree[i].count;
    m_tree[i].earliest = std::min(m_tree[i].earliest, m_submissionRank[job]);
  }
}

void Replay::remove(std::size_t job) {
  const std::size_t slot = slotsAfter(m_jobs[job].left) + 1;
  for (std::size_t i = slot; i < m_tree.size(); i += i & (~i + 1)) m_tree[i] = {};
}

Replay::Node Replay::leftAfter(std::int64_t time) const {
  Node sum;
  for (std::size_t i = slotsAfter(time); i > 0; i -= i & (~i + 1)) {
    sum.count += m_tree[i].count;
    sum.earliest = std::min(sum.earliest, m_tree[i].earliest);
  }
  return sum;
}

void Replay::divide(std::size_t begin, std::size_t end) {
  if (end - begin < 2) return;
  const std::size_t middle = begin + (end - begin) / 2;
  divide(begin, middle);
  divide(middle, end);
  // Both halves are by submission now.
  std::size_t added = begin;
  for (std::size_t i = middle; i < end; ++i) {
    const std::size_t job = m_order[i];
    while (added < middle && m_jobs[m_order[added]].submitted < m_jobs[job].submitted) {
      add(m_order[added++]);
    }
    if (!m_jobs[job].started) continue;
    const Node overtaken = leftAfter(m_jobs[job].left);
    if (overtaken.count == 0) continue;
    Overtaking& result = m_result[job];
    const std::size_t oldest = m_bySubmission[overtaken.earliest];
    if (result.overtaken == 0 || overtaken.earliest < m_submissionRank[result.oldest]) {
      result.oldest = oldest;
    }
    result.overtaken += overtaken.count;
  }
  for (std::size_t i = begin; i < added; ++i) remove(m_order[i]);
  const auto at = [&](std::size_t i) { return m_order.begin() + static_cast<std::ptrdiff_t>(i); };
  std::inplace_merge(at(begin), at(middle), at(end), [&](std::size_t a, std::size_t b) {
    return m_submissionRank[a] < m_submissionRank[b];
  });
}

}  // namespace

std::vector<Overtaking> replayQueue(std::span<const QueuedJob> jobs) {
  return Replay(jobs).run();
}

}  // namespace plumbline
