// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/fixed_layout.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "model/containers/delimited_rows.h"

namespace plumbline {
namespace {

constexpr std::size_t maxFields = 512;
constexpr std::size_t maxLineBytes = 64 << 10;

std::optional<std::size_t> numberOf(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value == 0) return std::nullopt;
  return value;
}

struct Columns {
  std::size_t position = 0;
  std::size_t name = 0;
  std::size_t size = 0;
};

Result<Columns> columnsOf(const RawRow& row) {
  const auto find = [&row](std::string_view name) -> Result<std::size_t> {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i].text == name) return i;
    }
    return Error{ErrorCode::MissingColumn,
                 "the layout has no such column",
                 {.row = 1},
                 {},
                 Message::data(std::string(name))};
  };
  PLUMBLINE_TRY(position, find("Pos."));
  PLUMBLINE_TRY(name, find("Data Element Name"));
  PLUMBLINE_TRY(size, find("Size"));
  return Columns{position, name, size};
}

}  // namespace

Result<FixedLayout> FixedLayout::parse(std::string_view csv) {
  bool given = false;
  DelimitedRows rows(
      [&](std::string& out) -> Result<bool> {
        if (given) return false;
        given = true;
        out += csv;
        return true;
      },
      ',');
  FixedLayout layout;
  std::optional<Columns> columns;
  RawRow row;
  while (true) {
    PLUMBLINE_TRY(more, rows.next(row));
    if (!more) break;
    if (row.isBlank()) continue;
    if (!columns) {
      PLUMBLINE_TRY(found, columnsOf(row));
      columns = found;
      continue;
    }
    const auto position = numberOf(row.text(columns->position));
    const auto size = numberOf(row.text(columns->size));
    const std::string name(row.text(columns->name));
    if (!position || !size || name.empty()) {
      return Error{ErrorCode::BadValue,
                   "the line is no field of a layout",
                   {.row = row.number},
                   name,
                   "a name, a position and a size from 1 on"};
    }
    if (layout.m_fields.size() == maxFields || *position + *size > maxLineBytes) {
      return Error{ErrorCode::TooLarge, "the layout is too large", {.row = row.number}};
    }
    if (!layout.m_fields.emplace(name, Slot{*position - 1, *size}).second) {
      return Error{ErrorCode::Duplicate, "the field stands twice", {.row = row.number}, name};
    }
    layout.m_lineBytes = std::max(layout.m_lineBytes, *position - 1 + *size);
  }
  if (!columns) return Error{ErrorCode::MissingColumn, "the layout is empty"};
  return layout;
}

std::string FixedLayout::text(std::string_view line, std::string_view field) const {
  const auto slot = m_fields.find(field);
  if (slot == m_fields.end() || slot->second.at >= line.size()) return {};
  return std::string(trimmed(line.substr(slot->second.at, slot->second.size)));
}

}  // namespace plumbline
