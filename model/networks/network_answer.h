// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a network says, in the names that worked cases of the field use:
// reconciled values, tests, classes, and named diagnoses of everything that
// makes an answer less than it looks. Never a NaN: what cannot be told is null.

#include "crypto/json.h"

#include "model/networks/network_model.h"

namespace plumbline {

/// Reconciles the network, large ones sparse, and writes the answer. Errors: as
/// reconcileNetwork().
[[nodiscard]] Result<JsonValue> answerNetwork(const NetworkModel& model);

/// The same for a file: one network, or {"cases": [...]} with one each. A case
/// that has no answer carries {"error": ...} instead; the error of a single
/// network is the result's.
[[nodiscard]] Result<JsonValue> answerNetworkFile(const JsonValue& json);

}  // namespace plumbline
