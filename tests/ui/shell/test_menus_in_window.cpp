// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The menus say what is, and do what they say; the window fits its screen.
#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRadioButton>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>

#include "ui/dialogs/job_runner.h"
#include "ui/pages/records_page.h"
#include "ui/records/record_model.h"
#include "ui/records/record_table.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_place.h"
#include "ui/theme/theme.h"

#include "tests/program.h"
#include "tests/ui/real_window.h"
#include "tests/ui/window_start.h"

using namespace plumbline;

class TestMenusInWindow : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    test::startWithSettingsIn(path("settings"));
    QVERIFY(test::makePlant(path("plant"), {}));
  }
  void init() {
    QSettings().clear();
    m_window = std::make_unique<MainWindow>();
    m_window->controller().setWorkspaceFolder(path("audits"));
  }
  void cleanup() {
    Theme::instance().setChoice(ThemeChoice::Light);
    m_window.reset();
  }

  void theFirstWindowFitsItsScreen() {
    const QRect free = m_window->screen()->availableGeometry();
    QVERIFY(m_window->width() <= free.width() && m_window->height() <= free.height());
    QVERIFY(m_window->minimumWidth() <= free.width() && m_window->minimumHeight() <= free.height());
  }

  void aPlaceOffTheScreenIsNotTaken() {
    m_window->setGeometry(5000, 4000, 900, 600);
    QSettings().setValue(QStringLiteral("windowGeometry"), m_window->saveGeometry());
    m_window = std::make_unique<MainWindow>();
    QVERIFY(m_window->screen()->availableGeometry().contains(m_window->geometry()));
  }

  void placesAreMovedAndMadeSmaller_data() {
    QTest::addColumn<QRect>("wanted");
    QTest::addColumn<QRect>("placed");
    QTest::newRow("it fits") << QRect(100, 90, 800, 600) << QRect(100, 90, 800, 600);
    QTest::newRow("too far right and down")
        << QRect(1500, 950, 800, 600) << QRect(800, 400, 800, 600);
    QTest::newRow("too far left and up") << QRect(-300, -20, 800, 600) << QRect(0, 0, 800, 600);
    QTest::newRow("larger than the screen") << QRect(10, 10, 2160, 1350) << QRect(0, 0, 1600, 1000);
  }
  void placesAreMovedAndMadeSmaller() {
    QFETCH(QRect, wanted);
    QFETCH(QRect, placed);
    QCOMPARE(placedWithin(wanted, QRect(0, 0, 1600, 1000)), placed);
  }

  void separatorsAreLower() {
    QMenu* menu = m_window->findChild<QMenu*>(QStringLiteral("fileMenu"));
    menu->popup(QPoint(0, 0));
    int line = 0;
    int entry = 0;
    const auto actions = menu->actions();
    for (const QAction* action : actions) {
      const int height = menu->actionGeometry(const_cast<QAction*>(action)).height();
      (action->isSeparator() ? line : entry) = height;
    }
    menu->close();
    QVERIFY(line > 0 && line * 2 < entry);
  }

  void thePresentLookIsMarked() {
    const auto looks = m_window->findChildren<QAction*>(QStringLiteral("actionLook"));
    QCOMPARE(looks.size(), 4);
    const auto marked = [&] {
      QStringList names;
      for (const QAction* look : looks) {
        if (look->isChecked()) names << look->text();
      }
      return names;
    };
    Theme::instance().setChoice(ThemeChoice::Dark);
    QCOMPARE(marked(), QStringList{QStringLiteral("Look: &dark")});
    looks[2]->trigger();  // once more: it stays
    QCOMPARE(marked(), QStringList{QStringLiteral("Look: &dark")});
    looks[3]->trigger();
    QCOMPARE(marked(), QStringList{QStringLiteral("Look: high &contrast")});
    looks[1]->trigger();
  }

  void settingsBeginAtWhatIsChosen() {
    QVERIFY(test::showActive(*m_window));
    Theme::instance().setChoice(ThemeChoice::Dark);
    action("actionSettings")->trigger();
    const auto* dialog = m_window->findChild<QDialog*>(QStringLiteral("settingsDialog"));
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->focusWidget(), dialog->findChild<QRadioButton*>(QStringLiteral("theme%1").arg(
                                        static_cast<int>(ThemeChoice::Dark))));
  }

  void helpHasItsEntries() {
    const auto* help = m_window->findChild<QMenu*>(QStringLiteral("helpMenu"));
    QStringList names;
    const auto actions = help->actions();
    for (const QAction* each : actions) {
      if (!each->isSeparator()) names << each->objectName();
    }
    QCOMPARE(names, (QStringList{QStringLiteral("actionHelp"), QStringLiteral("actionGlossary"),
                                 QStringLiteral("actionKeys"), QStringLiteral("actionAbout")}));
  }

  void editDoesWhatTheFieldDoes() {
    QVERIFY(test::showActive(*m_window));
    auto* field = m_window->findChild<CommandPalette*>();
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("tare"));
    updateEdit();
    for (const char* name : {"actionUndo", "actionCopy", "actionSelectAll"})
      QVERIFY(action(name)->isEnabled());
    action("actionSelectAll")->trigger();
    QCOMPARE(field->selectedText(), QStringLiteral("tare"));
    action("actionCopy")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("tare"));
    action("actionUndo")->trigger();
    QVERIFY(field->text().isEmpty());
  }

  void findAndSaveAreThereWhereThePageHasThem() {
    openPlant();
    m_window->choosePage(PageId::Overview);
    QVERIFY(!action("actionFind")->isEnabled());
    QVERIFY(!action("actionExport")->isEnabled());
    m_window->choosePage(PageId::Records);
    QVERIFY(action("actionFind")->isEnabled());
    action("actionFind")->trigger();
    QTRY_VERIFY(m_window->findChild<QLineEdit*>(QStringLiteral("findField"))->hasFocus());
    int asked = 0;
    auto* records = static_cast<RecordsPage*>(m_window->page(PageId::Records));
    records->setAskPath([&](QWidget*, const QString&) {
      ++asked;
      return QString();
    });
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(asked, 1);
    m_window->choosePage(PageId::Report);
    QVERIFY(action("actionExport")->isEnabled());
  }

  void copyTakesTheChosenRows() {
    openPlant();
    m_window->choosePage(PageId::Records);
    auto* table = m_window->findChild<RecordTable*>();
    QTRY_VERIFY(m_window->findChild<RecordModel*>()->row(0) != nullptr);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QGuiApplication::clipboard()->clear();
    updateEdit();
    action("actionCopy")->trigger();
    QTRY_COMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), 1);
  }

 private:
  [[nodiscard]] QString path(const char* name) const {
    return m_folder.filePath(QLatin1String(name));
  }
  [[nodiscard]] QAction* action(const char* name) const {
    return m_window->findChild<QAction*>(QLatin1String(name));
  }
  void updateEdit() {
    Q_EMIT m_window->findChild<QMenu*>(QStringLiteral("editMenu"))->aboutToShow();
  }
  void openPlant() {
    QVERIFY(test::showActive(*m_window));
    m_window->openPath(path("plant"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->controller().hasAudit(), test::patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->controller().jobs().isBusy(), test::patience);
  }

  QTemporaryDir m_folder;
  std::unique_ptr<MainWindow> m_window;
};

PLUMBLINE_WINDOW_TEST(TestMenusInWindow)
#include "test_menus_in_window.moc"
