// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/publish/table_folder.h"

#include <algorithm>
#include <tuple>

#include "model/import/plumb_layout.h"
#include "model/publish/record_digests.h"
#include "model/publish/safe_file.h"

namespace plumbline {

namespace fs = std::filesystem;

Result<std::vector<TableFile>> filesToPublish(const fs::path& folder) {
  std::vector<TableFile> files;
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    return Error{ErrorCode::NotFound, "there is no such folder", {pathText(folder)}};
  }
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (pathText(it->path().filename()).starts_with('.')) continue;
    std::error_code ignored;
    const bool isCsv = it->path().extension() == ".csv" && it->is_regular_file(ignored);
    files.push_back(
        {it->path(), isCsv ? tableFromName(pathText(it->path().stem())) : std::nullopt});
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
  if (error) return Error{ErrorCode::NotFound, "the table cannot be read: " + error.message()};
  if (bytes > static_cast<std::int64_t>(plumbMaxTableBytes)) {
    return Error{ErrorCode::TooLarge, "the table is larger than 512 MiB"};
  }
  return FileBytes::read(path, 0, bytes);
}

namespace {

Result<std::int64_t> rowsOf(const TableFile& file) {
  if (!file.table) {
    return Error{ErrorCode::Usage, "this is no table", {}, {}, "<table>.csv, as in shipments.csv"};
  }
  PLUMBLINE_TRY(bytes, readTableFile(file.path));
  RecordDigests records;
  PLUMBLINE_TRY(read, readTable(ViewFeed(bytes.view()), *file.table, records));
  return read.content.rows;
}

}  // namespace

Result<std::vector<TablePreview>> previewTables(const fs::path& folder, const Progress& progress) {
  PLUMBLINE_TRY(files, filesToPublish(folder));
  std::vector<TablePreview> out;
  for (const TableFile& file : files) {
    const std::string name = pathText(file.path.filename());
    progress.report("Reading " + name, static_cast<std::int64_t>(out.size()),
                    static_cast<std::int64_t>(files.size()));
    if (progress.cancelled()) return Progress::cancelledError();
    auto rows = rowsOf(file);
    TablePreview preview{name, rows ? *rows : 0, std::nullopt};
    if (!rows) preview.problem = std::move(rows).error().in(name);
    out.push_back(std::move(preview));
  }
  return out;
}

}  // namespace plumbline
