// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "model/audit/audit_result.h"

namespace plumbline {

class SentenceLabel;

/// What the verdict on a claim was read under: its time, the plan, the code lists, whose word counted;
/// and the way to where that is chosen.
class ReadUnderLine : public QWidget {
  Q_OBJECT
 public:
  explicit ReadUnderLine(QWidget* parent);
  void setClaim(const AuditResult& audit, const ClaimVerdict& claim);

 Q_SIGNALS:
  void keysRequested();
  void tablesRequested();
  void namesRequested();

 private:
  SentenceLabel* m_words;
};

}  // namespace plumbline
