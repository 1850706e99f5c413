// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a reader counted on its way that no record and no quarantined row shows, so that nothing of a
// file is lost silently.

#include <cstdint>
#include <map>
#include <string>

#include "model/records/decimal.h"

namespace plumbline {

/// Of one unit, in millionths of it; nothing where a sum does not fit.
struct RepeatedSum {
  std::optional<std::int64_t> all = 0;       // of all rows that could be read
  std::optional<std::int64_t> repeated = 0;  // of those that repeat another
};

struct ReadCounts {
  std::int64_t leftOut = 0;     // rows that the mapping leaves out
  std::int64_t emptyCells = 0;  // of columns that would have become rows
  std::int64_t repeated = 0;    // rows that are the same as another in what the mapping names
  std::int64_t unread = 0;      // optional values that became remarks
  std::int64_t periods = 0;     // moments of which only the period is known
  std::map<std::string, RepeatedSum> sums = {};  // by unit

  ReadCounts& operator+=(const ReadCounts& other);
};

}  // namespace plumbline
