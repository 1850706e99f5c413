// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/flow_picture.h"

#include <algorithm>

#include <QFontMetricsF>
#include <QPainter>

#include "ui/charts/band_layout.h"
#include "ui/words/lists.h"

namespace plumbline {

namespace {

struct Brushwork {
  QPainter* painter;
  const FlowData& data;
  const FlowLayout& layout;
  const PaintStyle& style;

  void text(const QRectF& box, Qt::Alignment align, const QString& words, TextRole role,
            const QColor& color) const {
    painter->setFont(style.font(role));
    painter->setPen(color);
    // Left is left here: the picture is not mirrored.
    const int flags = static_cast<int>(align | Qt::AlignAbsolute);
    painter->drawText(box, flags | Qt::TextSingleLine | Qt::TextDontClip, words);
  }
  [[nodiscard]] QRectF row(qreal left, qreal right, qreal centre) const {
    return QRectF(left, centre - style.px(12), right - left, style.px(24));
  }
};

void paintSources(const Brushwork& b) {
  const Roles& table = b.style.roles();
  for (std::size_t i = 0; i < b.layout.sources.size(); ++i) {
    const FlowLayout::Branch& branch = b.layout.sources[i];
    paintBand(b.painter, branch.band, branch.node.height(), Fill::Solid, Tone::Info, b.style);
    b.painter->fillRect(branch.node, table.ink(Tone::Info));
    const qreal right = branch.node.left() - b.style.px(10);
    const QRectF box(right - b.style.px(400), branch.rowCentre - b.style.px(18), b.style.px(400),
                     b.style.px(18));
    b.text(box, Qt::AlignRight | Qt::AlignVCenter, b.data.sources[i].name, TextRole::BodyBold,
           table[ColorRole::Text]);
    b.text(box.translated(0, b.style.px(17)), Qt::AlignRight | Qt::AlignVCenter,
           b.data.sources[i].mass, TextRole::Body, table[ColorRole::Muted]);
  }
}

void paintOutcomes(const Brushwork& b) {
  const Roles& table = b.style.roles();
  for (std::size_t i = 0; i < b.layout.outcomes.size(); ++i) {
    const FlowLayout::Branch& branch = b.layout.outcomes[i];
    const FlowOutcome& outcome = b.data.outcomes[i];
    const bool aside = b.data.quiet(outcome);
    paintBand(b.painter, branch.band, branch.node.height(), aside ? Fill::Open : outcome.fill,
              aside ? Tone::Unsure : outcome.tone, b.style);
    if (branch.node.height() > 0) {
      const bool thin = branch.node.height() < b.style.px(8);
      const Fill fill = aside ? Fill::Open : thin ? Fill::Solid : outcome.fill;
      paintFill(b.painter, branch.node, fill, aside ? Tone::Unsure : outcome.tone, table,
                b.style.scale);
    }
    const qreal mark = b.style.px(14);
    paintMark(b.painter, QRectF(b.layout.tableLeft, branch.rowCentre - mark / 2, mark, mark),
              outcome.mark, table);
    const QColor ink = aside            ? table[ColorRole::Muted]
                       : outcome.strong ? table.ink(outcome.tone)
                                        : table[ColorRole::Text];
    const QColor quiet = outcome.strong ? ink : table[ColorRole::Muted];
    const auto& right = b.layout.columnRight;
    b.text(b.row(b.layout.tableLeft + b.style.px(20), right[0], branch.rowCentre),
           Qt::AlignLeft | Qt::AlignVCenter, outcome.name,
           aside ? TextRole::Body : TextRole::BodyBold, ink);
    const auto number = Qt::AlignRight | Qt::AlignVCenter;
    b.text(b.row(b.layout.tableLeft, right[0], branch.rowCentre), number, outcome.plantSays,
           TextRole::Body, table[ColorRole::Muted]);
    b.text(b.row(b.layout.tableLeft, right[1], branch.rowCentre), number, outcome.found,
           aside ? TextRole::Body : TextRole::BodyBold, ink);
    b.text(b.row(b.layout.tableLeft, right[2], branch.rowCentre), number, outcome.plusMinus,
           TextRole::Body, quiet);
  }
}

void paintHeader(const Brushwork& b, const QRectF& rect) {
  const QColor muted = b.style.color(ColorRole::Muted);
  const QRectF line(rect.left(), b.layout.headerTop, rect.width(), b.style.px(20));
  b.text(line, Qt::AlignLeft | Qt::AlignTop, b.data.sourcesCaption, TextRole::Small, muted);
  const QRectF above(b.layout.centre.center().x() - b.style.px(200), line.top(), b.style.px(400),
                     line.height());
  b.text(above, Qt::AlignHCenter | Qt::AlignTop, b.data.node, TextRole::BodyBold,
         b.style.color(ColorRole::Text));
  if (b.data.tableHeader.size() < 4) return;
  b.text(QRectF(b.layout.tableLeft, line.top(), b.style.px(300), line.height()),
         Qt::AlignLeft | Qt::AlignTop, b.data.tableHeader[0], TextRole::Small, muted);
  for (std::size_t i = 0; i < 3; ++i) {
    b.text(QRectF(b.layout.tableLeft, line.top(), b.layout.columnRight[i] - b.layout.tableLeft,
                  line.height()),
           Qt::AlignRight | Qt::AlignTop, b.data.tableHeader[static_cast<qsizetype>(i) + 1],
           TextRole::Small, muted);
  }
}

void paintSums(const Brushwork& b) {
  const QColor ink = b.style.color(ColorRole::Text);
  b.painter->setPen(QPen(b.style.color(ColorRole::LineStrong), b.style.px(1)));
  b.painter->drawLine(QPointF(b.layout.tableLeft, b.layout.sumTop),
                      QPointF(b.layout.columnRight[2], b.layout.sumTop));
  const qreal centre = b.layout.sumTop + b.style.px(16);
  const auto number = Qt::AlignRight | Qt::AlignVCenter;
  b.text(b.row(b.layout.tableLeft, b.layout.columnRight[0], centre),
         Qt::AlignLeft | Qt::AlignVCenter, b.data.sumName, TextRole::BodyBold, ink);
  b.text(b.row(b.layout.tableLeft, b.layout.columnRight[0], centre), number, b.data.sumPlant,
         TextRole::BodyBold, ink);
  b.text(b.row(b.layout.tableLeft, b.layout.columnRight[1], centre), number, b.data.sumFound,
         TextRole::BodyBold, ink);
}

void paintNode(const Brushwork& b) {
  b.painter->fillRect(b.layout.centre, b.style.color(ColorRole::Text));
  if (b.layout.outcomes.empty()) return;
  QRectF line = b.layout.nodeWords;
  line.setHeight(b.style.px(kNodeLine));
  for (qsizetype i = 0; i < b.data.nodeLines.size(); ++i) {
    const bool strong = b.data.lastLineStrong && i + 1 == b.data.nodeLines.size();
    b.text(line, Qt::AlignRight | Qt::AlignVCenter, b.data.nodeLines[i],
           strong ? TextRole::BodyBold : TextRole::Body,
           strong ? b.style.roles().ink(Tone::Fail) : b.style.color(ColorRole::Muted));
    line.translate(0, line.height());
  }
}

}  // namespace

void paintFlow(QPainter* painter, const QRectF& rect, const FlowData& data,
               const PaintStyle& style) {
  const FlowLayout layout = flowLayout(rect, data, style);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setLayoutDirection(Qt::LayoutDirectionAuto);
  const Brushwork brush{painter, data, layout, style};
  paintSources(brush);
  paintOutcomes(brush);
  paintNode(brush);
  paintHeader(brush, rect);
  paintSums(brush);
  painter->restore();
}

FlowView::FlowView(QWidget* parent) : PictureView(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize FlowView::sizeHint() const {
  return {px(900), qRound(flowHeight(m_data, PaintStyle::screen()))};
}

QSize FlowView::minimumSizeHint() const {
  return {px(760), qRound(flowHeight(m_data, PaintStyle::screen()) * 0.92)};
}

std::vector<FigureStop> FlowView::stops() const {
  const FlowLayout layout =
      flowLayout(area(), m_data, PaintStyle::screen());
  std::vector<FigureStop> result;
  for (std::size_t i = 0; i < layout.sources.size(); ++i) {
    result.push_back({layout.sources[i].node, m_data.sources[i].spoken, {}});
    result.push_back({layout.sources[i].band.boundingRect(), m_data.sources[i].spoken, {}});
  }
  result.push_back(
      {layout.centre, m_data.node + QStringLiteral(": ") + words::listed(m_data.nodeLines), {}});
  for (std::size_t i = 0; i < layout.outcomes.size(); ++i) {
    const FlowOutcome& outcome = m_data.outcomes[i];
    result.push_back({layout.outcomes[i].band.boundingRect(), outcome.spoken, outcome.key});
    result.push_back({layout.outcomes[i].node, outcome.spoken, outcome.key});
  }
  return result;
}

void FlowView::paintData(QPainter* painter, const QRectF& rect, const PaintStyle& style) const {
  paintFlow(painter, rect, m_data, style);
}

}  // namespace plumbline
