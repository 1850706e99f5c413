// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/enter_claim_card.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QPushButton>

#include "ui/theme/buttons.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"

namespace plumbline {

EnterClaimCard::EnterClaimCard(QWidget* parent)
    : Card(tr("Enter the claim you want to test"), parent) {
  setObjectName(QStringLiteral("enterClaimCard"));
  body()->setSpacing(px(8));
  auto* about = new SentenceLabel(TextRole::Body, this);
  about->setColor(ColorRole::Muted);
  about->setSentence(
      tr("With its source; shown as “entered by you”, never as signed. It decides nothing."));
  body()->addWidget(about);
  auto* row = new QHBoxLayout;
  row->setSpacing(px(8));
  m_ask = makeButton(tr("Enter a claim…"), Icon::Note, this);
  m_ask->setObjectName(QStringLiteral("askForClaim"));
  m_clear = makeButton(tr("Take it away"), Icon::Close, this);
  m_clear->setObjectName(QStringLiteral("clearClaims"));
  m_clear->setAccessibleName(tr("Take away what you entered"));
  connect(m_ask, &QPushButton::clicked, this, &EnterClaimCard::enterRequested);
  connect(m_clear, &QPushButton::clicked, this, &EnterClaimCard::clearRequested);
  for (QPushButton* button : {m_ask, m_clear}) row->addWidget(button);
  row->addStretch(1);
  body()->addLayout(row);
}

void EnterClaimCard::setAudit(const AuditResult& audit, bool canKeep) {
  const auto entered = std::count_if(audit.claims.begin(), audit.claims.end(),
                                     [](const ClaimVerdict& claim) { return claim.isEntered(); });
  setVisible(entered == static_cast<std::ptrdiff_t>(audit.claims.size()));
  m_clear->setVisible(entered > 0);
  for (QPushButton* button : {m_ask, m_clear}) {
    button->setEnabled(canKeep);
    button->setToolTip(canKeep ? QString() : tr("There is no workspace to keep this in"));
  }
}

}  // namespace plumbline
