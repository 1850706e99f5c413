// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/audit/audit_result.h"

#include "ui/theme/card.h"

class QTableWidget;

namespace plumbline {

class SentenceLabel;

/// The files without a signature that the answer goes as far as: what each states, of whom, and who
/// vouches for it. Enter leads to them. Hidden where there is none.
class StatedCard : public Card {
  Q_OBJECT
 public:
  explicit StatedCard(QWidget* parent);
  void setAudit(const AuditResult& audit);

 Q_SIGNALS:
  void filesRequested();

 private:
  /// Most audits have no such file.
  void build();

  SentenceLabel* m_sentence = nullptr;
  QTableWidget* m_table = nullptr;
};

}  // namespace plumbline
