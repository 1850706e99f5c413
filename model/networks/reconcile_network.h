// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reconciles a network: the smallest weighted change of the measured figures
// that satisfies all constraints. Products are linearized at the current point,
// the linear problem is solved with the figures as they were measured, and so
// on until nothing moves (Knepper and Gorman 1980).

#include "model/networks/linear_network.h"
#include "model/networks/network_model.h"

namespace plumbline {

struct NetworkSolution {
  Eigen::VectorXd values;  // of all variables; an unobservable one has no meaning
  LinearSolution linear;   // at the solution; measured and unmeasured in the
                           // order of the model
  int iterations = 0;
  double worstViolation = 0;  // of a constraint, as a share of its largest term
};

/// Dense: at most `mostDenseVariables` variables and as many constraints.
/// Errors: TooLarge beyond; Inconsistent for a contradiction, naming the
/// constraint; BadValue where the covariance is none; Unsupported where the
/// iteration does not come to rest.
[[nodiscard]] Result<NetworkSolution> reconcileNetwork(const NetworkModel& model);

inline constexpr std::size_t mostDenseVariables = 3'000;

}  // namespace plumbline
