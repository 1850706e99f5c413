// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/publish/table_folder.h"

#include <algorithm>
#include <tuple>

#include "model/import/local_table.h"
#include "model/members/folder_source.h"
#include "model/members/plumb_layout.h"
#include "model/publish/mapped_table.h"
#include "model/store/safe_file.h"

namespace plumbline {

namespace fs = std::filesystem;

namespace {

bool isSheet(const fs::path& path) {
  return path.extension() == ".xlsx";
}

/// The row of a record's problem as the operator's program shows it.
Error inSheet(Error error, const std::vector<std::int64_t>& rows) {
  const auto record = static_cast<std::size_t>(std::max<std::int64_t>(error.where.row, 0));
  if (record > 0 && record < rows.size()) error.where.row = rows[record];
  return error;
}

}  // namespace

Result<std::vector<TableFile>> filesToPublish(const fs::path& folder) {
  std::vector<TableFile> files;
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    return Error{ErrorCode::NotFound, "there is no such folder", {pathText(folder)}};
  }
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string name = pathText(it->path().filename());
    if (name.starts_with('.') || name.ends_with(mappingSuffix)) continue;
    std::error_code ignored;
    if (hasTableSuffix(it->path())) {
      PLUMBLINE_TRY(mapping, mappingBeside(it->path()));
      if (mapping) {
        files.push_back({it->path(), mapping->table, std::move(mapping)});
        continue;
      }
    }
    const bool isTable =
        (it->path().extension() == ".csv" || isSheet(it->path())) && it->is_regular_file(ignored);
    files.push_back(
        {it->path(), isTable ? tableFromName(pathText(it->path().stem())) : std::nullopt});
  }
  if (error) return Error{ErrorCode::Io, "the folder cannot be read", {pathText(folder)}};
  std::sort(files.begin(), files.end(), [](const TableFile& a, const TableFile& b) {
    return std::tuple(!a.table, a.table, a.path) < std::tuple(!b.table, b.table, b.path);
  });
  return files;
}

Result<FileBytes> readTableFile(const fs::path& path) {
  std::error_code error;
  const auto bytes = static_cast<std::int64_t>(fs::file_size(path, error));
  if (error) return Error{ErrorCode::NotFound, Message("the table cannot be read: %1", error.message())};
  if (bytes > static_cast<std::int64_t>(plumbMaxTableBytes)) {
    return Error{ErrorCode::TooLarge, "the table is larger than 512 MiB"};
  }
  return FileBytes::read(path, 0, bytes);
}

Result<TableBytes> TableBytes::read(const TableFile& file, const Progress& progress) {
  TableBytes out;
  if (file.mapping) {
    PLUMBLINE_TRY(mapped, tableByMapping(file.path, *file.mapping, progress));
    out.m_sheet = std::move(mapped);
    return out;
  }
  PLUMBLINE_TRY(bytes, readTableFile(file.path));
  if (isSheet(file.path)) {
    PLUMBLINE_TRY(sheet, tableOfSheet(bytes.view(), *file.table, progress));
    out.m_sheet = std::move(sheet);
  } else {
    out.m_file = std::move(bytes);
  }
  return out;
}

Result<ReadTable> TableBytes::readInto(Table table, RecordDigests& records) const {
  auto read = readTable(ViewFeed(view()), table, records);
  if (!read && !m_file) return inSheet(std::move(read).error(), m_sheet.rows);
  return read;
}

namespace {

Result<void> preview(const TableFile& file, const Progress& progress, TablePreview& out) {
  if (!file.table) {
    return Error{ErrorCode::Usage,
                 "this is no table",
                 {},
                 {},
                 "<table>.csv or <table>.xlsx, as in shipments.csv"};
  }
  PLUMBLINE_TRY(bytes, TableBytes::read(file, progress));
  RecordDigests records;
  PLUMBLINE_TRY(read, bytes.readInto(*file.table, records));
  out.rows = read.content.rows;
  out.notes = bytes.notes();
  return {};
}

}  // namespace

Result<std::vector<TablePreview>> previewTables(const fs::path& folder, const Progress& progress) {
  PLUMBLINE_TRY(files, filesToPublish(folder));
  std::vector<TablePreview> out;
  std::optional<Table> last;
  for (const TableFile& file : files) {
    const std::string name = pathText(file.path.filename());
    progress.report(Message("Reading %1", name), static_cast<std::int64_t>(out.size()),
                    static_cast<std::int64_t>(files.size()));
    if (progress.cancelled()) return Progress::cancelledError();
    TablePreview found{.file = name, .mappable = hasTableSuffix(file.path)};
    const bool again = !out.empty() && file.table && file.table == last;
    auto done = again ? Result<void>(Error{ErrorCode::Duplicate, "the table is here twice"})
                      : preview(file, progress, found);
    if (progress.cancelled()) return Progress::cancelledError();
    if (!done) found.problem = std::move(done).error().in(name);
    last = file.table;
    out.push_back(std::move(found));
  }
  return out;
}

}  // namespace plumbline
