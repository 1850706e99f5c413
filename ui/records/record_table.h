// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QItemSelectionModel>
#include <QSet>
#include <QTableView>

#include "model/records/tables.h"

namespace plumbline {

class FilterHeader;
class RecordDelegate;
class RecordModel;

/// The big table: id column frozen at the leading edge, filter row in the header.
class RecordTable : public QTableView {
  Q_OBJECT
 public:
  explicit RecordTable(QWidget* parent = nullptr);

  void setRecords(RecordModel* model);
  /// Widths from what the columns usually hold, for the table shown now; once its first rows are
  /// here, from what these hold.
  void fitColumns();
  /// Never hides the first one.
  void setHiddenColumns(const QSet<int>& columns);
  [[nodiscard]] QSet<int> hiddenColumns() const { return m_hidden; }
  void setNeedle(const QString& needle);
  [[nodiscard]] FilterHeader* filters() const { return m_header; }
  /// Filter text of a column, wherever its field is drawn.
  [[nodiscard]] QString filterText(int column) const;
  void setFilterText(int column, const QString& text);
  void setComplaint(int column, const QString& text);
  void clearFilters();
  void focusFilter(int column);
  /// The mark in the header of the column that the rows are sorted by; asks for nothing.
  void showOrder(int column, Qt::SortOrder order);

 Q_SIGNALS:
  void filtersChanged();
  void sortRequested(int column, Qt::SortOrder order);
  /// Not all rows of the selection are in memory.
  void copyRequested(bool withHeaders);
  void menuRequested(const QModelIndex& index, const QPoint& at);  // at a place on the screen
  void viewportRowsChanged();
  void columnsRequested(const QPoint& at);  // the menu of columns, at a place on the screen

 public Q_SLOTS:
  void copySelection(bool withHeaders);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index,
                                                                     const QEvent* event) const override;
  void resizeEvent(QResizeEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;
  QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
  void updateGeometries() override;

 private:
  void setCurrentIndexKeepingSelection(const QModelIndex& index);
  void setUp(QTableView* view);
  void setUpHeaders();
  void orderColumns();
  void fitToRows();
  void placeFrozen();

  RecordModel* m_records = nullptr;
  QTableView* m_frozen = nullptr;
  FilterHeader* m_header = nullptr;
  FilterHeader* m_frozenHeader = nullptr;
  RecordDelegate* m_delegate = nullptr;
  QSet<int> m_hidden;
  std::optional<Table> m_fitted;  // to the rows of this table
};

}  // namespace plumbline
