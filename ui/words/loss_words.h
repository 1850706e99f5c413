// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The balance over time in words. Bold stands between ** marks.

#include <QCoreApplication>
#include <QString>

#include "model/balance/loss_series.h"

namespace plumbline {

enum class LossChart {
  Muf,       // unaccounted mass of each period
  Cumuf,     // its running sum
  Sitmuf,    // standardized and independent of the periods before
  Page,      // Page's sums for losses (up) and gains (down)
  Residuals  // each period over its own standard uncertainty
};
inline constexpr LossChart allLossCharts[] = {LossChart::Muf, LossChart::Cumuf, LossChart::Sitmuf,
                                              LossChart::Page, LossChart::Residuals};

/// Gives tr() a context of its own.
struct LossWords {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Losses)
};

/// A part of the time that somebody looks at; the last month is exclusive.
struct ChosenMonths {
  Month first, last;
  [[nodiscard]] bool touches(const LossPeriod& period) const {
    return period.first < last && first < period.last;
  }
};

/// "All materials", "EcoSphere North", "EcoFibre board (EcoSphere North)"; the plant is left out
/// where there is only one.
[[nodiscard]] QString lossSeriesName(const LossSeries& series, bool onePlant = false);
/// True where each period is one month: none had to be joined to the next.
[[nodiscard]] bool isMonthly(const LossSeries& series);
/// "Apr 2141" or "Apr–May 2141"
[[nodiscard]] QString lossPeriodName(const LossPeriod& period);
/// For the button that chooses it, and over the chart.
[[nodiscard]] QString lossChartName(LossChart kind, bool monthly);
[[nodiscard]] QString lossChartTitle(LossChart kind, bool monthly);
[[nodiscard]] QString lossChartUnit(LossChart kind, bool monthly);
/// What the chart shows, and what it could not see.
[[nodiscard]] QString lossChartShows(const LossSeries& series, LossChart kind);
/// What the chart shows in a part of the time; its sums and tests are of the whole.
[[nodiscard]] QString lossChosenShows(const LossSeries& series, LossChart kind,
                                      const ChosenMonths& chosen);

}  // namespace plumbline
