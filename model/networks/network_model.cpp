// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/networks/network_model.h"

#include <algorithm>

namespace plumbline {

bool NetworkModel::linear() const {
  return std::all_of(constraints.begin(), constraints.end(), [this](const auto& constraint) {
    return std::all_of(constraint.terms.begin(), constraint.terms.end(), [this](const auto& term) {
      // A fixed factor is a number.
      return std::count_if(term.vars.begin(), term.vars.end(), [this](std::size_t i) {
               return variables[i].role != VariableRole::Fixed;
             }) <= 1;
    });
  });
}

std::vector<std::size_t> NetworkModel::withRole(VariableRole role) const {
  std::vector<std::size_t> list;
  for (std::size_t i = 0; i < variables.size(); ++i) {
    if (variables[i].role == role) list.push_back(i);
  }
  return list;
}

Eigen::VectorXd evaluate(const NetworkModel& model, const Eigen::VectorXd& values) {
  Eigen::VectorXd result(static_cast<Eigen::Index>(model.constraints.size()));
  for (std::size_t k = 0; k < model.constraints.size(); ++k) {
    double sum = model.constraints[k].constant;
    for (const NetworkTerm& term : model.constraints[k].terms) {
      double product = term.coef;
      for (const std::size_t i : term.vars) product *= values[static_cast<Eigen::Index>(i)];
      sum += product;
    }
    result[static_cast<Eigen::Index>(k)] = sum;
  }
  return result;
}

Eigen::MatrixXd jacobian(const NetworkModel& model, const Eigen::VectorXd& values) {
  Eigen::MatrixXd result =
      Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(model.constraints.size()), values.size());
  for (std::size_t k = 0; k < model.constraints.size(); ++k) {
    for (const NetworkTerm& term : model.constraints[k].terms) {
      for (std::size_t a = 0; a < term.vars.size(); ++a) {
        double product = term.coef;
        for (std::size_t b = 0; b < term.vars.size(); ++b) {
          if (b != a) product *= values[static_cast<Eigen::Index>(term.vars[b])];
        }
        result(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(term.vars[a])) += product;
      }
    }
  }
  return result;
}

Result<Eigen::MatrixXd> covarianceRoot(const Eigen::MatrixXd& covariance) {
  constexpr double rounding = 1e-9;  // of a variance: tables are typed with some ten digits
  if (covariance.size() == 0) return covariance;
  const Eigen::VectorXd variances = covariance.diagonal();
  const auto bad = [](Message message) {
    return Error{ErrorCode::BadValue, std::move(message)};
  };
  if (!covariance.allFinite() || (variances.array() < 0).any()) {
    return bad(
        "the covariance has a negative variance or a figure that is not "
        "finite");
  }
  // On the scale of correlations, so that kilograms beside fractions do not
  // hide anything.
  const Eigen::VectorXd sd = variances.cwiseSqrt();
  const Eigen::VectorXd inverse = sd.unaryExpr([](double s) { return s > 0 ? 1 / s : 0; });
  const Eigen::MatrixXd scaled = inverse.asDiagonal() * covariance * inverse.asDiagonal();
  for (Eigen::Index i = 0; i < sd.size(); ++i) {
    const bool exact = sd[i] == 0 && covariance.row(i).cwiseAbs().maxCoeff() > 0;
    if (exact) return bad("a figure without error of its own cannot be correlated");
  }
  if ((scaled - scaled.transpose()).cwiseAbs().maxCoeff() > rounding) {
    return bad("the covariance is not symmetric");
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(scaled);
  if (eigen.info() != Eigen::Success || eigen.eigenvalues().minCoeff() < -rounding) {
    return bad(
        "the correlations are not positive definite: no errors can be "
        "related in this way");
  }
  const Eigen::VectorXd roots = eigen.eigenvalues().cwiseMax(0).cwiseSqrt();
  return Eigen::MatrixXd(sd.asDiagonal() * eigen.eigenvectors() * roots.asDiagonal());
}

}  // namespace plumbline
