// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Real windows with a small simulated audit. Dialogs are answered by the test.

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFileOpenEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/import/evidence_files.h"
#include "model/simulate/simulator.h"
#include "model/workspace/before_import.h"
#include "model/workspace/unfinished.h"
#include "model/workspace/workspace.h"

#include "ui/dialogs/job_runner.h"
#include "ui/pages/page_registry.h"
#include "ui/shell/breadcrumb.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/job_banner.h"
#include "ui/shell/main_window.h"
#include "ui/shell/sidebar.h"
#include "ui/theme/labels.h"
#include "ui/theme/theme.h"

#include "tests/program.h"
#include "tests/ui/real_window.h"

using namespace plumbline;

namespace {

constexpr int kPatience = 60'000;  // a bound for a loaded machine, not an expectation

QAction* actionOf(const MainWindow& window, const char* name) {
  return window.findChild<QAction*>(QLatin1String(name));
}

}  // namespace

class TestMainWindow : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();

  void beginsOnTheStartPage();
  void argumentsDropsAndEventsOpenTheSamePath_data();
  void argumentsDropsAndEventsOpenTheSamePath();
  void importDialogIsAsked();
  void cancelledDialogDoesNothing();
  void missingFileIsSaidAndChangesNothing();
  void unfinishedImportIsFinishedOrTakenBack_data();
  void unfinishedImportIsFinishedOrTakenBack();
  void sharedAuditOpensAgain();
  void neighboursAreCompared();
  void recentAuditsAreListed();
  void aRecentAuditThatIsGoneIsFoundOrRemoved();
  void whatWouldComeOutWithoutAFile();
  void pagesByKey();
  void backAndForwardByKey();
  void sidebarIsNarrowInNarrowWindows();
  void paletteRunsCommands();
  void keysAreVouchedForAndTakenBack();
  void ownTrustFilesAreTakenIn();
  void ownKeysAndPublishingHaveTheirDialogs();
  void hiddenPagesGetTheAuditToo();
  void everyFocusableWidgetHasAName();
  void everyLookAndDirectionShowsEveryPage();

 private:
  void openPlant();
  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<QTemporaryDir> m_settings;
  QString m_plant;
  std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::initTestCase() {
  QStandardPaths::setTestModeEnabled(true);
  QCoreApplication::setApplicationName(QStringLiteral("PlumblineTest"));
  QCoreApplication::setOrganizationName(QStringLiteral("PlumblineTest"));
  m_settings = std::make_unique<QTemporaryDir>();
  QSettings::setDefaultFormat(QSettings::IniFormat);
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings->path());
  Theme::install(*qApp);
  Theme::instance().setChoice(ThemeChoice::Light);
  m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/plumb-é-XXXXXX"));
  m_plant = m_folder->filePath(QStringLiteral("plant"));
  SimulationOptions options;
  options.months = 3;
  options.loadsPerMonth = 12;
  options.jobsPerMonth = 30;
  options.fraud.relabel = 200'000;
  const auto truth = simulate(options, std::filesystem::path(m_plant.toStdU16String()), Progress());
  QVERIFY2(truth.ok(), truth.ok() ? "" : truth.error().text().c_str());
}

void TestMainWindow::init() {
  QSettings().clear();
  m_window = std::make_unique<MainWindow>();
  m_window->controller().setWorkspaceFolder(m_folder->filePath(QStringLiteral("audits")));
  m_window->resize(1440, 900);
  QVERIFY(test::showActive(*m_window));  // shortcuts want an active window
}

void TestMainWindow::cleanup() {
  QApplication::setLayoutDirection(Qt::LeftToRight);
  Theme::instance().setChoice(ThemeChoice::Light);
  m_window.reset();
}

void TestMainWindow::openPlant() {
  QSignalSpy changed(&m_window->controller(), &AuditController::auditChanged);
  m_window->openPath(m_plant);
  QVERIFY(changed.wait(kPatience));
}

void TestMainWindow::beginsOnTheStartPage() {
  QCOMPARE(m_window->currentPage(), nullptr);
  QVERIFY(!m_window->findChild<Sidebar*>()->isVisible());
  QVERIFY(!actionOf(*m_window, "actionShare")->isEnabled());
  QVERIFY(actionOf(*m_window, "actionImport")->isEnabled());
  QVERIFY(m_window->findChild<QWidget*>(QStringLiteral("openSample"))->isVisible());
  QCOMPARE(m_window->findChild<Breadcrumb*>()->steps(), QStringList{QStringLiteral("Start")});
}

void TestMainWindow::argumentsDropsAndEventsOpenTheSamePath_data() {
  QTest::addColumn<QString>("way");
  QTest::newRow("argument") << QStringLiteral("argument");
  QTest::newRow("drop") << QStringLiteral("drop");
  QTest::newRow("file open event") << QStringLiteral("event");
}

void TestMainWindow::argumentsDropsAndEventsOpenTheSamePath() {
  QFETCH(QString, way);
  QSignalSpy changed(&m_window->controller(), &AuditController::auditChanged);
  if (way == QLatin1String("argument")) m_window->openPaths({m_plant});
  if (way == QLatin1String("drop")) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_plant)});
    QDragEnterEvent enter(QPoint(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &drop);
  }
  if (way == QLatin1String("event")) {
    QFileOpenEvent event(m_plant);
    QCoreApplication::sendEvent(qApp, &event);
  }
  QVERIFY(changed.wait(kPatience));
  QVERIFY(m_window->controller().hasAudit());
  QVERIFY(m_window->currentPage() != nullptr);
  QCOMPARE(m_window->currentPage()->id(), PageId::Overview);
  QVERIFY(actionOf(*m_window, "actionShare")->isEnabled());
  const auto* title = m_window->findChild<QLabel*>(QStringLiteral("auditTitle"));
  QCOMPARE(title->text(), QString::fromStdString(m_window->controller().audit().result->title));
}

void TestMainWindow::importDialogIsAsked() {
  FileDialogs dialogs;
  int asked = 0;
  dialogs.importFiles = [&](QWidget*) {
    ++asked;
    return QStringList{m_plant};
  };
  m_window->setFileDialogs(dialogs);
  QSignalSpy changed(&m_window->controller(), &AuditController::auditChanged);
  actionOf(*m_window, "actionImport")->trigger();
  QCOMPARE(asked, 1);
  QVERIFY(changed.wait(kPatience));
}

void TestMainWindow::cancelledDialogDoesNothing() {
  FileDialogs dialogs;
  dialogs.importFiles = [](QWidget*) { return QStringList(); };
  dialogs.openAudit = [](QWidget*) { return QString(); };
  m_window->setFileDialogs(dialogs);
  actionOf(*m_window, "actionImport")->trigger();
  actionOf(*m_window, "actionOpen")->trigger();
  QVERIFY(!m_window->controller().jobs().isBusy());
  QVERIFY(!m_window->controller().hasAudit());
}

void TestMainWindow::missingFileIsSaidAndChangesNothing() {
  QSignalSpy failed(&m_window->controller(), &AuditController::failed);
  m_window->openPath(m_folder->filePath(QStringLiteral("nothing-here.plumb")));
  QVERIFY(failed.count() == 1 || failed.wait(kPatience));
  auto* banner = m_window->findChild<JobBanner*>();
  QVERIFY(banner->showsFailure());
  const auto* heading = banner->findChild<QLabel*>(QStringLiteral("errorHeading"));
  QVERIFY(heading->text().contains(QStringLiteral("nothing-here.plumb")));
  QVERIFY(!m_window->controller().hasAudit());
  QCOMPARE(m_window->currentPage(), nullptr);
  QTest::keyClick(m_window.get(), Qt::Key_Escape);
  QTRY_VERIFY(!banner->showsFailure());
}

void TestMainWindow::unfinishedImportIsFinishedOrTakenBack_data() {
  QTest::addColumn<bool>("existed");
  QTest::addColumn<QString>("button");
  QTest::newRow("finished") << true << QStringLiteral("errorRetry");
  QTest::newRow("taken back") << true << QStringLiteral("errorSecond");
  QTest::newRow("taken back to nothing") << false << QStringLiteral("errorSecond");
}
void TestMainWindow::unfinishedImportIsFinishedOrTakenBack() {
  QFETCH(bool, existed);
  QFETCH(QString, button);
  const QString file = m_folder->filePath(QStringLiteral("unfinished.sqlite"));
  const std::filesystem::path workspace(file.toStdU16String());
  std::filesystem::remove(workspace);
  const std::filesystem::path plant(m_plant.toStdU16String());
  std::string digest;
  if (existed) {
    QVERIFY(importInto(workspace, {plant}, {}, Progress()));
    digest = (*runAudit(workspace, Progress()))->resultsDigest.hex();
    const auto opened = Workspace::open(workspace, false);
    const std::vector<std::string> sources{m_plant.toStdString()};
    const std::vector<std::string> files{
        std::to_string(std::filesystem::file_size(plant / "parties.txt")) + "/parties.txt"};
    QVERIFY(keepBefore(opened->database()));
    QVERIFY(markUnfinished(opened->database(), files));
    QVERIFY(noteSources(opened->database(), sources));
  } else {
    const std::string first = std::string(unfinishedFromTheStart) + ";" + std::string(nothingBefore);
    QVERIFY(Workspace::open(workspace, true, first));
  }
  m_window->openPath(file);
  auto* banner = m_window->findChild<JobBanner*>();
  QTRY_VERIFY_WITH_TIMEOUT(banner->showsFailure(), kPatience);
  QVERIFY(!m_window->controller().hasAudit());
  const auto* sentence = banner->findChild<SentenceLabel*>(QStringLiteral("errorSentence"));
  QVERIFY(sentence->accessibleName().contains(existed ? QStringLiteral("0 of 1 file is in")
                                                      : QStringLiteral("0 of 0 files are in")));
  QCOMPARE(banner->findChild<QPushButton*>(QStringLiteral("errorRetry"))->text(),
           QStringLiteral("Finish the import"));
  auto* chosen = banner->findChild<QPushButton*>(button);
  QVERIFY(chosen->isVisible());
  QTest::mouseClick(chosen, Qt::LeftButton);
  if (existed) {
    QTRY_VERIFY_WITH_TIMEOUT(m_window->controller().hasAudit(), kPatience);
    QCOMPARE(m_window->controller().audit().result->resultsDigest.hex(), digest);
    QVERIFY(m_window->controller().audit().workspace == workspace);
  } else {
    QTRY_VERIFY_WITH_TIMEOUT(!std::filesystem::exists(workspace), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->controller().jobs().isBusy(), kPatience);
  }
  QVERIFY(!banner->showsFailure());
}

void TestMainWindow::sharedAuditOpensAgain() {
  openPlant();
  const Hash digest = m_window->controller().audit().result->resultsDigest;
  const QString file = m_folder->filePath(QStringLiteral("shared.plumb"));
  FileDialogs dialogs;
  dialogs.saveAudit = [&](QWidget*, const QString&) { return file; };
  m_window->setFileDialogs(dialogs);
  QSignalSpy shared(&m_window->controller(), &AuditController::shared);
  actionOf(*m_window, "actionShare")->trigger();
  QVERIFY(shared.wait(kPatience));
  QVERIFY(QFileInfo(file).size() > 0);
  QSignalSpy changed(&m_window->controller(), &AuditController::auditChanged);
  m_window->openPath(file);
  QVERIFY(changed.wait(kPatience));
  QCOMPARE(m_window->controller().audit().result->resultsDigest.hex(), digest.hex());
}

/// A neighbour's file comes into the open audit, and its author counts as one who saw the same.
void TestMainWindow::neighboursAreCompared() {
  openPlant();
  const Hash digest = m_window->controller().audit().result->resultsDigest;
  const std::filesystem::path workspace = m_window->controller().audit().workspace;
  const std::filesystem::path theirs(m_folder->filePath(QStringLiteral("theirs")).toStdU16String());
  const std::filesystem::path file = theirs / "neighbour.plumb";
  std::filesystem::create_directories(theirs);
  std::filesystem::copy_file(workspace, theirs / "ws");
  const auto key = PrivateKey::fromSeed(bytesOf(std::string(32, 'n')));
  // The neighbour has a folder of their own: else their key would be one of the user's.
  const QByteArray mine = qgetenv("PLUMBLINE_DATA");
  qputenv("PLUMBLINE_DATA", QByteArray::fromStdString((theirs / "user").string()));
  QVERIFY(runAudit(theirs / "ws", Progress()).ok());
  QVERIFY(signAudit(theirs / "ws", *m_window->controller().audit().result, "neighbour", *key).ok());
  QVERIFY(shareAudit(theirs / "ws", file, Progress()).ok());
  qputenv("PLUMBLINE_DATA", mine);
  FileDialogs dialogs;
  dialogs.openAudit = [&](QWidget*) { return QString::fromStdU16String(file.u16string()); };
  m_window->setFileDialogs(dialogs);
  QSignalSpy changed(&m_window->controller(), &AuditController::auditChanged);
  actionOf(*m_window, "actionCompare")->trigger();
  QPointer<QDialog> dialog;
  QTRY_VERIFY_WITH_TIMEOUT(
      (dialog = m_window->findChild<QDialog*>(QStringLiteral("compareDialog"))) != nullptr, kPatience);
  // Comparing imports nothing: what only they have is their signature.
  QVERIFY(changed.isEmpty());
  auto* files = dialog->findChild<QTableView*>(QStringLiteral("compareFiles"));
  QCOMPARE(files->model()->rowCount(), 1);
  auto* take = dialog->findChild<QPushButton*>(QStringLiteral("compareTake"));
  QVERIFY(!take->isEnabled());
  QVERIFY(files->model()->setData(files->model()->index(0, 0), Qt::Checked, Qt::CheckStateRole));
  QVERIFY(take->isEnabled());
  take->click();
  QVERIFY(changed.wait(kPatience));
  QTRY_VERIFY(dialog.isNull());
  const OpenAudit& audit = m_window->controller().audit();
  QVERIFY(audit.workspace == workspace);
  QCOMPARE(audit.result->resultsDigest.hex(), digest.hex());
  const EvidenceRow& row =
      audit.result->evidence.rows[static_cast<std::size_t>(EvidenceQuestion::SameForEveryone)];
  QCOMPARE(row.facts.get<std::int64_t>("citizens"), std::int64_t{1});
}

void TestMainWindow::recentAuditsAreListed() {
  openPlant();
  m_window->showStart();
  const auto* row = m_window->findChild<QAbstractButton*>(QStringLiteral("recentRow"));
  QVERIFY(row != nullptr);
  QTRY_VERIFY(row->isVisible());
  QVERIFY(
      row->text().startsWith(QString::fromStdString(m_window->controller().audit().result->title)));
}

void TestMainWindow::aRecentAuditThatIsGoneIsFoundOrRemoved() {
  openPlant();
  const std::filesystem::path workspace = m_window->controller().audit().workspace;
  const std::filesystem::path elsewhere = workspace.parent_path() / "elsewhere.plumbline";
  m_window->controller().close();
  std::filesystem::rename(workspace, elsewhere);
  m_window->showStart();
  const auto row = [this] { return m_window->findChild<QAbstractButton*>(QStringLiteral("recentRow")); };
  QVERIFY(row() != nullptr);
  QVERIFY(!row()->isEnabled());
  QVERIFY2(row()->accessibleDescription().startsWith(QLatin1String("Not there any more")),
           qPrintable(row()->accessibleDescription()));
  FileDialogs dialogs;
  dialogs.openAudit = [&](QWidget*) { return QString::fromStdU16String(elsewhere.u16string()); };
  m_window->setFileDialogs(dialogs);
  QSignalSpy changed(&m_window->controller(), &AuditController::auditChanged);
  m_window->findChild<QAbstractButton*>(QStringLiteral("recentFind"))->click();
  QVERIFY(changed.wait(kPatience));
  QVERIFY(m_window->controller().audit().workspace == elsewhere);
  // One entry, and it is of the file that was found.
  m_window->showStart();
  QTRY_COMPARE(m_window->findChildren<QAbstractButton*>(QStringLiteral("recentRow")).size(), 1);
  QVERIFY(row()->isEnabled());
  m_window->controller().close();
  std::filesystem::remove(elsewhere);
  m_window->showStart();
  QTRY_VERIFY(m_window->findChild<QAbstractButton*>(QStringLiteral("recentRemove")) != nullptr);
  m_window->findChild<QAbstractButton*>(QStringLiteral("recentRemove"))->click();
  QTRY_VERIFY(row() == nullptr);
  QVERIFY(m_window->findChild<QLabel*>(QStringLiteral("noRecent")) != nullptr);
}

void TestMainWindow::whatWouldComeOutWithoutAFile() {
  openPlant();
  const Hash digest = m_window->controller().audit().result->resultsDigest;
  const auto files = evidenceFilesOf(m_window->controller().audit().workspace, Progress());
  QVERIFY(files.ok());
  const auto table = std::find_if(files->files.begin(), files->files.end(), [](const EvidenceFile& file) {
    return file.kind == evidence_kind::table && file.tables == std::vector<std::string>{"receipts"};
  });
  QVERIFY(table != files->files.end());
  QSignalSpy changed(&m_window->controller(), &AuditController::auditChanged);
  m_window->controller().weighFiles({table->sha256});
  QPointer<QMessageBox> box;
  QTRY_VERIFY_WITH_TIMEOUT(
      (box = m_window->findChild<QMessageBox*>(QStringLiteral("weighedBox"))) != nullptr, kPatience);
  QVERIFY2(box->text().contains(QLatin1String("ithout these files")), qPrintable(box->text()));
  QVERIFY(changed.isEmpty());
  QCOMPARE(m_window->controller().audit().result->resultsDigest.hex(), digest.hex());
  box->close();
}

void TestMainWindow::pagesByKey() {
  openPlant();
  int number = 0;
  for (const PageEntry& entry : pageRegistry()) {
    QTest::keyClick(m_window.get(), static_cast<Qt::Key>(Qt::Key_1 + number++),
                    Qt::ControlModifier);
    QTRY_COMPARE(m_window->currentPage()->id(), entry.id);
    QCOMPARE(m_window->findChild<Breadcrumb*>()->steps().value(0), titleOf(entry));
  }
}

void TestMainWindow::backAndForwardByKey() {
  openPlant();
  m_window->choosePage(PageId::Overview);
  m_window->goTo({PageId::Evidence, {}});
  QCOMPARE(m_window->findChild<Breadcrumb*>()->steps().size(), 2);
  QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
  QTRY_COMPARE(m_window->currentPage()->id(), PageId::Overview);
  QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
  QTRY_COMPARE(m_window->currentPage()->id(), PageId::Evidence);
  m_window->findChild<QPushButton*>(QStringLiteral("crumb0"))->click();
  QCOMPARE(m_window->currentPage()->id(), PageId::Overview);
}

void TestMainWindow::sidebarIsNarrowInNarrowWindows() {
  openPlant();
  auto* sidebar = m_window->findChild<Sidebar*>();
  const int wide = sidebar->width();
  m_window->resize(1024, 700);
  QTRY_VERIFY(sidebar->width() < wide / 2);
  QVERIFY(m_window->currentPage()->isCompact());
  const auto* list = m_window->findChild<QListView*>(QStringLiteral("sidebarPages"));
  QVERIFY(!list->model()->index(0, 0).data(Qt::ToolTipRole).toString().isEmpty());
}

void TestMainWindow::paletteRunsCommands() {
  openPlant();
  auto* palette = m_window->findChild<CommandPalette*>();
  QVERIFY(palette->commandNames().contains(QStringLiteral("Evidence")));
  m_window->choosePage(PageId::Overview);
  palette->setFocus();
  QTest::keyClicks(palette, QStringLiteral("evidence"));
  QTest::keyClick(palette, Qt::Key_Return);
  QTRY_COMPARE(m_window->currentPage()->id(), PageId::Evidence);
  // Words that are no command are looked up.
  palette->setFocus();
  QTest::keyClicks(palette, QStringLiteral("tare"));
  QTest::keyClick(palette, Qt::Key_Return);
  QTRY_VERIFY(m_window->findChild<QDialog*>(QStringLiteral("helpDialog")) != nullptr);
  const auto* help = m_window->findChild<QDialog*>(QStringLiteral("helpDialog"));
  QCOMPARE(help->findChild<QLabel*>(QStringLiteral("glossaryTerm"))->text(),
           QStringLiteral("Tare"));
}

void TestMainWindow::keysAreVouchedForAndTakenBack() {
  openPlant();
  const auto trust = [this] {
    return m_window->controller().audit().result->evidence.parties.front().trust;
  };
  QCOMPARE(trust(), KeyTrust::FirstSeen);
  actionOf(*m_window, "actionBelief")->trigger();
  QCOMPARE(m_window->currentPage()->id(), PageId::Evidence);
  QCOMPARE(m_window->findChild<Breadcrumb*>()->steps().last(),
           QStringLiteral("Why does this program believe this?"));
  auto* subjects = m_window->findChild<QListWidget*>(QStringLiteral("beliefList"));
  subjects->setFocus();
  subjects->setCurrentRow(0);
  // The first key stands below the five rows.
  for (int i = 0; i < 5; ++i) QTest::keyClick(subjects, Qt::Key_Down);
  auto* vouch = m_window->findChild<QPushButton*>(QStringLiteral("keyVouch"));
  for (const KeyTrust after : {KeyTrust::Pinned, KeyTrust::FirstSeen}) {
    QVERIFY(vouch->isVisible());
    QSignalSpy changed(&m_window->controller(), &AuditController::auditChanged);
    vouch->setFocus();
    QTest::keyClick(vouch, Qt::Key_Space);
    QVERIFY(changed.wait(kPatience));
    QCOMPARE(trust(), after);
    QCOMPARE(subjects->currentRow(), 5);  // one sees what it changed, at the same key
  }
  QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
  QTRY_VERIFY(!subjects->isVisible());
}

void TestMainWindow::ownTrustFilesAreTakenIn() {
  openPlant();
  FileDialogs dialogs;
  QList<TrustFile> asked;
  dialogs.trustFile = [&](QWidget*, TrustFile file) {
    asked << file;
    const QString name =
        file == TrustFile::Policy ? QStringLiteral("policy.txt") : QStringLiteral("parties.txt");
    return file == TrustFile::Authorities ? QString() : QDir(m_plant).filePath(name);
  };
  m_window->setFileDialogs(dialogs);
  const auto take = [this](TrustFile file) {
    Q_EMIT m_window->page(PageId::Evidence)->trustRequested(file);
  };
  take(TrustFile::Authorities);
  QVERIFY(!m_window->controller().jobs().isBusy());  // no file was chosen
  for (const TrustFile file : {TrustFile::Parties, TrustFile::Policy}) {
    QSignalSpy changed(&m_window->controller(), &AuditController::auditChanged);
    take(file);
    QVERIFY(changed.wait(kPatience));
  }
  QCOMPARE(asked,
           (QList<TrustFile>{TrustFile::Authorities, TrustFile::Parties, TrustFile::Policy}));
  const OpenAudit& audit = m_window->controller().audit();
  QCOMPARE(audit.trust.policyTrust, KeyTrust::Pinned);
  for (const PartyView& party : audit.result->evidence.parties) {
    QCOMPARE(party.trust, KeyTrust::Pinned);
  }
}

void TestMainWindow::ownKeysAndPublishingHaveTheirDialogs() {
  for (const auto& [action, dialog] :
       {std::pair("actionMakeKey", "makeKeyDialog"), std::pair("actionPublish", "publishDialog")}) {
    QVERIFY(actionOf(*m_window, action)->isEnabled());  // without any audit
    actionOf(*m_window, action)->trigger();
    QPointer<QDialog> shown = m_window->findChild<QDialog*>(QLatin1String(dialog));
    QVERIFY(shown != nullptr);
    QTRY_VERIFY(shown->isVisible());
    QTest::keyClick(shown, Qt::Key_Escape);
    QTRY_VERIFY(shown == nullptr);
  }
}

void TestMainWindow::hiddenPagesGetTheAuditToo() {
  openPlant();
  // None of them is chosen here: they are filled while the window has nothing else to do.
  for (const PageId id : {PageId::Evidence, PageId::Balance, PageId::Scheduler, PageId::Findings}) {
    const auto* subtitle = m_window->page(id)->findChild<QLabel*>(QStringLiteral("pageSubtitle"));
    QTRY_VERIFY2(!subtitle->text().isEmpty(), qPrintable(m_window->page(id)->title()));
  }
}

void TestMainWindow::everyFocusableWidgetHasAName() {
  openPlant();
  for (const PageEntry& entry : pageRegistry()) m_window->choosePage(entry.id);
  int focusable = 0;
  const auto widgets = m_window->findChildren<QWidget*>();
  for (const QWidget* widget : widgets) {
    if ((widget->focusPolicy() & Qt::TabFocus) == 0) continue;
    if (widget->objectName().startsWith(QLatin1String("qt_"))) continue;  // parts of Qt's own
    if (widget->focusProxy() != nullptr) continue;                        // named by its proxy
    if (widget->isHidden()) continue;  // nobody can reach it until it is shown
    const auto* sentence = qobject_cast<const SentenceLabel*>(widget);
    if (sentence != nullptr && sentence->sentence().isEmpty()) continue;  // not shown: no words yet
    ++focusable;
    const QByteArray who = widget->metaObject()->className() + QByteArray(" ") +
                           widget->objectName().toUtf8() + " in " +
                           widget->parentWidget()->objectName().toUtf8();
    QVERIFY2(!widget->accessibleName().isEmpty(), who.constData());
  }
  QVERIFY(focusable > 20);
  const auto buttons = m_window->findChildren<QPushButton*>();
  for (const QPushButton* button : buttons) {
    if (button->text().isEmpty())
      QVERIFY2(!button->toolTip().isEmpty(), qPrintable(button->objectName()));
  }
}

void TestMainWindow::everyLookAndDirectionShowsEveryPage() {
  openPlant();
  for (const ThemeChoice choice :
       {ThemeChoice::Dark, ThemeChoice::HighContrast, ThemeChoice::Light}) {
    Theme::instance().setChoice(choice);
    for (const Qt::LayoutDirection direction : {Qt::RightToLeft, Qt::LeftToRight}) {
      QApplication::setLayoutDirection(direction);
      for (const PageEntry& entry : pageRegistry()) {
        m_window->choosePage(entry.id);
        QCoreApplication::processEvents();
        const QImage image = m_window->grab().toImage();
        // The page's ground is the theme's, at the corner that holds nothing else.
        const auto* pages = m_window->findChild<QStackedWidget*>(QStringLiteral("pages"));
        const QPoint corner = pages->mapTo(m_window.get(), QPoint(pages->width() / 2, 4));
        QCOMPARE(QColor(image.pixel(corner)), roles()[ColorRole::Window]);
      }
    }
  }
}

PLUMBLINE_WINDOW_TEST(TestMainWindow)
#include "test_main_window.moc"
