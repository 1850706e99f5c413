// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QFontMetricsF>

#include "ui/charts/band_layout.h"
#include "ui/charts/flow_picture.h"

namespace plumbline {

namespace {

constexpr qreal kRow = 30;        // a row of the table beside a branch
constexpr qreal kSourceRow = 38;  // two lines of words beside a source

/// Widths of the label column at the left and of the table at the right.
struct Columns {
  qreal left = 0, name = 0, number = 0;
};

Columns columnsOf(const FlowData& data, const PaintStyle& style) {
  const QFontMetricsF bold(style.font(TextRole::BodyBold));
  const QFontMetricsF body(style.font(TextRole::Body));
  const QFontMetricsF small(style.font(TextRole::Small));
  Columns columns;
  for (const FlowSource& source : data.sources) {
    columns.left = std::max(
        {columns.left, bold.horizontalAdvance(source.name), body.horizontalAdvance(source.mass)});
  }
  columns.left += style.px(10);
  for (const FlowOutcome& outcome : data.outcomes) {
    columns.name = std::max(columns.name, bold.horizontalAdvance(outcome.name));
    for (const QString& text : {outcome.plantSays, outcome.found, outcome.plusMinus}) {
      columns.number = std::max(columns.number, bold.horizontalAdvance(text));
    }
  }
  for (qsizetype i = 1; i < data.tableHeader.size(); ++i) {
    columns.number = std::max(columns.number, small.horizontalAdvance(data.tableHeader[i]));
  }
  columns.number = std::max(columns.number, bold.horizontalAdvance(data.sumFound)) + style.px(14);
  columns.name += style.px(20 + 6);
  return columns;
}

/// Bands that come in, and the words of their sources.
std::vector<QPainterPath> leftOf(const FlowLayout& layout, const QRectF& rect,
                                 const PaintStyle& style) {
  std::vector<QPainterPath> paths;
  for (const FlowLayout::Branch& branch : layout.sources) {
    paths.push_back(branch.band);
    const qreal half = style.px(kSourceRow / 2);
    paths.emplace_back();
    paths.back().addRect(QRectF(QPointF(rect.left(), branch.rowCentre - half),
                                QPointF(branch.node.right(), branch.rowCentre + half)));
  }
  return paths;
}

QRectF wordsOf(const FlowLayout& layout, const QRectF& rect, const FlowData& data,
               const PaintStyle& style) {
  const QFontMetricsF bold(style.font(TextRole::BodyBold));
  QSizeF words(0, style.px(kNodeLine) * static_cast<qreal>(data.nodeLines.size()));
  for (const QString& line : data.nodeLines) {
    words.setWidth(std::max(words.width(), bold.horizontalAdvance(line)));
  }
  return wordsUnder(layout.centre, words, leftOf(layout, rect, style), rect.bottom(), style);
}

}  // namespace

qreal flowHeight(const FlowData& data, const PaintStyle& style) {
  const auto rows = static_cast<qreal>(data.outcomes.size());
  return style.px(28 + 30) + std::max(style.px(kRow) * (rows + 3.0), style.px(260));
}

FlowLayout flowLayout(const QRectF& rect, const FlowData& data, const PaintStyle& style) {
  FlowLayout layout;
  const Columns columns = columnsOf(data, style);
  const qreal gap = style.px(kBandGap);
  const qreal nodeWidth = style.px(kNodeWidth);
  const qreal top = rect.top() + style.px(28);
  const qreal available = rect.bottom() - style.px(34) - top;

  std::vector<double> in;
  for (const FlowSource& source : data.sources) in.push_back(source.value);
  std::vector<double> out;
  for (const FlowOutcome& outcome : data.outcomes) out.push_back(outcome.value);
  const qreal wordsBelow = style.px(20.0 * static_cast<qreal>(data.nodeLines.size()) + 12);
  const qreal perUnit =
      std::min({scaleFor(in, style.px(kSourceRow), available, gap),
                scaleFor(out, style.px(kRow), available, gap),
                scaleFor({std::max(heightOf(in, 0, 1, 0), heightOf(out, 0, 1, 0))}, 0,
                         std::max(available - wordsBelow, available / 3), gap)});

  layout.headerTop = rect.top();
  layout.tableLeft = rect.right() - columns.name - 3 * columns.number;
  for (std::size_t i = 0; i < 3; ++i) {
    layout.columnRight[i] =
        layout.tableLeft + columns.name + static_cast<qreal>(i + 1) * columns.number;
  }
  const qreal leftX = rect.left() + columns.left;
  const qreal rightX = layout.tableLeft - style.px(12) - nodeWidth;
  const qreal centreX = leftX + (rightX - leftX) * 0.4;

  qreal total = 0;
  for (const double value : in) total += bandHeight(value, false, perUnit, style);
  qreal outTotal = 0;
  for (const FlowOutcome& outcome : data.outcomes) {
    outTotal += bandHeight(outcome.value, outcome.fill == Fill::Hatch, perUnit, style);
  }
  layout.centre = QRectF(centreX, top + gap, nodeWidth, std::max(total, outTotal));

  qreal y = top;
  qreal centreY = layout.centre.top();
  for (const double value : in) {
    const qreal height = bandHeight(value, false, perUnit, style);
    const qreal slot = std::max(height + gap, style.px(kSourceRow));
    FlowLayout::Branch branch;
    branch.node = QRectF(leftX, y, nodeWidth, height);
    branch.rowCentre = y + std::max(height, style.px(kSourceRow) - gap) / 2;
    branch.band = bandBetween(branch.node, QRectF(centreX, centreY, nodeWidth, height));
    layout.sources.push_back(branch);
    y += slot;
    centreY += height;
  }
  layout.nodeWords = wordsOf(layout, rect, data, style);
  y = top;
  centreY = layout.centre.top();
  for (const FlowOutcome& outcome : data.outcomes) {
    const qreal height = bandHeight(outcome.value, outcome.fill == Fill::Hatch, perUnit, style);
    const qreal slot = std::max(height + gap, style.px(kRow));
    FlowLayout::Branch branch;
    const qreal nodeTop = y + std::max(0.0, (slot - gap - height) / 2);
    branch.node = QRectF(rightX, nodeTop, nodeWidth, height);
    branch.rowCentre = nodeTop + height / 2;
    branch.band = bandBetween(QRectF(centreX, centreY, nodeWidth, height), branch.node);
    layout.outcomes.push_back(branch);
    y += slot;
    centreY += height;
  }
  layout.sumTop = y + style.px(2);
  return layout;
}

}  // namespace plumbline
