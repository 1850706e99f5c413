// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "crypto/result.h"

namespace plumbline {

/// With the files beside it: a later workspace of this name must not take them for its own. The
/// caller has the writer's lock and has closed it. Errors: Io.
[[nodiscard]] Result<void> removeWorkspace(const std::filesystem::path& workspace);

}  // namespace plumbline
