// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::unknownCode {

inline constexpr Fact<std::string> party{"party"};
inline constexpr Fact<std::string> field{"field"};
inline constexpr Fact<std::string> code{"code"};
inline constexpr Fact<std::string> state{"state"};
inline constexpr Fact<std::int64_t> rows{"rows"};
inline constexpr auto all = factList(party, field, code, state, rows);

}  // namespace plumbline::facts::unknownCode
