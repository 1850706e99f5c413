// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What all decisions of people share when they are taken back.

#include "crypto/keys.h"

#include "model/evidence/statement_set.h"

namespace plumbline {

/// Adds the same key's word that an earlier statement of it holds no longer. Errors: of signing.
[[nodiscard]] Result<void> takeBack(StatementSet& set, const PersonStatement& earlier, const StatementScope& scope,
                                    const std::string& reason, const std::string& name, const PrivateKey& key);

}  // namespace plumbline
