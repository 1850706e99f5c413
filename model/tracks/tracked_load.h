// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A device in a load: what people and records say of the two, and where it ended.

#include "model/links/current_loads.h"
#include "model/tracks/track_end.h"

namespace plumbline {

/// What the receiver's own records say of what became of a load that ended elsewhere, in that time.
enum class SentOn : std::uint8_t {
  No,
  Maybe,  // it sent to somebody of whom nobody says where they are
  There,  // it sent to where the device is
};

/// A device in a load, by everything that is here of the two.
struct TrackedLoad {
  std::string device;
  std::vector<std::size_t> tracks;  // in Tracks::list: of each file whose device it is
  TrackSpan span;
  bool own = false;                 // the reader said it
  std::vector<std::string> saidBy;  // names of the keys
  RecordName shipment;
  std::int64_t shipmentRow = 0;
  std::string sender, receiver;  // as they are shown; the receiver as the sender names it, where nobody signed
  std::string receiverId;        // of the party; empty where nobody is known by that name
  Mass net;
  RecordName receipt;            // empty id: nobody signed for it
  std::int64_t receiptRow = 0;
  bool signedBy = false;         // the receipt, by a key that somebody named
  std::optional<Timestamp> receivedAt = {};
  std::vector<GeoPoint> from, to;  // places of the two
  TrackEnd end;
  SentOn sentOn = SentOn::No;
};

}  // namespace plumbline
