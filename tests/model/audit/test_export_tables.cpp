// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was imported, exported and imported again are the same records, whatever format they came in.

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "model/audit/export_tables.h"
#include "model/audit/session.h"
#include "model/import/local_table.h"
#include "model/mapping/proposal.h"
#include "model/simulate/simulator.h"
#include "model/workspace/workspace.h"

#include "tests/program.h"
#include "tests/shared_files.h"

using namespace plumbline;

namespace {

QByteArray bytesAt(const fs::path& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestExportTables : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void aPlantAndItsReceivers() {
    SimulationOptions options;
    options.months = 2;
    options.loadsPerMonth = 40;
    options.jobsPerMonth = 20;
    QVERIFY(simulate(options, path("plant"), Progress()).ok());
    ImportOptions trust;
    trust.parties = path("plant") / "parties.txt";
    QVERIFY(importInto(path("w"), {path("plant")}, trust, Progress()).ok());
    const auto made = exportTables(path("w"), path("out"), Progress());
    QVERIFY(made.ok());
    QVERIFY(made->size() > 10);
    comesBackTheSame(*made);
  }

  void officialFiles_data() {
    QTest::addColumn<bool>("any");
    for (const char* file :
         {"uk-epr-summary-log/reprocessor-on-input-accredited.json",
          "uk-epr-summary-log/exporter-accredited.json",
          "uk-epr-summary-log/ors_ors-id-log-example.xlsx",
          "us-e-manifest/emanifest-save-valid-Data-and-Image-example.json",
          "us-e-manifest/emanifest-save-valid-Data-and-Image-Manual-Entry-example.json"}) {
      QTest::newRow(file) << true;
    }
  }
  void officialFiles() {
    const QString file =
        test::sharedPath(QStringLiteral("samples/") + QLatin1String(QTest::currentDataTag()));
    if (file.isEmpty()) QSKIP("the shared samples are absent; set PLUMBLINE_SHARED");
    QVERIFY(importInto(path("w"), {fs::path(file.toStdU16String())}, {}, Progress()).ok());
    const auto made = exportTables(path("w"), path("out"), Progress());
    QVERIFY2(made.ok(), made.ok() ? "" : made.error().text().c_str());
    QVERIFY(!made->empty());
    comesBackTheSame(*made);
  }

  /// Quotes, commas, line ends, umlauts, the largest mass, the first and the last year.
  void awkwardValues() {
    write("receipts.csv",
          "id,document_no,line,received_at,material,net_kg,vehicle,outcome\n"
          "R-1,\"WT-1, \"\"second\"\"\",1,1900-01-01T00:00:00Z,PET,0.001,\"two\nlines\",accepted\n"
          "R-2,Prüfung 審計,2,9999-12-31T23:59:59.999Z,\"a,b\",10000000000,,part\n");
    QVERIFY(importInto(path("w"), {path("receipts.csv")}, optionsFor("receipts.csv", "p"),
                       Progress())
                .ok());
    const auto made = exportTables(path("w"), path("out"), Progress());
    QVERIFY(made.ok());
    QCOMPARE(made->size(), std::size_t{1});
    QCOMPARE(made->front().rows, 2);
    comesBackTheSame(*made);
  }

  /// It is read back, so it keeps what a spreadsheet would compute.
  void formulasAreKept() {
    const QByteArray rows =
        "id,document_no,line,received_at,material,net_kg,vehicle\n"
        "R-1,=1+1,1,2026-01-01T00:00:00Z,@PET,5,-1-cmd\n";
    write("receipts.csv", rows);
    QVERIFY(
        importInto(path("w"), {path("receipts.csv")}, optionsFor("receipts.csv", "p"), Progress())
            .ok());
    const auto made = exportTables(path("w"), path("out"), Progress());
    QVERIFY(made.ok());
    const QByteArray out = bytesAt(path("out") / made->front().file);
    for (const char* text : {",=1+1,", ",@PET,", ",-1-cmd,"})
      QVERIFY2(out.contains(text), out.constData());
    comesBackTheSame(*made);
  }

  void aFileThatIsThereIsKept() {
    write("receipts.csv",
          "id,document_no,line,received_at,material,net_kg\n1,1,1,2026-01-01,PET,5\n");
    QVERIFY(importInto(path("w"), {path("receipts.csv")}, optionsFor("receipts.csv", "p"),
                       Progress())
                .ok());
    QVERIFY(exportTables(path("w"), path("out"), Progress()).ok());
    const auto again = exportTables(path("w"), path("out"), Progress());
    QVERIFY(!again.ok());
    QCOMPARE(again.error().code, ErrorCode::Usage);
  }

  void partiesWithOddNames() {
    write("receipts.csv",
          "id,document_no,line,received_at,material,net_kg\n1,1,1,2026-01-01,PET,5\n");
    write("receipts2.csv",
          "id,document_no,line,received_at,material,net_kg\n1,1,1,2026-01-01,PET,6\n");
    QVERIFY(importInto(path("w"), {path("receipts.csv")}, optionsFor("receipts.csv", "A/1"),
                       Progress())
                .ok());
    QVERIFY(importInto(path("w"), {path("receipts2.csv")}, optionsFor("receipts2.csv", "A.1"),
                       Progress())
                .ok());
    const auto made = exportTables(path("w"), path("out"), Progress());
    QVERIFY(made.ok());
    QCOMPARE(made->size(), std::size_t{2});
    QVERIFY((*made)[0].file != (*made)[1].file);
    comesBackTheSame(*made);
  }

 private:
  [[nodiscard]] fs::path path(const char* name) const {
    return fs::path(m_folder->path().toStdU16String()) / name;
  }
  void write(const char* name, const QByteArray& bytes) const {
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
  }
  [[nodiscard]] Mapping mappingOf(const fs::path& file, const std::string& party,
                                  Table table) const {
    const auto survey = surveyFile(file, {}, Progress());
    if (!survey) qFatal("%s", survey.error().text().c_str());
    return propose(survey->profile, survey->shape, party, table).mapping;
  }
  [[nodiscard]] ImportOptions optionsFor(const char* name, const std::string& party) const {
    ImportOptions options;
    options.mappings.emplace(path(name), mappingOf(path(name), party, Table::Receipts));
    return options;
  }

  /// Every exported file as a table of its party, imported into a new workspace and exported again.
  /// One workspace each: two parties may have published the very same bytes.
  void comesBackTheSame(const std::vector<ExportedTable>& made) {
    int number = 0;
    for (const ExportedTable& table : made) {
      const std::string place = std::to_string(++number);
      const fs::path file = path("out") / fs::path(table.file);
      ImportOptions options;
      options.mappings.emplace(file, mappingOf(file, table.party, *tableFromName(table.table)));
      const auto report = importInto(path(("w" + place).c_str()), {file}, options, Progress());
      QVERIFY(report.ok());
      QVERIFY2(report->problems.empty(),
               report->problems.empty() ? "" : report->problems.front().text().c_str());
      QCOMPARE(report->quarantined, 0);
      QCOMPARE(report->rows, table.rows);
      const fs::path out = path(("out" + place).c_str());
      const auto twice = exportTables(path(("w" + place).c_str()), out, Progress());
      QVERIFY(twice.ok());
      QCOMPARE(twice->size(), std::size_t{1});
      QCOMPARE(twice->front().party, table.party);
      QCOMPARE(QString::fromUtf8(bytesAt(out / fs::path(twice->front().file))),
               QString::fromUtf8(bytesAt(file)));
    }
  }
  std::unique_ptr<QTemporaryDir> m_folder;
};

PLUMBLINE_TEST(TestExportTables)
#include "test_export_tables.moc"
