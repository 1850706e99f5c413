// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A made-up city plant with carriers and receivers that publish signed records, honest or not in a
// known dose (docs/methods.md, "Simulator"). Same options, same bytes, on every machine.
// The honest part does not depend on the doses: two runs with one seed differ only by the fraud.

#include <filesystem>

#include "model/records/progress.h"
#include "model/simulate/simulation_options.h"
#include "model/simulate/truth.h"

namespace plumbline {

/// Writes an unpacked audit file (docs/file-format.md) and truth.json into `out`, which must not
/// exist or be empty; after an error nothing stays there.
/// Errors: Usage (options out of range, folder not empty), Io, Cancelled.
[[nodiscard]] Result<Truth> simulate(const SimulationOptions& options,
                                     const std::filesystem::path& out, const Progress& progress);

}  // namespace plumbline
