// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What makes the uncertainty of the unaccounted mass as wide as it is (docs/methods.md,
// "Contributions"): the terms of the sum of variances, each with the name of its cause.

#include "model/balance/reconciliation.h"

namespace plumbline {

/// More causes than this are told as one: a list that nobody reads to its end says nothing.
inline constexpr std::size_t mostContributions = 40;

/// Of the balance from the turn of `first` to that of `last`, at both of which the stock is known.
[[nodiscard]] std::vector<BalanceContribution> mufContributions(const Reconciliation& books,
                                                                const AuditPlan& plan, Month first,
                                                                Month last);
[[nodiscard]] std::string_view toText(BalanceContribution::Kind kind);

}  // namespace plumbline
