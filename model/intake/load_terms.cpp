// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/load_terms.h"

namespace plumbline {
namespace {

/// Real records have some hundred. Where every row has words of its own they are forgotten from
/// time to time and written again: that costs room in the file, but no memory.
constexpr std::size_t mostRemembered = 50'000;

constexpr std::string_view wordNames[] = {"material", "low_code", "operation", "status",
                                            "other"};
constexpr std::string_view scaleNames[] = {"instrument", "calibration"};

void append(std::string& key, std::string_view word) {
  key.append(word);
  key.push_back('\0');
}

std::string joined(std::span<const std::string_view> names) {
  std::string list;
  for (const std::string_view name : names) {
    list += (list.empty() ? "" : ", ") + std::string(name);
  }
  return list;
}

std::optional<std::size_t> columnOf(std::span<const Field* const> columns, std::string_view name) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i]->name == name) return i;
  }
  return std::nullopt;
}

}  // namespace

Result<TermNumbers> TermNumbers::create(const Database& database, std::string_view table,
                                        std::span<const std::string_view> names, Columns columns) {
  const std::string list = joined(names);
  std::string places = "?";
  for (std::size_t i = 1; i < names.size(); ++i) places += ", ?";
  PLUMBLINE_TRY(add, database.prepare("INSERT INTO " + std::string(table) + " (" + list +
                                      ") VALUES (" + places + ")"));
  TermNumbers made(database, std::move(add), std::move(columns));
  PLUMBLINE_TRY(known, database.prepare("SELECT id, " + list + " FROM " + std::string(table) +
                                        " ORDER BY id LIMIT " + std::to_string(mostRemembered)));
  while (true) {
    PLUMBLINE_TRY(there, known.step());
    if (!there) return made;
    std::string key;
    for (std::size_t i = 0; i < names.size(); ++i) append(key, known.text(static_cast<int>(i) + 1));
    made.m_numbers.emplace(std::move(key), known.integer(0));
  }
}

std::string_view TermNumbers::word(std::span<const Cell> row, std::size_t index) const {
  if (!m_columns[index]) return {};
  const Cell& cell = row[*m_columns[index]];
  return cell.kind == Cell::Kind::Text ? std::string_view(cell.text, cell.size)
                                       : std::string_view();
}

Result<std::int64_t> TermNumbers::find(std::span<const Cell> row) {
  m_key.clear();
  for (std::size_t i = 0; i < m_columns.size(); ++i) append(m_key, word(row, i));
  const auto found = m_numbers.find(m_key);
  if (found != m_numbers.end()) return std::int64_t{found->second};
  return add(row);
}

Result<std::int64_t> TermNumbers::add(std::span<const Cell> row) {
  for (std::size_t i = 0; i < m_columns.size(); ++i) {
    m_add.bind(static_cast<int>(i) + 1, word(row, i));
  }
  PLUMBLINE_CHECK(m_add.run());
  const std::int64_t number = m_database->lastInsertRowid();
  if (m_numbers.size() >= mostRemembered) m_numbers.clear();
  m_numbers.emplace(m_key, number);
  return number;
}

Result<std::optional<LoadTerms>> LoadTerms::create(const Database& database, Table table,
                                                   std::span<const Field* const> columns) {
  if (table != Table::Shipments && table != Table::Receipts) return std::optional<LoadTerms>();
  const bool sent = table == Table::Shipments;
  const std::string_view status = sent ? "status" : "outcome";
  const std::string_view other = sent ? "consignee" : "consignor";
  PLUMBLINE_TRY(words,
                TermNumbers::create(database, "load_words", wordNames,
                                    {columnOf(columns, "material"), columnOf(columns, "low_code"),
                                     columnOf(columns, "operation"), columnOf(columns, status),
                                     columnOf(columns, other)}));
  PLUMBLINE_TRY(scale, TermNumbers::create(
                           database, "load_scales", scaleNames,
                           {columnOf(columns, "instrument"), columnOf(columns, "calibration")}));
  return std::optional<LoadTerms>(LoadTerms{std::move(words), std::move(scale)});
}

}  // namespace plumbline
