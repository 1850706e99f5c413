// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/audit/audit_result.h"

#include "ui/theme/card.h"

class QTableWidget;

namespace plumbline {

/// The keys that a verdict waits for, the heaviest first, those whose digits differ last: who each says
/// it is and what hangs on it. Up and down choose, Enter compares. Hidden where there is none.
class OpenKeysCard : public Card {
  Q_OBJECT
 public:
  explicit OpenKeysCard(QWidget* parent);
  void setAudit(const AuditResult& audit);
  void setCompact(bool compact);
  /// Null where there is none.
  [[nodiscard]] const OpenKey* chosenKey() const;
  [[nodiscard]] int chosenRow() const;
  [[nodiscard]] int count() const { return static_cast<int>(m_keys.size()); }
  void takeFocus();

 Q_SIGNALS:
  void chosen(int row);
  void compareRequested();  // the chosen one

 private:
  /// Most audits wait for no key, and a table costs the page that holds it some milliseconds.
  void build();
  void addRow(const OpenKey& key);
  void fitColumns();

  std::vector<OpenKey> m_keys;  // a row each
  QTableWidget* m_table = nullptr;
  bool m_compact = false;
};

}  // namespace plumbline
