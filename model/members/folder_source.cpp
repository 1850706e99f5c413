// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/members/folder_source.h"

#include <algorithm>
#include <iterator>

#include "model/members/log_tiles.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t maxFiles = 100'000;
constexpr std::size_t maxDepth = 16;

std::string textOf(const fs::path& path) {
  const std::u8string text = path.generic_u8string();
  return {text.begin(), text.end()};
}

Error ioError(const fs::path& path, const std::error_code& code) {
  return {ErrorCode::Io, Message("the folder cannot be read: %1", code.message()), {textOf(path)}};
}

bool leftOut(const std::string& fileName) {
  return fileName.starts_with('.') || fileName == "truth.json";
}

/// A mapping beside the table that it is of.
bool isMapping(const fs::path& file) {
  const std::string name = textOf(file.filename());
  if (!name.ends_with(mappingSuffix) || name.size() == mappingSuffix.size()) return false;
  const std::string table = name.substr(0, name.size() - mappingSuffix.size());
  std::error_code failed;
  return fs::is_regular_file(file.parent_path() / std::u8string(table.begin(), table.end()), failed);
}

/// Adds the log where the folder is one of tiles (log_tiles.h), and says whether it is. Where its
/// checkpoint cannot be read, its files are listed as they are, and refused by their names.
Result<bool> collectLog(const fs::path& folder, const std::string& prefix,
                        std::vector<Member>& members) {
  if (!isTileLog(folder)) return false;
  auto log = tileLogMembers(folder, prefix, maxFiles - members.size());
  if (!log && log.error().code != ErrorCode::Io && log.error().code != ErrorCode::TooLarge) {
    return false;
  }
  if (!log) return std::move(log).error();
  std::move(log->begin(), log->end(), std::back_inserter(members));
  return true;
}

/// Adds everything below `folder`; `prefix` ends in '/' unless it is empty.
Result<void> collect(const fs::path& folder, const std::string& prefix, std::size_t depth,
                     std::vector<Member>& members) {
  if (depth > maxDepth) {
    return Error{ErrorCode::TooLarge, "the folders are nested too deeply", {prefix}};
  }
  PLUMBLINE_TRY(isLog, collectLog(folder, prefix, members));
  std::error_code code;
  for (fs::directory_iterator it(folder, code), end; it != end; it.increment(code)) {
    if (code) return ioError(folder, code);
    const std::string name = textOf(it->path().filename());
    const fs::file_status status = it->symlink_status(code);
    if (code) return ioError(it->path(), code);
    if (leftOut(name) || (isLog && (name == "checkpoint" || name == "tile"))) continue;
    if (fs::is_directory(status)) {
      PLUMBLINE_CHECK(collect(it->path(), prefix + name + "/", depth + 1, members));
    } else if (fs::is_regular_file(status) && !isMapping(it->path())) {
      if (members.size() >= maxFiles) {
        return Error{ErrorCode::TooLarge, "the folder has over 100,000 files"};
      }
      const auto bytes = static_cast<std::int64_t>(it->file_size(code));
      if (code) return ioError(it->path(), code);
      members.push_back({prefix + name, it->path(), 0, bytes});
    }
  }
  if (code) return ioError(folder, code);
  return {};
}

}  // namespace

Result<std::unique_ptr<MemberSource>> FolderSource::open(const fs::path& path) {
  std::error_code code;
  const fs::file_status status = fs::status(path, code);
  std::vector<Member> members;
  if (fs::is_directory(status)) {
    PLUMBLINE_CHECK(collect(path, {}, 0, members));
  } else if (fs::is_regular_file(status)) {
    const auto bytes = static_cast<std::int64_t>(fs::file_size(path, code));
    if (code) return ioError(path, code);
    members.push_back({textOf(path.filename()), path, 0, bytes});
  } else {
    return Error{ErrorCode::NotFound, "there is no such file or folder", {textOf(path)}};
  }
  return std::unique_ptr<MemberSource>(new FolderSource(std::move(members)));
}

}  // namespace plumbline
