// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/other_citizens.h"

#include <algorithm>

#include "model/evidence/own_keys.h"

namespace plumbline {
namespace {

/// The checkpoint is a state of this log's history.
bool liesIn(const LogCheck& log, const NamedCheckpoint& named) {
  return named.origin == log.view.origin && named.size > 0 && named.size <= log.leaves.size() &&
         treeRoot(std::span(log.leaves).first(static_cast<std::size_t>(named.size))) == named.root;
}

bool sawAll(const AuditStatement& statement, const std::vector<LogCheck>& logs) {
  return std::all_of(logs.begin(), logs.end(), [&](const LogCheck& log) {
    return std::any_of(statement.checkpoints.begin(), statement.checkpoints.end(),
                       [&log](const NamedCheckpoint& named) { return liesIn(log, named); });
  });
}

}  // namespace

Result<OtherCitizens> countOtherCitizens(const Database& database,
                                         std::span<const AuditStatement> audits,
                                         const Keyring& keyring,
                                         const std::vector<LogCheck>& logs) {
  OtherCitizens out;
  if (logs.empty()) return out;
  PLUMBLINE_TRY(own, ownKeys(database));
  std::vector<PublicKey> counted;
  for (const AuditStatement& statement : audits) {
    if (!statement.signatureGood || !sawAll(statement, logs)) continue;
    if (hasOwnKey(own, statement.vkey)) continue;
    PLUMBLINE_TRY(signer, NoteVerifier::fromVkey(statement.vkey));
    const PublicKey& key = signer.key();
    if (std::find(counted.begin(), counted.end(), key) != counted.end()) continue;
    const auto holds = [&key](const KnownKey& known) { return known.key.key() == key; };
    const auto& keys = keyring.keys();
    if (std::any_of(keys.begin(), keys.end(),
                    [&](const KnownKey& known) { return holds(known) && !isPerson(known); })) {
      continue;
    }
    counted.push_back(key);
    ++out.all;
    const bool known = std::any_of(keys.begin(), keys.end(), [&](const KnownKey& each) {
      return holds(each) && each.trust == KeyTrust::Pinned;
    });
    if (known) ++out.known;
  }
  return out;
}

}  // namespace plumbline
