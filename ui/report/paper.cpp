// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/paper.h"

#include <algorithm>
#include <utility>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <QThread>

#include "model/records/visible_text.h"

#include "ui/report/glyphs.h"

namespace plumbline {

namespace {

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

void paintPlumbLine(QPainter* painter, const QPointF& at, const QColor& ink) {
  constexpr qreal u = paper::perPoint;
  painter->setPen(QPen(ink, 1.3 * u));
  painter->drawLine(at, at + QPointF(14 * u, 0));
  painter->drawLine(at + QPointF(7 * u, 0), at + QPointF(7 * u, 11 * u));
  painter->setPen(Qt::NoPen);
  painter->setBrush(ink);
  painter->drawPolygon(QPolygonF({at + QPointF(3.5 * u, 11 * u), at + QPointF(10.5 * u, 11 * u),
                                  at + QPointF(7 * u, 18 * u)}));
  painter->setBrush(Qt::NoBrush);
}

constexpr qreal kMarkIndent = 18;  // points
constexpr qreal kLeading = 1.06;   // between lines, of the font's own height
constexpr qreal kCellPad = 2.4 * paper::perPoint;
constexpr qreal kDensePad = 1.1 * paper::perPoint;

}  // namespace

QSizeF paper::sizeOf(Paper paper) {
  return paper == Paper::Letter ? QSizeF(612 * perPoint, 792 * perPoint)
                                : QSizeF(595 * perPoint, 842 * perPoint);
}

void Document::paint(QPainter* painter, int index) const {
  if (index < 0 || index >= pageCount()) return;
  const PaintStyle style = PaintStyle::print(paper::body);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  for (const PaintStep& step : m_pages[static_cast<std::size_t>(index)]) step(painter);
  if (index > 0) {
    painter->setFont(style.font(TextRole::Small));
    painter->setPen(style.color(ColorRole::Muted));
    const QRectF head(paper::side, paper::top - 28 * paper::perPoint,
                      size().width() - 2 * paper::side, 14 * paper::perPoint);
    painter->drawText(head, Qt::AlignLeft | Qt::AlignVCenter, m_headLine);
    painter->drawText(head, Qt::AlignRight | Qt::AlignVCenter,
                      QCoreApplication::translate("plumbline::Report", "%1 of %2")
                          .arg(index + 1)
                          .arg(pageCount()));
  }
  painter->restore();
}

/// Text broken into lines. The lines lean on the font cache of the thread that made them, which
/// ends with that thread; so a thread that paints them breaks them anew, once. The fonts are the
/// same, and so are the lines. Not for two threads at a time.
class PaperWriter::Lines {
 public:
  Lines(Marked marked, TextRole role, qreal width, Qt::Alignment align)
      : m_marked(std::move(marked)), m_role(role), m_width(width), m_align(align) {
    breakUp();
  }
  [[nodiscard]] int lineCount() const { return m_layout->lineCount(); }
  [[nodiscard]] qreal top(int line) const { return m_layout->lineAt(line).position().y(); }
  [[nodiscard]] qreal height() const { return m_height; }
  void draw(QPainter* painter, const QPointF& at, int from, int to) {
    if (m_thread != QThread::currentThreadId()) breakUp();
    for (int i = from; i < to; ++i) m_layout->lineAt(i).draw(painter, at);
  }

 private:
  void breakUp() {
    const QFont font = PaintStyle::print(paper::body).font(m_role);
    const qreal line = QFontMetricsF(font).height() * kLeading;
    m_thread = QThread::currentThreadId();
    m_layout = std::make_unique<QTextLayout>(m_marked.text, font);
    QTextOption option(m_align);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    m_layout->setFormats(m_marked.bold);
    m_layout->setCacheEnabled(true);
    m_height = 0;
    m_layout->beginLayout();
    for (QTextLine row = m_layout->createLine(); row.isValid(); row = m_layout->createLine()) {
      row.setLineWidth(m_width);
      row.setPosition(QPointF(0, m_height));
      m_height += line;
    }
    m_layout->endLayout();
  }

  Marked m_marked;
  TextRole m_role;
  qreal m_width;
  Qt::Alignment m_align;
  Qt::HANDLE m_thread = nullptr;
  std::unique_ptr<QTextLayout> m_layout;
  qreal m_height = 0;
};

/// Where the writer stands, so that it can go back there.
struct PaperWriter::Place {
  std::size_t pages = 0;
  std::size_t steps = 0;  // of the last page
  std::vector<Waiting> waiting;
  std::vector<PaperCell> header;
  qreal y = 0;
  int missing = 0;
};

struct PaperWriter::Row {
  struct Part {
    Layout layout;
    qreal left = 0, width = 0;
    ColorRole color = ColorRole::Text;
    bool boxed = false;
  };
  std::vector<Part> parts;
  qreal height = 0;
  qreal pad = 0;
};

PaperWriter::PaperWriter(Document& document)
    : m_document(document),
      m_size(document.size()),
      m_style(PaintStyle::print(paper::body)),
      m_glyphs(std::make_unique<Glyphs>(m_style)) {
  newPage();
}

PaperWriter::~PaperWriter() {
  flush();
  m_document.m_missing = m_glyphs->missing() - m_twice;
}

PaperWriter::Place PaperWriter::place() const {
  return {m_document.m_pages.size(), m_document.m_pages.back().size(), m_waiting, m_header, m_y,
          m_glyphs->missing()};
}

void PaperWriter::goBack(const Place& place) {
  m_document.m_pages.resize(place.pages);
  m_document.m_pages.back().resize(place.steps);
  m_waiting = place.waiting;
  m_header = place.header;
  m_y = place.y;
  m_twice += m_glyphs->missing() - place.missing;
}

void PaperWriter::newPage() {
  m_document.m_pages.emplace_back();
  m_y = paper::top;
}

bool PaperWriter::begin(qreal height) {
  const std::vector<Waiting> waiting = std::exchange(m_waiting, {});
  qreal whole = height;
  for (const Waiting& one : waiting) whole += one.height;
  const bool fresh = m_y + whole > bottomLine() && m_y > paper::top;
  if (fresh) newPage();
  for (const Waiting& one : waiting) one.draw();
  return fresh;
}

void PaperWriter::flush() {
  if (!m_waiting.empty()) begin(0);
}

void PaperWriter::part() {
  flush();
  m_header.clear();
  if (m_y > paper::top) newPage();
}

void PaperWriter::space(qreal points) {
  m_header.clear();
  const qreal height = points * paper::perPoint;
  if (!m_waiting.empty()) {
    m_waiting.push_back({height, [this, height] { m_y += height; }});
  } else if (m_y > paper::top) {
    m_y += height;
  }
}

void PaperWriter::step(PaintStep step) {
  m_document.m_pages.back().push_back(std::move(step));
}

void PaperWriter::brand(const QString& words) {
  step([style = m_style, words](QPainter* painter) {
    const QPointF at(paper::side, 64 * paper::perPoint);
    paintPlumbLine(painter, at, style.color(ColorRole::Text));
    painter->setFont(style.font(TextRole::CardHeading));
    painter->setPen(style.color(ColorRole::Text));
    painter->drawText(at + QPointF(24 * paper::perPoint, 13 * paper::perPoint), words);
  });
  m_y = 200 * paper::perPoint;
}

void PaperWriter::footnote(const QString& words) {
  flush();
  m_y = std::max(m_y, m_size.height() - 82 * paper::perPoint);
  text(words, TextRole::Small, ColorRole::Muted);
}

void PaperWriter::keep(const std::function<void()>& write) {
  const Place before = place();
  write();
  if (m_document.m_pages.size() == before.pages || before.y <= paper::top) return;
  // It ran over the foot of the page: once more from the top of the next one.
  goBack(before);
  newPage();
  const std::size_t pages = m_document.m_pages.size();
  write();
  if (m_document.m_pages.size() == pages) return;
  goBack(before);  // longer than a page: then it begins where it stood
  write();
}

qreal PaperWriter::lineOf(TextRole role) const {
  return QFontMetricsF(m_style.font(role)).height() * kLeading;
}

PaperWriter::Layout PaperWriter::layOut(const QString& markup, TextRole role, qreal width,
                                        Qt::Alignment align, qreal* height) {
  auto lines =
      std::make_shared<Lines>(unmark(m_glyphs->printable(visibleText(markup))), role, width, align);
  *height = lines->height();
  return lines;
}

void PaperWriter::drawLines(const Layout& layout, const QPointF& at, ColorRole color, int from,
                            int to) {
  const QColor ink = m_style.color(color);
  step([layout, at, ink, from, to](QPainter* painter) {
    painter->setPen(ink);
    layout->draw(painter, at, from, to);
  });
}

void PaperWriter::text(const QString& markup, TextRole role, ColorRole color, qreal indent) {
  if (markup.isEmpty()) return;
  m_header.clear();
  qreal height = 0;
  const qreal left = indent * paper::perPoint;
  const Layout layout = layOut(markup, role, textWidth() - left, Qt::AlignLeft, &height);
  const qreal line = lineOf(role);
  const int count = layout->lineCount();
  begin(line * std::min(count, 2));
  for (int from = 0; from < count;) {
    const int fit = std::max(1, static_cast<int>((bottomLine() - m_y) / line));
    int to = std::min(count, from + fit);
    // A last line does not stand alone at the top of a page.
    if (count - to == 1 && to - from > 2) --to;
    const QPointF at(paper::side + left, m_y - layout->top(from));
    drawLines(layout, at, color, from, to);
    m_y += line * (to - from);
    from = to;
    if (from < count) newPage();
  }
}

void PaperWriter::heading(const QString& words, TextRole role) {
  m_header.clear();
  qreal height = 0;
  const Layout layout = layOut(words, role, textWidth(), Qt::AlignLeft, &height);
  const qreal gap = (role == TextRole::CardHeading ? 2 : 6) * paper::perPoint;
  m_waiting.push_back({height + gap, [this, layout, height, gap] {
                         drawLines(layout, QPointF(paper::side, m_y), ColorRole::Text, 0,
                                   layout->lineCount());
                         m_y += height + gap;
                       }});
}

void PaperWriter::drawMark(Mark mark, qreal points, qreal drop) {
  const qreal side = points * paper::perPoint;
  const QRectF box(paper::side, m_y + drop * paper::perPoint, side, side);
  step([box, mark](QPainter* painter) {
    paintMark(painter, box, mark, Roles::of(ThemeKind::Light));
  });
}

void PaperWriter::markedHeading(Mark mark, const QString& words) {
  m_header.clear();
  qreal height = 0;
  const qreal left = kMarkIndent * paper::perPoint;
  const Layout layout =
      layOut(words, TextRole::BodyBold, textWidth() - left, Qt::AlignLeft, &height);
  m_waiting.push_back({height, [this, mark, layout, height, left] {
                         drawMark(mark, 11, 2);
                         drawLines(layout, QPointF(paper::side + left, m_y), ColorRole::Text, 0,
                                   layout->lineCount());
                         m_y += height;
                       }});
}

void PaperWriter::line() {
  flush();
  m_header.clear();
  const qreal y = m_y;
  const QColor ink = m_style.color(ColorRole::LineStrong);
  step([y, ink, width = textWidth()](QPainter* painter) {
    painter->setPen(QPen(ink, paper::perPoint * 0.6));
    painter->drawLine(QPointF(paper::side, y), QPointF(paper::side + width, y));
  });
  m_y += 4 * paper::perPoint;
}

PaperWriter::Row PaperWriter::layOutRow(const std::vector<PaperCell>& cells, TextRole role,
                                        qreal pad) {
  qreal shares = 0;
  for (const PaperCell& cell : cells) shares += cell.share;
  Row row;
  row.pad = pad;
  qreal x = paper::side;
  qreal tallest = lineOf(role);
  for (const PaperCell& cell : cells) {
    const qreal width = textWidth() * cell.share / shares;
    qreal height = 0;
    const Layout layout = layOut(cell.text, role, width - 2 * kCellPad,
                                 cell.number ? Qt::AlignRight : Qt::AlignLeft, &height);
    row.parts.push_back({layout, x, width, cell.color, cell.boxed});
    tallest = std::max(tallest, height);
    x += width;
  }
  row.height = tallest + 2 * pad;
  return row;
}

void PaperWriter::drawRow(const Row& row) {
  for (const Row::Part& part : row.parts) {
    if (part.boxed) {
      const QRectF box(part.left, m_y, part.width, row.height);
      const Roles& table = m_style.roles();
      step([box, tint = table.tint(Tone::Fail), ink = table.ink(Tone::Fail)](QPainter* painter) {
        painter->setPen(QPen(ink, paper::perPoint * 0.6));
        painter->setBrush(tint);
        painter->drawRect(box);
        painter->setBrush(Qt::NoBrush);
      });
    }
    drawLines(part.layout, QPointF(part.left + kCellPad, m_y + row.pad), part.color, 0,
              part.layout->lineCount());
  }
  m_y += row.height;
  const qreal y = m_y;
  const QColor ink = m_style.color(ColorRole::Line);
  step([y, ink, width = textWidth()](QPainter* painter) {
    painter->setPen(QPen(ink, paper::perPoint * 0.5));
    painter->drawLine(QPointF(paper::side, y), QPointF(paper::side + width, y));
  });
}

void PaperWriter::header(const std::vector<PaperCell>& cells) {
  m_header = cells;
  for (PaperCell& cell : m_header) cell.color = ColorRole::Muted;
  const Row row = layOutRow(m_header, TextRole::Small, kDensePad);
  m_waiting.push_back({row.height, [this, row] { drawRow(row); }});
}

void PaperWriter::row(const std::vector<PaperCell>& cells, bool dense) {
  const Row row =
      layOutRow(cells, dense ? TextRole::Small : TextRole::Body, dense ? kDensePad : kCellPad);
  const bool goesOn = m_waiting.empty() && !m_header.empty();
  // A table's first two rows and its header stand together.
  const bool fresh = begin(m_waiting.empty() ? row.height : 2 * row.height);
  if (fresh && goesOn) drawRow(layOutRow(m_header, TextRole::Small, kDensePad));
  drawRow(row);
}

void PaperWriter::markedRow(Mark mark, const std::vector<PaperCell>& cells) {
  std::vector<PaperCell> all{{QString(), 0.4}};
  all.insert(all.end(), cells.begin(), cells.end());
  const Row row = layOutRow(all, TextRole::Body, kCellPad);
  begin(row.height);
  drawMark(mark, 9, 4);
  drawRow(row);
}

void PaperWriter::labelled(const QString& label, const QString& value, bool mono) {
  m_header.clear();
  qreal labelHeight = 0;
  qreal height = 0;
  const qreal left = 110 * paper::perPoint;
  const Layout name = layOut(label, TextRole::Body, left - 40, Qt::AlignLeft, &labelHeight);
  const Layout layout = layOut(value, mono ? TextRole::Mono : TextRole::Body, textWidth() - left,
                               Qt::AlignLeft, &height);
  const qreal whole = std::max(labelHeight, height);
  begin(whole);
  drawLines(name, QPointF(paper::side, m_y), ColorRole::Muted, 0, name->lineCount());
  drawLines(layout, QPointF(paper::side + left, m_y), ColorRole::Text, 0, layout->lineCount());
  m_y += whole + 2 * paper::perPoint;
}

void PaperWriter::picture(const Picture& picture) {
  m_header.clear();
  const PaintStyle style = PaintStyle::print(paper::body * picture.type);
  const qreal height = picture.height(textWidth(), style);
  begin(height);
  const QRectF box(paper::side, m_y, textWidth(), height);
  step([box, style, paint = picture.paint](QPainter* painter) { paint(painter, box, style); });
  m_y += height;
}

}  // namespace plumbline
