// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/totals_charts.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "ui/words/format.h"
#include "ui/words/totals_words.h"

namespace plumbline {

namespace {

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Totals)
};

double units(std::int64_t micro) {
  return static_cast<double>(micro) / 1e6;
}

void setAxis(ChartData& data, double high) {
  const NiceAxis axis = niceAxis(0, high > 0 ? high : 1);
  data.yMin = axis.min;
  data.yMax = axis.max;
  const int decimals = axis.step >= 1 ? 0 : axis.step >= 0.1 ? 1 : 3;
  for (double at = axis.min; at <= axis.max + axis.step / 2; at += axis.step) {
    data.yTicks.push_back({at, formatReal(at, decimals), false});
  }
}

ChartBars barsOf(const QString& name, Tone tone, Fill fill) {
  ChartBars bars;
  bars.name = name;
  bars.tone = tone;
  bars.fills = {fill};
  return bars;
}

QString numberOr(const std::optional<std::int64_t>& micro) {
  return micro ? words::quantityNumber(*micro) : Words::tr("nothing");
}

}  // namespace

ChartData totalsByPeriod(const TotalsPair& pair) {
  const bool lines = pair.kind == TotalsKind::OwnLines;
  ChartData data;
  data.title = Words::tr("%1, by period").arg(words::totalsPartners(pair));
  data.summary = words::totalsSentence(pair).remove(QStringLiteral("**"));
  data.yCaption = words::unitName(pair.unit);
  ChartBars sent = barsOf(lines ? Words::tr("in all") : Words::tr("sender says"), Tone::Info, Fill::Open);
  ChartBars received = barsOf(lines ? Words::tr("its lines") : Words::tr("receiver says"), Tone::Unsure, Fill::Dashed);
  ChartBars gap = barsOf(Words::tr("gap"), Tone::Warn, Fill::Hatch);
  data.tableHeader = {Words::tr("Period"), sent.name, received.name, gap.name, Words::tr("State")};
  double high = 0;
  for (const TotalsWindow& window : pair.windows) {
    const QString time = formatPeriod(window.start, window.end);
    const std::int64_t left = window.sent.value_or(0);
    const std::int64_t right = window.received.value_or(0);
    const bool differs = window.isCompared && !window.agrees;
    const std::int64_t apart = differs ? std::abs(left - right) : 0;
    data.xTicks.push_back({static_cast<double>(sent.values.size()), time});
    sent.values.push_back(units(left));
    received.values.push_back(units(right));
    gap.values.push_back(units(apart));
    sent.spoken << QStringLiteral("%1: %2, %3").arg(time, sent.name, words::quantity(left, pair.unit));
    received.spoken << QStringLiteral("%1: %2, %3").arg(time, received.name, words::quantity(right, pair.unit));
    gap.spoken << QStringLiteral("%1: %2, %3").arg(time, gap.name, words::quantity(apart, pair.unit));
    const QString state = !window.isCompared ? Words::tr("cannot tell") : differs ? Words::tr("differs") : Words::tr("agrees");
    data.tableRows.push_back({time, numberOr(window.sent), numberOr(window.received),
                              window.isCompared ? words::quantityNumber(left - right) : QString(), state});
    high = std::max({high, units(left), units(right)});
  }
  data.xMin = -0.5;
  data.xMax = static_cast<double>(std::max<std::size_t>(1, pair.windows.size())) - 0.5;
  data.bars = {std::move(sent), std::move(received), std::move(gap)};
  for (int i = 0; i < 3; ++i) data.key.push_back({data.bars[static_cast<std::size_t>(i)].name, {}, -1, i});
  data.keyAbove = true;
  setAxis(data, high);
  return data;
}

}  // namespace plumbline
