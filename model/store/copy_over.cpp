// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/copy_over.h"

#include <sqlite3.h>

namespace plumbline {

Result<void> copyOver(const Database& from, const Database& to) {
  sqlite3_backup* const backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
  int code = SQLITE_ERROR;
  if (backup != nullptr) {
    code = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (code == SQLITE_DONE) code = finished;
  }
  if (code == SQLITE_OK) return {};
  return Error{ErrorCode::Store,
               Message("the workspace cannot be used: %1", sqlite3_errmsg(to.handle()))};
}

}  // namespace plumbline
