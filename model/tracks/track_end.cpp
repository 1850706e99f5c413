// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tracks/track_end.h"

#include <algorithm>
#include <cmath>

namespace plumbline {
namespace {

std::int64_t metresBetween(const GeoPoint& a, const GeoPoint& b) {
  return std::llround(greatCircleKm(a, b) * 1000);
}

std::int64_t duration(Timestamp from, Timestamp to) { return to.inMilliseconds() - from.inMilliseconds(); }

std::vector<const Fix*> usedIn(const Track& track, const TrackSpan& span) {
  std::vector<const Fix*> used;
  for (const Fix& fix : track.fixes) {
    if (fix.use == FixUse::Used && span.holds(fix.time)) used.push_back(&fix);
  }
  return used;
}

/// Fine enough to tell a site from its surroundings, and at one.
bool isAt(const Fix& fix, const std::vector<GeoPoint>& places) {
  const auto metres = metresToNearest(*fix.at, places);
  return metres && fix.nearM() <= receiverRadiusM && *metres <= receiverRadiusM + fix.nearM();
}

bool wasAtRestAt(const std::vector<const Fix*>& fixes, const std::vector<GeoPoint>& places) {
  const Fix* since = nullptr;
  for (const Fix* fix : fixes) {
    if (!isAt(*fix, places)) {
      since = nullptr;
      continue;
    }
    if (since == nullptr) since = fix;
    if (duration(since->time, fix->time) >= restMs) return true;
  }
  return false;
}

/// From the end back: the fixes that may be one place.
std::vector<const Fix*> lastRest(const std::vector<const Fix*>& fixes) {
  const Fix& last = *fixes.back();
  const auto begin = std::find_if(fixes.rbegin(), fixes.rend(), [&last](const Fix* fix) {
    return metresBetween(*last.at, *fix->at) > receiverRadiusM + last.nearM() + fix->nearM();
  });
  return {begin.base(), fixes.end()};
}

/// The most exact one; of equals the latest.
const Fix& mostExact(const std::vector<const Fix*>& rest) {
  const Fix* best = rest.front();
  for (const Fix* fix : rest) {
    if (fix->farM() <= best->farM()) best = fix;
  }
  return *best;
}

std::string countryOf(const std::vector<const Fix*>& rest) {
  const auto stated = std::find_if(rest.rbegin(), rest.rend(), [](const Fix* fix) { return !fix->country.empty(); });
  return stated != rest.rend() ? (*stated)->country : std::string();
}

/// Of a device that was not seen at rest for long enough.
EndWhy whyNoRest(const Fix& last, const DeclaredEnd& declared) {
  if (isAt(last, declared.places)) return EndWhy::SilentAtReceiver;
  const bool early = declared.receivedAt && last.time < *declared.receivedAt;
  return early ? EndWhy::SilentEarly : EndWhy::Moving;
}

/// No fix of the rest could have been made at the receiver. One that could may be where it lay, and the
/// others on the way there.
bool allAreElsewhere(const std::vector<const Fix*>& rest, const std::vector<GeoPoint>& places) {
  return std::all_of(rest.begin(), rest.end(), [&places](const Fix* fix) {
    return *metresToNearest(*fix->at, places) - fix->farM() > receiverRadiusM;
  });
}

/// Of a device at rest.
void judgeRest(const std::vector<const Fix*>& rest, const DeclaredEnd& declared, TrackEnd& end) {
  if (isAt(mostExact(rest), declared.places)) {
    end.state = EndState::AtReceiver;
  } else if (!allAreElsewhere(rest, declared.places)) {
    end.why = EndWhy::TooCoarse;
  } else if (declared.receivedAt && *end.last < *declared.receivedAt) {
    end.why = EndWhy::SilentEarly;
  } else {
    end.state = EndState::Elsewhere;
  }
}

}  // namespace

std::string_view toText(EndState state) {
  constexpr std::array<std::string_view, 3> names = {"at_receiver", "elsewhere", "unknown"};
  return names[static_cast<std::size_t>(state)];
}

std::string_view toText(EndWhy why) {
  constexpr std::array<std::string_view, endWhyCount> names = {
      "none",         "damaged_device", "two_loads", "few_fixes", "no_receiver_place", "silent_at_receiver",
      "silent_early", "moving",         "too_coarse"};
  return names[static_cast<std::size_t>(why)];
}

std::optional<std::int64_t> metresToNearest(const GeoPoint& at, const std::vector<GeoPoint>& places) {
  std::optional<std::int64_t> nearest;
  for (const GeoPoint& place : places) {
    const std::int64_t metres = metresBetween(at, place);
    if (!nearest || metres < *nearest) nearest = metres;
  }
  return nearest;
}

TrackEnd judgeEnd(const Track& track, const TrackSpan& span, const DeclaredEnd& declared) {
  TrackEnd end;
  const std::vector<const Fix*> fixes = usedIn(track, span);
  end.fixes = std::ssize(fixes);
  if (!fixes.empty()) {
    const std::vector<const Fix*> rest = lastRest(fixes);
    const Fix& exact = mostExact(rest);
    end.at = exact.at;
    end.errorM = exact.farM();
    end.metres = metresToNearest(*exact.at, declared.places);
    end.last = fixes.back()->time;
    end.country = countryOf(rest);
    end.wasThere = wasAtRestAt(fixes, declared.places);
    if (duration(rest.front()->time, *end.last) >= restMs) end.restSince = rest.front()->time;
  }
  if (track.isDamaged()) {
    end.why = EndWhy::DamagedDevice;
  } else if (fixes.size() < 2) {
    end.why = EndWhy::FewFixes;
  } else if (declared.places.empty()) {
    end.why = EndWhy::NoReceiverPlace;
  } else if (!end.restSince) {
    end.why = whyNoRest(*fixes.back(), declared);
  } else {
    const std::vector<const Fix*> rest = lastRest(fixes);
    judgeRest(rest, declared, end);
  }
  return end;
}

}  // namespace plumbline
