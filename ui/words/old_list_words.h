// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The list of keys that an earlier version kept in a workspace, as words.

#include <QString>

#include "model/audit/old_list.h"

namespace plumbline::words {

/// "harbour-reclaim, party", "north.example/log, log"
[[nodiscard]] QString oldKeyName(const TrustedKey& key);
/// What is to be said beside the way to take it over; empty where there is no list.
[[nodiscard]] QString oldListSentence(const OldList& list);

}  // namespace plumbline::words
