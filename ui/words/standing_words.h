// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whose word an audit rests on, as words.

#include <QString>

#include "model/audit/audit_result.h"

namespace plumbline::words {

/// "It rests on 5 keys that came with the evidence and that you have not named:"; empty where it
/// rests on nothing of that kind.
[[nodiscard]] QString standingSentence(const Standing& standing);
/// "receiver Harbour Reclaim (harbour-reclaim), 01609 61548 14732 ..."
[[nodiscard]] QString keyLine(const OpenKey& key);

}  // namespace plumbline::words
