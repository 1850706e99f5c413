// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rule catalogue: for each rule its number in docs/methods.md, its source and whether it is a
// fact (a signed record against a signed record) or a statistic (an estimate with an error rate).

#include <span>
#include <string_view>

namespace plumbline {

enum class RuleKind { Fact, Statistic };

struct Rule {
  std::string_view id;      // "material_changed"
  std::string_view number;  // "F12" as in docs/methods.md
  RuleKind kind;
  std::string_view source;  // regulation, paper or "own rule"
};

[[nodiscard]] std::span<const Rule> allRules();
[[nodiscard]] const Rule* findRule(std::string_view id);

}  // namespace plumbline
