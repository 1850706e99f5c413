// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one chart class. Qt Charts draws grid, bands, lines and bars; it stays behind this class so
// that another library would touch one file. Series are only ever replaced as a whole: appending
// point by point to a series in a chart is quadratic.

#include "ui/charts/chart_painter.h"
#include "ui/charts/figure.h"

namespace plumbline {

class PlotView;

/// A click on a name of the key, or the menu, hides its series.
class Chart : public Figure {
  Q_OBJECT
 public:
  explicit Chart(QWidget* parent = nullptr);

  void replace(ChartData data);
  [[nodiscard]] const ChartData& data() const { return m_data; }
  /// Shows or hides the series of one entry of the key. The last one that is left stays.
  void toggleSeries(int entry);

  void paintPrint(QPainter* painter, const QRectF& rect) const override;
  [[nodiscard]] QSizeF printSize() const override { return {900, 360}; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  [[nodiscard]] std::vector<FigureStop> stops() const override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void addMenuActions(QMenu* menu) override;
  void changeEvent(QEvent* event) override;

 private:
  friend class PlotView;
  void rebuild();
  [[nodiscard]] QString tipOf(int row) const;
  void addBands();
  void addLines();
  void addBars();
  [[nodiscard]] ChartFrame frame() const;
  void paintBack(QPainter* painter) const;
  void paintFront(QPainter* painter) const;

  ChartData m_data;
  PlotView* m_view = nullptr;
};

}  // namespace plumbline
