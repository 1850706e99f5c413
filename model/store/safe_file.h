// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Files that a crash leaves whole or not there at all.

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "crypto/bytes.h"

namespace plumbline {

/// UTF-8 with '/' on every system, for messages.
[[nodiscard]] std::string pathText(const std::filesystem::path& path);
/// Nothing where there is no such file. Errors: Io, TooLarge.
[[nodiscard]] Result<std::optional<std::string>> readSmallFile(const std::filesystem::path& path,
                                                               std::int64_t maxBytes);
/// Writes under a hidden temporary name, brings it to the disk and renames it; makes the folders.
/// Errors: Io, Usage (checkOutput).
[[nodiscard]] Result<void> replaceFile(const std::filesystem::path& path, std::string_view bytes);
/// What somebody saves under a name of their choice: replaceFile() that makes no folders, so that a
/// slip in the path is told, and leaves the inputs alone. Errors: Io, Usage (checkOutput).
[[nodiscard]] Result<void> saveFile(const std::filesystem::path& path, std::string_view bytes,
                                    std::span<const std::filesystem::path> inputs = {});
/// For files that never change: nothing happens where the same bytes are there. Errors: Io;
/// Inconsistent where other bytes are there.
[[nodiscard]] Result<void> writeOnce(const std::filesystem::path& path, std::string_view bytes);
/// Writes straight to its name, for a folder that is made anew: nothing may be there. Errors: Io
/// with the system's reason.
[[nodiscard]] Result<void> writeNewFile(const std::filesystem::path& path, std::string_view bytes);

}  // namespace plumbline
