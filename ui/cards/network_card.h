// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/audit/audit_result.h"

#include "ui/theme/card.h"

class QVBoxLayout;

namespace plumbline {

class PlainTable;
class SegmentedControl;
class SentenceLabel;

/// How well all figures fit together: where mass is missing, what explains it, what would decide,
/// and each place and figure in a table.
class NetworkCard : public Card {
  Q_OBJECT
 public:
  explicit NetworkCard(QWidget* parent = nullptr);
  void showAudit(const AuditPtr& audit);

 private:
  void showPlaces(const QStringList& sentences);
  void showTables();
  void fillNodes();
  void fillFigures();

  AuditPtr m_audit;
  SegmentedControl* m_mode;
  SentenceLabel* m_sentence;
  QVBoxLayout* m_places;
  SentenceLabel* m_others;
  SentenceLabel* m_blind;
  PlainTable* m_nodes;
  PlainTable* m_figures;
};

}  // namespace plumbline
