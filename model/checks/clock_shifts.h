// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A clock that shows another time zone makes many loads come before they left, each by minutes or a
// few hours. That is one observation, not one for each load.

#include <vector>

#include "model/findings/finding.h"

namespace plumbline {

/// Loads of one sender that were received up to three hours before they were sent become one
/// look, where there are three or more of them; up to fourteen hours, where there are twenty or more
/// and a quarter lies within two hours of the widest gap, as a clock that is off by one figure makes
/// it. All other findings stay as they are. Its facts have
/// a pattern, and the receiver only where it is one (time_order_facts.h).
[[nodiscard]] std::vector<Finding> joinClockShifts(std::vector<Finding> findings);

}  // namespace plumbline
