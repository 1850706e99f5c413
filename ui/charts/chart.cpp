// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart.h"

#include <QAreaSeries>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QHelpEvent>
#include <QLineSeries>
#include <QMenu>
#include <QMouseEvent>
#include <QResizeEvent>
#include <QToolTip>
#include <QValueAxis>

#include "ui/charts/decimate.h"
#include "ui/theme/plain_tip.h"
#include "ui/theme/theme.h"

namespace plumbline {

class PlotView : public QChartView {
 public:
  explicit PlotView(Chart* owner) : QChartView(new QChart, owner), m_owner(owner) {
    setObjectName(QStringLiteral("plotView"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setRenderHint(QPainter::Antialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundVisible(false);
    chart()->setMargins(QMargins());
    chart()->legend()->hide();
  }

 protected:
  void drawBackground(QPainter* painter, const QRectF&) override {
    painter->save();
    painter->resetTransform();
    m_owner->paintBack(painter);
    painter->restore();
  }
  void drawForeground(QPainter* painter, const QRectF&) override {
    painter->save();
    painter->resetTransform();
    m_owner->paintFront(painter);
    painter->restore();
  }

 private:
  Chart* m_owner;
};

namespace {

QLineSeries* seriesOf(const std::vector<QPointF>& points, int pixels, QObject* parent) {
  auto* series = new QLineSeries(parent);
  const std::vector<QPointF> kept = decimate(points, pixels);
  series->replace(QList<QPointF>(kept.begin(), kept.end()));
  return series;
}

}  // namespace

Chart::Chart(QWidget* parent) : Figure(parent), m_view(new PlotView(this)) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  connect(&Theme::instance(), &Theme::changed, this, &Chart::rebuild);
  connect(this, &Figure::currentStopChanged, this, [this](int stop) {
    m_view->viewport()->update();
    if (const int row = rowOf(stop); row >= 0) Q_EMIT rowLookedAt(row);
  });
}

void Chart::replace(ChartData data) {
  // What the user hid stays hidden while it is called the same.
  for (const ChartKeyEntry& old : m_data.key) {
    if (!m_data.isHidden(old)) continue;
    for (const ChartKeyEntry& entry : data.key) {
      if (entry.name == old.name) data.setHidden(entry, true);
    }
  }
  m_data = std::move(data);
  m_allFrom = m_data.xMin;
  m_allUntil = m_data.xMax;
  m_details.clear();
  setAccessibleName(m_data.title);
  setAccessibleDescription(m_data.summary);
  rebuild();
  resetStops();
}

void Chart::toggleSeries(int entry) {
  if (entry < 0 || entry >= static_cast<int>(m_data.key.size())) return;
  const ChartKeyEntry& chosen = m_data.key[static_cast<std::size_t>(entry)];
  const bool hide = !m_data.isHidden(chosen);
  const auto shown =
      std::count_if(m_data.key.begin(), m_data.key.end(),
                    [this](const ChartKeyEntry& other) { return !m_data.isHidden(other); });
  if (hide && shown < 2) return;
  m_data.setHidden(chosen, hide);
  rebuild();
  resetStops();
}

bool Chart::isZoomed() const {
  return m_data.xMin != m_allFrom || m_data.xMax != m_allUntil;
}

void Chart::look(double from, double until) {
  constexpr double kMostZoom = 64;
  const double all = m_allUntil - m_allFrom;
  const double wide = std::clamp(until - from, all / kMostZoom, all);
  m_data.xMin = std::clamp((from + until - wide) / 2, m_allFrom, m_allUntil - wide);
  m_data.xMax = wide == all ? m_allUntil : m_data.xMin + wide;
  rebuild();
  resetStops();
}

void Chart::zoomBy(qreal factor, const QPointF& at) {
  const QRectF plot = frame().plot;
  if (plot.width() <= 0) return;
  const double wide = m_data.xMax - m_data.xMin;
  const double share = std::clamp((at.x() - plot.left()) / plot.width(), 0.0, 1.0);
  // What is under the mouse stays there.
  const double from = m_data.xMin + share * wide * (1 - 1 / factor);
  look(from, from + wide / factor);
}

void Chart::panBy(const QPointF& pixels) {
  const QRectF plot = frame().plot;
  if (!isZoomed() || plot.width() <= 0) return;
  const double by = -pixels.x() / plot.width() * (m_data.xMax - m_data.xMin);
  look(m_data.xMin + by, m_data.xMax + by);
}

void Chart::showAll() {
  if (isZoomed()) look(m_allFrom, m_allUntil);
}

int Chart::rowOf(int stop) const {
  const std::vector<ChartStop> all = chartStops(frame(), m_data, PaintStyle::screen());
  return stop >= 0 && stop < static_cast<int>(all.size()) ? all[static_cast<std::size_t>(stop)].row
                                                          : -1;
}

void Chart::setDetail(int row, const QString& html) {
  m_details[row] = html;
  const QPoint mouse = mapFromGlobal(QCursor::pos());
  const int under = stopAt(mouse);
  if (QToolTip::isVisible() && rowOf(under) == row) {
    QToolTip::showText(QCursor::pos(), tipOf(row), this);
  }
}

bool Chart::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const int row = rowOf(stopAt(static_cast<QHelpEvent*>(event)->pos()));
    if (row >= 0) Q_EMIT rowLookedAt(row);
  }
  return Figure::event(event);
}

void Chart::addMenuActions(QMenu* menu) {
  for (std::size_t i = 0; m_data.key.size() > 1 && i < m_data.key.size(); ++i) {
    QAction* action = menu->addAction(tr("Show %1").arg(m_data.key[i].name));
    action->setToolTip(plainTip(action->text()));
    action->setObjectName(QStringLiteral("series%1").arg(i));
    action->setCheckable(true);
    action->setChecked(!m_data.isHidden(m_data.key[i]));
    connect(action, &QAction::triggered, this, [this, i] { toggleSeries(static_cast<int>(i)); });
  }
  if (!menu->isEmpty()) menu->addSeparator();
  Figure::addMenuActions(menu);
}

void Chart::mousePressEvent(QMouseEvent* event) {
  const std::vector<QRectF> boxes = chartKeyBoxes(frame(), m_data, PaintStyle::screen());
  for (std::size_t i = 0; event->button() == Qt::LeftButton && i < boxes.size(); ++i) {
    if (boxes.size() > 1 && boxes[i].contains(event->position())) {
      return toggleSeries(static_cast<int>(i));
    }
  }
  Figure::mousePressEvent(event);
}

QString Chart::tipOf(int row) const {
  if (row < 0 || row >= static_cast<int>(m_data.tableRows.size())) return {};
  const QStringList& cells = m_data.tableRows[static_cast<std::size_t>(row)];
  QString html = QStringLiteral("<table cellspacing='0' cellpadding='2'>");
  for (qsizetype i = 0; i < std::min(cells.size(), m_data.tableHeader.size()); ++i) {
    html += QStringLiteral("<tr><td>%1</td><td align='right'><b>%2</b></td></tr>")
                .arg(m_data.tableHeader[i].toHtmlEscaped(), cells[i].toHtmlEscaped());
  }
  html += QStringLiteral("</table>");
  const auto detail = m_details.find(row);
  return detail == m_details.end() ? html : html + detail->second;
}

void Chart::paintPrint(QPainter* painter, const QRectF& rect) const {
  ChartData all = m_data.withAll();
  all.xMin = m_allFrom;
  all.xMax = m_allUntil;
  paintChart(painter, rect, all, PaintStyle::print(13));
}

QSize Chart::sizeHint() const {
  return {px(560), px(200)};
}

QSize Chart::minimumSizeHint() const {
  return {px(280), px(150)};
}

ChartFrame Chart::frame() const {
  return chartFrame(QRectF(rect()).adjusted(2, 2, -2, -2), m_data, PaintStyle::screen());
}

void Chart::rebuild() {
  QChart* chart = m_view->chart();
  chart->removeAllSeries();
  const auto oldAxes = chart->axes();
  for (QAbstractAxis* axis : oldAxes) {
    chart->removeAxis(axis);
    delete axis;
  }
  addBands();
  addLines();
  addBars();
  auto* x = new QValueAxis(chart);
  x->setRange(m_data.xMin, m_data.xMax);
  x->setVisible(false);
  auto* y = new QValueAxis(chart);
  y->setRange(m_data.yMin, m_data.yMax);
  y->setVisible(false);
  chart->addAxis(x, Qt::AlignBottom);
  chart->addAxis(y, Qt::AlignLeft);
  const auto all = chart->series();
  for (QAbstractSeries* series : all) {
    series->attachAxis(x);
    series->attachAxis(y);
  }
  chart->setPlotArea(frame().plot);
  m_view->viewport()->update();
}

void Chart::addBands() {
  const int pixels = std::max(100, width());
  for (const ChartBand& band : m_data.bands) {
    if (m_data.isHidden(band.line)) continue;
    auto* upper = seriesOf(band.upper, pixels, m_view->chart());
    auto* lower = seriesOf(band.lower, pixels, m_view->chart());
    auto* area = new QAreaSeries(upper, lower);
    upper->setParent(area);
    lower->setParent(area);
    area->setPen(Qt::NoPen);
    area->setBrush(roles()[band.ground]);
    m_view->chart()->addSeries(area);
  }
}

void Chart::addLines() {
  const PaintStyle style = PaintStyle::screen();
  for (const ChartLine& line : m_data.lines) {
    if (line.hidden) continue;
    auto* series = seriesOf(line.path, std::max(100, width()), nullptr);
    series->setName(line.name);
    series->setPen(penOf(line, style));
    m_view->chart()->addSeries(series);
  }
}

void Chart::addBars() {
  if (m_data.bars.empty()) return;
  const Roles& table = roles();
  auto* series = new QBarSeries;
  series->setBarWidth(m_data.barShare);
  for (const ChartBars& bars : m_data.bars) {
    auto* set = new QBarSet(bars.name);
    // A hidden row keeps its place, so that the others stay where they are.
    if (!bars.hidden) set->append(QList<qreal>(bars.values.begin(), bars.values.end()));
    // Hatching and level lines are drawn as vectors in the front, over an empty bar.
    const bool solid = bars.fills.size() == 1 && bars.fills[0] == Fill::Solid;
    set->setBrush(solid ? QBrush(table.fill(bars.tone)) : QBrush(Qt::NoBrush));
    set->setPen(solid ? QPen(table.ink(bars.tone), table.edgeWidth()) : QPen(Qt::NoPen));
    series->append(set);
  }
  m_view->chart()->addSeries(series);
}

void Chart::paintBack(QPainter* painter) const {
  paintChartGrid(painter, frame(), m_data, PaintStyle::screen());
}

void Chart::paintFront(QPainter* painter) const {
  const PaintStyle style = PaintStyle::screen();
  const ChartFrame where = frame();
  for (std::size_t row = 0; row < m_data.bars.size(); ++row) {
    const ChartBars& bars = m_data.bars[row];
    if (bars.hidden || (bars.fills.size() == 1 && bars.fills[0] == Fill::Solid)) continue;
    for (std::size_t i = 0; i < bars.values.size(); ++i) {
      if (!where.shows(static_cast<double>(i))) continue;
      const QRectF box = barBox(where, m_data, row, i);
      if (box.height() > 0) {
        paintFill(painter, box, fillOf(bars, i), bars.tone, style.roles(), style.scale);
      }
    }
  }
  paintChartFront(painter, where, m_data, style);
  paintCurrent(painter);
}

std::vector<FigureStop> Chart::stops() const {
  std::vector<FigureStop> result;
  for (ChartStop& stop : chartStops(frame(), m_data, PaintStyle::screen())) {
    result.push_back(
        {stop.box, std::move(stop.spoken), m_data.rowItems.value(stop.row), tipOf(stop.row)});
  }
  return result;
}

void Chart::resizeEvent(QResizeEvent* event) {
  Figure::resizeEvent(event);
  m_view->setGeometry(rect());
  m_view->chart()->setPlotArea(frame().plot);
}

void Chart::changeEvent(QEvent* event) {
  Figure::changeEvent(event);
  if (event->type() == QEvent::FontChange) m_view->chart()->setPlotArea(frame().plot);
}

}  // namespace plumbline
