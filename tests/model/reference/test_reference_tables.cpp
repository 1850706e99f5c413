// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include <QFile>
#include <QTest>

#include "model/reference/reference_tables.h"

#include "tests/program.h"
#include "tests/shared_files.h"

using namespace plumbline;

class TestReferenceTables : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void allComeWithTheProgram() {
    const ReferenceTables& tables = ReferenceTables::builtIn();
    QCOMPARE(tables.tables().size(), referenceKinds().size());
    for (const ReferenceKind& kind : referenceKinds()) {
      const ReferenceTable* table = tables.find(kind.name);
      QVERIFY2(table != nullptr, std::string(kind.name).c_str());
      QVERIFY(!table->version.empty() && !table->source.empty() && !table->rows.empty());
    }
  }

  void wasteList() {
    const ReferenceTables& tables = ReferenceTables::builtIn();
    std::map<std::pair<bool, bool>, int> kinds;
    for (const auto& row : tables.find("waste-list")->rows) {
      const WasteEntry* entry = tables.wasteEntry(std::stoi(row[0]));
      QVERIFY(entry != nullptr);
      ++kinds[{entry->hazardous, entry->mirror}];
      QVERIFY(!tables.chapterAbout(std::stoi(row[0])).empty());
    }
    QCOMPARE((kinds[{false, false}]), 256);
    QCOMPARE((kinds[{true, false}]), 235);
    QCOMPARE((kinds[{false, true}]), 178);
    QCOMPARE((kinds[{true, true}]), 173);
    QVERIFY(tables.wasteEntry(191213) == nullptr);
  }

  /// The same facts as in the list that DEFRA gives out.
  void wasteListAgainstAnOfficialOne() {
    REQUIRE_SHARED(path, "samples/uk-digital-waste-tracking/ewc-codes.csv");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const ReferenceTables& tables = ReferenceTables::builtIn();
    file.readLine();
    int rows = 0;
    while (!file.atEnd()) {
      const QStringList parts = QString::fromUtf8(file.readLine()).split(QLatin1Char(','));
      const WasteEntry* entry = tables.wasteEntry(parts[0].toInt());
      QVERIFY2(entry != nullptr, qPrintable(parts[0]));
      QCOMPARE(entry->hazardous, parts[1] == QLatin1String("true"));
      QCOMPARE(entry->mirror, parts[2].startsWith(QLatin1String("Mirror")));
      ++rows;
    }
    QCOMPARE(rows, 842);
  }

  void operations() {
    const ReferenceTables& tables = ReferenceTables::builtIn();
    QCOMPARE(tables.find("operations")->rows.size(), std::size_t{28});
    QVERIFY(tables.operation("R3")->final);
    QVERIFY(!tables.operation("R13")->final);
    QCOMPARE(tables.operation("R1")->kind, OperationKind::Energy);
    QCOMPARE(tables.operation("D9")->kind, OperationKind::Disposal);
    QVERIFY(!tables.operation("D9")->final);
    QVERIFY(tables.operation("R14") == nullptr);
  }

  void longestCommodity() {
    const ReferenceTables& tables = ReferenceTables::builtIn();
    QCOMPARE(tables.commodity("39151000")->code, std::string("391510"));
    QCOMPARE(tables.commodity("39159099")->code, std::string("391590"));
    QCOMPARE(tables.commodity("3915")->code, std::string("3915"));
    QVERIFY(tables.commodity("39151000")->scrap);
    QVERIFY(tables.commodity("390110")->primary);
    QVERIFY(tables.commodity("0101") == nullptr);
    QVERIFY(tables.commodity("39") == nullptr);
  }

  void countries() {
    const ReferenceTables& tables = ReferenceTables::builtIn();
    QCOMPARE(tables.country("TR")->code, tables.country("TUR")->code);
    QVERIFY(tables.country("TR")->oecd);
    QVERIFY(!tables.country("MY")->oecd);
    QVERIFY(tables.country("ZZ") == nullptr);
    int members = 0;
    for (const auto& row : tables.find("countries")->rows) members += row[3] == "yes" ? 1 : 0;
    QCOMPARE(members, 38);
  }

  void bands() {
    const ReferenceTables& tables = ReferenceTables::builtIn();
    const ReferenceBand* film = tables.density("150102", "");
    QVERIFY(film != nullptr);
    QCOMPARE(film->low, 10'000);
    QCOMPARE(tables.density("", "39011010")->low, 300'000);
    QCOMPARE(tables.density("150102", "39011010")->low, 10'000);  // the waste code is closer
    QVERIFY(tables.density("999999", "0101") == nullptr);
    const ReferenceBand* scrap = tables.price("39151000", 2023, "GBP");
    QVERIFY(scrap != nullptr);
    QVERIFY(scrap->low > 0 && scrap->low < scrap->high);
    QVERIFY(tables.price("39151000", 2023, "EUR") == nullptr);
    QVERIFY(tables.price("39151000", 2141, "GBP") == nullptr);
  }

  void aTableTakesThePlaceOfAnother() {
    ReferenceTables tables = ReferenceTables::builtIn();
    const std::string before = tables.toJson().dump();
    tables.use(parseReferenceTable("# table: waste-list\n# version: mine\n# source: me\n"
                                   "code\tentry\thazardous\n010101\tabsolute\tyes\n")
                   .value());
    QCOMPARE(tables.tables().size(), referenceKinds().size());
    QVERIFY(tables.wasteEntry(10101)->hazardous);
    QVERIFY(tables.wasteEntry(191212) == nullptr);
    QVERIFY(tables.toJson().dump() != before);
    QVERIFY(tables.toJson().dump().find("mine") != std::string::npos);
  }
};

PLUMBLINE_TEST(TestReferenceTables)
#include "test_reference_tables.moc"
