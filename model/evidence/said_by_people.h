// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All that people signed in a workspace, each signature checked once. Whether their word counts is
// another question (people_who_count.h).

#include "model/evidence/audit_statement.h"
#include "model/evidence/person_note.h"
#include "model/evidence/statement_set.h"

namespace plumbline {

struct SaidByPeople {
  std::vector<PersonNote> notes;       // by member; only those whose signature is good
  std::vector<AuditStatement> audits;  // the author's first, then by member; also broken ones
  StatementSet statements;             // only those whose signature is good
};

/// Errors: only those of the store.
[[nodiscard]] Result<SaidByPeople> readSaidByPeople(const Database& database);

}  // namespace plumbline
