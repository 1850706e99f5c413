// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace plumbline {

/// The wheel scrolls the page that it is over. A list, table or field within the page gets it only
/// while it has the keyboard: else a page stops under the hand, or a choice changes unseen.
class WheelGuard : public QObject {
  Q_OBJECT
 public:
  explicit WheelGuard(QObject* parent);
  /// The wheel over this widget belongs to what is around it.
  [[nodiscard]] static bool passesOn(const QWidget* widget);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace plumbline
