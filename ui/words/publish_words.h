// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What was published, what stands in the way of it, and what the operator does next.

#include <filesystem>

#include "model/publish/log_directory.h"
#include "model/publish/publish.h"

#include "ui/words/format.h"

namespace plumbline::words {

/// "Shipments.csv, row 12, net_kg: the net mass is not a number. Found "x", expected a number."
[[nodiscard]] QString problemText(const Error& error);
/// "3 tables with 435 rows", "3 files, 1 of them with a problem".
[[nodiscard]] QString tablesFound(std::int64_t files, std::int64_t rows, int problems);
/// "2 things are missing: the party, the folder of the log."
[[nodiscard]] QString stillOpen(const QStringList& things);
[[nodiscard]] QString publishedSentence(const Published& published);
/// Without a checkpoint: that somebody has to sign one.
[[nodiscard]] QString afterPublishing(const std::filesystem::path& log,
                                      const std::optional<Checkpoint>& checkpoint,
                                      const QString& problem);

}  // namespace plumbline::words
