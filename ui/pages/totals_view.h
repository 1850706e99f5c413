// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QWidget>

#include "model/totals/totals_comparison.h"

class QSortFilterProxyModel;
class QTableView;

namespace plumbline {

class Card;
class Chart;
class ChartOrTable;
class MarkWidget;
class SegmentedControl;
class SentenceLabel;
class Tag;
class TotalsModel;

/// Do sender and receiver declare the same? All pairs, filtered by their result; of one of them what
/// both declare period by period, and what may lie behind a gap without harm.
class TotalsView : public QWidget {
  Q_OBJECT
 public:
  explicit TotalsView(QWidget* parent = nullptr);
  void setTotals(std::shared_ptr<const TotalsComparison> totals);
  void showTable(bool on);
  [[nodiscard]] bool hasChart() const;
  void setCompact(bool compact);
  [[nodiscard]] Card* detailCard() const { return m_detail; }
  [[nodiscard]] ChartOrTable* twin() const { return m_twin; }

 Q_SIGNALS:
  void saveRequested();
  /// Another pair is chosen: it may have a chart or none.
  void pairChosen();

 private:
  [[nodiscard]] QWidget* makeAnswer();
  [[nodiscard]] QWidget* makeList();
  [[nodiscard]] QWidget* makeDetail();
  [[nodiscard]] const TotalsPair* chosen() const;
  void fitTable();
  void filter(int choice);
  void showPair();
  void copyText() const;

  std::shared_ptr<const TotalsComparison> m_totals;
  TotalsModel* m_model;
  QSortFilterProxyModel* m_sorted;
  Card* m_answer = nullptr;
  MarkWidget* m_mark = nullptr;
  SentenceLabel* m_said = nullptr;
  SentenceLabel* m_caveat = nullptr;
  SegmentedControl* m_chips = nullptr;
  QTableView* m_table = nullptr;
  Card* m_detail = nullptr;
  Tag* m_tag = nullptr;
  Chart* m_chart = nullptr;
  ChartOrTable* m_twin = nullptr;
  SentenceLabel* m_sentence = nullptr;
  SentenceLabel* m_causes = nullptr;
};

}  // namespace plumbline
