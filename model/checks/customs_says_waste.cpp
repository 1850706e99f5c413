// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule customs_says_waste: the plant lists the material as a product, and declares the same load to
// customs as waste or scrap.

#include "model/checks/code_groups.h"
#include "model/checks/customs_says_waste_facts.h"
#include "model/checks/rule_list.h"

namespace plumbline {
namespace {

namespace fact = facts::customsSaysWaste;

Result<CheckOutcome> check(const CheckInput& input) {
  const MaterialBook& materials = input.reconciliation.books.materials;
  CodeGroups groups(rules::customsSaysWaste.id);
  bool any = false;
  const auto look = [&](const LoadFigures& load) {
    const CommodityEntry* const commodity = materials.reference().commodity(load.hsCode);
    if (commodity == nullptr) return;
    any = true;
    const MaterialMeaning meaning =
        materials.sent({load.party, load.material, load.lowCode, load.operation});
    if (!commodity->scrap || meaning.materialClass != MaterialClass::Product) return;
    const std::string group = std::string(load.material) + '\t' + commodity->code;
    groups.add(input, group, load, load.net.inGrams(), [&] {
      return Facts{fact::material(std::string(materials.nameOf(load.party, load.material))),
                   fact::code(std::string(load.hsCode)),
                   fact::about(commodity->about)};
    });
  };
  PLUMBLINE_CHECK(eachLoad(input, "hs_code IS NOT NULL", look));
  return any ? CheckOutcome::found(groups.findings()) : nothingStated("no_customs_codes");
}

}  // namespace

namespace rules {

extern constinit const Rule customsSaysWaste{
    .id = "customs_says_waste",
    .number = "F30",
    .kind = RuleKind::Fact,
    .source = "Harmonized System, headings of waste and scrap",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
