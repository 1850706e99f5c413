// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QTest>

#include "model/links/match_lists.h"

#include "tests/program.h"

namespace plumbline {
namespace {

LoadList listOf(const std::string& csv) {
  auto list = readLoadList(csv);
  if (!list) qFatal("%s", list.error().text().c_str());
  return std::move(*list);
}

const std::string sentHeader = "id,document_no,dispatched_at,vehicle,material,net_kg\n";
const std::string receivedHeader = "id,document_no,received_at,vehicle,material,net_kg\n";

/// "id SH-1 RC-1", one line a pair.
QStringList linesOf(const ListMatch& match, const LoadList& left, const LoadList& right) {
  QStringList lines;
  const auto ids = [](const LoadList& list, const std::vector<std::size_t>& places) {
    std::string text;
    for (const std::size_t place : places) text += " " + list.loads[place].id;
    return QString::fromStdString(text);
  };
  for (const ListPair& pair : match.pairs) {
    const std::string kind = pair.byNumber ? "id" : std::string(toText(pair.evidence.kind));
    lines << QString::fromStdString(kind) + ids(left, pair.left) + ids(right, pair.right);
  }
  for (const ListPair& pair : match.ambiguous) {
    lines << QStringLiteral("ambiguous") + ids(left, pair.left) + ids(right, pair.right);
  }
  lines << QStringLiteral("left") + ids(left, match.unmatchedLeft);
  lines << QStringLiteral("right") + ids(right, match.unmatchedRight);
  return lines;
}

const std::string sent = sentHeader +
                         "SH-1,WT-1001,2141-04-08T07:12:00Z,NL-1,board,20000\n"
                         "SH-2,wt 1002,2141-04-08T08:12:00Z,NL-2,glass,18500\n"
                         "SH-3,WT-1003,2141-04-08T09:12:00Z,NL-3,paper,22000\n"
                         "SH-4,WT-1004,2141-04-09T09:12:00Z,NL-4,board,24000\n"
                         "SH-5,WT-1005,2141-04-20T09:12:00Z,NL-5,compost,9000\n";
const std::string received = receivedHeader +
                             "RC-1,WT-1001,2141-04-08T09:40:00Z,NL-1,board,20020\n"
                             "RC-2,WT-1002,2141-04-08T10:40:00Z,NL-2,glass,18500\n"
                             "RC-3,WT-1030,2141-04-08T11:40:00Z,NL-3,paper,21980\n"
                             "RC-4,WT-1004/1,2141-04-09T11:40:00Z,NL-4,board,14000\n"
                             "RC-5,WT-1004/2,2141-04-09T13:40:00Z,NL-4,board,10020\n"
                             "RC-6,WT-7777,2141-05-09T11:40:00Z,NL-9,board,11000\n";

class MatchListsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyKindIsFound() {
    const LoadList left = listOf(sent);
    const LoadList right = listOf(received);
    QCOMPARE(left.kind, ListKind::Shipments);
    QCOMPARE(right.kind, ListKind::Receipts);
    const ListMatch match = matchLists(left, right, nullptr, 1);
    QCOMPARE(
        linesOf(match, left, right),
        (QStringList{QStringLiteral("id SH-1 RC-1"), QStringLiteral("id SH-2 RC-2"),
                     QStringLiteral("suggested SH-3 RC-3"), QStringLiteral("split SH-4 RC-4 RC-5"),
                     QStringLiteral("left SH-5"), QStringLiteral("right RC-6")}));
    QCOMPARE(match.learnt.source, LinkageSource::Usual);
  }

  void theOrderOfTheRowsDoesNotMatter() {
    LoadList left = listOf(sent);
    LoadList right = listOf(received);
    const QStringList before = linesOf(matchLists(left, right, nullptr, 1), left, right);
    std::reverse(left.loads.begin(), left.loads.end());
    std::rotate(right.loads.begin(), right.loads.begin() + 2, right.loads.end());
    QCOMPARE(linesOf(matchLists(left, right, nullptr, 1), left, right), before);
  }

  void oneNumberWithSeveralRows() {
    const LoadList left = listOf("id,document_no,mass_t\nA,7,10\nB,8,3\nC,8,4\nD,9,1\nE,9,1\n");
    const LoadList right = listOf("id,document_no,mass_t\nX,7,6\nY,7,4\nZ,8,7\nV,9,1\nW,9,1\n");
    const ListMatch match = matchLists(left, right, nullptr, 1);
    const QStringList lines = linesOf(match, left, right);
    QCOMPARE(lines.mid(0, 2),
             (QStringList{QStringLiteral("id A X Y"), QStringLiteral("id B C Z")}));
    // Two of each under one number: which is which cannot be told.
    QCOMPARE(match.ambiguous.size() + match.unmatchedLeft.size(), std::size_t{2});
  }

  void haulsCloseTheTriangle() {
    const LoadList left = listOf(sent);
    const LoadList right = listOf(received);
    const LoadList hauls = listOf(
        "id,document_no,vehicle,loaded_at,unloaded_at,net_kg\n"
        "H-3,WT-1003,NL-3,2141-04-08T09:12:00Z,2141-04-08T11:20:00Z,22000\n");
    QCOMPARE(hauls.kind, ListKind::Hauls);
    const ListMatch match = matchLists(left, right, &hauls, 1);
    QCOMPARE(match.pairs.at(2).evidence.triangle, Triangle::Closed);
  }

  void badListsAreRefused_data() {
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("atRow");
    QTest::addColumn<QByteArray>("column");
    const auto row = [](const char* name, const char* csv, ErrorCode code, int at,
                        const char* column) {
      QTest::newRow(name) << QByteArray(csv) << code << at << QByteArray(column);
    };
    row("empty", "", ErrorCode::Malformed, 0, "");
    row("only a byte order mark", "\xEF\xBB\xBF", ErrorCode::Malformed, 0, "");
    row("no id", "vehicle,net_kg\nA,1\n", ErrorCode::MissingColumn, 1, "");
    row("nothing to compare", "id,material\nA,board\n", ErrorCode::MissingColumn, 1, "");
    row("column twice", "id,document,document_no\n", ErrorCode::Duplicate, 1, "document_no");
    row("two masses", "id,net_kg,net_t\n", ErrorCode::Duplicate, 1, "net_t");
    row("two tables", "id,dispatched_at,received_at\n", ErrorCode::Duplicate, 1, "");
    row("id twice", "id,net_kg\nA,1\nA,2\n", ErrorCode::Duplicate, 3, "id");
    row("no id in a row", "id,net_kg\n,1\n", ErrorCode::BadValue, 2, "id");
    row("short row", "id,net_kg\nA\n", ErrorCode::Malformed, 2, "");
    row("bad mass", "id,net_kg\nA,1\nB,1.5 t\n", ErrorCode::BadValue, 3, "net_kg");
    row("negative tonnes", "id,mass_t\nA,-1\n", ErrorCode::BadValue, 2, "mass_t");
    row("bad time", "id,date\nA,8 April\n", ErrorCode::BadValue, 2, "date");
    row("bad line", "id,document,line\nA,1,x\n", ErrorCode::BadValue, 2, "line");
    row("not UTF-8", "id,net_kg\n\xFF,1\n", ErrorCode::Encoding, 2, "");
    row("open quote", "id,net_kg\n\"A,1\n", ErrorCode::Malformed, 2, "");
  }
  void badListsAreRefused() {
    QFETCH(QByteArray, csv);
    QFETCH(ErrorCode, code);
    QFETCH(int, atRow);
    QFETCH(QByteArray, column);
    const auto list = readLoadList(csv.toStdString());
    QVERIFY(!list.ok());
    QCOMPARE(list.error().code, code);
    QCOMPARE(list.error().where.row, atRow);
    QCOMPARE(QByteArray::fromStdString(list.error().where.column), column);
  }

  void listsOfNothing() {
    const LoadList none = listOf("id,net_kg\n");
    const ListMatch match = matchLists(none, none, nullptr, 1);
    QVERIFY(match.pairs.empty() && match.ambiguous.empty() && match.unmatchedLeft.empty());
  }

  void rowsWithoutIdsAreNumbered() {
    const LoadList list = listOf("document,mass_t\nA-1,20.5\n\"A,2\",0\n");
    QCOMPARE(list.loads.at(0).id, std::string("1"));
    QCOMPARE(list.loads.at(1).id, std::string("2"));
    QCOMPARE(list.loads.at(0).record.net->inGrams(), 20'500'000);
    QCOMPARE(list.kind, ListKind::Plain);
  }
};

}  // namespace
}  // namespace plumbline

PLUMBLINE_TEST(plumbline::MatchListsTest)
#include "test_match_lists.moc"
