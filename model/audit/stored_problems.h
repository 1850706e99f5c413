// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/intake/import_report.h"
#include "model/store/database.h"

namespace plumbline {

/// What earlier imports refused, by file and English sentence. Errors: only those of the store.
[[nodiscard]] Result<std::vector<Problem>> storedProblems(const Database& database);

}  // namespace plumbline
