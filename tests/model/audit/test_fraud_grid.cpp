// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <set>

#include "model/audit/session.h"
#include "model/simulate/simulator.h"

#include "tests/model/vouched.h"
#include "tests/program.h"

using namespace plumbline;

namespace {

Result<AuditPtr> auditOf(const SimulationOptions& options, const QTemporaryDir& dir, Truth& truth) {
  const fs::path root(dir.path().toStdString());
  const Progress progress;
  PLUMBLINE_TRY(simulated, simulate(options, root / "publications", progress));
  truth = std::move(simulated);
  PLUMBLINE_TRY(report, importInto(root / "ws", {root / "publications"},
                                     test::vouchedFor(root / "publications"), progress));
  if (!report.problems.empty()) return Error{ErrorCode::Mismatch, Message::data(report.problems.front().text())};
  return runAudit(root / "ws", progress);
}

/// Shipments that contradictions name.
std::set<std::string> contradicted(const AuditResult& audit) {
  std::set<std::string> ids;
  for (const Finding& finding : audit.findings) {
    if (finding.severity != Severity::Contradiction) continue;
    for (const RecordRef& record : finding.records) {
      if (record.table == Table::Shipments) ids.insert(record.id);
    }
  }
  return ids;
}

}  // namespace

/// Right in both directions, on a small grid; the benchmark runs the full one.
class TestFraudGrid : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void seeds_data() {
    QTest::addColumn<std::uint64_t>("seed");
    for (const std::uint64_t seed : {1u, 2u, 3u, 4u}) {
      QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
    }
  }

  void seedsHonest_data() { seeds_data(); }
  void seedsHonest() {
    QFETCH(std::uint64_t, seed);
    QTemporaryDir dir;
    Truth truth;
    SimulationOptions options;
    options.seed = seed;
    options.months = 12;
    const Result<AuditPtr> audit = auditOf(options, dir, truth);
    QVERIFY2(audit.ok(), audit ? "" : audit.error().text().c_str());
    QVERIFY((*audit)->decision() == Decision::Supported);
    for (const Finding& finding : (*audit)->findings) {
      QVERIFY2(finding.severity != Severity::Contradiction && finding.severity != Severity::Conflict,
               finding.rule.c_str());
    }
  }

  /// Where a twentieth of the loads loses a quarter of its mass, the balance says so by itself.
  void seedsSkimmed_data() { seeds_data(); }
  void seedsSkimmed() {
    QFETCH(std::uint64_t, seed);
    QTemporaryDir dir;
    Truth truth;
    SimulationOptions options;
    options.seed = seed;
    options.months = 12;
    options.fraud.relabel = 50'000;
    options.fraud.skim = 60'000;
    const Result<AuditPtr> audit = auditOf(options, dir, truth);
    QVERIFY2(audit.ok(), audit ? "" : audit.error().text().c_str());
    const auto& findings = (*audit)->findings;
    QVERIFY(std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
      return finding.rule == "unaccounted_mass" && finding.severity == Severity::Contradiction;
    }));
  }

  void seedsRelabelled_data() { seeds_data(); }
  void seedsRelabelled() {
    QFETCH(std::uint64_t, seed);
    QTemporaryDir dir;
    Truth truth;
    SimulationOptions options;
    options.seed = seed;
    options.months = 12;
    options.fraud.relabel = 50'000;  // parts per million of the loads
    const Result<AuditPtr> audit = auditOf(options, dir, truth);
    QVERIFY2(audit.ok(), audit ? "" : audit.error().text().c_str());
    QVERIFY((*audit)->decision() == Decision::Contradicted);
    const std::set<std::string> found = contradicted(**audit);
    std::size_t hits = 0;
    for (const std::string& id : truth.relabelled) hits += found.count(id);
    QVERIFY(!truth.relabelled.empty());
    QVERIFY2(hits * 10 >= truth.relabelled.size() * 9, "recall below 0.9");
    QVERIFY2(hits * 100 >= found.size() * 95, "precision below 0.95");
  }
};

PLUMBLINE_TEST(TestFraudGrid)
#include "test_fraud_grid.moc"
