// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableWidget>

#include "model/findings/finding.h"

namespace plumbline {

/// What either side wrote, line by line. Cells that differ are boxed, tinted and bold, and say so.
class ComparisonTable : public QTableWidget {
  Q_OBJECT
 public:
  enum Role { DiffersRole = Qt::UserRole + 1, MarkRole };
  explicit ComparisonTable(QWidget* parent = nullptr);
  void showFinding(const Finding& finding);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  /// A row whose words do not fit beside each other gets a second line.
  void fitRows();
};

}  // namespace plumbline
