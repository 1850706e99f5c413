// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A reference table is taken whole or refused; what is taken can be looked up.
#include "model/reference/reference_tables.h"

#include "tests/fuzz/fuzz.h"

using namespace plumbline;

std::vector<std::string> plumbline::fuzz::seeds() {
  std::vector<std::string> all;
  for (const ReferenceTable& table : ReferenceTables::builtIn().tables()) {
    all.push_back(table.text.substr(0, 600));
  }
  return all;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::textOfInput(data, size);
  auto table = parseReferenceTable(text);
  if (!table) return 0;
  fuzz::require(table->text == text && !table->rows.empty());
  const std::string name = table->name;
  const std::size_t rows = table->rows.size();
  const std::size_t columns = findReferenceKind(name)->columns.size();
  for (const auto& row : table->rows) fuzz::require(row.size() == columns);
  ReferenceTables tables = ReferenceTables::builtIn();
  tables.use(std::move(*table));
  fuzz::require(tables.find(name)->rows.size() == rows);
  fuzz::require(tables.tables().size() == referenceKinds().size());
  return 0;
}
