// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule uncertainty_not_stated: figures of the balance for which nobody published how exact they
// are. The defaults stand in for them (docs/methods.md, "Defaults"); the reader must know, because
// wide assumptions hide losses. One finding each for scales, stock surveys and declared losses.

#include "model/books/nodes.h"
#include "model/checks/rule.h"
#include "model/checks/uncertainty_not_stated_facts.h"

namespace plumbline {
namespace {

namespace fact = facts::uncertaintyNotStated;
constexpr std::string_view rule = "uncertainty_not_stated";

Finding makeFinding(std::string_view what, std::int64_t count, Mass mass) {
  Finding finding;
  finding.rule = rule;
  finding.severity = Severity::CannotTell;
  finding.group = what;
  finding.amount = mass;
  finding.rowCount = count;
  finding.facts = {fact::what(std::string(what)), fact::mass(mass)};
  return finding;
}

void addScales(const CheckInput& input, std::vector<Finding>& findings) {
  const Reconciliation& reconciliation = input.reconciliation;
  const LedgerSum sum = reconciliation.loads.ledger.sum(-1, dayOf(reconciliation.books.start),
                                                        dayOf(reconciliation.books.end));
  const Mass intake = sum.intakeErrors.massOnUnstatedScales(reconciliation.loads.instruments);
  const Mass out = sum.outErrors.massOnUnstatedScales(reconciliation.loads.instruments);
  if (intake + out == Mass()) return;
  const Loads& loads = reconciliation.loads;
  Finding finding = makeFinding("scales", loads.intakes + loads.shipments, intake + out);
  fact::of.set(finding, sum.intake + sum.received + sum.pending);
  fact::intake.set(finding, intake);
  fact::random.set(finding, Mass::grams(defaultRandomGrams));
  fact::assumedPpm.set(finding, Ppm{defaultSharedMicro});
  findings.push_back(std::move(finding));
}

/// What a query of (publication, mass_g) finds in the plants' books; `counts` may leave rows out.
template <class Counts>
Result<void> addRows(const CheckInput& input, const char* sql, std::string_view what,
                     std::int64_t assumed, std::vector<Finding>& findings, Counts counts) {
  PLUMBLINE_TRY(query, input.database.prepare(sql));
  const PublicationBook& publications = input.reconciliation.books.publications;
  std::int64_t rows = 0;
  Mass mass;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    const PublicationInfo& publication = publications.find(query.integer(0));
    const bool booked = publication.usable && publications.isPlant(publication.party);
    if (!booked || !counts(publication.party, query)) continue;
    ++rows;
    mass += Mass::grams(query.integer(1)).abs();
  }
  if (rows == 0) return {};
  Finding finding = makeFinding(what, rows, mass);
  fact::rows.set(finding, rows);
  fact::assumedPpm.set(finding, Ppm{assumed});
  findings.push_back(std::move(finding));
  return {};
}

Result<CheckOutcome> check(const CheckInput& input) {
  if (!input.reconciliation.balances.whole.applicable) {
    CheckOutcome outcome;  // without a balance nothing rests on the defaults; F16 says why
    outcome.state = CheckState::CannotTell;
    outcome.reason = input.reconciliation.balances.whole.whyNot;
    return outcome;
  }
  std::vector<Finding> findings;
  addScales(input, findings);
  PLUMBLINE_CHECK(addRows(input,
                          "SELECT publication, mass_g FROM current_stocks WHERE "
                          "COALESCE(u_g, 0) <= 0",
                          "surveys", defaultStockMicro, findings,
                          [](int, const Query&) { return true; }));
  PLUMBLINE_CHECK(addRows(input,
                          "SELECT publication, mass_g, to_node, material FROM current_flows WHERE "
                          "COALESCE(u_g, 0) <= 0",
                          "losses", defaultLossMicro, findings, [&](int party, const Query& row) {
                            return isLossNode(row.text(2)) ||
                                   input.reconciliation.books.materials.isLoss(party, row.text(3));
                          }));
  return CheckOutcome::found(std::move(findings));
}

}  // namespace

namespace rules {

extern constinit const Rule uncertaintyNotStated{
    .id = rule,
    .number = "F22",
    .kind = RuleKind::Fact,
    .source = "OIML R 76-1, class III in service; defaults of docs/methods.md",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
