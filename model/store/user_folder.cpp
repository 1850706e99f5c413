// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/user_folder.h"

#include <QStandardPaths>
#include <QString>

#include "model/store/file_errors.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

Error cannotMake(const fs::path& folder, const std::error_code& reason) {
  return {ErrorCode::Io,
          Message("the folder of your own settings cannot be made: %1", reason.message()),
          {shownName(folder)}};
}

/// A folder that was there keeps what its owner set.
Result<void> makePrivate(const fs::path& folder) {
  std::error_code failed;
  if (fs::is_directory(folder, failed)) return {};
  const bool made = fs::create_directory(folder, failed);
  if (failed) return cannotMake(folder, failed);
  if (made) fs::permissions(folder, fs::perms::owner_all, failed);
  if (failed) return cannotMake(folder, failed);
  return {};
}

}  // namespace

Result<fs::path> userFolder() {
  const QString named = qEnvironmentVariable("PLUMBLINE_DATA");
  if (!named.isEmpty()) return fs::path(named.toStdU16String());
  // The same for the desktop program and the command line, whatever each is called.
  const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
  if (data.isEmpty()) {
    return Error{ErrorCode::Io, "the system names no folder for data of this user"};
  }
  return fs::path(data.toStdU16String()) / "plumbline";
}

Result<fs::path> makeUserFolder(std::string_view name) {
  PLUMBLINE_TRY(folder, userFolder());
  // What lies above belongs to the system or to whoever chose it.
  std::error_code failed;
  if (folder.has_parent_path()) fs::create_directories(folder.parent_path(), failed);
  if (failed) return cannotMake(folder.parent_path(), failed);
  PLUMBLINE_CHECK(makePrivate(folder));
  for (const fs::path& part : fs::path(name)) {
    folder /= part;
    PLUMBLINE_CHECK(makePrivate(folder));
  }
  return folder;
}

}  // namespace plumbline
