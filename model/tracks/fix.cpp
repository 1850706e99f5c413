// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tracks/fix.h"

#include <algorithm>

namespace plumbline {
namespace {

bool isDigits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "3.52E+14", with a point or a comma.
bool isScientific(std::string_view text) {
  const std::size_t e = text.find_first_of("eE");
  if (e == std::string_view::npos || e + 1 >= text.size() || text[e + 1] != '+') return false;
  std::string_view mantissa = text.substr(0, e);
  const std::size_t point = mantissa.find_first_of(".,");
  const bool whole = isDigits(mantissa.substr(0, point));
  const bool fraction = point == std::string_view::npos || isDigits(mantissa.substr(point + 1));
  return whole && fraction && isDigits(text.substr(e + 2));
}

void count(const Fix& fix, FixCounts& counts) {
  ++counts[static_cast<std::size_t>(fix.use)];
  for (std::size_t i = 1; i < fixUseCount; ++i) {
    if ((fix.also >> i & 1) != 0) ++counts[i];
  }
}

}  // namespace

std::string_view toText(FixUse use) {
  constexpr std::array<std::string_view, fixUseCount> names = {
      "used",         "damaged_device", "no_position", "zero_position",
      "off_the_globe", "clock_before",   "clock_ahead", "late"};
  return names[static_cast<std::size_t>(use)];
}

std::int64_t Fix::nearM() const {
  if (accuracyM) return *accuracyM;
  return source == FixSource::Cell ? cellErrorM : satelliteErrorM;
}

std::int64_t Fix::farM() const {
  if (accuracyM) return *accuracyM;
  return source == FixSource::Satellite ? satelliteErrorM : cellErrorM;
}

bool isDamagedDevice(std::string_view device) {
  constexpr std::string_view zeros = "000000000";
  constexpr std::size_t longNumber = 12;
  return isScientific(device) ||
         (device.size() >= longNumber && isDigits(device) && device.ends_with(zeros));
}

std::int64_t Track::used() const {
  return std::count_if(fixes.begin(), fixes.end(), [](const Fix& fix) { return fix.use == FixUse::Used; });
}

double Track::pathKm() const {
  double km = 0;
  const Fix* before = nullptr;
  for (const Fix& fix : fixes) {
    if (fix.use != FixUse::Used) continue;
    if (before != nullptr) km += greatCircleKm(*before->at, *fix.at);
    before = &fix;
  }
  return km;
}

FixCounts countFixes(const std::vector<Track>& tracks) {
  FixCounts counts{};
  for (const Track& track : tracks) {
    for (const Fix& fix : track.fixes) count(fix, counts);
  }
  return counts;
}

}  // namespace plumbline
