// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whose word an audit rests on, and what it may say for that reason (docs/keys-and-trust.md, "Whose
// word counts").

#include "model/audit/audit_result.h"
#include "model/books/publication_book.h"

namespace plumbline {

/// Errors: only those of the store.
[[nodiscard]] Result<Standing> readStanding(const Database& database,
                                            const PublicationBook& publications);

/// Of what was found by the user's list: findings about records that nobody the user knows stands
/// behind accuse nobody.
void holdBackFindings(const PublicationBook& publications, std::vector<Finding>& findings);

/// `said` was computed with everybody's word, `held` by the user's list alone. Afterwards `said`
/// decides and accuses only where `held` does, and tells what it would say otherwise.
void holdTo(const AuditResult& held, AuditResult& said);

/// Keys of the user's own list that judge something here: of parties that published, and of people
/// who signed a note. By their lines. Errors: only those of the store.
[[nodiscard]] Result<std::vector<PartyKey>> readNames(const Database& database,
                                                      const JudgedEvidence& judged);

/// Marks what rests on keys that only the author named, where the user reads it on their word; and
/// what would be told if the user knew the author. Errors: only those of the store.
[[nodiscard]] Result<void> tellWhoseWord(const Database& database, AuditResult& audit);

}  // namespace plumbline
