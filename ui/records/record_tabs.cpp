// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/record_tabs.h"

#include "ui/records/record_format.h"

namespace plumbline {

namespace {

/// What people look for first stands first; the reference tables last.
constexpr Table order[] = {Table::Shipments, Table::Hauls,  Table::Receipts,   Table::Intakes,
                           Table::Flows,     Table::Stocks, Table::Jobs,       Table::Claims,
                           Table::Totals,    Table::Fixes,  Table::Materials,  Table::Sites,
                           Table::Instruments};

}  // namespace

RecordTabs::RecordTabs(QWidget* parent) : CountTabs(tr("Tables"), parent) {
  setObjectName(QStringLiteral("recordTabs"));
  connect(this, &QTabBar::currentChanged, this, &RecordTabs::tableChanged);
}

void RecordTabs::setCounts(const std::array<std::int64_t, tableCount>& counts) {
  const QSignalBlocker blocker(this);
  while (count() > 0) removeTab(count() - 1);
  for (const Table table : order) {
    const std::int64_t rows = counts[static_cast<std::size_t>(table)];
    if (rows == 0) continue;
    setTabData(addCounted(nameOf(table), rows), static_cast<int>(table));
  }
  updateGeometry();
}

Table RecordTabs::table() const {
  return count() > 0 ? static_cast<Table>(tabData(currentIndex()).toInt()) : Table::Shipments;
}

bool RecordTabs::setTable(Table table) {
  for (int i = 0; i < count(); ++i) {
    if (tabData(i).toInt() != static_cast<int>(table)) continue;
    setCurrentIndex(i);
    return true;
  }
  return false;
}

}  // namespace plumbline
