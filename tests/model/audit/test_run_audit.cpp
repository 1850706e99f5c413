// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/checks/check.h"
#include "model/checks/rule.h"
#include "model/simulate/simulator.h"
#include "model/statistics/random.h"
#include "model/workspace/workspace.h"

#include "tests/model/vouched.h"
#include "tests/program.h"

using namespace plumbline;

namespace {

fs::path pathOf(const QTemporaryDir& folder, const char* name) {
  return fs::path(folder.path().toStdU16String()) / name;
}

Result<AuditPtr> auditOf(const QTemporaryDir& folder, const SimulationOptions& options) {
  const fs::path out = pathOf(folder, "records");
  const fs::path workspace = pathOf(folder, "workspace.plumbline");
  PLUMBLINE_TRY(truth, simulate(options, out, Progress()));
  PLUMBLINE_TRY(report, importInto(workspace, {out}, test::vouchedFor(out), Progress()));
  return runAudit(workspace, Progress());
}

std::set<std::string> idsOf(const AuditResult& audit, std::string_view rule, Table table) {
  std::set<std::string> ids;
  for (const Finding& finding : audit.findings) {
    if (finding.rule != rule) continue;
    for (const RecordRef& record : finding.records) {
      if (record.table == table) ids.insert(record.id);
    }
  }
  return ids;
}

/// The files of a folder of publications in parts that can be read one by one: each envelope with
/// the tables it names, each other file by itself.
std::vector<std::set<std::string>> publicationsOf(const fs::path& root) {
  std::vector<std::set<std::string>> parts;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    const std::string name = fs::relative(entry.path(), root).generic_string();
    if (name.starts_with("tables/") || name == "truth.json") continue;
    std::set<std::string> part{name};
    QFile file(QString::fromStdU16String(entry.path().u16string()));
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s", name.c_str());
    const QByteArray payload = QByteArray::fromBase64(QJsonDocument::fromJson(file.readAll())
                                                          .object()
                                                          .value(QStringLiteral("payload"))
                                                          .toString()
                                                          .toLatin1());
    static const QRegularExpression table(QStringLiteral("tables/[0-9a-f]{64}[.]csv"));
    for (auto at = table.globalMatch(QString::fromUtf8(payload)); at.hasNext();) {
      part.insert(at.next().captured().toStdString());
    }
    parts.push_back(std::move(part));
  }
  std::sort(parts.begin(), parts.end());
  return parts;
}

SimulationOptions smallCity() {
  SimulationOptions options;
  options.seed = 7;
  options.months = 12;
  options.loadsPerMonth = 60;
  options.jobsPerMonth = 40;
  return options;
}

}  // namespace

class TestRunAudit : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void honestPlantIsNotAccused_data() {
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("noise");
    for (const int seed : {1, 2, 3}) {
      QTest::addRow("seed %d", seed) << seed << 0;
    }
    QTest::newRow("mistyped numbers") << 1 << 10'000;
  }
  void honestPlantIsNotAccused() {
    QFETCH(int, seed);
    QFETCH(int, noise);
    QTemporaryDir folder;
    SimulationOptions options = smallCity();
    options.seed = static_cast<std::uint64_t>(seed);
    options.noise = noise;
    const auto audit = auditOf(folder, options);
    QVERIFY2(audit.ok(), audit.ok() ? "" : audit.error().text().c_str());
    for (const Finding& finding : (*audit)->findings) {
      QVERIFY2(!accuses(finding.severity), finding.toJson().pretty().c_str());
    }
    QVERIFY((*audit)->problems.empty());
    for (const ClaimVerdict& claim : (*audit)->claims) {
      QVERIFY2(claim.decision == Decision::Supported, claim.toJson().pretty().c_str());
    }
    QCOMPARE((*audit)->claims.size(), std::size_t{1});
  }

  void crookedPlantIsFound() {
    QTemporaryDir folder;
    SimulationOptions options = smallCity();
    options.fraud.relabel = 50'000;
    options.fraud.ghost = 20'000;
    options.fraud.edited = 20'000;
    options.fraud.skim = 20'000;
    const fs::path out = pathOf(folder, "records");
    const auto truth = simulate(options, out, Progress());
    QVERIFY(truth.ok());
    const fs::path workspace = pathOf(folder, "workspace.plumbline");
    QVERIFY(importInto(workspace, {out}, test::vouchedFor(out), Progress()).ok());
    const auto audit = runAudit(workspace, Progress());
    QVERIFY2(audit.ok(), audit.ok() ? "" : audit.error().text().c_str());
    const auto set = [](const std::vector<std::string>& list) {
      return std::set<std::string>(list.begin(), list.end());
    };
    QCOMPARE(idsOf(**audit, "material_changed", Table::Shipments), set(truth->relabelled));
    QCOMPARE(idsOf(**audit, "mass_difference", Table::Shipments), set(truth->skimmed));
    QCOMPARE(idsOf(**audit, "ghost_receipt", Table::Receipts), set(truth->ghosts));
    QCOMPARE(idsOf(**audit, "silent_revision", Table::Shipments), set(truth->edited));
    QVERIFY((*audit)->decision() == Decision::Contradicted);
    for (const ClaimVerdict& claim : (*audit)->claims) {
      QVERIFY(claim.receivedAsResidue > Mass());
      QCOMPARE(claim.reasons.front(), std::string("received_as_residue"));
      QVERIFY(claim.parts.sum() == claim.claimed);
    }
  }

  void sameEvidenceSameAnswer() {
    SimulationOptions options = smallCity();
    options.months = 3;
    options.fraud.relabel = 50'000;
    QTemporaryDir first;
    QTemporaryDir second;
    const auto a = auditOf(first, options);
    const auto b = auditOf(second, options);
    QVERIFY(a.ok() && b.ok());
    QCOMPARE((*a)->canonicalJson().dump(), (*b)->canonicalJson().dump());
    QCOMPARE((*a)->resultsDigest.hex(), (*b)->resultsDigest.hex());
    QCOMPARE((*a)->resultsDigest.hex(), sha256(bytesOf((*a)->canonicalJson().dump())).hex());
    const JsonValue balance = balanceJson((*a)->balance);
    const auto causes = balance.arrayAt("contributions");
    QVERIFY(causes.ok() && !(*causes)->empty());
    std::int64_t share = 0;
    for (const JsonValue& cause : **causes) share += cause.integerAt("share_ppm").value();
    QCOMPARE(share, 1'000'000);
    const auto again = runAudit(pathOf(first, "workspace.plumbline"), Progress());
    QVERIFY(again.ok());
    QCOMPARE((*again)->resultsDigest.hex(), (*a)->resultsDigest.hex());
    options.seed = 8;
    QTemporaryDir third;
    const auto other = auditOf(third, options);
    QVERIFY(other.ok());
    QVERIFY((*other)->resultsDigest != (*a)->resultsDigest);
  }

  /// The same files, read one by one in two orders: row numbers differ, the answer must not.
  void theOrderOfImportDoesNotMatter() {
    QTemporaryDir folder;
    SimulationOptions options = smallCity();
    options.months = 3;
    options.fraud.relabel = 50'000;
    options.fraud.ghost = 20'000;
    options.fraud.edited = 20'000;
    options.fraud.skim = 20'000;
    options.fraud.favour = 100'000;
    const fs::path out = pathOf(folder, "records");
    QVERIFY(simulate(options, out, Progress()).ok());
    // A publication with its tables and the log it stands in are one part.
    std::vector<std::set<std::string>> parts = publicationsOf(out);
    QVERIFY(parts.size() > 10);
    const fs::path first = pathOf(folder, "first.plumbline");
    QVERIFY(importInto(first, {out}, test::vouchedFor(out), Progress()).ok());
    const auto expected = runAudit(first, Progress());
    QVERIFY(expected.ok());
    QVERIFY(!(*expected)->findings.empty());
    CounterRandom random(1, 0, 0);
    for (int round = 0; round < 2; ++round) {
      for (std::size_t i = parts.size() - 1; i > 0; --i) {
        std::swap(parts[i], parts[random.below(static_cast<std::uint32_t>(i + 1))]);
      }
      const fs::path workspace = pathOf(folder, round == 0 ? "a.plumbline" : "b.plumbline");
      for (std::size_t i = 0; i < parts.size(); ++i) {
        const fs::path part = pathOf(folder, "parts") / std::to_string(round) / std::to_string(i);
        for (const std::string& name : parts[i]) {
          fs::create_directories((part / name).parent_path());
          fs::copy_file(out / name, part / name);
        }
        const auto report = importInto(workspace, {part}, test::vouchedFor(out), Progress());
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().text().c_str());
      }
      const auto audit = runAudit(workspace, Progress());
      QVERIFY(audit.ok());
      QCOMPARE((*audit)->canonicalJson().pretty(), (*expected)->canonicalJson().pretty());
      QCOMPARE((*audit)->resultsDigest.hex(), (*expected)->resultsDigest.hex());
    }
  }

  void everyCheckIsListedAndFindingsAreOrdered() {
    QTemporaryDir folder;
    SimulationOptions options = smallCity();
    options.months = 3;
    options.fraud.relabel = 100'000;
    const auto audit = auditOf(folder, options);
    QVERIFY(audit.ok());
    std::vector<std::string> checked;
    for (const CheckRun& check : (*audit)->checks) checked.push_back(check.rule);
    std::vector<std::string> expected;
    for (const Rule* rule : allRules()) {
      // Nobody declares totals here, and no device is tracked.
      if (std::holds_alternative<RunTotalsCheck>(rule->check)) continue;
      if (std::holds_alternative<RunTracksCheck>(rule->check)) continue;
      if (rule->check.index() != 0) expected.emplace_back(rule->id);
    }
    QCOMPARE(checked, expected);
    QVERIFY(std::is_sorted((*audit)->findings.begin(), (*audit)->findings.end(), findingBefore));
    std::set<std::string> ids;
    for (const Finding& finding : (*audit)->findings) {
      QVERIFY(ids.insert(finding.id).second);
      QVERIFY2(findRule(finding.rule) != nullptr, finding.rule.c_str());
    }
    QCOMPARE((*audit)->title, std::string("EcoSphere North"));
    QCOMPARE((*audit)->subtitle, std::string("Zero Waste Systems"));
    QVERIFY((*audit)->rowCounts[static_cast<std::size_t>(Table::Shipments)] > 0);
  }

  void thePlanChangesTheAnswer() {
    QTemporaryDir folder;
    SimulationOptions options = smallCity();
    options.months = 3;
    options.fraud.skim = 50'000;
    const auto before = auditOf(folder, options);
    QVERIFY(before.ok());
    const fs::path path = pathOf(folder, "workspace.plumbline");
    {
      auto workspace = Workspace::open(path, false);
      QVERIFY(workspace.ok());
      AuditPlan plan;
      plan.toleranceProfile = "iws-50";
      const std::string text = plan.toJson().dump();
      auto query = workspace->database().prepare("INSERT INTO settings VALUES ('plan', ?1)");
      QVERIFY(query.ok());
      query->bind(1, text);
      QVERIFY(query->run().ok());
    }
    const auto after = runAudit(path, Progress());
    QVERIFY(after.ok());
    QCOMPARE((*after)->plan.toleranceProfile, std::string("iws-50"));
    QVERIFY(idsOf(**before, "mass_difference", Table::Shipments).size() > 0);
    QCOMPARE(idsOf(**after, "mass_difference", Table::Shipments).size(), std::size_t{0});
    QVERIFY((*after)->resultsDigest != (*before)->resultsDigest);
  }

  void workspaceThatIsNotThere() {
    QTemporaryDir folder;
    const auto audit = runAudit(pathOf(folder, "nothing.plumbline"), Progress());
    QVERIFY(!audit.ok());
    QVERIFY(audit.error().code == ErrorCode::NotFound);
  }

  void cancelled() {
    QTemporaryDir folder;
    SimulationOptions options = smallCity();
    options.months = 2;
    QVERIFY(auditOf(folder, options).ok());
    Progress progress;
    progress.cancel();
    const auto audit = runAudit(pathOf(folder, "workspace.plumbline"), progress);
    QVERIFY(!audit.ok());
    QVERIFY(audit.error().code == ErrorCode::Cancelled);
  }
};

PLUMBLINE_TEST(TestRunAudit)
#include "test_run_audit.moc"
