// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What may be an id: nothing that nobody sees, nothing that has two spellings in bytes. And which
// ids look like each other.

#include <string>
#include <string_view>
#include <vector>

#include "crypto/result.h"

namespace plumbline {

/// Ids of parties and names of keys: 1 to 64 bytes of UTF-8, NFC, no White_Space, Cc, Cf, Co, Cs,
/// Cn or Default_Ignorable. The error names the code point in `found` and its byte in `where`.
[[nodiscard]] Result<void> checkIdentifier(std::string_view text);
/// Ids in a published table: the same, but single spaces (U+0020) within, and no bound of bytes:
/// the table says how long a field is.
[[nodiscard]] Result<void> checkRecordId(std::string_view text);

/// The id as a hurried reader sees it: letters of other scripts that look like Latin ones, and
/// 0 and O, 1 and l and I, are one. Equal for two ids that can be taken for each other. Only
/// compared, never shown.
[[nodiscard]] std::string lookOf(std::string_view id);
/// Those of `ids` that look like another of them, each with all that look like it.
[[nodiscard]] std::vector<std::vector<std::string>> alikeIds(const std::vector<std::string>& ids);

}  // namespace plumbline
