// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/networks/gross_errors.h"

#include <algorithm>
#include <cmath>

#include "model/statistics/tails.h"

// In pictures. The whitened error is one arrow; its squared length is J. Each hypothesis is a
// direction: if it alone were true, the arrow would point along it, up to chance. Granting it takes
// away the part of the arrow that lies along it, and J falls by the square of that part (T).
// Example: 100 t went in, 90 t came out, nothing else is known. A scale that says too much at the
// gate, one that says too little at the exit, and a leak all point along the same direction: each
// takes all of J away, no record tells them apart, and all three are told.

namespace plumbline {
namespace {

constexpr double alpha = 0.05;
constexpr double leastShare = 1e-12;    // of a variance: below it there is nothing to test
constexpr double floorShare = 0.1;      // VDI 2048: of the figure's own variance
constexpr double marginChi = 3.841459;  // chi square, one degree, 95 %: sets this near are as good
constexpr std::size_t mostListed = 100;
constexpr std::size_t mostTripled = 80;  // hypotheses; 80 of them make 82,160 triples
constexpr std::size_t mostPaired = 600;
constexpr double sameDirection = 1e-9;

double upperTail(double objective, Eigen::Index dof) {
  return dof > 0 ? chiSquareUpperTail(objective, static_cast<double>(dof)) : 1;
}

/// The hypotheses' directions, scaled to length 1, and how they lean on one another and on the
/// error: with that a set of them is granted without looking at the directions again.
struct Leanings {
  Eigen::MatrixXd gram;   // hypotheses x hypotheses
  Eigen::VectorXd right;  // of the error
  Eigen::VectorXd norms;
  double objective = 0;
  Eigen::Index dof = 0;

  Leanings(const Eigen::VectorXd& error, const std::vector<Hypothesis>& hypotheses)
      : norms(static_cast<Eigen::Index>(hypotheses.size())),
        objective(error.squaredNorm()),
        dof(error.size()) {
    Eigen::MatrixXd directions(error.size(), norms.size());
    for (Eigen::Index i = 0; i < norms.size(); ++i) {
      const Eigen::VectorXd& direction = hypotheses[static_cast<std::size_t>(i)].direction;
      norms[i] = direction.norm();
      directions.col(i) = direction / norms[i];
    }
    gram = directions.transpose() * directions;
    right = directions.transpose() * error;
  }
};

/// Up to three hypotheses at once, without memory of the heap: there are very many sets of three.
using SmallMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, 0, 3, 3>;
using SmallVector = Eigen::Matrix<double, Eigen::Dynamic, 1, 0, 3, 1>;

/// The part of the whole for these members.
template <class Matrix, class Vector>
std::pair<Matrix, Vector> partOf(const Leanings& all, const std::vector<std::size_t>& members) {
  const auto size = static_cast<Eigen::Index>(members.size());
  std::pair<Matrix, Vector> part{Matrix(size, size), Vector(size)};
  for (Eigen::Index i = 0; i < size; ++i) {
    const auto row = static_cast<Eigen::Index>(members[static_cast<std::size_t>(i)]);
    part.second[i] = all.right[row];
    for (Eigen::Index k = 0; k < size; ++k) {
      part.first(i, k) =
          all.gram(row, static_cast<Eigen::Index>(members[static_cast<std::size_t>(k)]));
    }
  }
  return part;
}

/// Below that of its diagonal two hypotheses of the set cannot be told apart.
constexpr double leastOwn = 1e-6;

/// J that is left when the set is granted; nothing where two of them cannot be told apart. Two that
/// lean on each other must not both take the same part of J away, so their sizes are solved for
/// together.
std::optional<double> objectiveLeft(const Leanings& all, const std::vector<std::size_t>& members) {
  const auto [gram, right] = partOf<SmallMatrix, SmallVector>(all, members);
  const Eigen::LLT<SmallMatrix> factor(gram);
  if (factor.info() != Eigen::Success) return std::nullopt;
  for (Eigen::Index i = 0; i < right.size(); ++i) {
    if (factor.matrixLLT()(i, i) < leastOwn) return std::nullopt;
  }
  const SmallVector sizes = factor.solve(right);
  return std::max(0.0, all.objective - sizes.dot(right));
}

/// Grants the hypotheses together; nothing where two of them cannot be told
/// apart.
std::optional<Explanation> grant(const Leanings& all, const std::vector<std::size_t>& members) {
  const auto [gram, right] = partOf<Eigen::MatrixXd, Eigen::VectorXd>(all, members);
  const Eigen::LLT<Eigen::MatrixXd> factor(gram);
  const Eigen::MatrixXd lower = factor.matrixL();
  if (factor.info() != Eigen::Success || lower.diagonal().minCoeff() < leastOwn) {
    return std::nullopt;
  }
  const Eigen::VectorXd sizes = factor.solve(right);
  const Eigen::VectorXd variances =
      factor.solve(Eigen::MatrixXd::Identity(gram.rows(), gram.cols())).diagonal();
  Explanation made;
  made.members = members;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const double norm = all.norms[static_cast<Eigen::Index>(members[i])];
    made.magnitudes.push_back(sizes[static_cast<Eigen::Index>(i)] / norm);
    made.sds.push_back(std::sqrt(variances[static_cast<Eigen::Index>(i)]) / norm);
  }
  made.objectiveLeft = std::max(0.0, all.objective - sizes.dot(right));
  made.pLeft = upperTail(made.objectiveLeft, all.dof - gram.cols());
  return made;
}

/// One hypothesis after the other, the largest T first, until none is significant. Each step looks
/// only at what the steps before left over: `basis` holds the directions already granted, at right
/// angles to each other, `left` the error without them. Quick, but the first step may be wrong (the
/// largest single T need not belong to the best pair); therefore all small sets are tried as well.
std::vector<Explanation> eliminate(const Eigen::VectorXd& error,
                                   const std::vector<Hypothesis>& hypotheses, const Leanings& all,
                                   double critical) {
  std::vector<Explanation> steps;
  std::vector<std::size_t> members;
  Eigen::MatrixXd basis(error.size(), 0);
  Eigen::VectorXd left = error;
  while (static_cast<Eigen::Index>(members.size()) < error.size()) {
    double most = 0;
    std::size_t best = hypotheses.size();
    for (std::size_t i = 0; i < hypotheses.size(); ++i) {
      const Eigen::VectorXd& f = hypotheses[i].direction;
      const Eigen::VectorXd own = f - basis * (basis.transpose() * f);
      if (own.squaredNorm() < sameDirection * f.squaredNorm()) continue;
      const double t = std::pow(own.dot(left), 2) / own.squaredNorm();
      // The first of equals.
      if (t > most * (1 + 1e-9)) {
        most = t;
        best = i;
      }
    }
    if (best == hypotheses.size() || most <= critical) break;
    members.push_back(best);
    auto made = grant(all, members);
    if (!made) break;
    steps.push_back(std::move(*made));
    const Eigen::VectorXd& f = hypotheses[best].direction;
    const Eigen::VectorXd own = (f - basis * (basis.transpose() * f)).normalized();
    basis.conservativeResize(Eigen::NoChange, basis.cols() + 1);
    basis.col(basis.cols() - 1) = own;
    left -= own * own.dot(left);
  }
  return steps;
}

/// Calls `take` with every set of that size.
template <class Take>
void eachSet(std::size_t count, std::size_t size, std::vector<std::size_t>& members,
             std::size_t from, const Take& take) {
  if (members.size() == size) return take(members);
  for (std::size_t i = from; i < count; ++i) {
    members.push_back(i);
    eachSet(count, size, members, i + 1, take);
    members.pop_back();
  }
}

bool isBetter(const Explanation& a, const Explanation& b) {
  if (std::abs(a.objectiveLeft - b.objectiveLeft) > 1e-9 * (1 + a.objectiveLeft)) {
    return a.objectiveLeft < b.objectiveLeft;
  }
  return a.members < b.members;
}

/// All sets of the size that leave an acceptable J, near the best of them. The best one is not the
/// truth: a set whose J is higher by less than chance moves it (marginChi) is as good, and whoever
/// reads the answer must see both.
std::vector<Explanation> fittingSets(const Leanings& all, std::size_t size) {
  std::vector<Explanation> found;
  std::vector<std::size_t> members;
  const Eigen::Index degrees = all.dof - static_cast<Eigen::Index>(size);
  eachSet(static_cast<std::size_t>(all.norms.size()), size, members, 0,
          [&](const std::vector<std::size_t>& set) {
            const auto left = objectiveLeft(all, set);
            if (!left || !(upperTail(*left, degrees) > alpha)) return;
            if (auto made = grant(all, set)) found.push_back(std::move(*made));
          });
  std::sort(found.begin(), found.end(), isBetter);
  if (!found.empty()) {
    const double limit = found.front().objectiveLeft + marginChi;
    std::erase_if(found, [limit](const Explanation& e) { return e.objectiveLeft > limit; });
  }
  return found;
}

}  // namespace

double sidakCritical(std::size_t n, double level) {
  const double each =
      -std::expm1(std::log1p(-level) / static_cast<double>(std::max<std::size_t>(n, 1)));
  return normalUpperQuantile(each / 2);
}

MeasurementTests measurementTests(const NetworkSolution& solution,
                                  const Eigen::MatrixXd& covariance,
                                  const Eigen::VectorXd& measuredValues) {
  const WhitenedNetwork& white = solution.linear.white;
  MeasurementTests made;
  const Eigen::VectorXd power = white.response.transpose() * white.error;
  const Eigen::VectorXd powerVariance = white.response.colwise().squaredNorm().transpose();
  const Eigen::MatrixXd gain = covariance * white.response.transpose();
  const Eigen::VectorXd changeVariance = gain.rowwise().squaredNorm();
  for (Eigen::Index i = 0; i < measuredValues.size(); ++i) {
    made.measurement.emplace_back();
    made.maxPower.emplace_back();
    made.vdi2048.emplace_back();
    const double own = covariance(i, i);
    if (!solution.linear.redundant[static_cast<std::size_t>(i)] || !(own > 0)) continue;
    if (!(changeVariance[i] > leastShare * own)) continue;
    ++made.made;
    const double change = std::abs(gain.row(i).dot(white.error));
    made.measurement.back() = change / std::sqrt(changeVariance[i]);
    made.maxPower.back() = std::abs(power[i]) / std::sqrt(powerVariance[i]);
    made.vdi2048.back() = change / std::sqrt(std::max(changeVariance[i], floorShare * own));
  }
  return made;
}

std::vector<Hypothesis> hypotheses(const NetworkSolution& solution,
                                   std::span<const std::pair<std::size_t, std::size_t>> relabels) {
  const WhitenedNetwork& white = solution.linear.white;
  std::vector<Hypothesis> all;
  if (solution.linear.dof == 0) return all;
  // A figure that nothing checks moves no balance: an error in it shows nowhere.
  const auto bias = [&white](std::size_t i) {
    return white.response.col(static_cast<Eigen::Index>(i));
  };
  for (std::size_t i = 0; i < solution.linear.redundant.size(); ++i) {
    if (!solution.linear.redundant[i] || bias(i).norm() == 0) continue;
    all.push_back({HypothesisKind::Bias, i, 0, bias(i)});
  }
  for (std::size_t k = 0; k < white.leakKnown.size(); ++k) {
    if (!white.leakKnown[k]) continue;
    all.push_back({HypothesisKind::Leak, k, 0, white.leaks.col(static_cast<Eigen::Index>(k))});
  }
  for (const auto& [a, b] : relabels) {
    const Eigen::VectorXd direction = bias(a) - bias(b);
    // In a balance of both together it makes no difference.
    if (direction.norm() <= 1e-9 * (bias(a).norm() + bias(b).norm())) continue;
    all.push_back({HypothesisKind::Relabel, a, b, direction});
  }
  return all;
}

std::vector<std::vector<std::size_t>> indistinguishable(const std::vector<Hypothesis>& all) {
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Eigen::VectorXd own = all[i].direction.normalized();
    const auto alike = [&](const std::vector<std::size_t>& group) {
      const Eigen::VectorXd first = all[group.front()].direction.normalized();
      return (own - own.dot(first) * first).squaredNorm() < sameDirection;
    };
    const auto known = std::find_if(groups.begin(), groups.end(), alike);
    if (known != groups.end()) known->push_back(i);
    if (known == groups.end()) groups.push_back({i});
  }
  return groups;
}

double likelihoodRatio(const Eigen::VectorXd& error, const Eigen::VectorXd& direction) {
  const double size = direction.squaredNorm();
  return size > 0 ? std::pow(direction.dot(error), 2) / size : 0;
}

Explanations explain(const NetworkSolution& solution, const std::vector<Hypothesis>& all) {
  Explanations made;
  const Eigen::VectorXd& error = solution.linear.white.error;
  const double z = sidakCritical(all.size());
  made.critical = z * z;
  const bool global = upperTail(solution.linear.objective, solution.linear.dof) < alpha;
  if (all.empty()) return made;
  const Leanings leanings(error, all);
  made.serial = eliminate(error, all, leanings, made.critical);
  if (!global && made.serial.empty()) return made;
  // The fewest errors that explain the records; more of them always fit better and say less.
  for (std::size_t size = 1; size <= 3; ++size) {
    if (size == 2 && all.size() > mostPaired) return made;
    if (size == 3 && all.size() > mostTripled) return made;
    made.fitting = fittingSets(leanings, size);
    if (!made.fitting.empty()) break;
  }
  made.exhaustive = true;
  made.fittingCount = made.fitting.size();
  if (made.fitting.size() > mostListed) made.fitting.resize(mostListed);
  return made;
}

}  // namespace plumbline
