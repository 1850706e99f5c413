// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/audit/audit_result.h"

#include "ui/theme/card.h"

class QTableWidget;

namespace plumbline {

/// The keys that a verdict waits for, the heaviest first: who each says it is, what hangs on it, and
/// the way to compare it. Up and down choose, Enter compares. Hidden where there is none.
class OpenKeysCard : public Card {
  Q_OBJECT
 public:
  explicit OpenKeysCard(QWidget* parent);
  void setAudit(const AuditResult& audit);
  void setCompact(bool compact);

 Q_SIGNALS:
  void compareRequested(const QString& vkey);

 private:
  /// Most audits wait for no key, and a table costs the page that holds it some milliseconds.
  void build();
  void addRow(const AuditResult& audit, const OpenKey& key);
  void fitColumns();
  void compareRow(int row);

  QTableWidget* m_table = nullptr;
  bool m_compact = false;
};

}  // namespace plumbline
