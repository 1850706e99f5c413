// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the menus, the tool bar and the command palette offer. Every command is an action with a
// name, so that the palette finds it and a test can run it.

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTextEdit>
#include <QToolBar>

#include "model/records/visible_text.h"

#include "ui/dialogs/case_dialog.h"
#include "ui/dialogs/compare_dialog.h"
#include "ui/dialogs/job_runner.h"
#include "ui/dialogs/make_key_dialog.h"
#include "ui/dialogs/names_dialog.h"
#include "ui/dialogs/publish_dialog.h"
#include "ui/pages/page_registry.h"
#include "ui/pages/recent_audits.h"
#include "ui/pages/start_page.h"
#include "ui/shell/audit_search.h"
#include "ui/shell/breadcrumb.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/job_banner.h"
#include "ui/shell/main_window.h"
#include "ui/shell/sidebar.h"
#include "ui/theme/buttons.h"
#include "ui/theme/plain_tip.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/words/format.h"

namespace plumbline {

namespace {

QWidget* gap(int designWidth, QWidget* parent) {
  auto* spacer = new QWidget(parent);
  spacer->setFixedWidth(px(designWidth));
  return spacer;
}

// A tool bar button that follows an action: text, enabled, click.
QPushButton* buttonFor(QAction* action, Icon which, const QString& text, QWidget* parent) {
  QPushButton* button = makeButton(text, which, parent);
  button->setObjectName(action->objectName() + QStringLiteral("Button"));
  const QString name = action->text().remove(QLatin1Char('&'));
  const QString keys = action->shortcut().toString(QKeySequence::NativeText);
  button->setToolTip(plainTip(keys.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, keys)));
  button->setEnabled(action->isEnabled());
  QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
  QObject::connect(action, &QAction::enabledChanged, button, &QPushButton::setEnabled);
  return button;
}

}  // namespace

QAction* MainWindow::addCommand(QMenu* menu, const QString& text, const QKeySequence& keys,
                                const char* name, std::function<void()> run) {
  auto* action = new QAction(text, this);
  action->setObjectName(QLatin1String(name));
  action->setShortcut(keys);
  connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
  menu->addAction(action);
  return action;
}

void MainWindow::makeMenus() {
  menuBar()->setObjectName(QStringLiteral("menuBar"));
  menuBar()->setFixedHeight(px(32));
  makeFileMenu();
  makeEditMenu();
  makeViewMenu();
  makeAuditMenu();
  makeGoMenu();
  makeHelpMenu();
}

void MainWindow::makeFileMenu() {
  QMenu* menu = menuBar()->addMenu(tr("&File"));
  menu->setObjectName(QStringLiteral("fileMenu"));
  addCommand(menu, tr("&New audit…"), QKeySequence::New, "actionNew", [this] {
    newAudit();
  })->setIcon(icon(Icon::Import));
  addCommand(menu, tr("&Open audit…"), QKeySequence::Open, "actionOpen", [this] {
    openAudit();
  })->setIcon(icon(Icon::File));
  addCommand(menu, tr("Open the &sample audit"), {}, "actionSample", [this] {
    openSample();
  })->setIcon(icon(Icon::Star));
  addCommand(menu, tr("&Try a public case…"), {}, "actionCase", [this] {
    tryCase();
  })->setIcon(icon(Icon::Rows));
  m_recentMenu = menu->addMenu(tr("Open &recent"));
  m_recentMenu->setObjectName(QStringLiteral("recentMenu"));
  QAction* saveAs = addCommand(menu, tr("Save audit &as…"), QKeySequence::SaveAs, "actionSaveAs",
                               [this] { saveAuditAs(); });
  saveAs->setIcon(icon(Icon::Export));
  QAction* closeIt = addCommand(menu, tr("&Close audit"), QKeySequence(tr("Ctrl+W")), "actionClose",
                                [this] { m_controller->close(); });
  closeIt->setIcon(icon(Icon::Back));
  m_needAudit << saveAs << closeIt;
  menu->addSeparator();
  addCommand(menu, tr("&Import files…"), QKeySequence(tr("Ctrl+I")), "actionImport", [this] {
    importFiles();
  })->setIcon(icon(Icon::Import));
  addCommand(menu, tr("Import a &folder…"), {}, "actionImportFolder", [this] {
    importFolder();
  })->setIcon(icon(Icon::Folder));
  menu->addSeparator();
  m_share = addCommand(menu, tr("S&hare audit…"), {}, "actionShare", [this] { shareAudit(); });
  m_share->setIcon(icon(Icon::Share));
  m_export = addCommand(menu, tr("S&ave what this page shows…"), QKeySequence(tr("Ctrl+E")),
                        "actionExport", [this] {
                          if (currentPage() != nullptr) currentPage()->exportShown();
                        });
  m_export->setIcon(icon(Icon::Export));
  QAction* report = addCommand(menu, tr("&Report…"), QKeySequence::Print, "actionReport", [this] {
    goTo({PageId::Report, {}});
  });
  report->setIcon(icon(Icon::Report));
  m_needAudit << m_share << report;
  menu->addSeparator();
  addCommand(menu, tr("&Make a key of your own…"), {}, "actionMakeKey", [this] {
    makeKey();
  })->setIcon(icon(Icon::Key));
  addCommand(menu, tr("Pu&blish records…"), {}, "actionPublish", [this] {
    publishRecords();
  })->setIcon(icon(Icon::Export));
  menu->addSeparator();
  addCommand(menu, tr("&Quit"), QKeySequence::Quit, "actionQuit", [this] { close(); });
}

/// What text fields and tables do by themselves stands in the menu, too. The keys stay theirs: an
/// action of the window would take them away.
void MainWindow::makeEditMenu() {
  QMenu* edit = menuBar()->addMenu(tr("&Edit"));
  edit->setObjectName(QStringLiteral("editMenu"));
  const auto field = [&](const QString& text, QKeySequence::StandardKey key, const char* name) {
    const QKeySequence keys = QKeySequence::keyBindings(key).value(0);
    QAction* action = addCommand(edit, text, keys, name, [this, keys] { pressInField(keys); });
    action->setShortcutContext(Qt::WidgetShortcut);
    m_edits << action;
  };
  field(tr("&Undo"), QKeySequence::Undo, "actionUndo");
  edit->addSeparator();
  field(tr("&Copy"), QKeySequence::Copy, "actionCopy");
  field(tr("Select &all"), QKeySequence::SelectAll, "actionSelectAll");
  edit->addSeparator();
  m_find = addCommand(edit, tr("&Find on this page"), QKeySequence::Find, "actionFind", [this] {
    if (QAction* find = pageAction(QKeySequence::Find)) find->trigger();
  });
  m_find->setShortcutContext(Qt::WidgetShortcut);  // the page has the key
  m_find->setIcon(icon(Icon::Search));
  addCommand(edit, tr("&Search or run a command"), QKeySequence(tr("Ctrl+K")), "actionPalette",
             [this] {
               updateCommands();
               m_palette->open();
             })
      ->setIcon(icon(Icon::Search));
  edit->addSeparator();
  addCommand(edit, tr("S&ettings"), QKeySequence(tr("Ctrl+,")), "actionSettings", [this] {
    showSettings();
  })->setIcon(icon(Icon::Settings));
  connect(edit, &QMenu::aboutToShow, this, &MainWindow::updateEditMenu);
  connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
    const bool menu =
        qobject_cast<QMenu*>(now) != nullptr || qobject_cast<QMenuBar*>(now) != nullptr;
    if (now != nullptr && !menu && window()->isAncestorOf(now)) m_lastFocus = now;
  });
}

/// Only what whoever has the keyboard can do can be chosen.
void MainWindow::updateEditMenu() {
  const QWidget* field = m_lastFocus;
  const auto* line = qobject_cast<const QLineEdit*>(field);
  const bool text = line != nullptr || qobject_cast<const QTextEdit*>(field) != nullptr ||
                    qobject_cast<const QPlainTextEdit*>(field) != nullptr;
  const bool rows = qobject_cast<const QAbstractItemView*>(field) != nullptr;
  const bool label = qobject_cast<const QLabel*>(field) != nullptr;
  m_edits[0]->setEnabled(line != nullptr ? line->isUndoAvailable() : text);
  m_edits[1]->setEnabled(text || rows || label);
  m_edits[2]->setEnabled(text || rows || label);
  const QAction* undo = pageAction(QKeySequence::Undo);
  if (undo != nullptr && !text) m_edits[0]->setEnabled(undo->isEnabled());
}

void MainWindow::pressInField(const QKeySequence& keys) {
  if (m_lastFocus == nullptr || keys.isEmpty()) return;
  m_lastFocus->setFocus(Qt::OtherFocusReason);
  const QKeyCombination key = keys[0];
  QAction* own = pageAction(keys);
  if (own != nullptr && qobject_cast<QLineEdit*>(m_lastFocus) == nullptr) return own->trigger();
  QKeyEvent press(QEvent::KeyPress, key.key(), key.keyboardModifiers());
  QCoreApplication::sendEvent(m_lastFocus, &press);
}

/// The action of the page, or of a widget on it, that has this key; null where there is none.
QAction* MainWindow::pageAction(const QKeySequence& keys) const {
  const Page* page = currentPage();
  if (page == nullptr) return nullptr;
  QList<QAction*> actions = page->pageActions();
  const auto widgets = page->findChildren<QWidget*>();
  for (const QWidget* widget : widgets) {
    if (widget->isVisible()) actions << widget->actions();
  }
  for (QAction* action : std::as_const(actions)) {
    if (action->shortcuts().contains(keys)) return action;
  }
  return nullptr;
}

void MainWindow::makeViewMenu() {
  m_viewMenu = menuBar()->addMenu(tr("&View"));
  m_viewMenu->setObjectName(QStringLiteral("viewMenu"));
  m_pageActionsEnd = m_viewMenu->addSeparator();
  const std::pair<ThemeChoice, QString> choices[] = {
      {ThemeChoice::System, tr("Look: as the &system has it")},
      {ThemeChoice::Light, tr("Look: &light")},
      {ThemeChoice::Dark, tr("Look: &dark")},
      {ThemeChoice::HighContrast, tr("Look: high &contrast")}};
  for (const auto& [choice, text] : choices) {
    QAction* look = addCommand(m_viewMenu, text, {}, "actionLook", [this, choice = choice] {
      Theme::instance().setChoice(choice);
      QSettings().setValue(QStringLiteral("theme"), static_cast<int>(choice));
      showLook();  // also where the chosen one was chosen again
    });
    look->setCheckable(true);
    m_looks << look;
  }
  connect(&Theme::instance(), &Theme::changed, this, &MainWindow::showLook);
  showLook();
}

void MainWindow::showLook() {
  for (qsizetype i = 0; i < m_looks.size(); ++i) {
    m_looks[i]->setChecked(i == static_cast<qsizetype>(Theme::instance().choice()));
  }
}

void MainWindow::makeAuditMenu() {
  QMenu* menu = menuBar()->addMenu(tr("&Audit"));
  menu->setObjectName(QStringLiteral("auditMenu"));
  QAction* again = addCommand(menu, tr("&Check everything again"), QKeySequence::Refresh,
                              "actionCheckAgain", [this] { m_controller->checkAgain(); });
  again->setIcon(icon(Icon::Check));
  QAction* why =
      addCommand(menu, tr("&Why does this program believe this?"), {}, "actionBelief", [this] {
        goTo({PageId::Evidence, QStringLiteral("why")});
      });
  why->setIcon(icon(Icon::Help));
  QAction* compare = addCommand(menu, tr("C&ompare with somebody else’s audit file…"), {},
                                "actionCompare", [this] { compareAudits(); });
  compare->setIcon(icon(Icon::Evidence));
  QAction* list = addCommand(menu, tr("&Files of this audit"), {}, "actionFiles", [this] {
    goTo({PageId::Evidence, QStringLiteral("all-files")});
  });
  list->setIcon(icon(Icon::File));
  m_needAudit << again << compare << why << list;
  const std::pair<TrustFile, QString> files[] = {
      {TrustFile::Parties, tr("&Keys you know…")},
      {TrustFile::Policy, tr("&Logs and witnesses you know…")},
      {TrustFile::Authorities, tr("&Time stamp authorities you know…")}};
  for (const auto& [file, text] : files) {
    QAction* take =
        addCommand(menu, text, {}, "actionTrust", [this, file = file] { takeTrustFile(file); });
    take->setIcon(icon(Icon::Key));
    m_needAudit << take;
  }
  QAction* reference = addCommand(menu, tr("&Reference tables…"), {}, "actionReference",
                                  [this] { showReference(); });
  reference->setIcon(icon(Icon::Rows));
  QAction* names = addCommand(menu, tr("&Names that are one…"), {}, "actionNames",
                              [this] { m_controller->suggestNames(); });
  names->setIcon(icon(Icon::Copy));
  m_needAudit << reference << names;
  menu->addSeparator();
  m_cancel = addCommand(menu, tr("Cancel the running &job"), {}, "actionCancelJob",
                        [this] { m_controller->jobs().cancel(); });
  m_cancel->setEnabled(false);
  auto* escape = new QAction(this);
  escape->setObjectName(QStringLiteral("actionEscape"));
  escape->setShortcut(Qt::Key_Escape);
  connect(escape, &QAction::triggered, this, &MainWindow::pressEscape);
  addAction(escape);
}

void MainWindow::makeGoMenu() {
  QMenu* menu = menuBar()->addMenu(tr("&Go"));
  menu->setObjectName(QStringLiteral("goMenu"));
  m_back =
      addCommand(menu, tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left), "actionBack", [this] {
        m_navigation.back();
        showHere();
      });
  m_back->setIcon(icon(Icon::Back));
  m_back->setShortcuts({QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence(Qt::Key_Backspace)});
  m_forward = addCommand(menu, tr("&Forward"), QKeySequence(Qt::ALT | Qt::Key_Right),
                         "actionForward", [this] {
                           m_navigation.forward();
                           showHere();
                         });
  m_forward->setIcon(icon(Icon::Forward));
  menu->addSeparator();
  int number = 0;
  for (const PageEntry& entry : pageRegistry()) {
    const QKeySequence keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number++));
    QAction* go = addCommand(menu, titleOf(entry), keys, "actionPage",
                             [this, id = entry.id] { choosePage(id); });
    go->setIcon(icon(entry.icon));
    m_needAudit << go;
  }
  addCommand(menu, tr("&Start page"), QKeySequence(Qt::ALT | Qt::Key_Home), "actionStart",
             [this] { showStart(); });
  menu->addSeparator();
  addCommand(menu, tr("Next &pane"), QKeySequence(Qt::Key_F6), "actionNextPane",
             [this] { focusNextPane(1); });
  addCommand(menu, tr("P&revious pane"), QKeySequence(Qt::SHIFT | Qt::Key_F6), "actionPreviousPane",
             [this] { focusNextPane(-1); });
}

void MainWindow::makeHelpMenu() {
  QMenu* menu = menuBar()->addMenu(tr("&Help"));
  menu->setObjectName(QStringLiteral("helpMenu"));
  addCommand(menu, tr("&Help for this page"), QKeySequence::HelpContents, "actionHelp", [this] {
    showHelp(QString());
  })->setIcon(icon(Icon::Help));
  addCommand(menu, tr("&Glossary"), {}, "actionGlossary", [this] {
    showHelp(QString());
    m_help->focusGlossary();
  })->setIcon(icon(Icon::Rows));
  addCommand(menu, tr("&Keys and commands"), {}, "actionKeys", [this] {
    updateCommands();
    m_palette->openCommands();
  })->setIcon(icon(Icon::Key));
  menu->addSeparator();
  addCommand(menu, tr("&About Plumbline"), {}, "actionAbout", [this] { showAbout(); });
}

void MainWindow::makeToolBar() {
  auto* bar = new QToolBar(tr("Tools"), this);
  bar->setObjectName(QStringLiteral("toolBar"));
  bar->setMovable(false);
  bar->setFixedHeight(px(48));
  bar->setContextMenuPolicy(Qt::PreventContextMenu);
  bar->addWidget(gap(8, bar));
  for (QAction* action : {m_back, m_forward}) {
    const Icon which = action == m_back ? Icon::Back : Icon::Forward;
    QPushButton* button = buttonFor(action, which, QString(), bar);
    button->setFlat(true);
    button->setIconSize(QSize(px(20), px(20)));
    button->setAccessibleName(action->text().remove(QLatin1Char('&')));
    bar->addWidget(button);
    bar->addWidget(gap(8, bar));
  }
  m_breadcrumb = new Breadcrumb(bar);
  m_breadcrumb->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  bar->addWidget(m_breadcrumb);
  m_palette = new CommandPalette(bar);
  bar->addWidget(m_palette);
  bar->addWidget(gap(8, bar));
  QAction* import = findChild<QAction*>(QStringLiteral("actionImport"));
  bar->addWidget(buttonFor(import, Icon::Import, tr("Import…"), bar));
  bar->addWidget(gap(8, bar));
  bar->addWidget(buttonFor(m_share, Icon::Share, tr("Share…"), bar));
  bar->addWidget(gap(12, bar));
  addToolBar(bar);
  setContextMenuPolicy(Qt::NoContextMenu);
  connect(m_breadcrumb, &Breadcrumb::stepChosen, this, [this](int step) {
    m_navigation.climb(step);
    showHere();
  });
  m_search = new AuditSearch(this);
  m_palette->setSearch(m_search);
  connect(m_palette, &CommandPalette::targetChosen, this, &MainWindow::goTo);
  connect(m_palette, &CommandPalette::termChosen, this, &MainWindow::showHelp);
}

void MainWindow::updateCommands() {
  QList<QAction*> all;
  const QList<QAction*> menus = menuBar()->actions();
  for (const QAction* menu : menus) {
    const QList<QAction*> actions = menu->menu()->actions();
    for (QAction* action : actions) {
      if (action->menu() == nullptr) all << action;
    }
  }
  m_palette->setActions(all);
}

void MainWindow::updateRecentMenu() {
  const QList<RecentAudit> audits = recentAudits();
  m_start->setRecent(audits);
  m_recentMenu->clear();
  for (const RecentAudit& audit : audits) {
    if (audit.gone) continue;  // the start page says so
    // Audits of one plant have one title: the file and the day tell them apart.
    const QString text =
        tr("%1: %2, %3").arg(visibleLine(audit.title),
                             visibleLine(QDir::toNativeSeparators(audit.workspace)),
                             formatDate(Timestamp::milliseconds(audit.opened.toMSecsSinceEpoch())));
    QAction* action =
        m_recentMenu->addAction(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")));
    action->setToolTip(plainTip(text));  // else Qt makes one of the text, and guesses
    connect(action, &QAction::triggered, this,
            [this, workspace = audit.workspace] { openPath(workspace); });
  }
  m_recentMenu->setEnabled(!m_recentMenu->isEmpty());
}

void MainWindow::importFiles() {
  const QStringList files = m_dialogs.importFiles(this);
  if (!files.isEmpty()) openPaths(files);
}

/// From where it came; somebody is asked where that is not known, or no longer there.
void MainWindow::finishImport(const OpenImport& import) {
  QStringList paths;
  for (const QString& source : import.sources) {
    if (QFileInfo::exists(source)) paths << source;
  }
  if (paths.isEmpty()) paths = m_dialogs.importFiles(this);
  if (!paths.isEmpty()) m_controller->finishImport(import.workspace, paths);
}

void MainWindow::importFolder() {
  const QString folder = m_dialogs.importFolder(this);
  if (!folder.isEmpty()) openPath(folder);
}

void MainWindow::openAudit() {
  const QString file = m_dialogs.openAudit(this);
  if (!file.isEmpty()) openPath(file);
}

void MainWindow::newAudit() {
  const QStringList files = m_dialogs.importFiles(this);
  if (!files.isEmpty()) m_controller->startNew(files);
}

void MainWindow::saveAuditAs() {
  const QString title = QString::fromStdString(m_controller->audit().result->title);
  const QString file = m_dialogs.saveWorkspace(this, title + QStringLiteral(".plumbline"));
  if (!file.isEmpty()) m_controller->saveAs(file);
}

void MainWindow::importFromStart(const QStringList& paths) {
  if (paths.isEmpty()) return;
  if (!m_controller->hasAudit()) return openPaths(paths);
  const QString open = visibleLine(QString::fromStdString(m_controller->audit().result->title));
  const auto into = m_dialogs.intoOpenAudit(this, open);
  if (!into) return;
  *into ? openPaths(paths) : m_controller->startNew(paths);
}

void MainWindow::compareAudits() {
  const QString file = m_dialogs.openAudit(this);
  if (!file.isEmpty()) m_controller->compareWith(file);
}

void MainWindow::tryCase() {
  auto cases = publicCases();
  // Built in, so that only a broken program has none.
  if (!cases || cases->empty()) return;
  auto* dialog = new CaseDialog(std::move(*cases), m_dialogs.importFiles, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &CaseDialog::chosen, m_controller, &AuditController::tryCase);
  dialog->open();
}

void MainWindow::showComparison(const ComparisonPtr& comparison, const QString& file) {
  auto* dialog = new CompareDialog(*comparison, file, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &CompareDialog::takeOver, m_controller,
          [this, comparison](const std::vector<Hash>& files) { m_controller->takeOver(comparison, files); });
  dialog->open();
}

void MainWindow::showWeighed(const QString& words) {
  auto* box = new QMessageBox(QMessageBox::Information, tr("What would come out"), words,
                              QMessageBox::Close, this);
  box->setObjectName(QStringLiteral("weighedBox"));
  box->setTextFormat(Qt::PlainText);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->open();
}

void MainWindow::shareAudit() {
  if (!m_controller->hasAudit()) return;
  const QString title = QString::fromStdString(m_controller->audit().result->title);
  const QString file = m_dialogs.saveAudit(this, title + QStringLiteral(".plumb"));
  if (!file.isEmpty()) m_controller->share(file);
}

void MainWindow::takeTrustFile(TrustFile file) {
  const QString path = m_dialogs.trustFile(this, file);
  if (!path.isEmpty()) m_controller->trust(file, path);
}

void MainWindow::makeKey() {
  auto* dialog = new MakeKeyDialog(this, m_dialogs.saveKey, m_vault);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void MainWindow::publishRecords() {
  auto* dialog = new PublishDialog(this, m_dialogs.publish, m_vault);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void MainWindow::showReference() {
  auto* dialog = new ReferenceDialog(*m_controller, m_dialogs.reference, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void MainWindow::showNames(const std::vector<AliasSuggestion>& suggestions) {
  if (!m_controller->hasAudit()) return;
  auto* dialog =
      new NamesDialog(m_controller->audit().result->aliases, suggestions, m_dialogs.key, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &NamesDialog::decided, m_controller, &AuditController::decideNames);
  dialog->open();
}

void MainWindow::showSettings() {
  auto* dialog = new SettingsDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void MainWindow::showHelp(const QString& words) {
  if (m_help == nullptr) m_help = new HelpDialog(this);
  const Page* page = currentPage();
  m_help->showPage(page == nullptr ? QString() : page->title(),
                   page == nullptr ? QString() : helpOf(page->id()));
  m_help->lookUp(words);
  m_help->show();
  m_help->raise();
}

void MainWindow::showAbout() {
  auto* box = new QMessageBox(this);
  box->setObjectName(QStringLiteral("aboutBox"));
  box->setTextFormat(Qt::PlainText);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setWindowTitle(tr("About Plumbline"));
  box->setText(tr("Plumbline %1").arg(QStringLiteral(PLUMBLINE_VERSION)));
  box->setInformativeText(
      tr("Shows whether a plant’s “net-zero waste” claim stands straight.\n\nFree software under "
         "the GNU General Public License, version 3 or later. Works offline; nothing is sent "
         "anywhere."));
  box->open();
}

// A find bar and the list of what was found close themselves before this is reached; then the job, then
// the message, then whoever stands in the field of the search leaves it.
void MainWindow::pressEscape() {
  if (m_controller->jobs().isBusy()) {
    m_controller->jobs().cancel();
  } else if (m_banner->showsFailure()) {
    m_banner->dismissFailure();
  } else if (m_palette->hasFocus()) {
    keepFocus(nullptr, currentPage());
  }
}

void MainWindow::focusNextPane(int step) {
  QList<QWidget*> panes{m_palette};
  if (m_sidebar->isVisible())
    panes << m_sidebar->findChild<QWidget*>(QStringLiteral("sidebarPages"));
  QWidget* body = currentPage() != nullptr ? static_cast<QWidget*>(currentPage()) : m_start;
  panes << body;
  const QWidget* focus = QApplication::focusWidget();
  qsizetype at = 0;
  for (qsizetype i = 0; i < panes.size(); ++i) {
    if (panes[i] == focus || panes[i]->isAncestorOf(focus)) at = i;
  }
  QWidget* next = panes[(at + step + panes.size()) % panes.size()];
  if (next != body) return next->setFocus(Qt::TabFocusReason);
  const QList<QWidget*> inside = body->findChildren<QWidget*>();
  for (QWidget* widget : inside) {
    if ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible() && widget->isEnabled()) {
      return widget->setFocus(Qt::TabFocusReason);
    }
  }
}

}  // namespace plumbline
