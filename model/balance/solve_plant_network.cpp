// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/balance/solve_plant_network.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "model/balance/network_figures.h"
#include "model/networks/gross_errors.h"
#include "model/networks/network_diagnoses.h"
#include "model/statistics/tails.h"

// From the records to an explanation, step by step:
//   networkFigures   the records as sums: figures between nodes, each with its errors
//   modelOf          the same as numbers in tonnes: balances of the nodes, one covariance matrix
//   reconcileNetwork least squares: J, and the whitened error that no balance can absorb
//   Namer            what could be wrong, each as a direction of that error
//   fillPlaces       the fewest wrong things that explain it, and all sets that are as good
//   granted          reconciled once more with these left open
// Example: the plant sent 1,000 t to a harbour, which received 960 t; scales explain 5 t. Nothing
// else checks the two figures, so "the plant's scale says 40 t too much", "the harbour's says 40 t
// too little" and "40 t were lost on the way" are one place with three causes.

namespace plumbline {
namespace {

using CauseKind = NetworkCause::Kind;
using FigureKind = NetworkFigure::Kind;

constexpr double gramsPerTonne = 1e6;
constexpr double power = 1.644854;      // of an error that is found 19 times in 20
constexpr double cautious = 1.5 * 1.5;  // J if the errors are two thirds of what is stated
constexpr std::size_t mostOthers = 5;   // sets that are told
constexpr double mostMilli = 9e15;
constexpr double leastDirection = 1e-9;

double tonnes(Mass mass) {
  return static_cast<double>(mass.inGrams()) / gramsPerTonne;
}

Mass massOf(double tonnes) {
  const double grams = tonnes * gramsPerTonne;
  return Mass::grams(std::llround(std::clamp(grams, -mostMilli, mostMilli)));
}

/// Standard uncertainty to expanded.
Mass expandedMass(double sd, const AuditPlan& plan) {
  return massOf(sd * static_cast<double>(plan.coverageFactorMilli) / 1000);
}

/// Nodes x figures: 1 where a figure comes in, -1 where it goes out.
Eigen::MatrixXd incidenceOf(const SourcedNetwork& source) {
  Eigen::MatrixXd made = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(source.nodes.size()),
                                               static_cast<Eigen::Index>(source.figures.size()));
  for (std::size_t i = 0; i < source.figures.size(); ++i) {
    const NetworkFigure& told = source.figures[i].told;
    if (told.to >= 0) made(told.to, static_cast<Eigen::Index>(i)) = 1;
    if (told.from >= 0) made(told.from, static_cast<Eigen::Index>(i)) = -1;
  }
  return made;
}

/// One balance for each node: what comes minus what goes is nothing. Figures of one scale, or of
/// one declared rate, share an error, so the covariance has entries beside its diagonal.
NetworkModel modelOf(const SourcedNetwork& source, const InstrumentBook& instruments) {
  NetworkModel model;
  const auto n = static_cast<Eigen::Index>(source.figures.size());
  model.covariance = Eigen::MatrixXd::Zero(n, n);
  model.constraints.resize(source.nodes.size());
  for (std::size_t i = 0; i < source.figures.size(); ++i) {
    const SourcedFigure& figure = source.figures[i];
    const auto row = static_cast<Eigen::Index>(i);
    const Variance own = saturatedSum(figure.errors.variance(instruments), figure.own);
    model.covariance(row, row) = static_cast<double>(own) / (gramsPerTonne * gramsPerTonne);
    for (std::size_t k = 0; k < i && !figure.alone; ++k) {
      const SourcedFigure& other = source.figures[k];
      if (other.alone) continue;
      const auto column = static_cast<Eigen::Index>(k);
      model.covariance(row, column) = model.covariance(column, row) =
          figure.errors.sharedCovariance(other.errors, instruments) /
          (gramsPerTonne * gramsPerTonne);
    }
    model.variables.push_back({std::to_string(i), VariableRole::Measured, tonnes(figure.told.value),
                               std::sqrt(model.covariance(row, row))});
    if (figure.told.to >= 0) {
      model.constraints[static_cast<std::size_t>(figure.told.to)].terms.push_back({1, {i}});
    }
    if (figure.told.from >= 0) {
      model.constraints[static_cast<std::size_t>(figure.told.from)].terms.push_back({-1, {i}});
    }
  }
  return model;
}

/// Water that may have dried on the way: it explains a difference and is no part of what was
/// weighed.
bool isWater(const std::vector<NetworkNode>& nodes, const NetworkFigure& figure) {
  return figure.kind == FigureKind::Open && figure.from >= 0 &&
         nodes[static_cast<std::size_t>(figure.from)].kind == NetworkNode::Kind::Way;
}

/// Hypotheses with what they say of the plant: what one unit of each does to what is missing at
/// the nodes, and to the whitened error.
struct Named {
  std::vector<NetworkCause> causes;
  std::vector<Eigen::VectorXd> columns;  // by node
  std::vector<Hypothesis> directions;
};

/// A hypothesis is told in tonnes at a node, but tested as a direction of the whitened error. Both
/// are kept side by side: `directions` to find which ones explain J, `columns` to grant them.
class Namer {
 public:
  Namer(const SourcedNetwork& source, const Eigen::MatrixXd& incidence,
        const LinearSolution& solution)
      : m_source(source), m_incidence(incidence), m_solution(solution) {}

  Named name() {
    for (int node = 0; node < static_cast<int>(m_source.nodes.size()); ++node) {
      if (isKnown(node)) add({.index = node}, unit(node), leak(node));
    }
    for (int i = 0; i < static_cast<int>(m_source.figures.size()); ++i) {
      const auto at = static_cast<std::size_t>(i);
      // What may have left or not is known to be unknown.
      if (m_source.figures[at].told.kind == FigureKind::Open) continue;
      add({.kind = CauseKind::Figure, .index = i}, column(at), response(at));
    }
    for (int i = 0; i < static_cast<int>(m_source.scales.size()); ++i) addScale(i);
    for (const auto& [a, b] : m_source.relabels) {
      if (!isKnown(a) || !isKnown(b)) continue;
      add({.kind = CauseKind::Relabel, .index = a, .second = b}, unit(a) - unit(b),
          leak(a) - leak(b));
    }
    return std::move(m_named);
  }

 private:
  /// A unit is one of all that the scale weighed: the magnitude is its relative error.
  void addScale(int scale) {
    Eigen::VectorXd missing = Eigen::VectorXd::Zero(size());
    Eigen::VectorXd direction = Eigen::VectorXd::Zero(m_solution.white.error.size());
    for (const auto& [figure, mass] : m_source.weighedOn[static_cast<std::size_t>(scale)]) {
      missing += tonnes(mass) * column(figure);
      direction += tonnes(mass) * response(figure);
    }
    add({.kind = CauseKind::Scale, .index = scale}, missing, direction);
  }

  void add(const NetworkCause& cause, Eigen::VectorXd column, Eigen::VectorXd direction) {
    // What cancels in every balance leaves nothing but rounding.
    if (!(direction.norm() > leastDirection)) return;
    m_named.causes.push_back(cause);
    m_named.columns.push_back(std::move(column));
    m_named.directions.emplace_back().direction = std::move(direction);
  }

  [[nodiscard]] Eigen::Index size() const {
    return static_cast<Eigen::Index>(m_source.nodes.size());
  }
  [[nodiscard]] bool isKnown(int node) const {
    return m_solution.white.leakKnown[static_cast<std::size_t>(node)];
  }
  [[nodiscard]] Eigen::VectorXd unit(int node) const { return Eigen::VectorXd::Unit(size(), node); }
  [[nodiscard]] Eigen::VectorXd leak(int node) const { return m_solution.white.leaks.col(node); }
  [[nodiscard]] Eigen::VectorXd response(std::size_t figure) const {
    return m_solution.white.response.col(static_cast<Eigen::Index>(figure));
  }
  [[nodiscard]] Eigen::VectorXd column(std::size_t figure) const {
    return m_incidence.col(static_cast<Eigen::Index>(figure));
  }

  const SourcedNetwork& m_source;
  const Eigen::MatrixXd& m_incidence;
  const LinearSolution& m_solution;
  Named m_named;
};

Mass weighedOn(const SourcedNetwork& source, int scale) {
  Mass sum;
  for (const auto& [figure, mass] : source.weighedOn[static_cast<std::size_t>(scale)]) sum += mass;
  return sum;
}

/// What passes where the cause lies: it is material beyond the plan's share of that.
Mass passing(const SourcedNetwork& source, const PlantNetwork& network, const NetworkCause& cause) {
  const auto through = [&](int node) { return network.nodes[static_cast<std::size_t>(node)].in; };
  switch (cause.kind) {
    case CauseKind::Leak:
      return through(cause.index);
    case CauseKind::Relabel:
      return std::max(through(cause.index), through(cause.second));
    case CauseKind::Scale:
      return weighedOn(source, cause.index);
    case CauseKind::Figure:
      break;
  }
  return network.figures[static_cast<std::size_t>(cause.index)].value.abs();
}

using Groups = std::vector<std::vector<std::size_t>>;  // of hypotheses nothing tells apart

/// Turns explanations of groups into places. A group is one direction with several names; its
/// members differ in unit and sign, so the magnitude of the first is converted for each.
class Teller {
 public:
  Teller(const SourcedNetwork& source, const PlantNetwork& network, const Named& named,
         const Groups& groups, const AuditPlan& plan)
      : m_source(source), m_network(network), m_named(named), m_groups(groups), m_plan(plan) {}

  [[nodiscard]] std::vector<NetworkPlace> places(const Explanation& explanation) const {
    std::vector<NetworkPlace> list;
    for (std::size_t i = 0; i < explanation.members.size(); ++i) {
      list.push_back(place(explanation.members[i], explanation.magnitudes[i], explanation.sds[i]));
    }
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
      return a.causes.front().amount.abs() > b.causes.front().amount.abs();
    });
    return list;
  }

 private:
  [[nodiscard]] NetworkPlace place(std::size_t group, double magnitude, double sd) const {
    NetworkPlace made;
    const Eigen::VectorXd& first = m_named.directions[m_groups[group].front()].direction;
    Mass most;
    for (const std::size_t member : m_groups[group]) {
      const Eigen::VectorXd& own = m_named.directions[member].direction;
      const double ratio = first.dot(own) / own.squaredNorm();
      NetworkCause cause = m_named.causes[member];
      double unit = 1;
      if (cause.kind == CauseKind::Scale) {
        unit = tonnes(weighedOn(m_source, cause.index));
        cause.sharePpm = std::llround(magnitude * ratio * 1e6);
      }
      cause.amount = massOf(magnitude * ratio * unit);
      if (made.causes.empty()) made.uncertainty = expandedMass(sd * std::abs(ratio) * unit, m_plan);
      // It lay on the second pile and left under the name of the first.
      if (cause.kind == CauseKind::Relabel && cause.amount < Mass()) {
        std::swap(cause.index, cause.second);
        cause.amount = -cause.amount;
      }
      most = std::max(most, passing(m_source, m_network, cause));
      made.causes.push_back(cause);
    }
    made.material = made.causes.front().amount.abs().inGrams() >
                    millionths(most.inGrams(), m_plan.materialityPpm);
    return made;
  }

  const SourcedNetwork& m_source;
  const PlantNetwork& m_network;
  const Named& m_named;
  const Groups& m_groups;
  const AuditPlan& m_plan;
};

/// What each figure most likely was, given all others, and how well that is known.
void fillReconciled(PlantNetwork& made, const LinearSolution& solution, const AuditPlan& plan) {
  for (std::size_t i = 0; i < made.figures.size(); ++i) {
    const auto at = static_cast<Eigen::Index>(i);
    made.figures[i].reconciled = massOf(solution.x[at]);
    made.figures[i].reconciledUncertainty =
        expandedMass(std::sqrt(solution.covarianceX(at, at)), plan);
  }
}

/// Which figures others say something about, and how large an error of one must be to be found.
void fillChecked(PlantNetwork& made, const LinearSolution& solution, double critical) {
  for (std::size_t i = 0; i < made.figures.size(); ++i) {
    NetworkFigure& figure = made.figures[i];
    const double norm = solution.white.response.col(static_cast<Eigen::Index>(i)).norm();
    figure.checked = solution.redundant[i] && norm > 0;
    if (figure.checked) figure.detectable = massOf((critical + power) / norm);
  }
}

/// The model with the explanation as unknown figures: else its errors would be spread over
/// records that are right.
NetworkModel granted(NetworkModel model, const Explanation& explanation, const Named& named,
                     const Groups& groups) {
  for (const std::size_t group : explanation.members) {
    const Eigen::VectorXd& column = named.columns[groups[group].front()];
    const std::size_t unknown = model.variables.size();
    model.variables.push_back({"place " + std::to_string(unknown), VariableRole::Unmeasured});
    for (std::size_t node = 0; node < model.constraints.size(); ++node) {
      const double effect = column[static_cast<Eigen::Index>(node)];
      if (effect != 0) model.constraints[node].terms.push_back({-effect, {unknown}});
    }
  }
  return model;
}

/// The best explanation, and those that are as good. Nothing where no place stands out.
std::optional<Explanation> fillPlaces(PlantNetwork& made, const NetworkSolution& solution,
                                      const Groups& groups, const Named& named,
                                      const Teller& teller) {
  std::vector<Hypothesis> first;
  for (const auto& group : groups) first.push_back(named.directions[group.front()]);
  const Explanations found = explain(solution, first);
  if (found.fitting.empty()) {
    if (found.serial.empty()) return std::nullopt;
    made.places = teller.places(found.serial.back());
    made.whole = std::llround(found.serial.back().pLeft * 1e6) >= networkAlphaPpm;
    return found.serial.back();
  }
  made.places = teller.places(found.fitting.front());
  made.whole = true;
  made.otherCount = static_cast<std::int64_t>(found.fittingCount) - 1;
  for (std::size_t i = 1; i < found.fitting.size() && i <= mostOthers; ++i) {
    made.others.push_back(teller.places(found.fitting[i]));
  }
  return found.fitting.front();
}

/// What is missing at each node as recorded, before anything is reconciled, and the same of all
/// plants and of all ways together.
void fillNodes(PlantNetwork& made, Eigen::MatrixXd incidence, const NetworkModel& model,
               const AuditPlan& plan) {
  for (std::size_t i = 0; i < made.figures.size(); ++i) {
    if (isWater(made.nodes, made.figures[i])) incidence.col(static_cast<Eigen::Index>(i)).setZero();
  }
  const auto within = [&](const Eigen::RowVectorXd& signs) {
    const double variance = signs * model.covariance * signs.transpose();
    return expandedMass(std::sqrt(std::max(0.0, variance)), plan);
  };
  // What flows from one node of a set to another cancels in the sums.
  Eigen::RowVectorXd inside = Eigen::RowVectorXd::Zero(incidence.cols());
  Eigen::RowVectorXd onTheWay = inside;
  for (int node = 0; node < static_cast<int>(made.nodes.size()); ++node) {
    NetworkNode& told = made.nodes[static_cast<std::size_t>(node)];
    for (const NetworkFigure& figure : made.figures) {
      if (isWater(made.nodes, figure)) continue;
      if (figure.to == node) told.in += figure.value;
      if (figure.from == node) told.out += figure.value;
    }
    told.missing = told.in - told.out;
    told.uncertainty = within(incidence.row(node));
    const bool isWay = told.kind == NetworkNode::Kind::Way;
    (isWay ? made.onTheWay : made.inside) += told.missing;
    (isWay ? onTheWay : inside) += incidence.row(node);
  }
  made.insideUncertainty = within(inside);
  made.onTheWayUncertainty = within(onTheWay);
}

/// Of the ways alone: what is reckoned inside the plant is cautious by design, and loads that
/// disagree were picked for it.
bool isTooGoodToBeHonest(const SourcedNetwork& source, const Eigen::MatrixXd& incidence,
                         const NetworkModel& model) {
  std::vector<Eigen::Index> ways;
  for (std::size_t node = 0; node < source.nodes.size(); ++node) {
    const NetworkNode& told = source.nodes[node];
    const bool isWay = told.kind == NetworkNode::Kind::Way && !told.disagree;
    if (isWay) ways.push_back(static_cast<Eigen::Index>(node));
  }
  if (ways.empty()) return false;
  Eigen::MatrixXd signs = incidence(ways, Eigen::all);
  Eigen::VectorXd values(signs.cols());
  for (std::size_t i = 0; i < source.figures.size(); ++i) {
    const auto at = static_cast<Eigen::Index>(i);
    if (isWater(source.nodes, source.figures[i].told)) signs.col(at).setZero();
    if (!source.figures[i].stated && !signs.col(at).isZero()) return false;
    values[at] = tonnes(source.figures[i].told.value);
  }
  const Eigen::VectorXd open = signs * values;
  const Eigen::LDLT<Eigen::MatrixXd> errors(signs * model.covariance * signs.transpose());
  if (errors.info() != Eigen::Success || !errors.isPositive()) return false;
  return isTooGood(cautious * open.dot(errors.solve(open)), static_cast<double>(ways.size()));
}

}  // namespace

PlantNetwork solvePlantNetwork(const Books& books, const Loads& loads,
                               const MaterialBooks& materials, const AuditPlan& plan) {
  const SourcedNetwork source = networkFigures(books, loads, materials);
  PlantNetwork made;
  made.withPlant = source.withPlant;
  made.nodes = source.nodes;
  made.scales = source.scales;
  const NetworkModel model = modelOf(source, loads.instruments);
  for (std::size_t i = 0; i < source.figures.size(); ++i) {
    made.figures.push_back(source.figures[i].told);
    made.figures.back().uncertainty = expandedMass(model.variables[i].sd, plan);
  }
  if (source.figures.empty()) return made;
  const Eigen::MatrixXd incidence = incidenceOf(source);
  fillNodes(made, incidence, model, plan);
  const Result<NetworkSolution> solution = reconcileNetwork(model);
  if (!solution) made.whyNot = "not_solved";
  if (!solution || solution->linear.dof == 0) return made;
  made.whyNot.clear();
  const LinearSolution& linear = solution->linear;
  const Named named = Namer(source, incidence, linear).name();
  const Groups groups = indistinguishable(named.directions);
  fillChecked(made, linear, sidakCritical(groups.size()));
  fillReconciled(made, linear, plan);
  made.dof = linear.dof;
  made.objectiveMilli = std::llround(std::min(linear.objective * 1000, mostMilli));
  const double p = chiSquareUpperTail(linear.objective, static_cast<double>(linear.dof));
  made.pPpm = std::llround(p * 1e6);
  made.fits = made.pPpm >= networkAlphaPpm;
  made.tooGood = isTooGoodToBeHonest(source, incidence, model);
  if (made.fits) return made;
  const Teller teller(source, made, named, groups, plan);
  const auto best = fillPlaces(made, *solution, groups, named, teller);
  if (!best) return made;
  const auto again = reconcileNetwork(granted(model, *best, named, groups));
  if (again) fillReconciled(made, again->linear, plan);
  return made;
}

}  // namespace plumbline
