// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "model/verdict/entered_claim.h"

namespace plumbline {

/// Asks the records about a claim; in place of an entered one of the same plant, metric and time.
/// Errors: BadValue; NotFound where nothing of that plant is here; TooLarge where there are too many;
/// those of a change.
[[nodiscard]] Result<void> enterClaim(const std::filesystem::path& workspace,
                                      const EnteredClaim& claim);
/// All that were entered. Errors: those of a change.
[[nodiscard]] Result<void> clearEnteredClaims(const std::filesystem::path& workspace);

}  // namespace plumbline
