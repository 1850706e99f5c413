// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decisions/suggest_aliases.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "model/books/books.h"
#include "model/decisions/plain_name.h"
#include "model/import/rebuild.h"
#include "model/store/current_records.h"
#include "model/workspace/one_reading.h"
#include "model/workspace/workspace.h"

namespace plumbline {
namespace {

constexpr std::size_t mostSuggestions = 100;
constexpr std::size_t mostNames = 2'000;     // of a kind that are compared by their spelling
constexpr std::size_t shortestName = 5;      // shorter ones are alike by chance
constexpr std::size_t longName = 10;         // where two letters may differ

// Loads that both sides gave one number, by what each wrote: counts, and how much else agrees.
constexpr std::string_view pairsSql =
    "SELECT ps.party, pr.party, ws.other, wr.other, ws.material, wr.material, count(*), "
    "sum(s.vehicle = r.vehicle), sum(abs(s.net_g - r.net_g) * 200 <= s.net_g), "
    "sum(r.received_ms - s.dispatched_ms BETWEEN -86400000 AND 691200000) "
    "FROM current_shipments s JOIN current_receipts r ON r.document_no = s.document_no AND r.line = "
    "s.line JOIN publications ps ON ps.id = s.publication JOIN publications pr "
    "ON pr.id = r.publication JOIN load_words ws ON ws.id = s.words JOIN load_words wr ON wr.id = "
    "r.words WHERE ps.party <> pr.party GROUP BY 1, 2, 3, 4, 5, 6 ORDER "
    "BY 1, 2, 3, 4, 5, 6";

std::string usesSql(std::string_view table) {
  return "SELECT p.party, w.other, w.material, count(*), sum(t.net_g) FROM " + currentOf(table) +
         " t JOIN publications p ON p.id = t.publication JOIN load_words w ON w.id = t.words "
         "GROUP BY 1, 2, 3 ORDER BY 1, 2, 3";
}

/// How often a name stands in records, and for how much.
struct Use {
  std::int64_t loads = 0;
  Mass mass;
  std::set<std::string> by;  // who wrote it
  void add(std::int64_t more, Mass moreMass, std::string_view party) {
    loads += more;
    mass += moreMass;
    by.emplace(party);
  }
};
using Uses = std::map<std::string, Use, std::less<>>;

/// Loads with one number whose two sides write this pair of names.
struct Agreement {
  std::int64_t loads = 0, plate = 0, mass = 0, days = 0;
};
using Agreements = std::map<std::pair<std::string, std::string>, Agreement>;

class Suggester {
 public:
  Suggester(const Database& database, const Books& books) : m_database(database), m_books(books) {}

  Result<std::vector<AliasSuggestion>> run(const Progress& progress) {
    progress.report("Comparing names");
    PLUMBLINE_CHECK(countUses());
    PLUMBLINE_CHECK(countPairs());
    byNumbers(NameKind::Party, m_receivers, m_consignees, AliasReasonKind::ReceivedThere,
              AliasReasonKind::ReceivedElsewhere);
    byNumbers(NameKind::Party, m_senders, m_consignors, AliasReasonKind::SentFromThere,
              AliasReasonKind::SentFromElsewhere);
    materialsByNumbers();
    PLUMBLINE_CHECK(bySpelling(progress));
    return finished();
  }

 private:
  Result<void> countUses() {
    const std::pair<const char*, Uses*> sides[] = {{"shipments", &m_consignees},
                                                   {"receipts", &m_consignors}};
    for (const auto& [table, uses] : sides) {
      PLUMBLINE_TRY(query, m_database.prepare(usesSql(table)));
      while (true) {
        PLUMBLINE_TRY(more, query.step());
        if (!more) break;
        const std::int64_t loads = query.integer(3);
        const Mass mass = Mass::grams(query.integer(4));
        const std::string_view party = query.text(0);
        if (!query.text(1).empty()) (*uses)[std::string(query.text(1))].add(loads, mass, party);
        m_materials[std::string(query.text(2))].add(loads, mass, party);
      }
    }
    m_materials.erase("");
    return {};
  }

  Result<void> countPairs() {
    PLUMBLINE_TRY(query, m_database.prepare(pairsSql));
    while (true) {
      PLUMBLINE_TRY(more, query.step());
      if (!more) return {};
      const Agreement found{query.integer(6), query.integer(7), query.integer(8), query.integer(9)};
      const auto add = [&found](Agreements& all, std::string_view a, std::string_view b) {
        if (a.empty() || b.empty()) return;
        Agreement& sum = all[{std::string(a), std::string(b)}];
        sum.loads += found.loads;
        sum.plate += found.plate;
        sum.mass += found.mass;
        sum.days += found.days;
      };
      add(m_receivers, query.text(2), query.text(1));
      add(m_senders, query.text(3), query.text(0));
      add(m_materialPairs, query.text(4), query.text(5));
    }
  }

  [[nodiscard]] bool isKnown(std::string_view name) const { return m_books.partyNames.contains(name); }

  /// Somebody who counts said something of it, or it is one already, or it cannot be.
  [[nodiscard]] bool isSettled(const NamePair& pair) const {
    if (m_books.aliases.aliases.same(pair.kind, pair.a, pair.b)) return true;
    const auto& all = m_books.aliases.decisions;
    return std::any_of(all.begin(), all.end(), [&pair](const AliasDecision& each) {
      const bool counts = each.state == AliasState::Counts || each.state == AliasState::Stopped ||
                          each.state == AliasState::Contradicted;
      return counts && each.pair.isOfNames(pair);
    });
  }

  /// The party wrote the other name itself, as that of its partner.
  [[nodiscard]] bool areEndsOfOneLoad(const AliasSuggestion& made) const {
    const std::string& other = made.stray == made.pair.a ? made.pair.b : made.pair.a;
    const auto party = m_books.partyNames.find(other);
    if (made.pair.kind != NameKind::Party || party == m_books.partyNames.end()) return false;
    const std::string& id = m_books.publications.parties()[static_cast<std::size_t>(party->second)].id;
    const auto wrote = [&](const Uses& uses) {
      const auto use = uses.find(made.stray);
      return use != uses.end() && use->second.by.contains(id);
    };
    return wrote(m_consignees) || wrote(m_consignors);
  }

  AliasSuggestion& suggest(NameKind kind, const std::string& stray, const std::string& other) {
    const NamePair pair = NamePair::of(kind, stray, other, true);
    AliasSuggestion& made = m_made[pair];
    made.pair = pair;
    made.stray = stray;
    return made;
  }

  /// Names that are nobody's yet and parties that loads with their numbers lead to.
  void byNumbers(NameKind kind, const Agreements& pairs, const Uses& uses, AliasReasonKind there,
                 AliasReasonKind elsewhere) {
    std::map<std::string, std::int64_t> matched;
    for (const auto& [names, found] : pairs) matched[names.first] += found.loads;
    for (const auto& [names, found] : pairs) {
      const auto& [stray, party] = names;
      const auto use = uses.find(stray);
      if (isKnown(stray) || use == uses.end() || use->second.by.contains(party)) continue;
      if (2 * found.loads <= matched[stray]) continue;  // most went to others
      AliasSuggestion& made = suggest(kind, stray, party);
      made.reasons.push_back({there, found.loads, use->second.loads});
      addAgreement(found, made);
      if (const std::int64_t others = matched[stray] - found.loads; others > 0) {
        made.reasons.push_back({elsewhere, others, use->second.loads});
      }
    }
  }

  static void addAgreement(const Agreement& found, AliasSuggestion& made) {
    made.reasons.push_back({AliasReasonKind::SamePlate, found.plate, found.loads});
    made.reasons.push_back({AliasReasonKind::SameMass, found.mass, found.loads});
    made.reasons.push_back({AliasReasonKind::SameDays, found.days, found.loads});
    std::erase_if(made.reasons, [](const AliasReason& each) { return each.count == 0; });
  }

  /// Two names that are each other's, nearly always: many may be received as "plastic".
  void materialsByNumbers() {
    constexpr std::int64_t fewest = 3;
    std::map<std::string, std::int64_t> left, right;
    for (const auto& [names, found] : m_materialPairs) {
      left[names.first] += found.loads;
      right[names.second] += found.loads;
    }
    for (const auto& [names, found] : m_materialPairs) {
      const auto nearlyAll = [&found](std::int64_t all) { return 10 * found.loads >= 9 * all; };
      if (names.first == names.second || found.loads < fewest) continue;
      if (!nearlyAll(left[names.first]) || !nearlyAll(right[names.second])) continue;
      AliasSuggestion& made = suggest(NameKind::Material, names.second, names.first);
      const std::int64_t all = left[names.first];
      made.reasons.push_back({AliasReasonKind::ReceivedAs, found.loads, all});
      if (all > found.loads) {
        made.reasons.push_back({AliasReasonKind::ReceivedAsOther, all - found.loads, all});
      }
    }
  }

  struct Spelled {
    std::string name;
    std::u32string plain;
    bool stray = true;
  };

  Result<void> bySpelling(const Progress& progress) {
    std::map<std::string, bool> parties;  // and whether nobody is called so
    for (const auto& [name, party] : m_books.partyNames) parties.emplace(name, false);
    for (const Uses* uses : {&m_consignees, &m_consignors}) {
      for (const auto& [name, use] : *uses) parties.emplace(name, true);
    }
    PLUMBLINE_CHECK(compare(NameKind::Party, parties, progress));
    std::map<std::string, bool> materials;
    for (const auto& [name, use] : m_materials) materials.emplace(name, true);
    PLUMBLINE_CHECK(compare(NameKind::Material, materials, progress));
    PLUMBLINE_TRY(codes, codesUsed());
    PLUMBLINE_CHECK(compare(NameKind::Code, codes, progress));
    PLUMBLINE_TRY(countries, countriesUsed());
    return compare(NameKind::Country, countries, progress);
  }

  Result<void> compare(NameKind kind, const std::map<std::string, bool>& names, const Progress& progress) {
    std::vector<Spelled> all;
    for (const auto& [name, stray] : names) {
      if (all.size() < mostNames) all.push_back({name, plainName(name), stray});
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (progress.cancelled()) return Progress::cancelledError();
      for (std::size_t k = i + 1; k < all.size(); ++k) compareTwo(kind, all[i], all[k]);
    }
    return {};
  }

  void compareTwo(NameKind kind, const Spelled& a, const Spelled& b) {
    if (!a.stray && !b.stray) return;
    if (kind != NameKind::Party && kind != NameKind::Material && a.stray == b.stray) return;
    const std::size_t shorter = std::min(a.plain.size(), b.plain.size());
    const int most = shorter < shortestName ? 0 : shorter < longName ? 1 : 2;
    const int slips = slipsBetween(a.plain, b.plain, most);
    if (slips > most) return;
    const Spelled& stray = a.stray ? a : b;
    const Spelled& other = a.stray ? b : a;
    AliasSuggestion& made = suggest(kind, stray.name, other.name);
    made.reasons.push_back(slips == 0 ? AliasReason{AliasReasonKind::SameWords, 0, 0}
                                      : AliasReason{AliasReasonKind::Slips, slips, 0});
  }

  /// Codes that records use, and whether no list knows them.
  Result<std::map<std::string, bool>> codesUsed() {
    const ReferenceTables& reference = m_books.materials.reference();
    std::map<std::string, bool> codes;
    PLUMBLINE_TRY(query, m_database.prepare("SELECT low_code FROM load_words UNION SELECT operation FROM "
                                            "load_words ORDER BY 1"));
    while (true) {
      PLUMBLINE_TRY(more, query.step());
      if (!more) return codes;
      if (query.text(0).empty()) continue;
      const auto waste = wasteCodeOf(query.text(0));
      const bool known = (waste && reference.wasteEntry(waste->digits) != nullptr) ||
                         operationOf(query.text(0), reference) != Operation::None;
      codes.emplace(query.text(0), !known);
    }
  }

  Result<std::map<std::string, bool>> countriesUsed() {
    const ReferenceTables& reference = m_books.materials.reference();
    std::map<std::string, bool> countries;
    PLUMBLINE_TRY(query, m_database.prepare("SELECT DISTINCT country FROM sites WHERE superseded_by IS "
                                            "NULL AND country IS NOT NULL ORDER BY 1"));
    while (true) {
      PLUMBLINE_TRY(more, query.step());
      if (!more) return countries;
      const CountryEntry* const entry = reference.country(query.text(0));
      countries.emplace(query.text(0), entry == nullptr);
      if (entry != nullptr) countries.emplace(entry->name, false);
    }
  }

  /// Loads that have the stray name.
  void weigh(AliasSuggestion& made) const {
    const auto add = [&made](const Uses& uses) {
      const auto use = uses.find(made.stray);
      if (use == uses.end()) return;
      made.loads += use->second.loads;
      made.moved += use->second.mass;
    };
    if (made.pair.kind == NameKind::Party) {
      add(m_consignees);
      add(m_consignors);
    } else if (made.pair.kind == NameKind::Material) {
      add(m_materials);
    }
  }

  std::vector<AliasSuggestion> finished() {
    std::vector<AliasSuggestion> all;
    for (auto& [pair, made] : m_made) {
      if (isSettled(pair) || areEndsOfOneLoad(made)) continue;
      weigh(made);
      std::stable_partition(made.reasons.begin(), made.reasons.end(),
                            [](const AliasReason& each) { return !isAgainst(each.kind); });
      all.push_back(std::move(made));
    }
    std::stable_sort(all.begin(), all.end(), [](const AliasSuggestion& a, const AliasSuggestion& b) {
      return a.moved > b.moved;
    });
    if (all.size() > mostSuggestions) all.resize(mostSuggestions);
    return all;
  }

  const Database& m_database;
  const Books& m_books;
  Uses m_consignees, m_consignors, m_materials;
  Agreements m_receivers, m_senders, m_materialPairs;
  std::map<NamePair, AliasSuggestion> m_made;
};

}  // namespace

std::string_view toText(AliasReasonKind kind) {
  constexpr std::array<std::string_view, 11> names = {
      "received_there", "sent_from_there", "received_as",        "same_plate",          "same_mass",        "same_days",
      "same_words",     "slips",           "received_elsewhere", "sent_from_elsewhere", "received_as_other"};
  return names[static_cast<std::size_t>(kind)];
}

bool isAgainst(AliasReasonKind kind) {
  return kind >= AliasReasonKind::ReceivedElsewhere;
}

Result<std::vector<AliasSuggestion>> suggestAliases(const Database& database, const Progress& progress) {
  PLUMBLINE_TRY(people, readSaidByPeople(database));
  PLUMBLINE_TRY(books, readBooks(database, people));
  return Suggester(database, books).run(progress);
}

Result<std::vector<AliasSuggestion>> suggestAliases(const std::filesystem::path& path,
                                                    const Progress& progress) {
  PLUMBLINE_CHECK(prepareWorkspace(path, IfUnfinished::Refuse, progress));
  PLUMBLINE_TRY(workspace, Workspace::openReadOnly(path));
  PLUMBLINE_TRY(reading, OneReading::begin(workspace.database()));
  return suggestAliases(workspace.database(), progress);
}

}  // namespace plumbline
