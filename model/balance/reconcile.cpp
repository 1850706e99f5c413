// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "model/balance/match_loads.h"
#include "model/balance/material_books.h"
#include "model/balance/plant_records.h"
#include "model/balance/reconciliation.h"

namespace plumbline {
namespace {

constexpr int mostMonths = 1'200;  // of the balance; older records are still matched

/// From what the import noted of each table, so that no row is read for it.
Result<void> countRows(const Database& database, Reconciliation& result) {
  PLUMBLINE_TRY(query, database.prepare("SELECT name, sum(rows) FROM publication_tables WHERE "
                                        "first_rowid IS NOT NULL GROUP BY name"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    const std::optional<Table> table = tableFromName(query.text(0));
    if (table) result.rowCounts[static_cast<std::size_t>(*table)] = query.integer(1);
  }
}

/// First and last moment of the records. A slip of the pen ("2241") must not make every open load
/// look overdue: both moments stay within the published periods.
Result<void> findTimes(const Database& database, Reconciliation& result) {
  PLUMBLINE_TRY(query, database.prepare("SELECT min(first_ms), max(last_ms) FROM "
                                        "publication_tables WHERE first_rowid IS NOT NULL"));
  PLUMBLINE_TRY(more, query.step());
  if (!more || query.isNull(0)) return {};
  const std::int64_t first = query.integer(0);
  const std::int64_t last = query.integer(1);
  const PublicationBook& book = result.publications;
  result.start = Timestamp::milliseconds(first);
  result.asOf = Timestamp::milliseconds(last);
  if (book.lastPeriodEnd() > book.firstPeriodStart()) {
    result.asOf = std::min(result.asOf, book.lastPeriodEnd());
    result.start = std::max(result.start, book.firstPeriodStart());
  }
  const Month newest = Month::of(Timestamp::milliseconds(result.asOf.inMilliseconds() - 1));
  const Month oldest = Month::of(std::min(result.start, result.asOf));
  result.end = newest.end();
  result.start = Month{std::max(oldest.index, newest.index - mostMonths + 1)}.start();
  return {};
}

/// By which names records call a party: its id, its name, and the sites it publishes as its own.
Result<PartyNames> partyNames(const Database& database, const PublicationBook& publications) {
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
                           "SELECT s.publication, s.id, s.name, s.role FROM sites s JOIN "
                           "publications p ON p.id = s.publication WHERE s.superseded_by IS NULL "
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
  return names;
}

constexpr std::string_view claimPeriodsSql =
    "SELECT c.publication, c.period_start_ms, c.period_end_ms FROM claims c JOIN publications p ON "
    "p.id = c.publication WHERE c.superseded_by IS NULL AND c.metric IN ('residual_waste', "
    "'diversion_rate') ORDER BY c.period_start_ms, c.period_end_ms, p.party LIMIT 1000";

Result<std::vector<ClaimPeriod>> claimPeriods(const Database& database,
                                              const PublicationBook& publications) {
  PLUMBLINE_TRY(query, database.prepare(claimPeriodsSql));
  std::vector<ClaimPeriod> claims;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return claims;
    const PublicationInfo& publication = publications.find(query.integer(0));
    if (!publication.usable || !publications.isPlant(publication.party)) continue;
    claims.push_back({publication.party, Timestamp::milliseconds(query.integer(1)),
                      endOfClaim(Timestamp::milliseconds(query.integer(2)))});
  }
}

}  // namespace

Result<Reconciliation> loadBooks(const Database& database, Lens lens) {
  Reconciliation result;
  PLUMBLINE_TRY(publications, PublicationBook::load(database, lens));
  result.publications = std::move(publications);
  PLUMBLINE_TRY(gaps, GapBook::load(database, result.publications));
  result.gaps = std::move(gaps);
  PLUMBLINE_TRY(reference, loadReference(database));
  result.refusedReference = std::move(reference.refused);
  PLUMBLINE_TRY(materials,
                MaterialBook::load(database, result.publications, std::move(reference.tables)));
  result.materials = std::move(materials);
  PLUMBLINE_TRY(instruments, InstrumentBook::load(database, result.publications));
  result.instruments = std::move(instruments);
  PLUMBLINE_TRY(stocks, StockBook::load(database, result.publications));
  result.stocks = std::move(stocks);
  result.ledger = Ledger(static_cast<int>(result.publications.parties().size()));
  PLUMBLINE_CHECK(countRows(database, result));
  PLUMBLINE_CHECK(findTimes(database, result));
  PLUMBLINE_TRY(decisions, LinkDecisions::load(database));
  result.linkDecisions = std::move(decisions);
  PLUMBLINE_TRY(names, partyNames(database, result.publications));
  result.partyNames = std::move(names);
  return result;
}

Result<Reconciliation> reconcile(const Database& database, const AuditPlan& plan,
                                 const Progress& progress, Lens lens, const LoadWatch* watch) {
  PLUMBLINE_TRY(result, loadBooks(database, lens));
  const auto months =
      result.surveyedMonths().value_or(std::pair(Month::of(result.start), Month::of(result.end)));
  result.border = BorderBook(months.first, months.second, result.publications.parties().size());
  PLUMBLINE_CHECK(bookPlantRecords(database, result, progress));
  PLUMBLINE_CHECK(matchLoads(database, plan, result, progress, nullptr, watch));
  result.ledger.sort();
  result.onlyWaterIsLost = result.border.onlyWaterIsLost();
  PLUMBLINE_TRY(claims, claimPeriods(database, result.publications));
  result.balanceTests = balanceTests(result, plan, claims);
  result.balance = computeBalance(result, plan);
  PLUMBLINE_TRY(materials, MaterialBooks::load(database, result, progress));
  result.lossSeries = lossSeries(result, materials);
  result.network = plantNetwork(result, materials, plan);
  return result;
}

}  // namespace plumbline
