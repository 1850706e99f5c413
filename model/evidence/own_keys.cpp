// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/own_keys.h"

#include "model/workspace/user_settings.h"

namespace plumbline {

Result<std::string> ownKeys(const Database& database) {
  return userSetting(database, ownKeysSetting);
}

bool hasOwnKey(std::string_view keys, const std::string& vkey) {
  return keys.find(vkey + "\n") != std::string_view::npos;
}

Result<void> rememberOwnKey(const Database& database, const std::string& vkey) {
  PLUMBLINE_TRY(keys, ownKeys(database));
  if (hasOwnKey(keys, vkey)) return {};
  return setUserSetting(database, ownKeysSetting, keys + vkey + "\n");
}

}  // namespace plumbline
