// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/totals/totals_comparison.h"

#include "ui/charts/chart_data.h"

namespace plumbline {

/// What both declare, period by period; the gap is hatched.
[[nodiscard]] ChartData totalsByPeriod(const TotalsPair& pair);

}  // namespace plumbline
