// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The headings of French registers and the names their API has for them, as far as records hold
// them.

#include <string>
#include <string_view>

namespace plumbline {

/// "Poids en tonnes", "weightValue" -> "weightValue"; empty for a heading that no record needs.
/// White space, case, and the two forms of the apostrophe make no difference.
[[nodiscard]] std::string frenchField(std::string_view heading);

}  // namespace plumbline
