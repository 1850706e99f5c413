// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One pass over CSV text, without copying: UTF-8 without BOM, comma, '"' quoting, LF or CRLF
// (docs/file-format.md, "Tables"). A quoted field may hold line ends and tabs; no field may hold
// another control character.

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/result.h"

namespace plumbline {

/// Unquoted text of a field: a view into the scanned text, or into the scanner's own copies where
/// a quoted field holds doubled quotes.
using CsvFields = std::vector<std::string_view>;

inline constexpr std::size_t maxRecordBytes = 1 << 20;
inline constexpr std::size_t maxCsvFields = 256;

struct CsvRecord {
  std::size_t bytes = 0;     // without the line end: what a row leaf is taken over
  std::size_t consumed = 0;  // with the line end; 0: the record is not complete in this text
};

/// Scans the record at the start of `text`, which must not be empty. `last`: no more text follows,
/// so the end of the text ends the record. `copies` keeps unquoted copies alive.
/// Errors: Malformed, Encoding, TooLarge. where.byte counts from the start of `text`, and
/// where.row is left to the caller.
[[nodiscard]] Result<CsvRecord> scanRecord(std::string_view text, bool last, CsvFields& fields,
                                           std::deque<std::string>& copies);

}  // namespace plumbline
