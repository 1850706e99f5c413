// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Facts against what their rule declares (fact.h).

#include <algorithm>
#include <atomic>
#include <cassert>

#include "model/checks/rule.h"

namespace plumbline {
namespace {

std::atomic<FactFaultHandler> faultHandler = nullptr;

void tellFault(const Finding& finding, std::string_view fact, std::string_view what) {
  const FactFaultHandler handler = faultHandler;
  assert(handler != nullptr && "a fact is not as its rule declares it");
  if (handler != nullptr) {
    handler(finding.rule + ": " + std::string(fact) + " " + std::string(what));
  }
}

constexpr std::array ofAnyRule = factList(facts::reason, facts::more, facts::gap);

const FactInfo* declaration(const Finding& finding, std::string_view name) {
  const auto same = [name](const FactInfo& fact) { return fact.name == name; };
  const auto common = std::find_if(ofAnyRule.begin(), ofAnyRule.end(), same);
  if (common != ofAnyRule.end()) return &*common;
  const Rule* const rule = findRule(finding.rule);
  if (rule == nullptr) return nullptr;
  const auto own = std::find_if(rule->facts.begin(), rule->facts.end(), same);
  return own != rule->facts.end() ? &*own : nullptr;
}

}  // namespace

const FactValue* readFact(const Finding& finding, const FactInfo& fact) {
  const FactInfo* const declared = declaration(finding, fact.name);
  if (declared == nullptr || declared->type != fact.type) {
    tellFault(finding, fact.name,
              declared == nullptr ? "is read but not declared" : "is read as another type");
    return nullptr;
  }
  const FactValue* const value = finding.facts.find(fact.name);
  if (value == nullptr) {
    if (!fact.optional) tellFault(finding, fact.name, "is read but not there");
    return nullptr;
  }
  if (value->index() == fact.type) return value;
  tellFault(finding, fact.name, "is of another type");
  return nullptr;
}

bool isWhole(const Finding& finding) {
  return !facts::reason.isIn(finding) && !facts::more.isIn(finding);
}

std::vector<std::string> factFaults(const Finding& finding) {
  const Rule* const rule = findRule(finding.rule);
  if (rule == nullptr) return {finding.rule + " is no rule"};
  std::vector<std::string> faults;
  const auto tell = [&](std::string_view fact, const char* what) {
    faults.push_back(finding.rule + ": " + std::string(fact) + what);
  };
  for (const auto& [name, value] : finding.facts.list()) {
    const FactInfo* const declared = declaration(finding, name);
    if (declared == nullptr) {
      tell(name, " is not declared");
    } else if (declared->type != value.index()) {
      tell(name, " is declared as another type");
    }
  }
  if (!isWhole(finding)) return faults;
  for (const FactInfo& fact : rule->facts) {
    if (!fact.optional && finding.facts.find(fact.name) == nullptr) tell(fact.name, " is missing");
  }
  return faults;
}

void setFactFaultHandler(FactFaultHandler handler) {
  faultHandler = handler;
}

void tellMissingFact(const Finding& finding, std::string_view fact) {
  tellFault(finding, fact, "is told but not there");
}

}  // namespace plumbline
