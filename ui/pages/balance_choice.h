// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What of an audit's balance is looked at: a period and a kind of material. Chosen by the user,
// remembered between sessions, and kept as long as the open audit has it.

#include "model/audit/audit_result.h"

#include "ui/theme/choice_button.h"

namespace plumbline {

/// The part of the balance that is shown. Points into the audit.
struct BalanceView {
  const Balance* balance = nullptr;
  Timestamp start, end;                      // end exclusive, whole months
  const MaterialMonths* material = nullptr;  // null: all materials
  const BalanceOutcome* branch = nullptr;    // of that material, null: none in this period
  bool whole = true;                         // the whole time of the records
};

/// Two buttons in the title row: materials and period.
class BalanceChoice : public QWidget {
  Q_OBJECT
 public:
  explicit BalanceChoice(QWidget* parent = nullptr);

  /// Offers what the audit has, and goes back to what was chosen last where it has that.
  void showAudit(const AuditPtr& audit);
  /// Only with an audit that has a balance.
  [[nodiscard]] BalanceView view() const;

 Q_SIGNALS:
  void changed();

 private:
  void fillPeriods();
  void fillMaterials();

  AuditPtr m_audit;
  ChoiceButton* m_material;
  ChoiceButton* m_period;
};

}  // namespace plumbline
