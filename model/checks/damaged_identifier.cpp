// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule damaged_identifier: numbers that a spreadsheet rounded, and names whose check digit is wrong.
// By such a text nothing can be joined, and what does not join looks like a load without a receipt:
// so it has to be told. One finding a party and kind. Where the other side wrote the whole number of a
// load of the same mass, that is shown; whether the two are one, a person decides (link_decided).

#include <map>
#include <set>

#include "model/checks/damaged_identifier_facts.h"
#include "model/checks/load_look.h"
#include "model/checks/rule.h"
#include "model/records/identifier_shape.h"
#include "model/store/current_records.h"

namespace plumbline {
namespace {

namespace fact = facts::damagedIdentifier;
constexpr std::string_view rule = "damaged_identifier";
constexpr std::size_t mostShown = 20;  // pairs of numbers in one finding
// That texts are of a kind is known by those that are right: ten at least, and nine in ten. Of ten
// texts of 14 digits that mean something else, nine pass one time in a hundred million.
constexpr std::int64_t fewestRight = 9;
constexpr std::int64_t rightOf = 10;
constexpr std::int64_t massParts = 50;  // masses agree within 2 %

using Kinds = std::map<std::string, std::string, std::less<>>;  // of each damaged name

bool areOfTheKind(std::int64_t right, std::int64_t wrong) {
  return right >= fewestRight && right * rightOf >= (right + wrong) * (rightOf - 1);
}

struct Numbered {
  std::vector<std::string> wrong;
  std::int64_t right = 0;
};

/// A number that is right as another kind is nobody's mistake.
bool isRight(const std::string& name) {
  return checksOut(NumberedKind::Siret, name) || checksOut(NumberedKind::Cnpj, name);
}

Numbered lookAt(NumberedKind kind, const std::set<std::string>& names) {
  Numbered out;
  for (const std::string& name : names) {
    if (checksOut(kind, name)) {
      ++out.right;
    } else if (hasShape(kind, name) && !isRight(name)) {
      out.wrong.push_back(name);
    }
  }
  return out;
}

Result<std::set<std::string>> namesIn(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare(
                           "SELECT party FROM publications UNION SELECT other FROM load_words UNION "
                           "SELECT counterparty FROM current_totals"));
  std::set<std::string> names;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return names;
    names.emplace(query.text(0));
  }
}

/// Per party and kind.
class Groups {
 public:
  explicit Groups(const CheckInput& input) : m_input(input) {}

  /// Null for a record that may not be looked at.
  Finding* add(std::int64_t publicationRow, const std::string& kind, const std::string& text, Mass mass,
               Table table, std::string_view id, std::int64_t rowid) {
    const PublicationInfo& publication = m_input.reconciliation.books.publications.find(publicationRow);
    if (!publication.usable) return nullptr;
    return &addOf(publication.party, kind, text, mass, table, id, rowid);
  }
  Finding& addOf(int partyIndex, const std::string& kind, const std::string& text, Mass mass, Table table,
                 std::string_view id, std::int64_t rowid, std::int64_t rows = 1) {
    const auto& parties = m_input.reconciliation.books.publications.parties();
    const PartyInfo& party = parties[static_cast<std::size_t>(partyIndex)];
    Group& group = m_groups[{party.id, kind}];
    Finding& finding = group.finding;
    if (finding.rule.empty()) {
      finding.rule = rule;
      finding.severity = Severity::Look;
      finding.group = party.id + '\t' + kind;
      finding.facts = {fact::party(party.shownName()), fact::kind(kind), fact::example(text)};
      finding.records.push_back({table, party.id, std::string(id), rowid});
    }
    group.texts.insert(text);
    finding.rowCount += rows;
    finding.amount += mass;
    return finding;
  }
  /// So many numbers of the kind are right.
  void setRight(NumberedKind kind, std::int64_t right) { m_right[std::string(toText(kind))] = right; }

  [[nodiscard]] std::vector<Finding> findings() const {
    std::vector<Finding> all;
    for (const auto& [key, group] : m_groups) {
      Finding& finding = all.emplace_back(group.finding);
      fact::count.set(finding, std::ssize(group.texts));
      fact::rows.set(finding, finding.rowCount);
      const auto known = m_right.find(key.second);
      if (known != m_right.end()) fact::right.set(finding, known->second);
    }
    return all;
  }

 private:
  struct Group {
    Finding finding;
    std::set<std::string> texts;
  };
  CheckInput m_input;
  std::map<std::pair<std::string, std::string>, Group> m_groups;
  std::map<std::string, std::int64_t> m_right;
};

/// Sets of words of loads with such a name, by their numbers.
Result<std::map<std::int64_t, std::string>> damagedWords(const Database& database, const Kinds& kinds) {
  std::map<std::int64_t, std::string> words;
  PLUMBLINE_TRY(query, database.prepare("SELECT id, other FROM load_words"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return words;
    if (kinds.contains(query.text(1))) words.emplace(query.integer(0), query.text(1));
  }
}

/// One pass over a table, whatever the number of names, and none where nobody is named so.
Result<void> addLoads(const CheckInput& input, Table table, const Kinds& kinds, Groups& groups) {
  PLUMBLINE_TRY(words, damagedWords(input.database, kinds));
  if (words.empty()) return {};
  PLUMBLINE_TRY(query, input.database.prepare("SELECT publication, words, net_g, id, rowid FROM " +
                                              currentOf(tableInfo(table).name) + " ORDER BY id, rowid"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    const auto word = words.find(query.integer(1));
    if (word == words.end()) continue;
    groups.add(query.integer(0), kinds.find(word->second)->second, word->second,
               Mass::grams(query.integer(2)), table, query.text(3), query.integer(4));
  }
}

Result<void> addTotals(const CheckInput& input, const Kinds& kinds, Groups& groups) {
  PLUMBLINE_TRY(query, input.database.prepare("SELECT publication, counterparty, id, rowid FROM "
                                              "current_totals ORDER BY id, rowid"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    const auto kind = kinds.find(query.text(1));
    if (kind == kinds.end()) continue;
    groups.add(query.integer(0), kind->second, kind->first, {}, Table::Totals, query.text(2),
               query.integer(3));
  }
}

/// The one number of another party that a rounded one may have been; empty where there is none, or
/// several.
Result<std::string> wholeNumber(const CheckInput& input, Table other, std::int64_t publication,
                                const LostDigits& range, Mass mass) {
  const PublicationBook& book = input.reconciliation.books.publications;
  const int own = book.find(publication).party;
  PLUMBLINE_TRY(query, input.database.prepare("SELECT document_no, publication FROM " +
                                              currentOf(tableInfo(other).name) +
                                              " WHERE document_no BETWEEN ?1 AND ?2 AND length(document_no) = "
                                              "length(?1) AND abs(net_g - ?3) * ?4 <= ?3"));
  query.bind(1, range.first).bind(2, range.last).bind(3, mass.inGrams()).bind(4, massParts);
  std::string found;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return found;
    const PublicationInfo& info = book.find(query.integer(1));
    if (!info.usable || info.party == own || !range.mayBe(query.text(0))) continue;
    if (!found.empty() && found != query.text(0)) return std::string();
    found = query.text(0);
  }
}

Result<void> addDocuments(const CheckInput& input, Table table, Table other, Groups& groups) {
  // Numbers begin with a digit: the index jumps to those, and past all that begin with a letter.
  PLUMBLINE_TRY(query, input.database.prepare(
                           "SELECT publication, document_no, net_g, id, rowid FROM " +
                           currentOf(tableInfo(table).name) +
                           " WHERE document_no >= '1' AND document_no < ':' AND document_no GLOB "
                           "'*[eE]+[0-9]*' ORDER BY document_no, id, rowid"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    const std::string number(query.text(1));
    const auto range = lostDigits(number);
    if (!range) continue;
    const Mass mass = Mass::grams(query.integer(2));
    Finding* const finding = groups.add(query.integer(0), "rounded_document", number, mass, table,
                                        query.text(3), query.integer(4));
    if (finding == nullptr || finding->comparison.size() >= mostShown) continue;
    PLUMBLINE_TRY(whole, wholeNumber(input, other, query.integer(0), *range, mass));
    if (!whole.empty()) finding->comparison.push_back({"document_no", number, whole, true});
  }
}

/// Containers come with the loads that every check looks at; the rest is known before.
class DamagedIdentifier : public LoadLook {
 public:
  explicit DamagedIdentifier(Groups groups) : m_groups(std::move(groups)) {}
  [[nodiscard]] std::string condition() const override { return "container_no IS NOT NULL"; }
  void look(const LoadFigures& load) override {
    if (checksOut(NumberedKind::Container, load.container)) {
      ++m_right;
    } else if (hasShape(NumberedKind::Container, load.container)) {
      ++m_wrong;
      add(load);
    }
  }
  [[nodiscard]] CheckOutcome outcome() const override {
    Groups groups = m_groups;
    if (areOfTheKind(m_right, m_wrong)) {
      groups.setRight(NumberedKind::Container, m_right);
      const std::string kind(toText(NumberedKind::Container));
      for (const auto& [key, wrong] : m_kept) {
        groups.addOf(key.first, kind, key.second, wrong.net, Table::Shipments, wrong.id, wrong.rowid,
                     wrong.rows);
      }
    }
    return CheckOutcome::found(groups.findings());
  }

 private:
  /// Loads of one party with one number.
  struct Wrong {
    std::int64_t rows = 0;
    Mass net;
    std::string id;  // the first of their ids: the same in whatever order they come
    std::int64_t rowid = 0;
  };
  void add(const LoadFigures& load) {
    Wrong& wrong = m_kept[{load.party, std::string(load.container)}];
    if (wrong.rows == 0 || load.id < wrong.id) {
      wrong.id = load.id;
      wrong.rowid = load.rowid;
    }
    ++wrong.rows;
    wrong.net += load.net;
  }
  Groups m_groups;
  std::int64_t m_right = 0, m_wrong = 0;  // loads
  std::map<std::pair<int, std::string>, Wrong> m_kept;
};

Result<std::unique_ptr<LoadLook>> check(const CheckInput& input) {
  PLUMBLINE_TRY(names, namesIn(input.database));
  Groups groups(input);
  Kinds kinds;
  for (const NumberedKind kind : {NumberedKind::Siret, NumberedKind::Cnpj}) {
    const Numbered numbered = lookAt(kind, names);
    if (!areOfTheKind(numbered.right, std::ssize(numbered.wrong))) continue;
    groups.setRight(kind, numbered.right);
    for (const std::string& name : numbered.wrong) kinds.emplace(name, toText(kind));
  }
  for (const std::string& name : names) {
    if (lostDigits(name)) kinds.insert_or_assign(name, "rounded_name");
  }
  if (!kinds.empty()) {
    PLUMBLINE_CHECK(addLoads(input, Table::Shipments, kinds, groups));
    PLUMBLINE_CHECK(addLoads(input, Table::Receipts, kinds, groups));
    PLUMBLINE_CHECK(addTotals(input, kinds, groups));
  }
  PLUMBLINE_CHECK(addDocuments(input, Table::Shipments, Table::Receipts, groups));
  PLUMBLINE_CHECK(addDocuments(input, Table::Receipts, Table::Shipments, groups));
  return makeLook<DamagedIdentifier>(std::move(groups));
}

}  // namespace

namespace rules {

extern constinit const Rule damagedIdentifier{
    .id = rule,
    .number = "F37",
    .kind = RuleKind::Fact,
    .source = "ISO/IEC 7812-1 annex B; ISO 6346; own rule",
    .facts = fact::all,
    .check = check};

}  // namespace rules

}  // namespace plumbline
