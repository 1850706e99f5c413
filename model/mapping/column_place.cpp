// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mapping/column_place.h"

#include <algorithm>

namespace plumbline {
namespace {

Error missing(const ColumnRef& column, Message message) {
  return {ErrorCode::MissingColumn,
          std::move(message),
          {},
          {},
          column.heading.empty() ? Message("column %1", column.column)
                                 : Message::data("\"" + column.heading + "\"")};
}

}  // namespace

Result<std::size_t> columnPlace(const ColumnRef& column, const std::vector<std::string>& headings) {
  const auto wanted = static_cast<std::size_t>(column.column);
  const bool there = wanted >= 1 && wanted <= headings.size();
  if (there && headings[wanted - 1] == column.heading) return wanted - 1;
  const auto found = std::find(headings.begin(), headings.end(), column.heading);
  if (column.heading.empty() || found == headings.end()) {
    return missing(column, "the file lacks a column that the mapping names");
  }
  if (wanted == 0 && std::find(found + 1, headings.end(), column.heading) != headings.end()) {
    return missing(column, "several columns have a heading that the mapping names without a number");
  }
  return static_cast<std::size_t>(found - headings.begin());
}

std::string columnName(const ColumnRef& column) {
  return column.heading.empty() ? std::to_string(column.column) : column.heading;
}

}  // namespace plumbline
