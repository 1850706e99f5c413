// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/balance/balance_tests.h"

namespace plumbline {

/// The months, branches and sources of the Balance page, within the span. The tests are those of
/// the whole audit: how many there are says what the first of them can find.
[[nodiscard]] Balance computeBalance(const Books& books, const Loads& loads,
                                     const std::vector<BalanceTest>& tests, MonthSpan span,
                                     const AuditPlan& plan);

}  // namespace plumbline
