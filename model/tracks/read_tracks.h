// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All tracks that are here: the table `fixes`, by file and device.

#include "model/books/publication_book.h"
#include "model/tracks/fix.h"

namespace plumbline {

/// By file, then device. A device that two files name has two tracks: nobody says that it is one.
/// Errors: Store.
[[nodiscard]] Result<std::vector<Track>> readTracks(const Database& database,
                                                    const PublicationBook& publications);

}  // namespace plumbline
