// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/loss_charts.h"

#include <cmath>
#include <functional>

#include "ui/charts/month_axis.h"
#include "ui/words/loss_words.h"

namespace plumbline {

namespace {

/// 95 % of honest periods are within this many standard uncertainties.
constexpr double kLimit = 2;

struct TickMonth {
  Month month;
};

/// An axis with a place for each period.
ChartData periodChart(const LossSeries& series, LossChart kind) {
  std::vector<TickMonth> months;
  for (const LossPeriod& period : series.periods) months.push_back({period.first});
  const bool monthly = isMonthly(series);
  ChartData data =
      monthlyChart(months, lossChartTitle(kind, monthly), lossChartUnit(kind, monthly));
  data.summary = lossChartShows(series, kind).remove(QStringLiteral("**"));
  return data;
}

ChartLine limitLine() {
  ChartLine line;
  line.ink = ColorRole::Muted;
  line.dash = LineDash::Dashed;
  line.width = 1.5;
  return line;
}

ChartLine figureLine(const QString& name) {
  ChartLine line;
  line.name = name;
  line.ink = ColorRole::FailInk;
  line.width = 1;
  line.dash = LineDash::Dotted;
  return line;
}

/// What a chart of one figure a period is made of.
struct Figures {
  QString name;
  std::function<std::optional<double>(const LossPeriod&)> value;
  std::function<double(const LossPeriod&)> limit;
  std::function<QString(double)> text;  // with its unit
};

/// Steps: each period has its own limit.
void addLimits(ChartData& data, const LossSeries& series, const Figures& figures) {
  ChartLine upper = limitLine();
  ChartLine lower = limitLine();
  double x = -0.5;
  for (const LossPeriod& period : series.periods) {
    const double limit = figures.limit(period);
    for (const double at : {x, x + 1}) {
      upper.path.emplace_back(at, limit);
      lower.path.emplace_back(at, -limit);
    }
    x += 1;
  }
  upper.endLabel =
      LossWords::tr("limit %1").arg(figures.text(figures.limit(series.periods.back())));
  data.bands.push_back({ColorRole::UnsureTint, upper.path, lower.path, -1});
  data.lines = {std::move(upper), std::move(lower)};
}

void addFigures(ChartData& data, const LossSeries& series, const Figures& figures) {
  addLimits(data, series, figures);
  ChartLine line = figureLine(figures.name);
  double low = 0;
  double high = 0;
  double x = 0;
  for (const LossPeriod& period : series.periods) {
    const double limit = figures.limit(period);
    low = std::min(low, -limit);
    high = std::max(high, limit);
    const std::optional<double> value = figures.value(period);
    QString cell = LossWords::tr("none");
    if (value) {
      const bool outside = std::abs(*value) > limit;
      low = std::min(low, *value);
      high = std::max(high, *value);
      line.path.emplace_back(x, *value);
      line.points.push_back(
          {QPointF(x, *value), outside ? PointShape::Diamond : PointShape::Ring,
           LossWords::tr("%1: %2, limit %3, %4")
               .arg(lossPeriodName(period), figures.text(*value), figures.text(limit),
                    outside ? LossWords::tr("outside the limit")
                            : LossWords::tr("inside the limit"))});
      cell = formatReal(*value, 2);
    }
    data.tableRows.push_back({lossPeriodName(period), cell, formatReal(limit, 2)});
    x += 1;
  }
  data.lines.push_back(std::move(line));
  setMassAxis(data, low, high);
}

double inTonnes(Mass mass) {
  return tonnes(mass);
}

QString tonnesText(double value) {
  return formatTonnes(Mass::grams(std::llround(value * 1e6)));
}

QString deviations(double value) {
  return formatReal(value, 1);
}

Figures figuresOf(LossChart kind) {
  switch (kind) {
    case LossChart::Muf:
      return {LossWords::tr("Unaccounted"),
              [](const LossPeriod& period) { return inTonnes(period.tested); },
              [](const LossPeriod& period) { return kLimit * inTonnes(period.sigma); }, tonnesText};
    case LossChart::Cumuf:
      return {LossWords::tr("Running sum"),
              [](const LossPeriod& period) { return inTonnes(period.cumuf); },
              [](const LossPeriod& period) { return kLimit * inTonnes(period.cumufSigma); },
              tonnesText};
    case LossChart::Sitmuf:
      return {LossWords::tr("SITMUF"),
              [](const LossPeriod& period) -> std::optional<double> {
                if (!period.sitmufMilli) return std::nullopt;
                return static_cast<double>(*period.sitmufMilli) / 1e3;
              },
              [](const LossPeriod&) { return kLimit; }, deviations};
    case LossChart::Residuals:
    case LossChart::Page:
      break;
  }
  return {LossWords::tr("Residual"),
          [](const LossPeriod& period) -> std::optional<double> {
            if (period.sigma == Mass()) return std::nullopt;
            return inTonnes(period.tested) / inTonnes(period.sigma);
          },
          [](const LossPeriod&) { return kLimit; }, deviations};
}

ChartLine pageLine(const LossSeries& series, bool gain, double threshold) {
  ChartLine line = figureLine(gain ? LossWords::tr("gain") : LossWords::tr("loss"));
  line.dash = LineDash::Solid;
  line.width = 1.5;
  if (gain) line.ink = ColorRole::InfoInk;
  double x = 0;
  for (const LossPeriod& period : series.periods) {
    const double sum =
        static_cast<double>(gain ? period.pageGainMilli : period.pageLossMilli) / 1e3;
    const bool alarm = sum > threshold;
    const QPointF at(x, gain ? -sum : sum);
    line.path.push_back(at);
    line.points.push_back(
        {at, alarm ? PointShape::Diamond : PointShape::Ring,
         LossWords::tr("%1: sum for a %2 %3, alarm above %4, %5")
             .arg(lossPeriodName(period), line.name, deviations(sum), deviations(threshold),
                  alarm ? LossWords::tr("alarm") : LossWords::tr("no alarm"))});
    x += 1;
  }
  return line;
}

ChartData pageChart(const LossSeries& series) {
  ChartData data = periodChart(series, LossChart::Page);
  const double threshold = static_cast<double>(series.pageThresholdMilli) / 1e3;
  ChartLine upper = limitLine();
  upper.path = {{data.xMin, threshold}, {data.xMax, threshold}};
  upper.endLabel = LossWords::tr("alarm %1").arg(deviations(threshold));
  ChartLine lower = limitLine();
  lower.path = {{data.xMin, -threshold}, {data.xMax, -threshold}};
  data.bands.push_back({ColorRole::UnsureTint, upper.path, lower.path, -1});
  data.lines = {std::move(upper), std::move(lower), pageLine(series, false, threshold),
                pageLine(series, true, threshold)};
  data.key = {{data.lines[2].name, LossWords::tr("upwards"), 2, -1},
              {data.lines[3].name, LossWords::tr("downwards"), 3, -1}};
  data.keyAbove = true;
  data.tableHeader = {LossWords::tr("Period"), LossWords::tr("Sum for a loss"),
                      LossWords::tr("Sum for a gain"), LossWords::tr("Alarm above")};
  double high = threshold;
  double low = -threshold;
  for (const LossPeriod& period : series.periods) {
    const double loss = static_cast<double>(period.pageLossMilli) / 1e3;
    const double gain = static_cast<double>(period.pageGainMilli) / 1e3;
    high = std::max(high, loss);
    low = std::min(low, -gain);
    data.tableRows.push_back({lossPeriodName(period), formatReal(loss, 2), formatReal(gain, 2),
                              formatReal(threshold, 2)});
  }
  setMassAxis(data, low, high);
  return data;
}

/// Where the turn of a month lies on an axis with a place for each period.
double placeOf(const LossSeries& series, Month month) {
  double x = -0.5;
  for (const LossPeriod& period : series.periods) {
    if (month < period.last) {
      const double length = period.last.index - period.first.index;
      return x + std::max(0, month.index - period.first.index) / length;
    }
    x += 1;
  }
  return x;
}

/// The ground behind, and words where it cannot be seen: points are spoken, rows have a column.
void mark(ChartData& data, const LossSeries& series, const ChosenMonths& chosen) {
  const double from = placeOf(series, chosen.first);
  const double until = placeOf(series, chosen.last);
  if (from < until) data.spans.push_back({from, until});
  const auto touched = [&](double x) {
    return chosen.touches(series.periods[static_cast<std::size_t>(std::lround(x))]);
  };
  for (ChartLine& line : data.lines) {
    for (ChartPoint& point : line.points) {
      if (touched(point.at.x())) point.spoken += LossWords::tr(", in the chosen time");
    }
  }
  data.tableHeader.append(LossWords::tr("Chosen"));
  for (std::size_t i = 0; i < data.tableRows.size(); ++i) {
    data.tableRows[i].append(chosen.touches(series.periods[i]) ? LossWords::tr("yes") : QString());
  }
  data.yCaption = LossWords::tr("%1; marked: %2")
                      .arg(data.yCaption, formatPeriod(chosen.first.start(), chosen.last.start()));
}

ChartData figureChart(const LossSeries& series, LossChart kind) {
  ChartData data = periodChart(series, kind);
  const Figures figures = figuresOf(kind);
  const bool mass = kind == LossChart::Muf || kind == LossChart::Cumuf;
  data.tableHeader = {LossWords::tr("Period"),
                      mass ? LossWords::tr("%1 t").arg(figures.name) : figures.name,
                      mass ? LossWords::tr("Limit t") : LossWords::tr("Limit")};
  addFigures(data, series, figures);
  return data;
}

}  // namespace

ChartData lossChart(const LossSeries& series, LossChart kind,
                    const std::optional<ChosenMonths>& chosen) {
  if (series.periods.empty()) return periodChart(series, kind);
  ChartData data =
      kind == LossChart::Page ? pageChart(series) : figureChart(series, kind);
  if (!chosen) return data;
  mark(data, series, *chosen);
  data.summary += QLatin1Char(' ') +
                  lossChosenShows(series, kind, *chosen).remove(QStringLiteral("**"));
  return data;
}

}  // namespace plumbline
