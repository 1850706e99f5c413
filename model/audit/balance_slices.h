// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The balance over parts of the time, and what went each way month by month, so that a reader of
// the result can ask for a year, a month or one kind of material without the records. Derived from
// the same books as the balance of the whole time; no part of the results digest.

#include <vector>

#include "model/balance/balance.h"
#include "model/records/plan.h"

namespace plumbline {

struct ClaimVerdict;
struct Reconciliation;

enum class PeriodKind : std::uint8_t { Claim, Year, Quarter, Month };

/// Stock surveys may be missing at its ends: then its balance is not applicable and says why.
struct BalancePeriod {
  PeriodKind kind = PeriodKind::Year;
  Month first, last;  // last exclusive
  Balance balance;
};

struct MaterialMonth {
  Month month;
  Mass plantSays, found;
  Mass uncertainty;  // expanded (k of the plan), of what was found
  bool incomplete = false;  // as that of BalanceMonth
};

/// One kind of material: "product", "secondary", "energy", "waste", "loss", "residue".
struct MaterialMonths {
  std::string key;
  std::vector<MaterialMonth> months;  // those of Balance::months
};

struct BalanceSlices {
  /// Periods of claims, years, quarters, months, each kind by time; none twice, and none that is
  /// the whole time. Months and quarters only up to 20 years.
  std::vector<BalancePeriod> periods;
  std::vector<MaterialMonths> materials;  // only those of which there is any
};

[[nodiscard]] BalanceSlices balanceSlices(const Reconciliation& reconciliation,
                                          const AuditPlan& plan,
                                          const std::vector<ClaimVerdict>& claims);

}  // namespace plumbline
