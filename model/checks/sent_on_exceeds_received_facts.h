// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::sentOnExceedsReceived {

inline constexpr Fact<Mass> received{"received"};
inline constexpr Fact<Mass> sentOn{"sent_on"};
inline constexpr Fact<Timestamp> firstBelow{"first_below"};
inline constexpr Fact<Timestamp> lowest{"lowest"};  // the day it was lowest
inline constexpr auto all = factList(received, sentOn, firstBelow, lowest);

}  // namespace plumbline::facts::sentOnExceedsReceived
