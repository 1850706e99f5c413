// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/verdict/claim_verdict.h"

#include "ui/theme/card.h"

class QTableWidget;

namespace plumbline {

/// The claims of an audit, each with its own verdict. Up and down choose, Enter goes on.
class ClaimList : public Card {
  Q_OBJECT
 public:
  explicit ClaimList(QWidget* parent);
  /// Hidden where there is nothing to choose from.
  void setClaims(const std::vector<ClaimVerdict>& claims, int chosen);
  void setCompact(bool compact);

 Q_SIGNALS:
  void chosen(int claim);
  void entered();  // the reader wants the verdict of the chosen one

 private:
  void fitColumn(int column);

  QTableWidget* m_table;
};

}  // namespace plumbline
