// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readers/us_codes.h"

#include <algorithm>

#include "model/readers/json_records.h"
#include "model/readers/summary_log_values.h"

namespace plumbline {
namespace {

struct UnitCode {
  std::string_view code;
  Unit unit;
};
constexpr UnitCode unitCodes[] = {
    {"G", Unit::UsGallon},   {"K", Unit::Kilogram}, {"L", Unit::Litre},    {"M", Unit::Tonne},
    {"N", Unit::CubicMetre}, {"P", Unit::Pound},    {"T", Unit::ShortTon}, {"Y", Unit::CubicYard},
};

struct Management {
  std::string_view code;
  std::string_view operation;
};
constexpr Management managements[] = {
    {"H010", "R4"},  // metals recovery
    {"H020", "R2"},  // solvents recovery
    {"H050", "R1"},  // energy recovery
    {"H040", "D10"}, {"H131", "D2"}, {"H132", "D1"}, {"H134", "D3"}, {"H141", "D15"},
};

// 453.59237 g / 3.785411784 L: a thousandth of a pound a US gallon, in millionths of g/m3.
constexpr std::int64_t microGramsPerMilliPound = 119'826'427;
constexpr std::int64_t maxDensity = 30'000'000;  // grams a cubic metre; denser than any element

}  // namespace

std::optional<Unit> manifestUnit(std::string_view code) {
  const auto found = std::find_if(std::begin(unitCodes), std::end(unitCodes),
                                  [code](const UnitCode& each) { return each.code == code; });
  return found == std::end(unitCodes) ? std::nullopt : std::optional(found->unit);
}

std::optional<Density> densityOf(const JsonValue& waste) {
  const auto thousandths = roundedFixed(textAt(waste, "brInfo.density"), 3);
  const std::string unit = textAt(waste, "brInfo.densityUnitOfMeasurement.code");
  if (!thousandths || *thousandths <= 0 || *thousandths > 1'000'000) return std::nullopt;
  std::int64_t grams = 0;
  if (unit == "1") {
    grams = *thousandths * microGramsPerMilliPound / 1'000'000;
  } else if (unit == "2") {
    grams = *thousandths * 1000;
  }
  if (grams <= 0 || grams > maxDensity) return std::nullopt;
  return Density{grams, "the manifest"};
}

std::string operationOfManagement(std::string_view code) {
  const auto found = std::find_if(std::begin(managements), std::end(managements),
                                  [code](const Management& each) { return each.code == code; });
  return found == std::end(managements) ? std::string() : std::string(found->operation);
}

}  // namespace plumbline
