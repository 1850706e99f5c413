// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Looks that come in many loads at once: one finding a group, with its loads, its mass and the load
// that shows it most clearly.

#include <functional>
#include <map>

#include "model/checks/load_look.h"

namespace plumbline {

class CodeGroups {
 public:
  explicit CodeGroups(std::string_view rule) : m_rule(rule) {}
  /// `clearness`: the load with the greatest is named; the first of equals.
  void add(const CheckInput& input, const std::string& group, const LoadFigures& load,
           std::int64_t clearness, const std::function<Facts()>& facts);
  /// Looks, by group; at most 200, the heaviest, and one for the rest.
  [[nodiscard]] std::vector<Finding> findings() const;

 private:
  struct Sum {
    std::int64_t clearness = 0;
    Finding finding;
  };
  std::string_view m_rule;
  std::map<std::string, Sum> m_groups;
};

/// Cannot tell, for a check whose figures nobody states; without a finding.
[[nodiscard]] CheckOutcome nothingStated(std::string reason);

}  // namespace plumbline
