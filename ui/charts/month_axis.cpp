// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/month_axis.h"

#include <algorithm>
#include <cmath>

namespace plumbline {

QString bare(Mass mass) {
  QString text = formatTonnes(mass);
  text.chop(2);
  return text;
}

void setMassAxis(ChartData& data, double low, double high) {
  const NiceAxis axis = niceAxis(low, high);
  const int decimals = axis.step < 1 || std::floor(axis.step) != axis.step ? 1 : 0;
  for (double at = axis.min; at <= axis.max + axis.step / 2; at += axis.step) {
    // A tick far below the lowest value would only take room from the picture.
    if (at >= low - axis.step / 2) {
      data.yTicks.push_back({at, formatReal(at, decimals)});
    }
  }
  data.yMin = std::min(low * 1.15, data.yTicks.front().at);
  data.yMax = axis.max;
}

}  // namespace plumbline
