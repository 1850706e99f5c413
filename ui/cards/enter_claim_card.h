// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/audit/audit_result.h"

#include "ui/theme/card.h"

class QPushButton;

namespace plumbline {

/// Where nobody published a claim: the way to ask about one that was read elsewhere.
class EnterClaimCard : public Card {
  Q_OBJECT
 public:
  explicit EnterClaimCard(QWidget* parent);
  void setAudit(const AuditResult& audit, bool canKeep);

 Q_SIGNALS:
  void enterRequested();
  void clearRequested();

 private:
  QPushButton* m_ask = nullptr;
  QPushButton* m_clear = nullptr;
};

}  // namespace plumbline
