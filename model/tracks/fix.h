// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a tracking device says that it was, and whether that is used (docs/methods.md, "Tracks").

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/hash.h"

#include "model/records/geo.h"
#include "model/records/quantities.h"

namespace plumbline {

enum class FixUse : std::uint8_t {
  Used,
  DamagedDevice,  // a spreadsheet made one name of several devices
  NoPosition,
  ZeroPosition,   // 0/0: no satellite was seen
  OffTheGlobe,
  ClockBefore,    // before the device was handed out
  ClockAhead,     // more than a day after it arrived
  Late,           // it arrived more than 30 days after
};
inline constexpr std::size_t fixUseCount = 8;
[[nodiscard]] std::string_view toText(FixUse use);  // used, damaged_device, ...

enum class FixSource : std::uint8_t { Unstated, Satellite, Cell };

struct Fix {
  std::int64_t rowid = 0;
  Timestamp time;
  std::optional<Timestamp> uploaded = {};
  std::optional<GeoPoint> at = {};
  FixSource source = FixSource::Unstated;
  FixUse use = FixUse::Used;
  std::uint16_t also = 0;  // further reasons why it is not used: 1 << FixUse
  std::optional<std::int64_t> accuracyM = {};  // as the file says, rounded up to metres
  std::string country = {};                    // as the network said; may be empty

  /// How far it may be off at least: what speaks for a load is held against this.
  [[nodiscard]] std::int64_t nearM() const;
  /// And at most: what speaks against one is held against this. Both are one where the file says how
  /// exact the fix is, or by what it was found.
  [[nodiscard]] std::int64_t farM() const;
};

/// Without a word of the file: a receiver of satellites is within 50 m, a phone cell within 35 km.
inline constexpr std::int64_t satelliteErrorM = 50;
inline constexpr std::int64_t cellErrorM = 35'000;

/// "3.52E+14", or a number that ends in nine zeros: what a spreadsheet leaves of a long number.
[[nodiscard]] bool isDamagedDevice(std::string_view device);

/// What one file says of one device.
struct Track {
  Hash file;
  std::string device;
  std::string from;        // who brought it, as the file or its mapping calls them
  std::vector<Fix> fixes;   // by time, then as they stand in the file
  [[nodiscard]] bool isDamaged() const { return isDamagedDevice(device); }
  [[nodiscard]] std::int64_t used() const;
  /// Along the great circles from each used fix to the next.
  [[nodiscard]] double pathKm() const;
};

/// How many of all fixes are used, and why the others are not; one with two reasons counts for both.
using FixCounts = std::array<std::int64_t, fixUseCount>;
[[nodiscard]] FixCounts countFixes(const std::vector<Track>& tracks);

}  // namespace plumbline
