// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "model/audit/deliveries.h"

#include "ui/pages/figure_saver.h"
#include "ui/pages/page.h"

class QBoxLayout;
class QStackedWidget;

namespace plumbline {

class BalanceChoice;
class Card;
class Chart;
class ChartOrTable;
class ContributionsCard;
class CountTabs;
class EmptyState;
class FlowView;
class LossCard;
class NetworkCard;
class ReceiversCard;
class RecordPeek;
class SegmentedControl;
class SentenceLabel;
class TotalsView;

struct BalanceView;

/// Two tabs where totals are declared. Where the mass went, the running sum of what is unaccounted for, and both sides by month; of
/// the whole time or a part of it, of all materials or one kind; and what parties declare.
class BalancePage : public Page {
  Q_OBJECT
 public:
  explicit BalancePage(QWidget* parent = nullptr);
  ~BalancePage() override;
  Q_DISABLE_COPY_MOVE(BalancePage)

  void showAudit(const OpenAudit& audit) override;
  /// "totals": what parties declare about periods; "flows".
  void openItem(const QString& item) override;
  [[nodiscard]] QString trail() const override;
  [[nodiscard]] QList<QAction*> pageActions() const override;
  void setCompact(bool compact) override;
  void setAskPath(FigureSaver::AskPath ask) { m_saver.setAskPath(std::move(ask)); }

 private:
  QWidget* makeContent();
  Card* makeFlowCard();
  Card* makeSumCard();
  Card* makeMonthCard(const QString& name, Chart** chart, ChartOrTable** twin);
  /// Real rows join the tooltip of the chart; Enter leads to them.
  void offerRows(Chart* chart);
  void offerSave(Card* card, ChartOrTable* twin, const QString& what);
  void showChoice();
  void showFlow(const BalanceView& view);
  /// Asks the records who got what, in the background.
  void lookUpReceivers(const OpenAudit& audit);
  void showReceivers(const BalanceView& view);
  void showMonths(const BalanceView& view);
  void showNote(const BalanceView& view);
  void showTables(bool on);
  void showTabs();
  void chooseTab(int tab);
  /// Chart or table, and the choice of period: of what is seen.
  void showControls();
  /// Writes the picture of the card to a file.
  void save(Card* card, ChartOrTable* twin);

  FigureSaver m_saver;
  QPointer<Chart> m_asking;  // the chart whose row is looked up
  int m_askedRow = -1;
  AuditPtr m_audit;
  std::shared_ptr<const Deliveries> m_deliveries;  // null: not known
  std::shared_ptr<Progress> m_lookUp;              // null: nothing is asked
  BalanceChoice* m_choice = nullptr;
  SegmentedControl* m_mode = nullptr;
  QAction* m_toggle = nullptr;
  QAction* m_save = nullptr;
  RecordPeek* m_peek = nullptr;
  CountTabs* m_tabs = nullptr;
  TotalsView* m_totals = nullptr;
  QString m_flowsSubtitle;  // the figures of the flows: no words over the totals
  bool m_isApplicable = false;  // the flows can be drawn
  QStackedWidget* m_states = nullptr;
  EmptyState* m_empty = nullptr;
  SentenceLabel* m_whyNot = nullptr;
  SentenceLabel* m_answer = nullptr;
  SentenceLabel* m_note = nullptr;
  Card* m_flowCard = nullptr;
  FlowView* m_flow = nullptr;
  ChartOrTable* m_flowTwin = nullptr;
  ReceiversCard* m_receivers = nullptr;
  Chart* m_sum = nullptr;
  ChartOrTable* m_sumTwin = nullptr;
  Card* m_sumCard = nullptr;
  QWidget* m_sumWords = nullptr;
  SentenceLabel* m_shows = nullptr;
  SentenceLabel* m_blind = nullptr;
  NetworkCard* m_network = nullptr;
  ContributionsCard* m_contributions = nullptr;
  QBoxLayout* m_months = nullptr;
  LossCard* m_losses = nullptr;
  Chart* m_claimed = nullptr;
  ChartOrTable* m_claimedTwin = nullptr;
  Chart* m_inOut = nullptr;
  ChartOrTable* m_inOutTwin = nullptr;
  QWidget* m_inOutCard = nullptr;
};

}  // namespace plumbline
