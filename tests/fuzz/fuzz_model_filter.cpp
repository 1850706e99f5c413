// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A filter that is accepted runs: SQLite never refuses what a person typed. The first two bytes
// choose table and column.
#include "model/store/sql_resource.h"
#include "model/workspace/record_sql.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

namespace {

const Database& workspace() {
  static const Database database = [] {
    auto opened = Database::openInMemory().value();
    fuzz::require(opened.execute(sqlResource("schema")).ok());
    fuzz::require(
        opened
            .execute("INSERT INTO materials (publication, row, at, code, name, class) VALUES "
                     "(1, 1, 0, 'm', 'Paper', 'waste')")
            .ok());
    return opened;
  }();
  return database;
}

void run(const StoredQuery& query, std::string_view needle) {
  const RecordSql sql = recordSql(query, needle);
  auto statement = workspace().prepare(sql.listing);
  fuzz::require(statement.ok());
  sql.bind(*statement);
  while (true) {
    const auto there = statement->step();
    fuzz::require(there.ok());
    if (!*there) return;
  }
}

}  // namespace

std::vector<std::string> plumbline::fuzz::seeds() {
  std::vector<std::string> out;
  for (const char* text : {"paper", "!50%_\\", "=m", "-", ">=12.5", "10..20", "<2141-04",
                           "2141..2142-03-01", "=true"}) {
    for (const char column : {'\0', '\1', '\3', '\5'}) {
      out.push_back(std::string{static_cast<char>(out.size()), column} + text);
    }
  }
  return out;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text = fuzz::textOfInput(data, size);
  StoredQuery query;
  query.table = static_cast<Table>(fuzz::takeChoice(text, tableCount));
  const auto fields = tableInfo(query.table).fields;
  const std::size_t column = fuzz::takeChoice(text, fields.size());
  query.sortField = column;
  const auto filter = parseStoredFilter(query.table, fields[column].name, text);
  if (!filter) {
    fuzz::require(filter.error().where.column == fields[column].name);
    return 0;
  }
  fuzz::require(filter->field == column);
  run(query, {});
  query.filters = {*filter};
  run(query, {});
  query.onlyRowids = {1, -1};
  run(query, text.substr(0, 1000));
  return 0;
}
