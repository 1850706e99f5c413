// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Honest worlds of the second generator, one habit at a time and several together: nobody is
// accused. PLUMBLINE_WORLDS=20 looks at as many seeds of each, over 12 and 24 months, and prints a
// table; it takes longer than Qt lets a test take, so QTEST_FUNCTION_TIMEOUT=3600000 goes with it.

#include <cstdlib>
#include <map>

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/checks/rule.h"

#include "tests/model/audit/other_world.h"
#include "tests/model/vouched.h"
#include "tests/program.h"

using namespace plumbline;
using test::OtherTown;
using test::OtherWorld;

namespace {

AuditPtr auditOf(const OtherWorld& world) {
  QTemporaryDir dir;
  const test::fs::path root(dir.path().toStdString());
  OtherTown(world).write(root / "publications");
  const auto report = importInto(root / "ws", {root / "publications"},
                                 test::vouchedFor(root / "publications"), Progress());
  if (!report) qFatal("%s", report.error().text().c_str());
  if (!report->problems.empty()) qFatal("%s", report->problems.front().text().c_str());
  auto audit = runAudit(root / "ws", Progress());
  if (!audit) qFatal("%s", audit.error().text().c_str());
  return std::move(*audit);
}

/// What is said of honest worlds.
struct Tally {
  int worlds = 0, contradictedClaims = 0, accusing = 0, looking = 0;
  std::map<std::string, int> rules;  // of accusations and statistical looks: worlds

  void add(const AuditResult& audit) {
    ++worlds;
    for (const ClaimVerdict& claim : audit.claims) {
      contradictedClaims += claim.decision == Decision::Contradicted ? 1 : 0;
    }
    std::map<std::string, int> told;
    bool accuses = false, looks = false;
    for (const Finding& finding : audit.findings) {
      const bool accusation = finding.severity == Severity::Contradiction;
      // Links are suggestions about numbers, and accuse nobody.
      const bool link = finding.rule == "document_number_differs" || finding.rule == "ambiguous_link";
      const bool look = finding.severity == Severity::Look && !link &&
                        findRule(finding.rule)->kind == RuleKind::Statistic;
      accuses = accuses || accusation;
      looks = looks || look;
      if (accusation || look) ++told[finding.rule];
    }
    accusing += accuses ? 1 : 0;
    looking += looks ? 1 : 0;
    for (const auto& [rule, count] : told) ++rules[rule];
  }
  void add(const Tally& other) {
    worlds += other.worlds;
    contradictedClaims += other.contradictedClaims;
    accusing += other.accusing;
    looking += other.looking;
    for (const auto& [rule, count] : other.rules) rules[rule] += count;
  }
  [[nodiscard]] std::string text() const {
    std::string line = std::to_string(worlds) + " worlds, contradicted claims " +
                       std::to_string(contradictedClaims) + ", worlds with a contradiction " +
                       std::to_string(accusing) + ", with a look " + std::to_string(looking);
    for (const auto& [rule, count] : rules) line += ", " + rule + " " + std::to_string(count);
    return line;
  }
};

std::vector<std::pair<const char*, OtherWorld>> habits() {
  return {{"nothing", {}},
          {"paper dries", {.drying = 0.01}},
          {"paper dries a lot", {.drying = 0.02}},
          {"tariff minimum", {.least = 17}},
          {"tenths of a tonne", {.step = 0.1}},
          {"half tonnes", {.step = 0.5}},
          {"clock one hour ahead", {.clockHours = 1}},
          {"clock six hours ahead", {.clockHours = 6}},
          {"books a month late", {.booksLate = true}},
          {"codes of its own", {.ownCodes = true}},
          {"no operations", {.noOperations = true}},
          {"days only", {.datesOnly = true}},
          {"typing errors", {.typos = 0.03}},
          {"numbers left out", {.noNumbers = 0.03}},
          {"refusals", {.refused = 0.04}},
          {"wrong lines", {.wrongLines = 0.01}},
          {"other senders", {.others = 0.5}},
          {"corrections", {.corrected = 0.012}},
          {"wrong lines without operations", {.noOperations = true, .wrongLines = 0.01}},
          {"wrong lines and typing errors", {.typos = 0.03, .noNumbers = 0.01, .wrongLines = 0.01}},
          {"errors larger than stated", {.worse = 1.9}},
          {"summer time", {.clockHours = 1, .summerTime = true}},
          {"summer time, days only", {.clockHours = 2, .datesOnly = true, .summerTime = true}},
          {"plates with blanks", {.typos = 0.03, .plateBlanks = true}},
          {"a scale out of order", {.scaleBroken = true}},
          {"new codes from July on", {.newCodes = true}},
          {"a receiver joins late", {.joinsLate = true}},
          {"mistyped receipts", {.mistyped = 0.01}},
          {"another yard", {.otherYard = 0.05}},
          {"loads come back", {.returned = 0.02}},
          {"a wet year", {.drying = 0.02, .step = 0.1, .datesOnly = true, .refused = 0.03}},
          {"a bit of everything",
           {.drying = 0.012, .least = 15, .step = 0.1, .clockHours = 2, .ownCodes = true,
            .typos = 0.015, .refused = 0.02, .wrongLines = 0.003, .others = 0.3,
            .corrected = 0.012}}};
}

/// Of each habit; 0 where nobody asks.
int seedsAsked() {
  const char* const text = std::getenv("PLUMBLINE_WORLDS");
  return text == nullptr ? 0 : std::atoi(text);
}

}  // namespace

class TestHonestWorlds : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nobodyIsAccused_data() {
    QTest::addColumn<int>("index");
    int index = 0;
    for (const auto& [name, world] : habits()) QTest::newRow(name) << index++;
  }
  void nobodyIsAccused() {
    QFETCH(int, index);
    OtherWorld world = habits()[static_cast<std::size_t>(index)].second;
    world.seed = 400 + static_cast<unsigned>(index);
    const AuditPtr audit = auditOf(world);
    m_tally.add(*audit);
    QVERIFY(audit->decision() != Decision::Contradicted);
    for (const Finding& finding : audit->findings) {
      QVERIFY2(finding.severity != Severity::Contradiction, finding.toJson().pretty().c_str());
    }
  }

  /// Nor do their records conflict.
  void nothingIsInConflict_data() {
    QTest::addColumn<int>("index");
    const auto all = habits();
    const std::vector<std::string> names = {"days only", "summer time, days only", "plates with blanks",
                                            "new codes from July on", "a receiver joins late",
                                            "mistyped receipts", "another yard", "loads come back"};
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool asked = std::find(names.begin(), names.end(), all[i].first) != names.end();
      if (asked) QTest::newRow(all[i].first) << static_cast<int>(i);
    }
  }
  void nothingIsInConflict() {
    QFETCH(int, index);
    OtherWorld world = habits()[static_cast<std::size_t>(index)].second;
    world.seed = 700 + static_cast<unsigned>(index);
    const AuditPtr audit = auditOf(world);
    for (const Finding& finding : audit->findings) {
      QVERIFY2(finding.severity > Severity::Conflict, finding.toJson().pretty().c_str());
    }
  }

  void fewLooksAreTold() {
    QVERIFY2(m_tally.looking * 10 <= m_tally.worlds, m_tally.text().c_str());
  }

  /// In the same worlds.
  void whoCheatsIsFound_data() {
    QTest::addColumn<int>("index");
    const auto all = habits();
    for (const int index : {0, 1, 4, 10, 17, 20, 22, 25, 28, 31}) {
      QTest::newRow(all[static_cast<std::size_t>(index)].first) << index;
    }
  }
  void whoCheatsIsFound() {
    QFETCH(int, index);
    OtherWorld world = habits()[static_cast<std::size_t>(index)].second;
    world.seed = 500 + static_cast<unsigned>(index);
    world.relabel = 0.2;
    QVERIFY(auditOf(world)->decision() == Decision::Contradicted);
  }

  void aThinSkimIsFound() {
    for (unsigned seed = 600; seed < 603; ++seed) {
      const AuditPtr audit = auditOf({.seed = seed, .loads = 80, .thin = 0.02});
      Tally tally;
      tally.add(*audit);
      QVERIFY2(tally.rules.contains("gross_error"), tally.text().c_str());
    }
  }

  void manySeeds_data() {
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("months");
    if (seedsAsked() == 0) QSKIP("PLUMBLINE_WORLDS says how many");
    const auto all = habits();
    for (int index = 0; index < static_cast<int>(all.size()); ++index) {
      const char* const name = all[static_cast<std::size_t>(index)].first;
      for (const int months : {12, 24}) QTest::addRow("%s, %d months", name, months) << index << months;
    }
  }
  void manySeeds() {
    QFETCH(int, index);
    QFETCH(int, months);
    Tally tally;
    for (int i = 0; i < seedsAsked(); ++i) {
      OtherWorld world = habits()[static_cast<std::size_t>(index)].second;
      world.seed = 1'000 + static_cast<unsigned>(i);
      world.months = months;
      world.loads = 100;
      tally.add(*auditOf(world));
    }
    std::printf("%-44s %s\n", QTest::currentDataTag(), tally.text().c_str());
    std::fflush(stdout);
    m_many.add(tally);
    QCOMPARE(tally.contradictedClaims, 0);
  }
  void allSeedsTogether() {
    if (seedsAsked() == 0) QSKIP("PLUMBLINE_WORLDS says how many");
    std::printf("%-44s %s\n", "all", m_many.text().c_str());
    QCOMPARE(m_many.contradictedClaims, 0);
    QVERIFY(m_many.accusing * 100 <= m_many.worlds);
    QVERIFY(m_many.looking * 10 <= m_many.worlds);
  }

 private:
  Tally m_tally, m_many;
};

PLUMBLINE_TEST(TestHonestWorlds)
#include "test_honest_worlds.moc"
