// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::brokenSignature {

inline constexpr Fact<std::string> party{"party"};
inline constexpr Fact<std::int64_t> sequence{"sequence"};
inline constexpr Fact<std::string> state{"state"};
inline constexpr OptionalFact<std::int64_t> ownLog{"own_log"};  // 1: the party's own log holds it
inline constexpr OptionalFact<std::string> table{"table"};
inline constexpr auto all = factList(party, sequence, state, ownLog, table);

}  // namespace plumbline::facts::brokenSignature
