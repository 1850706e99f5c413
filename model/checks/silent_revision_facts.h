// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/fact.h"

namespace plumbline::facts::silentRevision {

inline constexpr Fact<std::string> table{"table"};
inline constexpr Fact<std::string> record{"record"};
inline constexpr Fact<std::string> party{"party"};
inline constexpr Fact<std::string> field{"field"};
inline constexpr Fact<std::string> oldValue{"old"};
inline constexpr Fact<std::string> newValue{"new"};
inline constexpr OptionalFact<Mass> oldMass{"old_mass"};
inline constexpr OptionalFact<Mass> newMass{"new_mass"};
inline constexpr OptionalFact<std::int64_t> records{"records"};
inline constexpr auto all =
    factList(table, record, party, field, oldValue, newValue, oldMass, newMass, records);

}  // namespace plumbline::facts::silentRevision
