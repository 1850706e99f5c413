// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A mass that nobody weighed: a volume times a density. Readers name this as its instrument, so
// that it is not taken for the reading of a scale.

#include <string_view>

namespace plumbline {

inline constexpr std::string_view volumeInstrument = "volume x density";

}  // namespace plumbline
