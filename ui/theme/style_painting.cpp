// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_painting.h"

#include <algorithm>

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

#include "ui/theme/icons.h"
#include "ui/theme/roles.h"
#include "ui/theme/typography.h"

namespace plumbline {

namespace {

void paintFrame(QPainter* painter, const QRect& rect, const QColor& ground, const QColor& edge,
                qreal width, Qt::PenStyle line = Qt::SolidLine) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(edge.isValid() ? QPen(edge, width, line) : QPen(Qt::NoPen));
  painter->setBrush(ground);
  const qreal half = edge.isValid() ? width / 2 : 0;
  painter->drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), pxF(4), pxF(4));
  painter->restore();
}

/// The edge of a control. In high contrast every colour is as strong as every other: there a broken
/// line says that it is off.
void paintControl(QPainter* painter, const QRect& rect, const QColor& ground, bool enabled) {
  const Roles& table = roles();
  const bool broken = !enabled && table.kind() == ThemeKind::HighContrast;
  paintFrame(painter, rect, ground, table[enabled ? ColorRole::LineStrong : ColorRole::Line],
             table.edgeWidth(), broken ? Qt::DashLine : Qt::SolidLine);
}

}  // namespace

bool isPrimary(const QWidget* widget) {
  return widget != nullptr && widget->property("primary").toBool();
}

void paintButton(const QStyleOptionButton& option, QPainter* painter, const QWidget* widget) {
  const Roles& table = roles();
  const bool enabled = option.state & QStyle::State_Enabled;
  const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
  const bool hover = enabled && (option.state & QStyle::State_MouseOver);
  if (isPrimary(widget) && enabled) {
    QColor ground = table[ColorRole::Accent];
    if (down || hover)
      ground =
          table.kind() == ThemeKind::Light ? ground.darker(down ? 125 : 112) : ground.lighter(108);
    return paintFrame(painter, option.rect, ground, QColor(), 0);
  }
  QColor ground = table[ColorRole::Surface];
  if (hover) ground = table[ColorRole::Sunken];
  if (down) ground = table[ColorRole::Selection];
  if (option.features & QStyleOptionButton::Flat) {
    if (hover || down) paintFrame(painter, option.rect, ground, QColor(), 0);
    return;
  }
  paintControl(painter, option.rect, ground, enabled);
}

void paintLineEdit(const QStyleOption& option, QPainter* painter) {
  paintControl(painter, option.rect, roles()[ColorRole::Surface],
               option.state & QStyle::State_Enabled);
}

void paintCheckMark(const QStyleOption& option, QPainter* painter) {
  const Roles& table = roles();
  const bool on = option.state & QStyle::State_On;
  const bool partly = option.state & QStyle::State_NoChange;
  const QColor edge = on || partly ? table[ColorRole::Accent] : table[ColorRole::LineStrong];
  paintFrame(painter, option.rect,
             on || partly ? table[ColorRole::Accent] : table[ColorRole::Surface], edge,
             std::max<qreal>(1.5, table.edgeWidth()));
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->translate(option.rect.topLeft());
  painter->scale(option.rect.width() / 16.0, option.rect.height() / 16.0);
  painter->setPen(QPen(table[ColorRole::OnAccent], 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  if (partly) {
    painter->drawLine(QPointF(4.5, 8), QPointF(11.5, 8));
  } else if (on) {
    painter->drawPolyline(QPolygonF({{4.2, 8.3}, {6.9, 11}, {11.8, 5.4}}));
  }
  painter->restore();
}

void paintRadioMark(const QStyleOption& option, QPainter* painter) {
  const Roles& table = roles();
  const bool on = option.state & QStyle::State_On;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(QPen(on ? table[ColorRole::Accent] : table[ColorRole::LineStrong],
                       std::max<qreal>(1.5, table.edgeWidth())));
  painter->setBrush(table[ColorRole::Surface]);
  const QRectF ring = QRectF(option.rect).adjusted(1, 1, -1, -1);
  painter->drawEllipse(ring);
  if (on) {
    painter->setPen(Qt::NoPen);
    painter->setBrush(table[ColorRole::Accent]);
    painter->drawEllipse(ring.center(), ring.width() * 0.26, ring.width() * 0.26);
  }
  painter->restore();
}

void paintFocusFrame(const QStyleOption& option, QPainter* painter) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const qreal width = pxF(2);
  painter->setPen(QPen(roles()[ColorRole::FocusRing], width));
  painter->setBrush(Qt::NoBrush);
  painter->drawRoundedRect(
      QRectF(option.rect).adjusted(width / 2, width / 2, -width / 2, -width / 2), pxF(6), pxF(6));
  painter->restore();
}

void paintProgress(const QStyleOptionProgressBar& option, QPainter* painter) {
  const Roles& table = roles();
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
  const qreal radius = box.height() / 2;
  painter->setPen(QPen(table[ColorRole::LineStrong], 1));
  painter->setBrush(table[ColorRole::Sunken]);
  painter->drawRoundedRect(box, radius, radius);
  const int span = option.maximum - option.minimum;
  if (span > 0) {
    QRectF done = box;
    done.setWidth(box.width() * (option.progress - option.minimum) / span);
    if (option.direction == Qt::RightToLeft) done.moveRight(box.right());
    painter->setPen(Qt::NoPen);
    painter->setBrush(table[ColorRole::Accent]);
    painter->drawRoundedRect(done, radius, radius);
  }
  painter->restore();
}

void paintScrollBarThumb(const QStyleOption& option, QPainter* painter) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(Qt::NoPen);
  const QRectF thumb = QRectF(option.rect).adjusted(3, 3, -3, -3);
  const qreal radius = std::min(thumb.width(), thumb.height()) / 2;
  painter->setBrush(roles()[ColorRole::LineStrong]);
  painter->drawRoundedRect(thumb, radius, radius);
  painter->restore();
}

void paintButtonLabel(const QStyleOptionButton& option, QPainter* painter, const QWidget* widget) {
  const Roles& table = roles();
  const bool enabled = option.state & QStyle::State_Enabled;
  ColorRole color = enabled ? ColorRole::Text : ColorRole::Muted;
  if (enabled && isPrimary(widget)) color = ColorRole::OnAccent;
  if (enabled && !isPrimary(widget) && (option.state & (QStyle::State_On | QStyle::State_Sunken))) {
    color = ColorRole::OnSelection;
  }
  if (enabled && widget != nullptr && widget->property("quiet").toBool()) color = ColorRole::Muted;
  const bool hasMenu = option.features & QStyleOptionButton::HasMenu;
  const int words = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
  const int icon = option.icon.isNull() ? 0 : option.iconSize.width();
  const int gap = icon > 0 && words > 0 ? px(8) : 0;
  QRect box = option.rect;
  if (hasMenu) box.setRight(box.right() - px(16));
  int x = box.left() + (box.width() - words - icon - gap) / 2;
  const auto place = [&](int width) {
    const QRect logical(x, box.top(), width, box.height());
    x += width;
    return QStyle::visualRect(option.direction, option.rect, logical);
  };
  if (icon > 0) {
    const QIcon::Mode mode = enabled ? QIcon::Normal : QIcon::Disabled;
    option.icon.paint(painter, place(icon), Qt::AlignCenter, mode);
    x += gap;
  }
  painter->setLayoutDirection(Qt::LayoutDirectionAuto);
  painter->setPen(table[color]);
  const int flags = Qt::AlignCenter | Qt::TextSingleLine | Qt::TextHideMnemonic;
  painter->drawText(place(words), flags, option.text);
  if (hasMenu) {
    x = option.rect.right() - px(26);
    paintIcon(painter, place(px(16)), Icon::ChevronDown, table[color]);
  }
}

void paintBar(const QStyleOption& option, QPainter* painter, ColorRole ground, bool lineAtTop) {
  const Roles& table = roles();
  painter->fillRect(option.rect, table[ground]);
  const int y = lineAtTop ? option.rect.top() : option.rect.bottom();
  painter->setPen(QPen(table[ColorRole::Line], 1));
  painter->drawLine(option.rect.left(), y, option.rect.right(), y);
}

void paintMenuBarItem(const QStyleOptionMenuItem& option, QPainter* painter) {
  const Roles& table = roles();
  painter->fillRect(option.rect, table[ColorRole::Window]);
  const bool open = option.state & (QStyle::State_Selected | QStyle::State_Sunken);
  if (open) paintFrame(painter, option.rect, table[ColorRole::Selection], QColor(), 0);
  painter->setPen(table[open ? ColorRole::OnSelection : ColorRole::Text]);
  painter->drawText(option.rect, Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextSingleLine,
                    option.text);
}

}  // namespace plumbline
