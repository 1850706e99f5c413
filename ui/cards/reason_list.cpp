// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/reason_list.h"

#include <QHBoxLayout>

#include "ui/charts/severity_marks.h"
#include "ui/theme/buttons.h"
#include "ui/theme/labels.h"
#include "ui/theme/layout_tools.h"
#include "ui/theme/tag.h"
#include "ui/words/evidence_words.h"

namespace plumbline {

ReasonList::ReasonList(QWidget* parent) : Card(parent) {
  setObjectName(QStringLiteral("reasonList"));
  body()->setSpacing(px(12));
  auto* head = new QHBoxLayout;
  head->setSpacing(px(12));
  m_mark = new MarkWidget(24, this);
  m_title = new TextLabel(TextRole::CardHeading, this);
  m_title->setObjectName(QStringLiteral("beliefTitle"));
  m_word = new TextLabel(TextRole::BodyBold, this);
  m_word->setObjectName(QStringLiteral("beliefWord"));
  head->addWidget(m_mark);
  head->addWidget(m_title, 1);
  head->addWidget(m_word);
  body()->addLayout(head);
  m_conclusion = new SentenceLabel(TextRole::Panel, this);
  m_conclusion->setObjectName(QStringLiteral("beliefConclusion"));
  body()->addWidget(m_conclusion);
  body()->addWidget(new TextLabel(TextRole::BodyBold, tr("Because"), this));
  m_reasons = new QVBoxLayout;
  m_reasons->setSpacing(px(10));
  body()->addLayout(m_reasons);
  body()->addWidget(new TextLabel(TextRole::BodyBold, tr("What this does not show"), this));
  m_notShown = new SentenceLabel(TextRole::Body, this);
  m_notShown->setObjectName(QStringLiteral("beliefNotShown"));
  body()->addWidget(m_notShown);
  m_next = new LinkButton(QString(), this);
  m_next->setObjectName(QStringLiteral("beliefNext"));
  connect(m_next, &LinkButton::clicked, this, &ReasonList::nextStepActivated);
  body()->addWidget(m_next, 0, Qt::AlignLeading);
}

void ReasonList::showBelief(const words::Belief& belief) {
  m_mark->setMark(markOf(belief.state));
  m_title->setText(belief.title);
  m_word->setText(words::stateWord(belief.state));
  m_word->setColor(inkOf(toneOf(markOf(belief.state))));
  m_conclusion->setSentence(belief.conclusion);
  clearLayout(m_reasons);
  int number = 0;
  for (const words::Reason& reason : belief.reasons) addReason(++number, reason);
  m_notShown->setSentence(belief.notShown);
  m_next->setText(belief.nextStep);
  m_next->setAccessibleName(QStringLiteral("%1: %2").arg(belief.title, belief.nextStep));
  m_next->setVisible(!belief.nextStep.isEmpty());
  setAccessibleName(QStringLiteral("%1: %2").arg(belief.title, m_word->text()));
}

void ReasonList::addReason(int number, const words::Reason& reason) {
  auto* line = new QWidget(this);
  line->setObjectName(QStringLiteral("reason"));
  line->setAccessibleName(QStringLiteral("%1. %2: %3 %4")
                              .arg(QString::number(number), words::stateWord(reason.state),
                                   reason.checked, reason.against));
  auto* row = new QHBoxLayout(line);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(12));
  auto* mark = new MarkWidget(16, line);
  mark->setMark(markOf(reason.state));
  row->addWidget(mark, 0, Qt::AlignTop);
  auto* column = new QVBoxLayout;
  column->setSpacing(px(2));
  auto* checked = new SentenceLabel(TextRole::Body, line);
  checked->setObjectName(QStringLiteral("reasonChecked"));
  checked->setSentence(reason.checked);
  column->addWidget(checked);
  if (!reason.against.isEmpty()) {
    auto* against = new SentenceLabel(TextRole::Small, line);
    against->setObjectName(QStringLiteral("reasonAgainst"));
    against->setColor(ColorRole::Muted);
    against->setSentence(reason.against);
    column->addWidget(against);
  }
  row->addLayout(column, 1);
  m_reasons->addWidget(line);
}

}  // namespace plumbline
