// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/said_by_people.h"

namespace plumbline {

Result<SaidByPeople> readSaidByPeople(const Database& database) {
  PLUMBLINE_TRY(notes, readPersonNotes(database));
  PLUMBLINE_TRY(audits, readAuditStatements(database));
  PLUMBLINE_TRY(statements, StatementSet::load(database));
  return SaidByPeople{std::move(notes), std::move(audits), std::move(statements)};
}

}  // namespace plumbline
