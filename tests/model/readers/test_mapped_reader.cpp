// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of strangers on their way into a workspace: text, XLSX and ODS, by a mapping.
#include <fstream>

#include <QTemporaryDir>
#include <QtTest>

#include "model/audit/session.h"
#include "model/import/local_table.h"
#include "model/readers/mapped_reader.h"
#include "model/records/error_form.h"
#include "model/records/field_value.h"
#include "model/workspace/workspace.h"

#include "tests/fuzz/workbook_bytes.h"
#include "tests/model/containers/workbook_writer.h"
#include "tests/model/rows_of.h"
#include "tests/program.h"

namespace plumbline {
namespace {

constexpr std::string_view harbour =
    "Beleg-Nr;Datum;Absender;Netto;Kfz;Sorte;AVV\n"
    "WT-88213;08.04.2141 13:40;EcoSphere North;17,18;NL-4471;Sortierrest;19 12 12\n"
    "WT-88214;18.04.2141 14:06;EcoSphere North;16,86;NL-4468;EcoFibre;191201\n"
    "WT-88215;19.04.2141 09:15;EcoSphere North;viel;NL-4468;EcoFibre;191201\n";

QString qt(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The inside of a sheet's <table:table>.
std::string odsOf(const std::string& rows, const std::string& manifest = "<m/>") {
  const std::string content =
      "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" "
      "xmlns:text=\"x\" xmlns:manifest=\"m\"><office:body><office:spreadsheet>"
      "<table:table table:name=\"Data\">" +
      rows + "</table:table></office:spreadsheet></office:body></office:document-content>";
  return fuzz::workbookBytes({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                              {"content.xml", content},
                              {"META-INF/manifest.xml", manifest}});
}

std::string odsText(const std::string& text) {
  return "<table:table-cell office:value-type=\"string\"><text:p>" + text +
         "</text:p></table:table-cell>";
}

std::string odsValue(const std::string& type, const std::string& attribute,
                     const std::string& value, const std::string& more = {}) {
  return "<table:table-cell office:value-type=\"" + type + "\" office:" + attribute + "=\"" +
         value + "\"" + more + "><text:p>shown</text:p></table:table-cell>";
}

std::string odsRow(const std::string& cells, const std::string& more = {}) {
  return "<table:table-row" + more + ">" + cells + "</table:table-row>";
}

std::string odsHeadings() {
  return odsRow(odsText("Document number") + odsText("Received") + odsText("Material") +
                odsText("Net weight (t)"));
}

}  // namespace

class TestMappedReader : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void aMappedTableGoesIn() {
    const fs::path file = write("harbour.csv", harbour);
    ImportOptions options;
    options.mappings.emplace(file, answered(file));
    const auto report = importInto(workspace("w"), {file}, options, Progress());
    QVERIFY2(report.ok(), report.ok() ? "" : report.error().text().c_str());
    QCOMPARE(report->rows, 2);
    QCOMPARE(report->quarantined, 1);
    QCOMPARE(rowsOf("w",
                    "SELECT document_no || ' ' || net_g || ' ' || received_ms || ' ' || "
                    "low_code FROM receipts ORDER BY row"),
             QStringLiteral("WT-88213 17180000 5404707600000 191212\n"
                            "WT-88214 16860000 5405573160000 191201\n"));
    QCOMPARE(rowsOf("w",
                    "SELECT row || ' ' || place || ' ' || value || ' ' || reason FROM "
                    "quarantine"),
             QStringLiteral("4 Netto viel bad_value\n"));
  }

  void withoutAMappingItIsRefusedAndSaysWhy() {
    const fs::path file = write("harbour.csv", harbour);
    ImportOptions options;
    const auto refused = importInto(workspace("w"), {file}, options, Progress());
    QVERIFY(refused.ok());
    QCOMPARE(refused->problems.size(), 1u);
    options.as = std::string(mappedTableId);
    const auto asked = importInto(workspace("w2"), {file}, options, Progress());
    QVERIFY(asked.ok());
    QCOMPARE(qt(asked->problems.at(0).text()),
             QStringLiteral("harbour.csv: the table leaves questions open that a mapping has to "
                            "answer. Found: unit of Netto"));
  }

  /// Everything derived can be made again from the audit file alone.
  void theAuditFileReadsItTheSameWay() {
    const fs::path file = write("harbour.csv", harbour);
    ImportOptions options;
    options.mappings.emplace(file, answered(file));
    QVERIFY(importInto(workspace("w"), {file}, options, Progress()).ok());
    const auto audit = runAudit(workspace("w"), Progress());
    QVERIFY(audit.ok());
    const fs::path shared = workspace("shared.plumb");
    QVERIFY(shareAudit(workspace("w"), shared, Progress()).ok());
    const auto again = importInto(workspace("again"), {shared}, {}, Progress());
    QVERIFY2(again.ok(), again.ok() ? "" : again.error().text().c_str());
    QCOMPARE(again->rows, 2);
    QCOMPARE(again->quarantined, 1);
    const auto second = runAudit(workspace("again"), Progress());
    QVERIFY(second.ok());
    QCOMPARE(qt((*second)->resultsDigest.hex()), qt((*audit)->resultsDigest.hex()));
  }

  void anExportComesInWithoutAMapping_data() {
    QTest::addColumn<QString>("table");
    for (const TableInfo& info : allTables()) {
      QTest::newRow(std::string(info.name).c_str()) << qt(info.name);
    }
  }
  /// A record with every field, as the Records page exports it.
  void anExportComesInWithoutAMapping() {
    QFETCH(QString, table);
    const TableInfo& info = tableInfo(*tableFromName(table.toStdString()));
    QString text;
    for (const Field& field : info.fields) {
      text += (text.isEmpty() ? QString() : QStringLiteral(",")) + qt(field.name);
    }
    for (const char* id : {"a", "b"}) {
      text += QLatin1Char('\n');
      bool first = true;
      for (const Field& field : info.fields) {
        text += (std::exchange(first, false) ? QString() : QStringLiteral(",")) +
                exampleOf(field, QLatin1String(id));
      }
    }
    const fs::path file = write("export.csv", (text + QLatin1Char('\n')).toStdString());
    const auto report = importInto(workspace("w"), {file}, {}, Progress());
    QVERIFY(report.ok());
    QVERIFY2(report->problems.empty(),
             report->problems.empty() ? "" : report->problems[0].text().c_str());
    QCOMPARE(report->rows, 2);
    QCOMPARE(report->quarantined, 0);
    QString sql = QStringLiteral("SELECT ");
    for (const Field& field : info.fields) {
      if (&field != info.fields.data()) sql += QStringLiteral(" || ',' || ");
      sql += qt(field.column);
    }
    const QString stored = rowsOf(
        "w",
        (sql + QStringLiteral(" FROM ") + table + QStringLiteral(" ORDER BY row")).toStdString());
    const QStringList lines = stored.trimmed().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    for (const Field& field : info.fields) {
      if (isTextType(field.type)) continue;
      const auto value =
          parseFieldValue(field.type, exampleOf(field, QStringLiteral("a")).toStdString());
      QVERIFY(lines[0].split(QLatin1Char(',')).contains(QString::number(*value)));
    }
  }

  void odsCellsAreRead() {
    const std::string rows =
        odsHeadings() +
        odsRow(odsText("A-1") + odsValue("date", "date-value", "2141-04-08T10:00:00") +
               odsText("PET<text:s text:c=\"2\"/>clear") +
               odsValue("float", "value", "17.18", " table:formula=\"of:=[.A1]\"")) +
        odsRow("<table:table-cell table:number-columns-repeated=\"1000000\"/>",
               " table:number-rows-repeated=\"1000000\"");
    const fs::path file = write("a.ods", odsOf(rows));
    const auto survey = surveyFile(file, {}, Progress());
    QVERIFY2(survey.ok(), survey.ok() ? "" : survey.error().text().c_str());
    QCOMPARE(survey->profile.rows, 1);
    QCOMPARE(survey->notes.formulas, 1);
    QCOMPARE(survey->sheets, std::vector<std::string>{"Data"});
    Mapping mapping = propose(survey->profile, survey->shape, "p", Table::Receipts).mapping;
    for (ColumnRule& rule : mapping.columns) {
      if (rule.field == "received_at") rule.zone = "UTC";
    }
    ImportOptions options;
    options.mappings.emplace(file, mapping);
    QVERIFY(importInto(workspace("w"), {file}, options, Progress()).ok());
    QCOMPARE(rowsOf("w", "SELECT document_no || ' ' || material || ' ' || net_g FROM receipts"),
             QStringLiteral("A-1 PET  clear 17180000\n"));
  }

  void xlsxMergedAreasAreCounted() {
    auto parts = test::workbookParts(
        {{"S",
          "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Document number</t></is></c></row>"
          "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"}});
    for (auto& [name, text] : parts) {
      const std::string end = "</sheetData>";
      if (const auto at = text.find(end); at != std::string::npos) {
        text.insert(at + end.size(),
                    "<mergeCells count=\"2\"><mergeCell ref=\"A1:B1\"/><mergeCell "
                    "ref=\"C1:D1\"/></mergeCells><pageMargins left=\"1\"/>");
      }
    }
    const fs::path file = write("m.xlsx", test::zipOf(parts).toStdString());
    const auto survey = surveyFile(file, {}, Progress());
    QVERIFY2(survey.ok(), survey.ok() ? "" : survey.error().text().c_str());
    QCOMPARE(survey->notes.merged, 2);
  }

  void xlsxCellsAreRead() {
    const auto parts = test::workbookParts(
        {{"S",
          "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Document number</t></is></c>"
          "<c r=\"B1\" t=\"inlineStr\"><is><t>Received</t></is></c>"
          "<c r=\"C1\" t=\"inlineStr\"><is><t>Material</t></is></c>"
          "<c r=\"D1\" t=\"inlineStr\"><is><t>Net weight (t)</t></is></c></row>"
          "<row r=\"2\"><c r=\"A2\"><v>88213</v></c><c r=\"B2\"><v>88120</v></c>"
          "<c r=\"C2\" t=\"inlineStr\"><is><t>PET</t></is></c>"
          "<c r=\"D2\"><f>1+1</f><v>17.180000000000003</v></c></row>"}});
    const QByteArray bytes = test::zipOf(parts);
    const fs::path file = write("a.xlsx", bytes.toStdString());
    const auto survey = surveyFile(file, {}, Progress());
    QVERIFY2(survey.ok(), survey.ok() ? "" : survey.error().text().c_str());
    QCOMPARE(survey->notes.formulas, 1);
    QCOMPARE(survey->notes.merged, 0);
    ImportOptions options;
    options.mappings.emplace(file,
                             propose(survey->profile, survey->shape, "p", Table::Receipts).mapping);
    QVERIFY(importInto(workspace("w"), {file}, options, Progress()).ok());
    QCOMPARE(rowsOf("w", "SELECT document_no || ' ' || received_ms || ' ' || net_g FROM receipts"),
             QStringLiteral("88213 5404406400000 17180000\n"));
  }

  void hostileFiles_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* title, const char* name, const std::string& bytes,
                        const char* message) {
      QTest::newRow(title) << name << QByteArray::fromStdString(bytes) << message;
    };
    row("encrypted ODS", "a.ods",
        odsOf(odsHeadings(), "<m xmlns:manifest=\"m\"><manifest:encryption-data/></m>"),
        "the spreadsheet is encrypted; save it without a password");
    row("entity expansion in ODS", "a.ods",
        fuzz::workbookBytes({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                             {"content.xml", "<!DOCTYPE a [<!ENTITY b \"cccccccc\">]><a>&b;</a>"}}),
        "the part content.xml of the workbook has a document type");
    row("old XLS or encrypted XLSX", "a.xlsx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more",
        "the workbook is encrypted or of the old XLS format; save it as XLSX without a password");
    row("a long row repeated without end", "a.ods",
        odsOf(odsHeadings() + odsRow(odsText(std::string(100'000, 'x')),
                                     " table:number-rows-repeated=\"1000000\"")),
        "the sheet has too many rows");
    row("a program", "a.csv",
        std::string("\x7F"
                    "ELF\x02\x01\x01\0\0\0\x01\x02\x03\x04\x05",
                    15),
        "the file is neither text nor a spreadsheet");
    row("nothing", "a.csv", "", "the file holds no rows");
  }
  void hostileFiles() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, message);
    const fs::path file = write(name.toStdString(), bytes.toStdString());
    const auto survey = surveyFile(file, {}, Progress());
    QVERIFY(!survey.ok());
    QCOMPARE(qt(survey.error().message.text()), message);
  }

  void aCountOfColumnsThatChangesLate() {
    std::string text = "document_no,line,received_at,material,net_kg\n";
    constexpr int rows = 20'000;
    for (int i = 2; i <= rows; ++i) {
      text += "D" + std::to_string(i) + ",1,2141-04-08,PET," + (i == 15'000 ? "1,5" : "1.5") + "\n";
    }
    const fs::path file = write("late.csv", text);
    const auto report = importInto(workspace("w"), {file}, {}, Progress());
    QVERIFY(report.ok());
    QCOMPARE(report->rows, rows - 2);
    QCOMPARE(rowsOf("w", "SELECT row || ' ' || reason FROM quarantine"), QStringLiteral("15000 malformed\n"));
    const QString value = rowsOf("w", "SELECT value FROM quarantine").chopped(1);
    QCOMPARE(foundOf(value.toStdString()).text(), std::string("6 cells"));
  }

  void partyOfAFile_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("party");
    QTest::newRow("plain") << "harbour.csv"
                           << "harbour";
    QTest::newRow("words") << "Harbour Lieferungen 2141.csv"
                           << "harbour-lieferungen-2141";
    QTest::newRow("folder") << "a/b/C.xlsx"
                            << "c";
    QTest::newRow("other letters") << "Müll.csv"
                                   << "m-ll";
    QTest::newRow("nothing left") << "é.csv"
                                  << "table";
  }
  void partyOfAFile() {
    QFETCH(QString, name);
    QFETCH(QString, party);
    QCOMPARE(qt(partyOfFile(name.toStdString())), party);
  }

 private:
  fs::path workspace(const char* name) const {
    return fs::path(m_folder->filePath(QLatin1String(name)).toStdString());
  }
  fs::path write(const std::string& name, std::string_view bytes) const {
    const fs::path path = fs::path(m_folder->path().toStdString()) / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  /// The proposal, with the unit that it asks for.
  static Mapping answered(const fs::path& file) {
    const auto survey = surveyFile(file, {}, Progress());
    Mapping mapping = propose(survey->profile, survey->shape, "harbour-reclaim").mapping;
    for (ColumnRule& rule : mapping.columns) {
      if (rule.field == "net_kg") rule.unit = Unit::Tonne;
    }
    return mapping;
  }
  QString rowsOf(const char* name, const std::string& sql) const {
    return test::rowsOf(workspace(name), sql);
  }
  static QString exampleOf(const Field& field, const QString& id) {
    switch (field.type) {
      case FieldType::Time:
        return QStringLiteral("2141-04-08T07:12:00.250Z");
      case FieldType::Mass:
        return QStringLiteral("1234.567");
      case FieldType::Money:
        return QStringLiteral("1.23");
      case FieldType::Integer:
        return QStringLiteral("3");
      case FieldType::Micro:
        return QStringLiteral("0.000125");
      case FieldType::Flag:
        return QStringLiteral("true");
      default:
        break;
    }
    return field.type == FieldType::Id ? id : QStringLiteral("text");
  }
  std::unique_ptr<QTemporaryDir> m_folder;
};

}  // namespace plumbline

PLUMBLINE_TEST(plumbline::TestMappedReader)
#include "test_mapped_reader.moc"
