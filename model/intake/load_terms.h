// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Numbers for the words that shipments and receipts repeat row by row (tables load_words and
// load_scales of the workspace).

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/intake/cell.h"
#include "model/store/database.h"

namespace plumbline {

/// One of the two tables.
class TermNumbers {
 public:
  /// `columns` are where its words stand in a row of cells; absent: always ''.
  using Columns = std::vector<std::optional<std::size_t>>;
  [[nodiscard]] static Result<TermNumbers> create(const Database& database, std::string_view table,
                                                  std::span<const std::string_view> names,
                                                  Columns columns);
  /// The number of the words in this row; new ones are written. Errors: Store.
  [[nodiscard]] Result<std::int64_t> find(std::span<const Cell> row);

 private:
  TermNumbers(const Database& database, Query add, Columns columns)
      : m_database(&database), m_add(std::move(add)), m_columns(std::move(columns)) {}
  [[nodiscard]] Result<std::int64_t> add(std::span<const Cell> row);
  [[nodiscard]] std::string_view word(std::span<const Cell> row, std::size_t index) const;

  const Database* m_database;
  Query m_add;
  Columns m_columns;
  std::string m_key;  // reused
  std::unordered_map<std::string, std::int64_t> m_numbers;
};

struct LoadTerms {
  TermNumbers words;
  TermNumbers scale;
  /// Nothing for a table that is neither shipments nor receipts.
  [[nodiscard]] static Result<std::optional<LoadTerms>> create(
      const Database& database, Table table, std::span<const Field* const> columns);
};

}  // namespace plumbline
