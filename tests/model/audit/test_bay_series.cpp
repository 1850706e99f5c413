// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/simulate/simulator.h"

#include "tests/model/vouched.h"
#include "tests/program.h"

using namespace plumbline;

namespace {

/// Two years of a small plant without jobs.
SimulationOptions smallPlant(std::uint64_t seed) {
  SimulationOptions options;
  options.seed = seed;
  options.loadsPerMonth = 40;
  options.jobsPerMonth = 0;
  return options;
}

AuditPtr auditOf(const SimulationOptions& options) {
  const QTemporaryDir dir;
  const fs::path root(dir.path().toStdString());
  const Progress progress;
  if (!simulate(options, root / "made", progress)) return nullptr;
  if (!importInto(root / "ws", {root / "made"}, test::vouchedFor(root / "made"), progress)) return nullptr;
  const auto audit = runAudit(root / "ws", progress);
  return audit ? *audit : nullptr;
}

bool hasAlarm(const LossSeries& series) { return series.lossAlarm || series.gainAlarm; }

}  // namespace

/// Losses over time of each good of the simulator's plant, from its belt weighers, surveys and
/// shipments: right in both directions.
class TestBaySeries : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void honestPlantsStayWithinTheBudget() {
    constexpr int worlds = 24;
    int alarms = 0;
    for (std::uint64_t seed = 1; seed <= worlds; ++seed) {
      const AuditPtr audit = auditOf(smallPlant(seed));
      QVERIFY(audit);
      int tested = 0;
      for (const LossSeries& series : audit->lossSeries) {
        if (series.material.empty()) continue;
        // Nobody records what leaves the bunker.
        const bool bunker = series.material == "household-waste";
        QCOMPARE(series.whyNot, std::string(bunker ? "no_flows" : ""));
        if (bunker) continue;
        ++tested;
        QCOMPARE(series.periods.size(), std::size_t(24));
      }
      QCOMPARE(tested, 6);
      alarms += std::any_of(audit->lossSeries.begin(), audit->lossSeries.end(), hasAlarm) ? 1 : 0;
      for (const Finding& finding : audit->findings) {
        QVERIFY2(finding.severity == Severity::Look || finding.severity == Severity::CannotTell,
                 finding.rule.c_str());
      }
    }
    qInfo("%d of %d honest worlds with an alarm", alarms, worlds);
    // 5 % and three standard deviations of that count.
    QVERIFY(alarms <= 4);
  }

  /// Masses that are raised afterwards leave the bays, but never came onto them: half of all loads
  /// by 4 to 9 % is a gain of each good, one in twenty is below what belt and surveys can show (it
  /// is told as a silent revision).
  void editedMassesAreGains() {
    for (const auto& [dose, gains] : {std::pair(500'000, 6), std::pair(50'000, 0)}) {
      SimulationOptions options = smallPlant(3);
      options.fraud.edited = dose;
      const AuditPtr audit = auditOf(options);
      QVERIFY(audit);
      QCOMPARE(std::count_if(audit->lossSeries.begin(), audit->lossSeries.end(),
                             [](const LossSeries& series) {
                               return !series.material.empty() && series.gainAlarm.has_value();
                             }),
               gains);
      QVERIFY(std::any_of(audit->findings.begin(), audit->findings.end(), [](const auto& finding) {
        return finding.rule == "silent_revision";
      }));
    }
  }

  /// What the receivers alone write down differently changes nothing inside the plant.
  void falseLabelsHoldInside() {
    SimulationOptions options = smallPlant(3);
    const AuditPtr honest = auditOf(options);
    options.fraud.relabel = 100'000;
    options.fraud.skim = 50'000;
    const AuditPtr crooked = auditOf(options);
    QVERIFY(honest && crooked);
    QCOMPARE(crooked->lossSeries.size(), honest->lossSeries.size());
    for (std::size_t i = 0; i < honest->lossSeries.size(); ++i) {
      if (honest->lossSeries[i].material.empty()) continue;
      QCOMPARE(crooked->lossSeries[i].toJson().dump(),
               honest->lossSeries[i].toJson().dump());
    }
  }
};

PLUMBLINE_TEST(TestBaySeries)
#include "test_bay_series.moc"
