// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/theme/roles.h"
#include "ui/words/finding_words.h"

namespace plumbline {

class TextLabel;

/// a − b = c in large figures with a caption under each, on the tint of its tone. The terms follow
/// the reading direction, each number stays from left to right.
class FormulaBlock : public QWidget {
  Q_OBJECT
 public:
  explicit FormulaBlock(QWidget* parent = nullptr);
  void setFormula(const words::Formula& formula, Tone tone);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Term {
    TextLabel* number = nullptr;
    TextLabel* caption = nullptr;
  };
  Term addTerm();
  TextLabel* addSign(const QString& sign);

  Term m_left, m_right, m_result;
  Tone m_tone = Tone::Fail;
};

}  // namespace plumbline
