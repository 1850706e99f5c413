// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/record_key.h"

namespace plumbline {

std::vector<const Field*> keyFields(Table table) {
  std::vector<const Field*> fields;
  for (const Field& field : tableInfo(table).fields) {
    if (field.type == FieldType::Id) fields.push_back(&field);
  }
  return fields;
}

std::string keyExpression(Table table) {
  std::string out;
  for (const Field* field : keyFields(table)) {
    if (!out.empty()) out += " || char(" + std::to_string(int{keySeparator}) + ") || ";
    out += std::string(field->column);
  }
  return out;
}

}  // namespace plumbline
