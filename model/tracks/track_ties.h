// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which device was in which load, as people say. Each is a signed statement
// (model/evidence/person_statement.h, kind "track"):
//   target  {"type":"pair","a":{"type":"file","sha256":"…"},"b":{"type":"record","table":"shipments",
//           "party":"…","id":"…","leaf":"…"}}, the smaller one first; a record of a file without a
//           signature has "file" and "row" in the place of "leaf"
//   said    {"device":"…","same":true}, and "from", "to", "text" where they are said
// Whose word counts: model/books/deciders.h.

#include "model/evidence/statement_set.h"
#include "model/links/current_loads.h"

namespace plumbline {

inline constexpr std::string_view trackKind = "track";

/// A load as a statement binds it: who changes the record changes what was said of it.
struct BoundLoad {
  RecordName name;
  std::optional<Hash> leaf = {};  // of a signed table
  Hash file = {};                 // else: this file, and the row
  std::int64_t row = 0;
  bool operator==(const BoundLoad&) const = default;
};
/// The current shipment of this name, or nothing. Errors: Store.
[[nodiscard]] Result<std::optional<BoundLoad>> boundLoad(const Database& database, const RecordName& name);

/// What somebody says of a device and a load.
struct TrackSaid {
  Hash file;
  std::string device;
  BoundLoad load;
  bool same = true;
  std::optional<Timestamp> from = {}, to = {};  // when it was in there, where they say it
  std::string text = {};                        // their words
  bool operator==(const TrackSaid&) const = default;
  /// About the same device and load, whatever is said of them.
  [[nodiscard]] bool isOfSame(const TrackSaid& other) const {
    return file == other.file && device == other.device && load.name == other.load.name;
  }
};
/// Of a track statement; nothing for others and for those that break the form.
[[nodiscard]] std::optional<TrackSaid> trackIn(const PersonStatement& statement);
[[nodiscard]] JsonValue trackTarget(const TrackSaid& said);
[[nodiscard]] JsonValue trackWords(const TrackSaid& said);

enum class TieState : std::uint8_t {
  Counts,
  NotYours,      // by a key that nobody compared, or of a party: shown, not counted
  Contradicted,  // people whose word is as good say both
  Overruled,     // your own word is another one
  OtherAudit,    // said of another audit
  TakenBack,     // by its own key
  Corrected,     // the load was corrected since, or is not here
  NoTrack,       // the file is not here, or has no such device
};
[[nodiscard]] std::string_view toText(TieState state);  // counts, not_yours, ...

struct TrackTie {
  TrackSaid said;
  Hash sid;
  std::string name, vkey;  // of the key
  bool own = false;        // the reader's key
  TieState state = TieState::Counts;
};

/// What people said in `set`, by file, device, load, sid. Errors: Store.
[[nodiscard]] Result<std::vector<TrackTie>> readTies(const Database& database,
                                                     const StatementSet& set);

}  // namespace plumbline
