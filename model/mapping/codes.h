// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Codes as they come out of spreadsheets, cleaned up.

#include <string>

#include "crypto/result.h"

namespace plumbline {

/// A code of the European List of Waste as six digits without spaces: "15 01 02", "150102*",
/// "15.01.02", and "10304", which a spreadsheet took for a number and so lost its zero. The
/// asterisk says what the code says already. Errors: BadValue.
[[nodiscard]] Result<std::string> cleanWasteCode(std::string_view text);

/// A recovery or disposal operation of the Waste Framework Directive: "r 03", "R3 " -> "R3"; R1 to
/// R13, D1 to D15. What stands behind it, as in "R12: exchange", is left out. Errors: BadValue.
[[nodiscard]] Result<std::string> cleanOperation(std::string_view text);

/// "3915.10 00" -> "39151000": four to ten digits. Errors: BadValue.
[[nodiscard]] Result<std::string> cleanCommodityCode(std::string_view text);

/// Yes or no in the words of people and programs: "ja", "Oui", "x", "1", "ESTIME", "REEL" ->
/// "true" or "false". Errors: BadValue.
[[nodiscard]] Result<std::string> cleanFlag(std::string_view text);

}  // namespace plumbline
