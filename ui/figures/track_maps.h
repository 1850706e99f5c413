// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tracks/tied_tracks.h"

#include "ui/charts/track_map.h"

namespace plumbline {

/// The way of a device in a load, from its sender on.
[[nodiscard]] TrackMapData trackMapOf(const Tracks& tracks, const TrackedLoad& load);
/// The way of a device that nobody ties to a load.
[[nodiscard]] TrackMapData trackMapOf(const Track& track);

}  // namespace plumbline
