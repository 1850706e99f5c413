// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/log_timeline_layout.h"

#include <algorithm>
#include <map>

namespace plumbline::timeline {

namespace {

// A period ends before the first moment after it, so a publication of January stands at the
// beginning of February.
Month columnOf(const PublicationView& publication) {
  return Month::of(publication.periodEnd);
}

/// A file may hold nothing that has a time.
bool hasPeriod(const PublicationView& publication) {
  return publication.periodEnd > publication.periodStart;
}

bool hasStrangers(const EvidenceReport& evidence) {
  return std::any_of(evidence.publications.begin(), evidence.publications.end(),
                     [&](const PublicationView& publication) {
                       return rowOf(evidence, publication.party) == evidence.parties.size();
                     });
}

void placeBoxes(Layout& layout, const EvidenceReport& evidence, const PaintStyle& style) {
  const qreal side =
      std::clamp(layout.monthWidth() - style.px(2), style.px(kLeastBox), style.px(kBox));
  std::map<std::size_t, qreal> ends;  // of the last box in each row
  for (const PublicationView& publication : evidence.publications) {
    const std::size_t row = rowOf(evidence, publication.party);
    const Timestamp at = hasPeriod(publication) ? publication.periodEnd : layout.first.start();
    qreal left = xOfTime(layout, at) - side / 2;
    // Several for one period stand side by side.
    if (const auto end = ends.find(row); end != ends.end()) {
      left = std::max(left, end->second + style.px(1));
    }
    left = std::min(left, layout.right - side);
    ends[row] = left + side;
    layout.boxes.push_back(
        {QRectF(left, rowY(layout, row, style) - style.px(kBox) / 2, side, style.px(kBox)),
         &publication});
  }
}

void placeTicks(Layout& layout, const EvidenceReport& evidence, const PaintStyle& style) {
  for (const LogView& log : evidence.logs) {
    if (log.party.empty()) continue;
    const std::size_t row = rowOf(evidence, log.party);
    const qreal y = rowY(layout, row, style);
    qreal x = layout.left;
    for (const Box& box : layout.boxes) {
      const PublicationView& publication = *box.publication;
      const bool within =
          publication.logIndex >= 0 && static_cast<std::uint64_t>(publication.logIndex) < log.size;
      if (publication.party == log.party && within) x = std::max(x, box.rect.right());
    }
    layout.ticks.push_back({QRectF(x + style.px(2), y - style.px(10), style.px(3), style.px(20)),
                            QRectF(layout.right + style.px(16), y - style.px(10),
                                   style.px(kCheckpoints - 16), style.px(20)),
                            &log});
  }
}

}  // namespace

qreal xOfTime(const Layout& layout, Timestamp time) {
  const Month month = Month::of(time);
  const auto length = month.end().inMilliseconds() - month.start().inMilliseconds();
  const auto into = time.inMilliseconds() - month.start().inMilliseconds();
  return layout.xOf(month) +
         layout.monthWidth() * static_cast<qreal>(into) / static_cast<qreal>(length);
}

qreal rowY(const Layout& layout, std::size_t row, const PaintStyle& style) {
  return layout.top + style.px(kRow) * (static_cast<qreal>(row) + 0.5);
}

std::size_t rowOf(const EvidenceReport& evidence, const std::string& party) {
  for (std::size_t i = 0; i < evidence.parties.size(); ++i) {
    if (evidence.parties[i].id == party) return i;
  }
  return evidence.parties.size();  // a line of its own for those nobody named
}

std::size_t rowCount(const EvidenceReport& evidence) {
  return evidence.parties.size() + (hasStrangers(evidence) ? 1 : 0);
}

Layout layoutOf(const QRectF& rect, const EvidenceReport& evidence, const PaintStyle& style) {
  Layout layout;
  layout.left = rect.left() + style.px(kLabel);
  layout.right = rect.right() - style.px(kCheckpoints);
  layout.top = rect.top() + style.px(kHead);
  if (evidence.publications.empty()) return layout;
  const auto dated = std::find_if(evidence.publications.begin(), evidence.publications.end(), hasPeriod);
  layout.first = columnOf(dated == evidence.publications.end() ? evidence.publications.front() : *dated);
  layout.last = layout.first;
  for (const PublicationView& publication : evidence.publications) {
    if (!hasPeriod(publication)) continue;
    layout.first = std::min(layout.first, Month::of(publication.periodStart));
    layout.last = std::max(layout.last, columnOf(publication));
  }
  placeBoxes(layout, evidence, style);
  placeTicks(layout, evidence, style);
  return layout;
}

}  // namespace plumbline::timeline
