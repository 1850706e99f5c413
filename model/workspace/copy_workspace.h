// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "crypto/result.h"

namespace plumbline {

/// The workspace once more under another name, which may be taken: the system's dialog has asked. It has
/// the same seals, for they know a state by its bytes. Nobody writes meanwhile. Errors: NotFound, Io,
/// Store where somebody writes to the workspace, Usage where both names are one file.
[[nodiscard]] Result<void> copyWorkspace(const std::filesystem::path& from,
                                         const std::filesystem::path& to);

}  // namespace plumbline
