// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A picture that is more than an image: its bands, nodes, bars and points are stops. The arrow
// keys, Home and End step through them, the current one is framed, and each is a child with a name
// for a screen reader.

#include <vector>

#include <QWidget>

namespace plumbline {

struct FigureStop {
  QRectF box;  // in the widget
  QString text;
  QString item;  // what it leads to when Enter is pressed; may be empty
};

class Figure : public QWidget {
  Q_OBJECT
 public:
  explicit Figure(QWidget* parent = nullptr);

  [[nodiscard]] int stopCount() const;
  [[nodiscard]] int currentStop() const { return m_current; }
  void setCurrentStop(int index);
  [[nodiscard]] FigureStop stop(int index) const;
  [[nodiscard]] int stopAt(const QPointF& position) const;
  /// The sentence of the current stop, empty where there is none.
  [[nodiscard]] QString currentText() const;

 Q_SIGNALS:
  void currentStopChanged(int index);
  void stopActivated(const QString& item);

 protected:
  /// Every stop at the present size, in reading order.
  [[nodiscard]] virtual std::vector<FigureStop> stops() const = 0;
  /// Frames the current stop while the figure has the keyboard.
  void paintCurrent(QPainter* painter) const;
  /// The content changed: the current stop is none.
  void resetStops();

  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool event(QEvent* event) override;

 private:
  int m_current = -1;
};

}  // namespace plumbline
