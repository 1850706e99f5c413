// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A table in a file on disk, before it is imported: for a window or a command that asks what its
// columns mean. Each function may run on any worker thread.

#include <filesystem>

#include "model/intake/check_sink.h"
#include "model/intake/import_report.h"
#include "model/readers/table_survey.h"

namespace plumbline {

/// By its name: a text file of delimited rows, or a spreadsheet.
[[nodiscard]] bool hasTableSuffix(const std::filesystem::path& file);
/// The mapping that lies beside a table: NAME.map.json. Errors: as readMappingFile.
[[nodiscard]] Result<std::optional<Mapping>> mappingBeside(const std::filesystem::path& file);
/// True where the file is a table that no reader of an official format recognises, so that it needs
/// a mapping, and has none beside it. Errors: Io, Cancelled.
[[nodiscard]] Result<bool> needsMapping(const std::filesystem::path& file,
                                        const Progress& progress);
/// Errors: as surveyTable.
[[nodiscard]] Result<TableSurvey> surveyFile(const std::filesystem::path& file,
                                             const ShapeChoice& choice, const Progress& progress);

/// What an import would bring.
struct ImportTrial {
  std::string reader;  // its id
  std::int64_t good = 0;
  std::int64_t bad = 0;
  ReadCounts counts = {};
};
/// Reads the whole file as an import with these options would, and keeps nothing. `problem` is
/// called for every row that cannot be used. Errors: Unsupported (no reader takes the file), and
/// those of its reader.
[[nodiscard]] Result<ImportTrial> tryImport(const std::filesystem::path& file,
                                            const ImportOptions& options,
                                            const CheckSink::RowFunction& problem,
                                            const Progress& progress);
/// Reads the whole file into a sink by this mapping. Errors: as readMapped.
[[nodiscard]] Result<void> readByMapping(const std::filesystem::path& file, const Mapping& mapping,
                                         RecordSink& sink, const Progress& progress);
/// Text of a layout for ImportOptions::layout. Errors: NotFound, Io, TooLarge, Encoding, and those
/// of FixedLayout::parse.
[[nodiscard]] Result<std::string> readLayoutFile(const std::filesystem::path& file);
/// Errors: Io, TooLarge, and those of parseMappingFile.
[[nodiscard]] Result<Mapping> readMappingFile(const std::filesystem::path& file);

}  // namespace plumbline
