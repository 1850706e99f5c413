// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How much lay there at a moment, and how well that is known. A survey is rarely made at the very
// moment: where one was made on the evening before, what came and went in that night may be in it
// or not. Example: 40 t moved in between; then the stock is known no better than a range 40 t wide.

#include <functional>

#include "model/books/stock_book.h"
#include "model/loads/ledger.h"

namespace plumbline {

/// All that came or went on a day.
using MovedOnDay = std::function<Mass(std::int64_t day)>;

/// The level that surveys near the moment show. What moved between them and the moment adds to the
/// variance, as a range of that width.
[[nodiscard]] StockLevel atMoment(StockLevel level, Timestamp time, const MovedOnDay& moved);

/// Of the plant; party -1: of all plants. Nothing where no survey is near.
[[nodiscard]] std::optional<StockLevel> stockAt(const StockBook& stocks, const Ledger& ledger,
                                                int party, Timestamp time);

}  // namespace plumbline
