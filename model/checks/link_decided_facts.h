// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::linkDecided {

inline constexpr Fact<std::string> shipment{"shipment"};
inline constexpr Fact<std::string> receipt{"receipt"};
inline constexpr Fact<std::string> sender{"sender"};
inline constexpr Fact<std::string> receiver{"receiver"};
inline constexpr Fact<std::int64_t> same{"same"};  // 1: one load
inline constexpr Fact<std::string> state{"state"};
inline constexpr Fact<std::string> by{"by"};
inline constexpr Fact<std::string> vkey{"vkey"};
inline constexpr auto all = factList(shipment, receipt, sender, receiver, same, state, by, vkey);

}  // namespace plumbline::facts::linkDecided
