// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/figure_saver.h"
#include "ui/pages/page.h"

class QBoxLayout;
class QStackedWidget;

namespace plumbline {

class Card;
class Chart;
class ChartOrTable;
class EffectView;
class MarkWidget;
class PlainTable;
class SegmentedControl;
class SentenceLabel;
class TextLabel;

/// Who waits how long: community against commercial jobs.
class SchedulerPage : public Page {
  Q_OBJECT
 public:
  explicit SchedulerPage(QWidget* parent = nullptr);

  void showAudit(const OpenAudit& audit) override;
  [[nodiscard]] QList<QAction*> pageActions() const override;
  void setCompact(bool compact) override;
  void setAskPath(FigureSaver::AskPath ask) { m_saver.setAskPath(std::move(ask)); }

 private:
  FigureSaver m_saver;
  QWidget* makeContent();
  Card* makeSentence();
  Card* makeWaiting();
  Card* makeEffect();
  Card* makeJumps();
  void showPart(int index);
  void showJumps();

  AuditPtr m_audit;
  SegmentedControl* m_mode = nullptr;
  QAction* m_toggle = nullptr;
  QStackedWidget* m_states = nullptr;
  SentenceLabel* m_whyNot = nullptr;
  Card* m_sentenceCard = nullptr;
  MarkWidget* m_mark = nullptr;
  SentenceLabel* m_sentence = nullptr;
  SentenceLabel* m_note = nullptr;
  SegmentedControl* m_parts = nullptr;
  Chart* m_waiting = nullptr;
  ChartOrTable* m_twin = nullptr;
  SentenceLabel* m_method = nullptr;
  Card* m_effectCard = nullptr;
  EffectView* m_effect = nullptr;
  PlainTable* m_groups = nullptr;
  Card* m_jumpCard = nullptr;
  PlainTable* m_jumps = nullptr;
};

}  // namespace plumbline
