// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A figure that shows one value, painted by one function on screen, on paper and in saved files. A new
// picture says how that is painted, how large it is and where its stops are.

#include <QPainter>

#include "ui/charts/figure.h"
#include "ui/charts/paint_style.h"

namespace plumbline {

template <class Data>
class PictureView : public Figure {
 public:
  using Figure::Figure;
  void replace(Data next) {
    m_data = std::move(next);
    describe();
    updateGeometry();
    resetStops();
  }
  [[nodiscard]] const Data& data() const { return m_data; }
  void paintPrint(QPainter* painter, const QRectF& rect) const override {
    paintData(painter, rect, PaintStyle::print(13));
  }

 protected:
  virtual void paintData(QPainter* painter, const QRectF& rect, const PaintStyle& style) const = 0;
  /// What a screen reader is told of the whole.
  virtual void describe() { setAccessibleDescription(m_data.summary); }
  /// Where it is painted on screen: the frame of the keyboard's stop needs room around it.
  [[nodiscard]] virtual QRectF area() const { return QRectF(rect()).adjusted(2, 2, -2, -2); }

  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    paintData(&painter, area(), PaintStyle::screen());
    paintCurrent(&painter);
  }

  Data m_data;
};

}  // namespace plumbline
