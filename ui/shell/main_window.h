// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QMap>
#include <QPointer>

#include "ui/dialogs/key_vault.h"
#include "ui/dialogs/mapping_dialog.h"
#include "ui/shell/audit_controller.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/navigation.h"

class QStackedWidget;

namespace plumbline {

class AuditSearch;
class Breadcrumb;
class CommandPalette;
class JobBanner;
class Sidebar;
class StartPage;
class StatusStrip;

/// Menu bar, tool bar, sidebar, the pages, status bar. Decides where to go; the controller does.
class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  explicit MainWindow(QWidget* parent = nullptr);

  /// The one way in: file dialogs, drops, arguments and QFileOpenEvent all end here.
  void openPath(const QString& path) { openPaths({path}); }
  void openPaths(const QStringList& paths);
  void openSample();
  void tryCase();
  void goTo(const Target& target);
  void choosePage(PageId page);
  void showStart();

  void setFileDialogs(FileDialogs dialogs) { m_dialogs = std::move(dialogs); }
  void setKeyVault(KeyVault vault) { m_vault = std::move(vault); }
  void setMappingFiles(MappingFiles files) { m_mappingFiles = std::move(files); }
  [[nodiscard]] AuditController& controller() const { return *m_controller; }
  [[nodiscard]] Page* page(PageId id) const { return m_pages.value(id); }
  /// The page on top, null on the start page.
  [[nodiscard]] Page* currentPage() const;

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;

 private:
  void placeWindow();
  void makeToolBar();
  void makeCentre();
  void makeMenus();
  void makeFileMenu();
  void makeEditMenu();
  void makeViewMenu();
  void showLook();
  void makeAuditMenu();
  void makeGoMenu();
  void makeHelpMenu();
  QAction* addCommand(QMenu* menu, const QString& text, const QKeySequence& keys, const char* name,
                      std::function<void()> run);
  void connectPage(Page* page);
  void connectController();

  void askMappings(const QStringList& paths, const QStringList& tables,
                   const std::map<std::filesystem::path, Mapping>& mappings,
                   const std::optional<Mapping>& now = std::nullopt);
  void importFiles();
  void importFolder();
  void finishImport(const OpenImport& import);
  void saveFile(const EvidenceFile& file);
  void openAudit();
  void newAudit();
  void saveAuditAs();
  /// From the start page: asks where it goes while an audit is open.
  void importFromStart(const QStringList& paths);
  void compareAudits();
  void showWeighed(const QString& words);
  void showComparison(const ComparisonPtr& comparison, const QString& file);
  void shareAudit();
  void takeTrustFile(TrustFile file);
  void makeKey();
  void publishRecords();
  void showReference();
  /// Once the suggestions are there.
  void showNames(const std::vector<AliasSuggestion>& suggestions);
  void showSettings();
  void showHelp(const QString& words);
  void showAbout();
  void pressEscape();
  /// Gives the key to whoever has the keyboard, as if it had been pressed.
  void pressInField(const QKeySequence& keys);
  void updateEditMenu();
  [[nodiscard]] QAction* pageAction(const QKeySequence& keys) const;
  void focusNextPane(int step);

  void showAudit();
  void showHere();
  /// Gives the page the open audit, where it has not got it yet.
  void fill(Page* page);
  void fillNextPage();
  void keepFocus(QWidget* before, const Page* page);
  void updatePageActions(Page* page);
  void updateCommands();
  void updateBreadcrumb();
  void updateRecentMenu();
  void applyWidth();
  [[nodiscard]] QString periodText() const;

  AuditController* m_controller;
  FileDialogs m_dialogs;
  KeyVault m_vault = KeyVault::ofTheSystem();
  MappingFiles m_mappingFiles;
  Navigation m_navigation;
  QMap<PageId, Page*> m_pages;
  QList<Page*> m_unfilled;  // have not got the open audit yet
  StartPage* m_start = nullptr;
  Sidebar* m_sidebar = nullptr;
  QStackedWidget* m_stack = nullptr;
  JobBanner* m_banner = nullptr;
  StatusStrip* m_status = nullptr;
  Breadcrumb* m_breadcrumb = nullptr;
  CommandPalette* m_palette = nullptr;
  AuditSearch* m_search = nullptr;
  HelpDialog* m_help = nullptr;
  QMenu* m_viewMenu = nullptr;
  QList<QAction*> m_looks;           // in the order of ThemeChoice
  QList<QAction*> m_edits;           // of whoever has the keyboard
  QPointer<QWidget> m_lastFocus;     // but in a menu
  QAction* m_find = nullptr;
  QAction* m_export = nullptr;
  QMenu* m_recentMenu = nullptr;
  QAction* m_back = nullptr;
  QAction* m_forward = nullptr;
  QAction* m_share = nullptr;
  QAction* m_cancel = nullptr;
  QAction* m_pageActionsEnd = nullptr;
  QList<QAction*> m_needAudit;
  QList<QAction*> m_pageActions;
};

}  // namespace plumbline
