// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A workspace holds how its publications were judged when something was last imported. Another user
// names other keys, and somebody may have written into the file: then they are judged anew.

#include <filesystem>

#include "model/records/progress.h"
#include "model/store/database.h"

namespace plumbline {

/// Whether the rows of publications and keys are what the evidence and this user's list give.
[[nodiscard]] Result<bool> isJudged(const Database& database);
/// Judges the workspace anew where it has to be. An unfinished one is left alone. Errors: those of an
/// import; Store where the file cannot be written.
[[nodiscard]] Result<void> ensureJudged(const std::filesystem::path& workspace,
                                        const Progress& progress);

}  // namespace plumbline
