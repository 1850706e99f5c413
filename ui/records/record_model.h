// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of one table as a window: only the pages around what is on screen are in memory, all of
// them come from the loader's thread, and data() never waits. Rows that are not here yet answer
// with nothing and LoadingRole.

#include <array>
#include <map>
#include <optional>
#include <unordered_map>

#include <QAbstractTableModel>

#include "model/audit/audit_result.h"

#include "ui/records/page_cache.h"
#include "ui/records/party_words.h"
#include "ui/records/record_loader.h"
#include "ui/records/record_lookups.h"

class QMimeData;
class QItemSelection;

namespace plumbline {

/// For each record the most serious finding that names it, and how many do.
class RecordMarks {
 public:
  struct Entry {
    std::size_t finding = 0;  // index into the audit's findings
    int count = 0;
  };
  RecordMarks() = default;
  explicit RecordMarks(AuditPtr audit);
  /// Null where no finding names the record.
  [[nodiscard]] const Entry* of(Table table, std::int64_t rowid) const;
  [[nodiscard]] const Finding& finding(const Entry& entry) const {
    return m_audit->findings[entry.finding];
  }

 private:
  AuditPtr m_audit;
  std::array<std::unordered_map<std::int64_t, Entry>, tableCount> m_marks;
};

class RecordModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Role {
    LoadingRole = Qt::UserRole + 1,
    SeverityRole,
    NumberRole,
    RowidRole,
    FindingRole,  // id of the most serious finding that names the record
    LinkRole,     // where a click leads: "document/receipts/1/WT-88213"; see RecordsPage::openItem
    MissingRole   // the other side has no record of this document
  };
  /// Row numbers in pixels have to fit into 31 bits (measured: QTableView fails above this).
  static constexpr std::int64_t mostRows = 50'000'000;
  static constexpr std::int64_t pageRows = 256;

  explicit RecordModel(QObject* parent = nullptr);

  void open(RecordSourceFactory factory);
  void setMarks(RecordMarks marks);
  void setNames(PartyWords names);
  [[nodiscard]] const PartyWords& names() const { return m_names; }
  /// How many records each table has: the other side of a document is only looked up in tables
  /// of at most `mostLooked` rows. In larger ones a click finds it.
  void setRowCounts(const std::array<std::int64_t, tableCount>& counts) { m_counts = counts; }
  static constexpr std::int64_t mostLooked = 100'000;
  /// `knownRows`: how many rows the query has where that is known without counting, else -1.
  void show(const StoredQuery& query, std::int64_t knownRows);
  [[nodiscard]] const StoredQuery& query() const { return m_query; }
  [[nodiscard]] RecordLoader& loader() { return m_loader; }
  [[nodiscard]] RecordLookups& lookups() { return m_lookups; }
  /// True while the count is still running: rowCount() is then "at least".
  [[nodiscard]] bool counting() const { return m_counting; }
  [[nodiscard]] std::int64_t matching() const { return m_matching; }
  /// Null for the columns behind the fields: the link to the other side, the line.
  [[nodiscard]] const Field* field(int column) const;
  [[nodiscard]] int fieldCount() const;
  /// -1 where the records have no other side.
  [[nodiscard]] int linkColumn() const;
  /// Null where the row is not in memory.
  [[nodiscard]] const StoredRow* row(int row) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;

  /// All of these rows are in memory.
  [[nodiscard]] bool holds(const QItemSelection& selection) const;
  /// Tab-separated text and an HTML table of the selected cells; rows not in memory are left out.
  [[nodiscard]] QMimeData* copy(const QItemSelection& selection, bool withHeaders) const;

 Q_SIGNALS:
  void countChanged();

 private:
  void takeCount(qint64 rows);
  void takePage(qint64 first, const std::vector<StoredRow>& rows);
  void growTo(std::int64_t rows);
  void askFor(const DocumentLine& line);
  void takeLink(Table table, const DocumentLine& line, const QStringList& ids);
  [[nodiscard]] std::optional<DocumentLine> documentOf(const StoredRow& row) const;
  [[nodiscard]] QVariant link(const StoredRow& row, int role) const;
  [[nodiscard]] QVariant mark(const StoredRow& row, int role) const;
  [[nodiscard]] QString shown(const StoredRow& row, const Field& info, const StoredValue& value) const;
  [[nodiscard]] QVariant cell(const StoredRow& row, int column, int role) const;

  RecordLoader m_loader;
  RecordLookups m_lookups;
  StoredQuery m_query;
  RecordMarks m_marks;
  PartyWords m_names;
  std::int64_t m_rows = 0;
  std::int64_t m_matching = 0;
  bool m_counting = false;
  mutable PageCache<std::vector<StoredRow>> m_pages{64};
  std::array<std::int64_t, tableCount> m_counts{};
  std::map<DocumentLine, QStringList> m_links;  // of m_query.table
  std::deque<DocumentLine> m_asked;             // and not answered yet
};

}  // namespace plumbline
