// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The mass balance as pictures: values, labels, spoken words and table rows, ready to paint.

#include "model/reconcile/balance.h"

#include "ui/charts/chart_data.h"
#include "ui/charts/flow_picture.h"

namespace plumbline {

[[nodiscard]] FlowData flowData(const Balance& balance);
/// Running sum of the unaccounted mass with its limits.
[[nodiscard]] ChartData runningSumChart(const Balance& balance);
/// Unaccounted mass of each month with whiskers; open bars cannot be told from nothing.
[[nodiscard]] ChartData unaccountedByMonth(const Balance& balance);
[[nodiscard]] ChartData claimedByMonth(const Balance& balance);
[[nodiscard]] ChartData inAndOutByMonth(const Balance& balance);

}  // namespace plumbline
