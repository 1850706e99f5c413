// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What makes the uncertainty of the unaccounted mass as wide as it is (docs/methods.md,
// "Contributions"): the terms of the sum of variances, each with the name of its cause.

#include "model/balance/balance.h"
#include "model/books/books.h"
#include "model/loads/loads.h"
#include "model/records/plan.h"

namespace plumbline {

/// More causes than this are told as one: a list that nobody reads to its end says nothing.
inline constexpr std::size_t mostContributions = 40;

/// Of the balance over the months, at both ends of which the stock is known.
[[nodiscard]] std::vector<BalanceContribution> mufContributions(const Books& books,
                                                                const Loads& loads,
                                                                const AuditPlan& plan,
                                                                MonthSpan months);
[[nodiscard]] std::string_view toText(BalanceContribution::Kind kind);

}  // namespace plumbline
