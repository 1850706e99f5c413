// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule customs_says_waste: the plant lists the material as a product, and declares the same load to
// customs as waste or scrap.

#include "model/checks/checks.h"
#include "model/checks/code_groups.h"

namespace plumbline {

Result<CheckOutcome> checkCustomsSaysWaste(const CheckInput& input) {
  const MaterialBook& materials = input.reconciliation.books.materials;
  CodeGroups groups("customs_says_waste");
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
      return Facts{{"material", std::string(materials.nameOf(load.party, load.material))},
                   {"code", std::string(load.hsCode)},
                   {"about", commodity->about}};
    });
  };
  PLUMBLINE_CHECK(eachLoad(input, "hs_code IS NOT NULL", look));
  return any ? CheckOutcome::found(groups.findings()) : nothingStated("no_customs_codes");
}

}  // namespace plumbline
