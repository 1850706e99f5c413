// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workspace/user_settings.h"

#include <QFile>

#include "model/store/new_file.h"
#include "model/store/seal.h"
#include "model/store/user_folder.h"
#include "model/workspace/workspace.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

constexpr qint64 maxBytes = 1 << 20;

/// A value that is there, else nothing.
Result<std::string> valueOf(const Database& database, std::string_view table, std::string_view name) {
  PLUMBLINE_TRY(query, database.prepare("SELECT value FROM " + std::string(table) +
                                        " WHERE name = ?"));
  query.bind(1, name);
  PLUMBLINE_TRY(there, query.step());
  return there ? std::string(query.text(0)) : std::string();
}

Result<void> setValue(const Database& database, std::string_view table, std::string_view name,
                      std::string_view value) {
  PLUMBLINE_TRY(query, database.prepare("INSERT INTO " + std::string(table) +
                                        " (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE "
                                        "SET value = excluded.value"));
  query.bind(1, name).bind(2, value);
  return query.run();
}

/// The workspace's id, which names a folder: what is no id of ours counts as none.
Result<std::string> idOf(const Database& database) {
  PLUMBLINE_TRY(id, valueOf(database, "settings", workspaceIdSetting));
  return isWorkspaceId(id) ? id : std::string();
}

std::string folderOf(const std::string& id) {
  return "trust/" + id;
}

}  // namespace

Result<std::string> userSetting(const Database& database, std::string_view name) {
  PLUMBLINE_TRY(here, keepsOwnUserSettings(database));
  if (here) return valueOf(database, "temp.own_settings", name);
  PLUMBLINE_TRY(id, idOf(database));
  if (id.empty()) return std::string();
  PLUMBLINE_TRY(folder, userFolder());
  QFile file(folder / folderOf(id) / name);
  if (!file.exists()) return std::string();
  if (!file.open(QIODevice::ReadOnly)) {
    return Error{ErrorCode::Io,
                 Message("your own settings cannot be read: %1", file.errorString().toStdString()),
                 {std::string(name)}};
  }
  const QByteArray bytes = file.read(maxBytes + 1);
  if (bytes.size() > maxBytes) return Error{ErrorCode::TooLarge, "the file is larger than 1 MiB"};
  return bytes.toStdString();
}

Result<void> setUserSetting(const Database& database, std::string_view name,
                            std::string_view value) {
  PLUMBLINE_TRY(here, keepsOwnUserSettings(database));
  if (here) return setValue(database, "temp.own_settings", name, value);
  PLUMBLINE_TRY(id, idOf(database));
  if (id.empty()) {
    id = newWorkspaceId();
    PLUMBLINE_CHECK(setValue(database, "settings", workspaceIdSetting, id));
  }
  PLUMBLINE_TRY(folder, makeUserFolder(folderOf(id)));
  PLUMBLINE_TRY(file,
                NewFile::open(folder / name, NewFile::Existing::Replace, NewFile::Readers::Owner));
  PLUMBLINE_CHECK(file.write(bytesOf(value)));
  return file.commit();
}

/// A table that only this connection sees; no file can hold one.
Result<bool> keepsOwnUserSettings(const Database& database) {
  PLUMBLINE_TRY(query, database.prepare("SELECT 1 FROM temp.sqlite_schema WHERE name = 'own_settings'"));
  return query.step();
}

Result<void> forgetUserSettingsAtEnd(const Database& database) {
  return database.execute(
      "CREATE TEMP TABLE own_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)");
}

}  // namespace plumbline
