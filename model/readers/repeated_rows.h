// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows of a file that repeat another one, and what they add up to with and without it.

#include <cstring>
#include <unordered_map>

#include "crypto/hash.h"

#include "model/intake/read_counts.h"

namespace plumbline {

inline constexpr std::size_t maxRepeatedKeys = 5'000'000;

class RepeatedRows {
 public:
  /// The number of the row that had the key first.
  [[nodiscard]] std::optional<std::int64_t> find(const Hash& key) const;
  /// The same among rows that could not be read; the first of them is kept, and gives nothing. One that
  /// can be read is no repeat of them.
  [[nodiscard]] std::optional<std::int64_t> findUnread(const Hash& key, std::int64_t row);
  /// The first row of a key. `amount`: decimal text; "" where it has none. Errors: TooLarge beyond
  /// maxRepeatedKeys.
  [[nodiscard]] Result<void> add(const Hash& key, std::int64_t row, std::string_view amount,
                                 std::string_view unit);
  void addRepeated(std::string_view amount, std::string_view unit);
  void addTo(ReadCounts& counts) const;

 private:
  struct KeyHash {
    std::size_t operator()(const Hash& key) const {
      std::size_t value = 0;
      std::memcpy(&value, key.bytes.data(), sizeof(value));
      return value;
    }
  };
  using RowsByKey = std::unordered_map<Hash, std::int64_t, KeyHash>;
  RowsByKey m_rows;
  RowsByKey m_unread;  // at most maxRepeatedKeys; beyond them a row stands for itself
  std::map<std::string, RepeatedSum> m_sums;
};

}  // namespace plumbline
