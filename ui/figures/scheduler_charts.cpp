// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/scheduler_charts.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "ui/words/format.h"
#include "ui/words/lists.h"
#include "ui/words/scheduler_words.h"

namespace plumbline {

namespace {

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Scheduler)
};

using Level = double SurvivalStep::*;

/// The corners of a step curve up to the horizon.
std::vector<QPointF> corners(const WaitingCurve& curve, Level level, double horizon) {
  std::vector<QPointF> path{{0, 1}};
  double now = 1;
  for (const SurvivalStep& step : curve.steps) {
    if (step.days > horizon) break;
    path.emplace_back(step.days, now);
    now = step.*level;
    path.emplace_back(step.days, now);
  }
  path.emplace_back(horizon, now);
  return path;
}

SurvivalStep at(const WaitingCurve& curve, double days) {
  SurvivalStep found;
  for (const SurvivalStep& step : curve.steps) {
    if (step.days > days) break;
    found = step;
  }
  return found;
}

QString percent(double share) {
  return formatReal(share * 100, 0) + QChar(0x00A0) + QLatin1Char('%');
}

/// How many jobs the curve still stands on at a day; nothing where the result does not say.
std::optional<std::int64_t> atRisk(const WaitingCurve& curve, double day) {
  const auto index = static_cast<std::size_t>(day);
  if (index >= curve.atRisk.size()) return std::nullopt;
  return curve.atRisk[index];
}

void addCounts(ChartData& data, const WaitingCurve& curve, ColorRole ink) {
  if (curve.atRisk.empty()) return;
  ChartCounts counts{groupName(curve.group), ink, {}, static_cast<int>(data.lines.size()) - 1};
  for (const ChartTick& tick : data.xTicks) {
    const auto number = atRisk(curve, tick.at);
    if (number) counts.numbers.push_back({tick.at, formatCount(*number)});
  }
  data.counts.push_back(std::move(counts));
  data.countsCaption = Words::tr("jobs at risk: still waiting and watched on that day");
}

void addCurve(ChartData& data, const WaitingCurve& curve, double horizon, bool dashed) {
  data.bands.push_back({dashed ? ColorRole::WarnTint : ColorRole::InfoTint,
                        corners(curve, &SurvivalStep::high, horizon),
                        corners(curve, &SurvivalStep::low, horizon),
                        static_cast<int>(data.lines.size())});
  ChartLine line;
  line.name = groupName(curve.group);
  line.ink = dashed ? ColorRole::WarnInk : ColorRole::InfoInk;
  line.dash = dashed ? LineDash::Dashed : LineDash::Solid;
  line.path = corners(curve, &SurvivalStep::waiting, horizon);
  line.marked = false;
  for (int day = 0; day <= static_cast<int>(horizon); ++day) {
    const SurvivalStep step = at(curve, day);
    const QString after = Words::tr("%Ln days", nullptr, plural(day));
    QString spoken = Words::tr("%1, after %2: %3 still wait (95 %: %4 to %5)")
                         .arg(line.name, after, percent(step.waiting),
                              percent(step.low), percent(step.high));
    if (const auto number = atRisk(curve, day)) {
      spoken = words::listed({spoken, Words::tr("%Ln jobs at risk", nullptr, plural(*number))});
    }
    line.points.push_back({{static_cast<double>(day), step.waiting}, PointShape::Disc, spoken});
  }
  data.lines.push_back(std::move(line));
  addCounts(data, curve, data.lines.back().ink);
  data.key.push_back(
      {Words::tr("%1, %Ln jobs", nullptr, plural(curve.jobs)).arg(groupName(curve.group)),
       Words::tr("half started within %1").arg(halfStarted(curve)),
       static_cast<int>(data.lines.size()) - 1, -1});
}

QString days(double value) {
  return formatReal(value, 1) + QChar(0x00A0) + Words::tr("d", "unit: days");
}

}  // namespace

ChartData waitingChart(const WaitingPart& part, double horizonDays) {
  ChartData data;
  data.title = Words::tr("How long jobs wait");
  data.yCaption = Words::tr("still waiting");
  data.xCaption = Words::tr("days since the job was submitted");
  data.xMax = std::max(1.0, horizonDays);
  // Days read best in weeks; a short horizon has days.
  double step = 1;
  for (const double wanted : {1.0, 2.0, 7.0, 14.0, 28.0, 91.0, 364.0}) {
    step = wanted;
    if (data.xMax / wanted <= 5) break;
  }
  for (double day = 0; day <= data.xMax; day += step) {
    data.xTicks.push_back({day, formatReal(day, 0)});
  }
  for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
    data.yTicks.push_back({share, percent(share)});
  }
  addCurve(data, part.community, data.xMax, false);
  addCurve(data, part.commercial, data.xMax, true);
  data.summary = QStringLiteral("%1: %2. %3: %4.")
                     .arg(data.key[0].name, data.key[0].note, data.key[1].name, data.key[1].note);
  const std::optional<double> community = part.community.medianDays;
  const std::optional<double> commercial = part.commercial.medianDays;
  const bool commercialFirst = commercial.value_or(1e9) <= community.value_or(1e9);
  if (community && *community <= data.xMax) {
    data.guides.push_back(
        {{*community, 0.5}, ColorRole::InfoInk, days(*community), !commercialFirst, 0});
  }
  if (commercial && *commercial <= data.xMax) {
    data.guides.push_back(
        {{*commercial, 0.5}, ColorRole::WarnInk, days(*commercial), commercialFirst, 1});
  }
  data.tableHeader = {Words::tr("Days"),
                      Words::tr("Community %"),
                      Words::tr("95 %"),
                      Words::tr("At risk"),
                      Words::tr("Commercial %"),
                      Words::tr("95 %", "again"),
                      Words::tr("At risk", "again")};
  for (int day = 0; day <= static_cast<int>(data.xMax); ++day) {
    const SurvivalStep a = at(part.community, day);
    const SurvivalStep b = at(part.commercial, day);
    const auto range = [](const SurvivalStep& s) {
      return QStringLiteral("%1–%2").arg(formatReal(s.low * 100, 1), formatReal(s.high * 100, 1));
    };
    const auto risk = [day](const WaitingCurve& curve) {
      const auto number = atRisk(curve, day);
      return number ? formatCount(*number) : QStringLiteral("–");
    };
    data.tableRows.push_back({QString::number(day), formatReal(a.waiting * 100, 1), range(a),
                              risk(part.community), formatReal(b.waiting * 100, 1), range(b),
                              risk(part.commercial)});
  }
  return data;
}

std::vector<QStringList> waitingRows(const WaitingPart& part, double horizonDays) {
  const WaitingCurve& a = part.community;
  const WaitingCurve& b = part.commercial;
  const auto median = [](const WaitingCurve& curve) {
    return curve.medianDays ? days(*curve.medianDays) : halfStarted(curve);
  };
  return {
      {Words::tr("Jobs"), formatCount(a.jobs), formatCount(b.jobs)},
      {Words::tr("Half started within"), median(a), median(b)},
      {Words::tr("Mean wait, first %1 d").arg(formatReal(horizonDays, 0)), days(a.meanDays),
       days(b.meanDays)},
      {Words::tr("Cancelled before start"), formatCount(a.cancelled), formatCount(b.cancelled)},
      {Words::tr("Still waiting"), formatCount(a.stillWaiting), formatCount(b.stillWaiting)},
  };
}

}  // namespace plumbline
