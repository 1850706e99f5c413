// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the French registers' own validation would refuse, of one row.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline {

/// A field of the row by its name in the register's API; empty where the row has none.
using FrenchField = std::function<std::string(const char*)>;

/// Texts of source_rule remarks. `product`: a row of the register of exits from waste (SSD);
/// `incoming`: of the register of incoming waste.
[[nodiscard]] std::vector<std::string> brokenFrenchRules(const FrenchField& field, bool product,
                                                         bool incoming);

}  // namespace plumbline
