// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Months of which records are known to be missing, on a chart and in its table: their figures are sums
// of what is here and confirm nothing.

#include <algorithm>
#include <vector>

#include "ui/charts/chart_data.h"

namespace plumbline {

/// By month: records of it are missing.
template <class MonthOf>
std::vector<bool> incompleteMonths(const std::vector<MonthOf>& months) {
  std::vector<bool> unknown;
  for (const auto& month : months) unknown.push_back(month.incomplete);
  return unknown;
}

/// What is summed up month after month is not known from the first such month on.
[[nodiscard]] std::vector<bool> fromTheFirst(std::vector<bool> unknown);

/// Marks rows of the chart, which stand for the months: a ground with "cannot tell", dashed bars without
/// whiskers, no line; spoken so, and told in a column of the table, whose `derived` columns then hold no
/// figure.
void markUnknown(ChartData& data, const std::vector<bool>& unknown,
                 const std::vector<int>& derived);

}  // namespace plumbline
