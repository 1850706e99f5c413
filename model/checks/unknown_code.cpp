// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule unknown_code: codes that stand in no list. Nothing can be compared by such a code, and a code
// that nobody knows hides what a load is. One finding a party, field and code.

#include <map>

#include "model/checks/load_findings.h"
#include "model/checks/rule.h"
#include "model/checks/unknown_code_facts.h"
#include "model/store/current_records.h"

namespace plumbline {
namespace {

namespace fact = facts::unknownCode;
constexpr std::string_view rule = "unknown_code";
constexpr std::size_t mostFindings = 200;

/// A set of words of loads with such a code. Rows are counted only where there are any.
struct OddWord {
  std::string field, code, state;
};
using OddWords = std::multimap<std::int64_t, OddWord>;  // by the number of the set

std::string_view stateOfWaste(std::string_view code, const ReferenceTables& reference) {
  const std::optional<WasteCode> parsed = wasteCodeOf(code);
  if (!parsed) return "malformed";
  const WasteEntry* const entry = reference.wasteEntry(parsed->digits);
  if (entry == nullptr) return "not_listed";
  return parsed->starred && !entry->hazardous ? "star" : "";
}

Result<OddWords> oddWords(const CheckInput& input) {
  const ReferenceTables& reference = input.reconciliation.books.materials.reference();
  OddWords odd;
  PLUMBLINE_TRY(query, input.database.prepare("SELECT id, low_code, operation FROM load_words"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return odd;
    const std::string_view code = query.text(1);
    const std::string_view state = code.empty() ? "" : stateOfWaste(code, reference);
    if (!state.empty()) {
      odd.emplace(query.integer(0), OddWord{"low_code", std::string(code), std::string(state)});
    }
    const std::string_view operation = query.text(2);
    if (!operation.empty() && reference.operation(plainOperation(operation)) == nullptr) {
      odd.emplace(query.integer(0), OddWord{"operation", std::string(operation), "not_listed"});
    }
  }
}

class Groups {
 public:
  explicit Groups(const CheckInput& input) : m_input(input) {}

  /// Nothing where there are too many kinds already.
  Finding* at(const PartyInfo& party, std::string_view field, std::string_view code,
              std::string_view state) {
    const std::string key = party.id + '\t' + std::string(field) + '\t' + std::string(code);
    auto found = m_findings.find(key);
    if (found != m_findings.end()) return &found->second;
    if (m_findings.size() >= mostFindings) return nullptr;
    Finding& finding = m_findings[key];
    finding.rule = rule;
    finding.severity = Severity::Look;
    finding.group = key;
    finding.facts = {fact::party(party.shownName()),
                     fact::field(std::string(field)),
                     fact::code(std::string(code)),
                     fact::state(std::string(state))};
    return &finding;
  }

  void add(Finding* finding, Mass mass, RecordRef record) {
    if (finding == nullptr) {
      ++m_more;
      m_moreMass += mass;
      return;
    }
    ++finding->rowCount;
    finding->amount += mass;
    if (finding->records.empty()) finding->records.push_back(std::move(record));
  }

  Result<void> countLoads(const OddWords& odd, Table table) {
    PLUMBLINE_TRY(query, m_input.database.prepare("SELECT publication, rowid, id, net_g, words FROM " +
                                                  currentOf(tableInfo(table).name)));
    const PublicationBook& book = m_input.reconciliation.books.publications;
    while (true) {
      PLUMBLINE_TRY(more, query.step());
      if (!more) return {};
      const auto [first, last] = odd.equal_range(query.integer(4));
      if (first == last) continue;
      const PublicationInfo& publication = book.find(query.integer(0));
      if (!publication.usable) continue;
      const PartyInfo& party = book.parties()[static_cast<std::size_t>(publication.party)];
      for (auto words = first; words != last; ++words) {
        add(at(party, words->second.field, words->second.code, words->second.state),
            Mass::grams(query.integer(3)),
            {table, party.id, std::string(query.text(2)), query.integer(1)});
      }
    }
  }

  Result<void> countCountries() {
    const Aliases& aliases = m_input.reconciliation.books.aliases.aliases;
    const PublicationBook& book = m_input.reconciliation.books.publications;
    PLUMBLINE_TRY(query, m_input.database.prepare(
                             "SELECT publication, rowid, id, country FROM current_sites WHERE "
                             "country IS NOT NULL"));
    while (true) {
      PLUMBLINE_TRY(more, query.step());
      if (!more) return {};
      const PublicationInfo& publication = book.find(query.integer(0));
      const ReferenceTables& reference = m_input.reconciliation.books.materials.reference();
      const std::string_view country = aliases.mainName(NameKind::Country, query.text(3));
      if (!publication.usable || reference.country(country) != nullptr) continue;
      const PartyInfo& party = book.parties()[static_cast<std::size_t>(publication.party)];
      add(at(party, "country", query.text(3), "not_listed"), {},
          {Table::Sites, party.id, std::string(query.text(2)), query.integer(1)});
    }
  }

  std::vector<Finding> findings() {
    std::vector<Finding> all;
    for (auto& [key, finding] : m_findings) {
      fact::rows.set(finding, finding.rowCount);
      all.push_back(std::move(finding));
    }
    if (m_more > 0) all.push_back(restFinding(rule, Severity::Look, m_more, m_moreMass));
    return all;
  }

 private:
  const CheckInput& m_input;
  std::map<std::string, Finding> m_findings;
  std::int64_t m_more = 0;
  Mass m_moreMass;
};

Result<CheckOutcome> check(const CheckInput& input) {
  PLUMBLINE_TRY(odd, oddWords(input));
  Groups groups(input);
  if (!odd.empty()) {
    PLUMBLINE_CHECK(groups.countLoads(odd, Table::Shipments));
    PLUMBLINE_CHECK(groups.countLoads(odd, Table::Receipts));
  }
  PLUMBLINE_CHECK(groups.countCountries());
  return CheckOutcome::found(groups.findings());
}

}  // namespace

namespace rules {

extern constinit const Rule unknownCode{
    .id = rule,
    .number = "F26",
    .kind = RuleKind::Fact,
    .source = "Decision 2000/532/EC; Directive 2008/98/EC annexes I and II; ISO 3166-1",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
