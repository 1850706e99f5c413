// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tables in the shapes that people hold: columns that are put together, become rows, say nothing or
// have codes of their own, and rows that are left out or repeat others.
#include <QtTest>

#include "model/mapping/proposal.h"
#include "model/mapping/row_mapper.h"
#include "model/mapping/row_shape.h"

#include "tests/program.h"

namespace plumbline {
namespace {

using Cells = std::vector<std::string>;

QString qt(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QStringList listOf(const Cells& texts) {
  QStringList list;
  for (const std::string& each : texts) list << qt(each);
  return list;
}

Cells cellsOf(const QString& line) {
  Cells cells;
  for (const QString& each : line.split(QLatin1Char(';'))) cells.push_back(each.toStdString());
  return cells;
}

RawRow rawRow(const Cells& cells, std::int64_t number) {
  RawRow row;
  row.number = number;
  for (const std::string& cell : cells) row.cells.push_back({cell});
  return row;
}

/// A mapping of totals whose other members are `more`; columns stand by their headings.
QByteArray mappingText(const QByteArray& columns, const QByteArray& more) {
  return R"({"plumbline":"mapping","version":1,"table":"totals","party":{"id":"p","role":"plant"},)"
         R"("text":{"encoding":"utf-8","delimiter":";"},"heading_row":1,"decimal":".","columns":[)" +
         columns + "]" + more + "}";
}

Result<Mapping> mappingOf(const QByteArray& columns, const QByteArray& more) {
  const QByteArray text = mappingText(columns, more);
  return parseMappingFile(ByteView(reinterpret_cast<const std::byte*>(text.constData()),
                                   static_cast<std::size_t>(text.size())));
}

/// What becomes of each line: a record's fields and remarks, "left out", "empty", or the error.
QStringList readAll(const Mapping& mapping, const QStringList& lines) {
  const Cells headings = cellsOf(lines.first());
  const auto shape = RowShape::create(mapping, headings);
  if (!shape) return {qt(shape.error().text())};
  auto mapper = RowMapper::create(mapping, shape->headings(), false);
  if (!mapper) return {qt(mapper.error().text())};
  QStringList out;
  for (int i = 1; i < lines.size(); ++i) {
    const Cells cells = cellsOf(lines[i]);
    const auto done = shape->each(rawRow(cells, i + 1), [&](const ShapedRow& row) -> Result<void> {
      if (row.fate == ShapedRow::Fate::LeftOut) out << QStringLiteral("left out");
      if (row.fate == ShapedRow::Fate::Empty) out << QStringLiteral("empty");
      if (row.fate != ShapedRow::Fate::Kept) return {};
      std::vector<FieldText> fields;
      const auto mapped = mapper->apply(*row.row, fields, row.part);
      if (!mapped) {
        out << qt(mapped.error().text());
        return {};
      }
      QStringList texts;
      for (const FieldText& each : fields) texts << qt(each.field) + QLatin1Char('=') + qt(each.text);
      for (const RowRemark& each : mapper->remarks()) {
        texts << QLatin1Char('[') + qt(each.kind) + QStringLiteral(": ") + qt(each.text) + QLatin1Char(']');
      }
      out << texts.join(QLatin1Char(' '));
      return {};
    });
    if (!done) out << qt(done.error().text());
  }
  return out;
}

const QByteArray wholeYear =
    R"(,"constants":{"direction":"out","period_start":"2008","period_end":"2008"})";

}  // namespace

class TestTableShapes : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void rows_data() {
    QTest::addColumn<QByteArray>("columns");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QStringList>("records");
    const std::string year =
        "direction=out period_end=2009-01-01T00:00:00Z period_start=2008-01-01T00:00:00Z ";
    const auto row = [](const char* name, const QByteArray& columns, const QByteArray& more,
                        const Cells& lines, const Cells& records) {
      QTest::newRow(name) << columns << more << listOf(lines) << listOf(records);
    };
    const QByteArray gallons = R"({"heading":"Amount","field":"quantity","unit":"US gal"})";
    row("the column's unit stays", gallons, wholeYear, {"Amount", "1,234.5"},
        {"quantity=1234.5 " + year + "unit=US gal id=row-2"});
    row("the unit behind the number goes first", gallons, wholeYear, {"Amount", "7 tonnes"},
        {"quantity=7 " + year + "unit=t id=row-2"});
    row("the unit of the row goes before the column's",
        gallons + R"(,{"heading":"U","field":"unit"})", wholeYear, {"Amount;U", "7;lbs"},
        {"quantity=7 unit=lb " + year + "id=row-2"});
    row("a unit that nobody knows stays as it is declared",
        gallons + R"(,{"heading":"U","field":"unit"})", wholeYear, {"Amount;U", "7;drums"},
        {"quantity=7 unit=drums " + year + "id=row-2"});
    row("two units in one row", gallons + R"(,{"heading":"U","field":"unit"})", wholeYear,
        {"Amount;U", "7 kg;lb"},
        {"row 2, column Amount: the number has another unit than its row. Found: \"kg\". Expected: lb"});
    row("no unit at all", R"({"heading":"Amount","field":"quantity"})", wholeYear, {"Amount", "7"},
        {"row 2, column Amount: the number has no unit. Found: \"\". Expected: a unit for the column, or "
         "one in every row"});
    row("letters for units",
        gallons + R"(,{"heading":"U","field":"unit","codes":{"G":"US gal","T":"short ton"}})", wholeYear,
        {"Amount;U", "7;G", "8;T"},
        {"quantity=7 unit=US gal " + year + "id=row-2", "quantity=8 unit=short ton " + year + "id=row-3"});
    const QByteArray tonnes = R"({"heading":"t","field":"quantity","unit":"t"})";
    const QByteArray out = R"(,"constants":{"direction":"out"})";
    row("a period from two columns, for its start and its end",
        tonnes + R"(,{"heading":"Quarter","field":"period_start","order":"quarter","and":["Year"],"separator":" "})"
                 R"(,{"heading":"Quarter","field":"period_end","order":"quarter","and":["Year"],"separator":" "})",
        out, {"t;Quarter;Year", "1;3;2008", "2;Jan-Mar;2020", "3;5;2008"},
        {"quantity=1 period_start=2008-07-01T00:00:00Z period_end=2008-10-01T00:00:00Z direction=out unit=t "
         "id=row-2",
         "quantity=2 period_start=2020-01-01T00:00:00Z period_end=2020-04-01T00:00:00Z direction=out unit=t "
         "id=row-3",
         "row 4, column Quarter + Year: the value is not a period of this kind. Found: \"5 2008\". "
         "Expected: a quarter such as 2008 Q3, Jul-Sep 2008, or 3 2008"});
    row("from and to, the last day within",
        tonnes + R"(,{"heading":"From","field":"period_start","order":"day first"})"
                 R"(,{"heading":"To","field":"period_end","order":"day first","inclusive":true})",
        out, {"t;From;To", "1;01.03.2008;31.03.2008"},
        {"quantity=1 period_start=2008-03-01T00:00:00Z period_end=2008-04-01T00:00:00Z direction=out unit=t "
         "id=row-2"});
    row("the first column that says something",
        tonnes + R"(,{"heading":"Permit","field":"counterparty","or":["Name"]})",
        wholeYear + R"(,"empty":["-","n/a"])",
        {"t;Permit;Name", "1;A1;North", "2;-;North", "3;;n/a"},
        {"quantity=1 counterparty=A1 " + year + "unit=t id=row-2",
         "quantity=2 counterparty=North " + year + "unit=t id=row-3", "quantity=3 " + year + "unit=t id=row-4"});
    row("a word that says nothing in a field that every record needs", tonnes,
        wholeYear + R"(,"empty":["z"])", {"t", "z"},
        {"row 2, column t: the cell is empty. Found: \"\". Expected: a value"});
    row("codes of a field", tonnes + R"(,{"heading":"Type","field":"operation","codes":{"recycling":"R3","?":""}})",
        wholeYear, {"t;Type", "1;recycling", "2;?", "3;burning"},
        {"quantity=1 operation=R3 " + year + "unit=t id=row-2", "quantity=2 " + year + "unit=t id=row-3",
         "quantity=3 " + year + "unit=t id=row-4 [unread: Type: burning]"});
    row("a direction that nobody knows", tonnes + R"(,{"heading":"Way","field":"direction"})",
        R"(,"constants":{"period_start":"2008","period_end":"2008"})", {"t;Way", "1;IN", "2;up"},
        {"quantity=1 direction=in period_end=2009-01-01T00:00:00Z period_start=2008-01-01T00:00:00Z unit=t "
         "id=row-2",
         "row 3, column Way: the word is not known. Found: \"up\". Expected: one of in, out"});
    row("rows that are left out", tonnes,
        wholeYear + R"(,"filter":[{"heading":"Kind","is_not":["Total"]},{"heading":"Year","is":["2008"]},{"heading":"Note","empty":true}])",
        {"t;Kind;Year;Note", "1;A;2008;", "2;Total;2008;", "3;A;2009;", "4;A;2008;estimate"},
        {"quantity=1 " + year + "unit=t id=row-2", "left out", "left out", "left out"});
    row("months that become rows",
        R"({"heading":"Amount","field":"quantity","unit":"t"},)"
        R"({"heading":"Month","field":"period_start","order":"month","and":["Year"],"separator":" "},)"
        R"({"heading":"Month","field":"period_end","order":"month","and":["Year"],"separator":" "})",
        out + R"(,"unfold":{"columns":["Jan",{"heading":"2","as":"February"}],"name":"Month","value":"Amount"})",
        {"Year;Jan;2", "2008;5;", "2009;many;6"},
        {"quantity=5 period_start=2008-01-01T00:00:00Z period_end=2008-02-01T00:00:00Z direction=out unit=t "
         "id=row-2.2",
         "empty", "row 3, column Amount: the value is not a number. Found: \"many\". Expected: a number such as 1,234.5",
         "quantity=6 period_start=2009-02-01T00:00:00Z period_end=2009-03-01T00:00:00Z direction=out unit=t "
         "id=row-3.3"});
    row("an id of its own is told apart by the column",
        R"({"heading":"No","field":"id"},{"heading":"Amount","field":"quantity","unit":"t"},{"heading":"Oil","field":"material"})",
        wholeYear + R"(,"unfold":{"columns":[{"heading":"Lube","as":"lube oil"},"Ind"],"name":"Oil","value":"Amount"})",
        {"No;Lube;Ind", "A;1;2"},
        {"id=A.2 quantity=1 material=lube oil " + year + "unit=t", "id=A.3 quantity=2 material=Ind " + year + "unit=t"});
    row("a column that is not there", tonnes + R"(,{"heading":"Type","field":"material","or":["Grade"]})",
        wholeYear, {"t;Type", "1;PET"},
        {"the file lacks a column that the mapping names. Expected: \"Grade\""});
    row("a heading twice, and no number", tonnes, wholeYear, {"t;t", "1;2"},
        {"several columns have a heading that the mapping names without a number. Expected: \"t\""});
    row("a filter of a column that is not there", tonnes,
        wholeYear + R"(,"filter":[{"heading":"Kind","is":["A"]}])", {"t", "1"},
        {"the file lacks a column that the mapping names. Expected: \"Kind\""});
    row("a new heading that the file has", tonnes,
        wholeYear + R"(,"unfold":{"columns":["a"],"name":"t","value":"v"})", {"t;a", "1;2"},
        {"the mapping's unfold cannot be used. Found: \"t\". Expected: a heading that the file does not have"});
    row("a constant that is no period", tonnes,
        R"(,"constants":{"direction":"out","period_start":"lately","period_end":"2008"})", {"t", "1"},
        {"column period_start: the value is not a date or a time. Found: lately. Expected: 2141-04-08 or "
         "2141-04-08T07:12:00Z"});
  }
  void rows() {
    QFETCH(QByteArray, columns);
    QFETCH(QByteArray, more);
    QFETCH(QStringList, lines);
    QFETCH(QStringList, records);
    const auto mapping = mappingOf(columns, more);
    QVERIFY2(mapping.ok(), mapping.ok() ? "" : mapping.error().text().c_str());
    QCOMPARE(readAll(*mapping, lines), records);
    // A mapping is kept beside the file: what is written reads back as the same.
    const auto again = parseMappingFile(bytesOf(mappingFileText(*mapping)));
    QVERIFY2(again.ok(), again.ok() ? "" : again.error().text().c_str());
    QVERIFY(*again == *mapping);
  }

  void brokenMappings_data() {
    QTest::addColumn<QByteArray>("columns");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("found");
    const QByteArray t = R"({"heading":"t","field":"quantity","unit":"t"})";
    const auto row = [](const char* name, const QByteArray& columns, const QByteArray& more,
                        const char* found) { QTest::newRow(name) << columns << more << QString::fromUtf8(found); };
    row("and with or", R"({"heading":"t","field":"quantity","and":["a"],"or":["b"]})", "", "quantity");
    row("a separator of nothing", R"({"heading":"t","field":"quantity","separator":"-"})", "", "-");
    row("no columns in and", R"({"heading":"t","field":"quantity","and":[]})", "", "[]");
    row("a column without a name", R"({"heading":"t","field":"quantity","or":[{}]})", "", "{}");
    row("codes that are no texts", R"({"heading":"t","field":"quantity","codes":{"a":1}})", "", "1");
    row("inclusive is no flag", R"({"heading":"t","field":"quantity","inclusive":"yes"})", "", "yes");
    row("a filter of nothing", t, R"(,"filter":[{"heading":"a"}])", "heading");
    row("a filter of two kinds", t, R"(,"filter":[{"heading":"a","is":["x"],"empty":true}])", "empty");
    row("a filter with a stranger", t, R"(,"filter":[{"heading":"a","like":"x"}])", "like");
    row("unfold without columns", t, R"(,"unfold":{"columns":[],"name":"n","value":"v"})", "[]");
    row("unfold into one column", t, R"(,"unfold":{"columns":["a"],"name":"n","value":"n"})", "n");
    row("a number alone stands for nothing", t,
        R"(,"unfold":{"columns":[{"column":3}],"name":"n","value":"v"})", "column");
    row("no duplicates", t, R"(,"duplicates":[])", "[]");
    row("empty is no list", t, R"(,"empty":"-")", "");
  }
  void brokenMappings() {
    QFETCH(QByteArray, columns);
    QFETCH(QByteArray, more);
    QFETCH(QString, found);
    const auto mapping = mappingOf(columns, more);
    QVERIFY(!mapping.ok());
    QVERIFY2(qt(mapping.error().text()).contains(found), mapping.error().text().c_str());
  }

  /// Rows that repeat each other have one key, and no others.
  void keys() {
    const auto mapping = mappingOf(R"({"heading":"t","field":"quantity","unit":"t"})",
                                   wholeYear + R"(,"duplicates":["from","to"])");
    const auto shape = RowShape::create(*mapping, {"from", "to", "t"});
    const auto keyOf = [&](const QString& line) {
      const Cells cells = cellsOf(line);
      QByteArray key;
      static_cast<void>(shape->each(rawRow(cells, 2), [&](const ShapedRow& row) -> Result<void> {
        key = QByteArray::fromStdString(shape->keyOf(row)->hex());
        return {};
      }));
      return key;
    };
    QCOMPARE(keyOf(QStringLiteral("a;b;1")), keyOf(QStringLiteral("a;b;2")));
    QVERIFY(keyOf(QStringLiteral("a;bc;1")) != keyOf(QStringLiteral("ab;c;1")));
    QVERIFY(keyOf(QStringLiteral("a;;1")) != keyOf(QStringLiteral(";a;1")));
  }

  void proposals_data() {
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("questions");
    QTest::newRow("a quarter, a unit, words that say nothing")
        << listOf({"Counterparty;Direction;period_start;Quantity (US gal);Material", "A;in;2008 Q3;5;-",
                       "B;in;2008 Q4;n/a;PET"})
        << "counterparty direction period_start:quarter quantity:US gal material | - n/a"
        << "missing field:period_end";
    QTest::newRow("a month or a quarter")
        << listOf({"counterparty;direction;period_start;period_end;quantity;unit", "A;in;3 2008;3 2008;5;t"})
        << "counterparty direction period_start period_end quantity unit | "
        << "date order:period_start date order:period_end";
    QTest::newRow("letters of manifests")
        << listOf({"counterparty;direction;period_start;period_end;Quantity;Unit", "A;in;2008;2008;5;T",
                       "A;in;2008;2008;5;P"})
        << "counterparty direction period_start:year period_end:year quantity unit+codes | "
        << "";
    QTest::newRow("a T alone may be a tonne")
        << listOf({"counterparty;direction;period_start;period_end;Quantity;Unit", "A;in;2008;2008;5;T"})
        << "counterparty direction period_start:year period_end:year quantity unit | "
        << "";
  }
  void proposals() {
    QFETCH(QStringList, lines);
    QFETCH(QString, rules);
    QFETCH(QString, questions);
    Profiler profiler(cellsOf(lines.first()));
    for (int i = 1; i < lines.size(); ++i) {
      const Cells cells = cellsOf(lines[i]);
      profiler.add(rawRow(cells, i + 1));
    }
    FileShape shape;
    shape.delimiter = ';';
    const Mapping mapping = propose(profiler.profile(), shape, "p", Table::Totals).mapping;
    QStringList said;
    for (const ColumnRule& each : mapping.columns) {
      QString text = qt(each.field);
      if (each.order) text += QLatin1Char(':') + qt(toText(*each.order));
      if (each.unit) text += QLatin1Char(':') + qt(toText(*each.unit));
      said << text + (each.codes.empty() ? QString() : QStringLiteral("+codes"));
    }
    QStringList words;
    for (const std::string& each : mapping.emptyWords) words << qt(each);
    QCOMPARE(said.join(QLatin1Char(' ')) + QStringLiteral(" | ") + words.join(QLatin1Char(' ')), rules);
    QStringList asked;
    for (const Question& each : openQuestions(mapping, profiler.profile())) {
      asked << qt(toText(each.kind)) + QLatin1Char(':') + qt(each.field);
    }
    QCOMPARE(asked.join(QLatin1Char(' ')), questions);
  }

  void headingRows_data() {
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<int>("row");
    QTest::newRow("numbers beside captions")
        << listOf({"Total;3579", "Reports;17", "Site;Material;Tonnes", "A;PET;5", "B;PET;6"}) << 3;
    QTest::newRow("years as headings") << listOf({"Material;2018;2019", "PET;12.5;13", "PE;1;2"}) << 1;
    QTest::newRow("no headings") << listOf({"PET;2018;12.5", "PE;2019;13"}) << 0;
    QTest::newRow("years of data") << listOf({"A-1;2018", "A-2;2019"}) << 0;
    QTest::newRow("a title") << listOf({"Returns of 2020;;", "Site;Material;Tonnes", "A;PET;5"}) << 2;
  }
  void headingRows() {
    QFETCH(QStringList, lines);
    QFETCH(int, row);
    std::vector<Cells> rows;
    for (const QString& line : lines) rows.push_back(cellsOf(line));
    QCOMPARE(static_cast<int>(headingRowOf(rows)), row);
  }
};

}  // namespace plumbline

PLUMBLINE_TEST(plumbline::TestTableShapes)
#include "test_table_shapes.moc"
