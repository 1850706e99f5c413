// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QFocusFrame;
class QWidget;

namespace plumbline {

/// Puts a ring of 2 px with a gap of 2 px around the control that has the keyboard.
/// Lists, tables and charts draw their own current cell and set the property "ownFocus".
class FocusRing : public QObject {
  Q_OBJECT
 public:
  explicit FocusRing(QObject* parent);
  [[nodiscard]] static bool wantsRing(const QWidget* widget);

 private:
  void follow(QWidget* old, QWidget* now);
  QFocusFrame* m_frame = nullptr;
};

}  // namespace plumbline
