// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What makes a file a workspace of ours: the numbers in the first bytes of an SQLite file, and tables
// that are ours to the byte.

#include "crypto/bytes.h"

#include "model/store/database.h"

namespace plumbline {

/// https://www.sqlite.org/fileformat.html, 1.3
inline constexpr std::int64_t fileHeadBytes = 100;
/// Errors: Malformed for a file of somebody else, Unsupported for a newer version of ours.
[[nodiscard]] Result<void> checkFileHead(ByteView head);
/// Its writer did not come to its end.
[[nodiscard]] bool isInWalMode(ByteView head);

/// Of a file that nobody vouches for: the tables of evidence and settings are ours, and nothing is
/// laid upon them. Errors: Malformed, Unsupported.
[[nodiscard]] Result<void> checkEvidenceTables(const Database& database);

/// Tables and indexes of an empty workspace.
[[nodiscard]] Result<void> writeSchema(const Database& database);

/// The first column of the first row; empty where there is none. Gives up on a file that makes SQLite
/// work longer for it than any of ours does.
[[nodiscard]] Result<std::string> readOneText(const Database& database, std::string_view sql);

}  // namespace plumbline
