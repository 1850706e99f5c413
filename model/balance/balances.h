// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The fourth stage of reconcile(): all balances that the books and the loads allow.

#include "model/balance/balance.h"
#include "model/balance/balance_tests.h"
#include "model/balance/loss_series.h"
#include "model/balance/plant_network.h"
#include "model/books/books.h"
#include "model/loads/loads.h"
#include "model/records/plan.h"
#include "model/records/progress.h"

namespace plumbline {

struct Balances {
  std::vector<BalanceTest> tests;
  Balance whole;  // of all plants over the whole time
  std::vector<LossSeries> lossSeries;
  PlantNetwork network;
};

/// Reads the claims whose periods are tested, and the loads of piles whose flows are recorded.
/// Errors: Store, Cancelled.
[[nodiscard]] Result<Balances> drawBalances(const Database& database, const Books& books,
                                            const Loads& loads, const AuditPlan& plan,
                                            const Progress& progress);

}  // namespace plumbline
