// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/finding_line.h"

#include <QPainter>
#include <QStyle>

#include "ui/theme/plain_tip.h"
#include "ui/theme/typography.h"
#include "ui/words/lists.h"

namespace plumbline {

FindingLine::FindingLine(Mark mark, const QString& sentence, const QString& amount,
                         const QString& rows, QWidget* parent)
    : QAbstractButton(parent), m_mark(mark), m_amount(amount), m_rows(rows) {
  setObjectName(QStringLiteral("findingLine"));
  setText(sentence);
  QStringList spoken{wordOf(mark), sentence, amount, rows};
  spoken.removeAll(QString());
  setAccessibleName(words::listed(spoken));
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  setToolTip(plainTip(sentence));
  // As high as a row of a list where there is room, as a row of a table where there is none.
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::MinimumExpanding);
  setMaximumHeight(px(32));
}

QSize FindingLine::sizeHint() const {
  return {px(560), px(26)};
}

QSize FindingLine::minimumSizeHint() const {
  return {px(280), px(26)};
}

void FindingLine::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setLayoutDirection(Qt::LayoutDirectionAuto);
  const Roles& table = roles();
  if (underMouse() || isDown()) painter.fillRect(rect(), table[ColorRole::Sunken]);
  const auto place = [this](int left, int right) {
    return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, right - left, height()));
  };
  const auto near = static_cast<int>(
      QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter));
  const auto far = static_cast<int>(
      QStyle::visualAlignment(layoutDirection(), Qt::AlignTrailing | Qt::AlignVCenter));
  const int side = px(16);
  QRect mark = place(px(16), px(16) + side);
  mark.setHeight(side);
  mark.moveTop((height() - side) / 2);
  paintMark(&painter, mark, m_mark, table);

  painter.setFont(plumbline::font(TextRole::Small));
  painter.setPen(table[ColorRole::Muted]);
  const int rowsLeft =
      width() - px(16) - std::max(px(72), painter.fontMetrics().horizontalAdvance(m_rows));
  painter.drawText(place(rowsLeft, width() - px(16)), far, m_rows);
  painter.setFont(plumbline::font(TextRole::BodyBold));
  painter.setPen(table[ColorRole::Text]);
  const int amountWidth = painter.fontMetrics().horizontalAdvance(m_amount);
  const int amountRight = rowsLeft - px(16);
  painter.drawText(place(amountRight - amountWidth, amountRight), far, m_amount);
  painter.setFont(plumbline::font(TextRole::Body));
  const int textRight = amountRight - amountWidth - px(16);
  painter.drawText(place(px(44), textRight), near,
                   painter.fontMetrics().elidedText(text(), Qt::ElideRight, textRight - px(44)));
}

}  // namespace plumbline
