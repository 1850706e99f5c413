// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the boxes, checkpoints and lines of the log timeline lie. Only for log_timeline*.cpp.

#include <vector>

#include <QRectF>

#include "model/evidence/evidence_report.h"

#include "ui/charts/paint_style.h"

namespace plumbline::timeline {

inline constexpr qreal kLabel = 168;  // width of the names, design pixels
inline constexpr qreal kRow = 26;
inline constexpr qreal kHead = 24;
inline constexpr qreal kBox = 18;
inline constexpr qreal kLeastBox = 5;        // many months: boxes become bars without a number
inline constexpr qreal kLeastNumbered = 16;  // narrower boxes have no number
inline constexpr qreal kCheckpoints = 104;   // width of the column of sizes
inline constexpr int kOtherRows = 2;         // witnesses, time stamps

struct Box {
  QRectF rect;
  const PublicationView* publication = nullptr;
};

/// A signed state of a party's log: a bar behind the last publication in it.
struct Tick {
  QRectF rect;
  QRectF label;
  const LogView* log = nullptr;
};

struct Layout {
  qreal left = 0, right = 0, top = 0;
  Month first, last;  // columns, both included
  std::vector<Box> boxes;
  std::vector<Tick> ticks;

  [[nodiscard]] qreal monthWidth() const {
    return (right - left) / static_cast<qreal>(last.index - first.index + 1);
  }
  [[nodiscard]] qreal xOf(Month month) const {
    return left + monthWidth() * static_cast<qreal>(month.index - first.index);
  }
};

[[nodiscard]] qreal xOfTime(const Layout& layout, Timestamp time);
[[nodiscard]] qreal rowY(const Layout& layout, std::size_t row, const PaintStyle& style);
/// The line of a party; one of its own, behind all, for those nobody named.
[[nodiscard]] std::size_t rowOf(const EvidenceReport& evidence, const std::string& party);
[[nodiscard]] std::size_t rowCount(const EvidenceReport& evidence);
[[nodiscard]] Layout layoutOf(const QRectF& rect, const EvidenceReport& evidence,
                              const PaintStyle& style);

}  // namespace plumbline::timeline
