// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/count_tabs.h"

#include <QPainter>

#include "ui/charts/cell_text.h"
#include "ui/theme/plain_tip.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/words/format.h"

namespace plumbline {

CountTabs::CountTabs(const QString& accessibleName, QWidget* parent) : QTabBar(parent) {
  setAccessibleName(accessibleName);
  setExpanding(false);
  setDrawBase(false);
  setUsesScrollButtons(true);
  // A tab bar that was empty when it was laid out would stay without height.
  setFixedHeight(px(38));
  connect(&Theme::instance(), &Theme::changed, this, [this] { update(); });
}

int CountTabs::addCounted(const QString& name, std::int64_t count) {
  const int index = addTab(name);
  if (count < 0) return index;
  setTabToolTip(index, plainTip(formatCount(count)));
  setAccessibleTabName(index, QStringLiteral("%1, %2").arg(name, formatCount(count)));
  return index;
}

QSize CountTabs::tabSizeHint(int index) const {
  const QFontMetrics bold(plumbline::font(TextRole::BodyBold));
  return {bold.horizontalAdvance(tabText(index) + tabToolTip(index)) + px(32), px(36)};
}

void CountTabs::paintEvent(QPaintEvent*) {
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
