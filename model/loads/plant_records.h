// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The records of plants that need no partner: intakes, declared losses, flows nobody can follow.

#include "model/books/books.h"
#include "model/loads/loads.h"
#include "model/records/progress.h"

namespace plumbline {

/// Books current intakes and flows of plants into the ledger that is being made.
[[nodiscard]] Result<void> bookPlantRecords(const Database& database, const Books& books,
                                            const Progress& progress, Loads& made);

}  // namespace plumbline
