// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who got what, over a whole made-up audit: it is the balance once more, by receiver.
#include <algorithm>
#include <map>

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/deliveries.h"
#include "model/audit/session.h"
#include "model/simulate/simulator.h"

#include "tests/model/vouched.h"
#include "tests/program.h"

using namespace plumbline;

class TestDeliveries : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    SimulationOptions options;
    options.months = 6;
    options.loadsPerMonth = 80;
    options.jobsPerMonth = 5;
    const fs::path folder(m_folder.path().toStdU16String());
    QVERIFY(simulate(options, folder / "publications", Progress()).ok());
    const fs::path workspace = folder / "audit.plumbline";
    QVERIFY(importInto(workspace, {folder / "publications"},
                       test::vouchedFor(folder / "publications"), Progress()).ok());
    const auto audit = runAudit(workspace, Progress());
    QVERIFY(audit.ok());
    m_audit = *audit;
    const auto found = deliveriesOf(workspace, *m_audit, Progress());
    QVERIFY(found.ok());
    m_deliveries = *found;
    QVERIFY(m_audit->balance.applicable);
  }

  void addUpToTheBalance() {
    std::map<std::string, Mass> says;
    std::map<std::string, Mass> found;
    for (const Delivery& delivery : m_deliveries.list) {
      const auto& months = m_audit->balance.months;
      const bool balanced = std::any_of(months.begin(), months.end(), [&](const auto& month) {
        return month.month == delivery.month && month.mufUncertainty > Mass();
      });
      if (!balanced) continue;
      says[delivery.key] += delivery.plantSays;
      found[delivery.key] += delivery.found;
    }
    int compared = 0;
    for (const BalanceOutcome& outcome : m_audit->balance.outcomes) {
      if (outcome.key == "loss" || outcome.key == "stock" || outcome.key == "unaccounted") continue;
      QCOMPARE(found[outcome.key], outcome.found);
      QCOMPARE(says[outcome.key], outcome.plantSays);
      ++compared;
    }
    QCOMPARE(compared, 5);
    QVERIFY(found["product"] > Mass());
  }

  void everyLoadIsCounted() {
    std::int64_t loads = 0;
    for (const Delivery& delivery : m_deliveries.list) loads += delivery.loads;
    const auto rows = m_audit->rowCounts[static_cast<std::size_t>(Table::Shipments)];
    QVERIFY(loads > 0);
    QVERIFY(loads <= rows);
    QVERIFY(loads * 10 > rows * 9);  // voided ones go nowhere
  }

  void placesAreOnTheMap() {
    int pairs = 0;
    for (const Delivery& delivery : m_deliveries.list) {
      const DeliveryPlace& plant = m_deliveries.places[delivery.plant];
      const DeliveryPlace& place = m_deliveries.places[delivery.place];
      QVERIFY(plant.at.has_value());
      QVERIFY(place.at.has_value());
      const double km = greatCircleKm(*plant.at, *place.at);
      QVERIFY(km > 5 && km < 120);
      ++pairs;
    }
    QVERIFY(pairs > 10);
  }

  void whatCannotBeRead() {
    const fs::path nowhere(m_folder.filePath(QStringLiteral("nowhere")).toStdU16String());
    QVERIFY(!deliveriesOf(nowhere, *m_audit, Progress()).ok());
    Progress stopped;
    stopped.cancel();
    const fs::path folder(m_folder.path().toStdU16String());
    const auto found = deliveriesOf(folder / "audit.plumbline", *m_audit, stopped);
    QVERIFY(!found.ok());
    QVERIFY(found.error().code == ErrorCode::Cancelled);
  }

 private:
  QTemporaryDir m_folder;
  AuditPtr m_audit;
  Deliveries m_deliveries;
};

PLUMBLINE_TEST(TestDeliveries)
#include "test_deliveries.moc"
