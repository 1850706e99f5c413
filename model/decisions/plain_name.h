// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace plumbline {

/// A name as a hurried reader takes it: without case, accents, signs and the kind of firm ("Harbour
/// Reclaim Ltd." is "harbour reclaim").
[[nodiscard]] std::u32string plainName(std::string_view name);
/// How many letters are wrong, more, fewer or swapped between two plain names (Damerau and Levenshtein,
/// each letter once); more than `most` is `most` + 1. Names whose digits differ are never alike: permit
/// 50392 is not 50393.
[[nodiscard]] int slipsBetween(std::u32string_view a, std::u32string_view b, int most);

}  // namespace plumbline
