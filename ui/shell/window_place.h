// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

namespace plumbline {

/// `wanted` on a screen of which `free` can be used: no larger, and all of it to be seen.
[[nodiscard]] inline QRect placedWithin(const QRect& wanted, const QRect& free) {
  QRect place(wanted.topLeft(), wanted.size().boundedTo(free.size()));
  place.moveLeft(qBound(free.left(), place.left(), free.right() + 1 - place.width()));
  place.moveTop(qBound(free.top(), place.top(), free.bottom() + 1 - place.height()));
  return place;
}

}  // namespace plumbline
