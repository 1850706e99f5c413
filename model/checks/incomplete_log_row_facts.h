// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::incompleteLogRow {

inline constexpr Fact<std::int64_t> rows{"rows"};
inline constexpr Fact<std::int64_t> of{"of"};
inline constexpr Fact<std::string> named{"named"};       // the first ids
inline constexpr Fact<std::int64_t> unnamed{"unnamed"};  // so many more
inline constexpr Fact<std::int64_t> withoutDate{"without_date"};
inline constexpr Fact<std::int64_t> withoutMass{"without_mass"};
inline constexpr Fact<std::string> party{"party"};
inline constexpr auto all = factList(rows, of, named, unnamed, withoutDate, withoutMass, party);

}  // namespace plumbline::facts::incompleteLogRow
