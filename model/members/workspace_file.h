// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace plumbline {

/// True for a file that says it is a workspace; whether it truly is, opening it will show.
[[nodiscard]] bool looksLikeWorkspace(const std::filesystem::path& path);

}  // namespace plumbline
