// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule operation_not_final: useful loads that were sent for an operation that is not the end of
// their way: stored, mixed or exchanged (R12, R13). Nobody signed for where they ended. The verdict
// counts them as not confirmed; this says how much of it is there for that reason.

#include "model/checks/code_groups.h"
#include "model/checks/operation_not_final_facts.h"
#include "model/checks/rule_list.h"

namespace plumbline {
namespace {

namespace fact = facts::operationNotFinal;

/// "words IN (3,17)": the sets of words with such an operation, which are few. Empty: none.
Result<std::string> conditionOf(const CheckInput& input) {
  const ReferenceTables& reference = input.reconciliation.books.materials.reference();
  PLUMBLINE_TRY(query, input.database.prepare("SELECT id, operation FROM load_words"));
  std::string numbers;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    if (operationOf(query.text(1), reference) != Operation::Interim) continue;
    // A file with other words in every row gets its rows looked at one by one.
    if (numbers.size() > 100'000) return std::string("operation IS NOT NULL");
    if (!numbers.empty()) numbers += ',';
    numbers += std::to_string(query.integer(0));
  }
  return numbers.empty() ? std::string() : "words IN (" + numbers + ")";
}

class OperationNotFinal : public LoadLook {
 public:
  OperationNotFinal(const CheckInput& input, std::string condition)
      : m_input(input), m_condition(std::move(condition)) {}

  std::string condition() const override { return m_condition; }

  void look(const LoadFigures& load) override {
    const MaterialBook& materials = m_input.reconciliation.books.materials;
    const std::string operation = plainOperation(load.operation);
    const OperationEntry* const entry = materials.reference().operation(operation);
    if (entry == nullptr || entry->final || entry->kind != OperationKind::Recovery) return;
    if (!isUseful(materials.sent({load.party, load.material, load.lowCode, load.operation})
                      .materialClass)) {
      return;
    }
    const std::string group = std::string(load.consignee) + '\t' + operation;
    m_groups.add(m_input, group, load, load.net.inGrams(), [&] {
      return Facts{fact::receiver(std::string(load.consignee)),
                   fact::operation(operation),
                   fact::about(entry->about)};
    });
  }

  CheckOutcome outcome() const override {
    if (m_input.reconciliation.loads.shipments == 0) {
      return CheckOutcome::cannotTell(rules::operationNotFinal.id, "no_shipments");
    }
    return CheckOutcome::found(m_groups.findings());
  }

 private:
  const CheckInput& m_input;
  std::string m_condition;
  CodeGroups m_groups{rules::operationNotFinal.id};
};

Result<std::unique_ptr<LoadLook>> check(const CheckInput& input) {
  PLUMBLINE_TRY(condition, conditionOf(input));
  return makeLook<OperationNotFinal>(input, std::move(condition));
}

}  // namespace

namespace rules {

extern constinit const Rule operationNotFinal{
    .id = "operation_not_final",
    .number = "F27",
    .kind = RuleKind::Fact,
    .source = "Directive 2008/98/EC annex II, R12 and R13",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
