// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// QCustomPlot's header is written with Qt's short keywords, which are off everywhere else here.
#undef QT_NO_KEYWORDS
#undef QT_NO_FOREACH
#include "tests/bench/plot_peer.h"

#include <QElapsedTimer>
#include <QImage>
#include <qcustomplot.h>

namespace plumbline {

double secondsOfPlotPeer(const std::vector<QPointF>& points) {
  QVector<double> keys;
  QVector<double> values;
  for (const QPointF& point : points) {
    keys.append(point.x());
    values.append(point.y());
  }
  QCustomPlot plot;
  plot.resize(1200, 600);
  plot.addGraph();
  plot.xAxis->setRange(0, static_cast<double>(points.size()));
  plot.yAxis->setRange(-2000, 2000);
  QImage picture(plot.size(), QImage::Format_ARGB32_Premultiplied);
  plot.render(&picture);
  QElapsedTimer clock;
  clock.start();
  plot.graph(0)->setData(keys, values, true);
  plot.replot(QCustomPlot::rpImmediateRefresh);
  plot.render(&picture);
  return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

}  // namespace plumbline
