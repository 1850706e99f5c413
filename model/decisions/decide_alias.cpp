// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decisions/decide_alias.h"

#include <algorithm>

#include "model/books/alias_faults.h"
#include "model/decisions/take_back.h"
#include "model/evidence/own_keys.h"
#include "model/evidence/person_note.h"
#include "model/import/rebuild.h"
#include "model/workspace/change.h"
#include "model/workspace/one_reading.h"
#include "model/workspace/workspace.h"

namespace plumbline {
namespace {

Result<void> checkNames(const NamePair& pair) {
  for (const std::string& name : {pair.a, pair.b}) {
    if (isAliasName(name)) continue;
    return Error{ErrorCode::BadValue,
                 "a name is empty, too long or has control characters",
                 {},
                 name.substr(0, 80),
                 "1 to 1,000 bytes of text"};
  }
  if (pair.a != pair.b) return {};
  return Error{ErrorCode::BadValue, "a name is itself without anybody's decision", {}, pair.a.substr(0, 80)};
}

/// Nothing is signed that would not count.
Result<void> checkCounts(const Database& database, const NamePair& pair) {
  PLUMBLINE_TRY(aliases, aliasesWith(database, pair));
  const AliasClass* const made = aliases.classOf(pair.kind, pair.a);
  if (!pair.same || made == nullptr || made->counts()) return {};
  return errorOf(*made);
}

/// What this key says of the pair now, in order of the sids.
std::vector<PersonStatement> activeOf(const StatementSet& set, const NamePair& pair,
                                      const std::string& vkey) {
  const std::set<Hash> back = set.takenBack();
  std::vector<PersonStatement> found;
  for (const auto& [sid, statement] : set.all()) {
    const auto said = namePairIn(statement);
    if (!said || statement.vkey != vkey || back.contains(sid)) continue;
    if (said->isOfNames(pair)) found.push_back(statement);
  }
  return found;
}

}  // namespace

Result<AliasDone> addAlias(const Database& database, const AliasRequest& request,
                           const std::string& name, const PrivateKey& key) {
  const NamePair pair =
      NamePair::of(request.pair.kind, request.pair.a, request.pair.b, request.pair.same);
  PLUMBLINE_CHECK(checkNames(pair));
  PLUMBLINE_TRY(signer, personSigner(name, key));
  PLUMBLINE_CHECK(checkCounts(database, pair));
  PLUMBLINE_TRY(scope, scopeOf(database));
  PLUMBLINE_TRY(set, StatementSet::load(database));
  const std::vector<PersonStatement> before = activeOf(set, pair, signer.vkey());
  const bool saysSo = std::all_of(before.begin(), before.end(), [&pair](const PersonStatement& each) {
    return namePairIn(each)->same == pair.same;
  });
  if (!before.empty() && saysSo) return AliasDone::WasThere;
  JsonObject said{{"same", pair.same}};
  if (!request.reason.empty()) said.emplace_back("text", request.reason);
  StatementText text{std::string(aliasKind), scope, pairTarget(pair), std::move(said),
                     set.ends(signer.vkey()), std::nullopt};
  if (!before.empty()) text.replaces = before.front().sid;
  PLUMBLINE_TRY(made, signPersonStatement(text, name, key));
  // Two computers with one key may have said it twice.
  for (std::size_t i = 1; i < before.size(); ++i) {
    PLUMBLINE_CHECK(takeBack(set, before[i], scope, {}, name, key));
  }
  set.add(std::move(made));
  PLUMBLINE_CHECK(set.store(database));
  PLUMBLINE_CHECK(rememberOwnKey(database, signer.vkey()));
  return AliasDone::Signed;
}

Result<int> removeAlias(const Database& database, NameKind kind, const std::string& a,
                        const std::string& b, const std::string& reason, const std::string& name,
                        const PrivateKey& key) {
  const NamePair pair = NamePair::of(kind, a, b, true);
  PLUMBLINE_TRY(signer, personSigner(name, key));
  PLUMBLINE_TRY(scope, scopeOf(database));
  PLUMBLINE_TRY(set, StatementSet::load(database));
  const std::vector<PersonStatement> before = activeOf(set, pair, signer.vkey());
  if (before.empty()) {
    return Error{ErrorCode::NotFound, "this key decided nothing about these two names", {}, a + " = " + b};
  }
  for (const PersonStatement& each : before) {
    PLUMBLINE_CHECK(takeBack(set, each, scope, reason, name, key));
  }
  PLUMBLINE_CHECK(set.store(database));
  return static_cast<int>(before.size());
}

Result<AliasDone> decideAlias(const std::filesystem::path& workspace, const AliasRequest& request,
                              const std::string& name, const PrivateKey& key) {
  PLUMBLINE_CHECK(prepareWorkspace(workspace, IfUnfinished::Refuse, Progress()));
  PLUMBLINE_TRY(change, Change::begin(workspace));
  PLUMBLINE_TRY(done, addAlias(change.database(), request, name, key));
  PLUMBLINE_CHECK(change.commit());
  return done;
}

Result<int> withdrawAlias(const std::filesystem::path& workspace, NameKind kind, const std::string& a,
                          const std::string& b, const std::string& reason, const std::string& name,
                          const PrivateKey& key) {
  PLUMBLINE_CHECK(prepareWorkspace(workspace, IfUnfinished::Refuse, Progress()));
  PLUMBLINE_TRY(change, Change::begin(workspace));
  PLUMBLINE_TRY(count, removeAlias(change.database(), kind, a, b, reason, name, key));
  PLUMBLINE_CHECK(change.commit());
  return count;
}

Result<void> decideAliases(const std::filesystem::path& workspace, const std::vector<AliasStep>& steps,
                           const std::string& name, const PrivateKey& key) {
  PLUMBLINE_CHECK(prepareWorkspace(workspace, IfUnfinished::Refuse, Progress()));
  PLUMBLINE_TRY(change, Change::begin(workspace));
  // What is taken back first may be what stands in the way of the others.
  for (const bool back : {true, false}) {
    for (const AliasStep& step : steps) {
      if (step.withdraw != back) continue;
      const NamePair& pair = step.request.pair;
      if (back) {
        const auto done =
            removeAlias(change.database(), pair.kind, pair.a, pair.b, step.request.reason, name, key);
        if (!done) return done.error();
      } else {
        const auto done = addAlias(change.database(), step.request, name, key);
        if (!done) return done.error();
      }
    }
  }
  return change.commit();
}

Result<AliasBook> readAliases(const std::filesystem::path& workspacePath) {
  PLUMBLINE_CHECK(prepareWorkspace(workspacePath, IfUnfinished::Refuse, Progress()));
  PLUMBLINE_TRY(workspace, Workspace::openReadOnly(workspacePath));
  PLUMBLINE_TRY(reading, OneReading::begin(workspace.database()));
  PLUMBLINE_TRY(set, StatementSet::load(workspace.database()));
  return readAliases(workspace.database(), set);
}

}  // namespace plumbline
