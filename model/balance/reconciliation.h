// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What plant and receivers wrote, laid side by side once: four stages, each made from those before
// it and never changed after that. Checks and verdicts read them; nobody scans the loads again.
//   books     what everybody states about themselves (model/books/books.h)
//   links     what is known of who belongs to whom (model/links/links.h)
//   loads     what the loads add up to, and where two sides differ (model/loads/loads.h)
//   balances  what of the mass is unaccounted for, and how surely (model/balance/balances.h)

#include "model/balance/balances.h"
#include "model/links/links.h"
#include "model/loads/load_watch.h"

namespace plumbline {

struct Reconciliation {
  Books books;
  Links links;
  Loads loads;
  Balances balances;
};

/// One ordered pass over shipments and receipts; memory does not grow with them. Errors: Store,
/// Cancelled.
[[nodiscard]] Result<Reconciliation> reconcile(const Database& database, const SaidByPeople& people,
                                               const AuditPlan& plan, const Progress& progress,
                                               Lens lens = Lens::Everybody,
                                               const LoadListeners& listeners = {});

}  // namespace plumbline
