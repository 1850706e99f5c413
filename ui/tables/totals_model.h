// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Declared totals, one pair a row, the largest gap first.

#include <memory>
#include <vector>

#include <QAbstractTableModel>

#include "model/totals/totals_comparison.h"

#include "ui/theme/marks.h"

namespace plumbline {

class TotalsModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column {
    PartnersColumn,
    MaterialColumn,
    PeriodColumn,
    SentColumn,
    ReceivedColumn,
    GapColumn,
    StateColumn,
    ColumnCount
  };
  /// What a column is sorted by: quantities as such.
  static constexpr int SortRole = Qt::UserRole + 1;
  /// A TotalsResult as a number.
  static constexpr int ResultRole = Qt::UserRole + 2;
  explicit TotalsModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
  void setTotals(std::shared_ptr<const TotalsComparison> totals);
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;
  /// Null where there is no such row.
  [[nodiscard]] const TotalsPair* pairAt(int row) const;
  [[nodiscard]] std::int64_t count(TotalsResult result) const;

 private:
  [[nodiscard]] QVariant display(const TotalsPair& pair, int column) const;

  std::shared_ptr<const TotalsComparison> m_totals;
  std::vector<const TotalsPair*> m_pairs;
};

/// Never that of a contradiction: a gap between totals accuses nobody.
[[nodiscard]] Mark markOf(TotalsResult result);

}  // namespace plumbline
