// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/pair_facts.h"

namespace plumbline::facts::materialChanged {

using namespace pair;
inline constexpr Fact<Mass> receivedAsUseful{"received_as_useful"};  // the part that was
inline constexpr OptionalFact<std::int64_t> disputed{"disputed"};    // 1: a word stands against it
inline constexpr auto all = factsWith(pair::all, receivedAsUseful, disputed);

}  // namespace plumbline::facts::materialChanged
