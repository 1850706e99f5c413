// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule source_rule: rows of official files that the system they come from would have refused or that
// their author marked himself (model/findings/source_rules.h). One look a party and rule.

#include <map>

#include "model/checks/load_findings.h"
#include "model/checks/rule.h"
#include "model/checks/source_rule_facts.h"
#include "model/findings/source_rules.h"
#include "model/store/current_records.h"

namespace plumbline {
namespace {

namespace fact = facts::sourceRule;
constexpr std::string_view rule = "source_rule";
constexpr std::size_t mostRemarks = 100'000;

struct Broken {
  std::string rule, found;
  Mass amount;
};
/// By publication and id of the record.
using Remarks = std::multimap<std::pair<std::int64_t, std::string>, Broken>;

struct RemarksByTable {
  std::map<std::string, Remarks> tables;
  std::int64_t more = 0;
};

Result<RemarksByTable> readRemarks(const Database& database) {
  RemarksByTable all;
  PLUMBLINE_TRY(query, database.prepare(
                           "SELECT r.record_table, r.publication, r.record_id, r.text, r.amount_g "
                           "FROM source_remarks r JOIN publications p ON p.id = r.publication LEFT JOIN "
                           "evidence e ON e.id = p.evidence WHERE r.kind = ? ORDER BY e.sha256, "
                           "p.party, p.sequence, r.rowid"));
  query.bind(1, sourceRuleRemark);
  std::size_t count = 0;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return all;
    const auto [id, found] = brokenRuleParts(query.text(3));
    if (findSourceRule(id) == nullptr) continue;
    if (++count > mostRemarks) {
      ++all.more;
      continue;
    }
    all.tables[std::string(query.text(0))].emplace(
        std::pair(query.integer(1), std::string(query.text(2))),
        Broken{std::string(id), std::string(found),
               Mass::grams(query.optionalInteger(4).value_or(0))});
  }
}

class Groups {
 public:
  explicit Groups(const CheckInput& input) : m_input(input) {}

  /// Only records that still stand: a corrected row is not held against anybody.
  Result<void> addCurrent(Table table, const Remarks& remarks) {
    PLUMBLINE_TRY(query, m_input.database.prepare("SELECT publication, id, rowid FROM " +
                                                  currentOf(tableInfo(table).name)));
    while (true) {
      PLUMBLINE_TRY(more, query.step());
      if (!more) return {};
      const auto [first, last] =
          remarks.equal_range({query.integer(0), std::string(query.text(1))});
      for (auto remark = first; remark != last; ++remark) {
        add(query.integer(0), {table, {}, std::string(query.text(1)), query.integer(2)},
            remark->second);
      }
    }
  }

  std::vector<Finding> findings(std::int64_t more) {
    std::vector<Finding> all;
    for (auto& [key, finding] : m_findings) {
      fact::rows.set(finding, finding.rowCount);
      all.push_back(std::move(finding));
    }
    if (more > 0) all.push_back(restFinding(rule, Severity::Look, more, {}));
    return all;
  }

 private:
  void add(std::int64_t publicationId, RecordRef record, const Broken& broken) {
    const PublicationBook& book = m_input.reconciliation.books.publications;
    const PublicationInfo& publication = book.find(publicationId);
    if (!publication.usable) return;
    const PartyInfo& party = book.parties()[static_cast<std::size_t>(publication.party)];
    record.party = party.id;
    Finding& finding = m_findings[{party.id, broken.rule}];
    ++finding.rowCount;
    finding.amount += broken.amount;
    if (!finding.records.empty()) return;
    finding.rule = rule;
    finding.severity = Severity::Look;
    finding.group = party.id + '\t' + broken.rule;
    finding.facts = {fact::party(party.shownName()),
                     fact::sourceRule(broken.rule),
                     fact::source(std::string(findSourceRule(broken.rule)->source)),
                     fact::record(record.id),
                     fact::found(broken.found)};
    finding.records.push_back(std::move(record));
  }

  const CheckInput& m_input;
  std::map<std::pair<std::string, std::string>, Finding> m_findings;  // by party and rule
};

/// Files of formats that have such rules.
Result<bool> anyOfficialFile(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare("SELECT 1 FROM publications WHERE state = 'unsigned'"));
  return query.step();
}

Result<CheckOutcome> check(const CheckInput& input) {
  PLUMBLINE_TRY(official, anyOfficialFile(input.database));
  if (!official) {
    CheckOutcome outcome;
    outcome.state = CheckState::CannotTell;
    outcome.reason = "no_official_file";
    return outcome;
  }
  PLUMBLINE_TRY(remarks, readRemarks(input.database));
  Groups groups(input);
  for (const auto& [name, list] : remarks.tables) {
    const std::optional<Table> table = tableFromName(name);
    if (table) PLUMBLINE_CHECK(groups.addCurrent(*table, list));
  }
  return CheckOutcome::found(groups.findings(remarks.more));
}

}  // namespace

namespace rules {

extern constinit const Rule sourceRule{
    .id = rule,
    .number = "L7",
    .kind = RuleKind::Fact,
    .source = "validators of the systems that the files come from (docs/formats.md)",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
