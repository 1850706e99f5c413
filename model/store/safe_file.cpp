// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/safe_file.h"

#include <cerrno>

#include <QFile>

#include "model/store/file_errors.h"
#include "model/store/new_file.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

Error ioError(Message message, const fs::path& path) {
  return {ErrorCode::Io, std::move(message), {pathText(path)}};
}

QString toQString(const fs::path& path) {
  const std::string text = pathText(path);
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
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
    return ioError(Message("the file cannot be read: %1", file.errorString().toStdString()), path);
  }
  std::string bytes = file.read(maxBytes + 1).toStdString();
  if (static_cast<std::int64_t>(bytes.size()) > maxBytes) {
    return Error{ErrorCode::TooLarge,
                 "the file is too large",
                 {pathText(path)},
                 {},
                 Message("at most %1 bytes", maxBytes)};
  }
  return std::optional(std::move(bytes));
}

Result<void> replaceFile(const fs::path& path, std::string_view bytes) {
  std::error_code ignored;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), ignored);
  PLUMBLINE_TRY(file, NewFile::open(path, NewFile::Existing::Replace));
  PLUMBLINE_CHECK(file.write(bytesOf(bytes)));
  return file.commit();
}

Result<void> saveFile(const fs::path& path, std::string_view bytes,
                      std::span<const fs::path> inputs) {
  std::error_code ignored;
  if (path.has_parent_path() && !fs::is_directory(path.parent_path(), ignored)) {
    return ioError("there is no such folder", path.parent_path());
  }
  PLUMBLINE_CHECK(checkOutput(path, inputs));
  return replaceFile(path, bytes);
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
  std::error_code failed;
  fs::create_directories(path.parent_path(), failed);
  if (failed) return ioError(Message("the folder cannot be made: %1", failed.message()), path.parent_path());
  QFile file(toQString(path));
  const auto size = static_cast<qint64>(bytes.size());
  errno = 0;
  // Unbuffered: Qt keeps the reason of a failed flush to itself.
  if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered) &&
      file.write(bytes.data(), size) == size) {
    return {};
  }
  return ioError(Message("the file cannot be written: %1", reasonOf(file)), path);
}

}  // namespace plumbline
