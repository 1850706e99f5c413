// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sheets of paper as lists of painting steps. They are laid out once and then painted on any
// painter: a PDF, a preview, a test image. No widget, no QTextDocument; linear in the pages.

#include <memory>

#include <QSizeF>

#include "ui/report/writer.h"


namespace plumbline {

class Glyphs;

enum class Paper { A4, Letter };

/// All lengths are in eighths of a point: fine enough that rounding never shows.
namespace paper {
inline constexpr qreal perPoint = 8;
inline constexpr int resolution = 576;  // dots per inch of that unit
inline constexpr qreal side = 56 * perPoint;
inline constexpr qreal top = 72 * perPoint;
inline constexpr qreal bottom = 56 * perPoint;
inline constexpr qreal body = 9.5 * perPoint;  // size of body text
/// A4 595 x 842 points, Letter 612 x 792.
[[nodiscard]] QSizeF sizeOf(Paper paper);
}  // namespace paper

using PaintStep = std::function<void(QPainter*)>;

class Document {
 public:
  explicit Document(Paper paper = Paper::A4) : m_paper(paper) {}
  [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
  [[nodiscard]] Paper paper() const { return m_paper; }
  [[nodiscard]] QSizeF size() const { return paper::sizeOf(m_paper); }
  /// Paints page `index` with its head line and number. The painter's unit is that of paper.
  void paint(QPainter* painter, int index) const;
  void setHeadLine(const QString& text) { m_headLine = text; }
  /// Characters that no font of ours has; each was printed as its code point.
  [[nodiscard]] int missingCharacters() const { return m_missing; }

 private:
  friend class PaperWriter;
  Paper m_paper;
  std::vector<std::vector<PaintStep>> m_pages;
  QString m_headLine;
  int m_missing = 0;
};

/// Writes from the top of a page to its bottom and on to the next one.
class PaperWriter : public Writer {
 public:
  explicit PaperWriter(Document& document);
  ~PaperWriter() override;
  Q_DISABLE_COPY_MOVE(PaperWriter)

  void brand(const QString& words) override;
  void part() override;
  void space(qreal points) override;
  void text(const QString& markup, TextRole role = TextRole::Body,
            ColorRole color = ColorRole::Text, qreal indent = 0) override;
  void heading(const QString& text, TextRole role = TextRole::PageTitle) override;
  void markedHeading(Mark mark, const QString& text) override;
  void line() override;
  void header(const std::vector<PaperCell>& cells) override;
  void row(const std::vector<PaperCell>& cells, bool dense = false) override;
  void markedRow(Mark mark, const std::vector<PaperCell>& cells) override;
  void labelled(const QString& label, const QString& value, bool mono = false) override;
  void picture(const Picture& picture) override;
  void footnote(const QString& words) override;
  void keep(const std::function<void()>& write) override;

 private:
  class Lines;
  using Layout = std::shared_ptr<Lines>;
  /// A heading or a table's header that waits for what it stands over.
  struct Waiting {
    qreal height = 0;
    std::function<void()> draw;
  };
  struct Place;
  [[nodiscard]] Place place() const;
  void goBack(const Place& place);
  void newPage();
  /// Makes room for `height` and whatever waits for it, on a new page where it must be; draws what
  /// waited. True: on a new page.
  bool begin(qreal height);
  void flush();
  void step(PaintStep step);
  [[nodiscard]] Layout layOut(const QString& markup, TextRole role, qreal width,
                              Qt::Alignment align, qreal* height);
  [[nodiscard]] qreal lineOf(TextRole role) const;
  void drawLines(const Layout& layout, const QPointF& at, ColorRole color, int from, int to);
  void drawMark(Mark mark, qreal side, qreal drop);
  struct Row;
  [[nodiscard]] Row layOutRow(const std::vector<PaperCell>& cells, TextRole role, qreal pad);
  void drawRow(const Row& row);
  [[nodiscard]] qreal bottomLine() const { return m_size.height() - paper::bottom; }
  [[nodiscard]] qreal textWidth() const { return m_size.width() - 2 * paper::side; }

  Document& m_document;
  QSizeF m_size;
  PaintStyle m_style;
  std::unique_ptr<Glyphs> m_glyphs;
  std::vector<Waiting> m_waiting;
  std::vector<PaperCell> m_header;  // of the table that is being written
  qreal m_y = 0;
  int m_twice = 0;  // missing characters of what was laid out and taken back
};

}  // namespace plumbline
