// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/simulate/simulator.h"

#include "tests/model/vouched.h"
#include "tests/program.h"

namespace plumbline {
namespace {

using Pair = std::pair<std::string, std::string>;

struct Case {
  Truth truth;
  AuditPtr audit;
};

Result<Case> auditOf(const SimulationOptions& options, const QTemporaryDir& folder) {
  const fs::path root(folder.path().toStdString());
  const Progress progress;
  PLUMBLINE_TRY(truth, simulate(options, root / "records", progress));
  PLUMBLINE_TRY(report, importInto(root / "workspace", {root / "records"},
                                     test::vouchedFor(root / "records"), progress));
  if (!report.problems.empty()) return Error{ErrorCode::Mismatch, Message::data(report.problems.front().text())};
  PLUMBLINE_TRY(audit, runAudit(root / "workspace", progress));
  return Case{std::move(truth), std::move(audit)};
}

/// Every shipment with every receipt that a finding of the rule names.
std::set<Pair> pairsOf(const AuditResult& audit, std::string_view rule) {
  std::set<Pair> pairs;
  for (const Finding& finding : audit.findings) {
    if (finding.rule != rule) continue;
    for (const RecordRef& shipment : finding.records) {
      if (shipment.table != Table::Shipments) continue;
      for (const RecordRef& receipt : finding.records) {
        if (receipt.table == Table::Receipts) pairs.emplace(shipment.id, receipt.id);
      }
    }
  }
  return pairs;
}

std::set<std::string> receiptsOf(const AuditResult& audit, std::string_view rule) {
  std::set<std::string> ids;
  for (const Finding& finding : audit.findings) {
    if (finding.rule != rule) continue;
    for (const RecordRef& record : finding.records) {
      if (record.table == Table::Receipts) ids.insert(record.id);
    }
  }
  return ids;
}

SimulationOptions carelessCity(std::uint64_t seed) {
  SimulationOptions options;
  options.seed = seed;
  options.months = 12;
  options.jobsPerMonth = 0;
  options.clerical = {.typo = 10'000, .swapped = 3'000, .missing = 20'000, .split = 10'000};
  return options;
}

class LinkingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void carelessClerksAreNotAccused_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 10; ++seed) QTest::addRow("seed %d", seed) << seed;
  }
  void carelessClerksAreNotAccused() {
    QFETCH(int, seed);
    QTemporaryDir folder;
    const auto made = auditOf(carelessCity(static_cast<std::uint64_t>(seed)), folder);
    QVERIFY2(made.ok(), made.ok() ? "" : made.error().text().c_str());
    const AuditResult& audit = *made->audit;
    // A slip may give a receipt the very number of another load whose own receipt is misspelt too.
    const auto accused =
        std::count_if(audit.findings.begin(), audit.findings.end(), [](const Finding& finding) {
          return finding.severity == Severity::Contradiction ||
                 (finding.severity == Severity::Conflict && finding.rule == "missing_receipt");
        });
    QVERIFY2(accused == 0, qPrintable(QString::number(accused)));
    QVERIFY(audit.decision() == Decision::Supported);
    const std::set<Pair> truth(made->truth.slips.begin(), made->truth.slips.end());
    const std::set<Pair> found = pairsOf(audit, "document_number_differs");
    std::size_t right = 0;
    for (const Pair& pair : found) right += truth.count(pair);
    QVERIFY(truth.size() >= 60);
    const QString say =
        QStringLiteral("%1 of %2, %3 true").arg(right).arg(found.size()).arg(truth.size());
    QVERIFY2(right * 100 >= truth.size() * 90, qPrintable(say));
    QVERIFY2(right * 100 >= found.size() * 99, qPrintable(say));
    // What is only linked is open, never confirmed.
    for (const ClaimVerdict& claim : audit.claims) {
      QVERIFY(claim.pending > Mass());
      QVERIFY(claim.confirmed < claim.claimed);
    }
  }

  void ghostsAreStillFound() {
    QTemporaryDir folder;
    SimulationOptions options = carelessCity(4);
    options.fraud.ghost = 30'000;
    const auto made = auditOf(options, folder);
    QVERIFY2(made.ok(), made.ok() ? "" : made.error().text().c_str());
    const std::set<std::string> ghosts(made->truth.ghosts.begin(), made->truth.ghosts.end());
    const std::set<std::string> told = receiptsOf(*made->audit, "ghost_receipt");
    const std::set<std::string> linked = receiptsOf(*made->audit, "document_number_differs");
    QVERIFY(ghosts.size() >= 40);
    std::size_t found = 0;
    std::size_t passed = 0;
    for (const std::string& id : ghosts) {
      found += told.count(id);
      passed += linked.count(id);
    }
    QCOMPARE(passed, std::size_t{0});
    QVERIFY2(found * 100 >= ghosts.size() * 95, qPrintable(QString::number(found)));
    QVERIFY(std::includes(ghosts.begin(), ghosts.end(), told.begin(), told.end()));
  }
};

}  // namespace
}  // namespace plumbline

PLUMBLINE_TEST(plumbline::LinkingTest)
#include "test_linking.moc"
