// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/networks/network_diagnoses.h"

#include <algorithm>
#include <cmath>

#include "model/statistics/json_number.h"
#include "model/statistics/tails.h"

namespace plumbline {
namespace {

constexpr std::size_t mostNamed = 20;
constexpr double firstOrderShare = 0.25;  // of the figure: beyond it first order is too little
constexpr double tooGoodTail = 0.01;
constexpr double patternShare = 1e-8;

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), mostNamed); ++i) {
    text += (i == 0 ? "" : ", ") + names[i];
  }
  if (names.size() > mostNamed)
    text += " and " + std::to_string(names.size() - mostNamed) + " more";
  return text;
}

/// One diagnosis over all names, where there are any.
void add(JsonArray& list, std::string_view name, const std::vector<std::string>& names,
         std::string_view text) {
  if (names.empty()) return;
  JsonArray members;
  for (const std::string& member : names) members.emplace_back(member);
  list.push_back(JsonObject{{"name", name},
                            {"text", listed(names) + ": " + std::string(text)},
                            {"members", std::move(members)}});
}

/// +1 or -1 where every term of a linear balance has that sign, else 0.
int oneSign(const NetworkConstraint& constraint) {
  int sign = 0;
  for (const NetworkTerm& term : constraint.terms) {
    if (term.vars.size() != 1) return 0;
    const int own = term.coef > 0 ? 1 : -1;
    if (sign != 0 && own != sign) return 0;
    sign = own;
  }
  return constraint.constant * sign < 0 ? 0 : sign;
}

/// Unmeasured figures that the records leave free together: they can trade with
/// one another.
std::vector<std::vector<std::size_t>> freeGroups(const Eigen::MatrixXd& nullSpace) {
  const auto n = static_cast<std::size_t>(nullSpace.rows());
  // Two figures belong together where their projections into the free space are
  // not orthogonal.
  const Eigen::MatrixXd projection = nullSpace * nullSpace.transpose();
  std::vector<std::vector<std::size_t>> groups;
  std::vector<bool> taken(n, false);
  for (std::size_t i = 0; i < n; ++i) {
    const auto row = static_cast<Eigen::Index>(i);
    if (taken[i] || projection(row, row) <= patternShare * patternShare) continue;
    std::vector<std::size_t> group{i};
    taken[i] = true;
    for (std::size_t next = 0; next < group.size(); ++next) {
      for (std::size_t k = 0; k < n; ++k) {
        const double tie =
            projection(static_cast<Eigen::Index>(group[next]), static_cast<Eigen::Index>(k));
        if (taken[k] || std::abs(tie) <= patternShare) continue;
        taken[k] = true;
        group.push_back(k);
      }
    }
    std::sort(group.begin(), group.end());
    groups.push_back(std::move(group));
  }
  return groups;
}

void addUnobservable(JsonArray& list, const NetworkModel& model, const NetworkSolution& solution) {
  const std::vector<std::size_t> unmeasured = model.withRole(VariableRole::Unmeasured);
  std::vector<std::string> alone;
  for (const auto& group : freeGroups(solution.linear.nullSpace)) {
    std::vector<std::string> names;
    for (const std::size_t i : group) names.push_back(model.variables[unmeasured[i]].name);
    if (names.size() == 1) {
      alone.push_back(names.front());
    } else {
      add(list, "unmeasured_cycle", names,
          "cannot be known from these records: they can trade with one another "
          "unseen");
    }
  }
  add(list, "disconnected_unmeasured", alone,
      "cannot be known from these records: no constraint determines them");
}

void addFirstOrder(JsonArray& list, const NetworkModel& model) {
  if (model.linear()) return;
  std::vector<std::string> names;
  for (const NetworkVariable& variable : model.variables) {
    const bool wide = variable.sd > firstOrderShare * std::abs(variable.value);
    if (variable.role == VariableRole::Measured && wide) names.push_back(variable.name);
  }
  add(list, "first_order_uncertainty", names,
      "uncertainties this large make those of the answer approximate, because "
      "constraints are "
      "products");
}

}  // namespace

bool isTooGood(double objective, double dof) {
  return dof > 0 && chiSquareLowerTail(objective, dof) < tooGoodTail;
}

JsonValue tooGoodClosure() {
  return diagnosisJson("too_good_closure",
                       "The figures agree better than their stated errors allow: stated too large, or "
                       "fitted to each other.");
}

JsonArray diagnoseModel(const NetworkModel& model) {
  JsonArray list;
  std::vector<std::string> exact;
  std::vector<std::string> negative;
  for (const NetworkVariable& variable : model.variables) {
    if (variable.role == VariableRole::Measured && variable.sd == 0) exact.push_back(variable.name);
    if (variable.role != VariableRole::Unmeasured && variable.value < 0) {
      negative.push_back(variable.name);
    }
  }
  std::vector<std::string> noOutput;
  std::vector<std::string> noInput;
  for (const NetworkConstraint& constraint : model.constraints) {
    const int sign = oneSign(constraint);
    if (sign > 0) noOutput.push_back(constraint.name);
    if (sign < 0) noInput.push_back(constraint.name);
  }
  add(list, "zero_uncertainty", exact, "stated to be exact, so they are not moved or tested");
  add(list, "negative_value", negative, "below zero; a flow of mass cannot be");
  add(list, "node_without_input", noInput, "nothing comes in, so all that leaves must be zero");
  add(list, "node_without_output", noOutput, "nothing goes out, so all that comes in must be zero");
  return list;
}

JsonArray diagnoseSolution(const NetworkModel& model, const NetworkSolution& solution) {
  JsonArray list;
  addUnobservable(list, model, solution);
  const std::vector<std::size_t> measured = model.withRole(VariableRole::Measured);
  std::vector<std::string> unchecked;
  for (std::size_t i = 0; i < measured.size(); ++i) {
    if (!solution.linear.redundant[i]) unchecked.push_back(model.variables[measured[i]].name);
  }
  add(list, "unchecked_record", unchecked, "nothing checks these records");
  std::vector<std::string> dependent;
  for (const Eigen::Index row : solution.linear.dependentRows) {
    dependent.push_back(model.constraints[static_cast<std::size_t>(row)].name);
  }
  add(list, "dependent_balance", dependent, "follows from other constraints and adds no check");
  if (solution.linear.dof == 0) {
    list.push_back(diagnosisJson("nothing_to_check",
                                 "No constraint checks a measured figure: there is no test."));
  }
  std::vector<std::string> below;
  for (const std::size_t i : measured) {
    if (solution.values[static_cast<Eigen::Index>(i)] < 0) below.push_back(model.variables[i].name);
  }
  const std::vector<std::size_t> unmeasured = model.withRole(VariableRole::Unmeasured);
  for (std::size_t k = 0; k < unmeasured.size(); ++k) {
    const bool negative = solution.values[static_cast<Eigen::Index>(unmeasured[k])] < 0;
    if (solution.linear.observable[k] && negative) {
      below.push_back(model.variables[unmeasured[k]].name);
    }
  }
  add(list, "negative_estimate", below,
      "come out below zero; no bound was set, and no flow of mass can be so");
  addFirstOrder(list, model);
  if (isTooGood(solution.linear.objective, static_cast<double>(solution.linear.dof))) {
    list.push_back(tooGoodClosure());
  }
  return list;
}

}  // namespace plumbline
