// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/part_shipments.h"
#include "model/audit/session.h"
#include "model/simulate/simulator.h"
#include "model/workspace/workspace.h"

#include "tests/model/vouched.h"
#include "tests/program.h"

using namespace plumbline;

/// Each part of a claim is the sum of the shipments that its link opens, to the gram, and of as many
/// as the claim says.
class TestPartShipments : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(m_folder.isValid());
    SimulationOptions options;
    options.seed = 5;
    options.months = 14;  // two claims, the second with loads that are still on their way
    options.loadsPerMonth = 40;
    options.jobsPerMonth = 5;
    QVERIFY(simulate(options, path("honest"), Progress()).ok());
    options.fraud.relabel = 100'000;
    options.fraud.skim = 100'000;
    options.clerical.typo = 50'000;
    options.clerical.split = 50'000;
    QVERIFY(simulate(options, path("crooked"), Progress()).ok());
  }

  void everyPartIsTheSumOfItsShipments_data() {
    QTest::addColumn<QString>("world");
    QTest::addColumn<bool>("named");
    for (const char* world : {"honest", "crooked"}) {
      QTest::addRow("%s", world) << QString::fromLatin1(world) << true;
      QTest::addRow("%s, nobody named", world) << QString::fromLatin1(world) << false;
    }
  }
  void everyPartIsTheSumOfItsShipments() {
    QFETCH(QString, world);
    QFETCH(bool, named);
    const fs::path publications = path(world.toStdString());
    const fs::path workspace = path(world.toStdString() + (named ? "-named" : "-open"));
    const ImportOptions options = named ? test::vouchedFor(publications) : ImportOptions();
    QVERIFY(importInto(workspace, {publications}, options, Progress()).ok());
    const auto audit = runAudit(workspace, Progress());
    QVERIFY(audit.ok() && !(*audit)->claims.empty());
    for (const ClaimVerdict& claim : (*audit)->claims) {
      QVERIFY(claim.onlySaid != named);
      int filled = 0;
      std::set<std::int64_t> all;
      for (std::size_t i = 0; i < claimPartCount; ++i) {
        const auto part = static_cast<ClaimPart>(i);
        if (part == ClaimPart::NoLoad) continue;
        const auto found = shipmentsOf(workspace, **audit, claim, part, Progress());
        QVERIFY(found.ok());
        QCOMPARE(found->sum.inGrams(), claim.parts[part].inGrams());
        QCOMPARE(found->rowids.empty(), claim.parts[part] == Mass());
        QCOMPARE(claim.loads[part], static_cast<std::int64_t>(found->rowids.size()));
        all.insert(found->rowids.begin(), found->rowids.end());
        QVERIFY(std::adjacent_find(found->rowids.begin(), found->rowids.end()) ==
                found->rowids.end());
        checkShipments(workspace, claim, *found);
        filled += found->rowids.empty() ? 0 : 1;
      }
      QCOMPARE(claim.loads.all(), static_cast<std::int64_t>(all.size()));
      QVERIFY(filled >= (world == QLatin1String("crooked") ? 3 : 1));
    }
  }

 private:
  fs::path path(const std::string& name) const {
    return fs::path(m_folder.path().toStdU16String()) / name;
  }
  /// Current shipments of the plant in the time of the claim, that weigh at least what the part has.
  static void checkShipments(const fs::path& path, const ClaimVerdict& claim,
                             const PartShipments& found) {
    const auto workspace = Workspace::openReadOnly(path);
    auto query = workspace->database().prepare(
        "SELECT s.net_g, s.dispatched_ms, p.party, s.superseded_by IS NULL FROM shipments s JOIN "
        "publications p ON p.id = s.publication WHERE s.rowid = ?");
    std::int64_t grams = 0;
    for (const std::int64_t rowid : found.rowids) {
      query->reset();
      query->bind(1, rowid);
      QVERIFY(*query->step());
      grams += query->integer(0);
      const Timestamp sent = Timestamp::milliseconds(query->integer(1));
      QVERIFY(claim.start <= sent && sent < claim.end);
      QCOMPARE(std::string(query->text(2)), claim.party);
      QCOMPARE(query->integer(3), std::int64_t(1));
    }
    QVERIFY(grams >= found.sum.inGrams());
  }

  QTemporaryDir m_folder;
};

PLUMBLINE_TEST(TestPartShipments)
#include "test_part_shipments.moc"
