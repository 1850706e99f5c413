// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/current_records.h"

#include "model/records/tables.h"

namespace plumbline {

std::string currentOf(std::string_view table) {
  return std::string(currentPrefix) + std::string(table);
}

Result<void> addCurrentViews(const Database& database) {
  std::string sql;
  for (const TableInfo& info : allTables()) {
    const std::string table(info.name);
    // Spelled out: a name alone could mean a table that the file brings.
    sql += "CREATE TEMP VIEW " + currentOf(table) + " AS SELECT * FROM main." + table +
           " WHERE superseded_by IS NULL;";
  }
  return database.execute(sql);
}

}  // namespace plumbline
