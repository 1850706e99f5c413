// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/networks/network_answer.h"

#include <cmath>
#include <optional>

#include "model/networks/gross_errors.h"
#include "model/networks/network_diagnoses.h"
#include "model/networks/network_file.h"
#include "model/networks/sparse_network.h"
#include "model/statistics/json_number.h"
#include "model/statistics/tails.h"

// The answer to one network as JSON, for `plumbline-cli reconcile` (docs/command-line.md). Small
// networks are solved densely and get everything: tests of each figure, covariances, explanations.
// Large ones, of hundreds of flows, are solved sparsely and get what can be had without a matrix of
// all figures by all figures. Both ways fill the same Figures, so that the tables are written once.

namespace plumbline {
namespace {

constexpr std::size_t sparseFrom = 400;     // variables: smaller ones are exact and dense
constexpr std::size_t mostExplained = 400;  // hypotheses; beyond, only the tests are told
constexpr std::size_t mostRelabelled = 40;  // flows that are tried in pairs
constexpr Eigen::Index mostCovariance = 200;
constexpr double alpha = 0.05;

using Optional = std::optional<double>;

/// What both ways of solving come to, in the order of the model.
struct Figures {
  int iterations = 0;
  double objective = 0;
  double dof = 0;
  Eigen::VectorXd x;
  std::vector<Optional> sd;
  MeasurementTests tests;
  std::vector<bool> redundant;
  // Of linear networks without unmeasured flows; empty otherwise.
  Eigen::VectorXd residual;
  std::vector<Optional> nodal, biasT, leakT;
};

JsonValue optionalJson(const Optional& value) {
  return value ? numberJson(*value) : JsonValue();
}

JsonValue listJson(const std::vector<Optional>& values) {
  JsonArray list;
  for (const Optional& value : values) list.push_back(optionalJson(value));
  return list;
}

/// {"m1": ..., ...} over some of the variables.
template <class Value>
JsonValue byName(const NetworkModel& model, const std::vector<std::size_t>& which, Value&& value) {
  JsonObject object;
  for (std::size_t i = 0; i < which.size(); ++i) {
    object.emplace_back(model.variables[which[i]].name, value(i));
  }
  return object;
}

Eigen::VectorXd figuresOf(const NetworkModel& model) {
  Eigen::VectorXd values(static_cast<Eigen::Index>(model.variables.size()));
  for (std::size_t i = 0; i < model.variables.size(); ++i) {
    values[static_cast<Eigen::Index>(i)] = model.variables[i].value;
  }
  return values;
}

Eigen::MatrixXd covarianceOf(const NetworkModel& model, const std::vector<std::size_t>& measured) {
  if (model.covariance.size() > 0) return model.covariance;
  Eigen::VectorXd variances(static_cast<Eigen::Index>(measured.size()));
  for (std::size_t i = 0; i < measured.size(); ++i) {
    variances[static_cast<Eigen::Index>(i)] = std::pow(model.variables[measured[i]].sd, 2);
  }
  return variances.asDiagonal();
}

/// In standard deviations; nothing where there is no error to compare with.
Optional ratio(double value, double variance) {
  if (!(variance > 0)) return std::nullopt;
  return std::abs(value) / std::sqrt(variance);
}

/// Tests of single balances, before anything is reconciled. Example: 100 t in, 97 t and 2 t out:
/// the residual is 1 t, and `nodal` is that in standard deviations of the three figures together.
void addNodes(Figures& made, const NetworkModel& model, const NetworkSolution& solution,
              const std::vector<std::size_t>& measured, const Eigen::MatrixXd& covariance) {
  const Eigen::VectorXd values = figuresOf(model);
  const Eigen::MatrixXd a = jacobian(model, values)(Eigen::all, measured);
  made.residual = evaluate(model, values);
  const Eigen::VectorXd variances = (a * covariance).cwiseProduct(a).rowwise().sum();
  const WhitenedNetwork& white = solution.linear.white;
  for (Eigen::Index k = 0; k < a.rows(); ++k) {
    made.nodal.push_back(ratio(made.residual[k], variances[k]));
    const bool known = white.leakKnown[static_cast<std::size_t>(k)];
    made.leakT.push_back(known ? Optional(likelihoodRatio(white.error, white.leaks.col(k)))
                               : std::nullopt);
  }
  for (const Optional& z : made.tests.maxPower) {
    made.biasT.push_back(z ? Optional(*z * *z) : std::nullopt);
  }
}

Figures denseFigures(const NetworkModel& model, const NetworkSolution& solution) {
  const std::vector<std::size_t> measured = model.withRole(VariableRole::Measured);
  const Eigen::MatrixXd covariance = covarianceOf(model, measured);
  Figures made;
  made.iterations = solution.iterations;
  made.objective = solution.linear.objective;
  made.dof = static_cast<double>(solution.linear.dof);
  made.x = solution.linear.x;
  for (Eigen::Index i = 0; i < made.x.size(); ++i) {
    made.sd.emplace_back(std::sqrt(solution.linear.covarianceX(i, i)));
  }
  made.tests = measurementTests(solution, covariance, made.x);
  made.redundant = solution.linear.redundant;
  if (model.linear() && model.withRole(VariableRole::Unmeasured).empty()) {
    addNodes(made, model, solution, measured, covariance);
  }
  return made;
}

/// The network as a whole: J, and how likely honest errors make a larger one (p_value; a small one:
/// the records do not fit) or a smaller one (p_lower; a small one: they fit too well).
JsonObject headJson(const Figures& figures, double worstResidual) {
  const bool any = figures.dof > 0;
  return {{"iterations", figures.iterations},
          {"max_constraint_violation", numberJson(worstResidual)},
          {"objective", numberJson(figures.objective)},
          {"dof", numberJson(figures.dof)},
          {"chi2_95", any ? numberJson(chiSquareUpperQuantile(alpha, figures.dof)) : JsonValue()},
          {"p_value",
           any ? numberJson(chiSquareUpperTail(figures.objective, figures.dof)) : JsonValue()},
          {"p_lower",
           any ? numberJson(chiSquareLowerTail(figures.objective, figures.dof)) : JsonValue()},
          {"objective_per_dof", any ? numberJson(figures.objective / figures.dof) : JsonValue()}};
}

void addMeasured(const NetworkModel& model, const Figures& figures, JsonObject& object) {
  const std::vector<std::size_t> measured = model.withRole(VariableRole::Measured);
  const auto add = [&](const char* name, auto&& value) {
    object.emplace_back(name, byName(model, measured, value));
  };
  add("reconciled",
      [&](std::size_t i) { return numberJson(figures.x[static_cast<Eigen::Index>(i)]); });
  add("reconciled_sd", [&](std::size_t i) { return optionalJson(figures.sd[i]); });
  add("measurement_test_z",
      [&](std::size_t i) { return optionalJson(figures.tests.measurement[i]); });
  add("max_power_test_z", [&](std::size_t i) { return optionalJson(figures.tests.maxPower[i]); });
  add("vdi2048_local_test", [&](std::size_t i) { return optionalJson(figures.tests.vdi2048[i]); });
  add("redundant", [&](std::size_t i) { return JsonValue(bool(figures.redundant[i])); });
  object.emplace_back(
      "measurement_test_critical",
      JsonObject{
          {"unadjusted_5pct", numberJson(normal95)},
          {"sidak_5pct_n",
           figures.tests.made > 0 ? numberJson(sidakCritical(figures.tests.made)) : JsonValue()}});
}

void addNodeTables(const NetworkModel& model, const Figures& figures, JsonObject& object) {
  if (figures.residual.size() == 0) return;
  const std::vector<std::size_t> measured = model.withRole(VariableRole::Measured);
  object.emplace_back("node_residual", numbersJson(figures.residual));
  object.emplace_back("nodal_test_z", listJson(figures.nodal));
  object.emplace_back("glr_bias_T", byName(model, measured, [&](std::size_t i) {
                        return optionalJson(figures.biasT[i]);
                      }));
  object.emplace_back("glr_leak_T", listJson(figures.leakT));
}

/// What nobody measured but the balances give away, where they do: `observable` says so.
void addUnmeasured(const NetworkModel& model, const NetworkSolution* solution, JsonObject& object) {
  const std::vector<std::size_t> unmeasured = model.withRole(VariableRole::Unmeasured);
  const auto known = [&](std::size_t k) { return bool(solution->linear.observable[k]); };
  object.emplace_back(
      "observable", byName(model, unmeasured, [&](std::size_t k) { return JsonValue(known(k)); }));
  object.emplace_back("unmeasured", byName(model, unmeasured, [&](std::size_t k) {
                        return known(k)
                                   ? numberJson(solution->linear.u[static_cast<Eigen::Index>(k)])
                                   : JsonValue();
                      }));
  object.emplace_back("unmeasured_sd", byName(model, unmeasured, [&](std::size_t k) {
                        const auto at = static_cast<Eigen::Index>(k);
                        const double variance = solution->linear.covarianceU(at, at);
                        return known(k) ? numberJson(std::sqrt(std::max(0.0, variance)))
                                        : JsonValue();
                      }));
}

void addCovariance(const NetworkModel& model, const NetworkSolution& solution, JsonObject& object) {
  if (solution.linear.x.size() > mostCovariance) return;
  const std::vector<std::size_t> measured = model.withRole(VariableRole::Measured);
  JsonArray order;
  for (const std::size_t i : measured) order.emplace_back(model.variables[i].name);
  object.emplace_back("covariance_order", std::move(order));
  object.emplace_back(
      "covariance", byName(model, measured, [&](std::size_t i) {
        return numbersJson(solution.linear.covarianceX.row(static_cast<Eigen::Index>(i)));
      }));
}

/// One goes into the balance where the other one leaves it: booking one as the other is no mistake
/// that anybody makes.
bool face(const NetworkModel& model, std::size_t a, std::size_t b) {
  for (const NetworkConstraint& constraint : model.constraints) {
    double product = 0;
    double first = 0;
    for (const NetworkTerm& term : constraint.terms) {
      if (term.vars.size() != 1 || (term.vars.front() != a && term.vars.front() != b)) continue;
      product = first * term.coef;
      first = term.coef;
    }
    if (product < 0) return true;
  }
  return false;
}

/// Measured flows of which one might be booked as the other.
std::vector<std::pair<std::size_t, std::size_t>> relabelPairs(const NetworkModel& model) {
  const std::vector<std::size_t> measured = model.withRole(VariableRole::Measured);
  std::vector<bool> flow(model.variables.size(), false);
  for (const NetworkConstraint& constraint : model.constraints) {
    for (const NetworkTerm& term : constraint.terms) {
      if (term.vars.size() == 1) flow[term.vars.front()] = true;
    }
  }
  std::vector<std::size_t> flows;
  for (std::size_t i = 0; i < measured.size(); ++i) {
    if (flow[measured[i]]) flows.push_back(i);
  }
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  if (flows.size() > mostRelabelled) return pairs;
  for (std::size_t a = 0; a < flows.size(); ++a) {
    for (std::size_t b = a + 1; b < flows.size(); ++b) {
      if (!face(model, measured[flows[a]], measured[flows[b]]))
        pairs.emplace_back(flows[a], flows[b]);
    }
  }
  return pairs;
}

/// A hypothesis for people, with the record that would decide whether it is the one.
struct Named {
  JsonObject json;
  std::string wouldDecide;
};

Named namedHypothesis(const NetworkModel& model, const Hypothesis& hypothesis) {
  const std::vector<std::size_t> measured = model.withRole(VariableRole::Measured);
  const auto name = [&](std::size_t i) { return model.variables[measured[i]].name; };
  switch (hypothesis.kind) {
    case HypothesisKind::Leak: {
      const std::string& node = model.constraints[hypothesis.index].name;
      return {{{"kind", "leak"}, {"constraint", node}}, "a record of what else leaves " + node};
    }
    case HypothesisKind::Relabel:
      return {{{"kind", "relabel"},
               {"variables", JsonArray{name(hypothesis.index), name(hypothesis.second)}}},
              "an analysis of what " + name(hypothesis.index) + " and " + name(hypothesis.second) +
                  " were made of"};
    case HypothesisKind::Bias:
      break;
  }
  return {{{"kind", "bias"}, {"variable", name(hypothesis.index)}},
          "a second measurement of " + name(hypothesis.index)};
}

JsonValue explanationJson(const NetworkModel& model, const std::vector<Hypothesis>& all,
                          const Explanation& explanation) {
  JsonArray members;
  JsonArray decide;
  for (std::size_t i = 0; i < explanation.members.size(); ++i) {
    Named named = namedHypothesis(model, all[explanation.members[i]]);
    named.json.emplace_back("magnitude", numberJson(explanation.magnitudes[i]));
    members.emplace_back(std::move(named.json));
    decide.emplace_back(std::move(named.wouldDecide));
  }
  return JsonObject{{"hypotheses", std::move(members)},
                    {"objective_left", numberJson(explanation.objectiveLeft)},
                    {"p_left", numberJson(explanation.pLeft)},
                    {"would_decide", std::move(decide)}};
}

void addExplanations(const NetworkModel& model, const NetworkSolution& solution,
                     JsonObject& object) {
  const std::vector<Hypothesis> all = hypotheses(solution, relabelPairs(model));
  if (all.size() > mostExplained) return;
  const Explanations found = explain(solution, all);
  JsonArray fitting;
  for (const Explanation& one : found.fitting) fitting.push_back(explanationJson(model, all, one));
  JsonValue serial;
  if (!found.serial.empty()) serial = explanationJson(model, all, found.serial.back());
  object.emplace_back("glr_critical", all.empty() ? JsonValue() : numberJson(found.critical));
  object.emplace_back("serial_elimination", std::move(serial));
  object.emplace_back("explanations", std::move(fitting));
  object.emplace_back("explanations_found", static_cast<std::int64_t>(found.fittingCount));
  object.emplace_back("explanations_exhaustive", found.exhaustive);
}

Result<JsonValue> denseAnswer(const NetworkModel& model) {
  PLUMBLINE_TRY(solution, reconcileNetwork(model));
  const Figures figures = denseFigures(model, solution);
  JsonObject object = headJson(figures, evaluate(model, solution.values).cwiseAbs().maxCoeff());
  addMeasured(model, figures, object);
  addUnmeasured(model, &solution, object);
  addNodeTables(model, figures, object);
  addCovariance(model, solution, object);
  addExplanations(model, solution, object);
  JsonArray diagnoses = diagnoseModel(model);
  for (JsonValue& one : diagnoseSolution(model, solution)) diagnoses.push_back(std::move(one));
  object.emplace_back("diagnoses", std::move(diagnoses));
  return JsonValue(std::move(object));
}

/// Only what the sparse way can solve: independent errors, straight balances, every flow measured.
bool isSparse(const NetworkModel& model) {
  return model.variables.size() > sparseFrom && model.covariance.size() == 0 && model.linear() &&
         model.withRole(VariableRole::Unmeasured).empty();
}

/// Coefficients of the measured flows; fixed ones go into the constants.
struct SparseModel {
  Eigen::SparseMatrix<double> balances;
  Eigen::VectorXd figures, variances, constants;
};

SparseModel sparseModel(const NetworkModel& model, const std::vector<std::size_t>& measured) {
  std::vector<Eigen::Index> place(model.variables.size(), -1);
  SparseModel made;
  made.figures.resize(static_cast<Eigen::Index>(measured.size()));
  made.variances.resize(made.figures.size());
  for (std::size_t i = 0; i < measured.size(); ++i) {
    const auto at = static_cast<Eigen::Index>(i);
    place[measured[i]] = at;
    made.figures[at] = model.variables[measured[i]].value;
    made.variances[at] = std::pow(model.variables[measured[i]].sd, 2);
  }
  const auto rows = static_cast<Eigen::Index>(model.constraints.size());
  made.constants = Eigen::VectorXd::Zero(rows);
  std::vector<Eigen::Triplet<double>> entries;
  for (Eigen::Index k = 0; k < rows; ++k) {
    const NetworkConstraint& constraint = model.constraints[static_cast<std::size_t>(k)];
    made.constants[k] = constraint.constant;
    for (const NetworkTerm& term : constraint.terms) {
      double factor = term.coef;
      Eigen::Index column = -1;
      for (const std::size_t i : term.vars) {
        if (place[i] >= 0) column = place[i];
        if (place[i] < 0) factor *= model.variables[i].value;
      }
      if (column < 0) made.constants[k] += factor;
      if (column >= 0) entries.emplace_back(k, column, factor);
    }
  }
  made.balances.resize(rows, made.figures.size());
  made.balances.setFromTriplets(entries.begin(), entries.end());
  made.balances.prune([](Eigen::Index, Eigen::Index, double value) { return value != 0; });
  return made;
}

/// The tests of the dense way, from parts of the inverse.
void fillSparseTests(Figures& made, const SparseModel& parts, const SparseNetwork& network,
                     const SparseSolution& solution) {
  const auto information = network.information();
  const Eigen::VectorXd power = parts.balances.transpose() * solution.multipliers;
  made.residual = parts.balances * parts.figures + parts.constants;
  for (Eigen::Index i = 0; i < made.x.size(); ++i) {
    const double own = parts.variances[i];
    const double info = information ? information->flows[i] : 0;
    const double moved = own * own * info;
    const bool tested = information && own > 0 && moved > 1e-12 * own;
    const double change = own * std::abs(power[i]);
    made.sd.push_back(information ? Optional(std::sqrt(std::max(0.0, own - moved))) : std::nullopt);
    made.tests.measurement.push_back(tested ? ratio(change, moved) : std::nullopt);
    made.tests.maxPower.push_back(tested ? ratio(power[i], info) : std::nullopt);
    made.tests.vdi2048.push_back(tested ? ratio(change, std::max(moved, own / 10)) : std::nullopt);
    made.biasT.push_back(tested ? Optional(power[i] * power[i] / info) : std::nullopt);
    made.tests.made += tested ? 1 : 0;
    made.redundant.push_back(parts.balances.col(i).nonZeros() > 0);
  }
  for (Eigen::Index k = 0; k < made.residual.size(); ++k) {
    made.nodal.push_back(ratio(made.residual[k], network.residualVariances()[k]));
    const double own = information ? information->balances[k] : 0;
    const double weight = solution.multipliers[k];
    made.leakT.push_back(own > 0 ? Optional(weight * weight / own) : std::nullopt);
  }
}

Result<JsonValue> sparseAnswer(const NetworkModel& model) {
  const std::vector<std::size_t> measured = model.withRole(VariableRole::Measured);
  const SparseModel parts = sparseModel(model, measured);
  PLUMBLINE_TRY(network, SparseNetwork::create(parts.balances, parts.variances, parts.constants));
  auto solved = network.solve(parts.figures);
  if (!solved) {
    Error error = std::move(solved).error();
    const auto row = static_cast<std::size_t>(error.where.row - 1);
    error.message = Message("%1: %2", std::move(error.message), model.constraints[row].name);
    error.where = {};
    return error;
  }
  Figures figures;
  figures.iterations = 1;
  figures.objective = solved->objective;
  figures.dof = static_cast<double>(network.dof());
  figures.x = solved->x;
  fillSparseTests(figures, parts, network, *solved);
  JsonObject object =
      headJson(figures, (parts.balances * solved->x + parts.constants).cwiseAbs().maxCoeff());
  addMeasured(model, figures, object);
  addUnmeasured(model, nullptr, object);
  addNodeTables(model, figures, object);
  JsonArray diagnoses = diagnoseModel(model);
  if (!network.exact()) {
    diagnoses.push_back(diagnosisJson("too_dense_for_tests",
                                      "The network is so interwoven that only its values are told, "
                                      "without uncertainties and tests of single figures."));
  }
  if (isTooGood(figures.objective, figures.dof)) {
    diagnoses.push_back(tooGoodClosure());
  }
  object.emplace_back("diagnoses", std::move(diagnoses));
  return JsonValue(std::move(object));
}

JsonValue errorJson(const Error& error) {
  return JsonObject{{"message", error.message.text()}, {"found", error.found.text()}};
}

}  // namespace

Result<JsonValue> answerNetwork(const NetworkModel& model) {
  return isSparse(model) ? sparseAnswer(model) : denseAnswer(model);
}

Result<JsonValue> answerNetworkFile(const JsonValue& json) {
  const auto answer = [](const JsonValue& network) -> Result<JsonValue> {
    PLUMBLINE_TRY(model, readNetwork(network));
    return answerNetwork(model);
  };
  if (json.find("cases") == nullptr) return answer(json);
  PLUMBLINE_TRY(cases, json.arrayAt("cases"));
  JsonArray list;
  for (const JsonValue& one : *cases) {
    JsonObject told;
    if (const JsonValue* label = one.find("label")) told.emplace_back("label", *label);
    Result<JsonValue> made = answer(one);
    if (made) {
      told.emplace_back("answer", std::move(made).value());
    } else {
      told.emplace_back("error", errorJson(made.error()));
    }
    list.emplace_back(std::move(told));
  }
  return JsonValue(JsonObject{{"cases", std::move(list)}});
}

}  // namespace plumbline
