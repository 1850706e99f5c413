// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What every sink asks of a record: fields that the table has, values of their type, a key of its
// own.

#include <set>

#include "model/intake/cell.h"
#include "model/intake/record_sink.h"
#include "model/workspace/record_key.h"

namespace plumbline {

/// The keys of a table's records so far.
using RecordKeys = std::set<std::string, KeyOrder>;

/// Fills `cells` with the record's values in the order of the table's fields and adds its key to
/// `keys`. Texts point into `fields`. Errors name `where`: BadValue, Encoding, Duplicate; Internal
/// for a field that the table does not have.
[[nodiscard]] Result<void> checkRecord(Table table, std::span<const NamedText> fields,
                                       const Place& where, std::vector<Cell>& cells,
                                       RecordKeys& keys);

}  // namespace plumbline
