// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Made-up tags: one at the receiver, one elsewhere, one nobody knows of, and one that is tied to no load.

#include "model/tracks/tied_tracks.h"

namespace plumbline::test {

inline Fix sampleFix(int hour, double latitude, FixSource source = FixSource::Satellite) {
  Fix fix;
  fix.time = Timestamp::fromCivil(2141, 4, 8, hour % 24);
  if (hour >= 24) fix.time = Timestamp::fromCivil(2141, 4, 9, hour - 24);
  fix.at = GeoPoint{static_cast<std::int64_t>(latitude * 1e6), -1'000'000};
  fix.source = source;
  return fix;
}

inline TrackedLoad sampleLoad(const Tracks& tracks, std::size_t track, const char* id) {
  TrackedLoad load;
  load.device = tracks.list[track].device;
  load.tracks = {track};
  load.span = {Timestamp::fromCivil(2141, 4, 8, 7), {}};
  load.own = true;
  load.saidBy = {"ada"};
  load.shipment = {"north", id};
  load.sender = "EcoSphere North";
  load.receiver = "Harbour Reclaim";
  load.receiverId = "harbour";
  load.net = Mass::kilograms(17'000);
  load.receipt = {"harbour", "R-1"};
  load.signedBy = true;
  load.receivedAt = Timestamp::fromCivil(2141, 4, 8, 11, 40);
  load.from = {{54'200'000, -1'300'000}};
  load.to = {{54'000'000, -1'000'000}};
  load.end = judgeEnd(tracks.list[track], load.span, {load.to, load.receivedAt});
  return load;
}

inline Tracks sampleTracks() {
  Tracks tracks;
  Fix zero = sampleFix(9, 0);
  zero.at.reset();
  zero.use = FixUse::ZeroPosition;
  Fix ahead = sampleFix(10, 54.4);
  ahead.use = FixUse::ClockAhead;
  Fix cell = sampleFix(12, 54.1, FixSource::Cell);
  cell.accuracyM = 2'400;
  Fix abroad = sampleFix(44, 54.3435);
  abroad.country = "NL";
  tracks.list = {{{}, "01", "campaign", {sampleFix(8, 54.1), sampleFix(11, 54.0), sampleFix(20, 54.0)}},
                 {{}, "07", "campaign", {sampleFix(8, 54.2), zero, ahead, cell, sampleFix(38, 54.3435), abroad}},
                 {{}, "09", "campaign", {sampleFix(8, 54.2), sampleFix(9, 54.1)}},
                 {{}, "12", "campaign", {sampleFix(8, 54.2), sampleFix(9, 54.1)}}};
  tracks.loads = {sampleLoad(tracks, 1, "SH-0417"), sampleLoad(tracks, 0, "SH-0101"), sampleLoad(tracks, 2, "SH-0444")};
  return tracks;
}

}  // namespace plumbline::test
