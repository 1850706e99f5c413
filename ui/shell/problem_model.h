// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows that an import could not use, as a table that can be copied and saved.

#include <QAbstractTableModel>

#include "model/import/record_sink.h"

namespace plumbline {

class ProblemModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { FileColumn, RowColumn, PlaceColumn, ValueColumn, ReasonColumn, ColumnCount };
  explicit ProblemModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
  void setProblems(const QString& file, std::vector<QuarantinedRow> problems);
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;
  /// CSV with a heading row.
  [[nodiscard]] QString asCsv() const;

 private:
  [[nodiscard]] QString textOf(const QuarantinedRow& row, int column) const;
  QString m_file;
  std::vector<QuarantinedRow> m_problems;
};

}  // namespace plumbline
