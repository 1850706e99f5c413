// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The reader of anybody's table, by a mapping. It recognises by itself only what Plumbline writes
// (the fields' own names as headings); any other table needs a mapping, or `--as table` where its
// headings and values leave no question open.

#include "model/mapping/row_mapper.h"
#include "model/readers/reader.h"
#include "model/readers/table_survey.h"

namespace plumbline {

inline constexpr std::string_view mappedTableId = "table";


/// Reads the rows of a table into a sink, those that cannot be used into its quarantine, and
/// returns the mapping with the zone rules that were used. Errors: as RawTable and
/// RowMapper::create; Malformed where the table has no headings at the mapping's row.
[[nodiscard]] Result<UsedMapping> readMapped(const ReadInput& input, const UsedMapping& mapping,
                                             RecordSink& sink, const Progress& progress);

/// A party's id from a file's name: "Harbour Lieferungen 2141.csv" -> "harbour-lieferungen-2141".
[[nodiscard]] std::string partyOfFile(std::string_view name);

}  // namespace plumbline
