// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include <QString>

namespace plumbline::words {

/// Why a row could not be used ("cannot be read"); `reason` is a quarantine_reason.
[[nodiscard]] QString quarantineReason(std::string_view reason);
/// "12 rows of 3 files could not be used."
[[nodiscard]] QString quarantineSentence(std::int64_t rows, std::int64_t files);

}  // namespace plumbline::words
