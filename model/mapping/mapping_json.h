// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Strict reading of the members of a mapping, with errors that name them.

#include <initializer_list>
#include <map>
#include <string>
#include <vector>

#include "crypto/json.h"

namespace plumbline {

[[nodiscard]] Error badMember(std::string_view member, std::string_view found, Message expected);
/// Errors where an object has a member that is not one of these.
[[nodiscard]] Result<void> onlyMembers(const JsonValue& value,
                                       std::initializer_list<std::string_view> known);
/// Text of a member that may be absent.
[[nodiscard]] Result<std::string> textMember(const JsonValue& value, std::string_view name);
[[nodiscard]] Result<std::int64_t> numberMember(const JsonValue& value, std::string_view name,
                                                std::int64_t most);
/// A list of texts that may be absent.
[[nodiscard]] Result<std::vector<std::string>> textsMember(const JsonValue& value,
                                                           std::string_view name);
/// Texts by their names, of a member that may be absent.
[[nodiscard]] Result<std::map<std::string, std::string>> textPairsMember(const JsonValue& value,
                                                                         std::string_view name);
/// False where it is absent.
[[nodiscard]] Result<bool> flagMember(const JsonValue& value, std::string_view name);

inline constexpr std::int64_t maxMappingColumns = 16'384;

}  // namespace plumbline
