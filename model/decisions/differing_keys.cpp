// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decisions/differing_keys.h"

#include <sstream>

#include "model/evidence/keyring.h"
#include "model/import/rebuild.h"
#include "model/workspace/change.h"
#include "model/workspace/user_settings.h"
#include "model/workspace/workspace.h"

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

Result<std::vector<PartyKey>> signingKey(const std::filesystem::path& path, std::string_view word) {
  PLUMBLINE_CHECK(prepareWorkspace(path, IfUnfinished::Refuse, Progress()));
  PLUMBLINE_TRY(workspace, Workspace::openReadOnly(path));
  PLUMBLINE_TRY(query, workspace.database().prepare(
                           "SELECT DISTINCT role, party, signer FROM publications WHERE signer <> '' "
                           "AND (signer = ?1 OR party = ?1) ORDER BY role, party, signer"));
  query.bind(1, word);
  std::vector<PartyKey> keys;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    auto key = NoteVerifier::fromVkey(query.text(2));
    if (!key) continue;
    if (!keys.empty() && keys.front().key.vkey() != key->vkey()) {
      return Error{ErrorCode::Usage, "this party signed with several keys; name one by its vkey",
                   {}, std::string(word)};
    }
    keys.push_back({roleFromText(query.text(0)), std::string(query.text(1)), std::move(key).value()});
  }
  if (keys.empty()) {
    return Error{ErrorCode::NotFound, "nothing here is signed with such a key", {}, std::string(word)};
  }
  return keys;
}

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
