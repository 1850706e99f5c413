// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How well a scale weighs. A reading is the true mass times (1 + one draw for the calibration)
// plus an error of its own: loads weighed under one calibration share the first and not the second.

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/books/publication_book.h"

namespace plumbline {

/// One instrument under one calibration. Standard uncertainties.
struct Calibration {
  std::int64_t randomGrams = 0;  // of one reading
  std::int64_t sharedMicro = 0;  // relative, common to all readings
  bool stated = false;           // false: the defaults below were used
  int party = -1;                // whose it is
  std::string instrument, name;  // as the records call it and its calibration; may be empty
};

// Used where a record names no instrument, or the instrument's uncertainty is not published: well
// above what a class III weighbridge in service may be off (20 kg steps, 40 kg at 10 to 40 t), so
// that a missing statement never makes an accusation sharper (docs/methods.md, "Defaults").
inline constexpr std::int64_t defaultRandomGrams = 30'000;
inline constexpr std::int64_t defaultSharedMicro = 5'000;
inline constexpr std::int64_t defaultEstimateMicro = 100'000;  // a mass marked as estimated
inline constexpr std::int64_t defaultVolumeMicro = 100'000;    // a volume times a density
inline constexpr std::int64_t defaultStockMicro = 50'000;      // a stock survey without u
inline constexpr std::int64_t defaultLossMicro = 100'000;      // a declared loss without u

// Nothing is known better than this, whatever is stated: a zero in the wrong place must not turn
// honest noise into an accusation. A net mass is two readings, each rounded to the scale interval
// d: d / sqrt 6. Where d is not published it is that of a weighbridge, 20 kg. The shared part is
// that of the test weights a scale is calibrated with: OIML R 111-1 class M2, 0.016 % / sqrt 3.
inline constexpr std::int64_t weighbridgeIntervalGrams = 20'000;
inline constexpr std::int64_t leastSharedMicro = 100;
inline constexpr std::int64_t leastStatedMicro = 1'000;  // of a survey or a declared loss

[[nodiscard]] std::int64_t leastRandomGrams(std::int64_t scaleIntervalGrams);
/// The uncertainty to reckon with for a survey or a loss: stated, but at least a thousandth of the
/// mass; none and 0 are no statement, then the default holds.
[[nodiscard]] std::int64_t statedOrDefault(std::optional<std::int64_t> statedGrams, Mass mass,
                                           std::int64_t defaultMicro);

class InstrumentBook {
 public:
  [[nodiscard]] static Result<InstrumentBook> load(const Database& database,
                                                   const PublicationBook& publications);
  /// Index of the calibration a record of this party was weighed under. Names that the party's
  /// instruments table does not have get an entry of their own with the defaults.
  [[nodiscard]] int find(int party, std::string_view instrument, std::string_view calibration,
                         std::int64_t timeMs);
  [[nodiscard]] const Calibration& at(int index) const {
    return m_calibrations[static_cast<std::size_t>(index)];
  }

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  struct Dated {
    std::int64_t fromMs = 0;
    int index = 0;
  };
  using Keys = std::unordered_map<std::string, int, TextHash, std::equal_to<>>;
  using Dates = std::unordered_map<std::string, std::vector<Dated>, TextHash, std::equal_to<>>;
  [[nodiscard]] int entry(int party, std::string_view instrument, std::string_view calibration);

  std::vector<Calibration> m_calibrations;
  std::vector<Keys> m_keys;    // by party: "instrument<0>calibration"
  std::vector<Dates> m_dates;  // by party: instrument -> its calibrations by date
  std::string m_key;           // reused, so that a lookup does not allocate
};

}  // namespace plumbline
