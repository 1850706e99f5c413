// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/records/quantities.h"

namespace plumbline {

/// The months [first, last).
struct MonthSpan {
  Month first, last;
  [[nodiscard]] bool empty() const { return !(first < last); }
};

}  // namespace plumbline
