// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The records of plants that need no partner: intakes, declared losses, flows nobody can follow.

#include "model/balance/reconciliation.h"

namespace plumbline {

/// Books current intakes and flows of plants into the ledger.
[[nodiscard]] Result<void> bookPlantRecords(const Database& database, Reconciliation& result,
                                            const Progress& progress);

}  // namespace plumbline
