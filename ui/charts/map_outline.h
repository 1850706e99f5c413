// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Coasts and borders of the world, compiled in (resources/map; Natural Earth, public domain).

#include <vector>

#include <QByteArrayView>
#include <QPointF>
#include <QRectF>

namespace plumbline {

struct OutlineLine {
  bool border = false;          // between countries; else a coast
  std::vector<QPointF> points;  // longitude, latitude in degrees
  QRectF bounds;
};

/// Lines of the form that make_outline.py writes. A line that is cut short keeps its whole points.
[[nodiscard]] std::vector<OutlineLine> parseOutline(QByteArrayView text);
/// Read once.
[[nodiscard]] const std::vector<OutlineLine>& worldOutline();

}  // namespace plumbline
