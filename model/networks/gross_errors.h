// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tests for gross errors in a reconciled network (VDI 2048; Narasimhan and
// Jordache 2000; Serth and Heenan 1986). A hypothesis is a direction in the
// whitened residual: a bias of a measured figure, a leak of a balance, or two
// figures booked under each other's name (equal and opposite bias). Its
// statistic T is the fall of J when the hypothesis is granted (generalized
// likelihood ratio), chi square with one degree of freedom. Different sets of
// hypotheses may explain the records equally well; no figure is ever thrown
// away.

#include <optional>
#include <span>
#include <utility>

#include "model/networks/reconcile_network.h"

namespace plumbline {

/// P(|Z| > z) = 5 % over n tests together (Sidak 1967).
[[nodiscard]] double sidakCritical(std::size_t n, double alpha = 0.05);

/// Each by measured figure, in the order of the model; nothing where the figure
/// is not redundant.
struct MeasurementTests {
  std::vector<std::optional<double>> measurement;  // |a| / root of its variance
  std::vector<std::optional<double>> maxPower;     // the same with S^-1 a
  std::vector<std::optional<double>> vdi2048;      // variance at least a tenth of the figure's own
  std::size_t made = 0;
};
[[nodiscard]] MeasurementTests measurementTests(const NetworkSolution& solution,
                                                const Eigen::MatrixXd& covariance,
                                                const Eigen::VectorXd& measuredValues);

enum class HypothesisKind : std::uint8_t { Bias, Leak, Relabel };

struct Hypothesis {
  HypothesisKind kind = HypothesisKind::Bias;
  std::size_t index = 0;   // of the measured figure (bias, relabel) or the constraint (leak)
  std::size_t second = 0;  // relabel: the other measured figure
  Eigen::VectorXd direction;
};
/// Biases, leaks, and, where `relabels` names pairs of measured figures, those.
[[nodiscard]] std::vector<Hypothesis> hypotheses(
    const NetworkSolution& solution, std::span<const std::pair<std::size_t, std::size_t>> relabels);

/// Hypotheses that no record tells apart, as their directions are one: a bias of what a receiver
/// weighed, and a loss on the way there. Indices, each group in the order of `hypotheses`.
[[nodiscard]] std::vector<std::vector<std::size_t>> indistinguishable(
    const std::vector<Hypothesis>& hypotheses);

/// T of one direction.
[[nodiscard]] double likelihoodRatio(const Eigen::VectorXd& error,
                                     const Eigen::VectorXd& direction);

/// Hypotheses granted together.
struct Explanation {
  std::vector<std::size_t> members;  // indices into the hypotheses
  std::vector<double> magnitudes;    // estimated together; what the figure says
                                     // too much, what leaks
  std::vector<double> sds;           // standard uncertainties of these, where nothing else is wrong
  double objectiveLeft = 0;          // J that is left
  double pLeft = 0;                  // its upper tail
};

struct Explanations {
  double critical = 0;  // of T for a single hypothesis, Sidak over all of them
  std::vector<Explanation>
      serial;  // elimination one after the other: the last one is the whole set
  std::vector<Explanation> fitting;  // all sets of the smallest size that explain the records
  std::size_t fittingCount = 0;      // may be more than are listed
  bool exhaustive = false;           // all pairs and triples were tried
};
/// Looks for the smallest sets of one, two or three hypotheses after which J is
/// no longer above its 95 % quantile, and lists those within the margin of the
/// best one. Empty where J needs none.
[[nodiscard]] Explanations explain(const NetworkSolution& solution,
                                   const std::vector<Hypothesis>& hypotheses);

}  // namespace plumbline
