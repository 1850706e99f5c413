// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A rule: its number in docs/methods.md, its source, whether it is a fact (a signed record against
// a signed record) or a statistic (an estimate with an error rate), the facts its findings have and
// the check that makes them. All of it stands in model/checks/<rule>.cpp; rule_list.h has a line
// for each.

#include <span>
#include <string_view>

#include "model/checks/check.h"
#include "model/checks/fact.h"

namespace plumbline {

enum class RuleKind { Fact, Statistic };

/// What has to be whole before a rule may say that something is absent (gap_guard.h).
struct RuleNeeds {
  std::span<const Table> tables = {};
  bool atItsTime = false;  // else at any time: the rule adds up over all of it
};
/// The tables that the balance is made of.
inline constexpr std::array balanceTables = {Table::Materials, Table::Intakes,   Table::Flows,
                                             Table::Stocks,    Table::Shipments, Table::Receipts};

struct Rule {
  std::string_view id;  // "material_changed"
  std::string_view
      number;  // "F12" as in docs/methods.md. It is for good: reports out there name it
  RuleKind kind = RuleKind::Fact;
  std::string_view source;  // regulation, paper or "own rule"
  std::span<const FactInfo> facts;
  RuleCheck check = {};
  RuleNeeds needs = {};
};

/// In the order of rule_list.h.
[[nodiscard]] std::span<const Rule* const> allRules();
[[nodiscard]] const Rule* findRule(std::string_view id);

}  // namespace plumbline
