// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/books/codes.h"

namespace plumbline {

std::string plainOperation(std::string_view code) {
  char kind = 0;
  int number = 0;
  int digits = 0;
  for (const char c : code) {
    if (c == ' ') continue;
    if (kind == 0) {
      kind = static_cast<char>(c & ~0x20);
    } else if (c >= '0' && c <= '9' && digits < 3) {
      number = number * 10 + (c - '0');
      ++digits;
    } else {
      return {};
    }
  }
  if (digits == 0 || (kind != 'R' && kind != 'D')) return {};
  return kind + std::to_string(number);
}

Operation operationOf(std::string_view code, const ReferenceTables& reference) {
  if (code.empty()) return Operation::None;
  const OperationEntry* const entry = reference.operation(plainOperation(code));
  if (entry == nullptr) return Operation::None;
  switch (entry->kind) {
    case OperationKind::Energy:
      return Operation::Energy;
    case OperationKind::Disposal:
      return Operation::Disposal;
    case OperationKind::Recovery:
      break;
  }
  return entry->final ? Operation::Recovery : Operation::Interim;
}

std::optional<WasteCode> wasteCodeOf(std::string_view text) {
  WasteCode code;
  int digits = 0;
  for (const char c : text) {
    if (c == ' ' || c == '.') continue;
    if (c == '*' && digits >= 5 && !code.starred) {
      code.starred = true;
    } else if (c >= '0' && c <= '9' && digits < 6 && !code.starred) {
      code.digits = code.digits * 10 + (c - '0');
      ++digits;
    } else {
      return std::nullopt;
    }
  }
  if (digits < 5) return std::nullopt;
  return code;
}

bool isHazardous(const WasteCode& code, const ReferenceTables& reference) {
  const WasteEntry* const entry = reference.wasteEntry(code.digits);
  return code.starred || (entry != nullptr && entry->hazardous);
}

std::optional<MaterialClass> classOfCode(std::string_view text, const ReferenceTables& reference) {
  const std::optional<WasteCode> code = wasteCodeOf(text);
  if (!code) return std::nullopt;
  switch (code->digits) {
    case 191211:  // hazardous sorting residue
    case 191212:  // sorting residue
      return MaterialClass::Residue;
    case 191210:  // refuse derived fuel
      return MaterialClass::Waste;
    default:
      break;
  }
  if (isHazardous(*code, reference) || code->digits / 100 == 2003) return MaterialClass::Waste;
  if (code->digits / 100 == 1912) return MaterialClass::Secondary;  // paper, metal, plastic, ...
  return std::nullopt;
}

}  // namespace plumbline
