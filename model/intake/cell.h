// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A field's text on its way into the workspace, checked (model/records/tables.h, FieldType).

#include <cstdint>
#include <string_view>

#include "crypto/result.h"

#include "model/records/tables.h"

namespace plumbline {

/// Nothing, an integer, or a text that lives elsewhere.
struct Cell {
  enum class Kind : std::uint8_t { Null, Integer, Text };
  union {
    std::int64_t number = 0;
    const char* text;
  };
  std::uint32_t size = 0;
  Kind kind = Kind::Null;
};

/// False where the text breaks the field's rules; cellError then says how. Two functions, because
/// an import reads tens of millions of fields and nearly all of them are good.
[[nodiscard]] bool readCell(const Field& field, std::string_view text, Cell& out);
/// BadValue with column, found and expected; the row is left to the caller.
[[nodiscard]] Error cellError(const Field& field, std::string_view text);

}  // namespace plumbline
