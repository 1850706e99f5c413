// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QTest>
#include <QWidget>

namespace plumbline::test {

/// Shows a window and gives it the keyboard. A display without a window manager gives the focus to
/// nobody by itself, so it is asked for. False when the window did not get it.
[[nodiscard]] inline bool showActive(QWidget& window) {
  window.show();
  window.activateWindow();
  return QTest::qWaitForWindowActive(&window);
}

/// The same for a window that the program has shown.
[[nodiscard]] inline bool becomesActive(QWidget& window) {
  if (!QTest::qWaitForWindowExposed(&window)) return false;
  window.activateWindow();
  return QTest::qWaitForWindowActive(&window);
}

/// The first visible control of the window that Tab reaches and that a screen reader cannot name.
[[nodiscard]] inline QString unnamedControl(const QWidget& window) {
  const auto widgets = window.findChildren<QWidget*>();
  for (const QWidget* widget : widgets) {
    if ((widget->focusPolicy() & Qt::TabFocus) == 0 || !widget->isVisible()) continue;
    if (widget->objectName().startsWith(QLatin1String("qt_"))) continue;
    if (qobject_cast<const QHeaderView*>(widget) != nullptr) continue;
    if (widget->accessibleName().isEmpty()) return widget->objectName();
  }
  return {};
}

}  // namespace plumbline::test
