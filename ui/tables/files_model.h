// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The files of an audit, one a row: whose each is, as what it was read, and what became of its rows.

#include <memory>

#include <QAbstractTableModel>

#include "model/import/evidence_files.h"

namespace plumbline {

class FilesModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column {
    NameColumn,
    ReadAsColumn,
    PartyColumn,
    SignedColumn,
    BytesColumn,
    ReadColumn,
    StoredColumn,
    SupersededColumn,
    DuplicatesColumn,
    QuarantinedColumn,
    BroughtColumn,
    ColumnCount
  };
  /// What a column is sorted by: numbers and moments as such.
  static constexpr int SortRole = Qt::UserRole + 1;
  explicit FilesModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
  void setFiles(std::shared_ptr<const EvidenceFiles> files);
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;
  /// Null where there is no such row.
  [[nodiscard]] const EvidenceFile* fileAt(int row) const;

 private:
  std::shared_ptr<const EvidenceFiles> m_files;
};

}  // namespace plumbline
