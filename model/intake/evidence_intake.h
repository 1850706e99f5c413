// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Takes in the small pieces of evidence: statements, checkpoints, leaf hashes, parties and policy.
// What does not follow its grammar is refused and named; what does is kept, whoever signed it.

#include "model/intake/import_context.h"
#include "model/members/member_role.h"
#include "model/members/member_source.h"

namespace plumbline {

/// True for the kinds this takes in: all but tables, originals and unknown files.
[[nodiscard]] bool isSmallEvidence(MemberKind kind);
/// Works within the caller's transaction. Errors: only those that end the import.
[[nodiscard]] Result<void> takeIn(ImportContext& context, const Member& member,
                                  const MemberRole& role);
/// Where several pieces claim one place in a log, the same one gets the plain name whatever came
/// first: the larger checkpoint, the longer list of hashes, the entry that the hashes name.
[[nodiscard]] Result<void> settleLogNames(ImportContext& context);

}  // namespace plumbline
