// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a column of a mapping stands in a file.

#include "model/mapping/table_shape.h"

namespace plumbline {

/// From 0: by its number where that column has the heading, else by the heading. Errors:
/// MissingColumn, also where a heading without a number stands over several columns.
[[nodiscard]] Result<std::size_t> columnPlace(const ColumnRef& column,
                                              const std::vector<std::string>& headings);

/// "Netto", or the column's number.
[[nodiscard]] std::string columnName(const ColumnRef& column);

}  // namespace plumbline
