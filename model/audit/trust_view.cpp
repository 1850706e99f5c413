// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/trust_view.h"

#include <algorithm>

#include <QTemporaryFile>

#include "model/audit/session.h"
#include "model/evidence/timestamp_check.h"
#include "model/import/rebuild.h"
#include "model/workspace/one_reading.h"
#include "model/workspace/user_settings.h"
#include "model/workspace/workspace.h"
#include "model/workspace/writer_lock.h"

namespace plumbline {

namespace {

QuorumView quorumOf(const TlogPolicy& policy) {
  QuorumView view;
  view.name = policy.quorum;
  if (policy.quorum.empty()) return view;
  view.threshold = 1;
  view.members = {policy.quorum};
  for (const PolicyGroup& group : policy.groups) {
    if (group.name != policy.quorum) continue;
    view.threshold = group.threshold;
    view.members = group.members;
  }
  return view;
}

std::int64_t authoritiesIn(std::string_view pem) {
  constexpr std::string_view begin = "-----BEGIN CERTIFICATE-----";
  std::int64_t count = 0;
  for (auto at = pem.find(begin); at != std::string_view::npos; at = pem.find(begin, at + 1)) {
    ++count;
  }
  return count;
}

/// The lines of a parties file that do not name the key for this place.
std::string withoutKey(std::string_view text, const PartyKey& key) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    const auto parsed = parseParties(line);
    const bool same = parsed && parsed->size() == 1 && parsed->front().id == key.id &&
                      parsed->front().role == key.role &&
                      parsed->front().key.vkey() == key.key.vkey();
    if (!same) out += line;
  }
  return out;
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

Result<TrustView> readTrust(const fs::path& path) {
  PLUMBLINE_TRY(workspace, Workspace::openReadOnly(path));
  const Database& database = workspace.database();
  PLUMBLINE_TRY(reading, OneReading::begin(database));
  PLUMBLINE_TRY(audits, readAuditStatements(database));
  PLUMBLINE_TRY(keyring, Keyring::load(database, audits));
  PLUMBLINE_TRY(tsa, userSetting(database, pinnedTsaSetting));
  TrustView view;
  for (const KnownKey& key : keyring.keys()) {
    view.keys.push_back({key.job, key.job == "log" ? key.key.name() : key.party, key.key.vkey(),
                         key.key.key().fingerprint(), key.trust, key.usable});
  }
  const TlogPolicy& policy = keyring.policy();
  for (const PolicyWitness& witness : policy.witnesses) {
    const auto end = view.witnesses.end();
    if (std::find(view.witnesses.begin(), end, witness.name) == end) {
      view.witnesses.push_back(witness.name);
    }
  }
  view.quorum = quorumOf(policy);
  const bool none = policy.logs.empty() && policy.witnesses.empty() && policy.quorum.empty();
  view.policyTrust = none ? KeyTrust::Unknown : keyring.policyTrust();
  view.authorities = authoritiesIn(tsa);
  return view;
}

Result<ImportReport> vouchForKey(const fs::path& path, const PartyKey& key, bool vouch,
                                 const Progress& progress) {
  std::string parties;
  PLUMBLINE_CHECK(prepareWorkspace(path, IfUnfinished::Continue, progress));
  PLUMBLINE_TRY(lock, WriterLock::take(path));  // from reading the list to writing it
  {
    PLUMBLINE_TRY(workspace, Workspace::openReadOnly(path));
    PLUMBLINE_TRY(reading, OneReading::begin(workspace.database()));
    PLUMBLINE_TRY(before, userSetting(workspace.database(), pinnedPartiesSetting));
    PLUMBLINE_TRY(policy, userSetting(workspace.database(), pinnedPolicySetting));
    parties = withoutKey(before, key);
    if (vouch) {
      if (!parties.empty() && !parties.ends_with('\n')) parties += '\n';
      parties += partiesLine(key.role, key.id, key.key);
    }
    PLUMBLINE_CHECK(checkTrustFiles(parties, policy));
  }
  // By the way of every other parties file, so that what was judged before is judged anew.
  QTemporaryFile file;
  const auto size = static_cast<qint64>(parties.size());
  if (!file.open() || file.write(parties.data(), size) != size || !file.flush()) {
    return Error{
        ErrorCode::Io, "the list of keys cannot be written", {}, file.errorString().toStdString()};
  }
  ImportOptions options;
  options.parties = fs::path(file.fileName().toStdU16String());
  return importInto(lock, path, {}, options, progress);
}

DigitsMatch compareDigits(std::string_view fingerprint, std::string_view typed) {
  std::string expected;
  std::copy_if(fingerprint.begin(), fingerprint.end(), std::back_inserter(expected), isDigit);
  std::string given;
  for (const char c : typed) {
    if (isDigit(c)) {
      given += c;
    } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
      return DigitsMatch::NoDigits;
    }
  }
  if (!expected.starts_with(given.substr(0, expected.size()))) return DigitsMatch::Different;
  if (given.size() < expected.size()) return DigitsMatch::Incomplete;
  return given == expected && !expected.empty() ? DigitsMatch::Same : DigitsMatch::Different;
}

}  // namespace plumbline
