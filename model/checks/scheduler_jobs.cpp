// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/scheduler_jobs.h"

#include <algorithm>
#include <tuple>

namespace plumbline {
namespace {

constexpr std::int64_t rowsBetweenLooks = 1 << 14;

ScheduledJob jobOf(const Query& query) {
  ScheduledJob job;
  job.rowid = query.integer(0);
  job.id = query.text(2);
  job.community = query.text(3) == "community";
  job.urgency = query.optionalInteger(4).value_or(0);
  job.line = query.text(5);
  job.submitted = Timestamp::milliseconds(query.integer(6));
  job.started = !query.isNull(7);
  job.cancelled = !job.started && !query.isNull(8);
  if (job.started) job.left = Timestamp::milliseconds(query.integer(7));
  if (job.cancelled) job.left = Timestamp::milliseconds(query.integer(8));
  job.mass = Mass::grams(query.integer(9));
  job.revenueCents = query.integer(10);
  job.currency = query.text(11);
  return job;
}

}  // namespace

Result<Jobs> loadJobs(const CheckInput& input) {
  PLUMBLINE_TRY(query,
                input.database.prepare(
                    "SELECT rowid, publication, id, category, urgency, line, submitted_ms, "
                    "started_ms, cancelled_ms, mass_g, revenue_cents, currency FROM current_jobs "
                    "WHERE category IN ('community', 'commercial')"));
  std::vector<ScheduledJob> jobs;
  Timestamp newest = input.reconciliation.books.asOf;
  for (std::int64_t row = 0;; ++row) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    if (row % rowsBetweenLooks == 0 && input.progress.cancelled())
      return Progress::cancelledError();
    const PublicationInfo& publication =
        input.reconciliation.books.publications.find(query.integer(1));
    if (!publication.usable) continue;
    ScheduledJob job = jobOf(query);
    job.party = publication.party;
    const bool waiting = !job.started && !job.cancelled;
    // A job that was started before it came says nothing about waiting.
    if (!waiting && job.left < job.submitted) continue;
    newest = std::max({newest, job.submitted, job.left});
    jobs.push_back(std::move(job));
  }
  for (ScheduledJob& job : jobs) {
    if (!job.started && !job.cancelled) job.left = newest;
  }
  // Never by row number: that is the order in which the files were opened.
  const auto key = [](const ScheduledJob& job) {
    return std::tie(job.submitted, job.party, job.id, job.line, job.left, job.mass, job.urgency,
                    job.community, job.revenueCents, job.currency);
  };
  std::sort(jobs.begin(), jobs.end(),
            [key](const ScheduledJob& a, const ScheduledJob& b) { return key(a) < key(b); });
  return jobs;
}

}  // namespace plumbline
