// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the fields of a fixed-width file stand: one or more layouts, as a CSV with the columns
// "Pos." (from 1), "Data Element Name" and "Size". Positions move between cycles of a report, so a
// layout is data and never part of the program's logic.

#include <map>
#include <string>
#include <string_view>

#include "crypto/result.h"

namespace plumbline {

class FixedLayout {
 public:
  /// Errors: MissingColumn, BadValue, Duplicate; TooLarge beyond 512 fields or 64 KiB a line.
  [[nodiscard]] static Result<FixedLayout> parse(std::string_view csv);
  /// The field of a line without white space at its ends; empty where the line ends before it.
  [[nodiscard]] std::string text(std::string_view line, std::string_view field) const;
  [[nodiscard]] bool has(std::string_view field) const { return m_fields.contains(field); }
  /// Bytes of a line up to the end of its last field but free text.
  [[nodiscard]] std::size_t lineBytes() const { return m_lineBytes; }

 private:
  struct Slot {
    std::size_t at = 0;  // from 0
    std::size_t size = 0;
  };
  std::map<std::string, Slot, std::less<>> m_fields;
  std::size_t m_lineBytes = 0;
};

}  // namespace plumbline
