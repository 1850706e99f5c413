// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "model/records/progress.h"

#include "ui/records/record_source.h"

namespace plumbline {

/// Writes the rows of a query as CSV for people (model/records/csv_field.h) with the published
/// field names, page by page. Run it on a worker thread. Errors: Io, Usage, Store, Cancelled; the
/// file is then not written at all.
[[nodiscard]] Result<std::int64_t> saveRows(const RecordSourceFactory& factory,
                                            const StoredQuery& query, const QString& path,
                                            const Progress& progress);

}  // namespace plumbline
