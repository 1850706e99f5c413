// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All tracks, what people tied to loads, and where those ended (docs/methods.md, "Tracks"). A track is a
// witness of its own: it signs for nothing, confirms no load and contradicts no record by itself.

#include "crypto/json.h"

#include "model/books/books.h"
#include "model/links/link_decisions.h"
#include "model/tracks/tracked_load.h"
#include "model/tracks/track_ties.h"

namespace plumbline {

struct Tracks {
  std::vector<Track> list;          // by file, device
  std::vector<TrackTie> ties;       // all that people said
  std::vector<TrackedLoad> loads;   // elsewhere first, the farthest first; then by load and device
  [[nodiscard]] bool isEmpty() const { return list.empty() && ties.empty(); }
  [[nodiscard]] std::int64_t count(EndState state) const;
  /// Of the devices: those that no word that counts ties to a load.
  [[nodiscard]] std::int64_t untied() const;
  /// The fixes of a load's device in its time, in order; also those that are not used.
  [[nodiscard]] std::vector<Fix> fixesOf(const TrackedLoad& load) const;
  [[nodiscard]] JsonValue toJson() const;  // no file names, no row ids
};

/// `decided`: the links that were applied, for loads without a common number. Errors: Store.
[[nodiscard]] Result<Tracks> followTracks(const Database& database, const StatementSet& statements,
                                          const Books& books, const LinkDecisions& decided);

}  // namespace plumbline
