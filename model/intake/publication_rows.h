// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of publications and publication_tables: made from envelopes, and judged anew whenever
// keys or envelopes arrive, so that the order of arrival does not matter.

#include <array>
#include <set>

#include "model/evidence/publication.h"
#include "model/intake/import_context.h"
#include "model/judgement/judgement.h"

namespace plumbline {

/// Adds a publication that is not known yet. Its state is set by writeJudgements.
[[nodiscard]] Result<void> addPublication(const Database& database, const Publication& publication,
                                          const Hash& envelope, std::int64_t evidence);
/// A row of the keys table: vkey, job, role, party, trust.
using KeyRow = std::array<std::string, 5>;
[[nodiscard]] std::set<KeyRow> keyRows(const Keyring& keyring);
/// Writes the keys table.
[[nodiscard]] Result<void> writeKeys(const Database& database, const Keyring& keyring);
/// Sets state, signer, origin and index of every publication. Takes back the records of one whose
/// signature no longer holds; those of one that now holds are pending again.
[[nodiscard]] Result<void> writeJudgements(ImportContext& context,
                                           const std::vector<Judgement>& judgements);
/// Deletes all that came of an official file, so that it can be read once more; or of an envelope.
[[nodiscard]] Result<void> takeBackOriginal(ImportContext& context, std::int64_t original);
/// Deletes the records that came of a signed table. Whoever published it lacks it from now on.
[[nodiscard]] Result<void> takeBackTable(ImportContext& context, std::int64_t table);
/// Good publications that lack a table are table_missing; after all tables were tried.
[[nodiscard]] Result<void> markMissingTables(const Database& database);

}  // namespace plumbline
