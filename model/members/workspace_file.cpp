// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/members/workspace_file.h"

#include "model/members/member_source.h"

namespace plumbline {

bool looksLikeWorkspace(const std::filesystem::path& path) {
  constexpr std::string_view magic = "SQLite format 3";
  std::error_code failed;
  if (!std::filesystem::is_regular_file(path, failed)) return false;
  const auto bytes = static_cast<std::int64_t>(std::filesystem::file_size(path, failed));
  if (failed || bytes < static_cast<std::int64_t>(magic.size())) return false;
  const auto start = FileBytes::read(path, 0, static_cast<std::int64_t>(magic.size()));
  return start.ok() && textOf(start->view()) == magic;
}

}  // namespace plumbline
