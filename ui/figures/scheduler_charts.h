// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/scheduler_audit.h"

#include "ui/charts/chart_data.h"

namespace plumbline {

/// Share of jobs still waiting against days, both groups, with 95 % bands.
[[nodiscard]] ChartData waitingChart(const WaitingPart& part, double horizonDays);
/// Jobs, half started within, mean wait, cancelled, still waiting: what stands beside the chart.
[[nodiscard]] std::vector<QStringList> waitingRows(const WaitingPart& part, double horizonDays);

}  // namespace plumbline
