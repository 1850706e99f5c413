// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workspace/one_reading.h"

#include <utility>

#include <sqlite3.h>

#include "model/store/current_records.h"
#include "model/workspace/unfinished.h"
#include "model/workspace/user_settings.h"

namespace plumbline {

Result<OneReading> OneReading::begin(const Database& database) {
  const bool within = sqlite3_get_autocommit(database.handle()) == 0;
  if (!within) PLUMBLINE_CHECK(database.execute("BEGIN"));
  OneReading reading(within ? nullptr : &database);
  // The first statement chooses the state that all others see.
  PLUMBLINE_CHECK(requireFinished(database));
  return reading;
}

OneReading::OneReading(OneReading&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)) {}

OneReading::~OneReading() {
  // Nothing was written; where it fails, SQLite ends it when the connection closes.
  if (m_database != nullptr) static_cast<void>(m_database->execute("ROLLBACK"));
}

Result<Hash> stateOf(const Database& database) {
  Sha256 state;
  for (const char* sql :
       {"SELECT member, sha256 FROM evidence ORDER BY member",
        "SELECT name, value FROM settings WHERE name NOT GLOB 'note:*' ORDER BY name"}) {
    PLUMBLINE_TRY(query, database.prepare(sql));
    while (true) {
      PLUMBLINE_TRY(there, query.step());
      if (!there) break;
      for (const int column : {0, 1}) {
        const std::string_view text = query.text(column);
        state.update(bytesOf(std::to_string(text.size()) + ":"));
        state.update(bytesOf(text));
      }
    }
    state.update(bytesOf("\n"));
  }
  // What the user trusts is no part of the file, and changes what it says.
  for (const std::string_view name : userSettingNames) {
    PLUMBLINE_TRY(value, userSetting(database, name));
    state.update(bytesOf(std::to_string(value.size()) + ":" + value));
  }
  return state.finish();
}

namespace {

Result<void> requireSameState(const Database& other, const Hash& ours) {
  const auto theirs = stateOf(other);
  const bool writerWaits = (sqlite3_errcode(other.handle()) & 0xff) == SQLITE_BUSY;
  if (!theirs && !writerWaits) return theirs.error();
  if (theirs && ours == *theirs) return {};
  return Error{ErrorCode::Store, "the workspace changed while it was read; try again"};
}

}  // namespace

Result<Database> openBeside(const Database& database) {
  PLUMBLINE_TRY(ours, stateOf(database));
  PLUMBLINE_TRY(other, database.openAnother());
  // A writer who waits for the end of our own reading lets no other one begin: whoever waited for them
  // here would wait for ever.
  sqlite3_busy_timeout(other.handle(), 0);
  PLUMBLINE_CHECK(other.execute("BEGIN"));
  // Nobody can have come in between, and the settings are not seen over there.
  PLUMBLINE_TRY(alone, keepsOwnUserSettings(database));
  if (!alone) PLUMBLINE_CHECK(requireSameState(other, ours));
  PLUMBLINE_CHECK(addCurrentViews(other));
  PLUMBLINE_CHECK(other.execute("PRAGMA query_only = ON"));
  return other;
}

}  // namespace plumbline
