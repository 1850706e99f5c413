// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/log_proof.h"

#include <algorithm>

#include "crypto/split_proof.h"

namespace plumbline {

Result<ProvableLog> ProvableLog::load(const Database& database, const Keyring& keyring,
                                      const LogCheck& check) {
  ProvableLog log;
  log.m_newest = {check.view.origin, check.view.size, check.view.root};
  log.m_leaves = check.leaves;
  log.m_known.logs = keyring.logKeys(check.view.origin);
  for (const PolicyWitness& witness : keyring.policy().witnesses) {
    if (witness.key) log.m_known.witnesses.push_back(*witness.key);
  }
  const EvidenceStore store(database);
  for (const auto& [digest, note] : check.signedNotes) {
    PLUMBLINE_TRY(bytes, store.readAll(note.item));
    log.m_notes.emplace_back(textOf(bytes));
  }
  log.m_note = joinedNote(log.m_notes, log.m_newest, log.m_known);
  if (!log.m_note.empty() && log.m_leaves.size() >= log.m_newest.size) return log;
  return Error{ErrorCode::NotFound,
               "the log's checkpoint or its entries' hashes are not here",
               {},
               check.view.origin.empty() ? check.originHash : check.view.origin};
}

Result<std::string> ProvableLog::tlogProof(std::int64_t index) const {
  const auto covered = std::span(m_leaves).first(static_cast<std::size_t>(m_newest.size));
  TlogProof proof;
  proof.index = static_cast<std::uint64_t>(index);
  PLUMBLINE_TRY(hashes, inclusionProof(covered, proof.index));
  proof.hashes = std::move(hashes);
  proof.checkpoint = m_note;
  return formatTlogProof(proof);
}

ProofKeys ProvableLog::keys() const {
  return signersOf({&m_note, 1}, m_known);
}

Result<ProofFile> ProvableLog::splitProof(const Checkpoint& other) const {
  const std::string notes[] = {joinedNote(m_notes, other, m_known), m_note};
  if (notes[0].empty()) {
    return Error{
        ErrorCode::NotFound, "the other checkpoint of the log is not here", {}, other.origin};
  }
  const auto covered = std::span(m_leaves).first(static_cast<std::size_t>(m_newest.size));
  return makeSplitProof(signersOf(notes, m_known), notes[0], other.size, notes[1], covered);
}

}  // namespace plumbline
