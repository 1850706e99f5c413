// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QTabBar>

namespace plumbline {

namespace {

bool canScroll(const QAbstractScrollArea& area) {
  const QScrollBar* bar = area.verticalScrollBar();
  return bar->maximum() > bar->minimum();
}

/// A page around it that scrolls, in the same window.
bool isInAScrollingPage(const QWidget* widget) {
  while (widget != nullptr && !widget->isWindow()) {
    widget = widget->parentWidget();
    const auto* page = qobject_cast<const QScrollArea*>(widget);
    if (page != nullptr && canScroll(*page)) return true;
  }
  return false;
}

bool hasKeyboard(const QWidget* widget) {
  const QWidget* focus = QApplication::focusWidget();
  return focus != nullptr && (focus == widget || widget->isAncestorOf(focus));
}

bool isAField(const QWidget* widget) {
  return qobject_cast<const QComboBox*>(widget) != nullptr ||
         qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
         qobject_cast<const QSlider*>(widget) != nullptr ||
         qobject_cast<const QTabBar*>(widget) != nullptr;
}

}  // namespace

WheelGuard::WheelGuard(QObject* parent) : QObject(parent) {
  setObjectName(QStringLiteral("wheelGuard"));
  qApp->installEventFilter(this);
}

bool WheelGuard::passesOn(const QWidget* widget) {
  if (isAField(widget)) return !hasKeyboard(widget);
  // A view gets the wheel by its viewport.
  const auto* area = qobject_cast<const QAbstractScrollArea*>(widget->parentWidget());
  if (area == nullptr || area->viewport() != widget) return false;
  return isInAScrollingPage(area) && (!canScroll(*area) || !hasKeyboard(area));
}

bool WheelGuard::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Polish && watched->isWidgetType()) {
    // A field that takes the keyboard from the wheel would have it by the time it is asked.
    auto* widget = static_cast<QWidget*>(watched);
    if (isAField(widget) && widget->focusPolicy() == Qt::WheelFocus)
      widget->setFocusPolicy(Qt::StrongFocus);
  }
  if (event->type() == QEvent::Wheel && watched->isWidgetType() &&
      passesOn(static_cast<const QWidget*>(watched))) {
    event->ignore();  // whatever is around it gets it next
    return true;
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace plumbline
