// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which reference tables a workspace is audited with. A table that takes the place of the program's
// own lies beside the evidence, so that a shared audit carries it.

#include <filesystem>

#include "model/reference/reference_tables.h"

namespace plumbline {

/// As loadReference. Errors: no workspace at this path.
[[nodiscard]] Result<LoadedReference> referenceOf(const std::filesystem::path& workspace);
/// The table of the file takes the place of the one with its name, for this workspace. Errors: as
/// parseReferenceTable, with the file's name; NotFound.
[[nodiscard]] Result<ReferenceTable> useReference(const std::filesystem::path& workspace,
                                                  const std::filesystem::path& file);
/// The program's own table again. Errors: NotFound for a name that no table has.
[[nodiscard]] Result<void> useOwnReference(const std::filesystem::path& workspace,
                                           std::string_view name);

}  // namespace plumbline
