// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trust_panel.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "ui/dialogs/old_keys_dialog.h"
#include "ui/theme/buttons.h"
#include "ui/theme/evidence_rows.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/words/old_list_words.h"
#include "ui/words/trust_words.h"

namespace plumbline {

TrustPanel::TrustPanel(QWidget* parent) : Card(tr("Whom you trust"), parent) {
  setObjectName(QStringLiteral("trustPanel"));
  setNote(tr("Kept on this computer, never shared"));
  setFlush(true);
  m_parties = addFile(TrustFile::Parties, tr("Keys of parties"), tr("Import your list…"));
  body()->addWidget(new Separator(this));
  m_policy = addFile(TrustFile::Policy, tr("Logs and witnesses"), tr("Import your policy…"));
  body()->addWidget(new Separator(this));
  m_authorities =
      addFile(TrustFile::Authorities, tr("Time stamp authorities"), tr("Import certificates…"));
  m_oldLine = new QWidget(this);
  m_oldLine->setObjectName(QStringLiteral("trustOldList"));
  auto* column = new QVBoxLayout(m_oldLine);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(new Separator(m_oldLine));
  const Line line = addLine(tr("Keys of an earlier version"), tr("Compare and take over…"), Icon::Key);
  column->addWidget(line.widget);
  m_old = line.words;
  m_compareOld = line.button;
  m_compareOld->setObjectName(QStringLiteral("compareOldList"));
  connect(m_compareOld, &QPushButton::clicked, this, &TrustPanel::compareOldList);
  body()->addWidget(m_oldLine);
  m_oldLine->hide();
}

SentenceLabel* TrustPanel::addFile(TrustFile file, const QString& name, const QString& text) {
  const Line line = addLine(name, text, Icon::Import);
  line.widget->setObjectName(QStringLiteral("trustFile%1").arg(static_cast<int>(file)));
  line.button->setObjectName(QStringLiteral("trustImport%1").arg(static_cast<int>(file)));
  connect(line.button, &QPushButton::clicked, this, [this, file] { Q_EMIT trustRequested(file); });
  body()->addWidget(line.widget);
  return line.words;
}

TrustPanel::Line TrustPanel::addLine(const QString& name, const QString& text, Icon which) {
  auto* line = new QWidget(this);
  auto* row = new QHBoxLayout(line);
  row->setContentsMargins(px(16), px(8), px(16), px(8));
  row->setSpacing(px(16));
  auto* column = new QVBoxLayout;
  column->setSpacing(px(2));
  column->addWidget(new TextLabel(TextRole::BodyBold, name, line));
  auto* words = new SentenceLabel(TextRole::Body, line);
  words->setObjectName(QStringLiteral("trustWords"));
  column->addWidget(words);
  row->addLayout(column, 1);
  QPushButton* button = makeButton(text, which, line);
  row->addWidget(button, 0, Qt::AlignVCenter);
  return {line, words, button};
}

void TrustPanel::showOldList(const OldList& list, bool canKeep) {
  m_oldList = list;
  m_old->setSentence(words::oldListSentence(list));
  m_oldLine->setVisible(!list.keys.empty());
  m_compareOld->setEnabled(canKeep);
}

void TrustPanel::compareOldList() {
  auto* dialog = new OldKeysDialog(m_oldList, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &OldKeysDialog::taken, this, &TrustPanel::oldListTaken);
  dialog->open();
}

void TrustPanel::showTrust(const TrustView& trust, bool canKeep) {
  m_parties->setSentence(words::partiesInForce(trust));
  const QString quorum = words::quorumWords(trust);
  m_policy->setSentence(quorum.isEmpty() ? words::policyInForce(trust)
                                         : words::policyInForce(trust) + QLatin1Char(' ') + quorum);
  m_authorities->setSentence(words::authoritiesInForce(trust));
  const auto buttons = findChildren<QPushButton*>();
  for (QPushButton* button : buttons) {
    button->setEnabled(canKeep);
    button->setToolTip(canKeep ? QString() : tr("There is no workspace to keep this in"));
  }
}

}  // namespace plumbline
