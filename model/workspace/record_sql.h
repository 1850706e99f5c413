// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// SQL of a record query. Column names come from the field list only; everything a person typed is
// bound.

#include "model/records/field_value.h"
#include "model/store/database.h"
#include "model/workspace/record_query.h"

namespace plumbline {

struct RecordSql {
  std::string listing;  // rowids in the query's order
  std::vector<StoredValue> values;
  void bind(Query& query) const;
};

/// `needle`, where not empty, must be in one of the text fields as well.
[[nodiscard]] RecordSql recordSql(const StoredQuery& query, std::string_view needle = {});
/// One row by rowid: publication, row, party, superseded_by, then the fields.
[[nodiscard]] std::string rowSql(Table table);

}  // namespace plumbline
