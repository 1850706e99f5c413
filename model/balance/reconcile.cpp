// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/balance/reconciliation.h"
#include "model/loads/match_loads.h"

namespace plumbline {

Result<Reconciliation> reconcile(const Database& database, const SaidByPeople& people,
                                 const AuditPlan& plan, const Progress& progress, Lens lens,
                                 const LoadListeners& listeners) {
  PLUMBLINE_TRY(books, readBooks(database, people, lens));
  PLUMBLINE_TRY(links, readLinks(database, people));
  PLUMBLINE_TRY(loads, readLoads(database, books, links, plan, progress, listeners));
  PLUMBLINE_TRY(balances, drawBalances(database, books, loads, plan, progress));
  return Reconciliation{std::move(books), std::move(links), std::move(loads), std::move(balances)};
}

}  // namespace plumbline
