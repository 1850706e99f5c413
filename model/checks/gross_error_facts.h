// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/too_good_closure_facts.h"

namespace plumbline::facts::grossError {

using namespace tooGoodClosure;
inline constexpr Fact<std::int64_t> explanations{"explanations"};
inline constexpr Fact<std::string> party{"party"};
inline constexpr OptionalFact<std::string> scale{"scale"};
inline constexpr OptionalFact<std::string> node{"node"};
inline constexpr OptionalFact<std::string> material{"material"};
inline constexpr Fact<std::int64_t> places{"places"};
inline constexpr auto all =
    factsWith(tooGoodClosure::all, explanations, party, scale, node, material, places);

}  // namespace plumbline::facts::grossError
