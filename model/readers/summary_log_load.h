// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The figures of one load of a summary log, typed.

#include <optional>

#include "model/readers/summary_log_file.h"
#include "model/records/quantities.h"

namespace plumbline {

struct SummaryLogFigures {
  std::string rowId;              // ROW_ID, or "row 17" where the formula was never computed
  std::optional<Timestamp> date;  // received, or left the site
  // Micrograms.
  std::optional<std::int64_t> gross, tare, pallet, net, nonTarget;
  std::optional<std::int64_t> tonnage;     // of UK packaging: received, sent on; of the product
  std::optional<std::int64_t> proportion;  // recyclable, 10^-12
  // Of a product, where the log states them: the part of its mass that is UK packaging.
  std::optional<std::int64_t> packagingShare;  // 10^-12
  std::optional<std::int64_t> packagingMass;   // micrograms
  std::optional<bool> countsProduct;           // "add product weight": it counts in the waste balance
  std::optional<bool> balingWire;
  std::optional<Timestamp> exported, overseas, repatriated;
  std::optional<std::int64_t> exportedMass, overseasMass;  // micrograms
  bool refused = false;                                    // or stopped on its way
};

/// Errors: BadValue with the cell's place, what was found and what was expected.
[[nodiscard]] Result<SummaryLogFigures> figuresOf(const SummaryLogLoad& load, bool date1904);

}  // namespace plumbline
