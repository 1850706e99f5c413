// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/labels.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include "ui/theme/plain_tip.h"
#include "ui/theme/theme.h"

#include "model/records/visible_text.h"

namespace plumbline {

TextLabel::TextLabel(TextRole role, QWidget* parent) : QLabel(parent), m_role(role) {
  setTextFormat(Qt::PlainText);
  setLeading();
  TextLabel::applyTheme();
  connect(&Theme::instance(), &Theme::changed, this, [this] { applyTheme(); });
}

TextLabel::TextLabel(TextRole role, const QString& text, QWidget* parent)
    : TextLabel(role, parent) {
  setText(text);
}

void TextLabel::setText(const QString& text) {
  QLabel::setText(visibleText(text));
}

void TextLabel::setRole(TextRole role) {
  m_role = role;
  applyTheme();
}

void TextLabel::setColor(ColorRole color) {
  m_color = color;
  applyTheme();
}

void TextLabel::setElided(bool on) {
  m_elided = on;
  updateGeometry();
}

QSize TextLabel::minimumSizeHint() const {
  QSize size = QLabel::minimumSizeHint();
  if (m_elided) size.setWidth(std::min(size.width(), px(48)));
  return size;
}

void TextLabel::setLeading() {
  // QLabel would look at the first letter: a Latin name would jump to the other side of an Arabic
  // page.
  const auto vertical = alignment() & Qt::AlignVertical_Mask;
  if (alignment() & Qt::AlignHCenter) return;
  setAlignment(vertical | Qt::AlignAbsolute | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
}

void TextLabel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LayoutDirectionChange) setLeading();
  QLabel::changeEvent(event);
}

void TextLabel::applyTheme() {
  setFont(plumbline::font(m_role));
  QPalette own = palette();
  own.setColor(QPalette::WindowText, roles()[m_color]);
  own.setColor(QPalette::Text, roles()[m_color]);
  setPalette(own);
}

void TextLabel::paintEvent(QPaintEvent* event) {
  if (!m_elided || fontMetrics().horizontalAdvance(text()) <= contentsRect().width()) {
    if (m_elided) setToolTip(QString());
    return QLabel::paintEvent(event);
  }
  const QString tip = plainTip(text());
  if (toolTip() != tip) setToolTip(tip);
  QPainter painter(this);
  painter.setLayoutDirection(Qt::LayoutDirectionAuto);
  painter.setPen(palette().color(foregroundRole()));
  const QString cut = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
  painter.drawText(contentsRect(), static_cast<int>(alignment()), cut);
}

LiveLabel::LiveLabel(TextRole role, Qt::Alignment align, QWidget* parent)
    : QWidget(parent), m_role(role), m_align(align) {
  setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  connect(&Theme::instance(), &Theme::changed, this, &QWidget::updateGeometry);
}

void LiveLabel::setText(const QString& text) {
  const QString shown = visibleLine(text);
  if (shown == m_text) return;
  m_text = shown;
  setAccessibleName(shown);
  update();
}

QSize LiveLabel::sizeHint() const {
  return {px(120), std::max(px(20), QFontMetrics(plumbline::font(m_role)).height())};
}

void LiveLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setLayoutDirection(Qt::LayoutDirectionAuto);
  painter.setFont(plumbline::font(m_role));
  painter.setPen(roles()[ColorRole::Text]);
  const Qt::Alignment align = QStyle::visualAlignment(layoutDirection(), m_align);
  painter.drawText(rect(), static_cast<int>(align | Qt::AlignVCenter | Qt::AlignAbsolute),
                   painter.fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

SentenceLabel::SentenceLabel(TextRole role, QWidget* parent) : TextLabel(role, parent) {
  setTextFormat(Qt::RichText);
  setWordWrap(true);
  setAlignment((alignment() & Qt::AlignHorizontal_Mask) | Qt::AlignAbsolute | Qt::AlignTop);
  setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  // A tab stop for the sentences that answer the page's question; the others would only be in the
  // way, and can be clicked into.
  const bool answers = role == TextRole::Lead || role == TextRole::Panel;
  setFocusPolicy(answers ? Qt::StrongFocus : Qt::ClickFocus);
}

void SentenceLabel::setSentence(const QString& markup) {
  m_markup = visibleText(markup);
  setAccessibleName(toPlain(m_markup));
  applyTheme();
}

void SentenceLabel::applyTheme() {
  TextLabel::applyTheme();
  setText(QStringLiteral("<div style=\"line-height:%1px\">%2</div>")
              .arg(lineHeight(textRole()))
              .arg(toHtml(m_markup)));
}

namespace {

// Every second part of the text between two marks is wrapped; a mark without an end is dropped.
QString wrapBetween(const QString& text, const QString& mark, const QString& open,
                    const QString& close) {
  const QStringList parts = text.split(mark);
  QString out;
  for (qsizetype i = 0; i < parts.size(); ++i) {
    const bool inside = i % 2 == 1 && i + 1 < parts.size();
    out += inside ? open + parts[i] + close : parts[i];
  }
  return out;
}

}  // namespace

QString SentenceLabel::toHtml(const QString& markup) {
  QString html = wrapBetween(markup.toHtmlEscaped(), QStringLiteral("**"), QStringLiteral("<b>"),
                             QStringLiteral("</b>"));
  const QString muted =
      QStringLiteral("<span style=\"color:%1\">").arg(roles()[ColorRole::Muted].name());
  html = wrapBetween(html, QStringLiteral("~~"), muted, QStringLiteral("</span>"));
  return html.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

QString SentenceLabel::toPlain(const QString& markup) {
  QString plain = markup;
  return plain.remove(QStringLiteral("**")).remove(QStringLiteral("~~"));
}

QString SentenceLabel::fromHtml(const QString& html) {
  QString markup = html;
  markup.replace(QStringLiteral("<b>"), QStringLiteral("**"));
  markup.replace(QStringLiteral("</b>"), QStringLiteral("**"));
  markup.replace(QStringLiteral("&lt;"), QStringLiteral("<"));
  markup.replace(QStringLiteral("&gt;"), QStringLiteral(">"));
  markup.replace(QStringLiteral("&quot;"), QStringLiteral("\""));
  // Last, so that an escaped "&lt;" in the text itself stays what it is.
  return markup.replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

}  // namespace plumbline
