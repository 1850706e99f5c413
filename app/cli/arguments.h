// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Command-line arguments: positional words and declared options, in any order. "--" ends options.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "crypto/result.h"

namespace plumbline::cli {

struct Option {
  std::string name;   // "--out"
  std::string value;  // what stands for the value in the usage line; empty: a flag without value
  bool repeatable = false;
  bool required = false;  // shown without brackets; the command itself asks for it
};

class Arguments {
 public:
  /// Errors: Usage for an unknown option, a missing value, an option given twice that is
  /// not repeatable.
  [[nodiscard]] static Result<Arguments> parse(const std::vector<std::string>& words,
                                               const std::vector<Option>& options);
  [[nodiscard]] const std::vector<std::string>& positional() const { return m_positional; }
  [[nodiscard]] bool has(const std::string& name) const { return m_values.contains(name); }
  /// The first value where the option is repeatable.
  [[nodiscard]] std::optional<std::string> value(const std::string& name) const;
  /// All values in the order of the command line.
  [[nodiscard]] std::vector<std::string> values(const std::string& name) const;
  /// Every positional word and every value of an option.
  [[nodiscard]] std::vector<std::string> allWords() const;
  /// Errors: Usage where the value is not a whole number within the bounds.
  [[nodiscard]] Result<std::int64_t> integer(const std::string& name, std::int64_t fallback,
                                             std::int64_t least, std::int64_t most) const;

 private:
  std::vector<std::string> m_positional;
  std::map<std::string, std::vector<std::string>> m_values;
};

}  // namespace plumbline::cli
