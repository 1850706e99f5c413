// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decisions/differing_keys.h"

#include <sstream>

#include "model/evidence/keyring.h"
#include "model/import/rebuild.h"
#include "model/workspace/change.h"
#include "model/workspace/user_settings.h"

namespace plumbline {
namespace {

Result<bool> isVouchedFor(const Database& database, const PartyKey& key) {
  PLUMBLINE_TRY(list, userSetting(database, pinnedPartiesSetting));
  PLUMBLINE_TRY(keys, parseParties(list, RepeatedKeys::Kept));
  const std::string line = partiesLine(key.role, key.id, key.key);
  for (const PartyKey& each : keys) {
    if (partiesLine(each.role, each.id, each.key) == line) return true;
  }
  return false;
}

}  // namespace

Result<std::set<std::string>> readDifferingKeys(const Database& database) {
  PLUMBLINE_TRY(text, userSetting(database, differingSetting));
  std::set<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.insert(line + '\n');
  return lines;
}

Result<void> tellKeyDiffers(const std::filesystem::path& workspace, const PartyKey& key,
                            bool differs) {
  PLUMBLINE_CHECK(prepareWorkspace(workspace, IfUnfinished::Refuse, Progress()));
  PLUMBLINE_TRY(change, Change::begin(workspace));
  PLUMBLINE_TRY(vouched, isVouchedFor(change.database(), key));
  if (differs && vouched) {
    return Error{ErrorCode::Usage, "you vouch for this key; take that back first"};
  }
  PLUMBLINE_TRY(lines, readDifferingKeys(change.database()));
  const std::string line = partiesLine(key.role, key.id, key.key);
  differs ? void(lines.insert(line)) : void(lines.erase(line));
  std::string text;
  for (const std::string& each : lines) text += each;
  PLUMBLINE_CHECK(setUserSetting(change.database(), differingSetting, text));
  return change.commit();
}

}  // namespace plumbline
