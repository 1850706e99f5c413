// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/balance/balances.h"

#include "model/balance/compute_balance.h"
#include "model/balance/material_books.h"
#include "model/balance/solve_plant_network.h"

namespace plumbline {
namespace {

constexpr std::string_view claimPeriodsSql =
    "SELECT c.publication, c.period_start_ms, c.period_end_ms FROM current_claims c JOIN publications p ON "
    "p.id = c.publication WHERE c.metric IN ('residual_waste', "
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

Result<Balances> drawBalances(const Database& database, const Books& books, const Loads& loads,
                              const AuditPlan& plan, const Progress& progress) {
  Balances made;
  PLUMBLINE_TRY(claims, claimPeriods(database, books.publications));
  made.tests = balanceTests(books, loads, plan, claims);
  made.whole = computeBalance(books, loads, made.tests, books.months(), plan);
  PLUMBLINE_TRY(materials, MaterialBooks::load(database, books, loads, progress));
  made.lossSeries = lossSeries(books, loads, materials);
  made.network = solvePlantNetwork(books, loads, materials, plan);
  return made;
}

}  // namespace plumbline
