// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelection>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "ui/records/copy_rows.h"
#include "ui/records/filter_header.h"
#include "ui/records/record_model.h"
#include "ui/records/record_sums.h"
#include "ui/records/record_table.h"
#include "ui/records/save_rows.h"

#include "tests/hostile_cells.h"
#include "tests/precious_outputs.h"
#include "tests/program.h"
#include "tests/ui/fake_records.h"

using namespace plumbline;

namespace {

StoredQuery shipments() {
  StoredQuery query;
  query.table = Table::Shipments;
  return query;
}

QItemSelection rowsOf(const RecordModel& model, int first, int last) {
  return {model.index(first, 0), model.index(last, model.columnCount() - 1)};
}

/// Every text of the rows is something that a spreadsheet would compute.
class HostileRecords : public test::FakeRecords {
 public:
  static constexpr int count = 10;
  explicit HostileRecords(std::shared_ptr<test::FakeTraffic> traffic)
      : FakeRecords(count, std::move(traffic)) {}
  Result<std::vector<StoredRow>> page(const StoredQuery& query, std::int64_t first,
                                      std::int64_t most) override {
    PLUMBLINE_TRY(rows, FakeRecords::page(query, first, most));
    for (StoredRow& row : rows) {
      const QString text = test::hostileCells()[static_cast<int>(row.rowid - 1)];
      for (StoredValue& value : row.values) {
        if (std::holds_alternative<std::string>(value)) value = text.toStdString();
      }
    }
    return rows;
  }
};

}  // namespace

class TestRecordModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_traffic = std::make_shared<test::FakeTraffic>(); }

  void keepsTheModelRules() {
    RecordModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.open(test::fakeRecords(700, m_traffic));
    model.show(shipments(), 700);
    QTRY_VERIFY(!model.counting() && model.row(0) != nullptr);
    QCOMPARE(model.rowCount(), 700);
    StoredQuery filtered = shipments();
    filtered.filters.push_back({0, StoredFilter::Kind::Contains, "SH-6", 0, 0});
    model.show(filtered, -1);
    QTRY_VERIFY(!model.counting() && model.row(0) != nullptr);
    QCOMPARE(model.rowCount(), 111);
    model.show(shipments(), 900);  // said too many: the count corrects it
    QTRY_COMPARE(model.rowCount(), 700);
  }

  void readsOnAnotherThreadAndNeverWaits() {
    RecordModel model;
    model.open(test::fakeRecords(100'000, m_traffic));
    model.show(shipments(), 100'000);
    QCOMPARE(model.rowCount(), 100'000);
    const QModelIndex far = model.index(90'000, 0);
    QVERIFY(!far.data().isValid());
    QCOMPARE(far.data(RecordModel::LoadingRole).toBool(), true);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QTRY_COMPARE(far.data().toString(), QStringLiteral("SH-90001"));
    QVERIFY(!changed.isEmpty());
    QTRY_VERIFY(!model.counting());
    QVERIFY(m_traffic->thread.load() != std::this_thread::get_id());
  }

  void pagesNobodyLooksAtAreNotFetched() {
    RecordModel model;
    model.open(test::fakeRecords(100'000, m_traffic));
    model.show(shipments(), 100'000);
    // A thumb drawn through the whole table asks for every page on its way.
    for (int row = 0; row < 100'000; row += 256) (void)model.index(row, 0).data();
    QTRY_VERIFY(model.row(99'840) != nullptr);
    QVERIFY(m_traffic->pages < 50);
  }

  void memoryStaysFlat() {
    RecordModel model;
    model.open(test::fakeRecords(100'000, m_traffic));
    model.show(shipments(), 100'000);
    for (int page = 0; page < 80; ++page) {
      const int row = page * 256;
      (void)model.index(row, 0).data();
      QTRY_VERIFY(model.row(row) != nullptr);
    }
    QVERIFY(model.row(0) == nullptr);  // the pages used longest ago have left
    QVERIFY(model.row(79 * 256) != nullptr);
  }

  void answersOfAnOlderQueryAreDropped() {
    RecordModel model;
    model.open(test::fakeRecords(5'000, m_traffic));
    StoredQuery one = shipments();
    one.filters.push_back({0, StoredFilter::Kind::Equals, "SH-77", 0, 0});
    model.show(shipments(), 5'000);
    model.show(one, -1);
    QTRY_VERIFY(!model.counting() && model.row(0) != nullptr);
    QTest::qWait(50);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("SH-77"));
  }

  void marksComeFromFindings() {
    Finding weak;
    weak.severity = Severity::Look;
    weak.records = {{Table::Shipments, "p", "SH-3", 3}};
    Finding grave = weak;
    grave.severity = Severity::Contradiction;
    RecordModel model;
    model.open(test::fakeRecords(10, m_traffic));
    model.show(shipments(), 10);
    auto audit = std::make_shared<AuditResult>();
    audit->findings = {weak, grave};
    model.setMarks(RecordMarks(audit));
    QTRY_VERIFY(model.row(0) != nullptr);
    QCOMPARE(model.index(2, 0).data(RecordModel::SeverityRole).toInt(),
             static_cast<int>(Severity::Contradiction));
    QVERIFY(!model.index(1, 0).data(RecordModel::SeverityRole).isValid());
  }

  void marksSayWhichFinding() {
    auto audit = std::make_shared<AuditResult>();
    Finding weak;
    weak.id = "f-1";
    weak.rule = "silent_revision";
    weak.severity = Severity::Conflict;
    weak.records = {{Table::Shipments, "p", "SH-3", 3}};
    Finding grave = weak;
    grave.id = "f-2";
    grave.severity = Severity::Contradiction;
    audit->findings = {weak, grave};
    RecordModel model;
    model.open(test::fakeRecords(10, m_traffic));
    model.show(shipments(), 10);
    model.setMarks(RecordMarks(audit));
    QTRY_VERIFY(model.row(0) != nullptr);
    const QModelIndex marked = model.index(2, 0);
    QCOMPARE(marked.data(RecordModel::FindingRole).toString(), QStringLiteral("f-2"));
    const QString tip = marked.data(Qt::ToolTipRole).toString();
    QVERIFY(tip.startsWith(QStringLiteral("Contradiction: ")));
    QVERIFY(tip.endsWith(QStringLiteral("1 more finding names this record.")));
    QVERIFY(
        marked.data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("SH-3, Contra")));
    QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("SH-2"));
  }

  void linksLeadToTheOtherSide() {
    RecordModel model;
    const QAbstractItemModelTester rules(&model,
                                         QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.open(test::fakeRecords(300, m_traffic));
    model.show(shipments(), 300);
    QTRY_VERIFY(model.row(0) != nullptr && !model.counting());
    QCOMPARE(model.linkColumn(), model.columnCount() - 2);
    QCOMPARE(model.headerData(model.linkColumn(), Qt::Horizontal).toString(),
             QStringLiteral("Receipt"));
    const QModelIndex link = model.index(2, model.linkColumn());
    const QModelIndex none = model.index(6, model.linkColumn());
    QCOMPARE(link.data().toString(), QStringLiteral("Show"));  // asks, and does not wait
    QVERIFY(!none.data().toString().isEmpty());
    QTRY_COMPARE(link.data().toString(), QStringLiteral("SH-3"));
    QTRY_COMPARE(none.data().toString(), QStringLiteral("none"));
    QCOMPARE(link.data(RecordModel::LinkRole).toString(),
             QStringLiteral("document/receipts/-/WT-83"));
    QVERIFY(!none.data(RecordModel::LinkRole).isValid());
    QVERIFY(none.data(RecordModel::MissingRole).toBool());
    StoredQuery jobs;
    jobs.table = Table::Jobs;
    model.show(jobs, 300);
    QCOMPARE(model.linkColumn(), -1);
    QTRY_VERIFY(model.row(0) != nullptr && !model.counting());
  }

  void largeTablesAreNotSearchedForLinks() {
    RecordModel model;
    model.open(test::fakeRecords(300, m_traffic));
    std::array<std::int64_t, tableCount> counts{};
    counts[static_cast<std::size_t>(Table::Receipts)] = RecordModel::mostLooked + 1;
    model.setRowCounts(counts);
    model.show(shipments(), 300);
    QTRY_VERIFY(model.row(0) != nullptr && !model.counting());
    const QModelIndex link = model.index(2, model.linkColumn());
    QCOMPARE(link.data().toString(), QStringLiteral("Show"));
    QTest::qWait(100);
    QCOMPARE(link.data().toString(), QStringLiteral("Show"));
    QVERIFY(link.data(RecordModel::LinkRole).isValid());
  }

  void copiesTextAndHtml() {
    RecordModel model;
    model.open(test::fakeRecords(5'000, m_traffic));
    model.show(shipments(), 5'000);
    QTRY_VERIFY(model.row(0) != nullptr);
    const std::unique_ptr<QMimeData> mime(model.copy({model.index(0, 0), model.index(1, 3)}, true));
    QCOMPARE(mime->text(), QStringLiteral("Id\tDocument\tLine\tDispatched (UTC)\n"
                                          "SH-1\tWT-81\t\t2141-03-31T07:29:00Z\n"
                                          "SH-2\tWT-82\t\t2141-03-31T07:52:00Z\n"));
    QVERIFY(mime->html().startsWith(QStringLiteral("<table><tr><td>Id</td>")));
    QVERIFY(model.holds(rowsOf(model, 0, 200)));
    QVERIFY(!model.holds(rowsOf(model, 250, 3'000)));
  }

  void sumsOfTheSelection() {
    RecordModel model;
    model.open(test::fakeRecords(100, m_traffic));
    model.show(shipments(), 100);
    QTRY_VERIFY(model.row(0) != nullptr);
    QCOMPARE(selectionText({}, model), QString());
    QCOMPARE(selectionText(rowsOf(model, 0, 1), model),
             QStringLiteral("2 rows selected   gross 28,111\u00a0kg   net 28,111\u00a0kg   mean "
                            "net 14,056\u00a0kg"));
  }

  void viewHasAFrozenColumnAndFilters() {
    RecordTable table;
    RecordModel model;
    table.setRecords(&model);
    model.open(test::fakeRecords(1'000, m_traffic));
    model.show(shipments(), 1'000);
    table.resize(700, 300);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QTRY_VERIFY(model.row(0) != nullptr);
    auto* frozen = table.findChild<QTableView*>(QStringLiteral("frozenColumn"));
    QVERIFY(!frozen->isColumnHidden(0));
    QVERIFY(frozen->isColumnHidden(1));
    QCOMPARE(frozen->selectionModel(), table.selectionModel());
    table.scrollTo(model.index(500, 0));
    QCOMPARE(frozen->rowAt(0), table.rowAt(0));

    QSignalSpy filtered(&table, &RecordTable::filtersChanged);
    table.focusFilter(0);
    auto* field = frozen->findChild<QLineEdit*>(QStringLiteral("filter0"));
    QVERIFY(field != nullptr);
    QVERIFY(!field->accessibleName().isEmpty());
    QTest::keyClicks(field, QStringLiteral("SH-9"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(filtered.count(), 1);
    QCOMPARE(table.filterText(0), QStringLiteral("SH-9"));
  }

  void copyKeys() {
    RecordTable table;
    RecordModel model;
    table.setRecords(&model);
    model.open(test::fakeRecords(10, m_traffic));
    model.show(shipments(), 10);
    QTRY_VERIFY(model.row(0) != nullptr);
    table.selectRow(2);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("SH-3\t")));
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Id\t")));
  }

  void linkStandsBesideTheDocument() {
    RecordModel model;
    RecordTable table;
    table.setRecords(&model);
    for (const Table which : {Table::Shipments, Table::Jobs, Table::Receipts, Table::Shipments}) {
      StoredQuery query;
      query.table = which;
      model.open(test::fakeRecords(20, m_traffic));
      model.show(query, 20);
      QTRY_VERIFY(model.row(0) != nullptr && !model.counting());
      const QHeaderView* header = table.horizontalHeader();
      int shift = 0;
      for (int column = 0; column < model.fieldCount(); ++column) {
        QCOMPARE(header->visualIndex(column), column + shift);
        if (model.linkColumn() >= 0 && model.field(column)->name == "line") {
          QCOMPARE(header->visualIndex(model.linkColumn()), column + 1);
          shift = 1;
        }
      }
      QCOMPARE(shift, model.linkColumn() >= 0 ? 1 : 0);
    }
  }

  void savesRowsAsCsv() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("rows.csv"));
    const auto saved = saveRows(test::fakeRecords(9'000, m_traffic), shipments(), path, Progress());
    QVERIFY(saved.ok());
    QCOMPARE(*saved, std::int64_t{9'000});
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readLine().startsWith("id,document_no,line,dispatched_at,"));
    QVERIFY(file.readLine().startsWith("SH-1,"));
    QCOMPARE(file.readAll().count('\n'), 8'999);
    Progress cancelled;
    cancelled.cancel();
    QVERIFY(!saveRows(test::fakeRecords(9, m_traffic), shipments(), path, cancelled).ok());
  }

  void savedRowsDestroyNothing() {
    const QTemporaryDir folder;
    const QStringList precious = test::preciousOutputs(folder.path(), QStringLiteral(".csv"));
    const auto before = test::everythingIn(folder.path());
    for (const QString& path : precious) {
      const auto saved = saveRows(test::fakeRecords(9, m_traffic), shipments(), path, Progress());
      QVERIFY2(!saved && saved.error().code == ErrorCode::Usage, qPrintable(path));
    }
    QVERIFY(test::everythingIn(folder.path()) == before);
  }

#ifndef _WIN32
  void aFullDiskKeepsTheOldRows() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("rows.csv"));
    QVERIFY(saveRows(test::fakeRecords(9, m_traffic), shipments(), path, Progress()).ok());
    const auto before = test::everythingIn(folder.path());
    const auto saved = [&] {
      const test::FullDisk full(4096);
      return saveRows(test::fakeRecords(9'000, m_traffic), shipments(), path, Progress());
    }();
    QVERIFY(!saved);
    QVERIFY2(saved.error().message.text().find("too large") != std::string::npos,
             saved.error().message.text().c_str());
    QVERIFY(test::everythingIn(folder.path()) == before);
  }
#endif

  /// Names of others in a file and on the clipboard: a spreadsheet shows and never computes them.
  void whatLeavesHoldsNoFormula() {
    const RecordSourceFactory hostile = [this]() -> Result<std::unique_ptr<RecordSource>> {
      return std::unique_ptr<RecordSource>(new HostileRecords(m_traffic));
    };
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("rows.csv"));
    QVERIFY(saveRows(hostile, shipments(), path, Progress()).ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray saved = file.readAll();
    QVERIFY(saved.contains("'=1+1"));
    QCOMPARE(test::formulasIn(saved), QStringList());

    RecordModel model;
    model.open(hostile);
    model.show(shipments(), HostileRecords::count);
    QTRY_VERIFY(model.row(0) != nullptr);
    QVERIFY(model.holds(rowsOf(model, 0, HostileRecords::count - 1)));
    const std::unique_ptr<QMimeData> mime(
        model.copy(rowsOf(model, 0, HostileRecords::count - 1), true));
    const auto all = copyRows(hostile, shipments(), {{0, HostileRecords::count}}, {}, Progress());
    QVERIFY(all && all->rows == HostileRecords::count);
    QVERIFY(mime->text().endsWith(all->text));  // with a first line of headings
    QVERIFY(mime->text().contains(QStringLiteral("'=1+1")));
    QByteArray copied = mime->text().toUtf8();
    for (const char* formula : {"\t=", "\t+", "\t-1-", "\t@", "\t\""})
      QVERIFY2(!copied.contains(formula), formula);
    QVERIFY(!mime->html().contains(QStringLiteral("<td>=")));
  }

 private:
  std::shared_ptr<test::FakeTraffic> m_traffic;
};

PLUMBLINE_WINDOW_TEST(TestRecordModel)
#include "test_record_model.moc"
