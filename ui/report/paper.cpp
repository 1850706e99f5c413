// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/paper.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include "ui/report/glyphs.h"

namespace plumbline {

namespace {

constexpr qreal kBottomLine = paper::height - paper::bottom;

/// Text without its ** marks, and where it is bold.
struct Marked {
  QString text;
  QList<QTextLayout::FormatRange> bold;
};

Marked unmark(const QString& markup) {
  Marked result;
  const QStringList parts = markup.split(QStringLiteral("**"));
  for (qsizetype i = 0; i < parts.size(); ++i) {
    if (i % 2 == 1 && i + 1 < parts.size()) {
      QTextLayout::FormatRange range;
      range.start = static_cast<int>(result.text.size());
      range.length = static_cast<int>(parts[i].size());
      range.format.setFontWeight(QFont::Bold);
      result.bold << range;
    }
    result.text += parts[i];
  }
  result.text.replace(QLatin1Char('\n'), QChar::LineSeparator);
  return result;
}

}  // namespace

void Document::paint(QPainter* painter, int index) const {
  if (index < 0 || index >= pageCount()) return;
  const PaintStyle style = PaintStyle::print(paper::body);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  for (const PaintStep& step : m_pages[static_cast<std::size_t>(index)]) step(painter);
  if (index > 0) {
    painter->setFont(style.font(TextRole::Small));
    painter->setPen(style.color(ColorRole::Muted));
    const QRectF head(paper::side, paper::top - 28 * paper::perPoint, paper::textWidth,
                      14 * paper::perPoint);
    painter->drawText(head, Qt::AlignLeft | Qt::AlignVCenter, m_headLine);
    painter->drawText(head, Qt::AlignRight | Qt::AlignVCenter,
                      QCoreApplication::translate("plumbline::Report", "%1 of %2")
                          .arg(index + 1)
                          .arg(pageCount()));
  }
  painter->restore();
}

Writer::Writer(Document& document)
    : m_document(document),
      m_style(PaintStyle::print(paper::body)),
      m_glyphs(std::make_unique<Glyphs>(m_style)) {
  newPage();
}

Writer::~Writer() {
  m_document.m_missing = m_glyphs->missing();
}

void Writer::newPage() {
  m_document.m_pages.emplace_back();
  m_y = paper::top;
}

void Writer::need(qreal height) {
  if (m_y + height > kBottomLine && m_y > paper::top) newPage();
}

void Writer::space(qreal points) {
  if (m_y > paper::top) m_y += points * paper::perPoint;
}

void Writer::step(PaintStep step) {
  m_document.m_pages.back().push_back(std::move(step));
}

qreal Writer::lineOf(TextRole role) const {
  return QFontMetricsF(m_style.font(role)).height() * 1.06;
}

Writer::Layout Writer::layOut(const QString& markup, TextRole role, qreal width,
                              Qt::Alignment align, qreal* height) {
  const Marked marked = unmark(m_glyphs->printable(markup));
  auto layout = std::make_shared<QTextLayout>(marked.text, m_style.font(role));
  QTextOption option(align);
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout->setTextOption(option);
  layout->setFormats(marked.bold);
  layout->setCacheEnabled(true);
  const qreal line = lineOf(role);
  *height = 0;
  layout->beginLayout();
  for (QTextLine row = layout->createLine(); row.isValid(); row = layout->createLine()) {
    row.setLineWidth(width);
    row.setPosition(QPointF(0, *height));
    *height += line;
  }
  layout->endLayout();
  return layout;
}

void Writer::drawLines(const Layout& layout, const QPointF& at, ColorRole color, int from, int to) {
  const QColor ink = m_style.color(color);
  step([layout, at, ink, from, to](QPainter* painter) {
    painter->setPen(ink);
    for (int i = from; i < to; ++i) layout->lineAt(i).draw(painter, at);
  });
}

void Writer::text(const QString& markup, TextRole role, ColorRole color, qreal indent) {
  if (markup.isEmpty()) return;
  qreal height = 0;
  const qreal left = indent * paper::perPoint;
  const Layout layout = layOut(markup, role, paper::textWidth - left, Qt::AlignLeft, &height);
  const qreal line = lineOf(role);
  const int count = layout->lineCount();
  for (int from = 0; from < count;) {
    need(line);
    const int fit = std::max(1, static_cast<int>((kBottomLine - m_y) / line));
    const int to = std::min(count, from + fit);
    const QPointF at(paper::side + left, m_y - layout->lineAt(from).position().y());
    drawLines(layout, at, color, from, to);
    m_y += line * (to - from);
    from = to;
  }
}

void Writer::heading(const QString& words, TextRole role) {
  // A heading never stands alone at the foot of a page.
  need(lineOf(role) + 4 * lineOf(TextRole::Body));
  text(words, role);
  space(role == TextRole::PageTitle ? 6 : 2);
}

void Writer::line() {
  const qreal y = m_y;
  const QColor ink = m_style.color(ColorRole::LineStrong);
  step([y, ink](QPainter* painter) {
    painter->setPen(QPen(ink, paper::perPoint * 0.6));
    painter->drawLine(QPointF(paper::side, y), QPointF(paper::side + paper::textWidth, y));
  });
  m_y += 4 * paper::perPoint;
}

void Writer::row(const std::vector<Cell>& cells, bool ruled, TextRole role) {
  qreal shares = 0;
  for (const Cell& cell : cells) shares += cell.share;
  constexpr qreal pad = 2.4 * paper::perPoint;
  struct Placed {
    Layout layout;
    QRectF box;
    const Cell* cell;
  };
  std::vector<Placed> placed;
  qreal x = paper::side;
  qreal tallest = lineOf(role);
  for (const Cell& cell : cells) {
    const qreal width = paper::textWidth * cell.share / shares;
    qreal height = 0;
    const Layout layout = layOut(cell.text, role, width - 2 * pad,
                                 cell.number ? Qt::AlignRight : Qt::AlignLeft, &height);
    placed.push_back({layout, QRectF(x, 0, width, 0), &cell});
    tallest = std::max(tallest, height);
    x += width;
  }
  const qreal whole = tallest + 2 * pad;
  need(whole);
  for (const Placed& part : placed) {
    if (part.cell->boxed) {
      const QRectF box(part.box.left(), m_y, part.box.width(), whole);
      const Roles& table = m_style.roles();
      step([box, tint = table.tint(Tone::Fail), ink = table.ink(Tone::Fail)](QPainter* painter) {
        painter->setPen(QPen(ink, paper::perPoint * 0.6));
        painter->setBrush(tint);
        painter->drawRect(box);
        painter->setBrush(Qt::NoBrush);
      });
    }
    drawLines(part.layout, QPointF(part.box.left() + pad, m_y + pad), part.cell->color, 0,
              part.layout->lineCount());
  }
  m_y += whole;
  if (!ruled) return;
  const qreal y = m_y;
  const QColor ink = m_style.color(ColorRole::Line);
  step([y, ink](QPainter* painter) {
    painter->setPen(QPen(ink, paper::perPoint * 0.5));
    painter->drawLine(QPointF(paper::side, y), QPointF(paper::side + paper::textWidth, y));
  });
}

void Writer::labelled(const QString& label, const QString& value, bool mono) {
  qreal labelHeight = 0;
  qreal height = 0;
  const qreal left = 110 * paper::perPoint;
  const Layout name = layOut(label, TextRole::Body, left - 40, Qt::AlignLeft, &labelHeight);
  const Layout layout = layOut(value, mono ? TextRole::Mono : TextRole::Body,
                               paper::textWidth - left, Qt::AlignLeft, &height);
  const qreal whole = std::max(labelHeight, height);
  need(whole);
  drawLines(name, QPointF(paper::side, m_y), ColorRole::Muted, 0, name->lineCount());
  drawLines(layout, QPointF(paper::side + left, m_y), ColorRole::Text, 0, layout->lineCount());
  m_y += whole + 2 * paper::perPoint;
}

void Writer::picture(qreal height, std::function<void(QPainter*, const QRectF&)> paint) {
  need(height);
  const QRectF box(paper::side, m_y, paper::textWidth, height);
  step([box, paint = std::move(paint)](QPainter* painter) { paint(painter, box); });
  m_y += height;
}

}  // namespace plumbline
