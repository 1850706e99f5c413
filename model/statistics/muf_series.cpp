// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/statistics/muf_series.h"

#include <algorithm>
#include <cmath>

#include "model/statistics/tails.h"

namespace plumbline {
namespace {

// Below this share of a period's own variance what is left is rounding.
constexpr double leastShare = 1e-12;

}  // namespace

MufSeries mufSeries(const MufRecords& records) {
  const Eigen::Index n = records.periods;
  MufSeries series{Eigen::VectorXd::Zero(n), Eigen::MatrixXd::Zero(n, n)};
  // The sign stands inside the sum over one instrument: what is common to in and out cancels.
  Eigen::MatrixXd shared =
      Eigen::MatrixXd::Zero(n, static_cast<Eigen::Index>(records.instruments.size()));
  const auto add = [&](Eigen::Index period, std::size_t instrument, double mass) {
    series.muf[period] += mass;
    shared(period, static_cast<Eigen::Index>(instrument)) +=
        mass * records.instruments[instrument].sharedRel;
  };
  for (const MufFlow& flow : records.flows) {
    add(flow.period, flow.instrument, flow.signedMass);
    const double own = flow.signedMass * records.instruments[flow.instrument].randomRel;
    series.covariance(flow.period, flow.period) += own * own / flow.loads;
  }
  for (const MufStock& stock : records.stocks) {
    const double own = stock.mass * records.instruments[stock.instrument].randomRel;
    const bool opens = stock.index < n;
    const bool closes = stock.index > 0;
    if (opens) add(stock.index, stock.instrument, stock.mass);
    if (closes) add(stock.index - 1, stock.instrument, -stock.mass);
    if (opens) series.covariance(stock.index, stock.index) += own * own;
    if (closes) series.covariance(stock.index - 1, stock.index - 1) += own * own;
    if (opens && closes) {
      series.covariance(stock.index, stock.index - 1) -= own * own;
      series.covariance(stock.index - 1, stock.index) -= own * own;
    }
  }
  series.covariance += shared * shared.transpose();
  return series;
}

RunningMuf cumulate(const MufSeries& series) {
  const Eigen::Index n = series.muf.size();
  RunningMuf running{Eigen::VectorXd(n), Eigen::VectorXd(n)};
  double sum = 0;
  double variance = 0;
  for (Eigen::Index t = 0; t < n; ++t) {
    sum += series.muf[t];
    variance += series.covariance(t, t) + 2 * series.covariance.row(t).head(t).sum();
    running.cumuf[t] = sum;
    running.sigma[t] = std::sqrt(std::max(0.0, variance));
  }
  return running;
}

std::vector<std::optional<double>> sitmuf(const MufSeries& series) {
  const Eigen::Index n = series.muf.size();
  Eigen::MatrixXd lower = Eigen::MatrixXd::Zero(n, n);
  Eigen::VectorXd known = Eigen::VectorXd::Zero(n);
  std::vector<std::optional<double>> figures(static_cast<std::size_t>(n));
  for (Eigen::Index t = 0; t < n; ++t) {
    for (Eigen::Index s = 0; s < t; ++s) {
      if (lower(s, s) == 0) continue;
      lower(t, s) =
          (series.covariance(t, s) - lower.row(t).head(s).dot(lower.row(s).head(s))) / lower(s, s);
    }
    const double own = series.covariance(t, t);
    const double left = own - lower.row(t).head(t).squaredNorm();
    if (!(left > leastShare * own)) continue;
    lower(t, t) = std::sqrt(left);
    known[t] = (series.muf[t] - lower.row(t).head(t).dot(known.head(t))) / lower(t, t);
    figures[static_cast<std::size_t>(t)] = known[t];
  }
  return figures;
}

double scatterOf(std::span<const std::vector<std::optional<double>>> series) {
  constexpr std::size_t leastDifferences = 6;
  constexpr double mostScatter = 2;
  // Root mean square of the smaller three quarters of standard normal figures.
  constexpr double usual = 0.60705;
  std::vector<double> squares;
  for (const auto& figures : series) {
    for (std::size_t i = 1; i < figures.size(); ++i) {
      if (!figures[i - 1] || !figures[i]) continue;
      const double difference = *figures[i] - *figures[i - 1];
      squares.push_back(difference * difference / 2);
    }
  }
  if (squares.size() < leastDifferences) return 1;
  std::sort(squares.begin(), squares.end());
  squares.resize((3 * squares.size() + 2) / 4);
  double sum = 0;
  for (const double square : squares) sum += square;
  const double scatter = std::sqrt(sum / static_cast<double>(squares.size())) / usual;
  return std::clamp(scatter, 1.0, mostScatter);
}

std::optional<PatternTest> patternTest(const MufSeries& series, const Eigen::VectorXd& pattern) {
  const Eigen::LDLT<Eigen::MatrixXd> factor(series.covariance);
  if (factor.info() != Eigen::Success || !factor.isPositive()) return std::nullopt;
  const Eigen::VectorXd pivots = factor.vectorD();
  if (!(pivots.minCoeff() > leastShare * pivots.maxCoeff())) return std::nullopt;
  const Eigen::VectorXd weights = factor.solve(pattern);
  const double information = pattern.dot(weights);
  if (!(information > 0)) return std::nullopt;
  const double root = std::sqrt(information);
  return PatternTest{weights.dot(series.muf) / root,
                     detectableDeviations(0.05) / root * pattern.sum()};
}

double detectableDeviations(double alpha) {
  return normalUpperQuantile(alpha) + normalUpperQuantile(0.05);
}

}  // namespace plumbline
