// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the third stage is made: one ordered pass over shipments and receipts. Memory does not grow
// with them.

#include "model/links/links.h"
#include "model/loads/load_judge.h"
#include "model/records/plan.h"
#include "model/records/progress.h"

namespace plumbline {

/// Intakes, flows and loads. Errors: Store, Cancelled.
[[nodiscard]] Result<Loads> readLoads(const Database& database, const Books& books,
                                      const Links& links, const AuditPlan& plan,
                                      const Progress& progress,
                                      const LoadListeners& listeners = {});

/// The same without intakes and flows, and without the border: of what was sent, where it went.
[[nodiscard]] Result<Loads> matchLoads(const Database& database, const Books& books,
                                       const Links& links, const AuditPlan& plan,
                                       const Progress& progress,
                                       const LoadListeners& listeners = {});

}  // namespace plumbline
