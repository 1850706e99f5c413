// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/contribution_bars.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include "model/records/visible_text.h"

#include "ui/charts/month_axis.h"
#include "ui/words/contribution_words.h"
#include "ui/words/format.h"
#include "ui/words/lists.h"

namespace plumbline {

namespace {

constexpr qreal kRow = 44;
constexpr qreal kBar = 18;
constexpr qreal kKey = 28;
constexpr std::size_t kMostRows = 7;
constexpr std::int64_t kLeastPpm = 5'000;  // smaller bars are no longer seen

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Contributions)
};

ContributionRow rowOf(const BalanceContribution& part) {
  ContributionRow row;
  row.name = contributionName(part);
  row.share = static_cast<double>(part.sharePpm) / 1e6;
  row.value = Words::tr("%1, %2").arg(contributionShare(part.sharePpm),
                                      formatPlusMinus(part.uncertainty));
  row.fill = part.stated ? Fill::Solid : Fill::Hatch;
  QStringList note;
  if (!part.party.empty()) note << visibleLine(QString::fromStdString(part.party));
  note << contributionKind(part);
  row.note = words::listed(note);
  row.spoken = Words::tr("%1, %2: %3 of the variance, %4, %5")
                   .arg(row.name, row.note, contributionShare(part.sharePpm),
                        formatPlusMinus(part.uncertainty), contributionBasis(part));
  return row;
}

/// The causes that get no bar of their own.
ContributionRow restOf(const std::vector<BalanceContribution>& all, std::size_t from) {
  BalanceContribution rest;
  rest.count = 0;
  for (std::size_t i = from; i < all.size(); ++i) {
    rest.count += all[i].count;
    rest.sharePpm += all[i].sharePpm;
    rest.variance = saturatedSum(rest.variance, all[i].variance);
  }
  ContributionRow row = rowOf(rest);
  row.fill = Fill::Open;
  row.value = contributionShare(rest.sharePpm);
  row.spoken =
      Words::tr("%1, %2: %3 of the variance").arg(row.name, row.note, row.value);
  return row;
}

struct Layout {
  qreal nameWidth, left, width, top, row;
};

Layout layoutOf(const QRectF& rect, const ContributionData& data, const PaintStyle& style) {
  const QFontMetricsF metrics(style.font(TextRole::Small));
  qreal value = 0;
  for (const ContributionRow& row : data.rows) {
    value = std::max(value, metrics.horizontalAdvance(row.value));
  }
  const qreal names = std::min(style.px(320), rect.width() * 0.42);
  const qreal left = rect.left() + names + style.px(16);
  return {names, left, std::max(style.px(40), rect.right() - left - value * 1.1 - style.px(12)),
          rect.top(), style.px(kRow)};
}

QRectF rowBox(const QRectF& rect, const Layout& layout, std::size_t index) {
  return {rect.left(), layout.top + layout.row * static_cast<qreal>(index), rect.width(),
          layout.row};
}

void paintRow(QPainter* painter, const QRectF& box, const Layout& layout,
              const ContributionRow& row, const PaintStyle& style) {
  const QFont body = style.font(TextRole::Body);
  const QFont small = style.font(TextRole::Small);
  const auto line = [&](const QFont& font, ColorRole ink, const QRectF& where,
                        const QString& text) {
    painter->setFont(font);
    painter->setPen(style.color(ink));
    painter->drawText(where, Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute,
                      QFontMetricsF(font).elidedText(text, Qt::ElideMiddle, where.width()));
  };
  const qreal half = style.px(19);
  const qreal top = box.center().y() - half;
  line(body, ColorRole::Text, {box.left(), top, layout.nameWidth, half}, row.name);
  line(small, ColorRole::Muted, {box.left(), top + half, layout.nameWidth, half}, row.note);
  const QRectF bar(layout.left, box.center().y() - style.px(kBar) / 2,
                   std::max(style.px(2), layout.width * row.share), style.px(kBar));
  const Tone tone = row.fill == Fill::Solid ? Tone::Info : Tone::Unsure;
  paintFill(painter, bar, row.fill, tone, style.roles(), style.scale);
  QFont strong = small;
  strong.setBold(true);
  line(strong, ColorRole::Text,
       {bar.right() + style.px(8), bar.top() - style.px(4), box.right() - bar.right(),
        bar.height() + style.px(8)},
       row.value);
}

void paintKey(QPainter* painter, const QRectF& rect, qreal top, const ContributionData& data,
              const PaintStyle& style) {
  painter->setFont(style.font(TextRole::Small));
  const QFontMetricsF metrics(painter->font());
  qreal x = rect.left();
  for (const auto& [fill, words] : data.key) {
    const Tone tone = fill == Fill::Solid ? Tone::Info : Tone::Unsure;
    paintFill(painter, QRectF(x, top + style.px(9), style.px(14), style.px(10)), fill, tone,
              style.roles(), style.scale);
    x += style.px(20);
    painter->setPen(style.color(ColorRole::Muted));
    painter->drawText(QRectF(x, top, rect.right() - x, style.px(kKey)),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute, words);
    x += metrics.horizontalAdvance(words) + style.px(20);
  }
}

}  // namespace

ContributionData contributionData(const Balance& balance) {
  ContributionData data;
  data.title = Words::tr("What makes the ± so wide");
  data.summary = contributionsShow(balance).remove(QStringLiteral("**"));
  data.tableHeader = {Words::tr("Cause"),      Words::tr("Of"),
                      Words::tr("Error"),      Words::tr("Known from"),
                      Words::tr("± t"),        Words::tr("Share of variance %"),
                      Words::tr("± t without")};
  const std::vector<BalanceContribution>& all = balance.contributions;
  std::size_t shown = 0;
  while (shown < all.size() && shown < kMostRows && all[shown].sharePpm >= kLeastPpm) ++shown;
  if (shown + 1 == all.size()) ++shown;  // one alone is named
  for (std::size_t i = 0; i < shown; ++i) data.rows.push_back(rowOf(all[i]));
  if (shown < all.size()) data.rows.push_back(restOf(all, shown));
  for (const auto& [fill, words] : {std::pair(Fill::Solid, Words::tr("stated in the records")),
                                    std::pair(Fill::Hatch, Words::tr("nobody stated it: default"))}) {
    const auto used = [fill = fill](const ContributionRow& row) { return row.fill == fill; };
    if (std::any_of(data.rows.begin(), data.rows.end(), used)) data.key.emplace_back(fill, words);
  }
  for (const BalanceContribution& part : all) {
    data.tableRows.push_back({contributionName(part), visibleLine(QString::fromStdString(part.party)),
                              contributionKind(part), contributionBasis(part),
                              formatReal(tonnes(part.uncertainty), 2),
                              formatReal(static_cast<double>(part.sharePpm) / 1e4, 2),
                              formatReal(tonnes(part.without), 2)});
  }
  return data;
}

qreal contributionHeight(const ContributionData& data, const PaintStyle& style) {
  return style.px(kRow * static_cast<qreal>(data.rows.size()) + kKey);
}

void paintContributions(QPainter* painter, const QRectF& rect, const ContributionData& data,
                        const PaintStyle& style) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setLayoutDirection(Qt::LeftToRight);
  const Layout layout = layoutOf(rect, data, style);
  for (std::size_t i = 0; i < data.rows.size(); ++i) {
    paintRow(painter, rowBox(rect, layout, i), layout, data.rows[i], style);
  }
  const qreal bottom = layout.top + layout.row * static_cast<qreal>(data.rows.size());
  painter->setPen(QPen(style.color(ColorRole::LineStrong), style.px(1)));
  painter->drawLine(QPointF(layout.left, layout.top), QPointF(layout.left, bottom));
  paintKey(painter, rect, bottom, data, style);
  painter->restore();
}

ContributionView::ContributionView(QWidget* parent) : PictureView(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ContributionView::describe() {
  setAccessibleName(m_data.title);
  setAccessibleDescription(m_data.summary);
}

QSizeF ContributionView::printSize() const {
  return {900, contributionHeight(m_data, PaintStyle::print(13))};
}

QSize ContributionView::sizeHint() const {
  return {px(640), static_cast<int>(contributionHeight(m_data, PaintStyle::screen()))};
}

QSize ContributionView::minimumSizeHint() const {
  return {px(360), sizeHint().height()};
}

std::vector<FigureStop> ContributionView::stops() const {
  const PaintStyle style = PaintStyle::screen();
  const Layout layout = layoutOf(rect(), m_data, style);
  std::vector<FigureStop> list;
  for (std::size_t i = 0; i < m_data.rows.size(); ++i) {
    list.push_back({rowBox(rect(), layout, i).adjusted(0, 2, 0, -2), m_data.rows[i].spoken, {}});
  }
  return list;
}

void ContributionView::paintData(QPainter* painter, const QRectF& rect, const PaintStyle& style) const {
  paintContributions(painter, rect, m_data, style);
}

}  // namespace plumbline
