// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/web_writer.h"

#include <QPainter>

#include "model/records/visible_text.h"

#include "ui/charts/svg_picture.h"

namespace plumbline {

namespace {

constexpr qreal kPictureWidth = 720;
constexpr qreal kBodyPixels = 14;
constexpr qreal kMarkSide = 16;

/// Whoever wrote the words: a browser shows them and obeys nothing of them.
QString escaped(const QString& text) {
  return visibleText(text).toHtmlEscaped();
}

QString htmlOf(const QString& markup) {
  const QStringList parts = visibleText(markup).split(QStringLiteral("**"));
  QString html;
  for (qsizetype i = 0; i < parts.size(); ++i) {
    const QString text =
        parts[i].toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    html += i % 2 == 1 && i + 1 < parts.size() ? QStringLiteral("<b>%1</b>").arg(text) : text;
  }
  return html;
}

QString classOf(TextRole role, ColorRole color, qreal indent) {
  QStringList names;
  if (role == TextRole::Panel || role == TextRole::Lead) names << QStringLiteral("lead");
  if (role == TextRole::Small) names << QStringLiteral("small");
  if (role == TextRole::Mono || role == TextRole::MonoKeys) names << QStringLiteral("mono");
  if (color == ColorRole::Muted) names << QStringLiteral("muted");
  if (indent > 0) names << QStringLiteral("in");
  return names.isEmpty() ? QString()
                         : QStringLiteral(" class=\"%1\"").arg(names.join(QLatin1Char(' ')));
}

/// Colours are the light roles of the program; paper has no other.
QString styleSheet() {
  const Roles& table = Roles::of(ThemeKind::Light);
  const auto name = [&](ColorRole role) { return table[role].name(); };
  return QStringLiteral(
             "body{margin:0;background:%1;color:%2;"
             "font:%7px/1.5 \"Noto Sans\",system-ui,sans-serif}"
             "main{max-width:%8px;margin:0 auto;padding:24px}"
             "section{background:#fff;border:1px solid %3;border-radius:6px;padding:16px 24px;"
             "margin:0 0 16px}"
             "h1{font-size:26px;line-height:32px}h2{font-size:20px;margin:8px 0}"
             "h3{font-size:15px;margin:16px 0 4px}p{margin:4px 0}"
             ".lead{font-size:16px}.small{font-size:13px}.muted{color:%4}.in{margin-left:24px}"
             ".mono,dd.mono{font-family:\"Noto Sans Mono\",monospace;font-size:13px;"
             "overflow-wrap:anywhere}"
             "table{border-collapse:collapse;width:100%;margin:8px 0}"
             "th,td{text-align:left;vertical-align:top;font-weight:normal;padding:3px 8px;"
             "border-bottom:1px solid %3}thead th{color:%4;font-size:13px}"
             ".n{text-align:right;white-space:nowrap}"
             ".d{border:1px solid %5;background:%6}.differs{color:%5}"
             "dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 24px;margin:8px 0}"
             "dt{color:%4}dd{margin:0;overflow-wrap:anywhere}"
             "svg{max-width:100%;height:auto;font-family:\"Noto Sans\",system-ui,sans-serif}"
             "svg.mark{width:16px;height:16px;vertical-align:-3px;margin-right:8px}"
             "hr{border:0;border-top:1px solid %4}"
             "@media print{section{border:0;break-before:page}article{break-inside:avoid}}")
      .arg(name(ColorRole::Window), name(ColorRole::Text), name(ColorRole::Line),
           name(ColorRole::Muted), name(ColorRole::FailInk), name(ColorRole::FailTint),
           QString::number(kBodyPixels), QString::number(kPictureWidth + 100));
}

QString cellClass(const PaperCell& cell) {
  QStringList names;
  if (cell.number) names << QStringLiteral("n");
  if (cell.boxed) names << QStringLiteral("d");
  if (cell.color == ColorRole::Muted) names << QStringLiteral("muted");
  if (cell.color == ColorRole::FailInk) names << QStringLiteral("differs");
  return names.isEmpty() ? QString()
                         : QStringLiteral(" class=\"%1\"").arg(names.join(QLatin1Char(' ')));
}

}  // namespace

WebWriter::WebWriter() : m_body(QStringLiteral("<section>\n")) {}

QByteArray WebWriter::page(const QString& title) {
  open(Block::None);
  // Nothing may be fetched and nothing may run, whatever the evidence says its parties are called.
  const QString head =
      QStringLiteral(
          "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
          "style-src 'unsafe-inline'\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n") +
      QStringLiteral("<title>%1</title>\n<style>%2</style>\n</head>\n<body>\n<main>\n")
          .arg(escaped(title), styleSheet());
  return (head + m_body + QStringLiteral("</section>\n</main>\n</body>\n</html>\n")).toUtf8();
}

void WebWriter::open(Block block) {
  if (block == m_block) return;
  if (m_block == Block::Table) m_body += QStringLiteral("</tbody></table>\n");
  if (m_block == Block::List) m_body += QStringLiteral("</dl>\n");
  if (block == Block::Table) m_body += QStringLiteral("<table>");
  if (block == Block::List) m_body += QStringLiteral("<dl>\n");
  m_block = block;
  m_named = false;
}

void WebWriter::brand(const QString& words) {
  m_body += QStringLiteral("<p class=\"muted\"><b>%1</b></p>\n").arg(escaped(words));
}

void WebWriter::part() {
  open(Block::None);
  m_body += QStringLiteral("</section>\n<section>\n");
}

void WebWriter::space(qreal) {
  open(Block::None);
}

void WebWriter::text(const QString& markup, TextRole role, ColorRole color, qreal indent) {
  if (markup.isEmpty()) return;
  open(Block::None);
  m_body += QStringLiteral("<p dir=\"auto\"%1>%2</p>\n")
                .arg(classOf(role, color, indent), htmlOf(markup));
}

void WebWriter::heading(const QString& text, TextRole role) {
  open(Block::None);
  const int level = role == TextRole::Verdict ? 1 : role == TextRole::PageTitle ? 2 : 3;
  m_body +=
      QStringLiteral("<h%1 dir=\"auto\">%2</h%1>\n").arg(QString::number(level), escaped(text));
}

QString WebWriter::markElement(Mark mark) {
  const int number = static_cast<int>(mark);
  const QString name = QStringLiteral("mark%1").arg(number);
  if (m_marks.insert(number).second) {
    // Drawn once, shown wherever it is used.
    const QString drawn =
        svgPicture({kMarkSide, kMarkSide}, {name, wordOf(mark), {}}, [mark](QPainter* painter) {
          painter->setRenderHint(QPainter::Antialiasing);
          paintMark(painter, QRectF(0, 0, kMarkSide, kMarkSide), mark, Roles::of(ThemeKind::Light));
        });
    const qsizetype from = drawn.indexOf(QStringLiteral("</title>")) + 8;
    const QString inner = drawn.mid(from, drawn.lastIndexOf(QStringLiteral("</svg>")) - from);
    return QStringLiteral(
               "<svg class=\"mark\" role=\"img\" viewBox=\"0 0 16 16\"><title>%1</title>"
               "<g id=\"%2\">%3</g></svg>")
        .arg(wordOf(mark).toHtmlEscaped(), name, inner.trimmed());
  }
  return QStringLiteral(
             "<svg class=\"mark\" role=\"img\" viewBox=\"0 0 16 16\"><title>%1</title>"
             "<use href=\"#%2\"/></svg>")
      .arg(wordOf(mark).toHtmlEscaped(), name);
}

void WebWriter::markedHeading(Mark mark, const QString& text) {
  open(Block::None);
  m_body += QStringLiteral("<h3 dir=\"auto\">") + markElement(mark) + escaped(text) +
            QStringLiteral("</h3>\n");
}

void WebWriter::line() {
  open(Block::None);
  m_body += QStringLiteral("<hr>\n");
}

void WebWriter::header(const std::vector<PaperCell>& cells) {
  open(Block::None);
  open(Block::Table);
  m_named = true;
  m_body += QStringLiteral("<thead><tr>");
  for (const PaperCell& cell : cells) {
    m_body += QStringLiteral("<th scope=\"col\"%1>%2</th>").arg(cellClass(cell), htmlOf(cell.text));
  }
  m_body += QStringLiteral("</tr></thead>\n<tbody>\n");
}

void WebWriter::addRow(const QString& before, const std::vector<PaperCell>& cells) {
  if (m_block != Block::Table) {
    open(Block::Table);
    m_body += QStringLiteral("<tbody>\n");
  }
  m_body += QStringLiteral("<tr>");
  bool first = true;
  for (const PaperCell& cell : cells) {
    // Under a header the first cell of a row names it.
    const QString tag =
        first && m_named ? QStringLiteral("th scope=\"row\"") : QStringLiteral("td");
    m_body += QStringLiteral("<%1 dir=\"auto\"%2>").arg(tag, cellClass(cell)) +
              (first ? before : QString()) + htmlOf(cell.text) +
              QStringLiteral("</%1>").arg(tag.left(2));
    first = false;
  }
  m_body += QStringLiteral("</tr>\n");
}

void WebWriter::row(const std::vector<PaperCell>& cells, bool) {
  addRow(QString(), cells);
}

void WebWriter::markedRow(Mark mark, const std::vector<PaperCell>& cells) {
  addRow(markElement(mark), cells);
}

void WebWriter::labelled(const QString& label, const QString& value, bool mono) {
  open(Block::List);
  m_body += QStringLiteral("<dt>%1</dt><dd dir=\"auto\"%2>")
                .arg(escaped(label), mono ? QStringLiteral(" class=\"mono\"") : QString()) +
            htmlOf(value) + QStringLiteral("</dd>\n");
}

void WebWriter::picture(const Picture& picture) {
  open(Block::None);
  const PaintStyle style = PaintStyle::print(kBodyPixels * picture.type);
  const QSizeF size(kPictureWidth, picture.height(kPictureWidth, style));
  const SvgWords words{QStringLiteral("p%1").arg(++m_pictures), picture.title, picture.summary};
  m_body += QStringLiteral("<figure style=\"margin:8px 0\">\n") +
            svgPicture(size, words,
                       [&](QPainter* painter) {
                         painter->setRenderHint(QPainter::Antialiasing);
                         picture.paint(painter, QRectF(QPointF(), size), style);
                       }) +
            QStringLiteral("</figure>\n");
}

void WebWriter::footnote(const QString& words) {
  text(words, TextRole::Small, ColorRole::Muted);
}

void WebWriter::keep(const std::function<void()>& write) {
  open(Block::None);
  m_body += QStringLiteral("<article>\n");
  write();
  open(Block::None);
  m_body += QStringLiteral("</article>\n");
}

}  // namespace plumbline
