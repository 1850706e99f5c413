// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One record, quoted: its bytes lead through the row root to a publication that its party signed
// and that stands in the party's log.

#include "crypto/proof_file.h"

#include "model/evidence/publication.h"

namespace plumbline {

/// What a quotation is made of.
struct RecordQuote {
  ProofKeys keys;  // as signersOf() gives them
  NoteVerifier party;
  std::string envelope;
  std::string tlogProof;
  std::string table;  // name
  LeafPath row;       // rows count from 0 here
  std::string record;
};
[[nodiscard]] ProofFile recordProofFile(const RecordQuote& quote);

struct QuotedRecord {
  ProofKeys keys;
  NoteVerifier party;  // the key that signed
  Publication publication;
  std::string table;
  std::uint64_t row = 0;  // from 0
  std::string record;
  std::uint64_t index = 0;  // of the publication in the log
  CosignedCheckpoint checkpoint;
  /// As the publication's schema names them; empty where it names none.
  std::vector<std::string> columns;
};

/// Errors: those of ProofReader, parsePublication and verifyInclusion; BadSignature where the
/// party's key did not sign; NotFound for a table that the publication does not bind.
[[nodiscard]] Result<QuotedRecord> verifyRecordProof(const ProofFile& file);

}  // namespace plumbline
