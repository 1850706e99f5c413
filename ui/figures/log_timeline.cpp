// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/log_timeline.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include "model/records/visible_text.h"

#include "ui/charts/severity_marks.h"
#include "ui/figures/log_timeline_layout.h"
#include "ui/words/evidence_words.h"
#include "ui/words/format.h"
#include "ui/words/lists.h"

namespace plumbline {

namespace {

using namespace timeline;

bool isGood(const PublicationView& publication) {
  return publication.state == PublicationState::Good;
}

Tone toneOf(const PublicationView& publication) {
  if (isGood(publication)) return Tone::Info;
  const bool nobody = publication.state == PublicationState::UnknownKey ||
                      publication.state == PublicationState::Unsigned ||
                      (isNotInForce(publication.state) && !publication.inOwnLog);
  return nobody ? Tone::Unsure : Tone::Fail;
}

QString stateWords(const PublicationView& publication) {
  switch (publication.state) {
    case PublicationState::Good:
      return LogTimeline::tr("signature good");
    case PublicationState::BadSignature:
      return LogTimeline::tr("signature does not match");
    case PublicationState::UnknownKey:
      return LogTimeline::tr("signed by a key nobody named");
    case PublicationState::TableMissing:
      return LogTimeline::tr("a table it names is missing");
    case PublicationState::Unsigned:
      return LogTimeline::tr("not signed");
    case PublicationState::StrangerKey:
      return LogTimeline::tr("signed by a key that is not the party’s");
    case PublicationState::OtherRole:
      return LogTimeline::tr("signed by a key that is named for another role");
    case PublicationState::KeyRetired:
      return LogTimeline::tr("signed by a key that had ended before");
    case PublicationState::KeyRevoked:
      return LogTimeline::tr("signed by a key that was revoked before");
    case PublicationState::Malformed:
      break;
  }
  return LogTimeline::tr("not readable");
}

QString spokenOf(const EvidenceReport& evidence, const PublicationView& publication) {
  const std::size_t row = rowOf(evidence, publication.party);
  const QString name = row < evidence.parties.size()
                           ? visibleLine(QString::fromStdString(evidence.parties[row].name))
                           : visibleLine(QString::fromStdString(publication.party));
  const bool dated = publication.periodEnd > publication.periodStart;
  QStringList parts{LogTimeline::tr("%1, publication %2").arg(name).arg(publication.sequence),
                    dated ? formatPeriod(publication.periodStart, publication.periodEnd)
                          : LogTimeline::tr("no stated time"),
                    LogTimeline::tr("%Ln rows", nullptr, plural(publication.rows)),
                    stateWords(publication)};
  if (publication.logIndex >= 0)
    parts << LogTimeline::tr("entry %1 of the log").arg(publication.logIndex);
  if (publication.logIndex < 0) parts << LogTimeline::tr("in no log");
  if (publication.revision) parts << LogTimeline::tr("a revision");
  return words::listed(parts);
}

QString spokenOf(const EvidenceReport& evidence, const LogView& log) {
  const std::size_t row = rowOf(evidence, log.party);
  const QString name = row < evidence.parties.size()
                           ? visibleLine(QString::fromStdString(evidence.parties[row].name))
                           : visibleLine(QString::fromStdString(log.party));
  return LogTimeline::tr("Checkpoint of %1: size %2, root %3. %4")
      .arg(name, formatCount(static_cast<std::int64_t>(log.size)), shortDigest(log.root.hex()),
           words::stateWord(log.state));
}

/// What there is to say of witnesses and of time stamps, which have no publication to stand at.
struct OtherRow {
  QString name;
  QString words;
  const EvidenceRow* row;
};

std::vector<OtherRow> otherRows(const EvidenceReport& evidence) {
  std::vector<OtherRow> rows;
  for (const auto& [question, name] :
       {std::pair{EvidenceQuestion::SameForEveryone, LogTimeline::tr("Witnesses")},
        std::pair{EvidenceQuestion::NotLaterThan, LogTimeline::tr("Time stamps")}}) {
    const EvidenceRow& row = evidence.rows[static_cast<std::size_t>(question)];
    rows.push_back({name,
                    QStringLiteral("%1. %2").arg(words::stateWord(row.state), words::sentence(row)),
                    &row});
  }
  return rows;
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
    if (step % every != 0 || x + room > layout.right) continue;
    const bool year = step == 0 || month.month() <= static_cast<unsigned>(every);
    painter->setPen(style.color(ColorRole::Muted));
    painter->drawText(QPointF(x, layout.top - style.px(9)),
                      year ? monthAndYear(month) : monthName(month));
  }
}

/// The ring of the keyboard runs along the edges: names begin within it.
QRectF nameBox(const QRectF& rect, qreal y, const PaintStyle& style) {
  constexpr qreal ring = 8;
  return {rect.left() + style.px(ring), y - style.px(10), style.px(kLabel - 12 - ring), style.px(20)};
}

void paintRows(QPainter* painter, const QRectF& rect, const Layout& layout,
               const EvidenceReport& evidence, const PaintStyle& style) {
  painter->setFont(style.font(TextRole::Small));
  const QFontMetricsF metrics(painter->font());
  for (std::size_t i = 0; i < rowCount(evidence); ++i) {
    const qreal y = layout.top + style.px(kRow) * (static_cast<qreal>(i) + 0.5);
    painter->setPen(QPen(style.color(ColorRole::Line), style.px(1.5)));
    painter->drawLine(QPointF(layout.left, y), QPointF(layout.right, y));
    const QString name = i < evidence.parties.size()
                             ? visibleLine(QString::fromStdString(evidence.parties[i].name))
                             : LogTimeline::tr("not named by anybody");
    painter->setPen(style.color(ColorRole::Text));
    painter->drawText(nameBox(rect, y, style),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute,
                      metrics.elidedText(name, Qt::ElideRight, nameBox(rect, y, style).width()));
  }
}

/// A dashed line with words in it, as where nothing came; a disc at the newest thing that did.
void paintOtherRows(QPainter* painter, const QRectF& rect, const Layout& layout,
                    const EvidenceReport& evidence, const PaintStyle& style) {
  const std::vector<OtherRow> rows = otherRows(evidence);
  const QFontMetricsF metrics(style.font(TextRole::Small));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const qreal y = rowY(layout, rowCount(evidence) + i, style);
    const Tone tone = toneOf(markOf(rows[i].row->state));
    painter->setFont(style.font(TextRole::Small));
    painter->setPen(style.color(ColorRole::Text));
    painter->drawText(nameBox(rect, y, style),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute, rows[i].name);
    const qreal room = layout.right - layout.left - style.px(48);
    const QString words = metrics.elidedText(rows[i].words, Qt::ElideRight, room);
    const qreal half = metrics.horizontalAdvance(words) / 2 + style.px(6);
    const qreal middle = (layout.left + layout.right) / 2;
    QPen dashes(style.roles().ink(tone), style.px(1.5));
    dashes.setDashPattern({3, 2});
    painter->setPen(dashes);
    painter->drawLine(QPointF(layout.left, y), QPointF(middle - half, y));
    painter->drawLine(QPointF(middle + half, y), QPointF(layout.right, y));
    painter->setPen(style.roles().ink(tone));
    painter->drawText(QRectF(middle - half, y - style.px(10), 2 * half, style.px(20)),
                      Qt::AlignCenter, words);
    if (!rows[i].row->asOf) continue;
    const qreal x = std::clamp(xOfTime(layout, *rows[i].row->asOf), layout.left, layout.right);
    painter->setPen(Qt::NoPen);
    painter->setBrush(style.roles().ink(tone));
    painter->drawEllipse(QPointF(x, y), style.px(4), style.px(4));
  }
}

/// A log that failed has two ends: what was signed does not fit what is here.
void paintTick(QPainter* painter, const Tick& tick, const PaintStyle& style) {
  const bool failed = tick.log->state == CheckState::Failed;
  const Roles& table = style.roles();
  painter->fillRect(tick.rect, failed ? table.ink(Tone::Fail) : style.color(ColorRole::Text));
  if (failed) {
    const qreal side = style.px(11);
    const QPointF from(tick.rect.right(), tick.rect.center().y());
    for (const qreal up : {-1.0, 1.0}) {
      const QPointF to = from + QPointF(style.px(10), up * style.px(6));
      painter->setPen(QPen(table.ink(Tone::Fail), style.px(1.5)));
      painter->drawLine(from, to);
      paintMark(painter, QRectF(to.x(), to.y() - side / 2, side, side), Mark::Failed, table);
    }
  }
  const qreal mark = style.px(12);
  paintMark(painter, QRectF(tick.label.left(), tick.label.center().y() - mark / 2, mark, mark),
            markOf(tick.log->state), table);
  painter->setFont(style.font(TextRole::Small));
  painter->setPen(style.color(ColorRole::Muted));
  painter->drawText(
      tick.label.adjusted(style.px(18), 0, 0, 0),
      Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute,
      LogTimeline::tr("size %1").arg(formatCount(static_cast<std::int64_t>(tick.log->size))));
}

void paintBox(QPainter* painter, const Box& box, const PaintStyle& style) {
  const PublicationView& publication = *box.publication;
  const Tone tone = toneOf(publication);
  const Roles& table = style.roles();
  // The ground first: the lines of row and month must not show in the gaps of a dashed frame.
  const QColor ground = isGood(publication) ? table[ColorRole::Surface] : table.tint(tone);
  painter->setPen(QPen(ground, style.px(1.5)));
  painter->setBrush(ground);
  const QRectF frame = box.rect.adjusted(0.75, 0.75, -0.75, -0.75);
  painter->drawRoundedRect(frame, style.px(2), style.px(2));
  QPen pen(table.ink(tone), style.px(1.5));
  if (publication.revision || publication.state == PublicationState::UnknownKey) {
    pen.setDashPattern({2, 1.6});
    pen.setCapStyle(Qt::FlatCap);
  }
  painter->setPen(pen);
  painter->setBrush(Qt::NoBrush);
  painter->drawRoundedRect(frame, style.px(2), style.px(2));
  if (box.rect.width() < style.px(kLeastNumbered)) return;
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
  const qreal bottom =
      layout.top + style.px(kRow) * static_cast<qreal>(rowCount(evidence) + kOtherRows);
  paintMonths(painter, layout, bottom, style);
  paintRows(painter, rect, layout, evidence, style);
  paintOtherRows(painter, rect, layout, evidence, style);
  for (const Box& box : layout.boxes) paintBox(painter, box, style);
  for (const Tick& tick : layout.ticks) paintTick(painter, tick, style);
  if (!layout.ticks.empty()) {
    painter->setFont(style.font(TextRole::Small));
    painter->setPen(style.color(ColorRole::Muted));
    painter->drawText(QPointF(layout.right + style.px(16), layout.top - style.px(9)),
                      LogTimeline::tr("Checkpoint"));
  }
  painter->restore();
}

qreal logTimelineHeight(const EvidenceReport& evidence, const PaintStyle& style) {
  const std::size_t rows = std::max<std::size_t>(1, rowCount(evidence)) + kOtherRows;
  return style.px(kHead + kRow * static_cast<qreal>(rows) + 4);
}

LogTimeline::LogTimeline(QWidget* parent) : Figure(parent) {
  setObjectName(QStringLiteral("logTimeline"));
  setAccessibleName(tr("Publications by party and month"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LogTimeline::setEvidence(const EvidenceReport& evidence) {
  m_evidence = evidence;
  setAccessibleDescription(
      tr("%1 of %2", "publications of parties")
          .arg(tr("%Ln publications", nullptr,
                  plural(static_cast<std::int64_t>(evidence.publications.size()))),
               tr("%Ln parties", nullptr,
                  plural(static_cast<std::int64_t>(evidence.parties.size())))));
  updateGeometry();
  resetStops();
}

void LogTimeline::paintPrint(QPainter* painter, const QRectF& rect) const {
  paintLogTimeline(painter, rect, m_evidence, PaintStyle::print(13));
}

QSizeF LogTimeline::printSize() const {
  return {1100, logTimelineHeight(m_evidence, PaintStyle::print(13))};
}

int LogTimeline::stopOfEntry(const std::string& party, std::int64_t index) const {
  for (std::size_t i = 0; i < m_evidence.publications.size(); ++i) {
    const PublicationView& publication = m_evidence.publications[i];
    if (publication.party == party && publication.logIndex == index) return static_cast<int>(i);
  }
  return -1;
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
  for (const Tick& tick : layout.ticks) {
    result.push_back({tick.rect.united(tick.label), spokenOf(m_evidence, *tick.log), {}});
  }
  const std::vector<OtherRow> others = otherRows(m_evidence);
  for (std::size_t i = 0; !layout.boxes.empty() && i < others.size(); ++i) {
    const qreal y = rowY(layout, rowCount(m_evidence) + i, PaintStyle::screen());
    result.push_back({QRectF(layout.left, y - 10, layout.right - layout.left, 20),
                      others[i].name + QStringLiteral(": ") + others[i].words,
                      {}});
  }
  return result;
}

void LogTimeline::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintLogTimeline(&painter, QRectF(rect()), m_evidence, PaintStyle::screen());
  paintCurrent(&painter);
}

}  // namespace plumbline
