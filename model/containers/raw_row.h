// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A row of somebody's table as it stands in the file, before anybody knows what it means.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/message.h"

namespace plumbline {

enum class CellKind : std::uint8_t {
  Text,    // as written; all that a text file has
  Number,  // of a spreadsheet: digits with a point, possibly an exponent
  Date,    // of a spreadsheet: ISO 8601
  Fault,   // "#VALUE!": what a formula could not compute
};

struct RawCell {
  std::string_view text;  // UTF-8, without white space at its ends
  CellKind kind = CellKind::Text;
};

enum class RowDefect : std::uint8_t {
  None,
  TooLong,       // over maxRawRowBytes: the rest of it was skipped
  TooManyCells,  // over maxRawCells: the rest of them were skipped
  OpenQuote,     // a quote that nothing closes within the limit; read on after its first line
};
/// "the row is longer than 1 MiB": for an error; empty for None.
[[nodiscard]] Message reasonOf(RowDefect defect);

inline constexpr std::size_t maxRawRowBytes = 1 << 20;
inline constexpr std::size_t maxRawCells = 1024;

struct RawRow {
  std::int64_t number = 0;  // from 1: of the sheet, or of the records in a text file
  std::vector<RawCell> cells;
  RowDefect defect = RowDefect::None;
  [[nodiscard]] std::string_view text(std::size_t column) const {
    return column < cells.size() ? cells[column].text : std::string_view();
  }
  [[nodiscard]] bool isBlank() const {
    for (const RawCell& cell : cells) {
      if (!cell.text.empty()) return false;
    }
    return defect == RowDefect::None;
  }
};

/// Without spaces, tabs, line ends and no-break spaces at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace plumbline
