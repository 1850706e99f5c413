// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who got what: the masses of the ledger's branches once more, by the place the loads went to.
// Kept while loads stream by, so every entry is reached by index.

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/loads/ledger.h"

namespace plumbline {

/// What one plant sent one way to one place.
struct DeliverySum {
  std::int64_t loads = 0;  // as the plant says
  Mass plantSays;
  Mass found;  // signed for there, or still on its way
};

class DeliveryBook {
 public:
  DeliveryBook() = default;
  /// Of the months [first, last): loads of other months are not kept, whatever their dates say.
  DeliveryBook(std::size_t parties, Month first, Month last);
  /// The place of a name that no party goes by. Parties are the places 0 to parties - 1. Beyond
  /// some hundred names all others are one place without a name.
  [[nodiscard]] int place(std::string_view name);
  /// Valid until the next call.
  DeliverySum& at(int plant, int place, Outcome outcome, Month month);

  struct Entry {
    Month month;
    int plant = 0, place = 0;
    Outcome outcome = Outcome::Product;
    DeliverySum sum;
  };
  /// By month, plant, place, branch; only those with anything in them.
  [[nodiscard]] std::vector<Entry> entries() const;
  /// The names behind the places from `parties` on.
  [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }

 private:
  using Branches = std::array<DeliverySum, outcomeCount>;
  std::size_t m_parties = 0;
  Month m_first;
  std::vector<std::vector<std::vector<Branches>>> m_months;  // by month, plant, place
  DeliverySum m_elsewhere;                                   // of other months
  std::map<std::string, int, std::less<>> m_index;
  std::vector<std::string> m_names;
};

}  // namespace plumbline
