// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/old_list.h"

#include <algorithm>

#include <QTemporaryFile>

#include "crypto/hash.h"

#include "model/audit/session.h"
#include "model/evidence/authors_word.h"
#include "model/evidence/own_keys.h"
#include "model/import/rebuild.h"
#include "model/workspace/user_settings.h"
#include "model/workspace/workspace.h"
#include "model/workspace/writer_lock.h"

namespace plumbline {
namespace {

constexpr std::size_t digestDigits = 16;
/// Gone from the workspace once its list is the user's own.
constexpr std::string_view takenSettings[] = {pinnedPartiesSetting, pinnedPolicySetting, wordSetting,
                                              ownKeysSetting};

struct Files {
  std::string parties;
  std::string policy;
};

Result<std::string> settingOf(const Database& database, std::string_view name) {
  PLUMBLINE_TRY(query, database.prepare("SELECT value FROM settings WHERE name = ?"));
  query.bind(1, name);
  PLUMBLINE_TRY(there, query.step());
  return there ? std::string(query.text(0)) : std::string();
}

Result<Files> oldFiles(const Database& database) {
  PLUMBLINE_TRY(parties, settingOf(database, pinnedPartiesSetting));
  PLUMBLINE_TRY(policy, settingOf(database, pinnedPolicySetting));
  return Files{std::move(parties), std::move(policy)};
}

TrustedKey keyFor(std::string job, std::string name, const NoteVerifier& key) {
  return {std::move(job), std::move(name), key.vkey(), key.key().fingerprint()};
}

Result<OldList> listOf(const Files& files) {
  OldList list;
  PLUMBLINE_TRY(parties, parseParties(files.parties));
  PLUMBLINE_TRY(policy, parsePolicy(files.policy));
  for (const PartyKey& key : parties) list.keys.push_back(keyFor("party", key.id, key.key));
  for (const NoteVerifier& log : policy.logs) list.keys.push_back(keyFor("log", log.name(), log));
  for (const PolicyWitness& witness : policy.witnesses) {
    if (witness.key) list.keys.push_back(keyFor("witness", witness.name, *witness.key));
  }
  const std::string whole = files.parties + '\n' + '\0' + files.policy;
  list.digest = sha256(bytesOf(whole)).hex().substr(0, digestDigits);
  return list;
}

/// The user's own lines, then those of the old list that are not among them.
Result<std::string> joined(const std::string& own, const std::string& old) {
  PLUMBLINE_TRY(mine, parseParties(own));
  PLUMBLINE_TRY(theirs, parseParties(old));
  std::string out = own;
  if (!out.empty() && !out.ends_with('\n')) out += '\n';
  for (const PartyKey& key : theirs) {
    const std::string line = partiesLine(key.role, key.id, key.key);
    const bool there = std::any_of(mine.begin(), mine.end(), [&line](const PartyKey& each) {
      return partiesLine(each.role, each.id, each.key) == line;
    });
    if (!there) out += line;
  }
  return out;
}

/// What the user's own list becomes.
Result<Files> joinedFiles(const Database& database, const std::string& digest) {
  PLUMBLINE_TRY(old, oldFiles(database));
  PLUMBLINE_TRY(list, listOf(old));
  if (list.keys.empty()) {
    return Error{ErrorCode::NotFound, "the workspace brings no list of keys of its own"};
  }
  if (list.digest != digest) {
    return Error{ErrorCode::Mismatch, "the list in the workspace is another one than you compared",
                 {}, list.digest, Message::data(digest)};
  }
  PLUMBLINE_TRY(ownParties, userSetting(database, pinnedPartiesSetting));
  PLUMBLINE_TRY(ownPolicy, userSetting(database, pinnedPolicySetting));
  PLUMBLINE_TRY(parties, joined(ownParties, old.parties));
  Files files{std::move(parties), ownPolicy.empty() ? std::move(old.policy) : std::move(ownPolicy)};
  PLUMBLINE_CHECK(checkTrustFiles(files.parties, files.policy));
  return files;
}

Result<void> writeTo(QTemporaryFile& file, const std::string& text) {
  const auto size = static_cast<qint64>(text.size());
  if (file.open() && file.write(text.data(), size) == size && file.flush()) return {};
  return Error{
      ErrorCode::Io, "the list of keys cannot be written", {}, file.errorString().toStdString()};
}

Result<void> removeOldList(const fs::path& path) {
  PLUMBLINE_TRY(workspace, Workspace::open(path, false));
  const Database& database = workspace.database();
  {
    PLUMBLINE_TRY(transaction, Transaction::begin(database));
    PLUMBLINE_TRY(query, database.prepare("DELETE FROM settings WHERE name = ?"));
    for (const std::string_view name : takenSettings) {
      query.bind(1, name);
      PLUMBLINE_CHECK(query.run());
    }
    PLUMBLINE_CHECK(transaction.commit());
  }
  return workspace.close();
}

}  // namespace

Result<OldList> readOldList(const fs::path& path) {
  PLUMBLINE_CHECK(prepareWorkspace(path, IfUnfinished::Refuse, Progress()));
  PLUMBLINE_TRY(workspace, Workspace::openReadOnly(path));
  PLUMBLINE_TRY(files, oldFiles(workspace.database()));
  return listOf(files);
}

Result<ImportReport> takeOverOldList(const fs::path& path, const std::string& digest,
                                     const Progress& progress) {
  PLUMBLINE_CHECK(prepareWorkspace(path, IfUnfinished::Refuse, progress));
  PLUMBLINE_TRY(lock, WriterLock::take(path));  // from reading the list to writing it
  Files files;
  {
    PLUMBLINE_TRY(workspace, Workspace::openReadOnly(path));
    PLUMBLINE_TRY(all, joinedFiles(workspace.database(), digest));
    files = std::move(all);
  }
  // By the way of every other list, so that what was judged before is judged anew.
  QTemporaryFile parties;
  QTemporaryFile policy;
  PLUMBLINE_CHECK(writeTo(parties, files.parties));
  PLUMBLINE_CHECK(writeTo(policy, files.policy));
  ImportOptions options;
  options.parties = fs::path(parties.fileName().toStdU16String());
  if (!files.policy.empty()) options.policy = fs::path(policy.fileName().toStdU16String());
  PLUMBLINE_TRY(report, importInto(lock, path, {}, options, progress));
  PLUMBLINE_CHECK(removeOldList(path));
  return report;
}

}  // namespace plumbline
