// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include <QString>

#include "model/findings/finding.h"

namespace plumbline::words {

/// Of a recovery or disposal operation ("R3"), after the annexes of Directive 2008/98/EC: "organic
/// substances recycled, composting too". Empty for anything else.
[[nodiscard]] QString operationMeaning(std::string_view code);
/// All that the two sides of a finding name, a line each: "R3: organic …". Empty where they name
/// none.
[[nodiscard]] QString operationsOf(const Finding& finding);

}  // namespace plumbline::words
