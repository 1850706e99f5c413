// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What charts of masses by month have in common. Only for the files that make their data.

#include <algorithm>

#include "model/records/quantities.h"

#include "ui/charts/chart_data.h"
#include "ui/words/format.h"

namespace plumbline {

[[nodiscard]] inline double tonnes(Mass mass) {
  return static_cast<double>(mass.inGrams()) / 1e6;
}

/// Tonnes without the unit, for axes and table cells under a heading with the unit.
[[nodiscard]] QString bare(Mass mass);
/// Round ticks from `low` to `high`, in tonnes.
void setMassAxis(ChartData& data, double low, double high);

template <class MonthOf>
void setMonthTicks(ChartData& data, const std::vector<MonthOf>& months) {
  const std::size_t every = std::max<std::size_t>(1, (months.size() + 11) / 12);
  for (std::size_t i = 0; i < months.size(); i += every) {
    const Month month = months[i].month;
    const bool year = months.size() > 12 && (i == 0 || month.month() == 1);
    const QString label = year ? monthAndYear(month) : monthName(month);
    data.xTicks.push_back({static_cast<double>(i), label, year});
  }
}

/// What the rows of a table of months are made from.
template <class MonthOf>
void setMonthItems(ChartData& data, const std::vector<MonthOf>& months) {
  for (const auto& month : months) {
    data.rowItems << QStringLiteral("shipments/") + QString::fromStdString(month.month.text());
  }
}

/// An axis with a place for each month.
template <class MonthOf>
ChartData monthlyChart(const std::vector<MonthOf>& months, const QString& title,
                       const QString& unit) {
  ChartData data;
  data.title = title;
  data.yCaption = unit;
  data.xMin = -0.5;
  data.xMax = static_cast<double>(std::max<std::size_t>(1, months.size())) - 0.5;
  setMonthTicks(data, months);
  setMonthItems(data, months);
  return data;
}

}  // namespace plumbline
