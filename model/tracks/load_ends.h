// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the records say of the loads that devices were in: who sent, who signed, who sent on.

#include "model/links/link_decisions.h"
#include "model/tracks/site_places.h"
#include "model/tracks/tracked_load.h"

namespace plumbline {

/// Fills in sender, receiver, receipt and places. A load that more than one party signed for is signed by
/// none. Errors: Store; NotFound where the shipment is not here.
[[nodiscard]] Result<void> describeLoad(const Database& database, const Books& books, const SitePlaces& places,
                                        const LinkDecisions& decided, TrackedLoad& load);

/// Of the loads that ended elsewhere: whether their receiver sent on, between its receipt and the last fix. Errors: Store.
[[nodiscard]] Result<void> markSentOn(const Database& database, const Books& books, const SitePlaces& places,
                                      std::vector<TrackedLoad>& loads);

}  // namespace plumbline
