// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/record_tabs.h"

#include <QPainter>

#include "ui/charts/cell_text.h"
#include "ui/records/record_format.h"
#include "ui/theme/plain_tip.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/words/format.h"

namespace plumbline {

namespace {

/// What people look for first stands first; the reference tables last.
constexpr Table order[] = {Table::Shipments, Table::Hauls,  Table::Receipts,   Table::Intakes,
                           Table::Flows,     Table::Stocks, Table::Jobs,       Table::Claims,
                           Table::Totals,    Table::Materials, Table::Sites,  Table::Instruments};

}  // namespace

RecordTabs::RecordTabs(QWidget* parent) : QTabBar(parent) {
  setObjectName(QStringLiteral("recordTabs"));
  setAccessibleName(tr("Tables"));
  setExpanding(false);
  setDrawBase(false);
  setUsesScrollButtons(true);
  // A tab bar that was empty when it was laid out would stay without height.
  setFixedHeight(px(38));
  connect(this, &QTabBar::currentChanged, this, &RecordTabs::tableChanged);
  connect(&Theme::instance(), &Theme::changed, this, [this] { update(); });
}

void RecordTabs::setCounts(const std::array<std::int64_t, tableCount>& counts) {
  const QSignalBlocker blocker(this);
  while (count() > 0) removeTab(count() - 1);
  for (const Table table : order) {
    const std::int64_t rows = counts[static_cast<std::size_t>(table)];
    if (rows == 0) continue;
    const int index = addTab(nameOf(table));
    setTabData(index, static_cast<int>(table));
    setTabToolTip(index, plainTip(formatCount(rows)));
    setAccessibleTabName(index, QStringLiteral("%1, %2").arg(nameOf(table), formatCount(rows)));
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

QSize RecordTabs::tabSizeHint(int index) const {
  const QFontMetrics bold(plumbline::font(TextRole::BodyBold));
  return {bold.horizontalAdvance(tabText(index) + tabToolTip(index)) + px(32), px(36)};
}

void RecordTabs::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Roles& table = roles();
  painter.setPen(table[ColorRole::Line]);
  painter.drawLine(0, height() - 1, width(), height() - 1);
  for (int i = 0; i < count(); ++i) {
    const QRect rect = tabRect(i);
    const bool current = i == currentIndex();
    QRect box = rect.adjusted(px(12), 0, -px(8), -px(4));
    painter.setFont(plumbline::font(current ? TextRole::BodyBold : TextRole::Body));
    painter.setPen(table[current ? ColorRole::Text : ColorRole::Muted]);
    const bool rtl = isRightToLeft();
    paintCellText(&painter, box, Qt::AlignLeft, layoutDirection(), tabText(i));
    const int used = painter.fontMetrics().horizontalAdvance(tabText(i)) + px(6);
    rtl ? box.setRight(box.right() - used) : box.setLeft(box.left() + used);
    painter.setFont(plumbline::font(TextRole::Small));
    paintCellText(&painter, box, Qt::AlignLeft, layoutDirection(), tabToolTip(i));
    if (!current) continue;
    painter.fillRect(QRect(rect.left(), height() - px(3), rect.width(), px(3)),
                     table[ColorRole::Accent]);
    if (hasFocus()) {
      painter.setPen(QPen(table[ColorRole::FocusRing], 2));
      painter.drawRoundedRect(rect.adjusted(2, 2, -2, -4), 4, 4);
    }
  }
}

}  // namespace plumbline
