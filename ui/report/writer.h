// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the report is made of. Its parts are written once, against this; paper and web page differ
// only in how a heading, a row or a picture comes out, and never in their words.

#include <functional>
#include <vector>

#include "ui/charts/paint_style.h"
#include "ui/theme/marks.h"

class QPainter;

namespace plumbline {

/// Cell of a table row on paper.
struct PaperCell {
  QString text;  // ** marks make bold
  qreal share = 1;
  bool number = false;  // to the right
  ColorRole color = ColorRole::Text;
  bool boxed = false;  // the two sides differ here
};

/// Painted by the same functions as on screen. Lengths are in units of the painter.
struct Picture {
  QString title;    // for those who cannot see it
  QString summary;  // one sentence
  std::function<qreal(qreal width, const PaintStyle& style)> height;
  std::function<void(QPainter*, const QRectF&, const PaintStyle&)> paint;
  qreal type = 1;  // size of its type against that of the text
};

class Writer {
 public:
  Writer() = default;
  virtual ~Writer() = default;
  Q_DISABLE_COPY_MOVE(Writer)

  /// Name of the program at the top of the first page.
  virtual void brand(const QString& words) = 0;
  /// A part of the report begins: on paper a new page.
  virtual void part() = 0;
  virtual void space(qreal points) = 0;
  virtual void text(const QString& markup, TextRole role = TextRole::Body,
                    ColorRole color = ColorRole::Text, qreal indent = 0) = 0;
  /// Stays with what comes next. Verdict, PageTitle and CardHeading are the three levels.
  virtual void heading(const QString& text, TextRole role = TextRole::PageTitle) = 0;
  /// A heading of the lowest level with a mark before it.
  virtual void markedHeading(Mark mark, const QString& text) = 0;
  virtual void line() = 0;
  /// Names of columns over the rows that follow; on paper again on every page.
  virtual void header(const std::vector<PaperCell>& cells) = 0;
  /// Dense rows are for tables of many short words.
  virtual void row(const std::vector<PaperCell>& cells, bool dense = false) = 0;
  virtual void markedRow(Mark mark, const std::vector<PaperCell>& cells) = 0;
  virtual void labelled(const QString& label, const QString& value, bool mono = false) = 0;
  virtual void picture(const Picture& picture) = 0;
  /// Words at the foot of the page.
  virtual void footnote(const QString& words) = 0;
  /// What is written stays on one page where one page is enough for it.
  virtual void keep(const std::function<void()>& write) = 0;
};

}  // namespace plumbline
