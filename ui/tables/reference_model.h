// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The reference tables of an audit, one a row.

#include <QAbstractTableModel>

#include "model/reference/reference_tables.h"

namespace plumbline {

class ReferenceModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { NameColumn, VersionColumn, RowsColumn, OwnerColumn, SourceColumn, ColumnCount };
  explicit ReferenceModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
  void setTables(ReferenceTables tables);
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;
  /// Null where there is no such row.
  [[nodiscard]] const ReferenceTable* tableAt(int row) const;

 private:
  ReferenceTables m_tables;
};

}  // namespace plumbline
