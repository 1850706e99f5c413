// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>

#include "model/audit/part_shipments.h"

#include "ui/pages/page.h"
#include "ui/records/record_source.h"

class QPushButton;
class QStackedWidget;

namespace plumbline {

class Card;
class ColumnChooser;
class FindBar;
class LinkButton;
class RecordModel;
class RecordTable;
class RecordTabs;
class SourceStrip;
class Tag;
class TextLabel;

/// The records themselves, table by table: filter, find, sort, sums of what is selected, and the
/// bytes each record was read from.
class RecordsPage : public Page {
  Q_OBJECT
 public:
  explicit RecordsPage(QWidget* parent = nullptr);

  void showAudit(const OpenAudit& audit) override;
  /// "finding/<id>": the rows of a finding. "<table>/<record id>": that record.
  /// "month/<table>/<2141-04>": the records of that month.
  /// "field/<table>/<field>/<as typed into its filter>": these records, the first of them chosen.
  /// "part/<part of a claim>/<index of the claim>": the shipments that it is the sum of.
  /// "document/<table>/<line>/<document>": the records of a document's line, "-": without a line.
  void openItem(const QString& item) override;
  [[nodiscard]] QString trail() const override;
  [[nodiscard]] QList<QAction*> pageActions() const override;
  [[nodiscard]] bool canExport() const override { return m_audit != nullptr; }
  void exportShown() override { saveShownRows(); }
  void setCompact(bool compact) override;

  /// Rows from elsewhere than the workspace.
  void setSource(RecordSourceFactory factory);
  /// Asks where to save; empty where the reader changed their mind.
  using AskPath = std::function<QString(QWidget* parent, const QString& suggestion)>;
  void setAskPath(AskPath ask) { m_askPath = std::move(ask); }

 private:
  QWidget* makeContent();
  Card* makeTableCard();
  void makeActions();
  void connectTable();
  void connectLoader();
  void makeColumns();
  void follow(const QModelIndex& index, bool click);
  void openFinding(const QString& id);
  /// Matches the loads once more, elsewhere; until then no row is shown.
  void openPart(const QString& part, std::size_t claim);
  void showPart(const QString& name, const PartShipments* found);
  /// Once it is here.
  void chooseFirst();
  void openRecords(Table table, const std::vector<std::pair<std::string, QString>>& filters);
  void applyQuery();
  void sortBy(int column, Qt::SortOrder order);
  void showOrder();
  void showCounts();
  void showSelection();
  void showBytes();
  void clearFilters();
  void takeHits(const QString& needle, const StoredHits& hits);
  void stepHit(int by);
  void goToRow();
  void saveShownRows();
  void copyAllRows(bool withHeaders);
  void sayCopying(std::int64_t done, std::int64_t total);
  void say(const QString& text);
  void showMenu(const QModelIndex& index, const QPoint& at);
  void filterBy(const QModelIndex& cell);
  [[nodiscard]] QString fileOfOrigin() const;

  AuditPtr m_audit;
  std::filesystem::path m_workspace;
  std::shared_ptr<const EvidenceFiles> m_files;
  std::shared_ptr<Progress> m_copy;    // of rows to the clipboard
  std::optional<RecordOrigin> m_origin;  // of the current record
  qint64 m_bytesOf = 0;                // asked for last
  bool m_saying = false;               // what became of a job, in the place of the sums
  std::shared_ptr<Progress> m_lookUp;  // of the shipments of a part
  RecordSourceFactory m_source;
  AskPath m_askPath;
  std::map<Table, std::vector<std::int64_t>> m_only;  // rows of a finding
  QString m_onlyName;
  StoredQuery m_query;
  StoredHits m_hits;
  std::int64_t m_hit = 0;  // counts from 1
  RecordModel* m_model = nullptr;
  QStackedWidget* m_states = nullptr;
  RecordTabs* m_tabs = nullptr;
  FindBar* m_find = nullptr;
  Tag* m_match = nullptr;
  LinkButton* m_clear = nullptr;
  RecordTable* m_table = nullptr;
  TextLabel* m_selection = nullptr;
  TextLabel* m_window = nullptr;
  ColumnChooser* m_columns = nullptr;
  QPushButton* m_columnsButton = nullptr;
  bool m_firstWanted = false;      // to be chosen once it is here
  bool m_columnsShown = false;     // as chosen, for the table shown now
  LinkButton* m_stopCopy = nullptr;
  LinkButton* m_hidden = nullptr;  // "4 empty columns hidden"
  SourceStrip* m_strip = nullptr;
  QPushButton* m_save = nullptr;
  QList<QAction*> m_actions;
};

}  // namespace plumbline
