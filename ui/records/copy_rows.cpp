// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/copy_rows.h"

#include <algorithm>

#include "model/records/csv_field.h"

#include "ui/records/record_format.h"
#include "ui/records/record_lookups.h"

namespace plumbline {

namespace {

constexpr std::int64_t kPage = 4096;

/// As the table copies it: the fields, the other side where records have one, the line in the file.
/// The other side is looked up for what is on screen only.
QString lineOf(const StoredQuery& query, const StoredRow& row) {
  const auto fields = tableInfo(query.table).fields;
  QStringList cells;
  for (std::size_t i = 0; i < fields.size() && i < row.values.size(); ++i) {
    cells << withoutFormula(plainText(fields[i], row.values[i]).simplified());
  }
  if (counterpartOf(query.table)) cells << QString();
  cells << QString::number(row.row);
  return cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
}

}  // namespace

Result<CopiedRows> copyRows(const RecordSourceFactory& factory, const StoredQuery& query,
                            const std::vector<RowRange>& ranges, const QStringList& headings,
                            const Progress& progress) {
  PLUMBLINE_TRY(source, factory());
  std::int64_t total = 0;
  for (const RowRange& range : ranges) total += range.count;
  CopiedRows copied;
  if (!headings.isEmpty()) copied.text = headings.join(QLatin1Char('\t')) + QLatin1Char('\n');
  for (const RowRange& range : ranges) {
    const std::int64_t end = range.first + range.count;
    for (std::int64_t first = range.first; first < end; first += kPage) {
      if (progress.cancelled()) return Progress::cancelledError();
      progress.report("Copying rows", copied.rows, total);
      PLUMBLINE_TRY(rows, source->page(query, first, std::min(kPage, end - first)));
      for (const StoredRow& row : rows) copied.text += lineOf(query, row);
      copied.rows += static_cast<std::int64_t>(rows.size());
    }
  }
  return copied;
}

}  // namespace plumbline
