// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pairs of names, one a row: suggested ones, or decided ones.

#include <QAbstractTableModel>

#include "model/decisions/suggest_aliases.h"

#include "ui/theme/marks.h"

namespace plumbline {

/// A pair of names and what is known of it.
struct NamesRow {
  AliasSuggestion names;  // of a decided pair only the pair
  Mark mark = Mark::CannotTell;
  QString state;      // "signed by anna"; of a suggestion what kind of name it is
  int step = -1;      // what is not signed yet: its place among the steps
  bool mine = false;  // signed by the reader, and it counts or would
};

class NamesModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { NamesColumn, StateColumn, MovedColumn };
  /// Suggestions have a third column: what they move.
  NamesModel(bool suggestions, QObject* parent) : QAbstractTableModel(parent), m_suggestions(suggestions) {}
  void setRows(std::vector<NamesRow> rows);
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  /// Null where there is no such row.
  [[nodiscard]] const NamesRow* rowAt(int row) const;

 private:
  bool m_suggestions;
  std::vector<NamesRow> m_rows;
};

}  // namespace plumbline
