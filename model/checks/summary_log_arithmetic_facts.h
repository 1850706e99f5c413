// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::summaryLogArithmetic {

inline constexpr Fact<std::string> row{"row"};
inline constexpr OptionalFact<Mass> netStated{"net_stated"};
inline constexpr OptionalFact<Mass> netComputed{"net_computed"};
inline constexpr OptionalFact<Mass> tonnageStated{"tonnage_stated"};
inline constexpr OptionalFact<Mass> tonnageComputed{"tonnage_computed"};
inline constexpr auto all = factList(row, netStated, netComputed, tonnageStated, tonnageComputed);

}  // namespace plumbline::facts::summaryLogArithmetic
