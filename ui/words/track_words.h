// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tracks of devices in words.

#include <QString>

#include "model/tracks/tied_tracks.h"

namespace plumbline::words {

/// "640 m", "8.4 km", "8,900 km".
[[nodiscard]] QString distance(std::int64_t metres);
/// "at the receiver", "38.2 km away, MX", "not at rest when last heard of".
[[nodiscard]] QString trackEnd(const TrackEnd& end);
/// "At the receiver", "Elsewhere", "Unknown".
[[nodiscard]] QString endState(EndState state);
/// Why an end is unknown: "fewer than two fixes after it left".
[[nodiscard]] QString endWhy(EndWhy why);
/// Why a fix is not used: "at 0/0".
[[nodiscard]] QString fixUse(FixUse use);
/// "satellite", "phone cell", "not stated by what".
[[nodiscard]] QString fixSource(FixSource source);
/// "counts", "by a key that nobody compared".
[[nodiscard]] QString tieState(TieState state);
/// A fix for a screen reader: "9 Apr 2141, 16:02, satellite, within 50 m, 38.2 km from the receiver".
[[nodiscard]] QString fixSentence(const Fix& fix, const std::vector<GeoPoint>& receiver);
/// How many ended where, the share that is unknown beside it, and how many are tied to no load.
[[nodiscard]] QString tracksAnswer(const Tracks& tracks);
/// What is not used and why, of all tracks; empty where everything is.
[[nodiscard]] QString unusedFixes(const FixCounts& counts);
/// What a track is worth.
[[nodiscard]] QString tracksCaveat();

}  // namespace plumbline::words
