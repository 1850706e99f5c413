// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/key_proof.h"

#include <algorithm>

#include "model/evidence/key_history.h"

namespace plumbline {
namespace {

void addEntry(ProofFile& file, const ProvedEntry& entry) {
  file.parts.push_back({"envelope", entry.envelope});
  file.parts.push_back({"tlog-proof", entry.tlogProof});
}

/// The key sets before the last statement, in the log's order.
Result<std::vector<LoggedKeySet>> keySets(std::span<const LoggedStatement> statements) {
  std::vector<LoggedKeySet> out;
  for (const LoggedStatement& each : statements) {
    const auto index = static_cast<std::int64_t>(each.index);
    if (!out.empty() && out.back().index >= index) {
      return Error{ErrorCode::Malformed, "the entries do not stand in the log's order"};
    }
    if (&each == &statements.back()) break;
    PLUMBLINE_TRY(set, parseKeySet(each.statement));
    out.push_back({index, each.envelope, std::move(set)});
  }
  return out;
}

/// The revocation that the signature runs into. The history has said that there is one.
Result<EndedKey> revocationOf(const std::vector<LoggedKeySet>& sets, const LoggedStatement& last) {
  for (const LoggedKeySet& each : sets) {
    for (const EndedKey& key : each.set.revoked) {
      const bool signedIt = !verifyEnvelope(last.envelope, {&key.key.key(), 1}).empty();
      if (signedIt && key.at <= static_cast<std::int64_t>(last.index)) return key;
    }
  }
  return Error{ErrorCode::Inconsistent, "the entry's key was not revoked: nothing is proved"};
}

}  // namespace

ProofFile revokedKeyProofFile(const ProofKeys& keys, const NoteVerifier& party,
                              const std::vector<ProvedEntry>& entries) {
  ProofFile file{ProofKind::RevokedKey, keyParts(keys)};
  file.parts.push_back({"party-key", party.vkey() + "\n"});
  for (const ProvedEntry& entry : entries) addEntry(file, entry);
  return file;
}

ProofFile twoJobsProofFile(const ProofKeys& keys, const ProvedEntry& entry) {
  ProofFile file{ProofKind::TwoJobs, keyParts(keys)};
  addEntry(file, entry);
  return file;
}

Result<RevokedKeyProof> verifyRevokedKeyProof(const ProofFile& file) {
  PLUMBLINE_TRY(reader, ProofReader::start(file, ProofKind::RevokedKey));
  PLUMBLINE_TRY(party, reader.takeKey("party-key"));
  std::vector<LoggedStatement> statements;
  do {
    PLUMBLINE_TRY(statement, reader.takeStatement());
    statements.push_back(std::move(statement));
  } while (!reader.atEnd());
  PLUMBLINE_CHECK(reader.finish());
  PLUMBLINE_TRY(sets, keySets(statements));
  const LoggedStatement& last = statements.back();
  PLUMBLINE_TRY(publication, parsePublication(last.statement));
  const std::string origin = reader.checkpoint().checkpoint.origin;
  const auto histories = KeyHistories::ofLog(
      origin, sets, {{party, "party", publication.role, publication.party, KeyTrust::Pinned}});
  if (!histories.faults().empty()) {
    return Error{ErrorCode::BadSignature, "a key set is not signed as the one before asks for"};
  }
  const auto verdict = histories.judge(last.envelope, publication.party, publication.role, origin,
                                       static_cast<std::int64_t>(last.index));
  if (!verdict || verdict->state != PublicationState::KeyRevoked) {
    return Error{ErrorCode::Inconsistent, "the entry's key was not revoked: nothing is proved"};
  }
  PLUMBLINE_TRY(revocation, revocationOf(sets, last));
  return RevokedKeyProof{reader.keys(), std::move(party), std::move(publication), last.index,
                         revocation.at, revocation.key,   reader.checkpoint()};
}

Result<TwoJobsProof> verifyTwoJobsProof(const ProofFile& file) {
  PLUMBLINE_TRY(reader, ProofReader::start(file, ProofKind::TwoJobs));
  PLUMBLINE_TRY(statement, reader.takeStatement());
  PLUMBLINE_CHECK(reader.finish());
  const auto& logs = reader.keys().logs;
  const auto signer = std::find_if(logs.begin(), logs.end(), [&](const NoteVerifier& log) {
    return !verifyEnvelope(statement.envelope, {&log.key(), 1}).empty();
  });
  if (signer == logs.end()) {
    return Error{ErrorCode::BadSignature, "no key of the log signed the entry: nothing is proved"};
  }
  return TwoJobsProof{reader.keys(), *signer, statement.index, statement.statement.predicateType,
                      reader.checkpoint()};
}

}  // namespace plumbline
