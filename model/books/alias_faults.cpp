// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/books/alias_faults.h"

#include <algorithm>

#include "model/books/codes.h"
#include "model/records/quantities.h"
#include "model/store/current_records.h"

namespace plumbline {
namespace {

constexpr std::size_t mostNameBytes = 1'000;

using Meanings = std::array<NameMeanings, nameKindCount>;

NameMeanings& of(Meanings& meanings, NameKind kind) {
  return meanings[static_cast<std::size_t>(kind)];
}

/// A name that two parties use is neither's.
void mean(NameMeanings& meanings, std::string_view name, std::string_view party) {
  if (name.empty()) return;
  const auto [entry, isNew] = meanings.emplace(name, party);
  if (!isNew && entry->second != party) entry->second = "*" + std::string(name);
}

/// Parties by whose id records are here that nobody signed.
Result<void> addUnsigned(const Database& database, NameMeanings& meanings) {
  PLUMBLINE_TRY(query, database.prepare("SELECT DISTINCT party FROM publications"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    meanings.emplace(query.text(0), "");
  }
}

/// By which names those are called who signed records of their own: id, name, sites of their own.
Result<NameMeanings> signedParties(const Database& database) {
  NameMeanings meanings;
  constexpr std::string_view isSigned = "p.state IN ('good', 'table_missing', 'unknown_key')";
  PLUMBLINE_TRY(parties, database.prepare("SELECT DISTINCT p.party, p.name FROM publications p WHERE " +
                                          std::string(isSigned)));
  while (true) {
    PLUMBLINE_TRY(more, parties.step());
    if (!more) break;
    mean(meanings, parties.text(0), parties.text(0));
    mean(meanings, parties.text(1), parties.text(0));
  }
  PLUMBLINE_TRY(sites, database.prepare("SELECT p.party, s.id, s.name FROM current_sites s JOIN publications p "
                                        "ON p.id = s.publication WHERE "
                                        "s.role = p.role AND " +
                                        std::string(isSigned)));
  while (true) {
    PLUMBLINE_TRY(more, sites.step());
    if (!more) return meanings;
    mean(meanings, sites.text(1), sites.text(0));
    mean(meanings, sites.text(2), sites.text(0));
  }
}

std::string meaningOfCode(std::string_view text, const ReferenceTables& reference) {
  const auto code = wasteCodeOf(text);
  if (code && reference.wasteEntry(code->digits) != nullptr) return std::to_string(code->digits);
  const std::string operation = plainOperation(text);
  return reference.operation(operation) != nullptr ? operation : std::string();
}

/// Only of names that are asked about.
Result<void> meaningsOfWords(const Database& database, std::span<const NamePair> pairs,
                             Meanings& meanings) {
  const auto needs = [](const NamePair& pair) {
    return pair.kind == NameKind::Code || pair.kind == NameKind::Country;
  };
  if (std::none_of(pairs.begin(), pairs.end(), needs)) return {};
  PLUMBLINE_TRY(reference, loadReference(database));
  for (const NamePair& pair : pairs) {
    if (!needs(pair)) continue;
    for (const std::string& name : {pair.a, pair.b}) {
      const CountryEntry* const country = reference.tables.country(name);
      const std::string meaning = pair.kind == NameKind::Code ? meaningOfCode(name, reference.tables)
                                  : country != nullptr        ? country->code
                                                              : std::string();
      if (!meaning.empty()) of(meanings, pair.kind).emplace(name, meaning);
    }
  }
  return {};
}

/// One party lists two of the names, and means two kinds of material by them.
Result<void> stopMaterials(const Database& database, Aliases& aliases) {
  PLUMBLINE_TRY(query, database.prepare("SELECT p.party, m.code, m.class FROM current_materials m JOIN "
                                        "publications p ON p.id = m.publication "
                                        "ORDER BY p.party, m.code"));
  // By class of names and party: the first name and what it means.
  std::map<std::pair<std::size_t, std::string>, std::pair<std::string, std::string>> first;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    const AliasClass* const found = aliases.classOf(NameKind::Material, query.text(1));
    if (found == nullptr || !found->counts()) continue;
    const auto index = static_cast<std::size_t>(found - aliases.classes().data());
    const std::string name(query.text(1));
    const auto [entry, isNew] = first.try_emplace(std::pair(index, std::string(query.text(0))), name,
                                                  std::string(query.text(2)));
    if (isNew || entry->second.second == query.text(2)) continue;
    aliases.stop(index, AliasFault::TwoMeanings, {entry->second.first, name});
  }
}

/// Looks for one party at both ends of a load.
class BothEnds {
 public:
  explicit BothEnds(const Database& database) : m_database(database) {}

  /// The records of such a load, as "party/id"; empty where there is none.
  Result<std::array<std::string, 2>> find(const AliasClass& names) {
    PLUMBLINE_TRY(words, wordsOf(names));
    std::array<std::string, 2> none;
    if (words.empty()) return none;
    PLUMBLINE_TRY(sent, ofOneParty("shipments", words, names));
    if (!sent[0].empty()) return sent;
    PLUMBLINE_TRY(received, ofOneParty("receipts", words, names));
    if (!received[0].empty()) return received;
    return ofOneLoad(words);
  }

 private:
  /// Numbers of the sets of words that name one of them as the other end, as SQL wants a list.
  Result<std::string> wordsOf(const AliasClass& names) {
    std::string list;
    PLUMBLINE_TRY(query, m_database.prepare("SELECT id FROM load_words WHERE other = ? ORDER BY id"));
    for (const std::string& name : names.names) {
      query.bind(1, name);
      while (true) {
        PLUMBLINE_TRY(more, query.step());
        if (!more) break;
        list += (list.empty() ? "" : ", ") + std::to_string(query.integer(0));
      }
      query.reset();
    }
    return list;
  }

  /// A record of a party whose other end is that party under another name.
  Result<std::array<std::string, 2>> ofOneParty(const std::string& table, const std::string& words,
                                                const AliasClass& names) {
    PLUMBLINE_TRY(query, m_database.prepare(
                             "SELECT p.party, t.id, w.other, p.name FROM " + currentOf(table) +
                             " t JOIN publications p ON p.id = t.publication JOIN load_words w ON w.id = "
                             "t.words WHERE t.words IN (" +
                             words + ") ORDER BY p.party, t.id"));
    while (true) {
      PLUMBLINE_TRY(more, query.step());
      if (!more) return std::array<std::string, 2>();
      const bool isOfIt =
          std::any_of(names.names.begin(), names.names.end(), [&query](const std::string& name) {
            return name == query.text(0) || name == query.text(3);
          });
      // Whoever names itself does so without anybody's decision.
      if (!isOfIt || query.text(2) == query.text(0) || query.text(2) == query.text(3)) continue;
      const std::string party(query.text(0));
      return std::array<std::string, 2>{party + "/" + std::string(query.text(1)),
                                        std::string(query.text(2))};
    }
  }

  /// The sender names one of them as consignee, the receiver another one as consignor.
  Result<std::array<std::string, 2>> ofOneLoad(const std::string& words) {
    PLUMBLINE_TRY(
        query, m_database.prepare(
                   "SELECT ps.party, s.id, pr.party, r.id FROM current_shipments s JOIN current_receipts r ON "
                   "r.document_no = s.document_no AND r.line = s.line JOIN publications ps ON ps.id = "
                   "s.publication JOIN publications pr ON pr.id = r.publication JOIN load_words ws ON "
                   "ws.id = s.words JOIN load_words wr ON wr.id = r.words WHERE "
                   "ws.other <> wr.other AND s.words IN (" +
                   words + ") AND r.words IN (" + words + ") ORDER BY 1, 2, 3, 4 LIMIT 1"));
    PLUMBLINE_TRY(there, query.step());
    std::array<std::string, 2> rows;
    if (there) {
      rows[0] = std::string(query.text(0)) + "/" + std::string(query.text(1));
      rows[1] = std::string(query.text(2)) + "/" + std::string(query.text(3));
    }
    return rows;
  }

  const Database& m_database;
};

Result<void> stopBothRoles(const Database& database, Aliases& aliases) {
  BothEnds ends(database);
  for (std::size_t i = 0; i < aliases.classes().size(); ++i) {
    const AliasClass& each = aliases.classes()[i];
    const bool names = each.kind == NameKind::Party || each.kind == NameKind::Site;
    if (!names || !each.counts()) continue;
    PLUMBLINE_TRY(rows, ends.find(each));
    if (!rows[0].empty()) aliases.stop(i, AliasFault::BothRoles, std::move(rows));
  }
  return {};
}

}  // namespace

Error errorOf(const AliasClass& stopped) {
  const auto& [first, second] = stopped.between;
  const auto error = [](Message message) { return Error{ErrorCode::Inconsistent, std::move(message)}; };
  switch (stopped.fault) {
    case AliasFault::Circle:
      return error(Message("%1 and %2 are kept apart, but others make them one name; none of these "
                           "decisions counts",
                           first, second));
    case AliasFault::TwoParties:
      return error(Message("%1 and %2 each signed records of their own, so they are not made one party",
                           first, second));
    case AliasFault::BothRoles:
      return error(Message("one party would be at both ends of a load, so the names are not made one: "
                           "%1, %2",
                           first, second));
    case AliasFault::None:
    case AliasFault::TwoMeanings:
      break;
  }
  return error(
      Message("%1 and %2 each have a meaning of their own, so they are not made one", first, second));
}

bool isAliasName(std::string_view text) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  return !text.empty() && text.size() <= mostNameBytes && isUtf8(text) &&
         std::none_of(text.begin(), text.end(), control);
}

Result<Aliases> checkedAliases(const Database& database, std::span<const NamePair> pairs) {
  if (pairs.empty()) return Aliases();
  Meanings meanings;
  PLUMBLINE_TRY(parties, signedParties(database));
  PLUMBLINE_CHECK(addUnsigned(database, parties));
  of(meanings, NameKind::Party) = parties;
  of(meanings, NameKind::Site) = std::move(parties);
  PLUMBLINE_CHECK(meaningsOfWords(database, pairs, meanings));
  Aliases aliases = Aliases::of(pairs, meanings);
  PLUMBLINE_CHECK(stopMaterials(database, aliases));
  PLUMBLINE_CHECK(stopBothRoles(database, aliases));
  return aliases;
}

}  // namespace plumbline
