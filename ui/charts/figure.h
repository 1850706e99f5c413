// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A picture that is more than an image: its bands, nodes, bars and points are stops. The arrow
// keys, Home and End step through them, the current one is framed, and each is a child with a name
// for a screen reader. Some can be looked at more closely: +, - and 0, or Ctrl and the wheel, zoom;
// the mouse, or Shift and the arrow keys, move what is seen.

#include <vector>

#include <QWidget>

#include "ui/charts/figure_stops.h"

class QMenu;
class QPainter;

namespace plumbline {

class Figure : public QWidget, public FigureStops {
  Q_OBJECT
 public:
  explicit Figure(QWidget* parent = nullptr);

  [[nodiscard]] int stopCount() const override;
  [[nodiscard]] int currentStop() const override { return m_current; }
  void setCurrentStop(int index);
  [[nodiscard]] FigureStop stop(int index) const override;
  /// What the mouse is told there: HTML, or plain words that Qt does not take for it.
  [[nodiscard]] QString tipAt(int index) const;
  [[nodiscard]] int stopAt(const QPointF& position) const;
  /// The same picture on paper: light roles, vectors, no focus.
  virtual void paintPrint(QPainter* painter, const QRectF& rect) const = 0;
  /// The size it has on paper, in design pixels.
  [[nodiscard]] virtual QSizeF printSize() const = 0;
  /// The sentence of the current stop, empty where there is none.
  [[nodiscard]] QString currentText() const override;
  /// The menu as it would open now. Owned by the figure, deleted when it closes.
  [[nodiscard]] QMenu* makeMenu();

 Q_SIGNALS:
  void currentStopChanged(int index);
  /// The user asked, in the figure's menu, for a file of it.
  void saveRequested();
  void stopActivated(const QString& item);

 protected:
  /// Every stop at the present size, in reading order.
  [[nodiscard]] virtual std::vector<FigureStop> stops() const = 0;
  /// Frames the current stop while the figure has the keyboard.
  void paintCurrent(QPainter* painter) const;
  /// The content changed: the current stop is none.
  void resetStops();

  /// Figures with more to see than fits say so and answer the calls below.
  [[nodiscard]] virtual bool canZoom() const { return false; }
  [[nodiscard]] virtual bool isZoomed() const { return false; }
  virtual void zoomBy(qreal factor, const QPointF& at);
  virtual void panBy(const QPointF& pixels);
  virtual void showAll();

  /// What a figure offers in its menu (right button, Menu key, Shift+F10).
  virtual void addMenuActions(QMenu* menu);

  void contextMenuEvent(QContextMenuEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool event(QEvent* event) override;

 private:
  [[nodiscard]] bool zoomKey(QKeyEvent* event);
  void addZoomActions(QMenu* menu);

  int m_current = -1;
  QPointF m_grabbed;  // where the mouse holds the picture
};

}  // namespace plumbline
