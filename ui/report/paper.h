// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sheets of A4 as lists of painting steps. They are laid out once and then painted on any painter:
// a PDF, a preview, a test image. No widget, no QTextDocument; linear in the number of pages.

#include <functional>
#include <memory>
#include <vector>

#include "ui/charts/paint_style.h"

class QPainter;
class QTextLayout;

namespace plumbline {

class Glyphs;

/// All lengths are in eighths of a point: fine enough that rounding never shows.
namespace paper {
inline constexpr qreal perPoint = 8;
inline constexpr int resolution = 576;  // dots per inch of that unit
inline constexpr qreal width = 595 * perPoint;
inline constexpr qreal height = 842 * perPoint;
inline constexpr qreal side = 56 * perPoint;
inline constexpr qreal top = 72 * perPoint;
inline constexpr qreal bottom = 56 * perPoint;
inline constexpr qreal textWidth = width - 2 * side;
inline constexpr qreal body = 9.5 * perPoint;  // size of body text
}  // namespace paper

using PaintStep = std::function<void(QPainter*)>;

class Document {
 public:
  [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
  /// Paints page `index` with its head line and number. The painter's unit is that of paper.
  void paint(QPainter* painter, int index) const;
  void setHeadLine(const QString& text) { m_headLine = text; }
  /// Characters that no font of ours has; each was printed as its code point.
  [[nodiscard]] int missingCharacters() const { return m_missing; }

 private:
  friend class Writer;
  std::vector<std::vector<PaintStep>> m_pages;
  QString m_headLine;
  int m_missing = 0;
};

/// Cell of a table row.
struct Cell {
  QString text;  // ** marks make bold
  qreal share = 1;
  bool number = false;  // to the right
  ColorRole color = ColorRole::Text;
  bool boxed = false;  // the two sides differ here
};

/// Writes from the top of a page to its bottom and on to the next one.
class Writer {
 public:
  explicit Writer(Document& document);
  ~Writer();
  Q_DISABLE_COPY_MOVE(Writer)

  void newPage();
  /// A new page unless this much is left on the present one.
  void need(qreal height);
  void space(qreal points);
  /// A paragraph, broken over pages line by line where it must be.
  void text(const QString& markup, TextRole role = TextRole::Body,
            ColorRole color = ColorRole::Text, qreal indent = 0);
  void heading(const QString& text, TextRole role = TextRole::PageTitle);
  void line();
  void row(const std::vector<Cell>& cells, bool ruled = true, TextRole role = TextRole::Body);
  void labelled(const QString& label, const QString& value, bool mono = false);
  void picture(qreal height, std::function<void(QPainter*, const QRectF&)> paint);
  /// Where the next thing will stand; for things beside the text.
  [[nodiscard]] qreal y() const { return m_y; }
  void setY(qreal y) { m_y = y; }
  void step(PaintStep step);
  [[nodiscard]] const PaintStyle& style() const { return m_style; }

 private:
  using Layout = std::shared_ptr<QTextLayout>;
  [[nodiscard]] Layout layOut(const QString& markup, TextRole role, qreal width,
                              Qt::Alignment align, qreal* height);
  [[nodiscard]] qreal lineOf(TextRole role) const;
  void drawLines(const Layout& layout, const QPointF& at, ColorRole color, int from, int to);

  Document& m_document;
  PaintStyle m_style;
  std::unique_ptr<Glyphs> m_glyphs;
  qreal m_y = 0;
};

}  // namespace plumbline
