// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "model/records/progress.h"

#include "ui/records/record_source.h"

namespace plumbline {

/// Rows of a query, one behind the other.
struct RowRange {
  std::int64_t first = 0;
  std::int64_t count = 0;
};

struct CopiedRows {
  QString text;  // tabs between the fields
  std::int64_t rows = 0;
};

/// Reads these rows page by page, whatever is in memory. A first line has the headings, where there
/// are any. Run it on a worker thread. Errors: Store, Cancelled.
[[nodiscard]] Result<CopiedRows> copyRows(const RecordSourceFactory& factory,
                                          const StoredQuery& query,
                                          const std::vector<RowRange>& ranges,
                                          const QStringList& headings, const Progress& progress);

}  // namespace plumbline
