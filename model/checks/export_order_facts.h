// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::exportOrder {

inline constexpr Fact<std::string> row{"row"};
inline constexpr Fact<std::string> what{"what"};
inline constexpr OptionalFact<Timestamp> received{"received"};
inline constexpr OptionalFact<Timestamp> exported{"exported"};
inline constexpr OptionalFact<Timestamp> overseas{"overseas"};
inline constexpr OptionalFact<Timestamp> back{"back"};
inline constexpr auto all = factList(row, what, received, exported, overseas, back);

}  // namespace plumbline::facts::exportOrder
