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

fs::path pathOf(const QTemporaryDir& folder, const char* name) {
  return fs::path(folder.path().toStdU16String()) / name;
}

std::vector<const BalancePeriod*> ofKind(const BalanceSlices& slices, PeriodKind kind) {
  std::vector<const BalancePeriod*> found;
  for (const BalancePeriod& period : slices.periods) {
    if (period.kind == kind) found.push_back(&period);
  }
  return found;
}

const BalanceOutcome& outcomeOf(const Balance& balance, std::string_view key) {
  const auto found =
      std::find_if(balance.outcomes.begin(), balance.outcomes.end(),
                   [key](const BalanceOutcome& outcome) { return outcome.key == key; });
  if (found == balance.outcomes.end()) qFatal("no such outcome");
  return *found;
}

}  // namespace

class TestBalanceSlices : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    SimulationOptions options;
    options.seed = 7;
    options.months = 18;
    options.loadsPerMonth = 60;
    options.jobsPerMonth = 10;
    const fs::path records = pathOf(m_folder, "records");
    const fs::path workspace = pathOf(m_folder, "workspace.plumbline");
    QVERIFY(simulate(options, records, Progress()).ok());
    QVERIFY(importInto(workspace, {records}, test::vouchedFor(records), Progress()).ok());
    const auto audit = runAudit(workspace, Progress());
    QVERIFY2(audit.ok(), audit.ok() ? "" : audit.error().text().c_str());
    m_audit = *audit;
    QVERIFY(m_audit->balance.applicable);
  }

  void yearsQuartersAndMonthsCoverTheTimeOnce() {
    const BalanceSlices& slices = m_audit->slices;
    QCOMPARE(ofKind(slices, PeriodKind::Month).size(), std::size_t{18});
    for (const PeriodKind kind : {PeriodKind::Quarter, PeriodKind::Month}) {
      Month at = m_audit->balance.months.front().month;
      for (const BalancePeriod* period : ofKind(slices, kind)) {
        QCOMPARE(period->first.index, at.index);
        at = period->last;
      }
      QCOMPARE(at.index, m_audit->balance.months.back().month.index + 1);
    }
    for (std::size_t i = 0; i < slices.periods.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        QVERIFY(slices.periods[i].first != slices.periods[k].first ||
                slices.periods[i].last != slices.periods[k].last);
      }
    }
  }

  void monthsAddUpToTheWhole() {
    const Balance& whole = m_audit->balance;
    Mass in;
    Mass muf;
    Mass products;
    std::size_t i = 0;
    for (const BalancePeriod* period : ofKind(m_audit->slices, PeriodKind::Month)) {
      const Balance& month = period->balance;
      QVERIFY(month.applicable);
      QCOMPARE(month.months.size(), std::size_t{1});
      QCOMPARE(month.muf.inGrams(), whole.months[i].muf.inGrams());
      QCOMPARE(month.mufUncertainty.inGrams(), whole.months[i].mufUncertainty.inGrams());
      QCOMPARE(month.in.inGrams(), whole.months[i].intake.inGrams());
      in += month.in;
      muf += month.muf;
      products += outcomeOf(month, "product").found;
      ++i;
    }
    QCOMPARE(in.inGrams(), whole.in.inGrams());
    QCOMPARE(muf.inGrams(), whole.muf.inGrams());
    QCOMPARE(products.inGrams(), outcomeOf(whole, "product").found.inGrams());
  }

  void runningSumOfAPeriodBeginsAnew() {
    for (const BalancePeriod* quarter : ofKind(m_audit->slices, PeriodKind::Quarter)) {
      const std::vector<BalanceMonth>& months = quarter->balance.months;
      QCOMPARE(months.front().cumuf.inGrams(), months.front().muf.inGrams());
      QCOMPARE(months.back().cumuf.inGrams(), quarter->balance.muf.inGrams());
      QVERIFY(quarter->balance.detectableLoss > Mass());
    }
  }

  void materialsAddUpToTheBranches() {
    const BalanceSlices& slices = m_audit->slices;
    QVERIFY(slices.materials.size() >= 2);
    for (const MaterialMonths& material : slices.materials) {
      const BalanceOutcome& branch = outcomeOf(m_audit->balance, material.key);
      QCOMPARE(material.months.size(), m_audit->balance.months.size());
      Mass says;
      Mass found;
      for (const MaterialMonth& month : material.months) {
        says += month.plantSays;
        found += month.found;
        QVERIFY(month.uncertainty <= branch.uncertainty);
      }
      QCOMPARE(says.inGrams(), branch.plantSays.inGrams());
      QCOMPARE(found.inGrams(), branch.found.inGrams());
    }
  }

 private:
  QTemporaryDir m_folder;
  AuditPtr m_audit;
};

PLUMBLINE_TEST(TestBalanceSlices)
#include "test_balance_slices.moc"
