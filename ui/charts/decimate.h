// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPointF>

namespace plumbline {

/// At most four points a bucket (first, lowest, highest, last in their order), so that a line of
/// a million points looks the same on `pixels` columns. Points must have rising x. Returns the
/// input where it is short enough.
[[nodiscard]] std::vector<QPointF> decimate(const std::vector<QPointF>& points, int pixels);

}  // namespace plumbline
