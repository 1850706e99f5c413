// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/formula_block.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/theme/labels.h"

namespace plumbline {

FormulaBlock::FormulaBlock(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("formulaBlock"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(px(16), px(8), px(16), px(8));
  row->setSpacing(px(24));
  m_left = addTerm();
  addSign(QStringLiteral("−"));
  m_right = addTerm();
  addSign(QStringLiteral("="));
  m_result = addTerm();
  row->addStretch(1);
}

FormulaBlock::Term FormulaBlock::addTerm() {
  auto* column = new QVBoxLayout;
  column->setSpacing(0);
  Term term{new TextLabel(TextRole::PageTitle, this), new TextLabel(TextRole::Small, this)};
  term.caption->setColor(ColorRole::Muted);
  column->addWidget(term.number);
  column->addWidget(term.caption);
  static_cast<QHBoxLayout*>(layout())->addLayout(column);
  return term;
}

TextLabel* FormulaBlock::addSign(const QString& sign) {
  auto* label = new TextLabel(TextRole::PageTitle, sign, this);
  label->setColor(ColorRole::Muted);
  label->setAlignment(Qt::AlignTop);
  layout()->addWidget(label);
  return label;
}

void FormulaBlock::setFormula(const words::Formula& formula, Tone tone) {
  m_tone = tone;
  setVisible(!formula.result.isEmpty());
  m_left.number->setText(formula.left);
  m_left.caption->setText(formula.leftCaption);
  m_right.number->setText(formula.right);
  m_right.caption->setText(formula.rightCaption);
  m_result.number->setText(formula.result);
  m_result.number->setColor(inkOf(tone));
  m_result.caption->setText(formula.resultCaption);
  setAccessibleName(QStringLiteral("%1 (%2) − %3 (%4) = %5 (%6)")
                        .arg(formula.left, formula.leftCaption, formula.right, formula.rightCaption,
                             formula.result, formula.resultCaption));
  update();
}

void FormulaBlock::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Roles& table = roles();
  painter.setBrush(table.tint(m_tone));
  const bool edged = table.kind() == ThemeKind::HighContrast;
  painter.setPen(edged ? QPen(table.ink(m_tone), 1) : QPen(Qt::NoPen));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), pxF(4), pxF(4));
}

}  // namespace plumbline
