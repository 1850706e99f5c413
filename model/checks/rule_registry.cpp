// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "model/checks/rule_list.h"

namespace plumbline {
namespace {

#define PLUMBLINE_ADDRESS(rule) &rules::rule,
constexpr std::array all = {PLUMBLINE_RULES(PLUMBLINE_ADDRESS)};
#undef PLUMBLINE_ADDRESS

}  // namespace

std::span<const Rule* const> allRules() {
  return all;
}

const Rule* findRule(std::string_view id) {
  const auto found =
      std::find_if(all.begin(), all.end(), [id](const Rule* rule) { return rule->id == id; });
  return found == all.end() ? nullptr : *found;
}

}  // namespace plumbline
