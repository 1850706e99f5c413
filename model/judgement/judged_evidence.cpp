// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/judgement/judged_evidence.h"

namespace plumbline {

Keyring JudgedEvidence::allKeys() const {
  Keyring all = keyring;
  all.add(histories.keys());
  return all;
}

Result<JudgedEvidence> judgeEvidence(const Database& database) {
  // Each step needs those before it: authors may name keys, keys tell which checkpoints count, these
  // which entries a log holds, these which keys were in force where, and those who signed a
  // publication.
  PLUMBLINE_TRY(people, readSaidByPeople(database));
  PLUMBLINE_TRY(keyring, Keyring::load(database, people.audits));
  PLUMBLINE_TRY(logs, checkLogs(database, keyring));
  PLUMBLINE_TRY(contents, LogContents::load(database, keyring, logs));
  PLUMBLINE_TRY(histories, KeyHistories::load(database, keyring, logs, contents));
  PLUMBLINE_TRY(publications, judgePublications(database, keyring, histories, contents));
  PLUMBLINE_TRY(stamps, checkTimestamps(database, logs));
  return JudgedEvidence{std::move(keyring), std::move(logs),  std::move(histories),
                        std::move(publications), std::move(stamps), std::move(people)};
}

}  // namespace plumbline
