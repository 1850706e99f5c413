// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/file_errors.h"

#include <cerrno>
#include <system_error>

#include <QFileDevice>

namespace plumbline {

std::string shownName(const std::filesystem::path& path) {
  const std::u8string text = path.filename().u8string();
  return {text.begin(), text.end()};
}

std::string reasonOf(int code) {
  return std::generic_category().message(code);
}

std::string reasonOf(const QFileDevice& file) {
  return errno != 0 ? reasonOf(errno) : file.errorString().toStdString();
}

}  // namespace plumbline
