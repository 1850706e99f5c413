// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/verdict_block.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include "ui/theme/card.h"
#include "ui/theme/labels.h"
#include "ui/theme/tag.h"
#include "ui/theme/typography.h"

namespace plumbline {

namespace {

constexpr Mark kPossible[] = {Mark::Passed, Mark::CannotTell, Mark::Contradiction};

}  // namespace

VerdictBlock::VerdictBlock(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("verdictBlock"));
  setFocusPolicy(Qt::StrongFocus);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(16));
  row->addSpacing(px(22));

  m_markWidget = new MarkWidget(40, this);
  auto* markColumn = new QVBoxLayout;
  markColumn->setContentsMargins(0, px(16), 0, 0);
  markColumn->addWidget(m_markWidget);
  markColumn->addStretch(1);
  row->addLayout(markColumn);

  auto* column = new QVBoxLayout;
  column->setContentsMargins(0, px(16), 0, px(16));
  column->setSpacing(px(2));
  m_word = new TextLabel(TextRole::Verdict, this);
  m_word->setObjectName(QStringLiteral("verdictWord"));
  m_word->setWordWrap(true);
  m_sentence = new SentenceLabel(TextRole::Lead, this);
  m_sentence->setObjectName(QStringLiteral("verdictSentence"));
  m_sentence->setMaximumWidth(px(820));
  column->addWidget(m_word);
  column->addWidget(m_sentence);
  column->addStretch(1);
  row->addLayout(column, 1);

  m_possible = makePossible();
  row->addWidget(m_possible);
  row->addSpacing(px(14));
  m_side = makeSide();
  row->addWidget(m_side);
}

QWidget* VerdictBlock::makePossible() {
  auto* box = new QWidget(this);
  box->setObjectName(QStringLiteral("possibleVerdicts"));
  box->setAccessibleName(tr("Possible verdicts"));
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, px(22), 0, px(16));
  column->setSpacing(px(4));
  for (int i = 0; i < 3; ++i) {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    auto* mark = new MarkWidget(14, box);
    mark->setMark(kPossible[i]);
    auto* word = new TextLabel(TextRole::Body, box);
    word->setColor(ColorRole::Muted);
    row->addWidget(mark);
    row->addWidget(word, 1);
    column->addLayout(row);
    m_possibleWords.append(word);
  }
  column->addStretch(1);
  return box;
}

QWidget* VerdictBlock::makeSide() {
  auto* box = new QWidget(this);
  box->setObjectName(QStringLiteral("verdictSide"));
  box->setFixedWidth(px(304));
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(px(16), px(14), px(16), px(14));
  column->setSpacing(0);
  m_why = new SentenceLabel(TextRole::Body, box);
  m_why->setObjectName(QStringLiteral("verdictWhy"));
  m_wouldChange = new SentenceLabel(TextRole::Body, box);
  m_wouldChange->setObjectName(QStringLiteral("verdictWouldChange"));
  m_whyHeading = new TextLabel(TextRole::BodyBold, tr("Why"), box);
  m_why->setContentsMargins(0, 0, 0, px(8));
  column->addWidget(m_whyHeading);
  column->addWidget(m_why);
  auto* heading = new TextLabel(TextRole::BodyBold, tr("What would change it"), box);
  heading->setElided(true);
  column->addWidget(heading);
  column->addWidget(m_wouldChange);
  column->addStretch(1);
  return box;
}

/// Only the present one has its colour.
void VerdictBlock::showPossible(const VerdictText& text) {
  const QString plain[] = {tr("Supported"), tr("Cannot tell"), tr("Contradicted")};
  const QString would[] = {tr("Would be supported"), tr("Cannot tell"), tr("Would be contradicted")};
  for (int i = 0; i < 3; ++i) {
    const bool present = kPossible[i] == text.mark;
    m_possibleWords[i]->setText(kPossible[i] == text.wouldBe ? would[i] : plain[i]);
    m_possibleWords[i]->setRole(present ? TextRole::BodyBold : TextRole::Body);
    m_possibleWords[i]->setColor(present ? inkOf(toneOf(text.mark)) : ColorRole::Muted);
  }
}

void VerdictBlock::setVerdict(const VerdictText& text) {
  m_mark = text.mark;
  m_tone = text.onWord ? Tone::Unsure : toneOf(text.mark);
  m_markWidget->setMark(text.mark);
  m_markWidget->setAccessibleName(text.word);
  m_markWidget->setVisible(text.mark != Mark::None);
  m_word->setText(text.word);
  m_word->setColor(text.onWord ? ColorRole::Text : inkOf(m_tone));
  m_sentence->setSentence(text.sentence);
  m_why->setSentence(text.why);
  m_wouldChange->setSentence(text.wouldChange);
  m_side->setVisible(!text.why.isEmpty());
  m_waits = text.wouldBe != Mark::None;
  showWhy();
  m_possible->setVisible(!m_compact && text.mark != Mark::None);
  showPossible(text);
  setAccessibleName(tr("Verdict: %1").arg(text.word));
  setAccessibleDescription(SentenceLabel::toPlain(text.sentence));
  update();
}

void VerdictBlock::showWhy() {
  for (QWidget* part : std::initializer_list<QWidget*>{m_whyHeading, m_why}) {
    part->setVisible(!(m_compact && m_waits));
  }
}

void VerdictBlock::setCompact(bool compact) {
  m_compact = compact;
  showWhy();
  m_possible->setVisible(!compact && m_mark != Mark::None);
  m_side->setFixedWidth(px(compact ? 216 : 304));
}

void VerdictBlock::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Roles& table = roles();
  paintCardFrame(&painter, rect(), table);
  if (m_side->isVisible()) {
    painter.setPen(QPen(table[ColorRole::Line], table.edgeWidth()));
    const int x = isRightToLeft() ? m_side->geometry().right() : m_side->geometry().left();
    painter.drawLine(x, 1, x, height() - 2);
  }
  QPainterPath outline;
  outline.addRoundedRect(rect(), pxF(6), pxF(6));
  painter.setRenderHint(QPainter::Antialiasing);
  const int bar = px(6);
  painter.setClipRect(isRightToLeft() ? QRect(width() - bar, 0, bar, height())
                                      : QRect(0, 0, bar, height()));
  painter.fillPath(outline, table.ink(m_tone));
}

}  // namespace plumbline
