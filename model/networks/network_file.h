// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A network as a researcher writes it down (docs/command-line.md, "reconcile"):
//   {"variables": [{"name": "m1", "role": "measured", "value": 100, "sd": 10},
//                  {"name": "m2", "role": "fixed", "value": 50},
//                  {"name": "m4", "role": "unmeasured", "start": 150}],
//    "correlations": [["m1", "m3", 0.4]],
//    "constraints": [{"name": "P1", "terms": [{"coef": 1, "vars": ["m3",
//    "TC34"]}], "const": 0}]}
// Instead of constraints an "incidence" matrix may stand (a row a node, a
// column a variable), and instead of all that "A", "y" and "S" of a linear
// network without unmeasured flows.

#include "crypto/json.h"

#include "model/networks/network_model.h"

namespace plumbline {

/// Errors: Malformed, BadValue, Duplicate; the message names the member or the
/// variable.
[[nodiscard]] Result<NetworkModel> readNetwork(const JsonValue& json);

inline constexpr std::size_t mostFactors = 4;         // of one product
inline constexpr std::size_t mostCorrelated = 2'000;  // measured variables with a covariance

}  // namespace plumbline
