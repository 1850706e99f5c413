// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/record_check.h"

#include <algorithm>

#include "crypto/bytes.h"

#include "model/workspace/record_key.h"

namespace plumbline {
namespace {

Error at(Error error, const Place& where) {
  const std::string column = error.where.column;
  error.where = where;
  if (error.where.column.empty()) error.where.column = column;
  return error;
}

std::string_view textOf(std::span<const NamedText> fields, std::string_view name) {
  const auto same = [name](const NamedText& text) { return text.field == name; };
  const auto found = std::find_if(fields.begin(), fields.end(), same);
  return found != fields.end() ? found->text : std::string_view();
}

std::string keyOf(Table table, std::span<const NamedText> fields) {
  std::string key;
  for (const Field* field : keyFields(table)) {
    if (!key.empty()) key += keySeparator;
    key += textOf(fields, field->name);
  }
  return key;
}

Result<void> checkNames(Table table, std::span<const NamedText> fields, const Place& where) {
  for (const NamedText& text : fields) {
    const auto same = [&text](const Field& field) { return field.name == text.field; };
    const auto& known = tableInfo(table).fields;
    if (std::none_of(known.begin(), known.end(), same)) {
      return Error{ErrorCode::Internal, "the reader names a field that the table does not have",
                   where, std::string(text.field)};
    }
    if (!isUtf8(text.text)) {
      return at(
          {ErrorCode::Encoding, "the field is not UTF-8", {.column = std::string(text.field)}},
          where);
    }
  }
  return {};
}

}  // namespace

Result<void> checkRecord(Table table, std::span<const NamedText> fields, const Place& where,
                         std::vector<Cell>& cells, RecordKeys& keys) {
  PLUMBLINE_CHECK(checkNames(table, fields, where));
  cells.clear();
  for (const Field& field : tableInfo(table).fields) {
    const std::string_view text = textOf(fields, field.name);
    if (!readCell(field, text, cells.emplace_back())) return at(cellError(field, text), where);
  }
  if (!keys.insert(keyOf(table, fields)).second) {
    const Field* key = keyFields(table).front();
    return at({ErrorCode::Duplicate,
               "the id is there twice",
               {.column = std::string(key->name)},
               "\"" + std::string(textOf(fields, key->name)) + "\""},
              where);
  }
  return {};
}

}  // namespace plumbline
