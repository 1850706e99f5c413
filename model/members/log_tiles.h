// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// C2SP tlog-tiles (https://c2sp.org/tlog-tiles): a log as static files.
//   checkpoint                      the signed tree head
//   tile/<L>/<N>[.p/<W>]            256 (or W) hashes of complete subtrees of 256^L leaves
//   tile/entries/<N>[.p/<W>]        256 (or W) entries, each a big-endian uint16 length and its
//   bytes
// <N> is cut into groups of three digits, all but the last with an x: 1234067 is x001/x234/067.

#include <vector>

#include "model/members/member_source.h"

namespace plumbline {

inline constexpr std::uint64_t tileWidth = 256;

/// `width` is 1 to 256; below 256 the tile is a partial one. "tile/0/x001/067.p/5".
[[nodiscard]] std::string hashTilePath(unsigned level, std::uint64_t index, std::uint64_t width);
[[nodiscard]] std::string entryBundlePath(std::uint64_t index, std::uint64_t width);

/// Where an entry lies within its bundle.
struct BundledEntry {
  std::size_t offset = 0;
  std::size_t bytes = 0;
};
/// Errors: Malformed where a length is cut off or leads beyond the end.
[[nodiscard]] Result<std::vector<BundledEntry>> splitEntryBundle(ByteView bundle);

/// Whether a folder holds a log of tiles: a file "checkpoint" and a folder "tile".
[[nodiscard]] bool isTileLog(const std::filesystem::path& folder);
/// The log's checkpoint, leaf hashes and entries under the names they have in a folder
/// (docs/file-format.md, "Folder"), up to the checkpoint's size. Nothing is verified here. What is
/// absent is left out, so that it shows as a hole; a bundle that cannot be split is listed as
/// itself, so that it is refused by its name. Errors: Io, TooLarge, and those of the checkpoint.
[[nodiscard]] Result<std::vector<Member>> tileLogMembers(const std::filesystem::path& folder,
                                                         const std::string& prefix,
                                                         std::size_t maxMembers);

}  // namespace plumbline
