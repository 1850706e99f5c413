// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Is mass missing that no record says anything about? One family of tests for the check and for the
// verdicts alike, so that no verdict is harder than the finding that carries it: the whole time,
// every month, and the period of every claim that denies residue; both signs; Holm's correction.

#include "model/balance/balance.h"
#include "model/balance/period_balance.h"
#include "model/records/plan.h"

namespace plumbline {

/// The period of a current claim that denies residue ("residual_waste", "diversion_rate").
struct ClaimPeriod {
  int party = 0;
  Timestamp start, end;  // end exclusive
};
/// The last day of a claim is part of its period, with or without a time of day.
[[nodiscard]] Timestamp endOfClaim(Timestamp last);

struct BalanceTest {
  int party = -1;  // -1: all plants
  Timestamp start, end;
  bool whole = false, month = false, claim = false;  // what it stands for; may be several
  PeriodBalance balance;
  double adjusted = 1;   // two-sided p after Holm
  bool accuses = false;  // adjusted p below the plan's level, and the mass is material
};

/// The tests of one audit in a fixed order: the whole time, months, claims. Empty without a
/// balance.
[[nodiscard]] std::vector<BalanceTest> balanceTests(const Books& books, const Loads& loads,
                                                    const AuditPlan& plan,
                                                    const std::vector<ClaimPeriod>& claims);
/// The test of that period; nothing where none was made.
[[nodiscard]] const BalanceTest* findTest(const std::vector<BalanceTest>& tests,
                                          const PublicationBook& publications, int party,
                                          Timestamp start, Timestamp end);
/// True where the mass is significant on its own, before anything open counts in the plant's
/// favour.
[[nodiscard]] bool accusesAt(Mass excess, const PeriodBalance& balance, const AuditPlan& plan,
                             std::size_t tests);
/// The smallest loss that the test finds 19 times in 20 as the first of `tests` in Holm's order:
/// what it takes to be significant and material, and 1.645 standard uncertainties more.
[[nodiscard]] Mass detectableLoss(const PeriodBalance& balance, const AuditPlan& plan,
                                  std::size_t tests);
/// How many tests of the family could be made.
[[nodiscard]] std::size_t testsMade(const std::vector<BalanceTest>& tests);

}  // namespace plumbline
