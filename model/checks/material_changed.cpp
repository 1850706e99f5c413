// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/load_checks.h"
#include "model/checks/material_changed_facts.h"
#include "model/checks/rule_list.h"

namespace plumbline {
namespace {

namespace fact = facts::materialChanged;

Result<CheckOutcome> check(const CheckInput& input) {
  const auto refine = [](const LoadException& load, Finding& finding) {
    fact::receivedAsUseful.set(finding, load.shipped - load.amount);
  };
  const auto disputed = [](const LoadException& load, Finding& finding) {
    fact::receivedAsUseful.set(finding, load.shipped - load.amount);
    fact::receivedAs.set(finding, std::string(toText(MaterialClass::Residue)));
    fact::disputed.set(finding, std::int64_t{1});
  };
  return compareLoads(
      input,
      {{LoadKind::MaterialChanged, rules::materialChanged.id, Severity::Contradiction, refine},
       {LoadKind::MaterialDisputed, rules::materialChanged.id, Severity::Conflict, disputed},
       {LoadKind::HazardDropped, rules::hazardDropped.id, Severity::Conflict}});
}

}  // namespace

namespace rules {

extern constinit const Rule materialChanged{
    .id = "material_changed",
    .number = "F7",
    .kind = RuleKind::Fact,
    .source = "40 CFR 264.72(b), difference in type; Basel Convention Art. 9.1",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
