// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/database.h"

namespace plumbline {

/// Puts the content of one database in the place of another's, as one transaction: whoever reads, or
/// opens the file after a kill, sees the one or the other. Errors: Store.
[[nodiscard]] Result<void> copyOver(const Database& from, const Database& to);

}  // namespace plumbline
