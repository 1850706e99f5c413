// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Statements of people about an audit: DSSE around an in-toto Statement (docs/file-format.md).
//   author       audit/audit.dsse.json, predicate urn:plumbline:audit:v1
//                subject  evidence = the evidence root
//   endorsement  audit/notes/<sha256>.dsse.json, predicate urn:plumbline:endorsement:v1
//                subjects results = the results digest; audit = the author's statement, where there
//                is one
// Predicate of both:
//   {"evidenceRoot":"sha256:…","plan":"sha256:…","engineVersion":"0.1.0","resultsDigest":"sha256:…",
//    "decision":"contradicted","key":{"name":"…","vkey":"…"}}
// The signer's key travels in the statement, so it proves one thing only: whoever holds it signed
// these digests. Who that is, is first seen here unless the user pinned the key.
// A statement holds for the results it names; recomputed results that differ make it void.

#include "model/audit/audit_result.h"
#include "model/store/database.h"

namespace plumbline {

inline constexpr std::string_view auditStatementType = "urn:plumbline:audit:v1";
inline constexpr std::string_view endorsementType = "urn:plumbline:endorsement:v1";
inline constexpr std::string_view auditStatementMember = "audit/audit.dsse.json";
inline constexpr std::string_view auditNotesFolder = "audit/notes/";

/// Every sign-off in the workspace, the author's first, then endorsements by member name. One that
/// cannot be read or whose signature fails is listed with signatureGood false.
[[nodiscard]] Result<std::vector<SignOff>> readSignOffs(const Database& database,
                                                        const Hash& resultsDigest);

}  // namespace plumbline
