// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/balance_charts.h"

#include <algorithm>

#include <QCoreApplication>

#include "ui/charts/month_axis.h"
#include "ui/figures/unknown_months.h"
#include "ui/words/balance_words.h"
#include "ui/words/format.h"

namespace plumbline {

namespace {

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Balance)
};

/// Bars that are all drawn alike.
ChartBars barsOf(const QString& name, Tone tone, Fill fill) {
  ChartBars bars;
  bars.name = name;
  bars.tone = tone;
  bars.fills = {fill};
  return bars;
}

Mass outOf(const BalanceMonth& month) {
  return month.confirmed + month.otherOut + month.receivedAsResidue + month.losses +
         (month.closing - month.opening);
}

void addRunningSum(ChartData& data, const Balance& balance) {
  ChartBand band;
  ChartLine upper;
  upper.ink = ColorRole::Muted;
  upper.dash = LineDash::Dashed;
  upper.width = 1.5;
  ChartLine lower = upper;
  ChartLine sum;
  sum.name = Words::tr("Running sum");
  sum.ink = ColorRole::FailInk;
  sum.strongLabel = true;
  double x = 0;
  for (const BalanceMonth& month : balance.months) {
    const double limit = tonnes(month.cumufUncertainty);
    const bool outside = month.cumuf.abs() > month.cumufUncertainty;
    upper.path.emplace_back(x, limit);
    lower.path.emplace_back(x, -limit);
    const QPointF at(x, tonnes(month.cumuf));
    sum.path.push_back(at);
    const QString where = outside ? Words::tr("outside the limit") : Words::tr("inside the limit");
    sum.points.push_back({at, outside ? PointShape::Diamond : PointShape::Ring,
                          Words::tr("%1: %2, limit %3, %4")
                              .arg(monthAndYear(month.month), formatTonnes(month.cumuf),
                                   formatTonnes(month.cumufUncertainty), where)});
    x += 1;
  }
  band.upper = upper.path;
  band.lower = lower.path;
  const BalanceMonth& last = balance.months.back();
  upper.endLabel = Words::tr("limit %1").arg(formatTonnes(last.cumufUncertainty));
  lower.endLabel = formatTonnes(-last.cumufUncertainty);
  sum.endLabel = formatTonnes(last.cumuf);
  data.bands.push_back(std::move(band));
  data.lines = {std::move(upper), std::move(lower), std::move(sum)};
}

}  // namespace

ChartData runningSumChart(const Balance& balance) {
  ChartData data;
  data.title = Words::tr("Unaccounted mass, running sum (CUMUF)");
  data.tableHeader = {Words::tr("Month"),         Words::tr("In t"), Words::tr("Out and stock t"),
                      Words::tr("Unaccounted t"), Words::tr("± t"),  Words::tr("Running sum t"),
                      Words::tr("Limit t")};
  if (balance.months.empty()) return data;
  QString summary = balanceShows(balance);
  data.summary = summary.remove(QStringLiteral("**"));
  data.yCaption = Words::tr("t since %1").arg(formatDate(balance.months.front().month.start()));
  data.xMin = 0;
  data.xMax = static_cast<double>(std::max<std::size_t>(2, balance.months.size())) - 1;
  setMonthTicks(data, balance.months);
  setMonthItems(data, balance.months);
  addRunningSum(data, balance);
  double low = 0;
  double high = 0;
  for (const BalanceMonth& month : balance.months) {
    low = std::min({low, tonnes(month.cumuf), -tonnes(month.cumufUncertainty)});
    high = std::max({high, tonnes(month.cumuf), tonnes(month.cumufUncertainty)});
    data.tableRows.push_back({monthAndYear(month.month), bare(month.intake), bare(outOf(month)),
                              bare(month.muf), bare(month.mufUncertainty), bare(month.cumuf),
                              bare(month.cumufUncertainty)});
  }
  setMassAxis(data, low, high);
  if (const auto first = firstMonthOutside(balance)) {
    const BalanceMonth& month = balance.months[*first];
    data.callouts.push_back(
        {QPointF(static_cast<double>(*first), tonnes(month.cumuf)),
         Words::tr("%1: first outside the limit").arg(monthName(month.month)),
         Words::tr("%1, limit %2")
             .arg(formatTonnes(month.cumuf), formatTonnes(month.cumufUncertainty))});
  }
  markUnknown(data, fromTheFirst(incompleteMonths(balance.months)), {2, 3, 4, 5, 6});
  return data;
}

ChartData unaccountedByMonth(const Balance& balance) {
  ChartData data = monthlyChart(balance.months, Words::tr("Unaccounted by month"),
                                Words::tr("t per month, whisker 95 %"));
  data.tableHeader = {Words::tr("Month"), Words::tr("Unaccounted t"), Words::tr("± t")};
  ChartBars bars;
  bars.name = data.title;
  bars.tone = Tone::Fail;
  double low = 0;
  double high = 0;
  for (const BalanceMonth& month : balance.months) {
    const bool told = month.muf.abs() > month.mufUncertainty;
    bars.values.push_back(tonnes(month.muf));
    bars.plusMinus.push_back(tonnes(month.mufUncertainty));
    bars.fills.push_back(told ? Fill::Hatch : Fill::Open);
    bars.spoken << Words::tr("%1: %2 unaccounted for")
                       .arg(monthAndYear(month.month),
                            formatTonnesWithin(month.muf, month.mufUncertainty));
    low = std::min(low, tonnes(month.muf) - tonnes(month.mufUncertainty));
    high = std::max(high, tonnes(month.muf) + tonnes(month.mufUncertainty));
    data.tableRows.push_back(
        {monthAndYear(month.month), bare(month.muf), bare(month.mufUncertainty)});
  }
  data.bars.push_back(std::move(bars));
  setMassAxis(data, low, high);
  markUnknown(data, incompleteMonths(balance.months), {1, 2});
  return data;
}

ChartData claimedByMonth(const Balance& balance, Figures figures) {
  const bool named = figures == Figures::Named;
  ChartData data = monthlyChart(balance.months,
                                named ? Words::tr("Claimed against confirmed, by month")
                                      : Words::tr("Claimed against stated by receivers, by month"),
                                Words::tr("t per month"));
  data.tableHeader = {Words::tr("Month"),
                      Words::tr("Claimed t"),
                      named ? Words::tr("Confirmed t") : Words::tr("Receivers state t"),
                      Words::tr("Received as residue t"),
                      Words::tr("Without receipt t"),
                      Words::tr("Pending t")};
  ChartBars claimed = barsOf(Words::tr("claimed"), Tone::Info, Fill::Open);
  ChartBars confirmed =
      barsOf(named ? Words::tr("confirmed") : Words::tr("stated by receivers"), Tone::Pass,
             named ? Fill::Solid : Fill::Open);
  double high = 0;
  for (const BalanceMonth& month : balance.months) {
    claimed.values.push_back(tonnes(month.claimed));
    confirmed.values.push_back(tonnes(month.confirmed));
    claimed.spoken
        << Words::tr("%1: %2 claimed").arg(monthAndYear(month.month), formatTonnes(month.claimed));
    confirmed.spoken << (named ? Words::tr("%1: %2 confirmed")
                               : Words::tr("%1: %2 stated by receivers"))
                            .arg(monthAndYear(month.month), formatTonnes(month.confirmed));
    high = std::max({high, tonnes(month.claimed), tonnes(month.confirmed)});
    data.tableRows.push_back({monthAndYear(month.month), bare(month.claimed), bare(month.confirmed),
                              bare(month.receivedAsResidue), bare(month.withoutReceipt),
                              bare(month.pending)});
  }
  data.summary =
      named ? Words::tr("What the plant says left as useful material, and what "
                        "receivers confirmed, for each month.")
            : Words::tr("What the plant says left as useful material, and what receivers state whom "
                        "you have not named, for each month.");
  data.bars = {std::move(claimed), std::move(confirmed)};
  data.key = {{data.bars[0].name, {}, -1, 0}, {data.bars[1].name, {}, -1, 1}};
  data.keyAbove = true;
  setMassAxis(data, 0, high);
  markUnknown(data, incompleteMonths(balance.months), {2, 3, 4, 5});
  return data;
}

ChartData materialByMonth(const MaterialMonths& material, Month first, Month last) {
  std::vector<MaterialMonth> months;
  for (const MaterialMonth& month : material.months) {
    if (month.month >= first && month.month < last) months.push_back(month);
  }
  ChartData data = monthlyChart(
      months, Words::tr("%1: plant says and found, by month").arg(outcomeName(material.key)),
      Words::tr("t per month"));
  data.tableHeader = {Words::tr("Month"), Words::tr("Plant says t"), Words::tr("Found t"),
                      Words::tr("± t"), Words::tr("Difference t")};
  ChartBars says = barsOf(Words::tr("plant says"), Tone::Info, Fill::Open);
  ChartBars found = barsOf(Words::tr("found"), Tone::Pass, Fill::Solid);
  double high = 0;
  for (const MaterialMonth& month : months) {
    says.values.push_back(tonnes(month.plantSays));
    found.values.push_back(tonnes(month.found));
    found.plusMinus.push_back(tonnes(month.uncertainty));
    says.spoken << Words::tr("%1: plant says %2")
                       .arg(monthAndYear(month.month), formatTonnes(month.plantSays));
    found.spoken << Words::tr("%1: %2 found")
                        .arg(monthAndYear(month.month),
                             formatTonnesWithin(month.found, month.uncertainty));
    high = std::max({high, tonnes(month.plantSays), tonnes(month.found + month.uncertainty)});
    data.tableRows.push_back({monthAndYear(month.month), bare(month.plantSays), bare(month.found),
                              bare(month.uncertainty), bare(month.plantSays - month.found)});
  }
  data.summary = Words::tr("What the plant says went this way, and what was found.");
  data.bars = {std::move(says), std::move(found)};
  data.key = {{data.bars[0].name, {}, -1, 0}, {data.bars[1].name, {}, -1, 1}};
  data.keyAbove = true;
  setMassAxis(data, 0, high);
  markUnknown(data, incompleteMonths(months), {2, 3, 4});
  return data;
}

ChartData inAndOutByMonth(const Balance& balance) {
  ChartData data =
      monthlyChart(balance.months, Words::tr("In and out, by month"), Words::tr("t per month"));
  data.tableHeader = {Words::tr("Month"), Words::tr("In t"), Words::tr("Out and stock t"),
                      Words::tr("Unaccounted t"), Words::tr("± t")};
  ChartBars in = barsOf(Words::tr("in"), Tone::Info, Fill::Solid);
  ChartBars out = barsOf(Words::tr("out and stock"), Tone::Unsure, Fill::Solid);
  double high = 0;
  for (const BalanceMonth& month : balance.months) {
    const Mass left = outOf(month);
    in.values.push_back(tonnes(month.intake));
    out.values.push_back(tonnes(left));
    in.spoken << Words::tr("%1: %2 in").arg(monthAndYear(month.month), formatTonnes(month.intake));
    out.spoken
        << Words::tr("%1: %2 out and stock").arg(monthAndYear(month.month), formatTonnes(left));
    high = std::max({high, tonnes(month.intake), tonnes(left)});
    data.tableRows.push_back({monthAndYear(month.month), bare(month.intake), bare(left),
                              bare(month.muf), bare(month.mufUncertainty)});
  }
  data.summary = Words::tr("What came in, and what went out or stayed, for each month.");
  data.bars = {std::move(in), std::move(out)};
  data.key = {{data.bars[0].name, {}, -1, 0}, {data.bars[1].name, {}, -1, 1}};
  data.keyAbove = true;
  setMassAxis(data, 0, high);
  markUnknown(data, incompleteMonths(balance.months), {2, 3, 4});
  return data;
}

}  // namespace plumbline
