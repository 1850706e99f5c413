// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <fstream>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"

#include "tests/model/honest_and_crooked.h"
#include "tests/model/vouched.h"
#include "tests/program.h"

using namespace plumbline;
using plumbline::test::makeHonestAndCrooked;

/// Whoever hands evidence on may leave something out: nobody is guilty by it.
class TestGaps : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(m_folder.isValid());
    QVERIFY(makeHonestAndCrooked(path("honest"), path("crooked"), {.relabel = 100'000}, 9, 30));
    QCOMPARE(auditWithout("honest", "", "", 0)->decision(), Decision::Supported);
    QCOMPARE(auditWithout("crooked", "", "", 0)->decision(), Decision::Contradicted);
  }

  /// One table of one month, kept back.
  void aTableThatIsKeptBackFramesNobody_data() {
    QTest::addColumn<QString>("party");
    QTest::addColumn<QString>("table");
    for (const char* table : {"shipments", "intakes", "stocks", "flows", "materials", "jobs"}) {
      QTest::addRow("plant's %s", table) << QStringLiteral("ecosphere-north")
                                         << QString::fromUtf8(table);
    }
    QTest::newRow("receiver's receipts")
        << QStringLiteral("delta-fibre-works") << QStringLiteral("receipts");
  }
  void aTableThatIsKeptBackFramesNobody() {
    QFETCH(QString, party);
    QFETCH(QString, table);
    // The list of materials stands in the first publication only.
    const int sequence = table == QStringLiteral("materials") ? 1 : 3;
    const AuditPtr audit = auditWithout("honest", party.toStdString(), table.toStdString(), sequence);
    QVERIFY(audit);
    const bool decides = table != QStringLiteral("jobs");
    // The jobs say nothing about the claim.
    QCOMPARE(audit->decision(), decides ? Decision::CannotTell : Decision::Supported);
    if (decides) {
      QCOMPARE(audit->claims.front().reasons.front(), std::string("evidence_missing"));
      QVERIFY(!audit->claims.front().missing.empty());
      // Programs read no figure either: what is missing may hold all of it.
      const std::string json = audit->claims.front().toJson().dump();
      QVERIFY(json.find(R"("unaccounted_kg":null,"unexplained_kg":null,"expanded_uncertainty_kg":null)") !=
              std::string::npos);
      QCOMPARE(audit->claims.front().missing.front().table,
               tableFromName(table.toStdString()));
    }
    for (const Finding& finding : audit->findings) {
      QVERIFY2(!accuses(finding.severity), (finding.rule + " " + finding.id).c_str());
    }
  }

  /// The plant's own gap does not undo what receivers signed for in the months that are whole, but
  /// how much was claimed and taken in is not known: it cannot be told.
  void aGapOfThePlantLeavesAContradictionOpen() {
    const AuditPtr audit = auditWithout("crooked", "ecosphere-north", "shipments", 3);
    QCOMPARE(audit->decision(), Decision::CannotTell);
  }

  /// A month that could be otherwise if what is missing were here says so.
  void monthsThatAGapTouchesAreMarked() {
    const AuditPtr whole = auditWithout("honest", "", "", 0);
    QVERIFY(whole->gaps.empty());
    QCOMPARE(incompleteMonths(*whole), QStringList());
    // Receipts of loads sent 30 days before may be missing.
    const AuditPtr receipts = auditWithout("honest", "delta-fibre-works", "receipts", 3);
    QCOMPARE(receipts->gaps.size(), std::size_t{1});
    const RecordGap& gap = receipts->gaps.front();
    QCOMPARE(gap.party, std::string("Delta Fibre Works"));
    QVERIFY(gap.table == Table::Receipts);
    QVERIFY(gap.start == Timestamp::fromCivil(2141, 3, 1));
    QVERIFY(gap.end == Timestamp::fromCivil(2141, 4, 1));
    QCOMPARE(incompleteMonths(*receipts),
             (QStringList{QStringLiteral("2141-01"), QStringLiteral("2141-02"), QStringLiteral("2141-03")}));
    // The survey at the end of March is where April begins.
    const AuditPtr stocks = auditWithout("honest", "ecosphere-north", "stocks", 3);
    QCOMPARE(incompleteMonths(*stocks),
             (QStringList{QStringLiteral("2141-03"), QStringLiteral("2141-04")}));
    // Jobs are no part of the balance.
    QVERIFY(auditWithout("honest", "ecosphere-north", "jobs", 3)->gaps.empty());
  }

  /// Receipts that come first and are missing can take nothing back.
  void earlierReceiptsThatAreMissingUndoNothing() {
    const AuditPtr audit = auditWithout("crooked", "delta-fibre-works", "receipts", 1);
    QCOMPARE(audit->decision(), Decision::Contradicted);
  }
  void laterReceiptsThatAreMissingMay() {
    const AuditPtr audit = auditWithout("crooked", "delta-fibre-works", "receipts", 3);
    QCOMPARE(audit->decision(), Decision::CannotTell);
  }

 private:
  fs::path path(const std::string& name) const {
    return fs::path(m_folder.path().toStdU16String()) / name;
  }

  static QStringList incompleteMonths(const AuditResult& audit) {
    QStringList months;
    for (const BalanceMonth& month : audit.balance.months) {
      if (month.incomplete) months << QString::fromStdString(month.month.text());
    }
    return months;
  }

  /// The file of the table in the party's publication of that sequence.
  static QString tableFile(const fs::path& world, const QString& party, const QString& table,
                           int sequence) {
    for (const auto& entry : fs::recursive_directory_iterator(world / "log")) {
      QFile file(QString::fromStdU16String(entry.path().u16string()));
      if (entry.path().extension() != ".json" || !file.open(QIODevice::ReadOnly)) continue;
      const QByteArray payload = QByteArray::fromBase64(QJsonDocument::fromJson(file.readAll())
                                                            .object()
                                                            .value(QStringLiteral("payload"))
                                                            .toString()
                                                            .toLatin1());
      const QJsonObject predicate = QJsonDocument::fromJson(payload)
                                        .object()
                                        .value(QStringLiteral("predicate"))
                                        .toObject();
      const QJsonValue id = predicate[QStringLiteral("party")][QStringLiteral("id")];
      if (id != party || predicate.value(QStringLiteral("sequence")).toInt() != sequence) continue;
      for (const QJsonValue& each : predicate.value(QStringLiteral("tables")).toArray()) {
        if (each[QStringLiteral("name")] == table) return each[QStringLiteral("path")].toString();
      }
    }
    return {};
  }

  /// sequence 0: nothing is left out.
  AuditPtr auditWithout(const std::string& world, const std::string& party,
                        const std::string& table, int sequence) {
    const fs::path copy = path("copy" + std::to_string(++m_count));
    fs::copy(path(world), copy, fs::copy_options::recursive);
    if (sequence > 0) {
      const QString file = tableFile(copy, QString::fromStdString(party),
                                     QString::fromStdString(table), sequence);
      if (file.isEmpty() || !fs::remove(copy / file.toStdString())) return nullptr;
    }
    const fs::path workspace = path("ws" + std::to_string(m_count));
    if (!importInto(workspace, {copy}, test::vouchedFor(copy), Progress())) return nullptr;
    const auto audit = runAudit(workspace, Progress());
    return audit ? *audit : nullptr;
  }

  QTemporaryDir m_folder;
  int m_count = 0;
};

PLUMBLINE_TEST(TestGaps)
#include "test_gaps.moc"
