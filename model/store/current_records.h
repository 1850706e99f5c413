// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands now of each table of records: no row that a later publication of the same party took
// the place of. A view a table, `current_shipments` and so on, of the connection and never of the
// file: views of a file are switched off, for it may be anybody's.

#include "model/store/database.h"

namespace plumbline {

/// The name of the view of a table.
[[nodiscard]] std::string currentOf(std::string_view table);
/// Once for each connection that reads records. Errors: Store.
[[nodiscard]] Result<void> addCurrentViews(const Database& database);

}  // namespace plumbline
