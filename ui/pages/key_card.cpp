// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/key_card.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>

#include "ui/theme/buttons.h"
#include "ui/theme/labels.h"
#include "ui/theme/tag.h"
#include "ui/words/evidence_words.h"

namespace plumbline {

namespace {

/// Twelve groups in three lines of four, left to right in every language.
class KeyDigits : public QWidget {
 public:
  KeyDigits(const QString& fingerprint, QWidget* parent)
      : QWidget(parent), m_groups(fingerprint.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    setObjectName(QStringLiteral("keyDigits"));
    setAccessibleName(fingerprint);
    setFixedHeight(px(68));
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.setRenderHint(QPainter::Antialiasing);
    const Roles& table = roles();
    const bool edged = table.kind() == ThemeKind::HighContrast;
    painter.setPen(edged ? QPen(table[ColorRole::Line], 1) : QPen(Qt::NoPen));
    painter.setBrush(table[ColorRole::Sunken]);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), pxF(4), pxF(4));
    painter.setPen(table[ColorRole::Text]);
    painter.setFont(plumbline::font(TextRole::MonoKeys));
    const qreal column = (width() - pxF(8)) / 4.0;
    for (int i = 0; i < m_groups.size(); ++i) {
      const QRectF cell(pxF(4) + column * (i % 4), pxF(4) + pxF(20) * (i / 4), column, pxF(20));
      painter.drawText(cell, Qt::AlignCenter, m_groups[i]);
    }
  }

 private:
  QStringList m_groups;
};

QString roleName(Role role) {
  switch (role) {
    case Role::Plant:
      return KeyCard::tr("plant");
    case Role::Carrier:
      return KeyCard::tr("carrier");
    case Role::Receiver:
      return KeyCard::tr("receiver");
    case Role::Regulator:
      return KeyCard::tr("regulator");
    case Role::Citizen:
      return KeyCard::tr("citizen");
    case Role::Council:
      return KeyCard::tr("council");
    case Role::Unknown:
      break;
  }
  return KeyCard::tr("role not known");
}

}  // namespace

KeyCard::KeyCard(const PartyView& party, QWidget* parent)
    : Card(parent), m_fingerprint(QString::fromStdString(party.fingerprint)) {
  setObjectName(QStringLiteral("keyCard"));
  const QString name = QString::fromStdString(party.name.empty() ? party.id : party.name);
  setAccessibleName(tr("Key of %1").arg(name));
  auto* head = new QHBoxLayout;
  head->setSpacing(px(8));
  auto* mark = new MarkWidget(16, this);
  mark->setMark(party.trust == KeyTrust::Pinned ? Mark::Passed : Mark::CannotTell);
  auto* title = new TextLabel(TextRole::BodyBold, name, this);
  title->setObjectName(QStringLiteral("keyName"));
  title->setElided(true);
  auto* role = new TextLabel(TextRole::Small, roleName(party.role), this);
  role->setColor(ColorRole::Muted);
  head->addWidget(mark);
  head->addWidget(title, 1);
  head->addWidget(role);
  body()->addLayout(head);
  body()->addWidget(new KeyDigits(m_fingerprint, this));
  auto* foot = new QHBoxLayout;
  auto* trust = new TextLabel(TextRole::Small, words::trustWord(party.trust), this);
  trust->setObjectName(QStringLiteral("keyTrust"));
  trust->setElided(true);
  const bool pinned = party.trust == KeyTrust::Pinned;
  auto* action = new LinkButton(pinned ? tr("Copy digits") : tr("Add your list…"), this);
  action->setObjectName(QStringLiteral("keyAction"));
  action->setAccessibleName(QStringLiteral("%1: %2").arg(action->text(), name));
  action->setFont(plumbline::font(TextRole::Small));
  foot->addWidget(trust, 1);
  foot->addWidget(action);
  body()->addLayout(foot);
  if (pinned) {
    connect(action, &LinkButton::clicked, this, &KeyCard::copyDigits);
  } else {
    connect(action, &LinkButton::clicked, this, &KeyCard::trustRequested);
  }
}

void KeyCard::copyDigits() const {
  QGuiApplication::clipboard()->setText(m_fingerprint);
}

}  // namespace plumbline
