// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/own_keys.h"

#include "model/workspace/user_settings.h"

namespace plumbline {

Result<std::string> ownKeys(const Database& database) {
  return userSetting(database, ownKeysSetting);
}

Result<void> rememberOwnKey(const Database& database, const std::string& vkey) {
  PLUMBLINE_TRY(keys, ownKeys(database));
  const std::string line = vkey + "\n";
  if (keys.find(line) != std::string::npos) return {};
  return setUserSetting(database, ownKeysSetting, keys + line);
}

}  // namespace plumbline
