// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/audit/audit_result.h"

#include "ui/tables/problem_table.h"
#include "ui/theme/card.h"

namespace plumbline {

/// Rows that came and could not be used, on the Evidence page. Hidden where there is none.
class QuarantineCard : public Card {
  Q_OBJECT
 public:
  explicit QuarantineCard(QWidget* parent = nullptr);
  void setQuarantine(const Quarantine& quarantine);
  void setAskPath(ProblemTable::AskPath ask) { m_table->setAskPath(std::move(ask)); }

 private:
  ProblemTable* m_table;
};

}  // namespace plumbline
