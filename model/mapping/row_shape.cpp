// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mapping/row_shape.h"

#include <algorithm>

#include "model/mapping/column_place.h"
#include "model/mapping/mapping_json.h"

namespace plumbline {
namespace {

Message cellsText(std::size_t count) {
  return count == 1 ? Message("1 cell") : Message("%1 cells", count);
}

}  // namespace

Result<void> checkRowShape(const RawRow& row, std::size_t columns, bool isText) {
  const auto problem = [&row](Message message, Found found, Message expected) {
    return Error{ErrorCode::Malformed,
                 std::move(message),
                 {.row = row.number},
                 std::move(found),
                 std::move(expected)};
  };
  if (row.defect != RowDefect::None) return problem(reasonOf(row.defect), {}, {});
  std::size_t cells = row.cells.size();
  while (cells > columns && row.cells[cells - 1].text.empty()) --cells;
  if (cells > columns) {
    return problem("the row has more cells than there are headings", cellsText(cells),
                   cellsText(columns));
  }
  if (cells < columns && isText) {
    return problem("the row has fewer cells than there are headings", cellsText(cells),
                   cellsText(columns));
  }
  return {};
}

std::string cellWords(const RawCell& cell) {
  if (cell.kind == CellKind::Number) {
    if (auto number = plainNumber(cell.text, DecimalMark::Point)) return std::move(number).value();
  }
  return std::string(cell.text);
}

Result<RowShape> RowShape::create(const Mapping& mapping,
                                  const std::vector<std::string>& headings) {
  RowShape shape;
  shape.m_headings = headings;
  shape.m_fileColumns = headings.size();
  shape.m_isText = mapping.delimiter.has_value();
  shape.m_emptyWords = mapping.emptyWords;
  if (mapping.unfold) PLUMBLINE_CHECK(shape.addUnfold(*mapping.unfold));
  for (const RowFilter& each : mapping.filters) {
    PLUMBLINE_TRY(column, columnPlace(each.column, shape.m_headings));
    shape.m_filters.push_back({each, column});
  }
  for (const ColumnRef& each : mapping.duplicates) {
    PLUMBLINE_TRY(column, columnPlace(each, shape.m_headings));
    shape.m_keyColumns.push_back(column);
  }
  return shape;
}

Result<void> RowShape::addUnfold(const Unfold& unfold) {
  for (const Unfold::Column& each : unfold.columns) {
    PLUMBLINE_TRY(column, columnPlace(each.column, m_headings));
    const std::string heading =
        m_headings[column].empty() ? std::to_string(column + 1) : m_headings[column];
    m_unfolded.push_back({column, each.as, heading});
  }
  for (const std::string& added : {unfold.name, unfold.value}) {
    if (std::find(m_headings.begin(), m_headings.end(), added) != m_headings.end()) {
      return badMember("unfold", added, "a heading that the file does not have");
    }
    m_headings.push_back(added);
  }
  return {};
}

bool RowShape::isEmpty(std::string_view text) const {
  return text.empty() ||
         std::find(m_emptyWords.begin(), m_emptyWords.end(), text) != m_emptyWords.end();
}

bool RowShape::holds(const Filter& filter, const RawRow& row) const {
  const std::string text =
      filter.column < row.cells.size() ? cellWords(row.cells[filter.column]) : std::string();
  const auto& texts = filter.rule.texts;
  const bool listed = std::find(texts.begin(), texts.end(), text) != texts.end();
  switch (filter.rule.kind) {
    case RowFilter::Kind::Is:
      return listed;
    case RowFilter::Kind::IsNot:
      return !listed;
    case RowFilter::Kind::Empty:
      return isEmpty(text);
    case RowFilter::Kind::Filled:
      break;
  }
  return !isEmpty(text);
}

Result<void> RowShape::give(ShapedRow& shaped, const RowFunction& take) const {
  const bool stays = std::all_of(m_filters.begin(), m_filters.end(), [&](const Filter& filter) {
    return holds(filter, *shaped.row);
  });
  if (!stays) shaped.fate = ShapedRow::Fate::LeftOut;
  return take(shaped);
}

Result<void> RowShape::each(const RawRow& row, const RowFunction& take) const {
  if (m_unfolded.empty()) {
    ShapedRow shaped;
    shaped.row = &row;
    return give(shaped, take);
  }
  RawRow made = row;
  made.cells.resize(m_fileColumns + 2);
  for (const Unfolded& each : m_unfolded) {
    const RawCell& value = made.cells[each.column];
    made.cells[m_fileColumns] = {each.as};
    made.cells[m_fileColumns + 1] = value;
    ShapedRow shaped;
    shaped.row = &made;
    shaped.part = static_cast<std::int64_t>(each.column) + 1;
    shaped.heading = each.heading;
    if (isEmpty(value.text)) shaped.fate = ShapedRow::Fate::Empty;
    PLUMBLINE_CHECK(give(shaped, take));
  }
  return {};
}

std::optional<Hash> RowShape::keyOf(const ShapedRow& shaped) const {
  if (m_keyColumns.empty()) return std::nullopt;
  // Lengths go first, so that no two rows run into one text.
  std::string text = std::to_string(shaped.part) + ':';
  for (const std::size_t column : m_keyColumns) {
    const std::string words = column < shaped.row->cells.size()
                                  ? cellWords(shaped.row->cells[column])
                                  : std::string();
    text += std::to_string(words.size()) + ':' + words;
  }
  return sha256(bytesOf(text));
}

std::string RowShape::keyText(const ShapedRow& shaped) const {
  std::string text;
  for (const std::size_t column : m_keyColumns) {
    if (!text.empty()) text += " | ";
    text += shaped.row->text(column);
  }
  return text;
}

}  // namespace plumbline
