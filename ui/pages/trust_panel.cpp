// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trust_panel.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "ui/theme/buttons.h"
#include "ui/theme/evidence_rows.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/words/trust_words.h"

namespace plumbline {

TrustPanel::TrustPanel(QWidget* parent) : Card(tr("Whom you trust"), parent) {
  setObjectName(QStringLiteral("trustPanel"));
  setNote(tr("Kept in this workspace, never shared"));
  setFlush(true);
  m_parties = addFile(TrustFile::Parties, tr("Keys of parties"), tr("Import your list…"));
  body()->addWidget(new Separator(this));
  m_policy = addFile(TrustFile::Policy, tr("Logs and witnesses"), tr("Import your policy…"));
  body()->addWidget(new Separator(this));
  m_authorities =
      addFile(TrustFile::Authorities, tr("Time stamp authorities"), tr("Import certificates…"));
}

SentenceLabel* TrustPanel::addFile(TrustFile file, const QString& name, const QString& text) {
  auto* line = new QWidget(this);
  line->setObjectName(QStringLiteral("trustFile%1").arg(static_cast<int>(file)));
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
  QPushButton* button = makeButton(text, Icon::Import, line);
  button->setObjectName(QStringLiteral("trustImport%1").arg(static_cast<int>(file)));
  connect(button, &QPushButton::clicked, this, [this, file] { Q_EMIT trustRequested(file); });
  row->addWidget(button, 0, Qt::AlignVCenter);
  body()->addWidget(line);
  return words;
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
