// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What makes a record the same record in a later publication: its Id fields. Most tables have one;
// an instrument has two, because each calibration of it is a record of its own.

#include <string>
#include <vector>

#include "model/records/tables.h"

namespace plumbline {

inline constexpr char keySeparator = '\x1f';

[[nodiscard]] std::vector<const Field*> keyFields(Table table);
/// SQL text of the key, for example "id" or "id || char(31) || calibration_id".
[[nodiscard]] std::string keyExpression(Table table);
/// The order of keys: byte by byte, but a run of digits before a longer one, so that what counts on
/// from "SH-999" to "SH-1000" keeps rising. A total order.
struct KeyOrder {
  [[nodiscard]] bool operator()(std::string_view a, std::string_view b) const;
};

}  // namespace plumbline
