// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Anybody's table, read by a mapping as an import reads it, in the form that is published.

#include <filesystem>

#include "model/mapping/mapping.h"
#include "model/publish/sheet_table.h"

namespace plumbline {

/// Every row has to become a record: what is signed must be whole. Errors: the first row that
/// cannot be used, with its row and column in the file; those of readByMapping; TooLarge.
[[nodiscard]] Result<SheetTable> tableByMapping(const std::filesystem::path& file,
                                                const Mapping& mapping, const Progress& progress);

}  // namespace plumbline
