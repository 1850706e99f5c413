// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Stock surveys: what lay where, when, and how well that is known.

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "model/books/month_span.h"
#include "model/books/publication_book.h"
#include "model/books/variance.h"

namespace plumbline {

/// All piles of a plant (or of all plants) at one moment.
struct StockLevel {
  Mass mass;
  Variance variance = 0;       // grams squared
  Timestamp earliest, latest;  // of the surveys it is made from
};

class StockBook {
 public:
  [[nodiscard]] static Result<StockBook> load(const Database& database,
                                              const PublicationBook& publications);
  /// The surveys nearest to the moment, at most `surveyReachDays` away. Nothing where a pile that
  /// had been surveyed before has none: an unknown stock is not an empty one. A pile counts as
  /// empty before its first survey. party -1: all; material empty: all.
  [[nodiscard]] std::optional<StockLevel> at(int party, Timestamp time,
                                             std::string_view material = {}) const;
  [[nodiscard]] bool empty() const { return m_piles.empty(); }
  [[nodiscard]] bool has(int party) const;
  /// From the first to the last turn of a month within the span at which all stock is known.
  [[nodiscard]] std::optional<MonthSpan> surveyedMonths(MonthSpan span) const;

  struct Survey {
    Timestamp time;
    Mass mass;
    std::int64_t uGrams = 0;
    bool stated = false;  // by the plant; false: the default was used
  };
  struct Key {
    int party;
    std::string node;
    std::string material;
    auto operator<=>(const Key&) const = default;
  };
  /// The surveys that at() adds up, one for each pile; nothing where at() knows nothing.
  [[nodiscard]] std::vector<std::pair<const Key*, const Survey*>> surveysAt(
      int party, Timestamp time, std::string_view material = {}) const;
  /// By time, each pile by itself.
  [[nodiscard]] const std::map<Key, std::vector<Survey>>& piles() const { return m_piles; }

 private:
  std::map<Key, std::vector<Survey>> m_piles;
};

inline constexpr std::int64_t surveyReachDays = 4;

}  // namespace plumbline
