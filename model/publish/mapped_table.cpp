// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/publish/mapped_table.h"

#include <algorithm>

#include "model/import/local_table.h"
#include "model/members/plumb_layout.h"
#include "model/records/csv_field.h"

namespace plumbline {
namespace {

class CsvSink : public RecordSink {
 public:
  explicit CsvSink(Table table) : m_fields(tableInfo(table).fields) {
    for (const Field& field : m_fields)
      m_out.csv += (m_out.csv.empty() ? "" : ",") + std::string(field.name);
    m_out.csv += '\n';
    m_out.rows.push_back(0);  // of the headings, which the mapping names
  }

  Result<void> describe(const UnsignedPublication&) override { return {}; }

  Result<void> add(Table, std::span<const NamedText> fields, const Place& where) override {
    bool first = true;
    for (const Field& field : m_fields) {
      if (!std::exchange(first, false)) m_out.csv += ',';
      const auto named = std::ranges::find(fields, field.name, &NamedText::field);
      if (named != fields.end()) m_out.csv += csvField(named->text);
    }
    m_out.csv += '\n';
    m_out.rows.push_back(where.row);
    if (m_out.csv.size() <= plumbMaxTableBytes) return {};
    return Error{ErrorCode::TooLarge, "the table is larger than 512 MiB"};
  }

  Result<void> quarantine(const QuarantinedRow& row) override {
    if (!m_fault)
      m_fault =
          Error{ErrorCode::BadValue, "the row cannot be used", row.where, row.value, row.expected};
    return {};
  }

  Result<SheetTable> finish() && {
    if (m_fault) return std::move(*m_fault);
    return std::move(m_out);
  }

 private:
  std::span<const Field> m_fields;
  SheetTable m_out;
  std::optional<Error> m_fault;  // of the first row that cannot be used
};

}  // namespace

Result<SheetTable> tableByMapping(const std::filesystem::path& file, const Mapping& mapping,
                                  const Progress& progress) {
  CsvSink sink(mapping.table);
  PLUMBLINE_CHECK(readByMapping(file, mapping, sink, progress));
  return std::move(sink).finish();
}

}  // namespace plumbline
