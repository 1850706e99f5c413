// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows that an import could not use, as a table that can be copied and saved.

#include <QAbstractTableModel>

#include "model/intake/record_sink.h"

namespace plumbline {

struct ListedProblem {
  QString file;
  QuarantinedRow row;
};

class ProblemModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { FileColumn, RowColumn, PlaceColumn, ValueColumn, ReasonColumn, ColumnCount };
  explicit ProblemModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
  void setProblems(std::vector<ListedProblem> problems);
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;
  /// CSV for people (model/records/csv_field.h) with a heading row.
  [[nodiscard]] QByteArray asCsv() const;

 private:
  [[nodiscard]] static QString textOf(const ListedProblem& problem, int column);
  std::vector<ListedProblem> m_problems;
};

}  // namespace plumbline
