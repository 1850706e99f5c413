// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Units of mass and volume. Everything becomes whole grams; a volume needs a density for that.

#include <optional>
#include <vector>

#include "crypto/result.h"

namespace plumbline {

enum class Unit : std::uint8_t {
  Gram,
  Kilogram,
  Tonne,
  Pound,
  ShortTon,
  LongTon,
  Litre,
  CubicMetre,
  UsGallon,
  CubicYard,
};
[[nodiscard]] const std::vector<Unit>& allUnits();
/// "g", "kg", "t", "lb", "short ton", "long ton", "L", "m3", "US gal", "yd3".
[[nodiscard]] std::string_view toText(Unit unit);
/// As people write it: "kgs", "Tonnen", "lbs", "m³", "cbm", ... Nothing where it is not one of
/// these or could be several ("ton" is, in the US, a short ton).
[[nodiscard]] std::optional<Unit> unitFromText(std::string_view text);
[[nodiscard]] bool isVolume(Unit unit);
/// Exactly: that many 10^-decimals grams, or 10^-decimals cubic metres.
struct UnitSize {
  std::uint64_t factor = 1;
  int decimals = 0;
};
[[nodiscard]] UnitSize sizeOf(Unit unit);

/// What turns a volume into a mass, and who says so.
struct Density {
  std::int64_t gramsPerCubicMetre = 0;  // 1 to 30,000,000
  std::string source;                   // "EPA 2016, mixed plastics, loose"
  bool operator==(const Density&) const = default;
};

/// `number`: decimal text as plainNumber gives it. Rounded to the nearest gram, halves up. The
/// pound is 453.59237 g, the gallon 3.785411784 L, the cubic yard 764.554857984 L, all exact.
/// Errors: BadValue for a negative number or one beyond 10,000,000 t, or a volume without density.
[[nodiscard]] Result<std::int64_t> gramsOf(std::string_view number, Unit unit,
                                           const std::optional<Density>& density);
/// Millionths of a cubic metre, for fields that hold a volume. Errors: as above; BadValue for a
/// mass.
[[nodiscard]] Result<std::int64_t> microCubicMetresOf(std::string_view number, Unit unit);

}  // namespace plumbline
