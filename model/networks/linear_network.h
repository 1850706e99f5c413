// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Weighted least squares under linear constraints A x + B u + c = 0 with
// measured x (covariance S) and unmeasured u, dense and exact. B is projected
// out, dependent rows drop out by a pivoted decomposition of what is left of
// the errors, and S is never inverted (H = G S G'). Ranks are decided on a
// system whose rows and columns are scaled, so that kilograms may stand beside
// fractions. Method: Crowe 1983; Narasimhan and Jordache 2000.

#include <vector>

#include <Eigen/Dense>

#include "crypto/result.h"

namespace plumbline {

struct LinearNetwork {
  Eigen::MatrixXd a, b;      // of the measured and of the unmeasured
  Eigen::VectorXd y, u;      // figures, and where the unmeasured start
  Eigen::VectorXd sizes;     // likely ones of the unmeasured, never 0: they scale the columns
  Eigen::VectorXd residual;  // A y + B u + c
  Eigen::MatrixXd root;      // L with S = L L'
};

/// All that is independent of the unmeasured, in coordinates in which the
/// errors are standard normal: `error` is the projected residual, a column of
/// `response` what a bias of one unit in a measured figure does to it.
struct WhitenedNetwork {
  Eigen::VectorXd error;        // length dof; its square is J
  Eigen::MatrixXd response;     // dof x measured
  Eigen::MatrixXd leaks;        // dof x constraints: a loss of one unit in a balance
  std::vector<bool> leakKnown;  // false where a leak would break a dependent balance
};

struct LinearSolution {
  Eigen::VectorXd x, u;
  Eigen::MatrixXd covarianceX,
      covarianceU;                          // the latter only means something where observable
  std::vector<bool> redundant;              // a balance checks the measured figure
  std::vector<bool> observable;             // the balances determine the unmeasured figure
  std::vector<Eigen::Index> dependentRows;  // constraints that follow from the others
  Eigen::Index dof = 0;
  double objective = 0;  // J
  WhitenedNetwork white;
  Eigen::MatrixXd nullSpace;  // of B, scaled: unmeasured x free directions
};

/// Errors: Inconsistent where figures without error contradict each other; the
/// message names the constraint by its number.
[[nodiscard]] Result<LinearSolution> solveLinear(const LinearNetwork& network);

}  // namespace plumbline
