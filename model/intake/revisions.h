// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A later publication of a party may repeat a record: the new one takes the old one's place, and
// the old one stays to be shown.

#include "model/intake/import_context.h"

namespace plumbline {

/// Sets superseded_by in the tables that changed, and counts the records each publication changed.
/// What follows what is decided by sequence and envelope digest, never by the order of arrival.
[[nodiscard]] Result<void> markRevisions(ImportContext& context);

}  // namespace plumbline
