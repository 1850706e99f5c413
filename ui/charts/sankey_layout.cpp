// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QFontMetricsF>

#include "ui/charts/band_layout.h"
#include "ui/charts/sankey.h"

namespace plumbline {

namespace {

constexpr qreal kRow = 26;     // a line of words beside a node
constexpr qreal kTop = 28;     // captions
constexpr qreal kBottom = 34;  // sums

/// The larger side of every node: nothing is lost on the way through one.
std::vector<double> valuesOf(const SankeyData& data) {
  std::vector<double> in(data.nodes.size(), 0);
  std::vector<double> out(data.nodes.size(), 0);
  for (const SankeyLink& link : data.links) {
    out[link.from] += std::max(0.0, link.value);
    in[link.to] += std::max(0.0, link.value);
  }
  for (std::size_t i = 0; i < in.size(); ++i) in[i] = std::max(in[i], out[i]);
  return in;
}

qreal slotOf(const SankeyNode& node, const PaintStyle& style) {
  const auto lines = static_cast<qreal>(node.below.size());
  return style.px(kRow) + (lines > 0 ? style.px(kNodeLine * lines + 12) : 0);
}

qreal scaleOf(const SankeyData& data, qreal available, const PaintStyle& style) {
  const std::vector<double> all = valuesOf(data);
  qreal scale = -1;
  for (qsizetype column = 0; column < data.captions.size(); ++column) {
    std::vector<double> values;
    qreal below = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (data.nodes[i].column != static_cast<std::size_t>(column)) continue;
      values.push_back(all[i]);
      below += slotOf(data.nodes[i], style) - style.px(kRow);
    }
    if (values.empty()) continue;
    const qreal fits = scaleFor(values, style.px(kRow), available - below, style.px(kBandGap));
    scale = scale < 0 ? fits : std::min(scale, fits);
  }
  return std::max(0.0, scale);
}

qreal widthOfLabel(const SankeyNode& node, const PaintStyle& style) {
  const QFontMetricsF bold(style.font(TextRole::BodyBold));
  const QFontMetricsF body(style.font(TextRole::Body));
  const qreal name = bold.horizontalAdvance(node.name);
  return node.mass.isEmpty() ? name : name + body.horizontalAdvance(QStringLiteral("  ") + node.mass);
}

qreal labelWidth(const SankeyData& data, std::size_t column, const PaintStyle& style) {
  qreal width = 0;
  for (const SankeyNode& node : data.nodes) {
    if (node.column == column) width = std::max(width, widthOfLabel(node, style));
  }
  return width + style.px(20);
}

/// The last gap is wider: there bands first pass the words of their column, then cross.
void placeColumns(SankeyLayout& layout, std::size_t columns, qreal left, qreal right) {
  constexpr qreal lastGap = 1.6;
  const qreal gap = (right - left) / (static_cast<qreal>(columns) - 2 + lastGap);
  for (std::size_t i = 0; i + 1 < columns; ++i) {
    layout.columns.push_back(left + static_cast<qreal>(i) * gap);
  }
  layout.columns.push_back(right);
}

/// How far the bands from a column go straight on: past its words, where there is room for that.
qreal flatOf(const SankeyLayout& layout, const SankeyData& data, std::size_t column,
             const PaintStyle& style) {
  if (column == 0 || column + 2 != layout.columns.size()) return 0;
  constexpr qreal most = 0.7;
  const qreal gap = layout.columns[column + 1] - layout.columns[column] - style.px(kNodeWidth);
  return std::min(labelWidth(data, column, style), most * gap);
}

void placeNodes(SankeyLayout& layout, const SankeyData& data, const std::vector<qreal>& heights,
                qreal top, const PaintStyle& style) {
  std::vector<qreal> y(layout.columns.size(), top);
  for (std::size_t i = 0; i < data.nodes.size(); ++i) {
    const SankeyNode& node = data.nodes[i];
    const qreal slot = std::max(heights[i] + style.px(kBandGap), style.px(kRow)) +
                       (slotOf(node, style) - style.px(kRow));
    const qreal middle = std::max(0.0, (style.px(kRow) - style.px(kBandGap) - heights[i]) / 2);
    layout.nodes.emplace_back(layout.columns[node.column], y[node.column] + middle,
                              style.px(kNodeWidth), heights[i]);
    y[node.column] += slot;
  }
}

void placeLabels(SankeyLayout& layout, const SankeyData& data, const PaintStyle& style) {
  for (std::size_t i = 0; i < data.nodes.size(); ++i) {
    const QRectF& box = layout.nodes[i];
    const qreal gap = style.px(8);
    const qreal width = widthOfLabel(data.nodes[i], style);
    const qreal left = data.nodes[i].column == 0 ? box.left() - gap - width : box.right() + gap;
    layout.labels.emplace_back(left, box.center().y() - style.px(10), width, style.px(20));
  }
}

void placeWords(SankeyLayout& layout, const SankeyData& data, const PaintStyle& style) {
  const QFontMetricsF bold(style.font(TextRole::BodyBold));
  for (std::size_t i = 0; i < data.nodes.size(); ++i) {
    const QStringList& lines = data.nodes[i].below;
    QSizeF words(0, style.px(kNodeLine) * static_cast<qreal>(lines.size()));
    for (const QString& line : lines) {
      words.setWidth(std::max(words.width(), bold.horizontalAdvance(line)));
    }
    layout.words.push_back(lines.isEmpty() ? QRectF()
                                           : wordsUnder(layout.nodes[i], words, layout.links,
                                                        layout.sumTop, style));
  }
}

}  // namespace

qreal sankeyHeight(const SankeyData& data, const PaintStyle& style) {
  std::vector<qreal> rows(static_cast<std::size_t>(std::max<qsizetype>(1, data.captions.size())));
  for (const SankeyNode& node : data.nodes) {
    rows[node.column] += slotOf(node, style) + style.px(4);
  }
  const qreal most = *std::max_element(rows.begin(), rows.end());
  return style.px(kTop + kBottom) + std::max(most, style.px(240));
}

SankeyLayout sankeyLayout(const QRectF& rect, const SankeyData& data, const PaintStyle& style) {
  SankeyLayout layout;
  const auto columns = static_cast<std::size_t>(data.captions.size());
  if (columns < 2) return layout;
  const qreal top = rect.top() + style.px(kTop);
  const qreal available = rect.bottom() - style.px(kBottom) - top;
  const qreal left = rect.left() + labelWidth(data, 0, style);
  const qreal right = rect.right() - labelWidth(data, columns - 1, style) - style.px(kNodeWidth);
  placeColumns(layout, columns, left, right);
  const qreal scale = scaleOf(data, available, style);
  std::vector<qreal> in(data.nodes.size(), 0);
  std::vector<qreal> out(data.nodes.size(), 0);
  for (const SankeyLink& link : data.links) {
    const qreal height = bandHeight(link.value, link.fill == Fill::Hatch, scale, style);
    layout.linkHeights.push_back(height);
    out[link.from] += height;
    in[link.to] += height;
  }
  std::vector<qreal> heights(in);
  for (std::size_t i = 0; i < in.size(); ++i) heights[i] = std::max(in[i], out[i]);
  placeNodes(layout, data, heights, top, style);
  std::fill(in.begin(), in.end(), 0);
  std::fill(out.begin(), out.end(), 0);
  for (std::size_t i = 0; i < data.links.size(); ++i) {
    const SankeyLink& link = data.links[i];
    const qreal height = layout.linkHeights[i];
    QRectF from = layout.nodes[link.from];
    QRectF to = layout.nodes[link.to];
    from.moveTop(from.top() + out[link.from]);
    from.setHeight(height);
    to.moveTop(to.top() + in[link.to]);
    to.setHeight(height);
    out[link.from] += height;
    in[link.to] += height;
    layout.links.push_back(
        bandBetween(from, to, flatOf(layout, data, data.nodes[link.from].column, style)));
  }
  layout.sumTop = rect.bottom() - style.px(kBottom) + style.px(6);
  placeLabels(layout, data, style);
  placeWords(layout, data, style);
  return layout;
}

}  // namespace plumbline
