// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Files without a signature, one a row.

#include <QAbstractTableModel>

#include "model/decisions/unsigned_files.h"

namespace plumbline {

class UnsignedFilesModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { FileColumn, PartiesColumn, RowsColumn, VouchColumn, ColumnCount };
  explicit UnsignedFilesModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
  void setFiles(std::vector<UnsignedFile> files);
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;
  /// Null where there is no such row.
  [[nodiscard]] const UnsignedFile* fileAt(int row) const;

 private:
  std::vector<UnsignedFile> m_files;
};

}  // namespace plumbline
