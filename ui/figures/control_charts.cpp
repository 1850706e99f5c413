// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QCoreApplication>

#include "ui/charts/month_axis.h"
#include "ui/figures/balance_charts.h"
#include "ui/figures/unknown_months.h"

namespace plumbline {

namespace {

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Balance)
};

/// The limits as steps: each month has its own.
void addLimits(ChartData& data, const std::vector<BalanceMonth>& months) {
  ChartLine upper;
  upper.ink = ColorRole::Muted;
  upper.dash = LineDash::Dashed;
  upper.width = 1.5;
  ChartLine lower = upper;
  double x = -0.5;
  for (const BalanceMonth& month : months) {
    const double limit = tonnes(month.mufUncertainty);
    for (const double at : {x, x + 1}) {
      upper.path.emplace_back(at, limit);
      lower.path.emplace_back(at, -limit);
    }
    x += 1;
  }
  upper.endLabel = Words::tr("limit");
  data.bands.push_back({ColorRole::UnsureTint, upper.path, lower.path, -1});
  data.lines = {std::move(upper), std::move(lower)};
}

ChartPoint pointOf(const BalanceMonth& month, double x) {
  const bool outside = month.muf.abs() > month.mufUncertainty;
  const QString where = outside ? Words::tr("outside the limit") : Words::tr("inside the limit");
  return {QPointF(x, tonnes(month.muf)), outside ? PointShape::Diamond : PointShape::Ring,
          Words::tr("%1: %2, limit %3, %4")
              .arg(monthAndYear(month.month), formatTonnes(month.muf),
                   formatTonnes(month.mufUncertainty), where)};
}

QString summaryOf(const std::vector<BalanceMonth>& months) {
  const auto outside = std::count_if(months.begin(), months.end(), [](const BalanceMonth& month) {
    return !month.incomplete && month.muf.abs() > month.mufUncertainty;
  });
  const auto whole = std::count_if(months.begin(), months.end(),
                                   [](const BalanceMonth& month) { return !month.incomplete; });
  const QString all = Words::tr("%Ln months", nullptr, plural(whole));
  return Words::tr("%Ln of %1 are outside their limit of 95 %; about one in 20 is by chance.",
                   nullptr, plural(outside))
      .arg(all);
}

}  // namespace

ChartData mufChart(const Balance& balance) {
  ChartData data = monthlyChart(balance.months, Words::tr("Unaccounted by month (MUF)"),
                                Words::tr("t per month, limits 95 %"));
  data.tableHeader = {Words::tr("Month"), Words::tr("Unaccounted t"), Words::tr("Limit t"),
                      Words::tr("Share of limit %")};
  addLimits(data, balance.months);
  ChartLine muf;
  muf.name = Words::tr("Unaccounted");
  muf.ink = ColorRole::FailInk;
  muf.width = 1;
  muf.dash = LineDash::Dotted;
  double low = 0;
  double high = 0;
  for (const BalanceMonth& month : balance.months) {
    muf.points.push_back(pointOf(month, static_cast<double>(muf.points.size())));
    muf.path.push_back(muf.points.back().at);
    const double limit = tonnes(month.mufUncertainty);
    low = std::min({low, tonnes(month.muf), -limit});
    high = std::max({high, tonnes(month.muf), limit});
    const double share = limit > 0 ? tonnes(month.muf) / limit * 100 : 0;
    data.tableRows.push_back({monthAndYear(month.month), bare(month.muf),
                              bare(month.mufUncertainty), formatReal(share, 0)});
  }
  data.lines.push_back(std::move(muf));
  data.summary = summaryOf(balance.months);
  setMassAxis(data, low, high);
  markUnknown(data, incompleteMonths(balance.months), {1, 2, 3});
  return data;
}

}  // namespace plumbline
