// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one chart class. Qt Charts draws grid, bands, lines and bars; it stays behind this class so
// that another library would touch one file. Series are only ever replaced as a whole: appending
// point by point to a series in a chart is quadratic.

#include <map>

#include "ui/charts/chart_painter.h"
#include "ui/charts/figure.h"

namespace plumbline {

class PlotView;

/// A click on a name of the key, or the menu, hides its series. Zooming looks at a part of the
/// time; masses keep their scale. A saved file always holds all of both.
class Chart : public Figure {
  Q_OBJECT
 public:
  explicit Chart(QWidget* parent = nullptr);

  void replace(ChartData data);
  [[nodiscard]] const ChartData& data() const { return m_data; }
  /// Shows or hides the series of one entry of the key. The last one that is left stays.
  void toggleSeries(int entry);
  /// The part of the x axis that is seen.
  [[nodiscard]] double shownFrom() const { return m_data.xMin; }
  [[nodiscard]] double shownUntil() const { return m_data.xMax; }
  /// Words for a row of the table twin that take longer to find: they join its tooltip.
  void setDetail(int row, const QString& html);
  /// The row of the table twin at the stop, -1: none.
  [[nodiscard]] int rowOf(int stop) const;

  void paintPrint(QPainter* painter, const QRectF& rect) const override;
  [[nodiscard]] QSizeF printSize() const override { return {900, 360}; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 Q_SIGNALS:
  /// Somebody looks at this row of the table twin; setDetail() may say more about it.
  void rowLookedAt(int row);

 protected:
  [[nodiscard]] std::vector<FigureStop> stops() const override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void addMenuActions(QMenu* menu) override;
  void changeEvent(QEvent* event) override;
  bool event(QEvent* event) override;
  [[nodiscard]] bool canZoom() const override { return true; }
  [[nodiscard]] bool isZoomed() const override;
  void zoomBy(qreal factor, const QPointF& at) override;
  void panBy(const QPointF& pixels) override;
  void showAll() override;

 private:
  friend class PlotView;
  void rebuild();
  void look(double from, double until);
  [[nodiscard]] QString tipOf(int row) const;
  void addBands();
  void addLines();
  void addBars();
  [[nodiscard]] ChartFrame frame() const;
  void paintBack(QPainter* painter) const;
  void paintFront(QPainter* painter) const;

  ChartData m_data;
  double m_allFrom = 0, m_allUntil = 1;
  std::map<int, QString> m_details;  // by row of the table twin
  PlotView* m_view = nullptr;
};

}  // namespace plumbline
