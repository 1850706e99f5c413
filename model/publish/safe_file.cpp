// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/publish/safe_file.h"

#include <QFile>

#ifdef _WIN32
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace plumbline {
namespace {

namespace fs = std::filesystem;

Error ioError(std::string message, const fs::path& path) {
  return {ErrorCode::Io, std::move(message), {pathText(path)}};
}

QString toQString(const fs::path& path) {
  const std::string text = pathText(path);
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool syncFile(int handle) {
#ifdef _WIN32
  return _commit(handle) == 0;
#else
  return fsync(handle) == 0;
#endif
}

/// The new name itself has to reach the disk, too. Windows has no such call.
void syncFolder([[maybe_unused]] const fs::path& folder) {
#ifndef _WIN32
  const int handle = open(folder.c_str(), O_RDONLY | O_CLOEXEC);
  if (handle < 0) return;
  static_cast<void>(fsync(handle));
  close(handle);
#endif
}

Result<void> writeWhole(const fs::path& path, std::string_view bytes, bool sync) {
  QFile file(toQString(path));
  const auto size = static_cast<qint64>(bytes.size());
  if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
      file.write(bytes.data(), size) != size || !file.flush() ||
      (sync && !syncFile(file.handle()))) {
    return ioError("the file cannot be written: " + file.errorString().toStdString(), path);
  }
  return {};
}

}  // namespace

std::string pathText(const fs::path& path) {
  const std::u8string text = path.generic_u8string();
  return {text.begin(), text.end()};
}

Result<std::optional<std::string>> readSmallFile(const fs::path& path, std::int64_t maxBytes) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return std::optional<std::string>();
  QFile file(toQString(path));
  if (!file.open(QIODevice::ReadOnly)) {
    return ioError("the file cannot be read: " + file.errorString().toStdString(), path);
  }
  std::string bytes = file.read(maxBytes + 1).toStdString();
  if (static_cast<std::int64_t>(bytes.size()) > maxBytes) {
    return Error{ErrorCode::TooLarge,
                 "the file is too large",
                 {pathText(path)},
                 {},
                 "at most " + std::to_string(maxBytes) + " bytes"};
  }
  return std::optional(std::move(bytes));
}

Result<void> replaceFile(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  fs::path temporary = path.parent_path() / ".";
  temporary += path.filename();
  temporary += ".part";
  PLUMBLINE_CHECK(writeWhole(temporary, bytes, true));
  fs::rename(temporary, path, error);
  if (error) return ioError("the file cannot be renamed: " + error.message(), path);
  syncFolder(path.parent_path());
  return {};
}

Result<void> writeOnce(const fs::path& path, std::string_view bytes) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return replaceFile(path, bytes);
  QFile file(toQString(path));
  if (!file.open(QIODevice::ReadOnly)) return ioError("the file cannot be read", path);
  if (file.readAll().toStdString() == bytes) return {};
  return Error{ErrorCode::Inconsistent, "the file is there with other bytes", {pathText(path)}};
}

Result<void> writeNewFile(const fs::path& path, std::string_view bytes) {
  std::error_code ignored;
  fs::create_directories(path.parent_path(), ignored);
  return writeWhole(path, bytes, false);
}

}  // namespace plumbline
