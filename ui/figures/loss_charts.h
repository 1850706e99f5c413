// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The balance period after period, with its tests, as charts with their limits.

#include "model/balance/loss_series.h"

#include "ui/charts/chart_data.h"
#include "ui/words/loss_words.h"

namespace plumbline {

/// Always the whole time; a chosen part of it is marked.
[[nodiscard]] ChartData lossChart(const LossSeries& series, LossChart kind,
                                  const std::optional<ChosenMonths>& chosen = {});

}  // namespace plumbline
