// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "crypto/json.h"

namespace plumbline {

/// The one text of a value by RFC 8785, so that whoever writes it anew gets the same bytes. Nothing
/// for what the program never signs: names of members beyond ASCII, numbers that are not whole.
[[nodiscard]] std::optional<std::string> canonicalJson(const JsonValue& value);

}  // namespace plumbline
