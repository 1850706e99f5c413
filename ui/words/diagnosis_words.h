// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is said of the diagnoses of a network or a series, by their name. In the JSON of an answer the
// same sentences stand in English.

#include <QString>

#include "crypto/json.h"

namespace plumbline::words {

/// "F1, F2: nothing checks these records". Of a diagnosis without words here: its own text.
[[nodiscard]] QString diagnosisText(const JsonValue& diagnosis);

}  // namespace plumbline::words
