// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A network of flows, stocks, concentrations and transfer coefficients, and
// what must hold between them: constraints sum(coef * product of variables) +
// constant = 0. Linear ones are balances of goods, products of two or three are
// balances of substances (flow x concentration) or transfer coefficients.
// Method: VDI 2048; Narasimhan and Jordache 2000; Cencic 2016.

#include <string>
#include <vector>

#include <Eigen/Dense>

#include "crypto/result.h"

namespace plumbline {

enum class VariableRole : std::uint8_t { Measured, Unmeasured, Fixed };

struct NetworkVariable {
  std::string name;
  VariableRole role = VariableRole::Measured;
  double value = 0;  // measured or fixed; of an unmeasured one where to start, 0: anywhere
  double sd = 0;     // standard uncertainty of a measured one; 0: without error
};

struct NetworkTerm {
  double coef = 0;
  std::vector<std::size_t> vars;  // indices; the term is coef times their product
};

struct NetworkConstraint {
  std::string name;
  std::vector<NetworkTerm> terms;
  double constant = 0;
};

struct NetworkModel {
  std::vector<NetworkVariable> variables;
  std::vector<NetworkConstraint> constraints;
  /// Of the measured variables, in their order. Empty: errors are independent,
  /// from sd.
  Eigen::MatrixXd covariance;

  [[nodiscard]] bool linear() const;
  /// Indices of the variables of that role, in order.
  [[nodiscard]] std::vector<std::size_t> withRole(VariableRole role) const;
};

/// Values of all constraints.
[[nodiscard]] Eigen::VectorXd evaluate(const NetworkModel& model, const Eigen::VectorXd& values);
/// Their derivatives: a row a constraint, a column a variable.
[[nodiscard]] Eigen::MatrixXd jacobian(const NetworkModel& model, const Eigen::VectorXd& values);

/// Root of a covariance matrix, S = L L', also where S is singular. Errors:
/// BadValue where S is not symmetric or not positive semidefinite, as a table
/// of correlations typed cell by cell may be.
[[nodiscard]] Result<Eigen::MatrixXd> covarianceRoot(const Eigen::MatrixXd& covariance);

}  // namespace plumbline
