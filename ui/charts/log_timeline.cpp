// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/log_timeline.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include "ui/words/numbers.h"

namespace plumbline {

namespace {

QString say(const char* text) {
  return QCoreApplication::translate("plumbline::LogTimeline", text);
}

constexpr qreal kLabel = 168;  // width of the names, design pixels
constexpr qreal kRow = 26;
constexpr qreal kHead = 24;
constexpr qreal kBox = 18;

struct Box {
  QRectF rect;
  const PublicationView* publication = nullptr;
};

struct Layout {
  qreal left = 0, right = 0, top = 0;
  Month first, last;  // columns, both included
  std::vector<Box> boxes;

  [[nodiscard]] qreal monthWidth() const {
    return (right - left) / static_cast<qreal>(last.index - first.index + 1);
  }
  [[nodiscard]] qreal xOf(Month month) const {
    return left + monthWidth() * static_cast<qreal>(month.index - first.index);
  }
};

// A period ends before the first moment after it, so a publication of January stands at the
// beginning of February.
Month columnOf(const PublicationView& publication) {
  return Month::of(publication.periodEnd);
}

qreal xOfTime(const Layout& layout, Timestamp time) {
  const Month month = Month::of(time);
  const auto length = month.end().inMilliseconds() - month.start().inMilliseconds();
  const auto into = time.inMilliseconds() - month.start().inMilliseconds();
  return layout.xOf(month) +
         layout.monthWidth() * static_cast<qreal>(into) / static_cast<qreal>(length);
}

std::size_t rowOf(const EvidenceReport& evidence, const std::string& party) {
  for (std::size_t i = 0; i < evidence.parties.size(); ++i) {
    if (evidence.parties[i].id == party) return i;
  }
  return evidence.parties.size();  // a line of its own for those nobody named
}

bool hasStrangers(const EvidenceReport& evidence) {
  return std::any_of(evidence.publications.begin(), evidence.publications.end(),
                     [&](const PublicationView& publication) {
                       return rowOf(evidence, publication.party) == evidence.parties.size();
                     });
}

std::size_t rowCount(const EvidenceReport& evidence) {
  return evidence.parties.size() + (hasStrangers(evidence) ? 1 : 0);
}

Layout layoutOf(const QRectF& rect, const EvidenceReport& evidence, const PaintStyle& style) {
  Layout layout;
  layout.left = rect.left() + style.px(kLabel);
  layout.right = rect.right() - style.px(kBox);
  layout.top = rect.top() + style.px(kHead);
  if (evidence.publications.empty()) return layout;
  layout.first = Month{columnOf(evidence.publications.front()).index};
  layout.last = layout.first;
  for (const PublicationView& publication : evidence.publications) {
    layout.first = std::min(layout.first, Month::of(publication.periodStart));
    layout.last = std::max(layout.last, columnOf(publication));
  }
  const qreal side = style.px(kBox);
  for (const PublicationView& publication : evidence.publications) {
    const qreal x = xOfTime(layout, publication.periodEnd);
    const qreal y = layout.top +
                    style.px(kRow) * (static_cast<qreal>(rowOf(evidence, publication.party)) + 0.5);
    QRectF box(x - side / 2, y - side / 2, side, side);
    // Several for one period stand side by side.
    for (const Box& other : layout.boxes) {
      if (other.rect.intersects(box)) box.moveLeft(other.rect.right() + style.px(2));
    }
    layout.boxes.push_back({box, &publication});
  }
  return layout;
}

bool isGood(const PublicationView& publication) {
  return publication.state == PublicationState::Good;
}

Tone toneOf(const PublicationView& publication) {
  if (isGood(publication)) return Tone::Info;
  const bool nobody = publication.state == PublicationState::UnknownKey ||
                      publication.state == PublicationState::Unsigned;
  return nobody ? Tone::Unsure : Tone::Fail;
}

QString stateWords(const PublicationView& publication) {
  switch (publication.state) {
    case PublicationState::Good:
      return say("signature good");
    case PublicationState::BadSignature:
      return say("signature does not match");
    case PublicationState::UnknownKey:
      return say("signed by a key nobody named");
    case PublicationState::TableMissing:
      return say("a table it names is missing");
    case PublicationState::Unsigned:
      return say("not signed");
    case PublicationState::Malformed:
      break;
  }
  return say("not readable");
}

QString spokenOf(const EvidenceReport& evidence, const PublicationView& publication) {
  const std::size_t row = rowOf(evidence, publication.party);
  const QString name = row < evidence.parties.size()
                           ? QString::fromStdString(evidence.parties[row].name)
                           : QString::fromStdString(publication.party);
  QStringList parts{say("%1, publication %2").arg(name).arg(publication.sequence),
                    formatPeriod(publication.periodStart, publication.periodEnd),
                    say("%1 rows").arg(formatCount(publication.rows)), stateWords(publication)};
  if (publication.logIndex >= 0) parts << say("entry %1 of the log").arg(publication.logIndex);
  if (publication.logIndex < 0) parts << say("in no log");
  if (publication.revision) parts << say("a revision");
  return parts.join(QStringLiteral(", "));
}

void paintMonths(QPainter* painter, const Layout& layout, qreal bottom, const PaintStyle& style) {
  painter->setFont(style.font(TextRole::Small));
  const QFontMetricsF metrics(painter->font());
  const qreal room = metrics.horizontalAdvance(QStringLiteral("Mmm 0000")) + style.px(8);
  const int every = std::max(1, static_cast<int>(std::ceil(room / layout.monthWidth())));
  for (Month month = layout.first; month <= layout.last; ++month.index) {
    const qreal x = layout.xOf(month);
    painter->setPen(QPen(style.color(ColorRole::Grid), style.px(1)));
    painter->drawLine(QPointF(x, layout.top), QPointF(x, bottom));
    const int step = month.index - layout.first.index;
    if (step % every != 0) continue;
    const bool year = step == 0 || month.month() <= static_cast<unsigned>(every);
    painter->setPen(style.color(ColorRole::Muted));
    painter->drawText(QPointF(x, layout.top - style.px(9)),
                      year ? monthAndYear(month) : monthName(month));
  }
}

void paintRows(QPainter* painter, const QRectF& rect, const Layout& layout,
               const EvidenceReport& evidence, const PaintStyle& style) {
  painter->setFont(style.font(TextRole::Small));
  const QFontMetricsF metrics(painter->font());
  for (std::size_t i = 0; i < rowCount(evidence); ++i) {
    const qreal y = layout.top + style.px(kRow) * (static_cast<qreal>(i) + 0.5);
    painter->setPen(QPen(style.color(ColorRole::Line), style.px(1.5)));
    painter->drawLine(QPointF(layout.left, y), QPointF(rect.right(), y));
    const QString name = i < evidence.parties.size()
                             ? QString::fromStdString(evidence.parties[i].name)
                             : say("not named by anybody");
    painter->setPen(style.color(ColorRole::Text));
    painter->drawText(QRectF(rect.left(), y - style.px(10), style.px(kLabel - 12), style.px(20)),
                      Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(name, Qt::ElideRight, style.px(kLabel - 12)));
  }
}

void paintBox(QPainter* painter, const Box& box, const PaintStyle& style) {
  const PublicationView& publication = *box.publication;
  const Tone tone = toneOf(publication);
  const Roles& table = style.roles();
  QPen pen(table.ink(tone), style.px(1.5));
  if (publication.revision || publication.state == PublicationState::UnknownKey) {
    pen.setDashPattern({2, 1.6});
  }
  painter->setPen(pen);
  painter->setBrush(isGood(publication) ? table[ColorRole::Surface] : table.tint(tone));
  painter->drawRoundedRect(box.rect.adjusted(0.75, 0.75, -0.75, -0.75), style.px(2), style.px(2));
  QFont number = style.font(TextRole::Small);
  number.setPixelSize(std::max(1, qRound(style.px(publication.logIndex > 99 ? 9 : 11))));
  painter->setFont(number);
  painter->setPen(table[ColorRole::Muted]);
  if (!isGood(publication)) painter->setPen(table.ink(tone));
  painter->drawText(
      box.rect, Qt::AlignCenter | Qt::TextDontClip,
      publication.logIndex >= 0 ? QString::number(publication.logIndex) : QStringLiteral("–"));
}

}  // namespace

void paintLogTimeline(QPainter* painter, const QRectF& rect, const EvidenceReport& evidence,
                      const PaintStyle& style) {
  const Layout layout = layoutOf(rect, evidence, style);
  if (layout.boxes.empty()) return;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setLayoutDirection(Qt::LayoutDirectionAuto);
  const qreal bottom = layout.top + style.px(kRow) * static_cast<qreal>(rowCount(evidence));
  paintMonths(painter, layout, bottom, style);
  paintRows(painter, rect, layout, evidence, style);
  for (const Box& box : layout.boxes) paintBox(painter, box, style);
  painter->restore();
}

qreal logTimelineHeight(const EvidenceReport& evidence, const PaintStyle& style) {
  return style.px(kHead + kRow * static_cast<qreal>(std::max<std::size_t>(1, rowCount(evidence))) +
                  4);
}

LogTimeline::LogTimeline(QWidget* parent) : Figure(parent) {
  setObjectName(QStringLiteral("logTimeline"));
  setAccessibleName(tr("Publications by party and month"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LogTimeline::setEvidence(const EvidenceReport& evidence) {
  m_evidence = evidence;
  setAccessibleDescription(
      tr("%1 publications of %2 parties")
          .arg(formatCount(static_cast<std::int64_t>(evidence.publications.size())),
               formatCount(static_cast<std::int64_t>(evidence.parties.size()))));
  updateGeometry();
  resetStops();
}

QSize LogTimeline::sizeHint() const {
  return {px(900), qRound(logTimelineHeight(m_evidence, PaintStyle::screen()))};
}

QSize LogTimeline::minimumSizeHint() const {
  return {px(480), sizeHint().height()};
}

std::vector<FigureStop> LogTimeline::stops() const {
  const Layout layout = layoutOf(QRectF(rect()), m_evidence, PaintStyle::screen());
  std::vector<FigureStop> result;
  for (const Box& box : layout.boxes) {
    result.push_back({box.rect, spokenOf(m_evidence, *box.publication), {}});
  }
  return result;
}

void LogTimeline::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintLogTimeline(&painter, QRectF(rect()), m_evidence, PaintStyle::screen());
  paintCurrent(&painter);
}

}  // namespace plumbline
