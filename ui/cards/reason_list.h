// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/card.h"
#include "ui/words/belief_words.h"

namespace plumbline {

class LinkButton;
class MarkWidget;
class SentenceLabel;
class TextLabel;

/// A chain of reasons: the conclusion, each link with its mark, what all of it does not show, and
/// the next step.
class ReasonList : public Card {
  Q_OBJECT
 public:
  explicit ReasonList(QWidget* parent = nullptr);
  void showBelief(const words::Belief& belief);

 Q_SIGNALS:
  void nextStepActivated();

 private:
  void addReason(int number, const words::Reason& reason);

  MarkWidget* m_mark = nullptr;
  TextLabel* m_title = nullptr;
  TextLabel* m_word = nullptr;
  SentenceLabel* m_conclusion = nullptr;
  QVBoxLayout* m_reasons = nullptr;
  SentenceLabel* m_notShown = nullptr;
  LinkButton* m_next = nullptr;
};

}  // namespace plumbline
