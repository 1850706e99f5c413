// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/networks/linear_network.h"

#include <cmath>

namespace plumbline {
namespace {

constexpr double rankShare = 1e-10;    // of the largest pivot, on the scaled system
constexpr double patternShare = 1e-8;  // below it an entry of a scaled vector is zero
constexpr double closeShare = 1e-9;  // of the terms of a balance: figures are typed with ten digits

struct Scales {
  Eigen::VectorXd rows, x, u;

  explicit Scales(const LinearNetwork& network) {
    const Eigen::VectorXd sd = network.root.rowwise().norm();
    x = network.y.cwiseAbs().cwiseMax(sd);
    const double typical = x.size() > 0 && x.maxCoeff() > 0 ? x.maxCoeff() : 1;
    x = x.unaryExpr([typical](double size) { return size > 0 ? size : typical; });
    u = network.sizes;
    rows = Eigen::VectorXd::Zero(network.residual.size());
    for (Eigen::Index i = 0; i < rows.size(); ++i) {
      double most = std::abs(network.residual[i]);
      if (x.size() > 0) most = network.a.row(i).cwiseAbs().cwiseProduct(x.transpose()).maxCoeff();
      if (u.size() > 0) {
        most = std::max(most, network.b.row(i).cwiseAbs().cwiseProduct(u.transpose()).maxCoeff());
      }
      if (!(most > 0)) most = std::max(1.0, std::abs(network.residual[i]));
      rows[i] = 1 / most;
    }
  }
};

/// The decomposition of B: what it leaves free, and what it leaves to check.
class Unmeasured {
 public:
  Unmeasured(const LinearNetwork& network, const Scales& scales)
      : m_scales(scales), m_columns(network.b.cols()), m_rows(network.b.rows()) {
    if (m_columns == 0 || m_rows == 0) return;
    m_cod.setThreshold(rankShare);
    m_cod.compute(scales.rows.asDiagonal() * network.b * scales.u.asDiagonal());
    m_rank = m_cod.rank();
  }
  /// (rows - rank) x rows: balances without an unmeasured figure, from scaled
  /// rows.
  [[nodiscard]] Eigen::MatrixXd checks() const {
    Eigen::MatrixXd identity = Eigen::MatrixXd::Identity(m_rows, m_rows);
    if (m_rank == 0) return identity;
    const Eigen::MatrixXd q = m_cod.householderQ() * identity;
    return q.rightCols(m_rows - m_rank).transpose();
  }
  [[nodiscard]] Eigen::MatrixXd nullSpace() const {
    if (m_columns == 0) return Eigen::MatrixXd(0, 0);
    if (m_rank == 0) return Eigen::MatrixXd::Identity(m_columns, m_columns);
    const Eigen::MatrixXd z = m_cod.matrixZ();
    return m_cod.colsPermutation() * z.transpose().rightCols(m_columns - m_rank);
  }
  /// Shortest u with B u = -right (right in the units of the constraints).
  [[nodiscard]] Eigen::MatrixXd solve(const Eigen::MatrixXd& right) const {
    if (m_columns == 0 || m_rank == 0) return Eigen::MatrixXd::Zero(m_columns, right.cols());
    const Eigen::MatrixXd scaled = m_scales.rows.asDiagonal() * right;
    return m_scales.u.asDiagonal() * m_cod.solve(-scaled);
  }

 private:
  const Scales& m_scales;
  Eigen::Index m_columns, m_rows, m_rank = 0;
  Eigen::CompleteOrthogonalDecomposition<Eigen::MatrixXd> m_cod;
};

/// Rows of the projected system that are independent in their errors, and how
/// the others follow.
struct Independent {
  std::vector<Eigen::Index> rows, rest;
  Eigen::MatrixXd factor;  // upper triangle R with H = R' R over `rows`
  Eigen::MatrixXd follow;  // rows x rest: a row of the rest is its column times the rows

  /// `size` is that of the errors before anything was projected out: what is tiny against it is
  /// rounding, also where nothing else is left.
  Independent(const Eigen::MatrixXd& noise, double size) {
    const Eigen::Index n = noise.rows();
    Eigen::Index rank = 0;
    Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr;
    const double largest = noise.size() > 0 ? noise.cwiseAbs().maxCoeff() : 0;
    if (largest > 0) {
      qr.compute(noise.transpose());
      rank = (qr.matrixR().diagonal().array().abs() > rankShare * size).count();
    }
    for (Eigen::Index i = 0; i < n; ++i) {
      const Eigen::Index row = largest > 0 ? qr.colsPermutation().indices()[i] : i;
      (i < rank ? rows : rest).push_back(row);
    }
    if (rank == 0) {
      follow = Eigen::MatrixXd::Zero(0, n);
      return;
    }
    factor = qr.matrixR().topLeftCorner(rank, rank).triangularView<Eigen::Upper>();
    follow = Eigen::MatrixXd::Zero(rank, n - rank);
    // Eigen takes the address of the first right side, also where there is none.
    if (rank == n) return;
    follow = factor.triangularView<Eigen::Upper>().solve(
        qr.matrixR().topRightCorner(rank, n - rank).eval());
  }
  [[nodiscard]] Eigen::MatrixXd whiten(const Eigen::MatrixXd& right) const {
    if (rows.empty() || right.cols() == 0) {
      return Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(rows.size()), right.cols());
    }
    const Eigen::MatrixXd chosen = right(rows, Eigen::all);
    return factor.transpose().triangularView<Eigen::Lower>().solve(chosen);
  }
  /// What the rest says beyond the rows: 0 where it follows from them.
  [[nodiscard]] Eigen::MatrixXd beyond(const Eigen::MatrixXd& right) const {
    const Eigen::MatrixXd other = right(rest, Eigen::all);
    if (rows.empty()) return other;
    const Eigen::MatrixXd chosen = right(rows, Eigen::all);
    return other - follow.transpose() * chosen;
  }
};

/// The constraint that has most to do with a projected row.
Eigen::Index constraintOf(const Eigen::MatrixXd& checks, Eigen::Index row) {
  Eigen::Index at = 0;
  checks.row(row).cwiseAbs().maxCoeff(&at);
  return at;
}

Result<void> checkConsistent(const Independent& independent, const Eigen::MatrixXd& checks,
                             const Eigen::VectorXd& projected, const Scales& scales) {
  const Eigen::VectorXd beyond = independent.beyond(projected);
  for (Eigen::Index i = 0; i < beyond.size(); ++i) {
    if (std::abs(beyond[i]) <= closeShare) continue;
    const Eigen::Index row = constraintOf(checks, independent.rest[static_cast<std::size_t>(i)]);
    return Error{.code = ErrorCode::Inconsistent,
                 .message = "contradiction: figures without error do not satisfy a constraint",
                 .where = {.row = row + 1},
                 .found = std::to_string(std::abs(beyond[i]) / scales.rows[row]),
                 .expected = "0"};
  }
  return {};
}

void fillClasses(LinearSolution& made, const Eigen::MatrixXd& scaledG) {
  const auto m = static_cast<std::size_t>(scaledG.cols());
  for (std::size_t i = 0; i < m; ++i) {
    const Eigen::Index column = static_cast<Eigen::Index>(i);
    made.redundant.push_back(scaledG.rows() > 0 &&
                             scaledG.col(column).cwiseAbs().maxCoeff() > patternShare);
  }
  for (Eigen::Index k = 0; k < made.nullSpace.rows(); ++k) {
    const bool isFree =
        made.nullSpace.cols() > 0 && made.nullSpace.row(k).cwiseAbs().maxCoeff() > patternShare;
    made.observable.push_back(!isFree);
  }
}

void fillLeaks(LinearSolution& made, const Independent& independent,
               const Eigen::MatrixXd& projected) {
  made.white.leaks = independent.whiten(projected);
  const Eigen::MatrixXd beyond = independent.beyond(projected);
  for (Eigen::Index k = 0; k < projected.cols(); ++k) {
    const double size = projected.col(k).norm();
    const bool breaks = beyond.rows() > 0 && beyond.col(k).norm() > patternShare * size;
    const bool told = made.white.leaks.rows() > 0 && made.white.leaks.col(k).norm() > 0 && size > 0;
    made.white.leakKnown.push_back(told && !breaks);
  }
}

}  // namespace

Result<LinearSolution> solveLinear(const LinearNetwork& network) {
  const Scales scales(network);
  const Unmeasured unmeasured(network, scales);
  const Eigen::MatrixXd checks = unmeasured.checks();
  const Eigen::MatrixXd rowScaled = checks * scales.rows.asDiagonal();
  const Eigen::MatrixXd g = rowScaled * network.a;
  const Eigen::VectorXd projected = rowScaled * network.residual;
  const Eigen::MatrixXd errors = scales.rows.asDiagonal() * network.a * network.root;
  const Independent independent(g * network.root,
                                errors.size() > 0 ? errors.cwiseAbs().maxCoeff() : 0);
  PLUMBLINE_CHECK(checkConsistent(independent, checks, projected, scales));

  LinearSolution made;
  made.dof = static_cast<Eigen::Index>(independent.rows.size());
  made.white.error = independent.whiten(projected);
  made.white.response = independent.whiten(g);
  made.objective = made.white.error.squaredNorm();
  for (const Eigen::Index row : independent.rest) {
    made.dependentRows.push_back(constraintOf(checks, row));
  }
  made.nullSpace = unmeasured.nullSpace();
  fillClasses(made, g * scales.x.asDiagonal());
  fillLeaks(made, independent, rowScaled);

  // Gain = S V' over standard errors; x = y - gain * error, cov = S - gain *
  // gain'.
  const Eigen::MatrixXd gain =
      network.root * (network.root.transpose() * made.white.response.transpose());
  made.x = network.y - gain * made.white.error;
  made.covarianceX = network.root * network.root.transpose() - gain * gain.transpose();
  // Rounding may leave a figure without error a tiny negative variance.
  made.covarianceX.diagonal() = made.covarianceX.diagonal().cwiseMax(0);
  made.u = network.u + unmeasured.solve(network.residual + network.a * (made.x - network.y)).col(0);
  const Eigen::MatrixXd carry = unmeasured.solve(network.a);
  made.covarianceU = carry * made.covarianceX * carry.transpose();
  return made;
}

}  // namespace plumbline
