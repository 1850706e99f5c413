// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/figure_saver.h"
#include "ui/pages/page.h"

class QBoxLayout;
class QStackedWidget;

namespace plumbline {

class BalanceChoice;
class Card;
class Chart;
class ChartOrTable;
class EmptyState;
class FlowView;
class SegmentedControl;
class SentenceLabel;

struct BalanceView;

/// Where the mass went, the running sum of what is unaccounted for, and both sides by month; of
/// the whole time or a part of it, of all materials or one kind.
class BalancePage : public Page {
  Q_OBJECT
 public:
  explicit BalancePage(QWidget* parent = nullptr);

  void showAudit(const OpenAudit& audit) override;
  [[nodiscard]] QList<QAction*> pageActions() const override;
  void setCompact(bool compact) override;
  void setAskPath(FigureSaver::AskPath ask) { m_saver.setAskPath(std::move(ask)); }

 private:
  QWidget* makeContent();
  Card* makeFlowCard();
  Card* makeSumCard();
  Card* makeMonthCard(const QString& name, Chart** chart, ChartOrTable** twin);
  void offerSave(Card* card, ChartOrTable* twin, const QString& what);
  void showChoice();
  void showFlow(const BalanceView& view);
  void showMonths(const BalanceView& view);
  void showNote(const BalanceView& view);
  void showTables(bool on);
  /// Writes the picture of the card to a file.
  void save(Card* card, ChartOrTable* twin);

  FigureSaver m_saver;
  AuditPtr m_audit;
  BalanceChoice* m_choice = nullptr;
  SegmentedControl* m_mode = nullptr;
  QAction* m_toggle = nullptr;
  QAction* m_save = nullptr;
  QStackedWidget* m_states = nullptr;
  EmptyState* m_empty = nullptr;
  SentenceLabel* m_whyNot = nullptr;
  SentenceLabel* m_note = nullptr;
  Card* m_flowCard = nullptr;
  FlowView* m_flow = nullptr;
  ChartOrTable* m_flowTwin = nullptr;
  Chart* m_sum = nullptr;
  ChartOrTable* m_sumTwin = nullptr;
  Card* m_sumCard = nullptr;
  QWidget* m_sumWords = nullptr;
  SentenceLabel* m_shows = nullptr;
  SentenceLabel* m_blind = nullptr;
  QBoxLayout* m_months = nullptr;
  Chart* m_claimed = nullptr;
  ChartOrTable* m_claimedTwin = nullptr;
  Chart* m_inOut = nullptr;
  ChartOrTable* m_inOutTwin = nullptr;
  QWidget* m_inOutCard = nullptr;
};

}  // namespace plumbline
