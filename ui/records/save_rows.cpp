// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/save_rows.h"

#include "model/records/csv_field.h"
#include "model/store/new_file.h"

#include "ui/records/record_format.h"
#include "ui/words/from_std.h"

namespace plumbline {

Result<std::int64_t> saveRows(const RecordSourceFactory& factory, const StoredQuery& query,
                              const QString& path, const Progress& progress) {
  constexpr std::int64_t kPage = 4096;
  PLUMBLINE_TRY(source, factory());
  PLUMBLINE_TRY(total, source->count(query));
  PLUMBLINE_TRY(file, NewFile::open(path.toStdU16String(), NewFile::Existing::Replace));
  const auto write = [&file](const QByteArray& bytes) {
    return file.write(bytesOf({bytes.constData(), static_cast<std::size_t>(bytes.size())}));
  };
  const auto fields = tableInfo(query.table).fields;
  QStringList cells;
  for (const Field& field : fields) {
    cells << fromStd(field.name);
  }
  PLUMBLINE_CHECK(write(csvLineForPeople(cells)));
  for (std::int64_t first = 0; first < total; first += kPage) {
    if (progress.cancelled()) return Progress::cancelledError();
    progress.report("Saving rows", first, total);
    PLUMBLINE_TRY(rows, source->page(query, first, kPage));
    QByteArray bytes;
    for (const StoredRow& row : rows) {
      cells.clear();
      for (std::size_t i = 0; i < fields.size(); ++i) {
        cells << plainText(fields[i], row.values[i]);
      }
      bytes += csvLineForPeople(cells);
    }
    PLUMBLINE_CHECK(write(bytes));
  }
  PLUMBLINE_CHECK(file.commit());
  return total;
}

}  // namespace plumbline
