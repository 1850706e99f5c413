// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/author_card.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "ui/dialogs/author_dialogs.h"
#include "ui/theme/buttons.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/theme/tag.h"
#include "ui/words/format.h"
#include "ui/words/standing_words.h"

namespace plumbline {

AuthorCard::AuthorCard(QWidget* parent)
    : Card(tr("Who signed this audit"), parent),
      m_state(new Tag(this)),
      m_said(new SentenceLabel(TextRole::Body, this)),
      m_note(new SentenceLabel(TextRole::Small, this)) {
  setObjectName(QStringLiteral("authorCard"));
  addHeadingWidget(m_state);
  m_said->setObjectName(QStringLiteral("authorSaid"));
  m_note->setObjectName(QStringLiteral("authorNote"));
  m_note->setColor(ColorRole::Muted);
  body()->setSpacing(px(8));
  body()->addWidget(m_said);
  body()->addWidget(m_note);
  m_compare = makeButton(tr("Compare their key…"), Icon::Key, this);
  m_compare->setObjectName(QStringLiteral("authorCompare"));
  connect(m_compare, &QPushButton::clicked, this, &AuthorCard::compare);
  m_read = makeButton(tr("Read it on their word…"), Icon::Check, this);
  m_read->setObjectName(QStringLiteral("authorRead"));
  connect(m_read, &QPushButton::clicked, this, &AuthorCard::askForWord);
  m_undo = makeButton(tr("Undo: on nobody’s word"), Icon::Back, this);
  m_undo->setObjectName(QStringLiteral("authorUndo"));
  connect(m_undo, &QPushButton::clicked, this, [this] { Q_EMIT wordRequested(QString()); });
  m_take = makeButton(tr("Take over their names…"), Icon::Rows, this);
  m_take->setObjectName(QStringLiteral("authorTake"));
  connect(m_take, &QPushButton::clicked, this, &AuthorCard::choose);
  m_buttons = new QVBoxLayout;
  m_buttons->setSpacing(px(8));
  for (QPushButton* button : {m_compare, m_read, m_take, m_undo}) {
    m_buttons->addWidget(button, 0, Qt::AlignLeft);
  }
  m_buttons->addStretch(1);
  body()->addLayout(m_buttons);
  body()->addStretch(1);
}

void AuthorCard::setWide(bool wide) {
  m_buttons->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void AuthorCard::setAudit(const AuditResult& audit, bool canKeep) {
  const AuthorsWord* word = audit.word();
  if (word == nullptr) word = words::offeredWord(audit).author;
  setVisible(word != nullptr);
  m_author = word == nullptr ? std::nullopt : std::optional(*word);
  m_parties = audit.evidence.parties;
  if (m_author) fill(audit, canKeep);
}

void AuthorCard::fill(const AuditResult& audit, bool canKeep) {
  const bool read = m_author->counts();
  m_said->setSentence(words::wordSentence(audit));
  // What only the author says is never green.
  m_state->setTag(read              ? Mark::None
                  : m_author->known ? Mark::Passed
                                    : Mark::CannotTell,
                  read              ? tr("On their word")
                  : m_author->known ? tr("Key compared")
                                    : tr("Key not compared"));
  m_note->setSentence(
      read ? tr("Every confirmation by these keys reads “on the word of” until you compare them.")
      : m_author->known
          ? tr("Read so, every confirmation says “on the word of”. You can go back at any time.")
          : tr("Know them first: anybody can sign an audit and name keys of their own."));
  m_compare->setVisible(!m_author->known);
  m_read->setVisible(m_author->known && !read);
  m_undo->setVisible(read);
  m_take->setVisible(m_author->known);
  for (QPushButton* button : {m_compare, m_read, m_take, m_undo}) {
    button->setEnabled(canKeep);
    button->setAccessibleName(tr("%1: %2").arg(button->text(), words::authorName(*m_author)));
    button->setToolTip(canKeep ? QString() : tr("There is no workspace to keep this in"));
  }
}

void AuthorCard::askForWord() {
  auto* dialog = new TakeWordDialog(*m_author, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this, [this, vkey = QString::fromStdString(m_author->vkey)] {
    Q_EMIT wordRequested(vkey);
  });
  dialog->open();
}

void AuthorCard::compare() {
  auto* dialog = new CompareAuthorDialog(*m_author, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &CompareAuthorDialog::vouchRequested, this, &AuthorCard::vouchRequested);
  dialog->open();
}

void AuthorCard::choose() {
  auto* dialog = new TakeNamesDialog(*m_author, m_parties, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &TakeNamesDialog::taken, this, &AuthorCard::namesTaken);
  dialog->open();
}

}  // namespace plumbline
