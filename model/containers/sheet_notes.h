// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace plumbline {

/// What a spreadsheet holds beside values; a person is told.
struct SheetNotes {
  std::int64_t formulas = 0;  // cells: their last value is used
  std::int64_t merged = 0;    // areas: the value stands in the first cell only
  bool macros = false;        // never run
};

}  // namespace plumbline
