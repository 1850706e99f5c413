// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Columns, links and marks of the records page.
#include <QAbstractButton>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "ui/pages/records_page.h"
#include "ui/records/column_chooser.h"
#include "ui/records/filter_header.h"
#include "ui/records/record_model.h"
#include "ui/records/record_table.h"
#include "ui/theme/theme.h"
#include "ui/words/format.h"

#include "tests/program.h"
#include "tests/ui/fake_records.h"
#include "tests/ui/painted.h"
#include "tests/ui/sample_result.h"

using namespace plumbline;

class TestRecordsPage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    Theme::install(*qApp);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
  }

  void init() {
    QSettings().clear();
    m_page = open();
    QTRY_VERIFY(model()->row(0) != nullptr && !model()->counting());
  }
  void cleanup() { m_page.reset(); }

  void emptyColumnsAreHidden() {
    QTRY_VERIFY(hiddenNote()->isVisible());
    const auto fields = tableInfo(Table::Shipments).fields;
    int empty = 0;
    for (int column = 0; column < model()->fieldCount(); ++column) {
      const StoredValue& value = model()->row(0)->values[static_cast<std::size_t>(column)];
      const bool absent = std::holds_alternative<std::monostate>(value);
      empty += absent ? 1 : 0;
      QVERIFY2(table()->isColumnHidden(column) == absent,
               std::string(fields[static_cast<std::size_t>(column)].name).c_str());
      const QLineEdit* field = table()->filters()->filterField(column);
      if (absent) QVERIFY(!field->isVisible());
    }
    QVERIFY(empty > 2);
    QCOMPARE(hiddenNote()->text(), QStringLiteral("%1 empty columns hidden").arg(empty));
    QCOMPARE(hiddenNote()->accessibleName(), hiddenNote()->text());
  }

  void chosenColumnsAreKept() {
    QTRY_VERIFY(hiddenNote()->isVisible());
    const int material = columnOf("material");
    QVERIFY(!table()->isColumnHidden(material));
    choose(QStringLiteral("column%1").arg(material));
    QVERIFY(table()->isColumnHidden(material));
    QVERIFY(hiddenNote()->text().endsWith(QStringLiteral("columns hidden")));
    QVERIFY(!hiddenNote()->text().contains(QStringLiteral("empty")));
    m_page = open();  // the next time
    QTRY_VERIFY(model()->row(0) != nullptr);
    QVERIFY(table()->isColumnHidden(material));
    choose(QStringLiteral("showAllColumns"));
    QVERIFY(table()->hiddenColumns().isEmpty());
    QVERIFY(!hiddenNote()->isVisible());
    m_page = open();
    QTRY_VERIFY(model()->row(0) != nullptr);
    QCoreApplication::processEvents();
    QVERIFY(table()->hiddenColumns().isEmpty());  // all of them were chosen, empty or not
    choose(QStringLiteral("hideEmptyColumns"));
    QTRY_VERIFY(hiddenNote()->text().contains(QStringLiteral("empty columns hidden")));
    QVERIFY(!table()->isColumnHidden(material));
  }

  void theIdStays() {
    table()->setHiddenColumns({0, 1});
    QVERIFY(!table()->isColumnHidden(0));
    QVERIFY(table()->isColumnHidden(1));
    QMenu menu;
    m_page->findChild<ColumnChooser*>()->fillMenu(&menu);
    QVERIFY(menu.findChild<QAction*>(QStringLiteral("column1")) != nullptr);
    QVERIFY(menu.findChild<QAction*>(QStringLiteral("column0")) == nullptr);
  }

  void everyTableHasItsOwnColumns() {
    QTRY_VERIFY(hiddenNote()->isVisible());
    choose(QStringLiteral("showAllColumns"));
    m_page->openItem(QStringLiteral("jobs/SH-7"));
    QTRY_VERIFY(!model()->counting() && model()->rowCount() == 1);
    QTRY_VERIFY(hiddenNote()->text().contains(QStringLiteral("empty column")));
    m_page->openItem(QStringLiteral("shipments/SH-7"));
    QTRY_COMPARE(model()->query().table, Table::Shipments);
    QVERIFY(table()->hiddenColumns().isEmpty());
  }

  void menuOpensFromButtonAndHeader() {
    QTRY_VERIFY(hiddenNote()->isVisible());
    m_page->findChild<QAbstractButton*>(QStringLiteral("recordsColumns"))->click();
    auto* menu = m_page->findChild<QMenu*>(QStringLiteral("columnsMenu"));
    QVERIFY(menu != nullptr && menu->isVisible());
    menu->close();
    QTRY_VERIFY(m_page->findChild<QMenu*>(QStringLiteral("columnsMenu")) == nullptr);
    Q_EMIT table()->filters()->customContextMenuRequested(QPoint(5, 5));
    menu = m_page->findChild<QMenu*>(QStringLiteral("columnsMenu"));
    QVERIFY(menu != nullptr && menu->isVisible());
    menu->close();
  }

  void linkLeadsToTheReceipt() {
    QSignalSpy navigate(m_page.get(), &Page::navigate);
    const QModelIndex link = model()->index(2, model()->linkColumn());
    QTRY_COMPARE(link.data().toString(), QStringLiteral("SH-3"));
    Q_EMIT table()->clicked(link);
    QCOMPARE(navigate.count(), 1);
    m_page->openItem(navigate[0][0].value<Target>().item);
    QTRY_VERIFY(!model()->counting() && model()->rowCount() == 1 && model()->row(0) != nullptr);
    QCOMPARE(model()->query().table, Table::Receipts);
    QCOMPARE(model()->row(0)->rowid, std::int64_t{3});
    QCOMPARE(table()->filterText(columnOf("document_no")), QStringLiteral("=WT-83"));
    QCOMPARE(table()->filterText(columnOf("line")), QStringLiteral("-"));
    // And back: the receipt names its shipment. A link needs no mouse.
    table()->setCurrentIndex(model()->index(0, model()->linkColumn()));
    QTRY_COMPARE(table()->currentIndex().data().toString(), QStringLiteral("SH-3"));
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(navigate.count(), 2);
    QCOMPARE(navigate[1][0].value<Target>().item, QStringLiteral("document/shipments/-/WT-83"));
  }

  void enterLeadsToTheFinding() {
    QSignalSpy navigate(m_page.get(), &Page::navigate);
    m_page->openItem(QStringLiteral("finding/") +
                     QString::fromStdString(test::sampleRelabelled(0).id));
    QTRY_VERIFY(!model()->counting() && model()->row(0) != nullptr);
    table()->setCurrentIndex(model()->index(0, 0));
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(navigate.count(), 1);
    QCOMPARE(navigate[0][0].value<Target>().page, PageId::Findings);
    QVERIFY(navigate[0][0].value<Target>().item.startsWith(QStringLiteral("f-")));
    Q_EMIT table()->clicked(model()->index(0, 0));  // choosing a row leads nowhere
    QCOMPARE(navigate.count(), 1);
  }

  void theHeaderMarksTheOrder() {
    // As published: by the line in the file.
    QCOMPARE(table()->filters()->sortIndicatorSection(), model()->columnCount() - 1);
    const int material = columnOf("material");
    table()->filters()->setSortIndicator(material, Qt::DescendingOrder);
    QTRY_VERIFY(model()->query().sortField == static_cast<std::size_t>(material));
    QVERIFY(model()->query().descending);
    QCOMPARE(table()->filters()->sortIndicatorSection(), material);
    QCOMPARE(table()->filters()->sortIndicatorOrder(), Qt::DescendingOrder);
    table()->filters()->setSortIndicator(model()->columnCount() - 1, Qt::DescendingOrder);
    QTRY_VERIFY(!model()->query().sortField);
    QCOMPARE(table()->filters()->sortIndicatorOrder(), Qt::AscendingOrder);
  }

  void partiesHaveTheirNames() {
    AuditResult named = *test::sampleAudit();
    PartyView party;
    party.id = "Harbour Reclaim";
    party.name = "Harbour Reclaim Ltd, Dock 7";
    named.evidence.parties.push_back(party);
    m_page = open(named);
    QTRY_VERIFY(model()->row(0) != nullptr);
    const QModelIndex cell = model()->index(0, columnOf("consignee"));
    QCOMPARE(cell.data().toString(), QStringLiteral("Harbour Reclaim Ltd, Dock 7"));
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Harbour Reclaim<")) ||
            cell.data(Qt::ToolTipRole).toString().endsWith(QStringLiteral("Harbour Reclaim")));
    QCOMPARE(cell.data(Qt::EditRole).toString(),
             QStringLiteral("Harbour Reclaim"));  // what is copied
    // Whoever sees a name filters by it.
    table()->setFilterText(columnOf("consignee"), QStringLiteral("dock 7"));
    Q_EMIT table()->filters()->filtersChanged();
    QCOMPARE(model()->query().filters.front().text, std::string("Harbour Reclaim"));
  }

  void aRecordWithoutAnIdIsKnownByItsDocument() {
    m_page->setSource(unnamedRecords());
    QTRY_VERIFY(model()->row(0) != nullptr && !model()->counting());
    QCOMPARE(model()->index(0, 0).data().toString(), QStringLiteral("WT-81"));
    QVERIFY(
        model()->index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("row-1")));
  }

  void theLastRowIsTheOneThatIsSummedAndShown() {
    m_page->setSource(test::fakeRecords(20'000, std::make_shared<test::FakeTraffic>()));
    QTRY_VERIFY(model()->row(0) != nullptr && model()->rowCount() == 20'000);
    table()->setCurrentIndex(model()->index(0, 0));
    QTRY_VERIFY(bytes()->text().startsWith(QStringLiteral("SH-1,")));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(table()->currentIndex().row(), 19'999);
    QCOMPARE(table()->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(table()->selectionModel()->selectedRows().front().row(), 19'999);
    QTRY_VERIFY(bytes()->text().startsWith(QStringLiteral("SH-20000,")));
    const Mass net = Mass::grams((14'000 + std::int64_t{20'000} * 37 % 9'000) * 1000);
    QTRY_VERIFY(sums()->text().contains(formatKilograms(net)));
  }

  void allRowsAreCopied() {
    m_page->setSource(test::fakeRecords(20'000, std::make_shared<test::FakeTraffic>()));
    QTRY_VERIFY(model()->row(0) != nullptr && model()->rowCount() == 20'000);
    table()->setFocus();
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    auto* cancel = m_page->findChild<QAbstractButton*>(QStringLiteral("cancelCopy"));
    QVERIFY(cancel->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(sums()->text(), QStringLiteral("20,000 rows copied"), 60'000);
    QCOMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), 20'000);
    QVERIFY(!cancel->isVisible());

    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    cancel->click();
    QTRY_VERIFY(!cancel->isVisible());
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
  }

  void theMenuIsAboutTheRow() {
    QSignalSpy navigate(m_page.get(), &Page::navigate);
    const int material = columnOf("material");
    table()->setCurrentIndex(model()->index(2, material));
    QContextMenuEvent key(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(table(), &key);
    auto* menu = m_page->findChild<QMenu*>(QStringLiteral("recordsMenu"));
    QVERIFY(menu != nullptr);
    menu->findChild<QAction*>(QStringLiteral("menuCopyCell"))->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("EcoFibre board"));
    menu->findChild<QAction*>(QStringLiteral("menuFilter"))->trigger();
    QCOMPARE(table()->filterText(material), QStringLiteral("=EcoFibre board"));
    QVERIFY(!menu->findChild<QAction*>(QStringLiteral("menuFile"))
                 ->isEnabled());  // no list of files here
    menu->close();
  }

  void nothingChosenTakesALine() {
    QVERIFY(!bytes()->isVisible());
    table()->setCurrentIndex(model()->index(0, 0));
    QTRY_VERIFY(bytes()->isVisible());
  }

  void hiddenColumnsTakeNoPartInTheFrozenOne() {
    QTRY_VERIFY(hiddenNote()->isVisible());
    for (const ThemeChoice choice :
         {ThemeChoice::Dark, ThemeChoice::HighContrast, ThemeChoice::Light}) {
      Theme::instance().setChoice(choice);
      const test::Painted seen = test::painted(*m_page);
      QCOMPARE(test::isDark(seen.ground), choice != ThemeChoice::Light);
      QVERIFY(seen.colours > 2);
    }
    const QImage before = test::painted(*m_page).picture;
    m_page->setLayoutDirection(Qt::RightToLeft);
    QVERIFY(test::painted(*m_page).picture != before);
  }

 private:
  [[nodiscard]] QLineEdit* bytes() const {
    return m_page->findChild<QLineEdit*>(QStringLiteral("sourceBytes"));
  }
  [[nodiscard]] QLabel* sums() const {
    return m_page->findChild<QLabel*>(QStringLiteral("selectionSums"));
  }
  /// As a mapping numbers the rows of a table without ids.
  [[nodiscard]] static RecordSourceFactory unnamedRecords() {
    struct Unnamed : test::FakeRecords {
      using FakeRecords::FakeRecords;
      Result<std::vector<StoredRow>> page(const StoredQuery& query, std::int64_t first,
                                          std::int64_t count) override {
        auto rows = FakeRecords::page(query, first, count);
        for (StoredRow& row : *rows) row.values.front() = "row-" + std::to_string(row.row);
        return rows;
      }
    };
    return []() -> Result<std::unique_ptr<RecordSource>> {
      return std::unique_ptr<RecordSource>(new Unnamed(500, std::make_shared<test::FakeTraffic>()));
    };
  }
  [[nodiscard]] std::unique_ptr<RecordsPage> open() const { return open(*test::sampleAudit()); }
  [[nodiscard]] static std::unique_ptr<RecordsPage> open(const AuditResult& result) {
    auto page = std::make_unique<RecordsPage>();
    page->resize(1200, 760);
    page->show();
    OpenAudit audit;
    audit.result = std::make_shared<const AuditResult>(result);
    page->showAudit(audit);
    page->setSource(test::fakeRecords(500, std::make_shared<test::FakeTraffic>()));
    return page;
  }
  void choose(const QString& name) const {
    QMenu menu;
    m_page->findChild<ColumnChooser*>()->fillMenu(&menu);
    menu.findChild<QAction*>(name)->trigger();
  }
  [[nodiscard]] int columnOf(std::string_view name) const {
    for (int column = 0; column < model()->fieldCount(); ++column) {
      if (model()->field(column)->name == name) return column;
    }
    return -1;
  }
  [[nodiscard]] RecordModel* model() const { return m_page->findChild<RecordModel*>(); }
  [[nodiscard]] RecordTable* table() const { return m_page->findChild<RecordTable*>(); }
  [[nodiscard]] QAbstractButton* hiddenNote() const {
    return m_page->findChild<QAbstractButton*>(QStringLiteral("hiddenColumns"));
  }

  QTemporaryDir m_settings;
  std::unique_ptr<RecordsPage> m_page;
};

PLUMBLINE_WINDOW_TEST(TestRecordsPage)
#include "test_records_page.moc"
