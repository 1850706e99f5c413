// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A record that a later publication of the same party repeats with other values, without a reason.

#include <algorithm>
#include <map>

#include "model/checks/load_findings.h"
#include "model/checks/rule_list.h"
#include "model/checks/silent_revision_facts.h"

namespace plumbline {
namespace {

namespace fact = facts::silentRevision;
using RecordKey = std::pair<std::string, std::string>;  // party, id

struct Kept {
  std::map<RecordKey, Finding> findings;
  std::int64_t more = 0;
  Mass moreMass;
  std::int64_t withoutOrder = 0;
};

std::string_view timeColumn(Table table) {
  switch (table) {
    case Table::Intakes:
    case Table::Stocks:
      return "time_ms";
    case Table::Flows:
      return "end_ms";
    case Table::Shipments:
      return "dispatched_ms";
    case Table::Hauls:
      return "loaded_ms";
    case Table::Receipts:
      return "received_ms";
    case Table::Jobs:
      return "submitted_ms";
    default:
      return {};
  }
}

/// rowids, publications, then every field of the old and of the new row.
std::string revisionSql(const TableInfo& info) {
  const std::string name(info.name);
  std::string olds;
  std::string news;
  std::string changed;
  for (const Field& field : info.fields) {
    olds += ", o." + std::string(field.column);
    news += ", n." + std::string(field.column);
    changed += std::string(changed.empty() ? "" : " OR ") + "o." + std::string(field.column) +
               " IS NOT n." + std::string(field.column);
  }
  // CROSS JOIN keeps the order: one scan of the old rows, then two look-ups by row number.
  return "SELECT o.rowid, n.rowid, n.publication" + olds + news + " FROM " + name +
         " AS o CROSS JOIN " + name +
         " AS n CROSS JOIN publications AS p LEFT JOIN evidence AS e ON e.id = p.evidence WHERE o.superseded_by IS NOT NULL AND n.rowid = "
         "o.superseded_by AND p.id = n.publication AND p.reason = '' AND (" +
         changed + ") ORDER BY p.party, o." + std::string(info.fields.front().column) +
         ", p.sequence, e.sha256, o.publication = n.publication, o.row, n.row";
}

std::string valueText(const Query& query, int column, FieldType type) {
  if (query.isNull(column)) return {};
  switch (type) {
    case FieldType::Id:
    case FieldType::Text:
      return std::string(query.text(column));
    case FieldType::Time:
      return Timestamp::milliseconds(query.integer(column)).text();
    case FieldType::Mass:
      return Mass::grams(query.integer(column)).kilogramText();
    case FieldType::Money:
      return formatFixed(query.integer(column), 2);
    case FieldType::Micro:
      return formatFixed(query.integer(column), 6);
    case FieldType::Flag:
      return query.integer(column) != 0 ? "true" : "false";
    case FieldType::Integer:
      break;
  }
  return std::to_string(query.integer(column));
}

/// The mass that counts: net where there is one.
bool isMainMass(const Field& field) {
  return field.column == "net_g" || field.column == "mass_g";
}

void fillChanges(const Query& query, const TableInfo& info, Finding& finding) {
  const int width = static_cast<int>(info.fields.size());
  for (int i = 0; i < width; ++i) {
    const Field& field = info.fields[static_cast<std::size_t>(i)];
    const int left = 3 + i;
    const int right = 3 + width + i;
    std::string before = valueText(query, left, field.type);
    std::string after = valueText(query, right, field.type);
    if (field.column == timeColumn(info.table)) {
      finding.time = Timestamp::milliseconds(query.integer(left));
    }
    if (before == after) continue;
    if (finding.comparison.empty() || isMainMass(field)) {
      fact::field.set(finding, std::string(field.name));
      fact::oldValue.set(finding, before);
      fact::newValue.set(finding, after);
    }
    if (isMainMass(field)) {
      const Mass old = Mass::grams(query.integer(left));
      const Mass now = Mass::grams(query.integer(right));
      finding.amount = (now - old).abs();
      fact::oldMass.set(finding, old);
      fact::newMass.set(finding, now);
    }
    finding.comparison.push_back(
        {std::string(field.name), std::move(before), std::move(after), true});
  }
}

void keep(Kept& kept, RecordKey key, Finding finding) {
  const auto known = kept.findings.find(key);
  if (known != kept.findings.end()) {
    // Revised more than once: the largest step stands for all of them.
    const std::int64_t rows = known->second.rowCount + 1;
    if (finding.amount > known->second.amount) known->second = std::move(finding);
    known->second.rowCount = rows;
  } else if (kept.findings.size() < LoadExceptions::most) {
    kept.findings.emplace(std::move(key), std::move(finding));
  } else {
    ++kept.more;
    kept.moreMass += finding.amount;
  }
}

Result<void> lookAt(const CheckInput& input, const TableInfo& info, std::vector<Finding>& all) {
  PLUMBLINE_TRY(query, input.database.prepare(revisionSql(info)));
  Kept kept;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    if (input.progress.cancelled()) return Progress::cancelledError();
    const PublicationBook& publications = input.reconciliation.books.publications;
    const PublicationInfo& publication = publications.find(query.integer(2));
    if (!publication.usable) continue;
    if (publication.official()) {
      // Nothing says which of two unsigned files came first.
      ++kept.withoutOrder;
      continue;
    }
    Finding finding;
    fillChanges(query, info, finding);
    if (finding.comparison.empty()) continue;
    const PartyInfo& party = publications.parties()[static_cast<std::size_t>(publication.party)];
    finding.rule = rules::silentRevision.id;
    finding.severity = Severity::Conflict;
    finding.group = party.shownName();
    const std::string id(query.text(3));
    finding.records = {{info.table, party.id, id, query.integer(0)},
                       {info.table, party.id, id, query.integer(1)}};
    finding.rowCount = 2;
    fact::table.set(finding, std::string(info.name));
    fact::record.set(finding, id);
    fact::party.set(finding, party.shownName());
    keep(kept, {party.id, id}, std::move(finding));
  }
  for (auto& [key, finding] : kept.findings) all.push_back(std::move(finding));
  if (kept.withoutOrder > 0) {
    Finding unordered;
    unordered.rule = rules::silentRevision.id;
    unordered.severity = Severity::CannotTell;
    unordered.group = "unsigned " + std::string(info.name);
    unordered.rowCount = kept.withoutOrder;
    unordered.facts = {facts::reason(std::string("unsigned_order")),
                       fact::records(kept.withoutOrder),
                       fact::table(std::string(info.name))};
    all.push_back(std::move(unordered));
  }
  if (kept.more == 0) return {};
  Finding rest;
  rest.rule = rules::silentRevision.id;
  rest.severity = Severity::Conflict;
  rest.group = "more " + std::string(info.name);
  rest.amount = kept.moreMass;
  rest.rowCount = kept.more;
  rest.facts = {facts::more(kept.more), fact::table(std::string(info.name))};
  all.push_back(std::move(rest));
  return {};
}

Result<CheckOutcome> check(const CheckInput& input) {
  std::vector<Finding> all;
  for (const TableInfo& info : allTables()) PLUMBLINE_CHECK(lookAt(input, info, all));
  return CheckOutcome::found(std::move(all));
}

}  // namespace

namespace rules {

extern constinit const Rule silentRevision{
    .id = "silent_revision",
    .number = "F18",
    .kind = RuleKind::Fact,
    .source = "own rule: a correction names its reason",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
