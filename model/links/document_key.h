// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How alike two numbers are that people wrote down: document numbers, plates, containers.

#include <string>
#include <string_view>

namespace plumbline {

/// Upper case (ASCII), without spaces, hyphens, dots, slashes and underscores: "wt-88 001" is
/// "WT88001". What follows is the same number, written another way.
[[nodiscard]] std::string plainReference(std::string_view text);

/// A plain number with the letters read as the digits they look like: O as 0, I and L as 1. Two
/// numbers may be one under it and still be two: a suggestion, never an identity.
[[nodiscard]] std::string lookAlikeNumber(std::string_view plain);

/// True where one character was typed wrongly, left out, added, or swapped with its neighbour
/// (Damerau 1964). False for equal texts.
[[nodiscard]] bool isOneSlip(std::string_view a, std::string_view b);

/// True where the longer one is the shorter one with one to three characters added: parts of a
/// load are often numbered "88001-1", "88001-2". Not for numbers below four characters.
[[nodiscard]] bool isPartNumber(std::string_view a, std::string_view b);

}  // namespace plumbline
