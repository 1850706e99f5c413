// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/unknown_months.h"

#include <cmath>

#include <QCoreApplication>

#include "ui/words/gap_words.h"

namespace plumbline {

namespace {

/// Gives tr() a context of its own.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(plumbline::Balance)
};

bool isUnknown(const std::vector<bool>& unknown, double x) {
  const auto at = static_cast<std::size_t>(std::max(0.0, std::round(x)));
  return at < unknown.size() && unknown[at];
}

void addSpans(ChartData& data, const std::vector<bool>& unknown) {
  for (std::size_t i = 0; i < unknown.size(); ++i) {
    if (!unknown[i]) continue;
    const double from = static_cast<double>(i) - 0.5;
    if (!data.spans.empty() && data.spans.back().until == from && !data.spans.back().label.isEmpty()) {
      data.spans.back().until = from + 1;
    } else {
      data.spans.push_back({from, from + 1, words::gapCell()});
    }
  }
}

QString spokenSo(const QString& spoken) {
  return Words::tr("Cannot tell, records are missing. What is here: %1").arg(spoken);
}

void markBars(ChartBars& bars, const std::vector<bool>& unknown) {
  const Fill usual = bars.fills.empty() ? Fill::Solid : bars.fills.front();
  bars.keyFill = usual;
  if (bars.fills.size() != bars.values.size()) bars.fills.assign(bars.values.size(), usual);
  for (std::size_t i = 0; i < bars.values.size(); ++i) {
    if (!unknown[i]) continue;
    bars.fills[i] = Fill::Dashed;
    if (i < bars.plusMinus.size()) bars.plusMinus[i] = 0;
    const auto index = static_cast<qsizetype>(i);
    if (index < bars.spoken.size()) bars.spoken[index] = spokenSo(bars.spoken[index]);
  }
}

/// Steps between months stay: they are limits.
void markLine(ChartLine& line, const std::vector<bool>& unknown) {
  const auto hidden = [&](const QPointF& at) {
    return at.x() == std::round(at.x()) && isUnknown(unknown, at.x());
  };
  if (!line.path.empty() && hidden(line.path.back())) line.endLabel.clear();
  std::erase_if(line.path, hidden);
  for (ChartPoint& point : line.points) {
    if (!isUnknown(unknown, point.at.x())) continue;
    point.shape = PointShape::Ring;
    point.spoken = spokenSo(point.spoken);
  }
}

void markTable(ChartData& data, const std::vector<bool>& unknown, const std::vector<int>& derived) {
  data.tableHeader.append(Words::tr("State"));
  for (std::size_t i = 0; i < data.tableRows.size(); ++i) {
    QStringList& row = data.tableRows[i];
    if (unknown[i]) {
      for (const int column : derived) row[column] = words::gapCell();
    }
    row.append(unknown[i] ? Words::tr("records are missing") : QString());
  }
}

}  // namespace

std::vector<bool> fromTheFirst(std::vector<bool> unknown) {
  std::fill(std::find(unknown.begin(), unknown.end(), true), unknown.end(), true);
  return unknown;
}

void markUnknown(ChartData& data, const std::vector<bool>& unknown,
                 const std::vector<int>& derived) {
  if (std::find(unknown.begin(), unknown.end(), true) == unknown.end()) return;
  addSpans(data, unknown);
  for (ChartBars& bars : data.bars) markBars(bars, unknown);
  for (ChartLine& line : data.lines) markLine(line, unknown);
  for (ChartBand& band : data.bands) {
    const auto hidden = [&](const QPointF& at) {
      return at.x() == std::round(at.x()) && isUnknown(unknown, at.x());
    };
    std::erase_if(band.upper, hidden);
    std::erase_if(band.lower, hidden);
  }
  markTable(data, unknown, derived);
  data.summary = Words::tr("%1 Where records are missing it cannot be told.").arg(data.summary);
}

}  // namespace plumbline
