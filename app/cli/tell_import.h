// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an import made of the files it was given, as every command tells it that imports.

#include <QStringList>

#include "model/intake/import_report.h"

#include "app/cli/command.h"

namespace plumbline::cli {

/// Rows, cells and values that are neither records nor in the quarantine, a sentence each.
[[nodiscard]] QStringList countSentences(const ReadCounts& counts);
[[nodiscard]] JsonValue countsJson(const ReadCounts& counts);
/// Exit code: 3 where a file was refused, 1 where much of one cannot be used.
[[nodiscard]] ExitCode tellImport(Output& output, const ImportReport& report);

}  // namespace plumbline::cli
