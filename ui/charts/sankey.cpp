// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sankey.h"

#include <QFontMetricsF>
#include <QPainter>

#include "ui/charts/band_layout.h"

namespace plumbline {

namespace {

struct Brushwork {
  QPainter* painter;
  const SankeyData& data;
  const SankeyLayout& layout;
  const PaintStyle& style;

  /// Returns where the words end.
  qreal text(qreal x, qreal centre, const QString& words, TextRole role, const QColor& ink) const {
    const QFont font = style.font(role);
    const QFontMetricsF metrics(font);
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(QPointF(x, centre + (metrics.ascent() - metrics.descent()) / 2), words);
    return x + metrics.horizontalAdvance(words);
  }
  [[nodiscard]] qreal widthOf(const QString& words, TextRole role) const {
    return QFontMetricsF(style.font(role)).horizontalAdvance(words);
  }
  void centred(qreal x, qreal centre, const QString& words, TextRole role,
               const QColor& ink) const {
    text(x - widthOf(words, role) / 2, centre, words, role, ink);
  }
};

void paintLabel(const Brushwork& b, std::size_t index) {
  const SankeyNode& node = b.data.nodes[index];
  const Roles& table = b.style.roles();
  const QString mass = node.mass.isEmpty() ? QString() : QStringLiteral("  ") + node.mass;
  const QColor ink = node.alarm ? table.ink(node.tone) : table[ColorRole::Text];
  if (!node.below.isEmpty()) {
    const QRectF& words = b.layout.words[index];
    qreal y = words.top() + b.style.px(kNodeLine / 2);
    for (qsizetype i = 0; i < node.below.size(); ++i) {
      const bool strong = node.alarm && i + 1 == node.below.size();
      const TextRole role = strong ? TextRole::BodyBold : TextRole::Body;
      b.text(words.right() - b.widthOf(node.below[i], role), y, node.below[i], role,
             strong ? table.ink(Tone::Fail) : table[ColorRole::Muted]);
      y += b.style.px(kNodeLine);
    }
    return;
  }
  const QRectF& label = b.layout.labels[index];
  const bool between = node.column > 0 && node.column + 1 < b.layout.columns.size();
  if (between) {
    // Words stand on the bands that go on from here.
    const qreal edge = b.style.px(4);
    b.painter->setPen(Qt::NoPen);
    b.painter->setBrush(table[ColorRole::Surface]);
    b.painter->drawRoundedRect(label.adjusted(-edge, 0, edge, 0), b.style.px(3), b.style.px(3));
  }
  const qreal centre = label.center().y();
  const qreal end = b.text(label.left(), centre, node.name, TextRole::BodyBold, ink);
  b.text(end, centre, mass, TextRole::Body, node.alarm ? ink : table[ColorRole::Muted]);
}

void paintColumns(const Brushwork& b, const QRectF& rect) {
  if (b.layout.columns.empty()) return;
  const QColor muted = b.style.color(ColorRole::Muted);
  const qreal top = rect.top() + b.style.px(8);
  const qreal bottom = b.layout.sumTop + b.style.px(14);
  b.painter->setPen(QPen(b.style.color(ColorRole::Line), b.style.px(1)));
  b.painter->drawLine(QPointF(rect.left(), b.layout.sumTop),
                      QPointF(rect.right(), b.layout.sumTop));
  for (std::size_t i = 0; i < b.layout.columns.size(); ++i) {
    const auto at = static_cast<qsizetype>(i);
    const QString caption = b.data.captions.value(at);
    const QString sum = b.data.sums.value(at);
    const qreal middle = b.layout.columns[i] + b.style.px(kNodeWidth / 2);
    if (i == 0) {
      b.text(rect.left(), top, caption, TextRole::Small, muted);
      b.text(rect.left(), bottom, sum, TextRole::BodyBold, b.style.color(ColorRole::Text));
    } else if (i + 1 == b.layout.columns.size()) {
      const qreal x = b.layout.columns[i];
      b.text(x, top, caption, TextRole::Small, muted);
      b.text(x, bottom, sum, TextRole::BodyBold, b.style.color(ColorRole::Text));
    } else {
      b.centred(middle, top, caption, TextRole::Small, muted);
      b.centred(middle, bottom, sum, TextRole::BodyBold, b.style.color(ColorRole::Text));
    }
  }
}

}  // namespace

void paintSankey(QPainter* painter, const QRectF& rect, const SankeyData& data,
                 const PaintStyle& style) {
  const SankeyLayout layout = sankeyLayout(rect, data, style);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setLayoutDirection(Qt::LayoutDirectionAuto);
  const Brushwork brush{painter, data, layout, style};
  for (std::size_t i = 0; i < layout.links.size(); ++i) {
    const SankeyLink& link = data.links[i];
    paintBand(painter, layout.links[i], layout.linkHeights[i], link.fill, link.tone, style);
  }
  for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
    const SankeyNode& node = data.nodes[i];
    const QRectF& box = layout.nodes[i];
    if (box.height() <= 0) continue;
    const bool thin = box.height() < style.px(8);
    if (!node.below.isEmpty()) {
      painter->fillRect(box, style.color(ColorRole::Text));
    } else {
      paintFill(painter, box, thin ? Fill::Solid : node.fill, node.tone, style.roles(),
                style.scale);
    }
  }
  for (std::size_t i = 0; i < layout.nodes.size(); ++i) paintLabel(brush, i);
  paintColumns(brush, rect);
  painter->restore();
}

SankeyView::SankeyView(QWidget* parent) : PictureView(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSizeF SankeyView::printSize() const {
  return {1200, sankeyHeight(m_data, PaintStyle::print(13)) + 60};
}

QSize SankeyView::sizeHint() const {
  return {px(900), qRound(sankeyHeight(m_data, PaintStyle::screen()))};
}

QSize SankeyView::minimumSizeHint() const {
  return {px(760), qRound(sankeyHeight(m_data, PaintStyle::screen()))};
}

std::vector<FigureStop> SankeyView::stops() const {
  const SankeyLayout layout =
      sankeyLayout(area(), m_data, PaintStyle::screen());
  std::vector<FigureStop> result;
  for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
    result.push_back({layout.nodes[i], m_data.nodes[i].spoken, {}});
    for (std::size_t k = 0; k < layout.links.size(); ++k) {
      if (m_data.links[k].from != i) continue;
      result.push_back({layout.links[k].boundingRect(), m_data.links[k].spoken, {}});
    }
  }
  return result;
}

void SankeyView::paintData(QPainter* painter, const QRectF& rect, const PaintStyle& style) const {
  paintSankey(painter, rect, m_data, style);
}

}  // namespace plumbline
