// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/networks/reconcile_network.h"

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

constexpr int mostIterations = 100;
constexpr int forwardSteps = 8;
constexpr double restShare = 1e-11;       // a step below this share of every figure is none
constexpr double satisfiedShare = 1e-10;  // a constraint below this share of its terms is satisfied

using Indices = std::vector<std::size_t>;

Eigen::VectorXd pick(const Eigen::VectorXd& values, const Indices& indices) {
  Eigen::VectorXd chosen(static_cast<Eigen::Index>(indices.size()));
  for (std::size_t i = 0; i < indices.size(); ++i) {
    chosen[static_cast<Eigen::Index>(i)] = values[static_cast<Eigen::Index>(indices[i])];
  }
  return chosen;
}

void put(Eigen::VectorXd& values, const Indices& indices, const Eigen::VectorXd& chosen) {
  for (std::size_t i = 0; i < indices.size(); ++i) {
    values[static_cast<Eigen::Index>(indices[i])] = chosen[static_cast<Eigen::Index>(i)];
  }
}

/// It is multiplied with another variable everywhere: a share or a
/// concentration.
bool isFactor(const NetworkModel& model, std::size_t variable) {
  bool factor = false;
  for (const NetworkConstraint& constraint : model.constraints) {
    for (const NetworkTerm& term : constraint.terms) {
      if (std::find(term.vars.begin(), term.vars.end(), variable) == term.vars.end()) continue;
      if (term.vars.size() == 1) return false;
      factor = true;
    }
  }
  return factor;
}

/// Likely sizes of all variables, never 0: what is small is small against
/// these.
Eigen::VectorXd likelySizes(const NetworkModel& model) {
  std::vector<double> known;
  for (const NetworkVariable& variable : model.variables) {
    if (variable.role == VariableRole::Measured && variable.value != 0) {
      known.push_back(std::abs(variable.value));
    }
  }
  const auto middle = known.begin() + static_cast<std::ptrdiff_t>(known.size() / 2);
  std::nth_element(known.begin(), middle, known.end());
  const double flow = known.empty() ? 1 : *middle;
  Eigen::VectorXd sizes(static_cast<Eigen::Index>(model.variables.size()));
  for (std::size_t i = 0; i < model.variables.size(); ++i) {
    const double own = std::max(std::abs(model.variables[i].value), model.variables[i].sd);
    const double likely = own > 0 ? own : isFactor(model, i) ? 1 : flow;
    sizes[static_cast<Eigen::Index>(i)] = likely;
  }
  return sizes;
}

/// Largest |f| as a share of the terms it is made of.
double violation(const NetworkModel& model, const Eigen::VectorXd& values,
                 const Eigen::VectorXd& sizes) {
  const Eigen::VectorXd f = evaluate(model, values);
  double worst = 0;
  for (std::size_t k = 0; k < model.constraints.size(); ++k) {
    double largest = std::abs(model.constraints[k].constant);
    for (const NetworkTerm& term : model.constraints[k].terms) {
      double product = std::abs(term.coef);
      for (const std::size_t i : term.vars) {
        const auto at = static_cast<Eigen::Index>(i);
        product *= std::max(std::abs(values[at]), sizes[at]);
      }
      largest = std::max(largest, product);
    }
    const double off = std::abs(f[static_cast<Eigen::Index>(k)]);
    if (off > 0) worst = std::max(worst, off / largest);
  }
  return worst;
}

class Iteration {
 public:
  Iteration(const NetworkModel& model, Eigen::MatrixXd root)
      : m_model(model),
        m_measured(model.withRole(VariableRole::Measured)),
        m_unmeasured(model.withRole(VariableRole::Unmeasured)),
        m_root(std::move(root)),
        m_data(static_cast<Eigen::Index>(model.variables.size())),
        m_sizes(likelySizes(model)) {
    for (std::size_t i = 0; i < model.variables.size(); ++i) {
      m_data[static_cast<Eigen::Index>(i)] = model.variables[i].value;
    }
  }

  /// From the given figures, with `guess` for the unmeasured ones that say
  /// nothing (times their likely size).
  [[nodiscard]] Result<NetworkSolution> run(double guess) const {
    NetworkSolution made;
    made.values = m_data;
    if (!m_model.linear()) start(made.values, guess);
    for (made.iterations = 1; made.iterations <= mostIterations; ++made.iterations) {
      PLUMBLINE_TRY(linear, step(made.values));
      const Eigen::VectorXd next = shortened(made.values, linear);
      const bool rests = isRest(made.values, next);
      made.values = next;
      made.linear = std::move(linear);
      if (!made.values.allFinite()) break;
      made.worstViolation = violation(m_model, made.values, m_sizes);
      if (rests && made.worstViolation <= satisfiedShare) return made;
    }
    return Error{ErrorCode::Unsupported,
                 "the iteration does not come to rest: the constraints may "
                 "contradict each other"};
  }

 private:
  [[nodiscard]] LinearNetwork linearized(const Eigen::VectorXd& at) const {
    const Eigen::MatrixXd all = jacobian(m_model, at);
    LinearNetwork network;
    network.a = all(Eigen::all, m_measured);
    network.b = all(Eigen::all, m_unmeasured);
    network.y = pick(m_data, m_measured);
    network.u = pick(at, m_unmeasured);
    network.sizes = pick(at, m_unmeasured).cwiseAbs().cwiseMax(pick(m_sizes, m_unmeasured));
    network.root = m_root;
    network.residual = evaluate(m_model, at) + network.a * (network.y - pick(at, m_measured));
    return network;
  }
  [[nodiscard]] Result<LinearSolution> step(const Eigen::VectorXd& at) const {
    Result<LinearSolution> solution = solveLinear(linearized(at));
    if (solution) return solution;
    Error error = std::move(solution).error();
    if (error.where.row > 0) {
      const auto row = static_cast<std::size_t>(error.where.row - 1);
      error.message = Message("%1: %2", std::move(error.message), m_model.constraints[row].name);
      error.where = {};
    }
    return error;
  }
  /// The whole step, or a part of it where the whole one leads further away.
  [[nodiscard]] Eigen::VectorXd shortened(const Eigen::VectorXd& from,
                                          const LinearSolution& linear) const {
    Eigen::VectorXd to = from;
    put(to, m_measured, linear.x);
    put(to, m_unmeasured, linear.u);
    if (m_model.linear()) return to;
    const double before = violation(m_model, from, m_sizes);
    double part = 1;
    Eigen::VectorXd next = to;
    while (part > 1e-3 && violation(m_model, next, m_sizes) > std::max(0.9, before)) {
      part /= 2;
      next = from + part * (to - from);
    }
    return next;
  }
  [[nodiscard]] bool isRest(const Eigen::VectorXd& from, const Eigen::VectorXd& to) const {
    for (Eigen::Index i = 0; i < to.size(); ++i) {
      const double size = std::max(std::abs(to[i]), m_sizes[i]);
      if (std::abs(to[i] - from[i]) > restShare * size) return false;
    }
    return true;
  }
  /// Forward balances: the unmeasured from the measured as they are.
  void start(Eigen::VectorXd& values, double guess) const {
    if (m_unmeasured.empty()) return;
    for (const std::size_t i : m_unmeasured) {
      const auto at = static_cast<Eigen::Index>(i);
      if (values[at] == 0) values[at] = guess * m_sizes[at];
    }
    for (int n = 0; n < forwardSteps; ++n) {
      LinearNetwork network = linearized(values);
      network.root = Eigen::MatrixXd::Zero(network.y.size(), network.y.size());
      const Eigen::CompleteOrthogonalDecomposition<Eigen::MatrixXd> cod(network.b);
      const Eigen::VectorXd change = cod.solve(-network.residual);
      if (!change.allFinite()) return;
      put(values, m_unmeasured, network.u + change);
    }
  }
  const NetworkModel& m_model;
  Indices m_measured, m_unmeasured;
  Eigen::MatrixXd m_root;
  Eigen::VectorXd m_data, m_sizes;
};

Result<Eigen::MatrixXd> rootOf(const NetworkModel& model, const Indices& measured) {
  if (model.covariance.size() > 0) return covarianceRoot(model.covariance);
  Eigen::VectorXd sd(static_cast<Eigen::Index>(measured.size()));
  for (std::size_t i = 0; i < measured.size(); ++i) {
    sd[static_cast<Eigen::Index>(i)] = model.variables[measured[i]].sd;
  }
  return Eigen::MatrixXd(sd.asDiagonal());
}

}  // namespace

Result<NetworkSolution> reconcileNetwork(const NetworkModel& model) {
  if (std::max(model.variables.size(), model.constraints.size()) > mostDenseVariables) {
    return Error{.code = ErrorCode::TooLarge,
                 .message =
                     "a network with products, correlations or "
                     "unmeasured flows is too large",
                 .expected = Message("at most %1 variables", mostDenseVariables)};
  }
  PLUMBLINE_TRY(root, rootOf(model, model.withRole(VariableRole::Measured)));
  const Iteration iteration(model, std::move(root));
  Result<NetworkSolution> solution = iteration.run(0.5);
  for (const double guess : {0.1, 0.9, 0.01}) {
    if (solution || model.linear()) break;
    Result<NetworkSolution> other = iteration.run(guess);
    if (other) solution = std::move(other);
  }
  return solution;
}

}  // namespace plumbline
