// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include <QTest>

#include "model/checks/blind_rules.h"
#include "model/checks/rule_list.h"
#include "model/checks/queue_replay.h"
#include "model/simulate/jobs.h"
#include "model/statistics/random.h"
#include "model/store/current_records.h"
#include "model/store/sql_resource.h"

#include "tests/program.h"

namespace plumbline {
namespace {

constexpr std::int64_t minute = 60'000;
const Timestamp firstDay = Timestamp::fromCivil(2141, 1, 1);

/// A workspace with one plant and nothing but jobs.
class Records {
 public:
  Records() : m_database(std::move(Database::openInMemory()).value()) {
    check(m_database.execute(sqlResource("schema")));
    check(addCurrentViews(m_database));
    check(m_database.execute(
        "INSERT INTO publications (id, evidence, party, role, name, operator, sequence, "
        "period_start_ms, period_end_ms, previous, reason, origin, log_index, signer, state) "
        "VALUES (1, 1, 'north', 'plant', 'North', '', 1, 0, 1, '', '', '', -1, '', 'good')"));
  }
  void add(const Job& job) {
    auto query = m_database.prepare(
        "INSERT INTO jobs (publication, row, at, id, submitted_ms, started_ms, cancelled_ms, "
        "category, urgency, line, mass_g, revenue_cents, currency) "
        "VALUES (1, 1, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'EUR')");
    const std::string id = job.id();
    query->bind(1, std::string_view(id)).bind(2, job.submitted.inMilliseconds());
    job.started < 0 ? query->bindNull(3) : query->bind(3, job.started);
    job.cancelled < 0 ? query->bindNull(4) : query->bind(4, job.cancelled);
    query->bind(5, std::string_view(job.community ? "community" : "commercial"));
    query->bind(6, std::int64_t{job.urgency});
    query->bind(7, std::string_view(job.line == 0 ? "A" : "B"));
    query->bind(8, job.tenKilograms * 10'000).bind(9, job.tenKilograms * job.centsPerTonne / 100);
    check(query->run());
  }
  [[nodiscard]] CheckOutcome run(std::int64_t permutations = 1'999, std::int64_t seed = 5) const {
    AuditPlan plan;
    plan.permutations = permutations;
    plan.seed = seed;
    Reconciliation reconciliation;
    reconciliation.books.publications = PublicationBook::load(m_database, {}).value();
    const Progress progress;
    return std::get<RunCheck>(rules::schedulerFavoursCommercial.check)(
            {m_database, plan, reconciliation, progress})
        .value();
  }

 private:
  static void check(const Result<void>& result) {
    if (!result) qFatal("%s", result.error().text().c_str());
  }
  Database m_database;
};

std::vector<Job> simulatedJobs(std::int64_t favour, std::uint64_t seed, int months = 12,
                               std::string_view confounder = {}) {
  SimulationOptions options;
  options.seed = seed;
  options.fraud.favour = favour;
  options.confounders = *parseConfounders(confounder);
  return simulateJobs(options, firstDay, Timestamp::fromCivil(2141 + months / 12, 1, 1));
}

CheckOutcome outcomeOf(const std::vector<Job>& jobs, std::int64_t permutations = 1'999) {
  Records records;
  for (const Job& job : jobs) records.add(job);
  return records.run(permutations);
}

Job jobAt(int number, std::int64_t submitted, std::int64_t started, int urgency, bool community) {
  Job job;
  job.number = number;
  job.submitted = Timestamp::milliseconds(firstDay.inMilliseconds() + submitted * minute);
  job.started = started < 0 ? -1 : firstDay.inMilliseconds() + started * minute;
  job.urgency = urgency;
  job.community = community;
  job.tenKilograms = 1'000;
  job.centsPerTonne = 12'345;
  return job;
}

/// Twelve jobs a group that wait a minute each, so that there are enough to look at.
std::vector<Job> crowd() {
  std::vector<Job> jobs;
  for (int i = 0; i < 24; ++i)
    jobs.push_back(jobAt(100 + i, 1000 + 10 * i, 1001 + 10 * i, 1, i % 2));
  return jobs;
}

class SchedulerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void noJobs();
  void tooFewJobs();
  void whatCannotBeFoundIsNoPass();
  void honestQueuesAreNotNamed();
  void favouredQueuesAreFound();
  void theSampleFavourIsPlainToSee();
  void theAnswerDoesNotDependOnTheOrderOfRows();
  void jumpsAreTheFavouredJobs();
  void shortestFirstFavoursNobody();
  void favourBesideShortestFirstIsFound();
  void whatARuleKeepsByHand();
  void extraWaitByHand();
  void oneJumpByHand();
  void whatKeepsAJumpFromBeingOne_data();
  void whatKeepsAJumpFromBeingOne();
  void cancelledAndWaitingAreCensored();
  void impossibleTimesAreLeftOut();
  void theUrgentHalf();
  void theHorizonFollowsTheWaits_data();
  void theHorizonFollowsTheWaits();
  void replayAgainstEveryPair();
};

void SchedulerTest::noJobs() {
  const CheckOutcome outcome = Records().run();
  QCOMPARE(outcome.state, CheckState::CannotTell);
  QCOMPARE(outcome.reason, std::string("no_jobs"));
  QVERIFY(outcome.scheduler.has_value() && !outcome.scheduler->applicable);
}

void SchedulerTest::tooFewJobs() {
  auto jobs = crowd();
  jobs.resize(18);
  const CheckOutcome outcome = outcomeOf(jobs);
  QCOMPARE(outcome.state, CheckState::CannotTell);
  QCOMPARE(outcome.scheduler->whyNot, std::string("too_few_jobs"));
  QCOMPARE(outcomeOf(crowd()).state, CheckState::Passed);
}

void SchedulerTest::whatCannotBeFoundIsNoPass() {
  auto jobs = crowd();
  for (Job& job : jobs) job.urgency = job.community ? 3 : 1;  // no two of them are alike
  const CheckOutcome unlike = outcomeOf(jobs);
  QCOMPARE(unlike.state, CheckState::CannotTell);
  QCOMPARE(unlike.reason, std::string("no_like_jobs"));
  QVERIFY(!unlike.scheduler->parts.empty());
  const CheckOutcome few = outcomeOf(crowd(), 99);  // 1 / 100 is not below 1 %
  QCOMPARE(few.state, CheckState::CannotTell);
  QCOMPARE(few.reason, std::string("too_few_permutations"));
  QCOMPARE(outcomeOf(crowd(), 100).state, CheckState::Passed);
}

void SchedulerTest::honestQueuesAreNotNamed() {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const auto jobs = simulatedJobs(0, seed);
    const CheckOutcome outcome = outcomeOf(jobs);
    const SchedulerAudit& audit = *outcome.scheduler;
    QVERIFY(audit.applicable);
    QCOMPARE(outcome.state, CheckState::Passed);
    QVERIFY(outcome.findings.empty());
    QCOMPARE(audit.jumpCount, std::int64_t(0));
    QVERIFY2(audit.pPpm >= 10'000, qPrintable(QString::number(audit.pPpm)));
    QVERIFY(audit.soonerLowPermille < 1150 && audit.soonerHighPermille > 850);
    QVERIFY(std::abs(audit.statistic) < 0.12);
    QVERIFY(audit.extraWaitLowMilliDays < 400 && audit.extraWaitHighMilliDays > -400);
    // A year of some 3,000 jobs shows a lead in a tenth of the pairs.
    QVERIFY(audit.detectablePermille > 30 && audit.detectablePermille < 150);
    // Waits a citizen can see on an axis of days, and a queue that does not grow.
    const WaitingPart& all = audit.parts.front();
    QVERIFY(*all.community.medianDays > 2 && *all.community.medianDays < 9);
    QVERIFY(*all.commercial.medianDays > 2 && *all.commercial.medianDays < 9);
    QVERIFY(audit.horizonDays >= 7 && audit.horizonDays <= 28);
    QVERIFY((all.community.stillWaiting + all.commercial.stillWaiting) * 25 <
            static_cast<std::int64_t>(jobs.size()));
    QCOMPARE(audit.parts.front().community.jobs + audit.parts.front().commercial.jobs,
             static_cast<std::int64_t>(jobs.size()));
  }
}

void SchedulerTest::favouredQueuesAreFound() {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const CheckOutcome outcome = outcomeOf(simulatedJobs(100'000, seed));
    const SchedulerAudit& audit = *outcome.scheduler;
    QCOMPARE(outcome.state, CheckState::Failed);
    QCOMPARE(outcome.findings.size(), std::size_t(1));
    const Finding& finding = outcome.findings.front();
    QCOMPARE(finding.rule, std::string("scheduler_favours_commercial"));
    QCOMPARE(finding.severity, Severity::Look);
    QCOMPARE(finding.facts.get<Permille>("sooner").value, audit.soonerPermille);
    QCOMPARE(finding.records.size(), audit.jumps.size());
    QVERIFY(audit.pPpm < 10'000 && audit.statistic > 0);
    QVERIFY(audit.leadPermille > audit.detectablePermille / 2);
    QVERIFY(audit.extraWaitLowMilliDays > 0);
    QVERIFY(audit.extraWaitHighMilliDays > audit.extraWaitMilliDays);
    QVERIFY(audit.logRankPPpm < 10'000);
    QCOMPARE(finding.facts.get<Ppm>("log_rank_p").value, audit.logRankPPpm);
    QCOMPARE(finding.facts.get<Days>("extra_wait").thousandths, audit.extraWaitMilliDays);
    QVERIFY(audit.soonerLowPermille > 1000);
    QCOMPARE(audit.seed, std::int64_t(5));
    QCOMPARE(audit.permutations, std::int64_t(1'999));
    QVERIFY(audit.strata > 50);
  }
}

void SchedulerTest::theSampleFavourIsPlainToSee() {
  const SimulationOptions story = sampleStory();
  const SchedulerAudit audit =
      *outcomeOf(simulatedJobs(story.fraud.favour, story.seed, story.months)).scheduler;
  QVERIFY(audit.pPpm < 10'000);
  QVERIFY2(audit.soonerPermille > 1300 && audit.soonerPermille < 1800,
           qPrintable(QString::number(audit.soonerPermille)));
  // In all jobs and in those that are not urgent; urgent ones hardly wait.
  for (const std::size_t part : {std::size_t{0}, std::size_t{2}}) {
    const WaitingPart& jobs = audit.parts.at(part);
    QVERIFY(*jobs.community.medianDays > 1.3 * *jobs.commercial.medianDays);
    QVERIFY(jobs.community.meanDays > jobs.commercial.meanDays + 1);
  }
}

void SchedulerTest::theAnswerDoesNotDependOnTheOrderOfRows() {
  auto jobs = simulatedJobs(50'000, 3);
  const SchedulerAudit first = *outcomeOf(jobs).scheduler;
  std::reverse(jobs.begin(), jobs.end());
  const SchedulerAudit second = *outcomeOf(jobs).scheduler;
  QCOMPARE(first.pPpm, second.pPpm);
  QCOMPARE(first.statistic, second.statistic);
  QCOMPARE(first.soonerPermille, second.soonerPermille);
  QCOMPARE(first.jumps.size(), second.jumps.size());
  for (std::size_t i = 0; i < first.jumps.size(); ++i)
    QCOMPARE(first.jumps[i].job, second.jumps[i].job);
}

void SchedulerTest::jumpsAreTheFavouredJobs() {
  const auto jobs = simulatedJobs(40'000, 9);
  std::set<std::string> favoured, found;
  for (const Job& job : jobs) {
    if (job.jumped) favoured.insert(job.id());
  }
  const SchedulerAudit audit = *outcomeOf(jobs).scheduler;
  for (const QueueJump& jump : audit.jumps) found.insert(jump.job);
  QVERIFY(favoured.size() > 20 && favoured.size() <= 200);
  // A favoured job that passes only younger, more urgent ones is no jump by this count.
  QVERIFY(std::includes(favoured.begin(), favoured.end(), found.begin(), found.end()));
  QVERIFY(found.size() * 4 > favoured.size() * 3);
  for (std::size_t i = 1; i < audit.jumps.size(); ++i) {
    QVERIFY(audit.jumps[i - 1].overtaken >= audit.jumps[i].overtaken);
  }
}

/// The curves say the opposite of what the plant does: small jobs go first, and most of them are
/// commercial (Simpson's paradox).
void SchedulerTest::shortestFirstFavoursNobody() {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const CheckOutcome outcome = outcomeOf(simulatedJobs(0, seed, 12, "shortest_first"));
    const SchedulerAudit& audit = *outcome.scheduler;
    const WaitingPart& all = audit.parts.front();
    QVERIFY(all.community.meanDays > all.commercial.meanDays * 1.2);
    QVERIFY(audit.jumpCount > 100);  // against "most urgent, then oldest"
    QVERIFY(audit.pPpm < 10'000);  // of like jobs the smaller ones, which are commercial
    QCOMPARE(outcome.state, CheckState::CannotTell);
    QCOMPARE(outcome.reason, std::string("another_rule"));
  }
}

void SchedulerTest::favourBesideShortestFirstIsFound() {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const CheckOutcome outcome = outcomeOf(simulatedJobs(100'000, seed, 12, "shortest_first"));
    QCOMPARE(outcome.state, CheckState::Failed);
  }
}

void SchedulerTest::whatARuleKeepsByHand() {
  const auto job = [](const char* id, int submitted, int left, int tonnes, bool community) {
    ScheduledJob made;
    made.id = id;
    made.started = true;
    made.community = community;
    made.submitted = Timestamp::milliseconds(submitted);
    made.left = Timestamp::milliseconds(left);
    made.mass = Mass::kilograms(1'000 * tonnes);
    return made;
  };
  // a goes first though b is smaller; then b; c and d weigh the same; e comes as f starts.
  const Jobs jobs{job("a", 0, 10, 9, false), job("b", 1, 20, 2, true),  job("c", 2, 40, 5, true),
                  job("d", 3, 30, 5, false), job("e", 50, 60, 1, true), job("f", 41, 50, 7, true)};
  const RuleFit smallest = fitOf(jobs, {BlindOrder::Smallest, false});
  QCOMPARE(smallest.choices, std::int64_t(3));  // a, b and d had others beside them
  QCOMPARE(smallest.kept, std::int64_t(2));
  QCOMPARE(smallest.commercial, std::int64_t(1));
  QCOMPARE(smallest.expected, 2.0 / 3);  // a and d of a, c and d
  QVERIFY(std::abs(smallest.variance - 2.0 / 9) < 1e-12);
  QVERIFY(!smallest.leansToCommercial());
  QCOMPARE(fitOf(jobs, {BlindOrder::Oldest, true}).kept, std::int64_t(2));
  QCOMPARE(fitOf(jobs, {BlindOrder::Largest, false}).kept, std::int64_t(2));
}

void SchedulerTest::extraWaitByHand() {
  // One stratum, nobody censored: community jobs wait 2 and 4 days by turns, commercial ones 1.
  std::vector<Job> jobs;
  const int day = 24 * 60;
  for (int i = 0; i < 24; ++i) {
    const int wait = i % 2 ? (i % 4 == 1 ? 2 * day : 4 * day) : day;
    jobs.push_back(jobAt(i, i, i + wait, 1, i % 2));
  }
  const SchedulerAudit audit = *outcomeOf(jobs).scheduler;
  QCOMPARE(audit.strata, std::int64_t(1));
  QCOMPARE(audit.horizonDays, 7.0);
  QCOMPARE(audit.extraWaitMilliDays, std::int64_t(2'000));
  // Twelve waits of 3 days that are 1 day off: variance 1 / 11.
  const double half = 1.959963984540054 / std::sqrt(11.0) * 1000;
  QCOMPARE(audit.extraWaitLowMilliDays, std::int64_t(std::llround(2'000 - half)));
  QCOMPARE(audit.extraWaitHighMilliDays, std::int64_t(std::llround(2'000 + half)));
  QCOMPARE(audit.leadPermille,
           std::int64_t(1'000));  // in every pair the community job waits longer
}

void SchedulerTest::oneJumpByHand() {
  auto jobs = crowd();
  jobs.push_back(jobAt(1, 0, 300, 2, true));    // the oldest that keeps waiting
  jobs.push_back(jobAt(2, 5, 310, 1, true));    // keeps waiting too
  jobs.push_back(jobAt(3, 60, 120, 1, false));  // jumps both
  const SchedulerAudit audit = *outcomeOf(jobs).scheduler;
  QCOMPARE(audit.jumpCount, std::int64_t(1));
  const QueueJump& jump = audit.jumps.front();
  QCOMPARE(jump.job, std::string("J-0004"));
  QCOMPARE(jump.overtaken, std::int64_t(2));
  QCOMPARE(jump.oldest, std::string("J-0002"));
  QCOMPARE(jump.oldestCategory, std::string("community"));
  QCOMPARE(jump.oldestWaitMilliseconds, 120 * minute);
  QCOMPARE(jump.valuePerTonne.hundredths, std::int64_t(12'345));
  QCOMPARE(jump.valuePerTonne.currency, std::string("EUR"));
}

void SchedulerTest::whatKeepsAJumpFromBeingOne_data() {
  QTest::addColumn<int>("olderUrgency");
  QTest::addColumn<int>("olderLine");
  QTest::addColumn<int>("olderCancelled");
  QTest::addColumn<int>("olderStarted");
  QTest::addColumn<int>("jumps");
  QTest::newRow("a jump") << 1 << 0 << -1 << 300 << 1;
  QTest::newRow("still waiting") << 1 << 0 << -1 << -1 << 1;
  QTest::newRow("less urgent") << 0 << 0 << -1 << 300 << 0;
  QTest::newRow("other line") << 1 << 1 << -1 << 300 << 0;
  QTest::newRow("cancelled before") << 1 << 0 << 100 << -1 << 0;
  QTest::newRow("cancelled after") << 1 << 0 << 200 << -1 << 1;
  QTest::newRow("started together") << 1 << 0 << -1 << 120 << 0;
}

void SchedulerTest::whatKeepsAJumpFromBeingOne() {
  QFETCH(int, olderUrgency);
  QFETCH(int, olderLine);
  QFETCH(int, olderCancelled);
  QFETCH(int, olderStarted);
  QFETCH(int, jumps);
  auto jobs = crowd();
  Job older = jobAt(1, 0, olderStarted, olderUrgency, true);
  older.line = olderLine;
  if (olderCancelled >= 0) older.cancelled = firstDay.inMilliseconds() + olderCancelled * minute;
  jobs.push_back(older);
  jobs.push_back(jobAt(2, 60, 120, 1, false));
  // Later jobs, which a job that still waits lets pass, stand in the other line.
  for (Job& job : jobs) {
    if (job.number >= 100) job.line = 1 - olderLine;
    if (job.number >= 100) job.urgency = 5;
  }
  QCOMPARE(outcomeOf(jobs).scheduler->jumpCount, std::int64_t(jumps));
}

void SchedulerTest::cancelledAndWaitingAreCensored() {
  auto jobs = crowd();
  Job cancelled = jobAt(1, 0, -1, 1, true);
  cancelled.cancelled = firstDay.inMilliseconds() + 30 * minute;
  jobs.push_back(cancelled);
  jobs.push_back(jobAt(2, 5, -1, 1, true));
  const WaitingCurve curve = outcomeOf(jobs).scheduler->parts.front().community;
  QCOMPARE(curve.jobs, std::int64_t(14));
  QCOMPARE(curve.started, std::int64_t(12));
  QCOMPARE(curve.cancelled, std::int64_t(1));
  QCOMPARE(curve.stillWaiting, std::int64_t(1));
  // All twelve waits are one minute; two of fourteen are still in the curve then.
  QCOMPARE(curve.steps.size(), std::size_t(1));
  QVERIFY(std::abs(curve.steps.front().days - 1.0 / 1440) < 1e-15);
  QVERIFY(std::abs(curve.steps.front().waiting - 2.0 / 14) < 1e-12);
  QVERIFY(curve.steps.front().low < 2.0 / 14 && curve.steps.front().high > 2.0 / 14);
  QVERIFY(curve.medianDays.has_value());
}

void SchedulerTest::impossibleTimesAreLeftOut() {
  auto jobs = crowd();
  jobs.push_back(jobAt(1, 50, 10, 1, true));
  QCOMPARE(outcomeOf(jobs).scheduler->parts.front().community.jobs, std::int64_t(12));
}

void SchedulerTest::theUrgentHalf() {
  auto jobs = crowd();
  QCOMPARE(outcomeOf(jobs).scheduler->parts.size(), std::size_t(1));
  jobs[0].urgency = 3;
  jobs[1].urgency = 2;
  const auto parts = outcomeOf(jobs).scheduler->parts;
  QCOMPARE(parts.size(), std::size_t(3));
  QCOMPARE(parts[1].key, std::string("urgent"));
  QCOMPARE(parts[1].community.jobs + parts[1].commercial.jobs, std::int64_t(1));
  QCOMPARE(parts[2].key, std::string("not_urgent"));
  QCOMPARE(parts[2].community.jobs + parts[2].commercial.jobs, std::int64_t(23));
}

void SchedulerTest::theHorizonFollowsTheWaits_data() {
  QTest::addColumn<int>("usual");
  QTest::addColumn<int>("longer");
  QTest::addColumn<int>("jobsWithLonger");
  QTest::addColumn<double>("horizon");
  constexpr int day = 24 * 60;
  QTest::newRow("minutes") << 1 << 1 << 0 << 7.0;
  QTest::newRow("a week") << 7 * day << 1 << 0 << 7.0;
  QTest::newRow("a little more") << 7 * day + 1 << 1 << 0 << 14.0;
  QTest::newRow("one in twenty is longer") << 7 * day << 100 * day << 5 << 7.0;
  QTest::newRow("more are longer") << 7 * day << 20 * day << 6 << 21.0;
  QTest::newRow("half a year") << 182 * day << 1 << 0 << 182.0;
  QTest::newRow("a year") << 365 * day << 1 << 0 << 182.0;
}

void SchedulerTest::theHorizonFollowsTheWaits() {
  QFETCH(int, usual);
  QFETCH(int, longer);
  QFETCH(int, jobsWithLonger);
  QFETCH(double, horizon);
  std::vector<Job> jobs;
  for (int i = 0; i < 100; ++i) {
    jobs.push_back(jobAt(i, i, i + (i < jobsWithLonger ? longer : usual), 1, i % 2 == 0));
  }
  // What has not started does not count.
  for (int i = 100; i < 120; ++i) jobs.push_back(jobAt(i, i, -1, 1, i % 2 == 0));
  const SchedulerAudit audit = *outcomeOf(jobs).scheduler;
  QCOMPARE(audit.horizonDays, horizon);
  for (const SurvivalStep& step : audit.parts.front().community.steps) {
    QVERIFY(step.days <= horizon);
  }
}

void SchedulerTest::replayAgainstEveryPair() {
  for (std::uint64_t round = 0; round < 60; ++round) {
    CounterRandom random(1, round);
    std::vector<QueuedJob> jobs;
    const std::uint32_t size = random.below(60);
    for (std::uint32_t i = 0; i < size; ++i) {
      QueuedJob job;
      job.submitted = random.below(30);
      job.left = random.below(5) == 0 ? neverLeft : job.submitted + random.below(15);
      job.urgency = random.below(4);
      job.started = job.left != neverLeft && random.below(6) != 0;
      jobs.push_back(job);
    }
    const auto replayed = replayQueue(jobs);
    for (std::size_t j = 0; j < jobs.size(); ++j) {
      std::int64_t overtaken = 0, oldest = neverLeft;
      for (const QueuedJob& other : jobs) {
        if (!jobs[j].started || other.submitted >= jobs[j].submitted) continue;
        if (other.urgency < jobs[j].urgency || other.left <= jobs[j].left) continue;
        ++overtaken;
        oldest = std::min(oldest, other.submitted);
      }
      QCOMPARE(replayed[j].overtaken, overtaken);
      if (overtaken > 0) QCOMPARE(jobs[replayed[j].oldest].submitted, oldest);
    }
  }
}

}  // namespace
}  // namespace plumbline

PLUMBLINE_TEST(plumbline::SchedulerTest)
#include "test_scheduler.moc"
