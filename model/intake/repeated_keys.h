// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which records of a party's publications have a key that stands more than once? Most have none,
// and then nothing has to be sorted.

#include <span>

#include "model/records/tables.h"
#include "model/store/database.h"

namespace plumbline {

/// Consecutive rowids of one publication; the last one is in.
struct RowSpan {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

/// Fills temp.candidates (record, rank: the place of its span) with the records whose key has the
/// hash of another one's; how many there are. Memory is bounded: the keys are read again for every
/// `keysPerPass` of them. Errors: Store, Cancelled.
[[nodiscard]] Result<std::int64_t> listRepeatedKeys(const Database& database, Table table,
                                                    std::span<const RowSpan> spans,
                                                    std::int64_t keysPerPass = 4'000'000);

}  // namespace plumbline
