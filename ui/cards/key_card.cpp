// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/key_card.h"

#include <QHBoxLayout>

#include "ui/dialogs/key_digits.h"
#include "ui/theme/buttons.h"
#include "ui/theme/labels.h"
#include "ui/theme/tag.h"
#include "ui/words/belief_words.h"

namespace plumbline {

KeyCard::KeyCard(const PartyView& party, QWidget* parent) : Card(parent) {
  setObjectName(QStringLiteral("keyCard"));
  const QString name = words::nameOf(party);
  setAccessibleName(tr("Key of %1").arg(name));
  auto* head = new QHBoxLayout;
  head->setSpacing(px(8));
  auto* mark = new MarkWidget(16, this);
  mark->setMark(party.trust == KeyTrust::Pinned ? Mark::Passed : Mark::CannotTell);
  auto* title = new TextLabel(TextRole::BodyBold, name, this);
  title->setObjectName(QStringLiteral("keyName"));
  title->setElided(true);
  auto* role = new TextLabel(TextRole::Small, words::roleWord(party.role), this);
  role->setColor(ColorRole::Muted);
  head->addWidget(mark);
  head->addWidget(title, 1);
  head->addWidget(role);
  body()->addLayout(head);
  body()->addWidget(new KeyDigits(QString::fromStdString(party.fingerprint), this));
  auto* foot = new QHBoxLayout;
  auto* trust = new TextLabel(TextRole::Small, words::trustWord(party.trust), this);
  trust->setObjectName(QStringLiteral("keyTrust"));
  trust->setElided(true);
  const bool pinned = party.trust == KeyTrust::Pinned;
  auto* action = new LinkButton(pinned ? tr("Why?") : tr("Compare…"), this);
  action->setObjectName(QStringLiteral("keyAction"));
  action->setAccessibleName(QStringLiteral("%1: %2").arg(action->text(), name));
  action->setFont(plumbline::font(TextRole::Small));
  foot->addWidget(trust, 1);
  foot->addWidget(action);
  body()->addLayout(foot);
  connect(action, &LinkButton::clicked, this, &KeyCard::reasonsRequested);
}

}  // namespace plumbline
