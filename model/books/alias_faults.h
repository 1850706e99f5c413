// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stops names from being one, whoever says so: they are two parties that signed records of their
// own, one party would be at both ends of a load, or each means something of its own.

#include "model/books/aliases.h"

namespace plumbline {

/// Why the class does not count, with the two things that it is between.
[[nodiscard]] Error errorOf(const AliasClass& stopped);
/// 1 to 1,000 bytes of text without control characters.
[[nodiscard]] bool isAliasName(std::string_view text);
/// The classes of these pairs, with what the records say against each. Errors: Store.
[[nodiscard]] Result<Aliases> checkedAliases(const Database& database,
                                             std::span<const NamePair> pairs);

}  // namespace plumbline
