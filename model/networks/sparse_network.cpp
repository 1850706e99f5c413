// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/networks/sparse_network.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include <Eigen/IterativeLinearSolvers>
#include <Eigen/SparseCholesky>

namespace plumbline {
namespace {

using Sparse = Eigen::SparseMatrix<double>;

constexpr double leastPivot = 1e-10;  // of a system with unit diagonal
constexpr double closeShare = 1e-9;   // of the terms of a balance
constexpr double mostFill = 60;       // entries of the factor for each row, then gradients
constexpr double gradientShare = 1e-13;

/// The factor tells its size before it is computed.
class Ldlt : public Eigen::SimplicialLDLT<Sparse> {
 public:
  [[nodiscard]] Eigen::Index fill() const { return m_matrix.outerIndexPtr()[m_matrix.cols()]; }
};

Eigen::Index rootOf(std::vector<Eigen::Index>& parent, Eigen::Index i) {
  while (parent[static_cast<std::size_t>(i)] != i) {
    Eigen::Index& up = parent[static_cast<std::size_t>(i)];
    up = parent[static_cast<std::size_t>(up)];
    i = up;
  }
  return i;
}

/// Parts of the network without a way out: balances that are connected by flows
/// with errors, each of which leaves one of them and enters another. Their sum
/// has no flow left.
std::vector<std::vector<Eigen::Index>> closedParts(const Sparse& a,
                                                   const Eigen::VectorXd& variances) {
  const auto n = static_cast<std::size_t>(a.rows());
  std::vector<Eigen::Index> parent(n);
  std::iota(parent.begin(), parent.end(), 0);
  std::vector<bool> open(n, false);
  const auto opens = [&](Eigen::Index j) {
    double sum = 0;
    int count = 0;
    for (Sparse::InnerIterator it(a, j); it; ++it, ++count) sum += it.value();
    return count != 2 || sum != 0;
  };
  for (Eigen::Index j = 0; j < a.cols(); ++j) {
    if (variances[j] == 0) continue;
    Sparse::InnerIterator first(a, j);
    for (Sparse::InnerIterator it(a, j); it; ++it) {
      parent[static_cast<std::size_t>(rootOf(parent, it.row()))] = rootOf(parent, first.row());
    }
    if (first && opens(j)) open[static_cast<std::size_t>(first.row())] = true;
  }
  std::vector<bool> partOpen(n, false);
  for (std::size_t i = 0; i < n; ++i) {
    if (open[i])
      partOpen[static_cast<std::size_t>(rootOf(parent, static_cast<Eigen::Index>(i)))] = true;
  }
  std::map<Eigen::Index, std::vector<Eigen::Index>> parts;  // most networks have none
  for (Eigen::Index i = 0; i < a.rows(); ++i) {
    const Eigen::Index root = rootOf(parent, i);
    if (!partOpen[static_cast<std::size_t>(root)]) parts[root].push_back(i);
  }
  std::vector<std::vector<Eigen::Index>> closed;
  for (auto& [root, rows] : parts) closed.push_back(std::move(rows));
  return closed;
}

/// Sum of |terms| of each balance, for "as good as zero".
Eigen::VectorXd termSizes(const Sparse& a, const Eigen::VectorXd& figures,
                          const Eigen::VectorXd& constants) {
  return a.cwiseAbs() * figures.cwiseAbs() + constants.cwiseAbs();
}

}  // namespace

struct SparseNetwork::Factor {
  Ldlt ldlt;
};

Result<SparseNetwork> SparseNetwork::create(Sparse balances, Eigen::VectorXd variances,
                                            Eigen::VectorXd constants) {
  SparseNetwork made;
  made.m_a = std::move(balances);
  made.m_a.makeCompressed();
  made.m_variances = std::move(variances);
  made.m_constants = std::move(constants);
  made.m_residualVariances = made.m_a.cwiseAbs2() * made.m_variances;
  PLUMBLINE_CHECK(made.dropDependent());
  PLUMBLINE_CHECK(made.factorize());
  return made;
}

Result<void> SparseNetwork::dropDependent() {
  m_closed = closedParts(m_a, m_variances);
  std::vector<bool> drop(static_cast<std::size_t>(m_a.rows()), false);
  for (const auto& part : m_closed) {
    drop[static_cast<std::size_t>(part.back())] = true;
    m_dependent.push_back(part.back());
  }
  std::sort(m_dependent.begin(), m_dependent.end());
  std::vector<Eigen::Index> place(static_cast<std::size_t>(m_a.rows()), -1);
  for (Eigen::Index i = 0; i < m_a.rows(); ++i) {
    if (drop[static_cast<std::size_t>(i)]) continue;
    place[static_cast<std::size_t>(i)] = m_kept++;
    m_rowOf.push_back(i);
    m_scale.push_back(1 / std::sqrt(m_residualVariances[i]));
  }
  m_scaled = m_a;
  m_scaled.prune([&](Eigen::Index row, Eigen::Index, double) {
    return place[static_cast<std::size_t>(row)] >= 0;
  });
  auto* rows = m_scaled.innerIndexPtr();
  double* values = m_scaled.valuePtr();
  for (Eigen::Index i = 0; i < m_scaled.nonZeros(); ++i) {
    const Eigen::Index row = place[static_cast<std::size_t>(rows[i])];
    rows[i] = static_cast<Sparse::StorageIndex>(row);
    values[i] *= m_scale[static_cast<std::size_t>(row)];
  }
  m_scaled.conservativeResize(m_kept, m_a.cols());
  return {};
}

Result<void> SparseNetwork::factorize() {
  // The lower half, column by column of A: a flow has two balances, seldom more.
  std::vector<Eigen::Triplet<double>> entries;
  entries.reserve(static_cast<std::size_t>(2 * m_scaled.nonZeros()));
  for (Eigen::Index j = 0; j < m_scaled.cols(); ++j) {
    for (Sparse::InnerIterator a(m_scaled, j); a; ++a) {
      const double weight = a.value() * m_variances[j];
      for (Sparse::InnerIterator b = a; b; ++b) {
        entries.emplace_back(b.row(), a.row(), weight * b.value());
      }
    }
  }
  m_system.resize(m_kept, m_kept);
  m_system.setFromTriplets(entries.begin(), entries.end());
  auto factor = std::make_shared<Factor>();
  factor->ldlt.analyzePattern(m_system);
  if (static_cast<double>(factor->ldlt.fill()) > mostFill * static_cast<double>(m_kept)) return {};
  factor->ldlt.factorize(m_system);
  const bool deficient = factor->ldlt.info() != Eigen::Success ||
                         (m_kept > 0 && factor->ldlt.vectorD().minCoeff() < leastPivot);
  if (deficient) {
    return Error{ErrorCode::Unsupported,
                 "dependent_balances: some balances of this large network "
                 "follow from others"};
  }
  m_factor = std::move(factor);
  return {};
}

Eigen::VectorXd SparseNetwork::solveScaled(const Eigen::VectorXd& right) const {
  if (m_factor) return m_factor->ldlt.solve(right);
  const Sparse both = m_system.selfadjointView<Eigen::Lower>();
  Eigen::ConjugateGradient<Sparse, Eigen::Lower | Eigen::Upper> gradient(both);
  gradient.setTolerance(gradientShare);
  return gradient.solve(right);
}

Result<SparseSolution> SparseNetwork::solve(const Eigen::VectorXd& figures) const {
  const Eigen::VectorXd residual = m_a * figures + m_constants;
  const Eigen::VectorXd sizes = termSizes(m_a, figures, m_constants);
  for (const auto& part : m_closed) {
    double sum = 0;
    double size = 0;
    for (const Eigen::Index i : part) {
      sum += residual[i];
      size += sizes[i];
    }
    if (std::abs(sum) <= closeShare * size) continue;
    return Error{.code = ErrorCode::Inconsistent,
                 .message = "contradiction: figures without error do not satisfy a constraint",
                 .where = {.row = part.back() + 1},
                 .found = std::to_string(sum),
                 .expected = "0"};
  }
  Eigen::VectorXd right(m_kept);
  for (Eigen::Index i = 0; i < m_kept; ++i) {
    const auto at = static_cast<std::size_t>(i);
    right[i] = residual[m_rowOf[at]] * m_scale[at];
  }
  const Eigen::VectorXd weights = solveScaled(right);
  SparseSolution made;
  made.x = figures - m_variances.cwiseProduct(m_scaled.transpose() * weights);
  made.objective = right.dot(weights);
  made.multipliers = Eigen::VectorXd::Zero(m_a.rows());
  for (Eigen::Index i = 0; i < m_kept; ++i) {
    const auto at = static_cast<std::size_t>(i);
    made.multipliers[m_rowOf[at]] = weights[i] * m_scale[at];
  }
  return made;
}

std::optional<SparseInformation> SparseNetwork::information() const {
  if (!m_factor) return std::nullopt;
  // Entries of the inverse on the pattern of the factor (Takahashi, Fagan and
  // Chin 1973), from the last column to the first: Z_ij = - sum_k Z_ik L_kj,
  // Z_jj = 1 / D_j - sum_k L_kj Z_kj.
  Sparse inverse =
      m_factor->ldlt.matrixL().nestedExpression().triangularView<Eigen::StrictlyLower>();
  const Sparse lower = inverse;
  const Eigen::VectorXd pivots = m_factor->ldlt.vectorD();
  Eigen::VectorXd diagonal(m_kept);
  const auto entry = [&](Eigen::Index i, Eigen::Index j) {
    if (i == j) return diagonal[i];
    if (i < j) std::swap(i, j);
    const auto* begin = inverse.innerIndexPtr() + inverse.outerIndexPtr()[j];
    const auto* end = inverse.innerIndexPtr() + inverse.outerIndexPtr()[j + 1];
    const auto* found = std::lower_bound(begin, end, i);
    return found != end && *found == i ? inverse.valuePtr()[found - inverse.innerIndexPtr()] : 0.0;
  };
  for (Eigen::Index j = m_kept; j-- > 0;) {
    double own = 1 / pivots[j];
    for (Sparse::InnerIterator z(inverse, j); z; ++z) {
      double sum = 0;
      for (Sparse::InnerIterator l(lower, j); l; ++l) sum += l.value() * entry(z.row(), l.row());
      z.valueRef() = -sum;
    }
    Sparse::InnerIterator z(inverse, j);
    for (Sparse::InnerIterator l(lower, j); l; ++l, ++z) own -= l.value() * z.value();
    diagonal[j] = own;
  }
  const auto& order = m_factor->ldlt.permutationP().indices();
  SparseInformation result{Eigen::VectorXd(m_scaled.cols()), Eigen::VectorXd::Zero(m_a.rows())};
  for (Eigen::Index i = 0; i < m_kept; ++i) {
    const double scale = m_scale[static_cast<std::size_t>(i)];
    result.balances[m_rowOf[static_cast<std::size_t>(i)]] = diagonal[order[i]] * scale * scale;
  }
  for (Eigen::Index j = 0; j < m_scaled.cols(); ++j) {
    double sum = 0;
    for (Sparse::InnerIterator a(m_scaled, j); a; ++a) {
      for (Sparse::InnerIterator b(m_scaled, j); b; ++b) {
        sum += a.value() * b.value() * entry(order[a.row()], order[b.row()]);
      }
    }
    result.flows[j] = sum;
  }
  return result;
}

std::optional<Eigen::MatrixXd> SparseNetwork::covariance() const {
  if (!m_factor) return std::nullopt;
  const Sparse gain = m_scaled * m_variances.asDiagonal();
  const Eigen::MatrixXd solved = m_factor->ldlt.solve(Eigen::MatrixXd(gain));
  Eigen::MatrixXd result = -(gain.transpose() * solved);
  result.diagonal() += m_variances;
  result.diagonal() = result.diagonal().cwiseMax(0);
  return result;
}

}  // namespace plumbline
