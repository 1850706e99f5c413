// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a file and what the system says about it stand in an error.

#include <filesystem>
#include <string>

class QFileDevice;

namespace plumbline {

/// The last part of the path, as UTF-8.
[[nodiscard]] std::string shownName(const std::filesystem::path& path);
/// "No space left on device", of an errno.
[[nodiscard]] std::string reasonOf(int code);
/// Of a call that just failed; the caller sets errno to 0 before it. Qt keeps the reason of a write
/// that failed half way, and of a failed flush, to itself.
[[nodiscard]] std::string reasonOf(const QFileDevice& file);

}  // namespace plumbline
