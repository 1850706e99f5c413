// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a device came to rest, held against where its load was received (docs/methods.md, "Tracks").

#include "model/tracks/fix.h"

namespace plumbline {

/// At the receiver: at rest within this of a place of it, for this long.
inline constexpr std::int64_t receiverRadiusM = 500;
inline constexpr std::int64_t restMs = 2 * 3'600'000;

enum class EndState : std::uint8_t { AtReceiver, Elsewhere, Unknown };
[[nodiscard]] std::string_view toText(EndState state);  // at_receiver, elsewhere, unknown

/// Why the end is unknown.
enum class EndWhy : std::uint8_t {
  None,
  DamagedDevice,
  TwoLoads,          // at that time it was said to be in another load, too
  FewFixes,          // fewer than two after it left
  NoReceiverPlace,   // nobody says where the receiver is
  SilentAtReceiver,  // it came there, and was not heard of for long enough
  SilentEarly,       // last heard of before the load was received
  Moving,            // not at rest when last heard of
  TooCoarse,         // its error reaches from the receiver to elsewhere
};
inline constexpr std::size_t endWhyCount = 9;
[[nodiscard]] std::string_view toText(EndWhy why);  // none, damaged_device, ...

struct DeclaredEnd {
  std::vector<GeoPoint> places;  // of the receiver
  std::optional<Timestamp> receivedAt = {};
};

/// When it was in the load; the ends are included.
struct TrackSpan {
  Timestamp from;
  std::optional<Timestamp> to = {};
  [[nodiscard]] bool holds(Timestamp time) const { return time >= from && (!to || time <= *to); }
};

struct TrackEnd {
  EndState state = EndState::Unknown;
  EndWhy why = EndWhy::None;
  std::optional<std::int64_t> metres = {};  // from the receiver's nearest place
  std::int64_t errorM = 0;                  // of that fix, at most
  std::optional<GeoPoint> at = {};          // the most exact fix of its rest
  std::optional<Timestamp> last = {}, restSince = {};
  std::string country = {};  // of its rest, as the network said
  std::int64_t fixes = 0;    // used, of that time
  bool wasThere = false;     // at rest at the receiver, at some time
};

[[nodiscard]] TrackEnd judgeEnd(const Track& track, const TrackSpan& span, const DeclaredEnd& declared);

/// Metres to the nearest of the places; nothing where there is none.
[[nodiscard]] std::optional<std::int64_t> metresToNearest(const GeoPoint& at,
                                                          const std::vector<GeoPoint>& places);

}  // namespace plumbline
