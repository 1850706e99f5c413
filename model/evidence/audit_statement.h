// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Statements of people about an audit: DSSE around an in-toto Statement (docs/file-format.md,
// section 6).
//   author       audit/audit.dsse.json, predicate urn:plumbline:audit:v1
//                subject  evidence = the evidence root
//   endorsement  audit/notes/<sha256>.dsse.json, predicate urn:plumbline:endorsement:v1
//                subjects results = the results digest; audit = the author's statement, where there
//                is one
// Predicate of both:
//   {"evidenceRoot":"sha256:…","plan":"sha256:…","engineVersion":"0.1.0","resultsDigest":"sha256:…",
//    "decision":"contradicted","key":{"name":"…","vkey":"…"},
//    "checkpoints":[{"origin":"…","size":24,"root":"sha256:…"}],
//    "names":[{"role":"plant","id":"…","vkey":"…"}]}
// `names`, of an author only: whose keys they had named when they computed the result. Others may
// read the audit on their word (authors_word.h).
// The signer's key travels in the statement, so it proves one thing only: whoever holds it signed
// these digests. Who that is, is first seen here unless the user pinned the key.
// The author's statement of another audit file stands among the notes.

#include "crypto/dsse.h"
#include "crypto/note.h"

#include "model/evidence/trust.h"
#include "model/store/evidence_store.h"

namespace plumbline {

inline constexpr std::string_view auditStatementType = "urn:plumbline:audit:v1";
inline constexpr std::string_view endorsementType = "urn:plumbline:endorsement:v1";
inline constexpr std::string_view auditStatementMember = "audit/audit.dsse.json";
inline constexpr std::string_view auditNotesFolder = "audit/notes/";
inline constexpr std::size_t mostNames = 256;

enum class StatementKind : std::uint8_t { Author, Endorsement, OtherAuthor };
[[nodiscard]] std::string_view toText(StatementKind kind);  // author, endorsement, other_author

/// A state of a log that the signer saw and checked.
struct NamedCheckpoint {
  std::string origin;
  std::uint64_t size = 0;
  Hash root;
};

struct AuditStatement {
  StatementKind kind = StatementKind::Author;
  std::string member;  // where it lies in the audit file
  std::string name;    // of the key
  std::string vkey;
  Hash resultsDigest;
  Hash evidenceRoot;
  std::vector<PartyKey> names;               // by role, id and vkey as text, each key once
  std::vector<NamedCheckpoint> checkpoints;  // by origin, each once
  bool signatureGood = false;                // only where all of it holds together
};

/// The member "checkpoints" of the predicate.
[[nodiscard]] JsonValue checkpointsJson(const std::vector<NamedCheckpoint>& checkpoints);

/// Every statement of these kinds among the evidence, the author's first, then by member name. One
/// that cannot be read is there with signatureGood false. Errors: only those of the store.
[[nodiscard]] Result<std::vector<AuditStatement>> readAuditStatements(const Database& database);

}  // namespace plumbline
