// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of one table as a window: only the pages around what is on screen are in memory, all of
// them come from the loader's thread, and data() never waits. Rows that are not here yet answer
// with nothing and LoadingRole.

#include <array>
#include <optional>
#include <unordered_map>

#include <QAbstractTableModel>

#include "model/findings/finding.h"

#include "ui/tables/page_cache.h"
#include "ui/tables/record_loader.h"

class QMimeData;
class QItemSelection;

namespace plumbline {

/// For each record the most serious finding that names it.
class RecordMarks {
 public:
  RecordMarks() = default;
  explicit RecordMarks(const std::vector<Finding>& findings);
  [[nodiscard]] std::optional<Severity> of(Table table, std::int64_t rowid) const;

 private:
  std::array<std::unordered_map<std::int64_t, Severity>, tableCount> m_marks;
};

class RecordModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Role { LoadingRole = Qt::UserRole + 1, SeverityRole, NumberRole, RowidRole };
  /// Row numbers in pixels have to fit into 31 bits (measured: QTableView fails above this).
  static constexpr std::int64_t mostRows = 50'000'000;
  static constexpr std::int64_t pageRows = 256;

  explicit RecordModel(QObject* parent = nullptr);

  void open(RecordSourceFactory factory);
  void setMarks(RecordMarks marks);
  /// `knownRows`: how many rows the query has where that is known without counting, else -1.
  void show(const StoredQuery& query, std::int64_t knownRows);
  [[nodiscard]] const StoredQuery& query() const { return m_query; }
  [[nodiscard]] RecordLoader& loader() { return m_loader; }
  /// True while the count is still running: rowCount() is then "at least".
  [[nodiscard]] bool counting() const { return m_counting; }
  [[nodiscard]] std::int64_t matching() const { return m_matching; }
  [[nodiscard]] const Field* field(int column) const;
  /// Null where the row is not in memory.
  [[nodiscard]] const StoredRow* row(int row) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;

  /// Tab-separated text and an HTML table of the selected cells; rows not in memory are left out
  /// and `complete` says so.
  [[nodiscard]] QMimeData* copy(const QItemSelection& selection, bool withHeaders,
                                bool* complete) const;

 Q_SIGNALS:
  void countChanged();

 private:
  void takeCount(qint64 rows);
  void takePage(qint64 first, const std::vector<StoredRow>& rows);
  void growTo(std::int64_t rows);
  [[nodiscard]] QVariant cell(const StoredRow& row, int column, int role) const;

  RecordLoader m_loader;
  StoredQuery m_query;
  RecordMarks m_marks;
  std::int64_t m_rows = 0;
  std::int64_t m_matching = 0;
  bool m_counting = false;
  mutable PageCache<std::vector<StoredRow>> m_pages{64};
};

}  // namespace plumbline
