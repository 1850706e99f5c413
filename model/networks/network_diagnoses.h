// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Named peculiarities of a network and its solution, for people who cannot see
// them in the figures.

#include "crypto/json.h"

#include "model/networks/reconcile_network.h"

namespace plumbline {

/// Of the model alone: exact figures, negative ones, balances without an input
/// or an output.
[[nodiscard]] JsonArray diagnoseModel(const NetworkModel& model);

/// Of the solution: unmeasured flows that cannot be known and why, figures that
/// nothing checks, dependent balances, negative estimates, a closure that is
/// better than the stated errors allow.
[[nodiscard]] JsonArray diagnoseSolution(const NetworkModel& model,
                                         const NetworkSolution& solution);

/// P(J this small) below 1 %: the figures agree better than their stated errors
/// allow.
[[nodiscard]] bool isTooGood(double objective, double dof);
/// What is said then.
[[nodiscard]] JsonValue tooGoodClosure();

}  // namespace plumbline
