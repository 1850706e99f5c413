// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/books/books.h"

#include <algorithm>
#include <set>

namespace plumbline {
namespace {

constexpr int mostMonths = 1'200;  // of the balance; older records are still matched

/// From what the import noted of each table, so that no row is read for it.
Result<void> countRows(const Database& database, Books& made) {
  PLUMBLINE_TRY(query, database.prepare("SELECT name, sum(rows) FROM publication_tables WHERE "
                                        "first_rowid IS NOT NULL GROUP BY name"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    const std::optional<Table> table = tableFromName(query.text(0));
    if (table) made.rowCounts[static_cast<std::size_t>(*table)] = query.integer(1);
  }
}

/// First and last moment of the records. A slip of the pen ("2241") must not make every open load
/// look overdue: both moments stay within the published periods.
Result<void> findTimes(const Database& database, Books& made) {
  PLUMBLINE_TRY(query, database.prepare("SELECT min(first_ms), max(last_ms) FROM "
                                        "publication_tables WHERE first_rowid IS NOT NULL"));
  PLUMBLINE_TRY(more, query.step());
  if (!more || query.isNull(0)) return {};
  const std::int64_t first = query.integer(0);
  const std::int64_t last = query.integer(1);
  const PublicationBook& book = made.publications;
  made.start = Timestamp::milliseconds(first);
  made.asOf = Timestamp::milliseconds(last);
  if (book.lastPeriodEnd() > book.firstPeriodStart()) {
    made.asOf = std::min(made.asOf, book.lastPeriodEnd());
    made.start = std::max(made.start, book.firstPeriodStart());
  }
  const Month newest = Month::of(Timestamp::milliseconds(made.asOf.inMilliseconds() - 1));
  const Month oldest = Month::of(std::min(made.start, made.asOf));
  made.end = newest.end();
  made.start = Month{std::max(oldest.index, newest.index - mostMonths + 1)}.start();
  return {};
}

/// Where a person decided that a name is another spelling of one that a party is called by, it is that
/// party's, too.
void addAliases(const Aliases& aliases, PartyNames& names) {
  for (const AliasClass& each : aliases.classes()) {
    const bool party = each.kind == NameKind::Party || each.kind == NameKind::Site;
    if (!party || !each.counts()) continue;
    std::set<int> called;
    for (const std::string& name : each.names) {
      const auto found = names.find(name);
      if (found != names.end()) called.insert(found->second);
    }
    if (called.size() != 1) continue;
    for (const std::string& name : each.names) names.emplace(name, *called.begin());
  }
}

/// By which names records call a party: its id, its name, the sites it publishes as its own, and what
/// people said is the same.
Result<PartyNames> partyNames(const Database& database, const PublicationBook& publications,
                              const Aliases& aliases) {
  PartyNames names;
  const auto& parties = publications.parties();
  const auto count = static_cast<int>(parties.size());
  for (int i = 0; i < count; ++i) names.emplace(parties[static_cast<std::size_t>(i)].id, i);
  // A name that two parties use says nothing; an id is one party's own.
  std::set<std::string> shared;
  const auto add = [&](std::string_view name, int party) {
    const auto [entry, isNew] = names.emplace(name, party);
    const bool isId = parties[static_cast<std::size_t>(entry->second)].id == name;
    if (!isNew && !isId && entry->second != party) shared.emplace(name);
  };
  for (int i = 0; i < count; ++i) add(parties[static_cast<std::size_t>(i)].name, i);
  PLUMBLINE_TRY(query, database.prepare(
                           "SELECT s.publication, s.id, s.name, s.role FROM current_sites s JOIN "
                           "publications p ON p.id = s.publication "
                           "ORDER BY p.party, p.sequence, s.id, s.name, s.role"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    const PublicationInfo& publication = publications.find(query.integer(0));
    if (!publication.usable) continue;
    const PartyInfo& party = parties[static_cast<std::size_t>(publication.party)];
    const Role role = publications.isPlant(publication.party) ? Role::Plant : party.role;
    if (role == Role::Unknown || roleFromText(query.text(3)) != role) continue;
    add(query.text(1), publication.party);
    add(query.text(2), publication.party);
  }
  for (const std::string& name : shared) names.erase(name);
  names.erase("");
  addAliases(aliases, names);
  return names;
}

}  // namespace

Result<Books> readBooks(const Database& database, const SaidByPeople& people, Lens lens) {
  Books made;
  PLUMBLINE_TRY(publications, PublicationBook::load(database, people.notes, lens));
  made.publications = std::move(publications);
  PLUMBLINE_TRY(gaps, GapBook::load(database, made.publications));
  made.gaps = std::move(gaps);
  PLUMBLINE_TRY(reference, loadReference(database));
  made.refusedReference = std::move(reference.refused);
  PLUMBLINE_TRY(aliases, readAliases(database, people.statements));
  made.aliases = std::move(aliases);
  PLUMBLINE_TRY(materials, MaterialBook::load(database, made.publications, made.aliases.aliases,
                                              std::move(reference.tables)));
  made.materials = std::move(materials);
  PLUMBLINE_TRY(instruments, InstrumentBook::load(database, made.publications));
  made.statedInstruments = std::move(instruments);
  PLUMBLINE_TRY(stocks, StockBook::load(database, made.publications));
  made.stocks = std::move(stocks);
  PLUMBLINE_CHECK(countRows(database, made));
  PLUMBLINE_CHECK(findTimes(database, made));
  PLUMBLINE_TRY(names, partyNames(database, made.publications, made.aliases.aliases));
  made.partyNames = std::move(names);
  return made;
}

}  // namespace plumbline
