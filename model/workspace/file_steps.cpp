// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workspace/file_steps.h"

#include <algorithm>
#include <array>

namespace plumbline {
namespace {

constexpr std::array<std::string_view, 5> words = {"brought", "read_again", "taken_back", "put_back",
                                                   "forgotten"};
constexpr std::size_t mostSteps = 1'000'000;

std::optional<FileStep> stepOf(std::string_view text) {
  const auto found = std::find(words.begin(), words.end(), text);
  if (found == words.end()) return std::nullopt;
  return static_cast<FileStep>(found - words.begin());
}

Result<bool> keepsSteps(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare(
                           "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'file_steps'"));
  return query.step();
}

}  // namespace

std::string_view toText(FileStep step) {
  return words.at(static_cast<std::size_t>(step));
}

Result<void> noteFileStep(const Database& database, const FileStepRow& row) {
  PLUMBLINE_TRY(query, database.prepare("INSERT INTO file_steps (at_ms, by_whom, step, sha256, file, "
                                        "details) VALUES (?, ?, ?, ?, ?, ?)"));
  const std::string digest = row.file.hex();
  query.bind(1, row.stamp.at.inMilliseconds()).bind(2, row.stamp.by).bind(3, toText(row.step));
  query.bind(4, digest).bind(5, row.name).bind(6, row.details);
  return query.run();
}

Result<std::vector<FileStepRow>> readFileSteps(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare("SELECT at_ms, by_whom, step, sha256, file, details FROM "
                                        "file_steps ORDER BY id"));
  std::vector<FileStepRow> rows;
  while (rows.size() < mostSteps) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) break;
    const auto step = stepOf(query.text(2));
    const auto digest = Hash::fromHexText(query.text(3));
    if (!step || !digest) continue;
    rows.push_back({{Timestamp::milliseconds(query.integer(0)), std::string(query.text(1))},
                    *step,
                    *digest,
                    std::string(query.text(4)),
                    std::string(query.text(5))});
  }
  return rows;
}

Result<std::map<Hash, FileStepRow>> broughtSteps(const Database& database) {
  PLUMBLINE_TRY(steps, readFileSteps(database));
  std::map<Hash, FileStepRow> brought;
  for (FileStepRow& row : steps) {
    if (row.step == FileStep::Brought) brought.insert_or_assign(row.file, std::move(row));
  }
  return brought;
}

Result<void> copyFileSteps(const Database& from, const Database& to) {
  PLUMBLINE_TRY(there, keepsSteps(from));
  if (!there) return {};
  PLUMBLINE_TRY(rows, readFileSteps(from));
  for (const FileStepRow& row : rows) PLUMBLINE_CHECK(noteFileStep(to, row));
  return {};
}

}  // namespace plumbline
