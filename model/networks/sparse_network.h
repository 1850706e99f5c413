// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The same least squares for large networks in which every flow is measured and
// errors are independent: A S A' has one row a balance, is sparse, and is
// factored once (LDL', approximate minimum degree); where its factor would fill
// up, as on random graphs, conjugate gradients solve it instead. Figures and
// uncertainties agree with linear_network.h.

#include <memory>
#include <optional>
#include <vector>

#include <Eigen/Sparse>

#include "crypto/result.h"

namespace plumbline {

struct SparseSolution {
  Eigen::VectorXd x;
  Eigen::VectorXd multipliers;  // (A S A')^-1 r; 0 for a dependent balance
  double objective = 0;         // J
};

struct SparseInformation {
  Eigen::VectorXd flows;     // a' H^-1 a with the flow's column a of A
  Eigen::VectorXd balances;  // diagonal of H^-1; 0 for a dependent balance
};

class SparseNetwork {
 public:
  /// Rows are balances, columns flows; `variances` of the flows, 0: without
  /// error; A x + c = 0. Errors: Unsupported where balances depend on each
  /// other in another way than as the sum over a closed part of the network.
  [[nodiscard]] static Result<SparseNetwork> create(Eigen::SparseMatrix<double> balances,
                                                    Eigen::VectorXd variances,
                                                    Eigen::VectorXd constants);
  /// Many figures over one network: only the residuals are new. Errors:
  /// Inconsistent where figures without error contradict each other, naming the
  /// balance by its number.
  [[nodiscard]] Result<SparseSolution> solve(const Eigen::VectorXd& figures) const;

  [[nodiscard]] Eigen::Index dof() const { return m_kept; }
  /// Balances that follow from the others.
  [[nodiscard]] const std::vector<Eigen::Index>& dependentRows() const { return m_dependent; }
  /// Parts of the inverse. Nothing where the factor would fill up.
  [[nodiscard]] std::optional<SparseInformation> information() const;
  /// The whole covariance of the reconciled flows, dense. Nothing as above.
  [[nodiscard]] std::optional<Eigen::MatrixXd> covariance() const;
  /// Diagonal of A S A': variances of the residuals.
  [[nodiscard]] const Eigen::VectorXd& residualVariances() const { return m_residualVariances; }
  [[nodiscard]] bool exact() const { return m_factor != nullptr; }

 private:
  struct Factor;
  SparseNetwork() = default;
  [[nodiscard]] Result<void> dropDependent();
  [[nodiscard]] Result<void> factorize();
  [[nodiscard]] Eigen::VectorXd solveScaled(const Eigen::VectorXd& right) const;

  Eigen::SparseMatrix<double> m_a;       // all balances
  Eigen::SparseMatrix<double> m_scaled;  // kept balances, rows scaled to unit variance
  Eigen::SparseMatrix<double> m_system;  // scaled A S A', the lower half
  Eigen::VectorXd m_variances, m_constants, m_residualVariances;
  std::vector<Eigen::Index> m_rowOf;  // of the kept rows
  std::vector<double> m_scale;        // of the kept rows
  std::vector<Eigen::Index> m_dependent;
  std::vector<std::vector<Eigen::Index>> m_closed;  // balances whose sum must be 0
  Eigen::Index m_kept = 0;
  std::shared_ptr<const Factor> m_factor;
};

}  // namespace plumbline
