// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/compare_key_card.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "ui/dialogs/key_digits.h"
#include "ui/dialogs/qr_picture.h"
#include "ui/theme/buttons.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/theme/layout_tools.h"
#include "ui/theme/tag.h"
#include "ui/words/belief_words.h"
#include "ui/words/format.h"
#include "ui/words/standing_words.h"

namespace plumbline {

namespace {

constexpr int pictureSide = 144;

}  // namespace

CompareKeyCard::CompareKeyCard(QWidget* parent) : Card(parent), m_state(new Tag(this)) {
  setObjectName(QStringLiteral("compareKeyCard"));
  setHeading(tr("Compare a key"));
  addHeadingWidget(m_state);
  setLink(tr("More…"), tr("Every way to compare this key"));
  connect(this, &Card::linkActivated, this,
          [this] { Q_EMIT moreRequested(QString::fromStdString(m_key.vkey)); });
  body()->setSpacing(px(8));
  m_digits = new QVBoxLayout;
  body()->addLayout(m_digits);
  m_qr = new QrPicture(pictureSide, this);
  m_qr->setObjectName(QStringLiteral("compareQr"));
  m_qr->setAccessibleName(tr("The same digits as a QR picture"));
  m_qr->hide();
  body()->addWidget(m_qr, 0, Qt::AlignHCenter);
  m_advice = new SentenceLabel(TextRole::Small, this);
  m_advice->setObjectName(QStringLiteral("compareAdvice"));
  m_advice->setColor(ColorRole::Muted);
  body()->addWidget(m_advice);
  body()->addWidget(makeAnswers());
}

QWidget* CompareKeyCard::makeAnswers() {
  auto* answers = new QWidget(this);
  answers->setObjectName(QStringLiteral("compareAnswers"));
  auto* column = new QVBoxLayout(answers);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(8));
  auto* row = new QHBoxLayout;
  row->setSpacing(px(8));
  column->addLayout(row);
  m_agree = makePrimaryButton(tr("They agree"), Icon::Check, answers);
  m_agree->setObjectName(QStringLiteral("keysAgree"));
  connect(m_agree, &QPushButton::clicked, this, [this] { Q_EMIT agreed(m_line); });
  m_differ = makeButton(tr("They differ"), Icon::Close, answers);
  m_differ->setObjectName(QStringLiteral("keysDiffer"));
  connect(m_differ, &QPushButton::clicked, this, [this] { Q_EMIT differed(m_line, true); });
  m_undo = makeButton(tr("Undo: not compared"), Icon::Back, answers);
  m_undo->setObjectName(QStringLiteral("keysDifferUndo"));
  connect(m_undo, &QPushButton::clicked, this, [this] { Q_EMIT differed(m_line, false); });
  m_picture = new LinkButton(tr("Show QR code"), answers);
  m_picture->setObjectName(QStringLiteral("compareShowQr"));
  connect(m_picture, &LinkButton::clicked, this, [this] { showPicture(!m_qr->isVisibleTo(this)); });
  for (QPushButton* button : {m_agree, m_differ, m_undo}) row->addWidget(button);
  row->addStretch(1);
  column->addWidget(m_picture, 0, Qt::AlignLeft);
  return answers;
}

void CompareKeyCard::showPicture(bool shown) {
  m_qr->setVisible(shown);
  m_picture->setText(shown ? tr("Hide QR code") : tr("Show QR code"));
  m_picture->setAccessibleName(m_picture->text());
  m_picture->updateGeometry();
}

void CompareKeyCard::showKey(const OpenKey& key, int place, int count, bool canKeep) {
  m_key = key;
  const auto verifier = NoteVerifier::fromVkey(key.vkey);
  const QString digits =
      verifier ? QString::fromStdString(verifier->key().fingerprint()) : QString();
  m_line = verifier ? QString::fromStdString(partiesLine(key.role, key.party, *verifier)) : QString();
  const QString name = words::nameOf(key);
  setHeading(name);
  m_state->setTag(key.differs ? Mark::Differs : Mark::CannotTell,
                  key.differs ? tr("Digits differ") : tr("Key %1 of %2").arg(place).arg(count));
  clearLayout(m_digits);
  m_digits->addWidget(new KeyDigits(digits, this));
  m_qr->setWords(digits);
  m_advice->setSentence(
      key.differs
          ? tr("You compared it, and %1 reads out other digits. It is kept out: what it signed counts "
               "for nothing. Tell them; the list may also just be old.")
                .arg(isolated(name))
          : tr("Ask %1 (%2) for these 60 digits over a channel you trust: a letter, their web page, a "
               "call that you make.")
                .arg(isolated(name), words::roleWord(key.role)));
  for (QPushButton* button : {m_agree, m_differ}) button->setVisible(!key.differs);
  m_undo->setVisible(key.differs);
  const std::pair<QPushButton*, QString> answers[] = {
      {m_agree, tr("They agree: vouch for the key of %1")},
      {m_differ, tr("They differ: keep the key of %1 out")},
      {m_undo, tr("Undo: the key of %1 is not compared")}};
  for (const auto& [button, spoken] : answers) {
    button->setAccessibleName(spoken.arg(name));
    button->setEnabled(canKeep && verifier.ok());
    button->setToolTip(canKeep ? QString() : tr("There is no workspace to keep this in"));
  }
}

void CompareKeyCard::takeFocus() {
  QPushButton* first = m_key.differs ? m_undo : m_agree;
  first->setFocus(Qt::ShortcutFocusReason);
}

}  // namespace plumbline
