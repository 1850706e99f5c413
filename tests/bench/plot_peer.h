// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPointF>

namespace plumbline {

/// How long QCustomPlot takes from the points of a line to a picture of 1200 x 600.
[[nodiscard]] double secondsOfPlotPeer(const std::vector<QPointF>& points);

}  // namespace plumbline
