// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "model/records/tables.h"

#include "ui/records/count_tabs.h"

namespace plumbline {

/// One tab a table that has rows, with its count; the present one underlined.
class RecordTabs : public CountTabs {
  Q_OBJECT
 public:
  explicit RecordTabs(QWidget* parent = nullptr);
  void setCounts(const std::array<std::int64_t, tableCount>& counts);
  [[nodiscard]] Table table() const;
  /// False where the table has no rows and so no tab.
  bool setTable(Table table);

 Q_SIGNALS:
  void tableChanged();
};

}  // namespace plumbline
