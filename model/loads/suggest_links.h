// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/loads/load_judge.h"

namespace plumbline {

/// Links between the shipments and receipts that the judge has left over, by their indices there.
/// The weights are learnt from its sample of matched pairs; hauls are the third side of a triangle.
/// Reads nothing where one of the sides is empty. Errors: Store.
[[nodiscard]] Result<Linkage> suggestLinks(const Database& database, const Books& books,
                                           const AuditPlan& plan, const LoadJudge& judge);

}  // namespace plumbline
