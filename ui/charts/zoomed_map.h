// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What all maps share on screen: they zoom with + and - or Ctrl and the wheel, move with the mouse or
// Shift and the arrows, and are printed whole. A new map says what it shows of all and how that is painted.

#include "ui/charts/map_ground.h"
#include "ui/charts/picture_view.h"

namespace plumbline {

template <class Data>
class ZoomedMap : public PictureView<Data> {
 public:
  explicit ZoomedMap(QWidget* parent) : PictureView<Data>(parent) {
    this->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  }
  [[nodiscard]] MapFrame frame() const { return m_zoom.seen(whole(this->area())); }
  [[nodiscard]] QSizeF printSize() const override { return {1000, 520}; }

 protected:
  /// All of it, as large as the plot.
  [[nodiscard]] virtual MapFrame whole(const QRectF& plot) const = 0;
  virtual void paintMapOf(QPainter* painter, const MapFrame& frame, const PaintStyle& style) const = 0;

  void paintData(QPainter* painter, const QRectF& rect, const PaintStyle& style) const override {
    // On paper all of it; on screen what was zoomed to.
    paintMapOf(painter, style.forPrint ? whole(rect) : frame(), style);
  }
  void describe() override {
    PictureView<Data>::describe();
    showAll();
  }
  [[nodiscard]] bool canZoom() const override { return true; }
  [[nodiscard]] bool isZoomed() const override { return m_zoom.isZoomed(); }
  void zoomBy(qreal factor, const QPointF& at) override {
    m_zoom.zoomBy(whole(this->area()), factor, at);
    this->update();
  }
  void panBy(const QPointF& pixels) override {
    m_zoom.panBy(whole(this->area()), pixels);
    this->update();
  }
  void showAll() override {
    m_zoom.reset();
    this->update();
  }

 private:
  MapZoom m_zoom;
};

}  // namespace plumbline
