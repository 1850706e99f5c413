// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/export_tables.h"

#include <set>

#include <QDir>

#include "model/import/rebuild.h"
#include "model/records/csv_field.h"
#include "model/store/current_records.h"
#include "model/store/new_file.h"
#include "model/workspace/one_reading.h"
#include "model/workspace/record_reader.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

constexpr qint64 blockBytes = 1 << 20;

QString qtPath(const fs::path& path) {
  return QString::fromStdU16String(path.u16string());
}

/// The rows of one publication's table lie together.
struct Part {
  std::string party;
  std::int64_t publication = 0;
  std::int64_t firstRowid = 0;
  std::int64_t rows = 0;
};

Result<std::vector<Part>> partsOf(const Database& database, const TableInfo& info) {
  PLUMBLINE_TRY(query, database.prepare(
                           "SELECT p.party, p.id, t.first_rowid, t.rows FROM publication_tables t "
                           "JOIN publications p ON p.id = t.publication LEFT JOIN evidence e ON e.id "
                           "= p.evidence WHERE t.name = ? AND t.first_rowid IS NOT NULL ORDER BY "
                           "p.party, p.sequence, e.sha256, p.id"));
  query.bind(1, info.name);
  std::vector<Part> parts;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return parts;
    parts.push_back(
        {std::string(query.text(0)), query.integer(1), query.integer(2), query.integer(3)});
  }
}

std::string headOf(const TableInfo& info) {
  std::string line;
  for (const Field& field : info.fields) {
    if (!line.empty()) line += ',';
    line += field.name;
  }
  return line + '\n';
}

std::string selectOf(const TableInfo& info) {
  std::string columns;
  for (const Field& field : info.fields) {
    if (!columns.empty()) columns += ", ";
    columns += field.column;
  }
  return "SELECT " + columns + " FROM " + currentOf(info.name) +
         " WHERE rowid >= ? AND rowid < ? AND publication = ? ORDER BY "
         "rowid";
}

void appendRow(const Query& query, const TableInfo& info, std::string& out) {
  for (std::size_t i = 0; i < info.fields.size(); ++i) {
    const int column = static_cast<int>(i);
    if (i > 0) out += ',';
    if (query.isNull(column)) continue;
    const FieldType type = info.fields[i].type;
    const bool text = type == FieldType::Id || type == FieldType::Text;
    out += csvField(text ? std::string(query.text(column))
                         : storedValueText(type, StoredValue(query.integer(column))));
  }
  out += '\n';
}

/// A name for a file on every system, each once in its folder.
std::string fileNameOf(const std::string& party, std::set<std::string>& taken) {
  std::string name;
  for (const char c : party) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    const bool upper = c >= 'A' && c <= 'Z';
    name += plain ? c : upper ? static_cast<char>(c - 'A' + 'a') : '-';
  }
  if (name.empty()) name = "party";
  std::string unique = name;
  for (int i = 2; !taken.insert(unique).second; ++i) unique = name + "-" + std::to_string(i);
  return unique + ".csv";
}

/// A file that is there is a wrong use of the command.
Error ofTable(Error error, const std::string& file) {
  if (error.code == ErrorCode::Duplicate) error.code = ErrorCode::Usage;
  error.where.file = file;
  return error;
}

class Exporter {
 public:
  Exporter(const Database& database, fs::path folder, const Progress& progress)
      : m_database(database), m_folder(std::move(folder)), m_progress(progress) {}

  Result<void> table(const TableInfo& info) {
    PLUMBLINE_TRY(parts, partsOf(m_database, info));
    std::set<std::string> taken;
    for (std::size_t first = 0; first < parts.size();) {
      std::size_t last = first;
      while (last < parts.size() && parts[last].party == parts[first].party) ++last;
      PLUMBLINE_CHECK(write(info, std::span(parts).subspan(first, last - first), taken));
      first = last;
    }
    return {};
  }
  std::vector<ExportedTable> take() { return std::move(m_tables); }

 private:
  Result<void> write(const TableInfo& info, std::span<const Part> parts,
                     std::set<std::string>& taken) {
    ExportedTable made{{}, std::string(info.name), parts.front().party, 0};
    made.file = made.table + '/' + fileNameOf(made.party, taken);
    const fs::path path = m_folder / fs::path(std::u8string(made.file.begin(), made.file.end()));
    if (!QDir().mkpath(qtPath(path.parent_path()))) {
      return Error{ErrorCode::Io, "the folder cannot be made", {made.file}};
    }
    auto opened = NewFile::open(path, NewFile::Existing::Refuse);
    if (!opened) return ofTable(std::move(opened).error(), made.file);
    NewFile& file = *opened;
    std::string out = headOf(info);
    const auto flush = [&] {
      auto written = file.write(bytesOf(out));
      out.clear();
      return written;
    };
    PLUMBLINE_TRY(query, m_database.prepare(selectOf(info)));
    for (const Part& part : parts) {
      query.bind(1, part.firstRowid).bind(2, part.firstRowid + part.rows).bind(3, part.publication);
      while (true) {
        PLUMBLINE_TRY(more, query.step());
        if (!more) break;
        appendRow(query, info, out);
        ++made.rows;
        if (static_cast<qint64>(out.size()) < blockBytes) continue;
        if (m_progress.cancelled()) return Progress::cancelledError();
        m_progress.report(Message("Writing %1", made.file), made.rows);
        PLUMBLINE_CHECK(flush());
      }
      query.reset();
    }
    if (made.rows == 0) return {};  // what is not committed leaves nothing
    PLUMBLINE_CHECK(flush());
    PLUMBLINE_CHECK(file.commit());
    m_tables.push_back(std::move(made));
    return {};
  }

  const Database& m_database;
  fs::path m_folder;
  const Progress& m_progress;
  std::vector<ExportedTable> m_tables;
};

}  // namespace

Result<std::vector<ExportedTable>> exportTables(const fs::path& workspacePath,
                                                const fs::path& folder, const Progress& progress) {
  PLUMBLINE_CHECK(prepareWorkspace(workspacePath, IfUnfinished::Refuse, progress));
  PLUMBLINE_TRY(workspace, Workspace::openReadOnly(workspacePath));
  PLUMBLINE_TRY(reading, OneReading::begin(workspace.database()));
  Exporter exporter(workspace.database(), folder, progress);
  for (const TableInfo& info : allTables()) PLUMBLINE_CHECK(exporter.table(info));
  return exporter.take();
}

}  // namespace plumbline
