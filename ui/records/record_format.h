// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Stored values as a table shows them.

#include <QString>

#include "model/workspace/record_reader.h"

namespace plumbline {

/// "Dispatched (UTC)", "Net kg": the heading of a field.
[[nodiscard]] QString headingOf(const Field& field);
/// "Shipments".
[[nodiscard]] QString nameOf(Table table);
[[nodiscard]] bool isNumber(FieldType type);
/// "2141-04-08 07:12", "17,240"; an empty value is an en dash.
[[nodiscard]] QString displayText(const Field& field, const StoredValue& value);
/// The same without grouping, as it goes to the clipboard and to files.
[[nodiscard]] QString plainText(const Field& field, const StoredValue& value);

}  // namespace plumbline
