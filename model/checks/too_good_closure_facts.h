// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::tooGoodClosure {

inline constexpr Fact<Timestamp> from{"from"};
inline constexpr Fact<Timestamp> until{"until"};
inline constexpr Fact<Ppm> p{"p"};
inline constexpr Fact<Ppm> alpha{"alpha"};  // p below it is told
inline constexpr Fact<std::int64_t> figures{"figures"};
inline constexpr Fact<std::int64_t> dof{"dof"};
inline constexpr auto all = factList(from, until, p, alpha, figures, dof);

}  // namespace plumbline::facts::tooGoodClosure
