// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The strict reader of the audit file's layout (plumb_layout.h). It accepts exactly what the writer
// can have written: one byte changed anywhere outside the members' data is refused here, one inside
// it by the CRC. The CRC guards against accidents only; names that hold a SHA-256 are checked where
// the members are taken in.

#include <vector>

#include "model/members/byte_feed.h"
#include "model/members/plumb_layout.h"

namespace plumbline {

/// True when the bytes begin as an audit file does (a ZIP whose first entry is our `mimetype`).
[[nodiscard]] bool looksLikePlumb(ByteView file);
/// Entries in file order, `mimetype` first. The members' data is not read.
/// Errors: Malformed with the byte's place, TooLarge, Io.
[[nodiscard]] Result<std::vector<PlumbEntry>> parsePlumb(const ByteFeed& file);
[[nodiscard]] Result<std::vector<PlumbEntry>> parsePlumb(ByteView file);
/// Errors: Mismatch where the bytes do not have the CRC-32 that the directory gives; Io.
[[nodiscard]] Result<void> checkPlumbCrc(const ByteFeed& file, const PlumbEntry& entry);
[[nodiscard]] Result<void> checkPlumbCrc(ByteView file, const PlumbEntry& entry);

}  // namespace plumbline
