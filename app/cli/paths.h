// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Words of the command line are UTF-8 on every system; std::filesystem wants to be told so.

#include <filesystem>
#include <string>

namespace plumbline::cli {

[[nodiscard]] inline std::filesystem::path pathOf(const std::string& word) {
  return std::filesystem::path(std::u8string(word.begin(), word.end()));
}
[[nodiscard]] inline std::string wordOf(const std::filesystem::path& path) {
  const std::u8string text = path.u8string();
  return {text.begin(), text.end()};
}

}  // namespace plumbline::cli
