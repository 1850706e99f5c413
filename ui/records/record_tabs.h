// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QTabBar>

#include "model/records/tables.h"

namespace plumbline {

/// One tab a table that has rows, with its count; the present one underlined.
class RecordTabs : public QTabBar {
  Q_OBJECT
 public:
  explicit RecordTabs(QWidget* parent = nullptr);
  void setCounts(const std::array<std::int64_t, tableCount>& counts);
  [[nodiscard]] Table table() const;
  /// False where the table has no rows and so no tab.
  bool setTable(Table table);
  [[nodiscard]] QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }

 Q_SIGNALS:
  void tableChanged();

 protected:
  [[nodiscard]] QSize tabSizeHint(int index) const override;
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace plumbline
