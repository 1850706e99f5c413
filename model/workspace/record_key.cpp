// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workspace/record_key.h"

#include <algorithm>

namespace plumbline {
namespace {

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t endOfDigits(std::string_view text, std::size_t at) {
  while (at < text.size() && isDigit(text[at])) ++at;
  return at;
}

}  // namespace

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

bool KeyOrder::operator()(std::string_view a, std::string_view b) const {
  const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  const auto at = static_cast<std::size_t>(differ - a.begin());
  std::size_t start = at;  // of the digits around the first difference
  while (start > 0 && isDigit(a[start - 1])) --start;
  const std::size_t endA = endOfDigits(a, at);
  const std::size_t endB = endOfDigits(b, at);
  if (endA > start && endB > start && endA != endB) return endA < endB;
  if (at == a.size() || at == b.size()) return a.size() < b.size();
  return static_cast<unsigned char>(a[at]) < static_cast<unsigned char>(b[at]);
}

}  // namespace plumbline
