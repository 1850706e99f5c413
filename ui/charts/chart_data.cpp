// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_data.h"

#include <algorithm>
#include <cmath>

namespace plumbline {

namespace {

NiceAxis axisWith(double low, double high, int intervals) {
  const double raw = (high - low) / intervals;
  const double power = std::pow(10.0, std::floor(std::log10(raw)));
  double step = 10 * power;
  for (const double factor : {1.0, 2.0, 2.5, 4.0, 5.0}) {
    if (factor * power >= raw * (1 - 1e-9)) {
      step = factor * power;
      break;
    }
  }
  return {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, step};
}

}  // namespace

void ChartData::setHidden(const ChartKeyEntry& entry, bool hide) {
  if (entry.line >= 0) lines[static_cast<std::size_t>(entry.line)].hidden = hide;
  if (entry.bars >= 0) bars[static_cast<std::size_t>(entry.bars)].hidden = hide;
}

ChartData ChartData::withAll() const {
  ChartData all = *this;
  for (ChartLine& line : all.lines) line.hidden = false;
  for (ChartBars& row : all.bars) row.hidden = false;
  return all;
}

bool ChartData::isHidden(const ChartKeyEntry& entry) const {
  return isHidden(entry.line) ||
         (entry.bars >= 0 && bars[static_cast<std::size_t>(entry.bars)].hidden);
}

NiceAxis niceAxis(double low, double high) {
  if (!(high > low)) high = low + 1;
  NiceAxis best = axisWith(low, high, 3);
  for (const int intervals : {4, 5}) {
    const NiceAxis other = axisWith(low, high, intervals);
    // The tightest axis leaves the curve the most room.
    if (other.max - other.min < (best.max - best.min) * (1 - 1e-9)) best = other;
  }
  return best;
}

}  // namespace plumbline
