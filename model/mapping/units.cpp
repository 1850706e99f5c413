// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mapping/units.h"

#include <algorithm>
#include <limits>

#include <QString>

#include "model/records/field_value.h"

namespace plumbline {
namespace {

__extension__ using Wide = unsigned __int128;  // 17 digits by 12 by 8: at most 37, below 2^128

/// Size as a whole number of 10^-decimals grams, or of 10^-decimals cubic metres.
struct UnitInfo {
  Unit unit;
  std::string_view text;
  std::uint64_t factor;
  int decimals;
  bool volume;
};
constexpr UnitInfo infos[] = {
    {Unit::Gram, "g", 1, 0, false},
    {Unit::Kilogram, "kg", 1000, 0, false},
    {Unit::Tonne, "t", 1'000'000, 0, false},
    {Unit::Pound, "lb", 45'359'237, 5, false},
    {Unit::ShortTon, "short ton", 90'718'474, 2, false},    // 2,000 lb
    {Unit::LongTon, "long ton", 10'160'469'088, 4, false},  // 2,240 lb
    {Unit::Litre, "L", 1, 3, true},
    {Unit::CubicMetre, "m3", 1, 0, true},
    {Unit::UsGallon, "US gal", 3'785'411'784, 12, true},  // 231 cubic inches
    {Unit::CubicYard, "yd3", 764'554'857'984, 12, true},  // 0.9144 m cubed
};

const UnitInfo& infoOf(Unit unit) {
  return *std::find_if(std::begin(infos), std::end(infos),
                       [unit](const UnitInfo& info) { return info.unit == unit; });
}

struct Word {
  const char16_t* text;
  Unit unit;
};
/// Lower case, without dots and spaces.
constexpr Word words[] = {
    {u"g", Unit::Gram},
    {u"gr", Unit::Gram},
    {u"gram", Unit::Gram},
    {u"grams", Unit::Gram},
    {u"gramm", Unit::Gram},
    {u"gramme", Unit::Gram},
    {u"grammes", Unit::Gram},
    {u"gramos", Unit::Gram},
    {u"grammi", Unit::Gram},
    {u"kg", Unit::Kilogram},
    {u"kgs", Unit::Kilogram},
    {u"kilo", Unit::Kilogram},
    {u"kilos", Unit::Kilogram},
    {u"kilogram", Unit::Kilogram},
    {u"kilograms", Unit::Kilogram},
    {u"kilogramm", Unit::Kilogram},
    {u"kilogrammes", Unit::Kilogram},
    {u"kilogramos", Unit::Kilogram},
    {u"quilogramas", Unit::Kilogram},
    {u"chilogrammi", Unit::Kilogram},
    {u"t", Unit::Tonne},
    {u"to", Unit::Tonne},
    {u"mt", Unit::Tonne},
    {u"tonne", Unit::Tonne},
    {u"tonnes", Unit::Tonne},
    {u"tonnen", Unit::Tonne},
    {u"metricton", Unit::Tonne},
    {u"metrictons", Unit::Tonne},
    {u"toneladas", Unit::Tonne},
    {u"tonelada", Unit::Tonne},
    {u"tonnellate", Unit::Tonne},
    {u"ton(metric)", Unit::Tonne},
    {u"lb", Unit::Pound},
    {u"lbs", Unit::Pound},
    {u"pound", Unit::Pound},
    {u"pounds", Unit::Pound},
    {u"shortton", Unit::ShortTon},
    {u"shorttons", Unit::ShortTon},
    {u"ustons", Unit::ShortTon},
    {u"uston", Unit::ShortTon},
    {u"tn", Unit::ShortTon},
    {u"longton", Unit::LongTon},
    {u"longtons", Unit::LongTon},
    {u"l", Unit::Litre},
    {u"ltr", Unit::Litre},
    {u"liter", Unit::Litre},
    {u"litre", Unit::Litre},
    {u"liters", Unit::Litre},
    {u"litres", Unit::Litre},
    {u"litros", Unit::Litre},
    {u"litri", Unit::Litre},
    {u"m3", Unit::CubicMetre},
    {u"m\u00B3", Unit::CubicMetre},
    {u"m^3", Unit::CubicMetre},
    {u"cbm", Unit::CubicMetre},
    {u"cum", Unit::CubicMetre},
    {u"cubicmetres", Unit::CubicMetre},
    {u"cubicmeters", Unit::CubicMetre},
    {u"kubikmeter", Unit::CubicMetre},
    {u"gal", Unit::UsGallon},
    {u"usgal", Unit::UsGallon},
    {u"gallon", Unit::UsGallon},
    {u"gallons", Unit::UsGallon},
    {u"usgallons", Unit::UsGallon},
    {u"yd3", Unit::CubicYard},
    {u"yd\u00B3", Unit::CubicYard},
    {u"yd^3", Unit::CubicYard},
    {u"cuyd", Unit::CubicYard},
    {u"cubicyards", Unit::CubicYard},
    {u"cubicyard", Unit::CubicYard},
};

Error bad(Message message, std::string_view text, Message expected) {
  return {ErrorCode::BadValue,
          std::move(message),
          {},
          std::string(text.substr(0, 80)),
          std::move(expected)};
}

struct Digits {
  std::uint64_t value = 0;
  int decimals = 0;
};

/// At most seventeen significant digits, as many as a double has; decimals beyond are cut off.
Result<Digits> digitsOf(std::string_view number) {
  constexpr std::uint64_t limit = 100'000'000'000'000'000;
  Digits out;
  if (number.starts_with('-')) return bad("the number is negative", number, "zero or more");
  bool afterPoint = false;
  for (const char c : number) {
    if (c == '.') {
      afterPoint = true;
    } else if (out.value < limit / 10) {
      out.value = out.value * 10 + static_cast<std::uint64_t>(c - '0');
      if (afterPoint) ++out.decimals;
    } else if (!afterPoint) {
      return bad("the number is too large", number, "at most 10000000000 kg");
    }
  }
  return out;
}

/// value * 10^-decimals, halves up.
std::int64_t rounded(Wide value, int decimals) {
  for (; decimals > 1; --decimals) value /= 10;  // only the digit after the point decides
  if (decimals == 1) value = (value + 5) / 10;
  constexpr Wide most = std::numeric_limits<std::int64_t>::max();
  return static_cast<std::int64_t>(std::min(value, most));
}

}  // namespace

const std::vector<Unit>& allUnits() {
  static const std::vector<Unit> units = [] {
    std::vector<Unit> out;
    for (const UnitInfo& info : infos) out.push_back(info.unit);
    return out;
  }();
  return units;
}

std::string_view toText(Unit unit) {
  return infoOf(unit).text;
}

std::optional<Unit> unitFromText(std::string_view text) {
  QString key = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toLower();
  key.remove(QLatin1Char(' ')).remove(QLatin1Char('.')).remove(QChar(0xA0));
  for (const Word& word : words) {
    if (key == QStringView(word.text)) return word.unit;
  }
  return std::nullopt;
}

bool isVolume(Unit unit) {
  return infoOf(unit).volume;
}

UnitSize sizeOf(Unit unit) {
  return {infoOf(unit).factor, infoOf(unit).decimals};
}

Result<std::int64_t> gramsOf(std::string_view number, Unit unit,
                             const std::optional<Density>& density) {
  PLUMBLINE_TRY(digits, digitsOf(number));
  const UnitInfo& info = infoOf(unit);
  Wide grams = Wide{digits.value} * info.factor;
  if (info.volume) {
    if (!density) return bad("a volume needs a density", number, "a density and where it is from");
    grams *= static_cast<std::uint64_t>(density->gramsPerCubicMetre);
  }
  const std::int64_t out = rounded(grams, digits.decimals + info.decimals);
  if (out > maxRecordGrams) return bad("the mass is out of range", number, "0 to 10000000000 kg");
  return out;
}

Result<std::int64_t> microCubicMetresOf(std::string_view number, Unit unit) {
  const UnitInfo& info = infoOf(unit);
  if (!info.volume) return bad("the unit is one of mass", info.text, "a unit of volume");
  PLUMBLINE_TRY(digits, digitsOf(number));
  return rounded(Wide{digits.value} * info.factor * 1'000'000u, digits.decimals + info.decimals);
}

}  // namespace plumbline
