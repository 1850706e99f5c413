// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/statistics/page_test.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include <Eigen/Dense>
#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/tools/toms748_solve.hpp>

#include "model/statistics/tails.h"

namespace plumbline {
namespace {

constexpr unsigned nodesPerPanel = 16;
constexpr double panelWidth = 2;  // standard deviations: 16 nodes hold a normal curve to 1e-14

double density(double x) {
  constexpr double inverseRootTwoPi = 0.3989422804014327;
  return inverseRootTwoPi * std::exp(-x * x / 2);
}

/// S lives at 0, with a probability of its own, and on (0, h]: the state 0, then the nodes.
class PageStates {
 public:
  PageStates(double k, double h, double mu) : m_k(k - mu) {
    using Rule = boost::math::quadrature::gauss<double, nodesPerPanel>;
    const auto panels = static_cast<Eigen::Index>(std::ceil(std::max(h, 1e-9) / panelWidth));
    const double half = h / static_cast<double>(2 * panels);
    m_place.setZero(1 + panels * nodesPerPanel);
    m_weight.setZero(m_place.size());
    Eigen::Index at = 1;
    for (Eigen::Index panel = 0; panel < panels; ++panel) {
      const double middle = half * static_cast<double>(2 * panel + 1);
      // The rule lists the upper half of its nodes.
      for (std::size_t i = 0; i < Rule::abscissa().size(); ++i) {
        for (const double sign : {-1.0, 1.0}) {
          m_place[at] = middle + sign * half * Rule::abscissa()[i];
          m_weight[at++] = half * Rule::weights()[i];
        }
      }
    }
  }

  /// Probabilities of the next state; what is missing to 1 is the alarm.
  [[nodiscard]] Eigen::RowVectorXd stepFrom(double start) const {
    Eigen::RowVectorXd row(m_place.size());
    row[0] = normalUpperTail(start - m_k);
    for (Eigen::Index to = 1; to < m_place.size(); ++to) {
      row[to] = m_weight[to] * density(m_place[to] + m_k - start);
    }
    return row;
  }
  [[nodiscard]] Eigen::MatrixXd steps() const {
    Eigen::MatrixXd all(m_place.size(), m_place.size());
    for (Eigen::Index from = 0; from < m_place.size(); ++from) {
      all.row(from) = stepFrom(m_place[from]);
    }
    return all;
  }
  [[nodiscard]] Eigen::VectorXd alarms(double h) const {
    return m_place.unaryExpr([this, h](double s) { return normalUpperTail(h + m_k - s); });
  }

 private:
  double m_k;
  Eigen::VectorXd m_place, m_weight;
};

/// r + r^2 + ... + r^n.
double geometricSum(double r, int n) {
  return 1 - r < 1e-12 ? n : r * (1 - std::pow(r, n)) / (1 - r);
}

}  // namespace

std::vector<double> pageSums(std::span<const std::optional<double>> figures, double k,
                             double headstart) {
  std::vector<double> sums;
  sums.reserve(figures.size());
  double sum = headstart;
  for (const std::optional<double>& figure : figures) {
    if (figure) sum = std::max(0.0, sum + *figure - k);
    sums.push_back(sum);
  }
  return sums;
}

double pageFalseAlarm(int periods, double k, double h) {
  const PageStates states(k, h, 0);
  const Eigen::MatrixXd steps = states.steps();
  // From each state the probability that the alarm comes with the next figure, then with the one
  // after it, and so on.
  Eigen::VectorXd first = states.alarms(h);
  double sum = first[0];
  double ratio = 0;
  for (int n = 2; n <= periods; ++n) {
    const double before = first[0];
    first = steps * first;
    sum += first[0];
    const double now = before > 0 ? first[0] / before : 0;
    // In the long run each further figure brings the same share of what the one before it brought.
    if (std::abs(now - ratio) < 1e-14) return sum + first[0] * geometricSum(now, periods - n);
    ratio = now;
  }
  return sum;
}

double pageThreshold(int periods, double k, double alpha) {
  const auto excess = [=](double h) { return pageFalseAlarm(periods, k, h) - alpha; };
  double high = 2;
  while (excess(high) > 0) high *= 2;
  const double low = high > 2 ? high / 2 : 0;
  if (low == 0 && excess(0) <= 0) return 0;
  std::uintmax_t rounds = 100;
  const auto close = [](double a, double b) { return std::abs(a - b) < 1e-10; };
  const auto [from, to] = boost::math::tools::toms748_solve(excess, low, high, close, rounds);
  return (from + to) / 2;
}

double pageRunLength(double k, double h, double mu, double headstart) {
  const PageStates states(k, h, mu);
  const Eigen::MatrixXd steps = states.steps();
  const Eigen::Index n = steps.rows();
  const Eigen::VectorXd lengths =
      (Eigen::MatrixXd::Identity(n, n) - steps).partialPivLu().solve(Eigen::VectorXd::Ones(n));
  return 1 + states.stepFrom(headstart).dot(lengths);
}

double pageRunLengthTwoSided(double k, double h, double mu, double headstart) {
  const double up0 = pageRunLength(k, h, mu);
  const double down0 = pageRunLength(k, h, -mu);
  const double up = pageRunLength(k, h, mu, headstart);
  const double down = pageRunLength(k, h, -mu, headstart);
  return (up * down0 + down * up0 - up0 * down0) / (up0 + down0);
}

}  // namespace plumbline
