// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a commodity was worth: from the trade statistics that were imported, else from the table of
// prices.

#include <map>

#include "model/checks/check.h"

namespace plumbline {

class PriceBands {
 public:
  /// Of the statistics: for each commodity (6 digits), year and currency the 5th and 95th percentile
  /// of the unit values of all countries with at least 20 t exported, where there are ten or more.
  [[nodiscard]] static Result<PriceBands> load(const CheckInput& input);
  /// Null where nobody knows.
  [[nodiscard]] const ReferenceBand* find(std::string_view commodity, int year,
                                              std::string_view currency) const;

 private:
  const ReferenceTables* m_reference = nullptr;
  std::map<std::string, ReferenceBand> m_imported;  // "391510 2023 GBP"
};

}  // namespace plumbline
