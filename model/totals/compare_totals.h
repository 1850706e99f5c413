// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/records/progress.h"
#include "model/totals/totals_comparison.h"
#include "model/totals/totals_table.h"

namespace plumbline {

/// Rows are sorted once and merged; docs/methods.md, "Declared totals". Names of parties are left
/// as their ids.
[[nodiscard]] TotalsComparison compareTotals(TotalsTable table);

/// The same of a workspace, with the names of its parties. Empty where no table of totals is here.
/// Errors: those of the store.
[[nodiscard]] Result<TotalsComparison> compareTotals(const Database& database, const Books& books,
                                                     const TotalsNames& names = {});

}  // namespace plumbline
