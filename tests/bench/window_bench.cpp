// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person sees, timed inside the process; each stage prints one JSON object. A peer that this
// build lacks ends with exit code 3.
//   window-bench table WORKSPACE    the record table over the shipments: first paint, jumps, memory
//   window-bench table-peer WORKSPACE   QSqlTableModel in a QTableView
//   window-bench chart              a line of a million points, from values to picture
//   window-bench chart-peer         QCustomPlot
//   window-bench pdf PAGES          a table of that many pages
//   window-bench pdf-peer PAGES     QTextDocument
//   window-bench pdf-tenfold PAGES  ten times what so many pages take

#include <cstdio>
#include <random>

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QScrollBar>
#include <QTableView>
#include <QTextDocument>

#ifdef PLUMBLINE_QTSQL
#include <QSqlDatabase>
#include <QSqlTableModel>
#endif

#include "ui/charts/chart.h"
#include "ui/charts/decimate.h"
#include "ui/records/record_model.h"
#include "ui/records/record_table.h"
#include "ui/report/paper.h"
#include "ui/theme/theme.h"

#include "tests/bench/plot_peer.h"

using namespace plumbline;

namespace {

constexpr int peerMissing = 3;
constexpr int jumps = 200;

double secondsOf(const QElapsedTimer& clock) {
  return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

double residentMegabytes() {
  QFile status(QStringLiteral("/proc/self/status"));
  if (!status.open(QIODevice::ReadOnly)) return 0;
  for (const QByteArray& line : status.readAll().split('\n')) {
    if (line.startsWith("VmRSS:")) return line.simplified().split(' ')[1].toDouble() / 1024;
  }
  return 0;
}

int printSeconds(double seconds) {
  std::printf("{\"seconds\": %.6f}\n", seconds);
  return 0;
}

/// Shows the table, goes to its end, jumps to rows all over it and prints what that took. `isHere`
/// says whether a row can be painted, `ready` waits until the table knows how many rows it has.
template <class IsHere, class Ready>
int watchTable(QTableView& view, double memoryBefore, const QElapsedTimer& clock, IsHere isHere,
               Ready ready) {
  const auto paint = [&](int row) {
    view.scrollTo(view.model()->index(row, 0), QAbstractItemView::PositionAtTop);
    while (!isHere(row)) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    view.viewport()->repaint();
  };
  view.resize(1200, 800);
  view.show();
  while (!isHere(0)) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
  view.viewport()->repaint();
  const double first = secondsOf(clock);
  QElapsedTimer toTheEnd;
  toTheEnd.start();
  ready();
  paint(view.model()->rowCount() - 1);
  const double end = secondsOf(toTheEnd);
  std::mt19937 draw(1);
  std::vector<double> times;
  for (int i = 0; i < jumps; ++i) {
    QElapsedTimer jump;
    jump.start();
    paint(static_cast<int>(draw() % static_cast<unsigned>(view.model()->rowCount())));
    times.push_back(secondsOf(jump));
  }
  std::sort(times.begin(), times.end());
  const double p99 = times[times.size() * 99 / 100];
  std::printf(
      "{\"first paint\": %.3f, \"to the end\": %.3f, \"jump, p99\": %.3f, \"memory\": %.1f}\n",
      first * 1e3, end * 1e3, p99 * 1e3, residentMegabytes() - memoryBefore);
  return 0;
}

int table(const char* path) {
  const double before = residentMegabytes();
  QElapsedTimer clock;
  clock.start();
  RecordModel model;
  RecordTable view;
  model.open(workspaceRecords(path));
  view.setRecords(&model);
  model.show(StoredQuery(), -1);  // the shipments
  return watchTable(
      view, before, clock,
      [&](int row) {
        static_cast<void>(model.data(model.index(row, 0)));  // asks for it
        return model.row(row) != nullptr;
      },
      [&] {
        while (model.counting()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
      });
}

int tablePeer(const char* path) {
#ifdef PLUMBLINE_QTSQL
  const double before = residentMegabytes();
  QElapsedTimer clock;
  clock.start();
  QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
  database.setDatabaseName(QString::fromLocal8Bit(path));
  if (!database.open()) return peerMissing;
  QSqlTableModel model(nullptr, database);
  model.setTable(QStringLiteral("shipments"));
  if (!model.select()) return peerMissing;
  QTableView view;
  view.setModel(&model);
  // It only knows how many rows there are once it holds them all.
  const auto all = [&] {
    while (model.canFetchMore()) model.fetchMore();
  };
  return watchTable(
      view, before, clock, [&](int row) { return row < model.rowCount(); }, all);
#else
  static_cast<void>(path);
  return peerMissing;
#endif
}

std::vector<QPointF> millionPoints() {
  std::mt19937 draw(1);
  std::vector<QPointF> points;
  double level = 0;
  for (int i = 0; i < 1'000'000; ++i) {
    level += static_cast<double>(draw() % 2001) / 1000 - 1;
    points.emplace_back(i, level);
  }
  return points;
}

int chart() {
  const std::vector<QPointF> points = millionPoints();
  Chart chart;
  chart.resize(1200, 600);
  QImage picture(chart.size(), QImage::Format_ARGB32_Premultiplied);
  chart.render(&picture);
  QElapsedTimer clock;
  clock.start();
  ChartData data;
  data.xMax = static_cast<double>(points.size());
  data.yMin = -2000;
  data.yMax = 2000;
  ChartLine line;
  line.width = 1;
  line.path = decimate(points, chart.width());
  data.lines.push_back(std::move(line));
  chart.replace(std::move(data));
  chart.render(&picture);
  return printSeconds(secondsOf(clock));
}

int chartPeer() {
#ifdef PLUMBLINE_QCUSTOMPLOT
  return printSeconds(secondsOfPlotPeer(millionPoints()));
#else
  return peerMissing;
#endif
}

QString cellText(int row, int column) {
  return QStringLiteral("SH-%1 %2").arg(row).arg(column * 37 % 11);
}

/// Writes the pages; how long that took. The document grows until it has them.
double writePages(int pages) {
  QElapsedTimer clock;
  clock.start();
  Document document;
  {
    PaperWriter writer(document);
    for (int row = 0; document.pageCount() <= pages; ++row) {
      std::vector<PaperCell> cells;
      for (int column = 0; column < 5; ++column) cells.push_back({cellText(row, column)});
      writer.row(cells);
    }
  }
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter pdf(&buffer);
  pdf.setResolution(paper::resolution);
  pdf.setPageMargins({});
  QPainter painter(&pdf);
  for (int page = 0; page < pages; ++page) {
    if (page > 0) pdf.newPage();
    document.paint(&painter, page);
  }
  painter.end();
  return secondsOf(clock);
}

/// The same rows as a table of QTextDocument.
int pdfPeer(int pages) {
  constexpr int rowsOfAPage = 45;
  QElapsedTimer clock;
  clock.start();
  QString html = QStringLiteral("<table width='100%'>");
  for (int row = 0; row < pages * rowsOfAPage; ++row) {
    html += QStringLiteral("<tr>");
    for (int column = 0; column < 5; ++column) {
      html += QStringLiteral("<td>") + cellText(row, column) + QStringLiteral("</td>");
    }
    html += QStringLiteral("</tr>");
  }
  html += QStringLiteral("</table>");
  QTextDocument document;
  document.setHtml(html);
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter pdf(&buffer);
  document.print(&pdf);
  return printSeconds(secondsOf(clock));
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  Theme::install(application);
  const QByteArray stage = argc > 1 ? argv[1] : "";
  const int pages = argc > 2 ? QByteArray(argv[2]).toInt() : 0;
  if (stage == "chart") return chart();
  if (stage == "chart-peer") return chartPeer();
  if (argc > 2 && stage == "table") return table(argv[2]);
  if (argc > 2 && stage == "table-peer") return tablePeer(argv[2]);
  if (pages > 0 && stage == "pdf") return printSeconds(writePages(pages));
  if (pages > 0 && stage == "pdf-tenfold") return printSeconds(10 * writePages(pages));
  if (pages > 0 && stage == "pdf-peer") return pdfPeer(pages);
  std::fputs("window-bench: see the head of its source for the stages\n", stderr);
  return 2;
}
