// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QFileOpenEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>

#include "ui/dialogs/job_runner.h"
#include "ui/pages/page_registry.h"
#include "ui/pages/start_page.h"
#include "ui/shell/audit_search.h"
#include "ui/shell/breadcrumb.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/job_banner.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/window_place.h"
#include "ui/theme/typography.h"
#include "ui/words/format.h"

namespace plumbline {

namespace {

constexpr int kNarrowBelow = 1120;  // icons only in the sidebar, in design pixels
constexpr int kBreath = 10;  // milliseconds between two pages that are filled, for keys and painting

QString geometryKey() {
  return QStringLiteral("windowGeometry");
}

}  // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      m_controller(new AuditController(this)),
      m_dialogs(FileDialogs::ofTheSystem()),
      m_mappingFiles(MappingFiles::ofTheSystem()) {
  setObjectName(QStringLiteral("mainWindow"));
  setWindowTitle(tr("Plumbline"));
  setAcceptDrops(true);
  placeWindow();
  makeMenus();
  makeToolBar();
  makeCentre();
  m_status = new StatusStrip(m_controller->jobs(), this);
  setStatusBar(m_status);
  connectController();
  qApp->installEventFilter(this);
  updateRecentMenu();
  showAudit();
  m_start->setFocus(Qt::OtherFocusReason);
}

/// As it was left, if a screen shows that place; the first time as large as the pages are drawn
/// for, or as the screen is.
void MainWindow::placeWindow() {
  constexpr int kFrame = 32;  // the system's title bar and edges, before anybody knows them
  const QRect free = screen()->availableGeometry();
  setMinimumSize(QSize(px(800), px(560)).boundedTo(free.size()));
  const QSize first = QSize(px(1440), px(900)).boundedTo(free.size() - QSize(kFrame, kFrame));
  resize(first);
  if (!restoreGeometry(QSettings().value(geometryKey()).toByteArray())) return;
  if (!isMaximized() && !isFullScreen())
    setGeometry(placedWithin(geometry(), screen()->availableGeometry()));
}

void MainWindow::makeCentre() {
  auto* centre = new QWidget(this);
  centre->setObjectName(QStringLiteral("centre"));
  auto* row = new QHBoxLayout(centre);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  m_sidebar = new Sidebar(centre);
  row->addWidget(m_sidebar);
  auto* column = new QVBoxLayout;
  column->setSpacing(0);
  m_banner = new JobBanner(m_controller->jobs(), centre);
  column->addWidget(m_banner);
  m_stack = new QStackedWidget(centre);
  m_stack->setObjectName(QStringLiteral("pages"));
  column->addWidget(m_stack, 1);
  row->addLayout(column, 1);
  setCentralWidget(centre);

  m_start = new StartPage(m_stack);
  m_stack->addWidget(m_start);
  connect(m_start, &StartPage::sampleRequested, this, &MainWindow::openSample);
  connect(m_start, &StartPage::openRequested, this, &MainWindow::openAudit);
  connect(m_start, &StartPage::importRequested, this,
          [this] { importFromStart(m_dialogs.importFiles(this)); });
  connect(m_start, &StartPage::caseRequested, this, &MainWindow::tryCase);
  connect(m_start, &StartPage::recentChosen, this, &MainWindow::openPath);
  connect(m_start, &StartPage::recentSought, this, [this](const QString& workspace) {
    const QString file = m_dialogs.openAudit(this);
    if (file.isEmpty()) return;
    moveRecentAudit(workspace, file);
    openPath(file);
  });
  connect(m_start, &StartPage::recentRemoved, this, [this](const QString& workspace) {
    forgetRecentAudit(workspace);
    updateRecentMenu();
  });
  for (const PageEntry& entry : pageRegistry()) {
    Page* page = entry.create(m_stack);
    m_pages.insert(entry.id, page);
    m_stack->addWidget(page);
    connectPage(page);
  }
  connect(m_sidebar, &Sidebar::pageChosen, this, &MainWindow::choosePage);
  connect(m_sidebar, &Sidebar::settingsChosen, this, &MainWindow::showSettings);
  connect(m_sidebar, &Sidebar::helpChosen, this, [this] { showHelp(QString()); });
  connect(m_banner, &JobBanner::importRequested, this, &MainWindow::importFiles);
  connect(m_banner, &JobBanner::finishRequested, this, &MainWindow::finishImport);
  connect(m_banner, &JobBanner::takeBackRequested, this,
          [this](const OpenImport& import) { m_controller->takeBack(import.workspace); });
}

void MainWindow::connectPage(Page* page) {
  connect(page, &Page::navigate, this, &MainWindow::goTo);
  connect(page, &Page::trailChanged, this, &MainWindow::updateBreadcrumb);
  connect(page, &Page::importRequested, this, &MainWindow::importFiles);
  connect(page, &Page::sampleRequested, this, &MainWindow::openSample);
  connect(page, &Page::auditRunRequested, m_controller, &AuditController::checkAgain);
  connect(page, &Page::trustRequested, this, &MainWindow::takeTrustFile);
  connect(page, &Page::vouchRequested, m_controller, &AuditController::vouch);
  connect(page, &Page::keyDiffers, m_controller, &AuditController::tellKeyDiffers);
  connect(page, &Page::wordRequested, m_controller, &AuditController::readOnWord);
  connect(page, &Page::namesTaken, m_controller, &AuditController::takeNames);
  connect(page, &Page::oldListTaken, m_controller, &AuditController::takeOverOldList);
  connect(page, &Page::signRequested, m_controller, &AuditController::sign);
  connect(page, &Page::linkDecided, m_controller, &AuditController::decideLink);
  connect(page, &Page::trackTied, m_controller, &AuditController::tieTrack);
  connect(page, &Page::fileVouched, m_controller, &AuditController::vouchForFile);
  connect(page, &Page::claimEntered, m_controller, &AuditController::enterClaim);
  connect(page, &Page::enteredClaimsCleared, m_controller, &AuditController::clearEnteredClaims);
  connect(page, &Page::filesTakenBack, m_controller, &AuditController::takeBackFiles);
  connect(page, &Page::filesWeighed, m_controller, &AuditController::weighFiles);
  connect(page, &Page::filesPutBack, m_controller, &AuditController::putBackFiles);
  connect(page, &Page::fileReadAgain, m_controller, &AuditController::readFileAgain);
  connect(page, &Page::fileSaved, this, &MainWindow::saveFile);
  connect(page, &Page::tablesRequested, this, &MainWindow::showReference);
  connect(page, &Page::namesRequested, m_controller, &AuditController::suggestNames);
  connect(page, &Page::glossaryRequested, this, &MainWindow::showHelp);
  connect(page, &Page::reportRequested, this, [this] { goTo({PageId::Report, {}}); });
}

void MainWindow::connectController() {
  connect(m_controller, &AuditController::auditChanged, this, [this] {
    showAudit();
    updateRecentMenu();
    if (!m_controller->hasAudit()) return showStart();
    if (m_navigation.here().start) choosePage(PageId::Overview);
  });
  connect(m_controller, &AuditController::mappingWanted, this,
          [this](const QStringList& paths, const QStringList& tables,
                 const std::optional<Mapping>& now) { askMappings(paths, tables, {}, now); });
  connect(m_controller, &AuditController::weighed, this, &MainWindow::showWeighed);
  connect(m_controller, &AuditController::compared, this, &MainWindow::showComparison);
  connect(m_controller, &AuditController::namesSuggested, this, &MainWindow::showNames);
  connect(m_controller, &AuditController::failed, m_banner, &JobBanner::showFailure);
  connect(m_controller, &AuditController::shared, this,
          [this](const QString& file) { m_status->showMessage(tr("Shared as %1").arg(file)); });
  connect(m_controller, &AuditController::told, m_status,
          [this](const QString& sentence) { m_status->showMessage(sentence); });
  connect(m_controller, &AuditController::takenBackToNothing, this, [this] {
    m_status->showMessage(tr("The import is taken back. Nothing was there before it."));
  });
  JobRunner& jobs = m_controller->jobs();
  connect(&jobs, &JobRunner::started, this, [this] { m_cancel->setEnabled(true); });
  connect(&jobs, &JobRunner::finished, this, [this] { m_cancel->setEnabled(false); });
}

/// One dialog after the other; a table whose dialog was cancelled is left out.
void MainWindow::askMappings(const QStringList& paths, const QStringList& tables,
                             const std::map<std::filesystem::path, Mapping>& mappings,
                             const std::optional<Mapping>& now) {
  if (tables.isEmpty()) return m_controller->importPaths(paths, mappings);
  auto* dialog = new MappingDialog(tables.first(), m_mappingFiles, this);
  if (now) dialog->startWith(*now);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::finished, this, [=, this](int result) {
    QStringList left = paths;
    std::map<std::filesystem::path, Mapping> known = mappings;
    if (result == QDialog::Accepted) {
      known.emplace(std::filesystem::path(dialog->path().toStdU16String()), dialog->mapping());
    } else {
      left.removeAll(dialog->path());
    }
    askMappings(left, tables.mid(1), known);
  });
  dialog->open();
}

void MainWindow::openPaths(const QStringList& paths) {
  m_controller->openPaths(paths);
}

void MainWindow::saveFile(const EvidenceFile& file) {
  const QString path = m_dialogs.saveCopy(this, QFileInfo(QString::fromStdString(file.name)).fileName());
  if (!path.isEmpty()) m_controller->saveFile(file, path);
}

void MainWindow::openSample() {
  m_controller->openSample();
}

void MainWindow::choosePage(PageId page) {
  m_navigation.choose(page);
  showHere();
}

void MainWindow::goTo(const Target& target) {
  m_navigation.follow(target);
  showHere();
}

void MainWindow::showStart() {
  m_navigation.toStart();
  updateRecentMenu();  // a file may have been moved meanwhile
  showHere();
}

Page* MainWindow::currentPage() const {
  return qobject_cast<Page*>(m_stack->currentWidget());
}

QString MainWindow::periodText() const {
  const AuditResult* result = m_controller->audit().result.get();
  return result == nullptr ? QString()
                           : tr("Audit of %1").arg(formatPeriod(result->start, result->end));
}

void MainWindow::showAudit() {
  const OpenAudit& audit = m_controller->audit();
  const bool open = audit.result != nullptr;
  // The page that is seen gets the audit at once, the others one after another as the window has
  // time: all of them together would hold it up for longer than a glance.
  m_unfilled = m_pages.values();
  QTimer::singleShot(kBreath, this, &MainWindow::fillNextPage);
  m_sidebar->showAudit(audit, periodText());
  m_status->showAudit(audit);
  m_search->open(audit);
  for (QAction* action : std::as_const(m_needAudit)) action->setEnabled(open);
  setWindowTitle(open ? tr("%1 – Plumbline").arg(words::text(audit.result->title))
                      : tr("Plumbline"));
  showHere();
}

void MainWindow::fill(Page* page) {
  if (m_unfilled.removeOne(page)) page->showAudit(m_controller->audit());
}

void MainWindow::fillNextPage() {
  if (m_unfilled.isEmpty()) return;
  // A page that begins to read while a job writes would keep the workspace from being closed.
  if (!m_controller->jobs().isBusy()) fill(m_unfilled.first());
  QTimer::singleShot(kBreath, this, &MainWindow::fillNextPage);
}

void MainWindow::showHere() {
  const Navigation::Stop& here = m_navigation.here();
  Page* page = here.start ? nullptr : m_pages.value(here.way.last().page);
  if (page != nullptr) fill(page);
  const QPointer<QWidget> before = focusWidget();
  const QWidget* shown = m_stack->currentWidget();
  m_sidebar->setVisible(page != nullptr);
  if (page == nullptr) {
    m_stack->setCurrentWidget(m_start);
    m_sidebar->setNoCurrentPage();
  } else {
    m_stack->setCurrentWidget(page);
    m_sidebar->setCurrentPage(page->id());
    page->openItem(here.way.last().item);
  }
  if (shown != m_stack->currentWidget()) keepFocus(before, page);
  m_back->setEnabled(m_navigation.canGoBack());
  m_forward->setEnabled(m_navigation.canGoForward());
  updatePageActions(page);
  updateBreadcrumb();
  updateCommands();
}

// Whoever had the keyboard keeps it. Where its page has gone, the list of pages gets it, and not
// whatever control of the new page happens to come first.
void MainWindow::keepFocus(QWidget* before, const Page* page) {
  if (before != nullptr && before != m_palette && before->isVisibleTo(this)) {
    return before->setFocus(Qt::OtherFocusReason);
  }
  page == nullptr ? m_start->setFocus(Qt::OtherFocusReason)
                  : m_sidebar->setFocus(Qt::OtherFocusReason);
}

void MainWindow::updateBreadcrumb() {
  const Navigation::Stop& here = m_navigation.here();
  QStringList steps;
  for (const Target& target : here.way) {
    if (const Page* page = m_pages.value(target.page)) steps << page->title();
  }
  if (const Page* page = currentPage(); page != nullptr && !page->trail().isEmpty()) {
    steps << page->trail();
  }
  m_breadcrumb->setSteps(steps.isEmpty() ? QStringList{tr("Start")} : steps);
}

void MainWindow::updatePageActions(Page* page) {
  for (QAction* action : std::as_const(m_pageActions)) {
    m_viewMenu->removeAction(action);
    removeAction(action);
  }
  m_pageActions = page == nullptr ? QList<QAction*>() : page->pageActions();
  m_viewMenu->insertActions(m_pageActionsEnd, m_pageActions);
  // Shortcuts work wherever the keyboard is in the window, but only while the page is shown.
  addActions(m_pageActions);
  m_find->setEnabled(pageAction(QKeySequence::Find) != nullptr);
  m_export->setEnabled(page != nullptr && page->canExport());
}

void MainWindow::applyWidth() {
  const bool narrow = width() < px(kNarrowBelow);
  m_sidebar->setNarrow(narrow);
  m_start->setCompact(narrow);
  m_palette->setFixedWidth(px(narrow ? 224 : 280));
  for (Page* page : std::as_const(m_pages)) page->setCompact(narrow);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  applyWidth();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  QStringList paths;
  const QList<QUrl> urls = event->mimeData()->urls();
  for (const QUrl& url : urls) {
    if (url.isLocalFile()) paths << url.toLocalFile();
  }
  if (paths.isEmpty()) return;
  event->acceptProposedAction();
  m_navigation.here().start ? importFromStart(paths) : openPaths(paths);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FileOpen) {
    openPath(static_cast<QFileOpenEvent*>(event)->file());
    return true;
  }
  return QMainWindow::eventFilter(watched, event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  QSettings().setValue(geometryKey(), saveGeometry());
  m_controller->jobs().cancel();
  QMainWindow::closeEvent(event);
}

}  // namespace plumbline
