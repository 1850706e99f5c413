// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/audit/audit_result.h"

#include "ui/theme/card.h"
#include "ui/words/loss_words.h"

namespace plumbline {

class Chart;
class ChartOrTable;
class ChoiceButton;
class SegmentedControl;
class SentenceLabel;

/// The balance period after period: one chart of several, of all materials, one plant or one
/// material. What cannot be tested says why. Always the whole time, a part of it is marked: a test
/// over a part would have another rate of false alarms.
class LossCard : public Card {
  Q_OBJECT
 public:
  explicit LossCard(QWidget* parent = nullptr);

  /// `chosen` is the part of the time the page shows, nothing: the whole. Without a series there is
  /// nothing to show: the card hides.
  void showAudit(const AuditPtr& audit, const std::optional<ChosenMonths>& chosen);
  void showTable(bool on);
  [[nodiscard]] ChartOrTable* twin() const { return m_twin; }
  [[nodiscard]] Chart* chart() const { return m_chart; }

 Q_SIGNALS:
  void saveRequested();

 private:
  void fillSeries();
  void refresh();

  AuditPtr m_audit;
  std::optional<ChosenMonths> m_chosen;
  ChoiceButton* m_series;
  SegmentedControl* m_kind;
  SentenceLabel* m_sentence;
  Chart* m_chart;
  ChartOrTable* m_twin;
};

}  // namespace plumbline
