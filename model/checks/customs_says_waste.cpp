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

class CustomsSaysWaste : public LoadLook {
 public:
  explicit CustomsSaysWaste(const CheckInput& input) : m_input(input) {}

  std::string condition() const override { return "hs_code IS NOT NULL"; }

  void look(const LoadFigures& load) override {
    const MaterialBook& materials = m_input.reconciliation.books.materials;
    const CommodityEntry* const commodity = materials.reference().commodity(load.hsCode);
    if (commodity == nullptr) return;
    m_any = true;
    const MaterialMeaning meaning =
        materials.sent({load.party, load.material, load.lowCode, load.operation});
    if (!commodity->scrap || meaning.materialClass != MaterialClass::Product) return;
    const std::string group = std::string(load.material) + '\t' + commodity->code;
    m_groups.add(m_input, group, load, load.net.inGrams(), [&] {
      return Facts{fact::material(std::string(materials.nameOf(load.party, load.material))),
                   fact::code(std::string(load.hsCode)),
                   fact::about(commodity->about)};
    });
  }

  CheckOutcome outcome() const override {
    return m_any ? CheckOutcome::found(m_groups.findings()) : nothingStated("no_customs_codes");
  }

 private:
  const CheckInput& m_input;
  CodeGroups m_groups{rules::customsSaysWaste.id};
  bool m_any = false;
};

Result<std::unique_ptr<LoadLook>> check(const CheckInput& input) {
  return makeLook<CustomsSaysWaste>(input);
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
