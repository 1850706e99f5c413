// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>
#include <set>

#include "model/checks/broken_signature_facts.h"
#include "model/checks/load_findings.h"
#include "model/checks/rule_list.h"

namespace plumbline {
namespace {

namespace fact = facts::brokenSignature;
constexpr std::string_view brokenStates[] = {"bad_signature", "unknown_key", "malformed",
                                             "table_missing", "missing",     "mismatch",
                                             "unreadable",    "stranger_key", "other_role",
                                             "key_retired",   "key_revoked"};

/// What an altered byte explains, and nothing else does. A key nobody named and a table that is not
/// here are gaps in what the user has, no conflict.
constexpr std::string_view alteredStates[] = {"bad_signature", "malformed", "mismatch"};

bool isAltered(std::string_view state) {
  return std::find(std::begin(alteredStates), std::end(alteredStates), state) !=
         std::end(alteredStates);
}

bool isSound(std::string_view state) {
  return std::find(std::begin(brokenStates), std::end(brokenStates), state) ==
         std::end(brokenStates);
}

/// Anybody can write a file in a party's name: only what its own log holds is a conflict.
bool isInOwnLog(const CheckInput& input, std::int64_t publication) {
  if (input.evidence == nullptr) return false;
  const auto& all = input.evidence->publications;
  return std::any_of(all.begin(), all.end(), [publication](const PublicationView& view) {
    return view.id == publication && isNotInForce(view.state) && view.inOwnLog;
  });
}

Result<CheckOutcome> check(const CheckInput& input) {
  // One finding a publication: its own state, or else the state of its first unsound table; an
  // altered one comes before one that is only not here.
  PLUMBLINE_TRY(query, input.database.prepare(
                           "SELECT p.id, p.party, p.sequence, p.origin, p.log_index, "
                           "p.state, p.period_start_ms, t.state, t.name FROM publications p "
                           "LEFT JOIN publication_tables t ON t.publication = p.id "
                           "ORDER BY p.party, p.sequence, p.origin, p.log_index, "
                           "p.id, t.state <> 'mismatch', t.name"));
  std::vector<Finding> findings;
  std::set<std::int64_t> told;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    const bool tableIsSound = query.isNull(7) || isSound(query.text(7));
    const bool tableIsAltered = !tableIsSound && isAltered(query.text(7));
    if (isSound(query.text(5)) && tableIsSound) continue;
    if (!told.insert(query.integer(0)).second) continue;
    const auto party = input.reconciliation.books.publications.find(query.integer(0)).party;
    Finding finding;
    finding.rule = rules::brokenSignature.id;
    const bool ownState = !isSound(query.text(5)) && !(tableIsAltered && !isAltered(query.text(5)));
    const std::string state(ownState ? query.text(5) : query.text(7));
    const bool owned = isInOwnLog(input, query.integer(0));
    finding.severity = isAltered(state) || owned ? Severity::Conflict : Severity::CannotTell;
    finding.group = std::string(query.text(1)) + ", publication " +
                    std::to_string(query.integer(2)) + ", " + std::string(query.text(3)) + ", " +
                    std::to_string(query.integer(4));
    finding.time = Timestamp::milliseconds(query.integer(6));
    finding.rowCount = 1;
    const auto& parties = input.reconciliation.books.publications.parties();
    finding.facts = {fact::party(parties[static_cast<std::size_t>(party)].shownName()),
                     fact::sequence(query.integer(2)), fact::state(state)};
    if (owned) fact::ownLog.set(finding, std::int64_t{1});
    if (!tableIsSound) fact::table.set(finding, std::string(query.text(8)));
    findings.push_back(std::move(finding));
  }
  return CheckOutcome::found(std::move(findings));
}

}  // namespace

namespace rules {

extern constinit const Rule brokenSignature{
    .id = "broken_signature",
    .number = "F19",
    .kind = RuleKind::Fact,
    .source = "RFC 8032; DSSE v1; docs/file-format.md",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
