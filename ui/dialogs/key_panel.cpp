// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/key_panel.h"

#include <algorithm>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include "ui/dialogs/key_digits.h"
#include "ui/dialogs/qr_picture.h"
#include "ui/theme/buttons.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/theme/layout_tools.h"
#include "ui/theme/tag.h"
#include "ui/words/belief_words.h"

namespace plumbline {

namespace {

constexpr int kDigits = 60;

void copy(const QString& text) {
  QGuiApplication::clipboard()->setText(text);
}

qsizetype digitsIn(const QString& text) {
  return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

}  // namespace

KeyPanel::KeyPanel(QWidget* parent) : Card(tr("Compare the key"), parent) {
  setObjectName(QStringLiteral("keyPanel"));
  body()->setSpacing(px(12));
  m_how = new SentenceLabel(TextRole::Body, this);
  m_how->setObjectName(QStringLiteral("keyHow"));
  body()->addWidget(m_how);
  body()->addWidget(makePicture());
  m_note = new SentenceLabel(TextRole::Small, this);
  m_note->setObjectName(QStringLiteral("keyNote"));
  m_note->setColor(ColorRole::Muted);
  body()->addWidget(m_note);
  body()->addWidget(makeActions());
}

QWidget* KeyPanel::makePicture() {
  auto* both = new QWidget(this);
  both->setObjectName(QStringLiteral("keyBoth"));
  auto* row = new QHBoxLayout(both);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(16));
  auto* column = new QVBoxLayout;
  column->setSpacing(px(12));
  m_digits = new QVBoxLayout;
  column->addLayout(m_digits);
  column->addWidget(makeComparison());
  column->addStretch(1);
  row->addLayout(column, 1);
  m_qr = new QrPicture(168, both);
  m_qr->setAccessibleName(tr("The same digits as a QR picture"));
  m_qr->setToolTip(tr("The same 60 digits, to be read by the owner’s telephone"));
  row->addWidget(m_qr, 0, Qt::AlignTop);
  return both;
}

QWidget* KeyPanel::makeComparison() {
  auto* comparison = new QWidget(this);
  comparison->setObjectName(QStringLiteral("keyComparison"));
  auto* column = new QVBoxLayout(comparison);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(4));
  auto* label = new TextLabel(TextRole::Body, tr("Digits that you were given"), comparison);
  m_given = new QLineEdit(comparison);
  m_given->setObjectName(QStringLiteral("keyGiven"));
  m_given->setAccessibleName(label->text());
  m_given->setPlaceholderText(tr("Type or paste them, with or without spaces"));
  m_given->setMaxLength(400);
  label->setBuddy(m_given);
  column->addWidget(label);
  column->addWidget(m_given);
  auto* result = new QHBoxLayout;
  result->setSpacing(px(8));
  m_mark = new MarkWidget(16, comparison);
  m_match = new TextLabel(TextRole::Body, comparison);
  m_match->setObjectName(QStringLiteral("keyMatch"));
  result->addWidget(m_mark);
  result->addWidget(m_match, 1);
  column->addLayout(result);
  connect(m_given, &QLineEdit::textChanged, this, &KeyPanel::compare);
  return comparison;
}

QWidget* KeyPanel::makeActions() {
  auto* actions = new QWidget(this);
  actions->setObjectName(QStringLiteral("keyActions"));
  auto* row = new QHBoxLayout(actions);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(8));
  m_vouch = makePrimaryButton(tr("Vouch for this key"), Icon::Key, actions);
  m_vouch->setObjectName(QStringLiteral("keyVouch"));
  connect(m_vouch, &QPushButton::clicked, this,
          [this] { Q_EMIT vouchRequested(partiesLineOfKey(), m_party.trust != KeyTrust::Pinned); });
  m_copyDigits = makeButton(tr("Copy the digits"), Icon::Copy, actions);
  m_copyDigits->setObjectName(QStringLiteral("keyCopyDigits"));
  connect(m_copyDigits, &QPushButton::clicked, this,
          [this] { copy(QString::fromStdString(m_party.fingerprint)); });
  m_copyLine = makeFlatButton(tr("Copy its line for a parties file"), Icon::Copy, actions);
  m_copyLine->setObjectName(QStringLiteral("keyCopyLine"));
  connect(m_copyLine, &QPushButton::clicked, this, [this] { copy(partiesLineOfKey()); });
  row->addWidget(m_vouch);
  row->addWidget(m_copyDigits);
  row->addWidget(m_copyLine);
  row->addStretch(1);
  return actions;
}

QString KeyPanel::partiesLineOfKey() const {
  const auto key = NoteVerifier::fromVkey(m_party.vkey);
  return key ? QString::fromStdString(partiesLine(m_party.role, m_party.id, *key)) : QString();
}

void KeyPanel::showKey(const PartyView& party, bool others, bool canKeep) {
  const bool another = party.vkey != m_party.vkey;
  m_party = party;
  const QString name = isolated(words::nameOf(party));
  const QString fingerprint = QString::fromStdString(party.fingerprint);
  const bool known = !party.vkey.empty();
  const bool pinned = party.trust == KeyTrust::Pinned;
  for (QWidget* widget : std::initializer_list<QWidget*>{
           findChild<QWidget*>(QStringLiteral("keyBoth")), m_vouch, m_copyDigits, m_copyLine}) {
    widget->setVisible(known);
  }
  m_how->setSentence(
      known ? tr("Ask %1 to read these digits aloud, by telephone or in person, over a channel you "
                 "trust. The key is theirs if both of you see the same 60 digits.")
                  .arg(name)
            : tr("Ask %1 for the line of its key and take it in with “Import your list…”.")
                  .arg(name));
  clearLayout(m_digits);
  auto* digits = new KeyDigits(fingerprint, this);
  digits->setMaximumWidth(px(420));
  m_digits->addWidget(digits);
  m_qr->setWords(fingerprint);
  m_vouch->setText(pinned ? tr("Undo: no longer vouch for it") : tr("Vouch for this key"));
  m_vouch->setAccessibleName(m_vouch->text());
  m_vouch->setEnabled(canKeep);
  m_vouch->setToolTip(canKeep ? QString() : tr("There is no workspace to keep this in"));
  QString note = pinned ? tr("It stands in your own list for this audit, on this computer. The list is never "
                             "shared.")
                        : tr("This puts it into your own list for this audit, on this computer, and checks "
                             "everything again. You can undo it.");
  if (others && !pinned) {
    note += QLatin1Char(' ') +
            tr("Other keys that the evidence names for %1 then no longer count.").arg(name);
  }
  m_note->setSentence(known ? note : QString());
  if (another) m_given->clear();
  compare();
}

void KeyPanel::compare() {
  const QString given = m_given->text().trimmed();
  Mark mark = Mark::None;
  QString text;
  switch (compareDigits(m_party.fingerprint, given.toStdString())) {
    case DigitsMatch::Incomplete:
      if (given.isEmpty()) break;
      mark = Mark::CannotTell;
      text = tr("The same so far: %1 of %Ln digits", nullptr, kDigits).arg(digitsIn(given));
      break;
    case DigitsMatch::Same:
      mark = Mark::Passed;
      text = tr("All %Ln digits are the same", nullptr, kDigits);
      break;
    case DigitsMatch::Different:
      mark = Mark::Failed;
      text = tr("Another key: the digits differ");
      break;
    case DigitsMatch::NoDigits:
      mark = Mark::CannotTell;
      text = tr("Only digits can be compared");
      break;
  }
  m_mark->setMark(mark);
  m_match->setText(text);
  m_given->setAccessibleDescription(text);
}

}  // namespace plumbline
