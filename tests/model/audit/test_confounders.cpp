// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Worlds with harmless troubles: nobody honest is accused, and the fraud beside them is found.

#include <algorithm>
#include <set>

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/simulate/simulator.h"

#include "tests/model/vouched.h"
#include "tests/program.h"

using namespace plumbline;

namespace {

struct Audited {
  Truth truth;
  AuditPtr audit;
  [[nodiscard]] std::int64_t count(std::string_view rule) const {
    return std::count_if(audit->findings.begin(), audit->findings.end(),
                         [rule](const Finding& finding) { return finding.rule == rule; });
  }
  [[nodiscard]] std::set<std::string> contradicted() const {
    std::set<std::string> ids;
    for (const Finding& finding : audit->findings) {
      if (finding.severity != Severity::Contradiction) continue;
      for (const RecordRef& record : finding.records) {
        if (record.table == Table::Shipments) ids.insert(record.id);
      }
    }
    return ids;
  }
};

Audited audited(const SimulationOptions& options) {
  QTemporaryDir dir;
  const fs::path root(dir.path().toStdString());
  auto truth = simulate(options, root / "publications", Progress());
  if (!truth) qFatal("%s", truth.error().text().c_str());
  const auto report = importInto(root / "ws", {root / "publications"},
                                 test::vouchedFor(root / "publications"), Progress());
  if (!report) qFatal("%s", report.error().text().c_str());
  auto audit = runAudit(root / "ws", Progress());
  if (!audit) qFatal("%s", audit.error().text().c_str());
  return {std::move(*truth), std::move(*audit)};
}

SimulationOptions worldWith(std::string_view confounder) {
  SimulationOptions options;
  options.seed = 11;
  options.months = 12;
  options.loadsPerMonth = 60;
  options.jobsPerMonth = 0;
  options.confounders = *parseConfounders(confounder);
  return options;
}

}  // namespace

class TestConfounders : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nobodyHonestIsAccused_data() {
    QTest::addColumn<QByteArray>("confounder");
    for (const ConfounderInfo& info : confounders()) {
      const QByteArray name(info.name.data(), static_cast<qsizetype>(info.name.size()));
      QTest::newRow(name.constData()) << name;
    }
    QTest::newRow("paper that dries a lot") << QByteArray("drying=0.02");
    QTest::newRow("dry paper, light scales") << QByteArray("drying,scales_limit,rounding");
    QTest::newRow("two hours") << QByteArray("clock_local=2");
    QTest::newRow("many clerks") << QByteArray("clerks=0.05");
  }
  void nobodyHonestIsAccused() {
    QFETCH(QByteArray, confounder);
    const Audited world = audited(worldWith(confounder.toStdString()));
    for (const Finding& finding : world.audit->findings) {
      QVERIFY2(finding.severity != Severity::Contradiction, finding.toJson().pretty().c_str());
    }
    QVERIFY(world.audit->decision() != Decision::Contradicted);
    QCOMPARE(world.count("gross_error"), 0);
    QVERIFY(world.count("time_order") <= 1);
  }

  /// Surveys, scales and rates that are all half as much again worse than stated: the figures say so
  /// themselves by their scatter.
  void largerErrorsAreNoLooks() {
    int looks = 0;
    SimulationOptions options = worldWith("worse");
    options.months = 24;
    for (options.seed = 300; options.seed < 308; ++options.seed) {
      const Audited world = audited(options);
      const auto told = world.count("unaccounted_mass") + world.count("unexplained_gain") +
                        world.count("loss_over_time") + world.count("gain_over_time");
      // Small losses that cannot be seen are told, too.
      const auto unseen = std::count_if(
          world.audit->findings.begin(), world.audit->findings.end(), [](const Finding& finding) {
            return finding.rule == "unaccounted_mass" && finding.severity == Severity::CannotTell;
          });
      looks += told > unseen ? 1 : 0;
    }
    QVERIFY2(looks <= 1, std::to_string(looks).c_str());
  }

  void whoCheatsIsFound_data() { nobodyHonestIsAccused_data(); }
  void whoCheatsIsFound() {
    QFETCH(QByteArray, confounder);
    SimulationOptions options = worldWith(confounder.toStdString());
    options.fraud.relabel = 50'000;
    options.fraud.skim = 20'000;
    const Audited world = audited(options);
    QVERIFY(world.audit->decision() == Decision::Contradicted);
    const std::set<std::string> found = world.contradicted();
    const auto& relabelled = world.truth.relabelled;
    for (const std::string& id : found) {
      QVERIFY2(std::find(relabelled.begin(), relabelled.end(), id) != relabelled.end(), id.c_str());
    }
    // Of a receiver that has not published there is nothing to find.
    const bool silent = confounder == "silent_customers" || confounder == "late_receivers";
    QVERIFY(found.size() * 100 >= relabelled.size() * (silent ? 60 : 100));
    QVERIFY(world.count("mass_difference") > 0);
  }

  /// Numbers that repeat and tickets in parts are no disagreement.
  void numbersAccuseNobody_data() {
    QTest::addColumn<QByteArray>("confounder");
    for (const char* name : {"january", "two_plants", "split_merged", "split_merged,drying"}) {
      QTest::newRow(name) << QByteArray(name);
    }
  }
  void numbersAccuseNobody() {
    QFETCH(QByteArray, confounder);
    SimulationOptions options = worldWith(confounder.toStdString());
    options.months = 24;
    const Audited world = audited(options);
    QVERIFY(world.contradicted().empty());
    QVERIFY(world.audit->decision() != Decision::Contradicted);
    const auto& findings = world.audit->findings;
    const auto conflicts = std::count_if(
        findings.begin(), findings.end(),
        [](const Finding& finding) { return finding.severity == Severity::Conflict; });
    QCOMPARE(conflicts, 0);
  }

  /// A little of every load, within every tolerance of a single one.
  void aThinSkimIsFound_data() {
    QTest::addColumn<QByteArray>("confounder");
    QTest::addColumn<qint64>("thin");
    QTest::addColumn<int>("looks");
    QTest::newRow("nothing") << QByteArray("") << qint64(0) << 0;
    QTest::newRow("2 %") << QByteArray("") << qint64(20'000) << 1;
    QTest::newRow("2 % and 1 % dries") << QByteArray("drying") << qint64(20'000) << 1;
    QTest::newRow("1 % of what dries") << QByteArray("drying") << qint64(0) << 0;
  }
  void aThinSkimIsFound() {
    QFETCH(QByteArray, confounder);
    QFETCH(qint64, thin);
    QFETCH(int, looks);
    SimulationOptions options = worldWith(confounder.toStdString());
    options.fraud.thin = thin;
    QCOMPARE(audited(options).count("gross_error"), looks);
  }

  /// Number, vehicle and day agree: however far off all masses are, each load is one load.
  void loadsOfAnotherMassKeepTheirNumbers() {
    for (const std::uint64_t seed : {700u, 701u}) {
      SimulationOptions options = worldWith("");
      options.seed = seed;
      options.loadsPerMonth = 120;
      options.fraud.thin = 20'000;
      const Audited world = audited(options);
      QCOMPARE(world.count("missing_receipt"), 0);
      QCOMPARE(world.count("ghost_receipt"), 0);
    }
  }
};

PLUMBLINE_TEST(TestConfounders)
#include "test_confounders.moc"
