// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reconcile/codes.h"

namespace plumbline {

Operation operationOf(std::string_view code) {
  char kind = 0;
  int number = 0;
  int digits = 0;
  for (const char c : code) {
    if (c == ' ') continue;
    if (kind == 0) {
      kind = c;
    } else if (c >= '0' && c <= '9' && digits < 3) {
      number = number * 10 + (c - '0');
      ++digits;
    } else {
      return Operation::None;
    }
  }
  if (digits == 0) return Operation::None;
  if (kind == 'D' || kind == 'd') {
    return number >= 1 && number <= 15 ? Operation::Disposal : Operation::None;
  }
  if (kind != 'R' && kind != 'r') return Operation::None;
  if (number == 1) return Operation::Energy;
  if (number >= 2 && number <= 11) return Operation::Recovery;
  return number == 12 || number == 13 ? Operation::Interim : Operation::None;
}

std::optional<WasteCode> wasteCodeOf(std::string_view text) {
  WasteCode code;
  int digits = 0;
  for (const char c : text) {
    if (c == ' ' || c == '.') continue;
    if (c == '*' && digits >= 5 && !code.hazardous) {
      code.hazardous = true;
    } else if (c >= '0' && c <= '9' && digits < 6 && !code.hazardous) {
      code.digits = code.digits * 10 + (c - '0');
      ++digits;
    } else {
      return std::nullopt;
    }
  }
  if (digits < 5) return std::nullopt;
  return code;
}

std::optional<MaterialClass> classOfCode(std::string_view text) {
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
  if (code->hazardous || code->digits / 100 == 2003) return MaterialClass::Waste;
  if (code->digits / 100 == 1912) return MaterialClass::Secondary;  // paper, metal, plastic, ...
  return std::nullopt;
}

}  // namespace plumbline
