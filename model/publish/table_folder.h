// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The folder that an operator publishes from: <table>.csv or <table>.xlsx, and nothing else.

#include <filesystem>
#include <optional>
#include <vector>

#include "model/mapping/mapping.h"
#include "model/members/member_source.h"
#include "model/publish/record_digests.h"
#include "model/publish/sheet_table.h"
#include "model/records/progress.h"
#include "model/records/tables.h"

namespace plumbline {

struct TableFile {
  std::filesystem::path path;
  std::optional<Table> table;  // nothing: the file is no table
  std::optional<Mapping> mapping = {};  // that lies beside it, and that it is read by
};

/// Every file but hidden ones, tables first, in the order of the tables whatever the system's.
/// Errors: NotFound, Io.
[[nodiscard]] Result<std::vector<TableFile>> filesToPublish(const std::filesystem::path& folder);
/// Errors: NotFound, TooLarge, Io.
[[nodiscard]] Result<FileBytes> readTableFile(const std::filesystem::path& path);

/// A table as it is published: the bytes of a CSV file, or the CSV that a spreadsheet becomes.
class TableBytes {
 public:
  /// Errors: NotFound, TooLarge, Io, and those of tableOfSheet.
  [[nodiscard]] static Result<TableBytes> read(const TableFile& file, const Progress& progress);
  [[nodiscard]] ByteView view() const { return m_file ? m_file->view() : bytesOf(m_sheet.csv); }
  [[nodiscard]] const SheetNotes& notes() const { return m_sheet.notes; }
  /// Reads what would be published; errors name the row of the file that the operator has.
  [[nodiscard]] Result<ReadTable> readInto(Table table, RecordDigests& records) const;

 private:
  std::optional<FileBytes> m_file;
  SheetTable m_sheet;
};

/// What would be published, file by file.
struct TablePreview {
  std::string file;
  std::int64_t rows = 0;
  bool mappable = false;              // a mapping can say what its columns mean
  SheetNotes notes = {};              // of a spreadsheet
  std::optional<Error> problem = {};  // with row and column, where the table has them
};
/// Reads every table to its first problem. Errors: those of filesToPublish, Cancelled.
[[nodiscard]] Result<std::vector<TablePreview>> previewTables(const std::filesystem::path& folder,
                                                              const Progress& progress);

}  // namespace plumbline
