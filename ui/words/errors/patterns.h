// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every pattern of a message (crypto/message.h) that the houses make, so that translators are given them:
// crypto/ and model/ know no translation. tests/check_errors.py makes the lists and sees to it that they
// are whole.

#include <span>

namespace plumbline::words {

[[nodiscard]] std::span<const char* const> cryptoPatterns();
[[nodiscard]] std::span<const char* const> modelPatterns();
[[nodiscard]] std::span<const char* const> uiPatterns();
[[nodiscard]] std::span<const char* const> appPatterns();

}  // namespace plumbline::words
