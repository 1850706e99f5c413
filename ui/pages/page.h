// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <QWidget>

#include "model/audit/audit_result.h"
#include "model/audit/old_list.h"
#include "model/audit/trust_view.h"
#include "model/import/evidence_files.h"

#include "ui/pages/page_list.h"

class QHBoxLayout;
class QVBoxLayout;

namespace plumbline {

class TextLabel;
struct EnteredClaim;
struct LinkRequest;
struct TieRequest;
struct PageEntry;
struct VouchRequest;

/// Where a link leads: a page and, where the page can show a single thing, which one.
struct Target {
  PageId page = PageId::Overview;
  QString item;  // finding id, record id, publication: read by Page::openItem
};

/// Files by which the user says whom to trust.
enum class TrustFile { Parties, Policy, Authorities };

/// What a page may show: the immutable result, and the workspace it was computed from.
struct OpenAudit {
  AuditPtr result;  // null where no audit is open
  std::filesystem::path workspace;
  TrustView trust = {};  // whom the user trusts there
  OldList oldList = {};  // keys that an earlier version kept in it
  std::shared_ptr<const EvidenceFiles> files = {};  // of the workspace; null where no audit is open
};

/// Title row, content, and the way to other pages. A page never computes: it shows.
class Page : public QWidget {
  Q_OBJECT
 public:
  enum class Body {
    Scrolls,  // as tall as its content
    Fills     // exactly the window: pages whose tables scroll by themselves
  };
  Page(const PageEntry& entry, Body body, QWidget* parent);

  [[nodiscard]] PageId id() const { return m_id; }
  [[nodiscard]] QString title() const;

  /// Shows the audit, or the empty state where its result is null.
  virtual void showAudit(const OpenAudit& audit) = 0;
  /// Shows one thing of this page; an empty item is the page as a whole.
  virtual void openItem(const QString& item);
  /// What stands behind the page's name in the breadcrumb ("SH-0417"), empty for the whole page.
  [[nodiscard]] virtual QString trail() const;
  /// Chart or table (Ctrl+T), find (Ctrl+F) and so on: actions of this page for menu and palette.
  [[nodiscard]] virtual QList<QAction*> pageActions() const;
  /// Ctrl+E: what the page shows goes into a file, where it can.
  [[nodiscard]] virtual bool canExport() const { return false; }
  virtual void exportShown() {}
  /// Narrow windows: page margin 16, side columns below or narrower.
  virtual void setCompact(bool compact);
  [[nodiscard]] bool isCompact() const { return m_compact; }

 Q_SIGNALS:
  void navigate(const plumbline::Target& target);
  void trailChanged();
  /// Ask the window for what it alone can do.
  void importRequested();
  void sampleRequested();
  void auditRunRequested();  // check everything again
  void trustRequested(plumbline::TrustFile file);  // take in a file of the user's own
  /// Vouch for the key of a parties line, or take that back.
  void vouchRequested(const QString& partiesLine, bool vouch);
  /// The owner of the key of a parties line reads out other digits, or that is taken back.
  void keyDiffers(const QString& partiesLine, bool differs);
  /// Read the audit on the word of the author with this key; empty: on nobody's.
  void wordRequested(const QString& vkey);
  /// Vouch for the keys of these parties lines, which an author named.
  void namesTaken(const QStringList& partiesLines);
  /// Make the list of this digest, which an earlier version kept in the workspace, the user's own.
  void oldListTaken(const QString& digest);
  void signRequested(const QString& keyFile, const QString& passphrase);
  /// Sign where a file without a signature is from.
  void fileVouched(const plumbline::VouchRequest& request);
  /// Sign whether two records are one load.
  void linkDecided(const plumbline::LinkRequest& request);
  /// Sign in which load a tracked device was.
  void trackTied(const plumbline::TieRequest& request);
  /// Ask the records about a claim that the user read somewhere, or no longer.
  void claimEntered(const plumbline::EnteredClaim& claim);
  void enteredClaimsCleared();
  /// Files are evidence no longer, or again.
  void filesWeighed(const std::vector<plumbline::Hash>& files);
  void filesTakenBack(const std::vector<plumbline::Hash>& files);
  void filesPutBack(const std::vector<plumbline::Hash>& files);
  void fileReadAgain(const plumbline::EvidenceFile& file);
  void fileSaved(const plumbline::EvidenceFile& file);
  void glossaryRequested(const QString& words);
  /// Choose the reference tables of the audit.
  void tablesRequested();
  /// Decide which names are one.
  void namesRequested();
  /// A link on the page: the window decides whether and how to write the report.
  void reportRequested();

 protected:
  /// Muted words behind the title.
  void setSubtitle(const QString& text);
  /// A button at the far edge of the title row.
  void addTitleWidget(QWidget* widget);
  /// Where the page puts its cards.
  [[nodiscard]] QVBoxLayout* content() const { return m_content; }

 private:
  void applyMargins();

  PageId m_id;
  TextLabel* m_title = nullptr;
  TextLabel* m_subtitle = nullptr;
  QHBoxLayout* m_titleRow = nullptr;
  QVBoxLayout* m_column = nullptr;
  QVBoxLayout* m_content = nullptr;
  bool m_compact = false;
};

}  // namespace plumbline

Q_DECLARE_METATYPE(plumbline::Target)
