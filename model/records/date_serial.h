// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Dates as spreadsheets keep them: days, and a fraction for the time of day.

#include "model/records/quantities.h"

namespace plumbline {

/// A date serial to the second. The 1900 system counts from 1899-12-31 = 0 and has a 29 February
/// 1900 (serial 60), which is refused; the 1904 system counts from 1904-01-01 = 0.
[[nodiscard]] Result<Timestamp> timeOfSerial(std::string_view serial, bool date1904);

}  // namespace plumbline
