// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+K: what the audit has is found, and Enter opens one thing.
#include <QDialog>
#include <QLabel>
#include <QListView>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "ui/dialogs/job_runner.h"
#include "ui/records/record_model.h"
#include "ui/records/record_table.h"
#include "ui/shell/breadcrumb.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/main_window.h"
#include "ui/shell/search_list.h"

#include "tests/program.h"
#include "tests/ui/real_window.h"
#include "tests/ui/window_start.h"

using namespace plumbline;

class TestSearchInWindow : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    test::startWithSettingsIn(path("settings"));
    QVERIFY(test::makePlant(path("plant"), {.months = 2, .relabel = 200'000}));
  }
  void init() {
    m_window = std::make_unique<MainWindow>();
    m_window->controller().setWorkspaceFolder(path("audits"));
    m_window->resize(1024, 700);
    QVERIFY(test::showActive(*m_window));
    m_window->openPath(path("plant"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->controller().hasAudit(), test::patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->controller().jobs().isBusy(), test::patience);
    m_window->choosePage(PageId::Overview);
    const auto& findings = m_window->controller().audit().result->findings;
    const auto first = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
      return !finding.records.empty() && finding.records.front().table == Table::Shipments;
    });
    QVERIFY(first != findings.end());
    m_id = QString::fromStdString(first->records.front().id);
  }
  void cleanup() { m_window.reset(); }

  void anIdLeadsToItsRow() {
    type(m_id.toLower());
    QVERIFY(find(SearchKind::Records, m_id) >= 0);
    QVERIFY(find(SearchKind::Findings) >= 0);
    QTest::keyClick(palette(), Qt::Key_Return);
    QCOMPARE(m_window->currentPage()->id(), PageId::Records);
    QTRY_COMPARE(currentId(), m_id);
    QVERIFY(!list()->isVisible());
    QVERIFY(palette()->text().isEmpty());
    QCOMPARE(dialogs(), 0);
  }

  void theBestOfAllRowsIsCurrent() {
    // Files are there before the rows are read, and their names have it, too.
    type(QStringLiteral("00"));
    QVERIFY(find(SearchKind::Files) > 0);
    QCOMPARE(list()->currentIndex().row(), find(SearchKind::Records));
  }

  void enterWaitsForTheAnswer() {
    palette()->setFocus();
    QTest::keyClicks(palette(), m_id);
    QTest::keyClick(palette(), Qt::Key_Return);  // nobody waits for a list before they press it
    QTRY_COMPARE(m_window->currentPage()->id(), PageId::Records);
    QTRY_COMPARE(currentId(), m_id);
    QCOMPARE(dialogs(), 0);
  }

  void aFindingAndAPartyAndAFileAreOpened() {
    type(m_id);
    choose(find(SearchKind::Findings));
    QCOMPARE(m_window->currentPage()->id(), PageId::Findings);
    const auto& parties = m_window->controller().audit().result->evidence.parties;
    const auto receiver = std::find_if(parties.begin(), parties.end(), [](const PartyView& party) {
      return party.role == Role::Receiver;
    });
    QVERIFY(receiver != parties.end());
    type(QString::fromStdString(receiver->name).toUpper());
    const int party = find(SearchKind::Parties);
    QVERIFY(party >= 0);
    choose(party);
    QCOMPARE(m_window->currentPage()->id(), PageId::Records);
    QTRY_VERIFY(table()->model()->rowCount() > 0);
    type(QStringLiteral(".csv"));
    const int file = find(SearchKind::Files);
    QVERIFY(file >= 0);
    choose(file);
    QCOMPARE(m_window->currentPage()->id(), PageId::Evidence);
    const auto* files = m_window->findChild<QTableView*>(QStringLiteral("filesTable"));
    QVERIFY(files->isVisible() && files->selectionModel()->selectedRows().size() == 1);
  }

  void tabGoesToTheNextKind() {
    type(m_id);
    const int first = list()->currentIndex().row();
    QTest::keyClick(palette(), Qt::Key_Tab);
    const int second = list()->currentIndex().row();
    QVERIFY(kind(second) != kind(first));
    QTest::keyClick(palette(), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(kind(list()->currentIndex().row()), kind(first));
    QVERIFY(palette()->hasFocus());
  }

  void controlEnterFiltersTheRecords() {
    type(m_id);
    QTest::keyClick(palette(), Qt::Key_Down);
    QTest::keyClick(palette(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage()->id(), PageId::Records);
    QVERIFY(!m_window->findChild<RecordTable*>()->filterText(0).isEmpty());
  }

  void escapeClosesTheList() {
    type(QStringLiteral("e"));
    QTest::keyClick(palette(), Qt::Key_Escape);
    QVERIFY(!list()->isVisible());
    QCOMPARE(palette()->text(), QStringLiteral("e"));
    QTest::keyClick(palette(), Qt::Key_Escape);
    QVERIFY(!palette()->hasFocus());
    // Also while a job could be cancelled and a message could go: the list is in front.
    type(QString());
    QTest::keyClick(palette(), Qt::Key_Escape);
    QVERIFY(!list()->isVisible());
  }

  void aCommandOpensOneDialog_data() {
    QTest::addColumn<bool>("down");
    QTest::newRow("Enter") << false;
    QTest::newRow("Down, up, Enter") << true;
  }
  void aCommandOpensOneDialog() {
    QFETCH(bool, down);
    type(QStringLiteral("publish"));
    if (down) {
      QTest::keyClick(palette(), Qt::Key_Down);
      QTest::keyClick(palette(), Qt::Key_Up);
    }
    QTest::keyClick(palette(), Qt::Key_Return);
    QTRY_COMPARE(dialogs(), 1);
    QVERIFY(m_window->findChild<QDialog*>(QStringLiteral("publishDialog")) != nullptr);
    QCoreApplication::processEvents();
    QCOMPARE(dialogs(), 1);
  }

  void anArrowMeansCommandsOnly() {
    type(QStringLiteral("> e"));
    QVERIFY(find(SearchKind::Commands) >= 0);
    for (const SearchKind other : {SearchKind::Records, SearchKind::Findings, SearchKind::Terms}) {
      QCOMPARE(find(other), -1);
    }
  }

  void whatIsNotThereIsSaid() {
    type(QStringLiteral("zzqqzzqq"));
    const auto* said = m_window->findChild<QLabel*>(QStringLiteral("searchSaid"));
    QTRY_VERIFY(said->text().startsWith(QStringLiteral("No id, name or plate has “zzqqzzqq”.")));
    QTest::keyClick(palette(), Qt::Key_Return);
    QVERIFY(list()->isVisible());
    QCOMPARE(dialogs(), 0);
  }

  void theNearestSpellingIsOneKeyAway() {
    type(m_id + QStringLiteral("x"));
    QTRY_VERIFY(find(SearchKind::Records) >= 0);
    QTest::keyClick(palette(), Qt::Key_Return);
    QVERIFY(palette()->text() != m_id + QStringLiteral("x"));
    QTRY_VERIFY(find(SearchKind::Records, palette()->text()) >= 0);
  }

  void clickingElsewhereClosesTheList() {
    type(QStringLiteral("e"));
    QVERIFY(list()->isVisible());
    m_window->findChild<QWidget*>(QStringLiteral("sidebarPages"))->setFocus(Qt::MouseFocusReason);
    QVERIFY(!list()->isVisible());
  }

 private:
  [[nodiscard]] QString path(const char* name) const {
    return m_folder.filePath(QLatin1String(name));
  }
  [[nodiscard]] CommandPalette* palette() const { return m_window->findChild<CommandPalette*>(); }
  [[nodiscard]] QListView* list() const {
    return m_window->findChild<QListView*>(QStringLiteral("commandList"));
  }
  [[nodiscard]] RecordTable* table() const { return m_window->findChild<RecordTable*>(); }
  [[nodiscard]] QString currentId() const {
    const QModelIndex current = table()->currentIndex();
    return current.isValid() ? current.siblingAtColumn(0).data().toString() : QString();
  }
  [[nodiscard]] int dialogs() const {
    int visible = 0;
    const auto all = m_window->findChildren<QDialog*>();
    for (const QDialog* dialog : all) visible += dialog->isVisible() ? 1 : 0;
    return visible;
  }

  /// Types it into the field and waits until everything was searched.
  void type(const QString& words) {
    palette()->clear();
    palette()->open();
    QTest::keyClicks(palette(), words);
    QTRY_VERIFY(list() != nullptr && list()->isVisible());
    QTRY_COMPARE(static_cast<SearchListModel*>(list()->model())->words(),
                 words.startsWith(QLatin1Char('>')) ? words.mid(1).trimmed() : words);
    const auto* said = m_window->findChild<QLabel*>(QStringLiteral("searchSaid"));
    QTRY_VERIFY(!said->text().contains(QStringLiteral("so far")));
  }
  [[nodiscard]] SearchKind kind(int row) const {
    return static_cast<SearchKind>(
        list()->model()->index(row, 0).data(SearchListModel::KindRole).toInt());
  }
  /// The first hit of that kind, or the one with that text; -1 where there is none.
  [[nodiscard]] int find(SearchKind of, const QString& text = {}) const {
    for (int row = 0; row < list()->model()->rowCount(); ++row) {
      const QModelIndex index = list()->model()->index(row, 0);
      if (index.data(SearchListModel::HeadingRole).toBool() || kind(row) != of) continue;
      if (text.isEmpty() || index.data().toString() == text) return row;
    }
    return -1;
  }
  void choose(int row) {
    QVERIFY(row >= 0);
    while (list()->currentIndex().row() < row) QTest::keyClick(palette(), Qt::Key_Down);
    while (list()->currentIndex().row() > row) QTest::keyClick(palette(), Qt::Key_Up);
    QTest::keyClick(palette(), Qt::Key_Return);
  }

  QTemporaryDir m_folder;
  std::unique_ptr<MainWindow> m_window;
  QString m_id;
};

PLUMBLINE_WINDOW_TEST(TestSearchInWindow)
#include "test_search_in_window.moc"
