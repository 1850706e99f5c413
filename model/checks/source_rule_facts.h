// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::sourceRule {

inline constexpr Fact<std::string> party{"party"};
inline constexpr Fact<std::string> sourceRule{"source_rule"};
inline constexpr Fact<std::string> source{"source"};
inline constexpr Fact<std::string> record{"record"};
inline constexpr Fact<std::string> found{"found"};
inline constexpr Fact<std::int64_t> rows{"rows"};
inline constexpr auto all = factList(party, sourceRule, source, record, found, rows);

}  // namespace plumbline::facts::sourceRule
