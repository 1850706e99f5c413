// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a waste code or an operation code says about a load.
// Sources: Decision 2000/532/EC (European List of Waste), Directive 2008/98/EC annexes I and II.

#include <optional>
#include <string_view>

#include "model/records/quantities.h"
#include "model/reference/reference_tables.h"

namespace plumbline {

enum class Operation : std::uint8_t {
  None,      // nothing stated, or nothing we know
  Recovery,  // R2 to R11: a final recovery
  Energy,    // R1: burnt, energy used
  Interim,   // R12, R13: exchanged or stored, the end is not known yet
  Disposal,  // D1 to D15; also where it is only prepared for it: no way leads back
};
/// "R3", "r03", "D 10" -> "R3", "D10"; empty where it is no such code.
[[nodiscard]] std::string plainOperation(std::string_view code);
/// By the table of operations. Accepts what plainOperation accepts.
[[nodiscard]] Operation operationOf(std::string_view code, const ReferenceTables& reference);

/// A code of the European List of Waste: six digits, a star for hazardous.
struct WasteCode {
  int digits = 0;  // 191212
  bool starred = false;
};
/// Accepts "19 12 12", "191212", "01 03 04*", and "10304" (a spreadsheet ate the zero).
[[nodiscard]] std::optional<WasteCode> wasteCodeOf(std::string_view text);
/// By its star, or by the list: many programs leave the star out.
[[nodiscard]] bool isHazardous(const WasteCode& code, const ReferenceTables& reference);
/// The class that a code decides; nothing where the code leaves it open. Sorting plants' outputs
/// (19 12) and mixed municipal waste (20 03) decide, every hazardous code is waste.
[[nodiscard]] std::optional<MaterialClass> classOfCode(std::string_view text,
                                                       const ReferenceTables& reference);

}  // namespace plumbline
