// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A record that is not here speaks against nobody where what would hold it is known to be missing.

#include "model/checks/check.h"

namespace plumbline {

/// Findings of a rule that counts something as absent become "cannot tell" where tables that could
/// hold it have a gap at their time (docs/methods.md, "What is missing").
void holdBackAtGaps(const CheckInput& input, std::vector<Finding>& findings);

}  // namespace plumbline
