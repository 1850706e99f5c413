// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/balance/balance.h"

#include "ui/theme/card.h"

namespace plumbline {

class ChartOrTable;
class ContributionView;
class SentenceLabel;

/// What makes the uncertainty of the balance as wide as it is, and what would narrow it most.
class ContributionsCard : public Card {
  Q_OBJECT
 public:
  explicit ContributionsCard(QWidget* parent = nullptr);

  /// Without a cause there is nothing to show: the card hides.
  void show(const Balance& balance);
  void showTable(bool on);
  [[nodiscard]] ChartOrTable* twin() const { return m_twin; }

 Q_SIGNALS:
  void saveRequested();

 private:
  void fitHeight();

  SentenceLabel* m_sentence;
  ContributionView* m_bars;
  ChartOrTable* m_twin;
};

}  // namespace plumbline
