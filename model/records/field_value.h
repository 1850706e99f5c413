// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A field's published text and its stored value (docs/file-format.md, "Tables").

#include "model/records/quantities.h"
#include "model/records/tables.h"

namespace plumbline {

inline constexpr std::int64_t maxRecordGrams = 10'000'000'000'000;  // 10,000,000 t

[[nodiscard]] constexpr bool isTextType(FieldType type) {
  return type == FieldType::Id || type == FieldType::Text;
}

/// The stored integer of a type that is not text. Errors: BadValue with found and expected.
[[nodiscard]] Result<std::int64_t> parseFieldValue(FieldType type, std::string_view text);
/// Canonical text of a stored integer: parseFieldValue reads it back as the same value.
[[nodiscard]] std::string fieldValueText(FieldType type, std::int64_t value);

}  // namespace plumbline
