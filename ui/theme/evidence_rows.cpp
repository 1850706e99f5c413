// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/evidence_rows.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/theme/buttons.h"
#include "ui/theme/labels.h"
#include "ui/theme/plain_tip.h"
#include "ui/theme/tag.h"
#include "ui/theme/typography.h"

namespace plumbline {

namespace {

TextLabel* addLabel(QBoxLayout* layout, TextRole role, const QString& name, QWidget* parent,
                    int stretch = 0) {
  auto* label = new TextLabel(role, parent);
  label->setObjectName(name);
  layout->addWidget(label, stretch);
  return label;
}

void setWord(TextLabel* label, const EvidenceText& text) {
  label->setText(text.word);
  label->setColor(inkOf(toneOf(text.mark)));
}

}  // namespace

EvidenceCardRow::EvidenceCardRow(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("evidenceRow"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, px(3), 0, px(3));
  row->setSpacing(px(8));
  m_mark = new MarkWidget(16, this);
  row->addWidget(m_mark);
  m_name = addLabel(row, TextRole::BodyBold, QStringLiteral("evidenceName"), this);
  m_fact = addLabel(row, TextRole::Small, QStringLiteral("evidenceFact"), this, 1);
  m_fact->setColor(ColorRole::Muted);
  m_fact->setElided(true);
  m_word = addLabel(row, TextRole::BodyBold, QStringLiteral("evidenceWord"), this);
}

void EvidenceCardRow::setEvidence(const EvidenceText& text) {
  m_mark->setMark(text.mark);
  m_name->setText(text.name);
  m_fact->setText(text.fact);
  setWord(m_word, text);
  const QString found = SentenceLabel::toPlain(text.found);
  setToolTip(plainTip(found));
  setAccessibleName(QStringLiteral("%1: %2. %3").arg(text.name, text.word, found));
}

EvidencePageRow::EvidencePageRow(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("evidencePageRow"));
  setMinimumHeight(px(36));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(px(16), px(7), px(16), px(7));
  row->setSpacing(px(16));
  m_mark = new MarkWidget(16, this);
  row->addWidget(m_mark);
  m_name = addLabel(row, TextRole::BodyBold, QStringLiteral("evidenceName"), this);
  m_word = addLabel(row, TextRole::BodyBold, QStringLiteral("evidenceWord"), this);
  // Columns are as wide as English needs; longer words take a second line.
  for (TextLabel* label : {m_name, m_word}) label->setWordWrap(true);
  m_found = new SentenceLabel(TextRole::Body, this);
  m_found->setObjectName(QStringLiteral("evidenceFound"));
  row->addWidget(m_found, 1);
  m_link = new LinkButton(QString(), this);
  m_link->setObjectName(QStringLiteral("evidenceNextStep"));
  row->addWidget(m_link);
  connect(m_link, &LinkButton::clicked, this, &EvidencePageRow::nextStepActivated);
  m_why = new LinkButton(tr("Why?"), this);
  m_why->setObjectName(QStringLiteral("evidenceWhy"));
  row->addWidget(m_why);
  connect(m_why, &LinkButton::clicked, this, &EvidencePageRow::reasonsRequested);
  setCompact(false);
}

void EvidencePageRow::setEvidence(const EvidenceText& text) {
  m_mark->setMark(text.mark);
  m_name->setText(text.name);
  setWord(m_word, text);
  QString asOf = text.asOf;
  if (!asOf.isEmpty()) asOf = QStringLiteral(" ~~%1.~~").arg(asOf[0].toUpper() + asOf.mid(1));
  m_found->setSentence(text.found + asOf);
  m_link->setText(text.nextStep);
  m_link->setAccessibleName(QStringLiteral("%1: %2").arg(text.name, text.nextStep));
  m_link->setVisible(!text.nextStep.isEmpty());
  m_why->setAccessibleName(QStringLiteral("%1: %2").arg(text.name, m_why->text()));
  setAccessibleName(QStringLiteral("%1: %2").arg(text.name, text.word));
}

void EvidencePageRow::setCompact(bool compact) {
  m_name->setFixedWidth(px(compact ? 128 : 152));
  m_word->setFixedWidth(px(compact ? 80 : 96));
}

Separator::Separator(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("separator"));
  setFixedHeight(1);
}

void Separator::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Roles& table = roles();
  painter.fillRect(
      rect(), table[table.kind() == ThemeKind::HighContrast ? ColorRole::Grid : ColorRole::Line]);
}

}  // namespace plumbline
