// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// From headings and values to a mapping, and from a row to a record.
#include <QtTest>

#include "model/mapping/headings.h"
#include "model/mapping/proposal.h"
#include "model/mapping/row_mapper.h"

#include "tests/program.h"

namespace plumbline {
namespace {

using Rows = std::vector<std::vector<std::string>>;

QString qt(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Rows rowsOf(const QString& text) {
  Rows rows;
  for (const QString& line : text.split(QLatin1Char('\n'))) {
    auto& row = rows.emplace_back();
    for (const QString& cell : line.split(QLatin1Char(';'))) row.push_back(cell.toStdString());
  }
  return rows;
}

RawRow rawRow(const std::vector<std::string>& cells, std::int64_t number) {
  RawRow row;
  row.number = number;
  for (const std::string& cell : cells) row.cells.push_back({cell});
  return row;
}

/// The first row are the headings.
TableProfile profileOf(const Rows& rows) {
  Profiler profiler(rows.front());
  for (std::size_t i = 1; i < rows.size(); ++i) {
    profiler.add(rawRow(rows[i], static_cast<std::int64_t>(i) + 1));
  }
  return profiler.profile();
}

FileShape semicolons() {
  FileShape shape;
  shape.delimiter = ';';
  return shape;
}

Rows harbour() {
  return rowsOf(QStringLiteral(
      "Beleg-Nr;Datum;Absender;Netto;Kfz;Sorte;AVV;Bem.\n"
      "WT-88213;08.04.2141 13:40;EcoSphere North;17,18;NL-4471;Sortierrest;191212;Teilladung\n"
      "WT-88214;18.04.2141 14:06;EcoSphere North;16,86;NL-4468;EcoFibre;19 12 01;"));
}

/// "field=text field=text", or the error.
QString recordOf(RowMapper& mapper, const std::vector<std::string>& cells,
                 std::int64_t number = 2) {
  std::vector<FieldText> fields;
  const auto done = mapper.apply(rawRow(cells, number), fields);
  if (!done) return qt(done.error().text());
  QStringList out;
  for (const FieldText& each : fields) out << qt(each.field) + QLatin1Char('=') + qt(each.text);
  return out.join(QLatin1Char(' '));
}

QStringList asked(const Mapping& mapping, const TableProfile& profile) {
  QStringList out;
  for (const Question& each : openQuestions(mapping, profile)) {
    out << qt(toText(each.kind)) + QLatin1Char(':') + qt(each.field);
  }
  return out;
}

}  // namespace

class TestMapping : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void headings_data() {
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* heading, const char* table, const char* field) {
      QTest::newRow(heading) << QString::fromUtf8(heading) << table << field;
    };
    row("net_kg", "receipts", "net_kg");
    row("Net weight (t)", "receipts", "net_kg");
    row("Netto [kg]", "receipts", "net_kg");
    row("Nettogewicht t", "receipts", "net_kg");
    row("Gewicht in t", "receipts", "net_kg");
    row("PESO NETO", "receipts", "net_kg");
    row("Poids", "receipts", "net_kg");
    row("Quantité reçue", "receipts", "net_kg");
    row("Quantità", "shipments", "net_kg");
    row("Datum", "receipts", "received_at");
    row("Datum", "shipments", "dispatched_at");
    row("Empfänger", "shipments", "consignee");
    row("EMPFAENGER", "shipments", "");
    row("Destinatário", "shipments", "consignee");
    row("Ontdoener", "receipts", "consignor");
    row("AVV-Schlüssel", "receipts", "low_code");
    row("Código LER", "receipts", "low_code");
    row("Euralcode", "receipts", "low_code");
    row("Kfz-Kennzeichen", "hauls", "vehicle");
    row("Targa", "receipts", "vehicle");
    row("Giacenza", "stocks", "mass_kg");
    row("Unit", "receipts", "unit");
    row("Weather", "receipts", "");
    row("", "receipts", "");
  }
  void headings() {
    QFETCH(QString, heading);
    QFETCH(QString, table);
    QFETCH(QString, field);
    const auto found = meaningOf(heading.toStdString(), *tableFromName(table.toStdString()));
    QCOMPARE(found ? qt(found->field) : QString(), field);
  }

  void unitsInHeadings_data() {
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("unit");
    QTest::newRow("brackets") << "Net weight (t)"
                              << "t";
    QTest::newRow("square brackets") << "Netto [kg]"
                                     << "kg";
    QTest::newRow("underscore") << "net_kg"
                                << "kg";
    QTest::newRow("last word") << "Gewicht in t"
                               << "t";
    QTest::newRow("two words") << "Weight, short tons"
                               << "short ton";
    QTest::newRow("the heading itself") << "Tonnes"
                                        << "t";
    QTest::newRow("none") << "Netto"
                          << "";
    QTest::newRow("tons are unclear") << "Tons"
                                      << "";
  }
  void unitsInHeadings() {
    QFETCH(QString, heading);
    QFETCH(QString, unit);
    const auto found = unitOfHeading(heading.toStdString());
    QCOMPARE(found ? qt(toText(*found)) : QString(), unit);
  }

  /// Words that fail here are never found, so every one has to lead somewhere.
  void everyWordOfTheVocabularyIsUsed() {
    QFile file(QStringLiteral(":/vocabulary/headings.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readLine(), QByteArray("field,language,heading\n"));
    int words = 0;
    while (!file.atEnd()) {
      const QStringList parts =
          QString::fromUtf8(file.readLine()).trimmed().split(QLatin1Char(','));
      QCOMPARE(parts.size(), 3);
      bool used = parts[0] == QStringLiteral("unit");
      for (const TableInfo& info : allTables()) {
        used = used || (meaningOf(parts[2].toStdString(), info.table) &&
                        (parts[0] == QStringLiteral("date") ||
                         std::any_of(info.fields.begin(), info.fields.end(),
                                     [&](const Field& f) { return qt(f.name) == parts[0]; })));
      }
      QVERIFY2(used, qPrintable(parts.join(QLatin1Char(','))));
      ++words;
    }
    QVERIFY(words > 1000);
  }

  void aGermanWeighbridgeListIsRecognised() {
    const TableProfile profile = profileOf(harbour());
    const Proposal proposal = propose(profile, semicolons(), "harbour-reclaim");
    const Mapping& mapping = proposal.mapping;
    QVERIFY(proposal.tableIsClear);
    QCOMPARE(mapping.table, Table::Receipts);
    QCOMPARE(proposal.recognised, 7);
    QCOMPARE(mapping.decimal, std::optional(DecimalMark::Comma));
    QCOMPARE(mapping.ruleOf("received_at")->order, std::optional(DateOrder::DayFirst));
    QCOMPARE(mapping.ruleOf("received_at")->zone, std::string("Europe/Berlin"));
    QCOMPARE(asked(mapping, profile), QStringList{QStringLiteral("unit:net_kg")});
  }

  void anAnswerMakesItReadable() {
    const Rows rows = harbour();
    const TableProfile profile = profileOf(rows);
    Mapping mapping = propose(profile, semicolons(), "harbour-reclaim").mapping;
    for (ColumnRule& rule : mapping.columns) {
      if (rule.field == "net_kg") rule.unit = Unit::Tonne;
    }
    QCOMPARE(asked(mapping, profile), QStringList());
    auto mapper = RowMapper::create(mapping, rows.front(), false);
    QVERIFY(mapper.ok());
    QCOMPARE(recordOf(*mapper, rows[1]),
             QStringLiteral("document_no=WT-88213 received_at=2141-04-08T11:40:00Z "
                            "consignor=EcoSphere North net_kg=17180 vehicle=NL-4471 "
                            "material=Sortierrest low_code=191212 id=row-2 line=1"));
  }

  void questions_data() {
    QTest::addColumn<QString>("table");
    QTest::addColumn<QStringList>("expected");
    const QString head = QStringLiteral("document_no;received_at;material;net_kg\n");
    QTest::newRow("nothing open") << head + QStringLiteral("A;2141-04-08;PET;1") << QStringList();
    QTest::newRow("both orders fit")
        << head + QStringLiteral("A;03/04/2141;PET;1\nB;05/06/2141;PET;2")
        << QStringList{QStringLiteral("date order:received_at")};
    QTest::newRow("one day decides")
        << head + QStringLiteral("A;03/04/2141;PET;1\nB;25/06/2141;PET;2") << QStringList();
    QTest::newRow("a thousand or one") << head + QStringLiteral("A;2141-04-08;PET;1.234")
                                       << QStringList{QStringLiteral("decimals:net_kg")};
    QTest::newRow("both marks are used")
        << head + QStringLiteral("A;2141-04-08;PET;1.25\nB;2141-04-08;PET;1,5")
        << QStringList{QStringLiteral("decimals:")};
    QTest::newRow("a time without a zone") << head + QStringLiteral("A;2141-04-08 10:00;PET;1")
                                           << QStringList{QStringLiteral("time zone:received_at")};
    QTest::newRow("its own zone") << head + QStringLiteral("A;2141-04-08T10:00:00Z;PET;1")
                                  << QStringList();
    QTest::newRow("no unit") << QStringLiteral(
                                    "document_no;received_at;material;Weight\nA;2141-04-08;PET;1")
                             << QStringList{QStringLiteral("unit:net_kg")};
    QTest::newRow("the values have units") << QStringLiteral(
                                                  "document_no;received_at;material;Weight\nA;2141-"
                                                  "04-08;PET;1 t\nB;2141-04-08;PET;500 kg")
                                           << QStringList();
    QTest::newRow("a column of units")
        << QStringLiteral("document_no;received_at;material;Weight;Unit\nA;2141-04-08;PET;1;Tonnes")
        << QStringList();
    QTest::newRow("a volume")
        << QStringLiteral("document_no;received_at;material;Quantity (m3)\nA;2141-04-08;PET;1")
        << QStringList{QStringLiteral("density:net_kg")};
    QTest::newRow("no material") << QStringLiteral("document_no;received_at;net_kg\nA;2141-04-08;1")
                                 << QStringList{QStringLiteral("missing field:material")};
  }
  void questions() {
    QFETCH(QString, table);
    QFETCH(QStringList, expected);
    const TableProfile profile = profileOf(rowsOf(table));
    const Mapping mapping = propose(profile, semicolons(), "p", Table::Receipts).mapping;
    QCOMPARE(asked(mapping, profile), expected);
  }

  void tables_data() {
    QTest::addColumn<QString>("headings");
    QTest::addColumn<QString>("table");
    for (const TableInfo& info : allTables()) {
      QStringList names;
      for (const Field& field : info.fields) names << qt(field.name);
      QTest::newRow(std::string(info.name).c_str())
          << names.join(QLatin1Char(';')) << qt(info.name);
    }
    QTest::newRow("shipments, French")
        << "Date d'expédition;Destinataire;Transporteur;Code déchet;Poids net (t);N° bordereau"
        << "shipments";
    QTest::newRow("receipts, Portuguese")
        << "Data de recebimento;Gerador;Resíduo;Quantidade recebida (t);Número MTR"
        << "receipts";
    QTest::newRow("stocks, Italian") << "Data;Magazzino;Materiale;Giacenza (t)"
                                     << "stocks";
    QTest::newRow("sites, Spanish") << "Id;Nombre;País;Latitud;Longitud"
                                    << "sites";
    QTest::newRow("nothing known") << "Weather;Wind;Cloud"
                                   << "";
  }
  void tables() {
    QFETCH(QString, headings);
    QFETCH(QString, table);
    const TableProfile profile = profileOf(rowsOf(headings));
    const Proposal proposal = propose(profile, semicolons(), "p");
    QCOMPARE(proposal.tableIsClear ? qt(tableInfo(proposal.mapping.table).name) : QString(), table);
  }

  void badRows_data() {
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("problem");
    const QString at = QStringLiteral("row 2");
    QTest::newRow("no date")
        << "A;;PET;1"
        << "row 2, column Datum: the cell is empty. Found: \"\". Expected: a value";
    QTest::newRow("bad number") << "A;08.04.2141;PET;viel"
                                << "row 2, column Netto: the value is not a number. Found: "
                                   "\"viel\". Expected: a number such as 1.234,5";
    QTest::newRow("1e308 kg")
        << "A;08.04.2141;PET;1e308"
        << "row 2, column Netto: the number is too large or too small. Found: \"1e308\"";
    QTest::newRow("year 0")
        << "A;08.04.0000;PET;1"
        << "row 2, column Datum: the value is not a date. Found: \"08.04.0000\". Expected: a date "
           "such as 08.04.2141 (day first), from 1900 to 9999";
    QTest::newRow("too many cells") << "A;08.04.2141;PET;1;extra"
                                    << "row 2: the row has more cells than there are headings. "
                                       "Found: 5 cells. Expected: 4 cells";
    QTest::newRow("too few cells") << "A;08.04.2141;PET"
                                   << "row 2: the row has fewer cells than there are headings. "
                                      "Found: 3 cells. Expected: 4 cells";
    QTest::newRow("NUL byte") << QStringLiteral("A%1;08.04.2141;PET;1").arg(QChar(0))
                              << "row 2, column Beleg: the text holds a control character. Found: "
                                 "\"\". Expected: printable characters";
    QTest::newRow("not the encoding")
        << QStringLiteral("A%1;08.04.2141;PET;1").arg(QChar(0xFFFD))
        << QStringLiteral(
               "row 2, column Beleg: the text is not in the file's encoding. Found: \"A%1\". "
               "Expected: another encoding")
               .arg(QChar(0xFFFD));
  }
  void badRows() {
    QFETCH(QString, row);
    QFETCH(QString, problem);
    const Rows rows = rowsOf(QStringLiteral("Beleg;Datum;Sorte;Netto (kg)\nA;28.04.2141;PET;1,5"));
    Mapping mapping = propose(profileOf(rows), semicolons(), "p", Table::Receipts).mapping;
    auto mapper = RowMapper::create(mapping, rows.front(), false);
    QVERIFY(mapper.ok());
    problem.replace(QStringLiteral("column Netto:"), QStringLiteral("column Netto (kg):"));
    QCOMPARE(recordOf(*mapper, rowsOf(row).front()), problem);
  }

  void linesOfADocumentAreCounted() {
    const Rows rows =
        rowsOf(QStringLiteral("document_no;received_at;material;net_kg\nA;2141-04-08;PET;1"));
    auto mapper = RowMapper::create(
        propose(profileOf(rows), semicolons(), "p", Table::Receipts).mapping, rows.front(), false);
    QVERIFY(recordOf(*mapper, rows[1], 2).endsWith(QStringLiteral("id=row-2 line=1")));
    QVERIFY(recordOf(*mapper, rows[1], 3).endsWith(QStringLiteral("id=row-3 line=2")));
    QVERIFY(
        recordOf(*mapper, {"B", "2141-04-08", "PET", "1"}, 4).endsWith(QStringLiteral("line=1")));
  }

  void columnsGoByTheirHeading() {
    const Rows rows = harbour();
    Mapping mapping = propose(profileOf(rows), semicolons(), "p").mapping;
    for (ColumnRule& rule : mapping.columns) {
      if (rule.field == "net_kg") rule.unit = Unit::Tonne;
    }
    // Another month, another order of columns.
    auto moved = RowMapper::create(
        mapping, {"Datum", "Netto", "Beleg-Nr", "Sorte", "Absender", "Kfz", "AVV"}, false);
    QVERIFY(moved.ok());
    QVERIFY(recordOf(*moved, {"09.05.2141 08:00", "1,5", "X", "PET", "N", "K", "150102"})
                .contains(QStringLiteral("net_kg=1500")));
    const auto lacking = RowMapper::create(mapping, {"Datum", "Netto"}, false);
    QCOMPARE(lacking.error().code, ErrorCode::MissingColumn);
    QCOMPARE(lacking.error().expected.text(), std::string("\"Beleg-Nr\""));
  }

  void twoColumnsOfOneHeading() {
    const Rows rows = rowsOf(QStringLiteral(
        "document_no;received_at;material;Weight (kg);Weight (kg)\nA;2141-04-08;PET;1;2"));
    Mapping mapping = propose(profileOf(rows), semicolons(), "p", Table::Receipts).mapping;
    for (ColumnRule& rule : mapping.columns) {
      if (rule.field == "net_kg") rule.column = 5;
    }
    auto mapper = RowMapper::create(mapping, rows.front(), false);
    QVERIFY(recordOf(*mapper, rows[1]).contains(QStringLiteral("net_kg=2")));
  }

  void aMappingSurvivesItsFile() {
    const Rows rows = harbour();
    Mapping mapping = propose(profileOf(rows), semicolons(), "harbour-reclaim").mapping;
    mapping.constants["operation"] = "R3";
    for (ColumnRule& rule : mapping.columns) {
      if (rule.field != "net_kg") continue;
      rule.unit = Unit::CubicYard;
      rule.density = Density{24'000, "EPA 2016, mixed plastics, loose"};
    }
    const std::string saved = mappingFileText(mapping);
    QVERIFY(looksLikeMapping(bytesOf(saved)));
    const auto back = parseMappingFile(bytesOf(saved));
    QVERIFY(back.ok());
    QVERIFY(*back == mapping);

    auto mapper = RowMapper::create(mapping, rows.front(), false);
    const QString first = recordOf(*mapper, rows[1]);
    // Nobody weighed it, and the record says so.
    QVERIFY(first.contains(QStringLiteral("instrument=volume x density")));
    const std::string used = mapper->used().toJson().dump();
    const auto again = UsedMapping::fromJson(parseJson(bytesOf(used)).value());
    QVERIFY(again.ok());
    QVERIFY(again->mapping == mapping);
    QVERIFY(again->zones.contains("Europe/Berlin"));
    auto later = RowMapper::create(again->mapping, rows.front(), false, again->zones);
    QCOMPARE(recordOf(*later, rows[1]), first);
  }

  void brokenMappings_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("later version") << QByteArray("\"version\":1") << QByteArray("\"version\":2");
    QTest::newRow("unknown table") << QByteArray("\"receipts\"") << QByteArray("\"recipes\"");
    QTest::newRow("unknown field") << QByteArray("\"net_kg\"") << QByteArray("\"net\"");
    QTest::newRow("unknown member") << QByteArray("\"decimal\"") << QByteArray("\"decimals\"");
    QTest::newRow("unknown order") << QByteArray("day first") << QByteArray("day last");
    QTest::newRow("unknown delimiter")
        << QByteArray("\"delimiter\":\";\"") << QByteArray("\"delimiter\":\"x\"");
    QTest::newRow("unknown encoding") << QByteArray("utf-8") << QByteArray("utf-7");
    QTest::newRow("a field twice") << QByteArray("\"vehicle\"") << QByteArray("\"net_kg\"");
    QTest::newRow("no party") << QByteArray("harbour-reclaim") << QByteArray("");
    QTest::newRow("not JSON") << QByteArray("{") << QByteArray("[");
  }
  void brokenMappings() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const Mapping mapping = propose(profileOf(harbour()), semicolons(), "harbour-reclaim").mapping;
    QByteArray text = QByteArray::fromStdString(JsonValue(mapping.toJson()).dump());
    QVERIFY(parseMappingFile(bytesOf(text.toStdString())).ok());
    QVERIFY(text.contains(from));
    text.replace(text.indexOf(from), from.size(), to);
    QVERIFY(!parseMappingFile(bytesOf(text.toStdString())).ok());
  }
};

}  // namespace plumbline

PLUMBLINE_TEST(plumbline::TestMapping)
#include "test_mapping.moc"
