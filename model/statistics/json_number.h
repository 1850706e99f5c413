// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Numbers of the researchers' files (series, networks) as doubles, and back.

#include <string_view>

#include <Eigen/Dense>

#include "crypto/json.h"

namespace plumbline {

/// Larger figures are no masses in any unit somebody would write; their squares stay finite.
inline constexpr double largestJsonNumber = 1e15;

/// An integer or decimal of at most 1e15 either way. Errors: Malformed names the value by `where`.
[[nodiscard]] Result<double> numberOf(const JsonValue& value, std::string_view where);
/// Member of an object. Errors: Malformed where it is missing, null or no number.
[[nodiscard]] Result<double> numberAt(const JsonValue& object, std::string_view member,
                                      std::string_view where);
/// The same, within bounds. Errors: BadValue besides.
[[nodiscard]] Result<double> numberAt(const JsonValue& object, std::string_view member,
                                      std::string_view where, double least, double most);

/// Shortest text that reads back as the same double; null where it is not finite.
[[nodiscard]] JsonValue numberJson(double value);
[[nodiscard]] JsonValue numbersJson(const Eigen::VectorXd& values);
[[nodiscard]] JsonValue matrixJson(const Eigen::MatrixXd& values);

/// A named thing that a reader of the answer must know: {"name": ..., "text": ...}.
[[nodiscard]] JsonValue diagnosisJson(std::string_view name, std::string text);

}  // namespace plumbline
