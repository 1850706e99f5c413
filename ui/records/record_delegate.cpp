// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/record_delegate.h"

#include <QPainter>
#include <QStyle>

#include "ui/charts/cell_text.h"
#include "ui/charts/severity_marks.h"
#include "ui/records/record_model.h"
#include "ui/theme/marks.h"
#include "ui/theme/typography.h"

namespace plumbline {

namespace {

void paintPlaceholder(QPainter* painter, const QRect& rect, const QModelIndex& index) {
  // Widths differ from cell to cell, always the same for the same cell.
  const int share = 45 + (index.row() * 37 + index.column() * 61) % 40;
  const QRectF bar(rect.left() + px(8), rect.center().y() - px(3),
                   (rect.width() - px(16)) * share / 100.0, px(7));
  painter->setPen(Qt::NoPen);
  painter->setBrush(roles()[ColorRole::Sunken]);
  painter->setRenderHint(QPainter::Antialiasing);
  painter->drawRoundedRect(bar, 2, 2);
}

}  // namespace

void RecordDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
  const Roles& table = roles();
  const bool selected = option.state & QStyle::State_Selected;
  painter->save();
  ColorRole ground = index.row() % 2 == 0 ? ColorRole::Surface : ColorRole::Window;
  if (selected) ground = ColorRole::Selection;
  painter->fillRect(option.rect, table[ground]);
  painter->setPen(table[ColorRole::Grid]);
  painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
  if (index.data(RecordModel::LoadingRole).toBool()) {
    index.data();  // asks for the page
    paintPlaceholder(painter, option.rect, index);
    painter->restore();
    return;
  }
  QRect box = option.rect.adjusted(px(8), 0, -px(8), 0);
  if (index.column() == 0) {
    const QVariant severity = index.data(RecordModel::SeverityRole);
    if (severity.isValid()) {
      const int side = px(14);
      const bool rtl = option.direction == Qt::RightToLeft;
      const QRect mark(rtl ? box.right() + 1 - side : box.left(), box.center().y() - side / 2, side,
                       side);
      const Mark which = markOf(static_cast<Severity>(severity.toInt()));
      selected ? paintMarkOnSelection(painter, mark, which, table)
               : paintMark(painter, mark, which, table);
    }
    option.direction == Qt::RightToLeft ? box.setRight(box.right() - px(20))
                                        : box.setLeft(box.left() + px(20));
  }
  const Qt::Alignment align(index.data(Qt::TextAlignmentRole).toInt());
  const QString text = index.data().toString();
  painter->setFont(option.font);
  paintHit(painter, box, align, option.direction, text, m_needle);
  const bool missing = index.data(RecordModel::MissingRole).toBool();
  const bool link = index.data(RecordModel::LinkRole).isValid();
  QFont font = option.font;
  if (missing) font.setBold(true);
  if (link) font.setUnderline(true);
  painter->setFont(font);
  const ColorRole ink = missing ? ColorRole::WarnInk : link ? ColorRole::Accent : ColorRole::Text;
  const bool plainOnSelection = selected && table.kind() == ThemeKind::HighContrast;
  painter->setPen(
      table[plainOnSelection || (selected && ink == ColorRole::Text) ? ColorRole::OnSelection
                                                                     : ink]);
  paintCellText(painter, box, align, option.direction, text);
  if (option.state & QStyle::State_HasFocus) {
    painter->setPen(QPen(table[ColorRole::FocusRing], 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
  }
  painter->restore();
}

}  // namespace plumbline
