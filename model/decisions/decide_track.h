// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which device was in which load: said, signed, taken back.

#include <filesystem>

#include "crypto/keys.h"

#include "model/tracks/track_ties.h"

namespace plumbline {

struct TrackRequest {
  std::string device;
  std::string file;  // digits its digest begins with; empty: the only one that names the device
  RecordName shipment;
  bool same = true;  // false: it was not in there
  std::optional<Timestamp> from = {}, to = {};
  std::string reason = {};  // their words; may be empty
};

enum class TrackDone : std::uint8_t { Signed, WasThere };

/// Signs it and keeps it in the workspace. An earlier word of the same key on the same device and load gives
/// way. Errors: NotFound (device, file, load); Duplicate, with the files to choose from; BadValue for a
/// damaged name of a device, and where `to` is not after `from`; those of the workspace.
[[nodiscard]] Result<TrackDone> decideTrack(const std::filesystem::path& workspace, const TrackRequest& request,
                                            const std::string& name, const PrivateKey& key);
/// Takes back what this key said of the two; how many statements that were. Errors: NotFound where it said
/// nothing, or took it back before.
[[nodiscard]] Result<int> withdrawTrack(const std::filesystem::path& workspace, const TrackRequest& request,
                                        const std::string& name, const PrivateKey& key);

/// The same within a change that the caller commits.
[[nodiscard]] Result<TrackDone> addTrack(const Database& database, const TrackRequest& request,
                                         const std::string& name, const PrivateKey& key);
[[nodiscard]] Result<int> removeTrack(const Database& database, const TrackRequest& request,
                                      const std::string& name, const PrivateKey& key);

}  // namespace plumbline
