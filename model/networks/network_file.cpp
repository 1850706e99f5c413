// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/networks/network_file.h"

#include <cmath>
#include <unordered_map>

#include "model/statistics/json_number.h"

namespace plumbline {
namespace {

constexpr double sdPerHalfWidth = 1.96;  // of a 95 % half width (VDI 2048)
constexpr double sameShare = 1e-3;       // sd and half width may be rounded

using Names = std::unordered_map<std::string, std::size_t>;

Error malformed(Message message) {
  return {ErrorCode::Malformed, std::move(message)};
}

Result<VariableRole> roleOf(const JsonValue& variable, const std::string& where) {
  PLUMBLINE_TRY(role, variable.stringAt("role"));
  if (role == "measured") return VariableRole::Measured;
  if (role == "unmeasured") return VariableRole::Unmeasured;
  if (role == "fixed") return VariableRole::Fixed;
  return Error{.code = ErrorCode::BadValue,
               .message = Message("member %1.role is unknown", where),
               .found = role.substr(0, 60),
               .expected = "measured, unmeasured or fixed"};
}

/// The standard uncertainty, from "sd", from "half_width_95", or from both
/// where they agree.
Result<double> sdOf(const JsonValue& variable, const NetworkVariable& made,
                    const std::string& where) {
  const bool hasSd = variable.find("sd") != nullptr;
  const bool hasWidth = variable.find("half_width_95") != nullptr;
  double fromWidth = 0;
  if (hasWidth) {
    PLUMBLINE_TRY(width, numberAt(variable, "half_width_95", where, 0, largestJsonNumber));
    fromWidth = width / sdPerHalfWidth;
  }
  if (!hasSd && hasWidth) return fromWidth;
  if (!hasSd) {
    return Error{ErrorCode::BadValue,
                 Message("missing_uncertainty: %1 is measured, but has no sd; 0 says that it is exact",
                         made.name)};
  }
  PLUMBLINE_TRY(sd, numberAt(variable, "sd", where, 0, largestJsonNumber));
  if (hasWidth && std::abs(sd - fromWidth) > sameShare * sd) {
    return Error{ErrorCode::BadValue, Message("sd and half_width_95 of %1 do not agree", made.name)};
  }
  return sd;
}

Result<NetworkVariable> readVariable(const JsonValue& json, const std::string& where) {
  NetworkVariable made;
  const auto name = json.stringAt("name");
  if (!name || name->empty()) return malformed(Message("member %1.name is missing or no text", where));
  made.name = *name;
  PLUMBLINE_TRY(role, roleOf(json, where));
  made.role = role;
  if (role == VariableRole::Unmeasured) {
    const JsonValue* start = json.find("start");
    if (start == nullptr || start->isNull()) return made;
    PLUMBLINE_TRY(value, numberAt(json, "start", where));
    made.value = value;
    return made;
  }
  PLUMBLINE_TRY(value, numberAt(json, "value", where));
  made.value = value;
  if (role == VariableRole::Measured) {
    PLUMBLINE_TRY(sd, sdOf(json, made, where));
    made.sd = sd;
  }
  return made;
}

Result<Names> readVariables(const JsonValue& json, NetworkModel& model) {
  PLUMBLINE_TRY(list, json.arrayAt("variables"));
  if (list->empty()) return malformed("the network has no variables");
  Names names;
  for (std::size_t i = 0; i < list->size(); ++i) {
    PLUMBLINE_TRY(variable, readVariable((*list)[i], "variables[" + std::to_string(i) + "]"));
    if (!names.emplace(variable.name, i).second) {
      return Error{ErrorCode::Duplicate, "two variables have one name", {}, variable.name};
    }
    model.variables.push_back(std::move(variable));
  }
  return names;
}

Result<std::size_t> variableOf(const JsonValue& name, const Names& names,
                               const std::string& where) {
  const std::string* text = name.string();
  if (text == nullptr) return malformed(Message("%1 is not the name of a variable", where));
  const auto found = names.find(*text);
  if (found != names.end()) return found->second;
  return Error{.code = ErrorCode::BadValue,
               .message = Message("%1 names a variable that is not there", where),
               .found = text->substr(0, 60)};
}

Result<NetworkTerm> readTerm(const JsonValue& json, const Names& names, const std::string& where) {
  NetworkTerm term;
  PLUMBLINE_TRY(coef, numberAt(json, "coef", where));
  term.coef = coef;
  const JsonValue* vars = json.find("vars");
  if (vars == nullptr || vars->array() == nullptr || vars->array()->empty()) {
    return malformed(Message("member %1.vars is missing or empty", where));
  }
  if (vars->array()->size() > mostFactors) {
    return Error{.code = ErrorCode::TooLarge,
                 .message = Message("member %1.vars has too many factors", where),
                 .expected = Message("at most %1", mostFactors)};
  }
  for (const JsonValue& name : *vars->array()) {
    PLUMBLINE_TRY(index, variableOf(name, names, "member " + where + ".vars"));
    term.vars.push_back(index);
  }
  return term;
}

Result<void> readConstraints(const JsonValue& json, const Names& names, NetworkModel& model) {
  PLUMBLINE_TRY(list, json.arrayAt("constraints"));
  for (std::size_t k = 0; k < list->size(); ++k) {
    const JsonValue& entry = (*list)[k];
    const std::string where = "constraints[" + std::to_string(k) + "]";
    NetworkConstraint made;
    const auto name = entry.stringAt("name");
    made.name = name ? *name : where;
    const JsonValue* terms = entry.find("terms");
    if (terms == nullptr || terms->array() == nullptr || terms->array()->empty()) {
      return malformed(Message("member %1.terms is missing or empty", where));
    }
    for (std::size_t i = 0; i < terms->array()->size(); ++i) {
      PLUMBLINE_TRY(
          term, readTerm((*terms->array())[i], names, where + ".terms[" + std::to_string(i) + "]"));
      made.terms.push_back(std::move(term));
    }
    if (entry.find("const") != nullptr) {
      PLUMBLINE_TRY(constant, numberAt(entry, "const", where));
      made.constant = constant;
    }
    model.constraints.push_back(std::move(made));
  }
  return {};
}

/// Rows of numbers, all of one length.
Result<Eigen::MatrixXd> readMatrix(const JsonValue& json, std::string_view member,
                                   Eigen::Index columns) {
  PLUMBLINE_TRY(rows, json.arrayAt(member));
  Eigen::MatrixXd made(static_cast<Eigen::Index>(rows->size()), columns);
  for (Eigen::Index i = 0; i < made.rows(); ++i) {
    const JsonValue& row = (*rows)[static_cast<std::size_t>(i)];
    const std::string where = std::string(member) + "[" + std::to_string(i) + "]";
    if (row.array() == nullptr || static_cast<Eigen::Index>(row.array()->size()) != columns) {
      return malformed(Message("%1 does not have %2 numbers", where, columns));
    }
    for (Eigen::Index j = 0; j < columns; ++j) {
      PLUMBLINE_TRY(number, numberOf((*row.array())[static_cast<std::size_t>(j)], where));
      made(i, j) = number;
    }
  }
  return made;
}

void addRows(const Eigen::MatrixXd& rows, NetworkModel& model) {
  for (Eigen::Index i = 0; i < rows.rows(); ++i) {
    NetworkConstraint made;
    made.name = "node " + std::to_string(i + 1);
    for (Eigen::Index j = 0; j < rows.cols(); ++j) {
      if (rows(i, j) != 0) made.terms.push_back({rows(i, j), {static_cast<std::size_t>(j)}});
    }
    model.constraints.push_back(std::move(made));
  }
}

/// One correlation: two names and one number, in a list or in an object with
/// any member names.
Result<void> readCorrelation(const JsonValue& json, const Names& names, const std::string& where,
                             std::vector<std::size_t>& pair, double& value) {
  std::vector<const JsonValue*> parts;
  if (json.array() != nullptr) {
    for (const JsonValue& part : *json.array()) parts.push_back(&part);
  } else if (json.object() != nullptr) {
    for (const auto& [name, part] : *json.object()) {
      if (part.array() == nullptr) parts.push_back(&part);
      if (part.array() == nullptr) continue;
      for (const JsonValue& inner : *part.array()) parts.push_back(&inner);
    }
  }
  int numbers = 0;
  for (const JsonValue* part : parts) {
    if (part->string() != nullptr) {
      PLUMBLINE_TRY(index, variableOf(*part, names, where));
      pair.push_back(index);
    } else {
      PLUMBLINE_TRY(number, numberOf(*part, where));
      value = number;
      ++numbers;
    }
  }
  if (pair.size() == 2 && pair[0] != pair[1] && numbers == 1 && std::abs(value) <= 1) return {};
  return Error{.code = ErrorCode::BadValue,
               .message = Message("%1 is no correlation", where),
               .found = json.dump().substr(0, 80),
               .expected = "two names of measured variables and a number from -1 to 1"};
}

Result<void> readCorrelations(const JsonValue& json, const Names& names, NetworkModel& model) {
  if (json.find("correlations") == nullptr) return {};
  PLUMBLINE_TRY(list, json.arrayAt("correlations"));
  if (list->empty()) return {};
  const std::vector<std::size_t> measured = model.withRole(VariableRole::Measured);
  if (measured.size() > mostCorrelated) {
    return Error{.code = ErrorCode::TooLarge,
                 .message = "the network is too large for correlations",
                 .expected = Message("at most %1 measured variables", mostCorrelated)};
  }
  std::vector<Eigen::Index> place(model.variables.size(), -1);
  Eigen::VectorXd sd(static_cast<Eigen::Index>(measured.size()));
  for (std::size_t i = 0; i < measured.size(); ++i) {
    place[measured[i]] = static_cast<Eigen::Index>(i);
    sd[static_cast<Eigen::Index>(i)] = model.variables[measured[i]].sd;
  }
  model.covariance = sd.cwiseAbs2().asDiagonal();
  for (std::size_t i = 0; i < list->size(); ++i) {
    const std::string where = "correlations[" + std::to_string(i) + "]";
    std::vector<std::size_t> pair;
    double value = 0;
    PLUMBLINE_CHECK(readCorrelation((*list)[i], names, where, pair, value));
    const Eigen::Index a = place[pair[0]];
    const Eigen::Index b = place[pair[1]];
    if (a < 0 || b < 0) return malformed(Message("%1 names a variable that is not measured", where));
    model.covariance(a, b) = model.covariance(b, a) = value * sd[a] * sd[b];
  }
  return {};
}

/// {"A": [[...]], "y": [...], "S": [[...]]}: flows x1, x2, ...
Result<NetworkModel> readMatrices(const JsonValue& json) {
  NetworkModel model;
  PLUMBLINE_TRY(figures, json.arrayAt("y"));
  const auto n = static_cast<Eigen::Index>(figures->size());
  if (n == 0) return malformed("the network has no variables");
  if (figures->size() > mostCorrelated) {
    return Error{ErrorCode::TooLarge, "the network is too large for a covariance matrix"};
  }
  PLUMBLINE_TRY(balances, readMatrix(json, "A", n));
  PLUMBLINE_TRY(covariance, readMatrix(json, "S", n));
  if (covariance.rows() != n) return malformed("S does not have a row for each y");
  if ((covariance.diagonal().array() < 0).any()) {
    return Error{ErrorCode::BadValue, "S has a negative variance"};
  }
  for (Eigen::Index i = 0; i < n; ++i) {
    PLUMBLINE_TRY(
        value, numberOf((*figures)[static_cast<std::size_t>(i)], "y[" + std::to_string(i) + "]"));
    model.variables.push_back(
        {"x" + std::to_string(i + 1), VariableRole::Measured, value, std::sqrt(covariance(i, i))});
  }
  model.covariance = std::move(covariance);
  addRows(balances, model);
  return model;
}

}  // namespace

Result<NetworkModel> readNetwork(const JsonValue& json) {
  if (json.object() == nullptr) return malformed("the network is not a JSON object");
  if (json.find("variables") == nullptr && json.find("A") != nullptr) return readMatrices(json);
  NetworkModel model;
  PLUMBLINE_TRY(names, readVariables(json, model));
  if (json.find("constraints") != nullptr) {
    PLUMBLINE_CHECK(readConstraints(json, names, model));
  } else if (json.find("incidence") != nullptr) {
    PLUMBLINE_TRY(rows,
                  readMatrix(json, "incidence", static_cast<Eigen::Index>(model.variables.size())));
    addRows(rows, model);
  }
  if (model.constraints.empty()) return malformed("the network has no constraints");
  PLUMBLINE_CHECK(readCorrelations(json, names, model));
  return model;
}

}  // namespace plumbline
