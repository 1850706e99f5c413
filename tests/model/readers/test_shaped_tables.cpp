// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tables in the shapes that people hold on their way into a workspace: no row is lost silently.
#include <fstream>

#include <QTemporaryDir>
#include <QtTest>

#include "model/audit/session.h"
#include "model/import/local_table.h"
#include "model/workspace/workspace.h"

#include "tests/model/rows_of.h"
#include "tests/program.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

QString qt(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Mapping mappingOf(const std::string& table, const std::string& members) {
  const std::string text = "{\"plumbline\":\"mapping\",\"version\":1,\"table\":\"" + table +
                           "\",\"text\":{\"encoding\":\"utf-8\",\"delimiter\":\";\"},\"heading_row\":1,"
                           "\"decimal\":\".\"," +
                           members + "}";
  auto mapping = parseMappingFile(bytesOf(text));
  if (!mapping) qFatal("%s", mapping.error().text().c_str());
  return std::move(mapping).value();
}

const std::string ofP = R"("party":{"id":"p","role":"plant"},)";
const std::string loads =
    R"("columns":[{"heading":"No","field":"document_no"},{"heading":"Day","field":"dispatched_at","order":"year first"},)"
    R"({"heading":"To","field":"consignee"},{"heading":"What","field":"material"},)"
    R"({"heading":"kg","field":"net_kg","unit":"kg"},{"heading":"Way","field":"operation"}])";

}  // namespace

class TestShapedTables : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void everyRowIsCounted_data() {
    QTest::addColumn<QString>("mapping");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("counts");  // read stored duplicates quarantined | left out, empty, unread, repeated
    QTest::addColumn<int>("made");        // of the file, with what became rows
    const QString head = QStringLiteral("No;Day;To;What;kg;Way\n");
    const auto row = [&head](const char* name, const std::string& members, const char* rows,
                             const char* counts, int made) {
      QTest::newRow(name) << qt(members) << head + QString::fromUtf8(rows) << QString::fromUtf8(counts) << made;
    };
    row("as it is", ofP + loads, "A;2141-04-08;N;PET;1;R3\nB;2141-04-08;N;PET;2;R3\n", "2 2 0 0 | 0 0 0 0", 2);
    row("automatic lines hide no repeat", ofP + loads + R"(,"duplicates":["No","Day","kg"])",
        "A;2141-04-08;N;PET;1;R3\nA;2141-04-08;N;PET;1;R4\nA;2141-04-08;N;PET;2;R3\n", "3 2 1 0 | 0 0 0 1", 3);
    row("by the party of each row",
        R"("party":{"id":"","role":"plant"},)" + loads.substr(0, loads.size() - 1) +
            R"(,{"heading":"To","field":"party"}],"duplicates":["No","To"])",
        "A;2141-04-08;N;PET;1;R3\nA;2141-04-08;N;PET;1;R4\nA;2141-04-08;M;PET;1;R4\nB;2141-04-08;;PET;1;R4\n",
        "4 2 1 1 | 0 0 0 1", 4);
    row("an operation nobody knows", ofP + loads, "A;2141-04-08;N;PET;1;shredding\n", "1 1 0 0 | 0 0 1 0", 1);
    row("a mass nobody knows", ofP + loads, "A;2141-04-08;N;PET;much;R3\n", "1 0 0 1 | 0 0 0 0", 1);
    row("the repeat of a row that cannot be read", ofP + loads + R"(,"duplicates":["No"])",
        "A;2141-04-08;N;PET;much;R3\nA;2141-04-08;N;PET;more;R3\nA;2141-04-08;N;PET;3;R3\nA;2141-04-08;N;PET;3;R3\n",
        "4 1 2 1 | 0 0 0 2", 4);
    row("left out", ofP + loads + R"(,"filter":[{"heading":"What","is_not":["Total"]}])",
        "A;2141-04-08;N;PET;1;R3\n;;;Total;1;\n", "1 1 0 0 | 1 0 0 0", 2);
    row("torn rows", ofP + loads, "A;2141-04-08;N;PET;1;R3\nB;2141\nC;2141-04-08;N;PET;1;R3;more\n",
        "3 1 0 2 | 0 0 0 0", 3);
  }
  void everyRowIsCounted() {
    QFETCH(QString, mapping);
    QFETCH(QString, rows);
    QFETCH(QString, counts);
    QFETCH(int, made);
    const auto report = import("w", "a.csv", rows.toStdString(), mappingOf("shipments", mapping.toStdString()));
    QCOMPARE(textOf(report), counts);
    const ReadCounts& other = report.files.at(0).counts;
    QCOMPARE(report.stored() + report.superseded + report.duplicates + report.unusable() + other.leftOut +
                 other.emptyCells,
             made);
    // A trial says the same, and whoever opens the audit file reads the same.
    ImportOptions options;
    options.mappings.emplace(m_file, mappingOf("shipments", mapping.toStdString()));
    const auto trial = tryImport(m_file, options, [](const QuarantinedRow&) {}, Progress());
    QVERIFY(trial.ok());
    QCOMPARE(trial->good, report.rows);
    QCOMPARE(trial->bad, report.quarantined);
    QCOMPARE(trial->counts.leftOut, other.leftOut);
    const fs::path shared = workspace("shared.plumb");
    QVERIFY(shareAudit(workspace("w"), shared, Progress()).ok());
    const auto again = importInto(workspace("again"), {shared}, {}, Progress());
    QVERIFY2(again.ok(), again.ok() ? "" : again.error().text().c_str());
    QCOMPARE(again->rows, report.rows);
    QCOMPARE(again->duplicates, report.duplicates);
  }

  /// The records of many parties in one file: one file without a signature, not many.
  void oneFileOfManyPartiesIsOneFile() {
    const std::string members = R"("party":{"id":"","role":"plant"},)" + loads.substr(0, loads.size() - 1) +
                                R"(,{"heading":"To","field":"party"}])";
    static_cast<void>(import("w", "a.csv",
                             "No;Day;To;What;kg;Way\nA;2141-04-08;N;PET;1;R3\nB;2141-04-08;M;PET;1;R4\n",
                             mappingOf("shipments", members)));
    const auto audit = runAudit(workspace("w"), Progress());
    QVERIFY(audit.ok());
    const EvidenceRow& row =
        (*audit)->evidence.rows[static_cast<std::size_t>(EvidenceQuestion::SignedBy)];
    QCOMPARE(row.reason, std::string("unsigned_files"));
    QCOMPARE(row.facts.get<std::int64_t>("files"), std::int64_t{1});
    QCOMPARE((*audit)->standing.mappedFiles, std::int64_t{1});
    QCOMPARE((*audit)->evidence.publications.size(), std::size_t{2});
  }

  /// How many cells there are is said in words of ours, which every language has its own of.
  void tornRowsAreToldInWords() {
    static_cast<void>(import("w", "a.csv", "No;Day;To;What;kg;Way\nC;2141-04-08;N;PET;1;R3;more\n",
                             mappingOf("shipments", ofP + loads)));
    const auto audit = runAudit(workspace("w"), Progress());
    QVERIFY(audit.ok());
    const QuarantinedRow& row = (*audit)->quarantine.first.at(0).row;
    QCOMPARE(row.value.text(), std::string("7 cells"));
    QCOMPARE(std::string(row.value.message().pattern()), std::string("%1 cells"));
  }

  void aRepeatNamesTheRowItRepeats() {
    static_cast<void>(import("w", "a.csv", "No;Day;To;What;kg;Way\nA;2141-04-08;N;PET;1;R3\nA;2141-04-08;N;PET;5;R3\n",
                             mappingOf("shipments", ofP + loads + R"(,"duplicates":["No","Day"])")));
    QCOMPARE(rowsOf("w", "SELECT row || ' ' || value || ' ' || reason || ' ' || expected FROM quarantine"),
             QStringLiteral("3 A | 2141-04-08 duplicate [\"each row once; row %1 is the same\",\"2\"]\n"));
    QCOMPARE(rowsOf("w", "SELECT id || ' ' || line FROM shipments"), rowsOf("w", "SELECT id || ' 1' FROM shipments"));
  }

  void sumsWithAndWithoutRepeats() {
    const auto report =
        import("w", "a.csv", "No;Day;To;What;kg;Way\nA;2141-04-08;N;PET;1.5;R3\nA;2141-04-08;N;PET;1.5;R3\nB;2141-04-08;N;PET;2;R3\n",
               mappingOf("shipments", ofP + loads + R"(,"duplicates":["No","kg"])"));
    const RepeatedSum& sum = report.files.at(0).counts.sums.at("kg");
    QCOMPARE(sum.all.value(), 5'000'000);
    QCOMPARE(sum.repeated.value(), 1'500'000);
  }

  void whatCannotBeReadIsARemark_data() {
    QTest::addColumn<QString>("party");
    QTest::newRow("one party") << qt(ofP + loads);
    QTest::newRow("a party a row") << qt(R"("party":{"id":"","role":"plant"},)" + loads.substr(0, loads.size() - 1) +
                                         R"(,{"heading":"To","field":"party"}])");
  }
  void whatCannotBeReadIsARemark() {
    QFETCH(QString, party);
    static_cast<void>(import("w", "a.csv", "No;Day;To;What;kg;Way\nA;2141-04-08;N;PET;1;shredding\n",
                             mappingOf("shipments", party.toStdString())));
    QCOMPARE(rowsOf("w", "SELECT s.document_no || ' ' || coalesce(s.operation, 'none') || ' ' || r.kind || ' ' || r.text "
                         "FROM source_remarks r JOIN shipments s ON s.publication = r.publication AND s.id = r.record_id "
                         "WHERE r.record_table = 'shipments'"),
             QStringLiteral("A none unread Way: shredding\n"));
  }

  /// A quarter is no day: the deadline of a receipt cannot run from it, and nothing arrives before it.
  void aPeriodIsNoDay_data() {
    QTest::addColumn<QString>("order");
    QTest::addColumn<QString>("day");
    QTest::addColumn<int>("missing");
    QTest::addColumn<int>("early");
    QTest::newRow("days") << "year first" << "2141-02-10" << 1 << 1;
    QTest::newRow("a quarter") << "quarter" << "Q1 2141" << 0 << 0;
  }
  void aPeriodIsNoDay() {
    QFETCH(QString, order);
    QFETCH(QString, day);
    QFETCH(int, missing);
    QFETCH(int, early);
    std::string text = loads;
    text.replace(text.find("year first"), 10, order.toStdString());
    const auto report = import("w", "a.csv",
                               "No;Day;To;What;kg;Way\nA;" + day.toStdString() + ";n;PET;1000;R3\nB;" + day.toStdString() +
                                   ";n;PET;1000;R3\n",
                               mappingOf("shipments", ofP + text));
    QCOMPARE(report.files.at(0).counts.periods, missing == 0 ? 2 : 0);
    static_cast<void>(import(
        "w", "b.csv", "No;Day;To;What;kg;Way\nB;2140-12-20;p;PET;1000;R3\nZ;2141-12-20;p;PET;1000;R3\n",
        mappingOf("receipts",
                  R"("party":{"id":"n","role":"receiver"},"columns":[{"heading":"No","field":"document_no"},)"
                  R"({"heading":"Day","field":"received_at","order":"year first"},{"heading":"To","field":"consignor"},)"
                  R"({"heading":"What","field":"material"},{"heading":"kg","field":"net_kg","unit":"kg"},)"
                  R"({"heading":"Way","field":"operation"}])")));
    const auto audit = runAudit(workspace("w"), Progress());
    QVERIFY2(audit.ok(), audit.ok() ? "" : audit.error().text().c_str());
    const auto told = [&audit](std::string_view rule) {
      const auto& all = (*audit)->findings;
      return static_cast<int>(std::count_if(all.begin(), all.end(), [rule](const Finding& each) {
        return each.rule == rule;
      }));
    };
    QCOMPARE(told("missing_receipt"), missing);
    QCOMPARE(told("time_order"), early);
  }

  void totalsKeepTheirUnit() {
    const auto report = import(
        "w", "a.csv", "When;Who;Amount\n2141 Q1;N;12 gallons\n2141 Q2;-;3.25\n2141;N;3.1234567\n",
        mappingOf("totals", ofP + R"("columns":[{"heading":"When","field":"period_start","order":"period"},)"
                                  R"({"heading":"When","field":"period_end","order":"period"},)"
                                  R"({"heading":"Who","field":"counterparty"},)"
                                  R"({"heading":"Amount","field":"quantity","unit":"t"}],)"
                                  R"("constants":{"direction":"out"},"empty":["-"])"));
    QCOMPARE(report.rows, 3);
    QCOMPARE(rowsOf("w", "SELECT quantity_micro || ' ' || unit || ' ' || coalesce(counterparty, '') || ' ' || direction "
                         "|| ' ' || ((period_end_ms - period_start_ms) / 86400000) FROM totals ORDER BY row"),
             QStringLiteral("12000000 US gal N out 90\n3250000 t  out 91\n3123457 t N out 365\n"));
  }

 private:
  [[nodiscard]] fs::path workspace(const char* name) const {
    return fs::path(m_folder->path().toStdString()) / name;
  }
  ImportReport import(const char* into, const char* name, const std::string& bytes, const Mapping& mapping) {
    m_file = workspace(name);
    std::ofstream(m_file, std::ios::binary) << bytes;
    ImportOptions options;
    options.mappings.emplace(m_file, mapping);
    auto report = importInto(workspace(into), {m_file}, options, Progress());
    if (!report || !report->problems.empty()) {
      qFatal("%s", report ? report->problems[0].text().c_str() : report.error().text().c_str());
    }
    return std::move(report).value();
  }
  static QString textOf(const ImportReport& report) {
    const ReadCounts& counts = report.files.at(0).counts;
    return QStringLiteral("%1 %2 %3 %4 | %5 %6 %7 %8")
        .arg(report.rowsRead()).arg(report.stored()).arg(report.duplicates).arg(report.unusable())
        .arg(counts.leftOut).arg(counts.emptyCells).arg(counts.unread).arg(counts.repeated);
  }
  QString rowsOf(const char* name, const std::string& sql) const {
    return test::rowsOf(workspace(name), sql);
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  fs::path m_file;
};

}  // namespace plumbline

PLUMBLINE_TEST(plumbline::TestShapedTables)
#include "test_shaped_tables.moc"
