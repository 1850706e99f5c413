// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

namespace plumbline {

struct FigureStop {
  QRectF box;  // in the widget
  QString text;
  QString item;      // what it leads to when Enter is pressed; may be empty
  QString tip = {};  // what the mouse sees, as HTML: rows instead of a sentence; empty: the text
};

/// What a screen reader is told of a figure.
class FigureStops {
 public:
  virtual ~FigureStops() = default;
  [[nodiscard]] virtual int stopCount() const = 0;
  /// -1 where there is none.
  [[nodiscard]] virtual int currentStop() const = 0;
  [[nodiscard]] virtual FigureStop stop(int index) const = 0;
  /// The sentence of the current stop, empty where there is none.
  [[nodiscard]] virtual QString currentText() const = 0;
};

}  // namespace plumbline
