// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/audit/audit_result.h"

#include "ui/theme/card.h"

namespace plumbline {

/// What the audit rests on: how much is signed by keys that the user vouched for, how much is only
/// stated, and what is known to be missing. Of the whole audit.
class RestsOnCard : public Card {
  Q_OBJECT
 public:
  explicit RestsOnCard(QWidget* parent);
  /// `withChecks`: also logs and time stamps, where no list of checks is beside it.
  void setAudit(const AuditResult& audit, bool withChecks);

 Q_SIGNALS:
  void missingRequested();
};

}  // namespace plumbline
