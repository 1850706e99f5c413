// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Official JSON: one object, a list of objects, or objects one after the other (JSON Lines). A list
// is read in windows, one element at a time, so that an export of any size fits in memory.

#include <functional>

#include "crypto/json.h"

#include "model/readers/read_input.h"

namespace plumbline {

struct JsonRecord {
  const JsonValue& value;
  std::int64_t number = 0;  // from 1
  std::string_view raw;     // its text in the file
};

inline constexpr std::int64_t maxJsonRecordBytes = 16 << 20;

/// Errors: Io, Cancelled; Malformed, Encoding, TooLarge with the number of the element as row.
[[nodiscard]] Result<void> forEachJsonRecord(
    const ByteFeed& feed, const std::function<Result<void>(const JsonRecord&)>& take,
    const Progress& progress);

/// The value at "quantity.unitOfMeasurement.code", or nullptr where something on the way is absent.
[[nodiscard]] const JsonValue* valueAt(const JsonValue& value, std::string_view path);
/// Its text without white space at the ends; numbers as written, true and false; empty where it is
/// absent, null, a list or an object.
[[nodiscard]] std::string textAt(const JsonValue& value, std::string_view path);
[[nodiscard]] bool isTrueAt(const JsonValue& value, std::string_view path);
/// The elements of a list, none where it is absent.
[[nodiscard]] std::span<const JsonValue> listAt(const JsonValue& value, std::string_view path);
/// The texts of a list of texts, or of the member `of` of its objects: "D003, F001".
[[nodiscard]] std::string joinedAt(const JsonValue& value, std::string_view path,
                                   std::string_view of = {});

}  // namespace plumbline
