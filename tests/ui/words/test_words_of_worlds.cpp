// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every fraud and every slip of the simulator, audited: what the checks write is what their rules
// declare, and every finding can be said.

#include <functional>
#include <set>

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/checks/rule.h"
#include "model/simulate/simulator.h"

#include "tests/model/vouched.h"
#include "tests/program.h"
#include "tests/ui/words/heard_faults.h"

using namespace plumbline;

namespace {

using Edit = std::function<void(SimulationOptions&)>;

AuditPtr audited(const Edit& edit, bool vouched) {
  SimulationOptions options;
  options.seed = 11;
  options.months = 7;
  options.loadsPerMonth = 60;
  options.jobsPerMonth = 60;
  edit(options);
  QTemporaryDir dir;
  const fs::path root(dir.path().toStdString());
  const auto truth = simulate(options, root / "publications", Progress());
  if (!truth) qFatal("%s", truth.error().text().c_str());
  const ImportOptions trust = vouched ? test::vouchedFor(root / "publications") : ImportOptions();
  const auto report = importInto(root / "ws", {root / "publications"}, trust, Progress());
  if (!report) qFatal("%s", report.error().text().c_str());
  auto audit = runAudit(root / "ws", Progress());
  if (!audit) qFatal("%s", audit.error().text().c_str());
  return std::move(*audit);
}

/// One more dose of a kind does not compile here until it is in the list.
std::vector<std::pair<QByteArray, Edit>> frauds() {
  const auto dose = [](std::int64_t FraudDoses::*which, std::int64_t ppm) {
    return [which, ppm](SimulationOptions& options) { options.fraud.*which = ppm; };
  };
  [[maybe_unused]] const auto& [relabel, skim, ghost, edited, favour, thin] = FraudDoses();
  return {{"relabel", dose(&FraudDoses::relabel, 100'000)},
          {"skim", dose(&FraudDoses::skim, 100'000)},
          {"ghost", dose(&FraudDoses::ghost, 100'000)},
          {"edited", dose(&FraudDoses::edited, 100'000)},
          {"favour",
           [](SimulationOptions& options) {
             options.jobsPerMonth = 250;
             options.fraud.favour = 600'000;
           }},
          {"thin", dose(&FraudDoses::thin, 20'000)}};
}

std::vector<std::pair<QByteArray, Edit>> slips() {
  const auto dose = [](std::int64_t ClericalDoses::*which) {
    return [which](SimulationOptions& options) { options.clerical.*which = 50'000; };
  };
  [[maybe_unused]] const auto& [typo, swapped, missing, split] = ClericalDoses();
  return {{"typo", dose(&ClericalDoses::typo)},
          {"swapped", dose(&ClericalDoses::swapped)},
          {"missing", dose(&ClericalDoses::missing)},
          {"split", dose(&ClericalDoses::split)},
          {"noise", [](SimulationOptions& options) { options.noise = 20'000; }}};
}

}  // namespace

class TestWordsOfWorlds : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void worlds_data() {
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<bool>("vouched");
    QTest::newRow("honest") << Edit([](SimulationOptions&) {}) << true;
    for (const auto& [name, edit] : frauds()) {
      QTest::newRow(("fraud " + name).constData()) << edit << true;
      QTest::newRow(("unnamed keys, fraud " + name).constData()) << edit << false;
    }
    for (const auto& [name, edit] : slips()) {
      QTest::newRow(("slip " + name).constData()) << edit << true;
    }
    for (const ConfounderInfo& info : confounders()) {
      const std::string name(info.name);
      QTest::newRow(("trouble " + name).c_str()) << Edit([name](SimulationOptions& options) {
        options.confounders = *parseConfounders(name);
      }) << true;
    }
  }
  void worlds() {
    QFETCH(Edit, edit);
    QFETCH(bool, vouched);
    const AuditPtr audit = audited(edit, vouched);
    const test::HeardFaults faults;
    for (const Finding& finding : audit->findings) {
      m_told.insert(finding.rule);
      const QStringList bad = test::badWords(finding);
      QVERIFY2(bad.isEmpty(), qPrintable(bad.join(QLatin1Char('\n'))));
    }
    if (vouched && QByteArray(QTest::currentDataTag()).startsWith("fraud")) {
      QVERIFY(!audit->findings.empty());
    }
  }
  /// The worlds are worth something: what their frauds and slips are made for is among what was
  /// told.
  void whatTheyAreForIsTold() {
    for (const char* rule :
         {"material_changed", "mass_difference", "ghost_receipt", "silent_revision",
          "scheduler_favours_commercial", "unaccounted_mass", "loss_over_time", "gross_error",
          "document_number_differs", "receiver_not_published", "receiver_habit"}) {
      QVERIFY2(m_told.contains(rule), rule);
    }
  }

 private:
  std::set<std::string> m_told;
};

PLUMBLINE_TEST(TestWordsOfWorlds)
#include "test_words_of_worlds.moc"
