// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whose word counts (docs/keys-and-trust.md, "Whose word counts"). A list of keys that came with the
// evidence was written by whoever brought it, so it vouches for nobody.

#include <set>

#include "model/evidence/person_note.h"

namespace plumbline {

/// Named: only what the user vouched for, keys and files, or an author on whose word they read the
/// audit. Everybody: also keys that came with the
/// evidence, and files nobody vouched for: what would hold if they are whom they say.
enum class Lens : std::uint8_t { Named, Everybody };

/// Publications, by their row in this workspace.
struct Standings {
  std::set<std::int64_t> named;   // signed with a key of that party that the user pinned, or an
                                  // official file that the user, or a person they pinned, vouched for
  std::set<std::string> parties;  // ids of those that a named publication is of
  std::set<std::int64_t> mapped;  // of a table that was read by a mapping: it states, no more
};

/// `notes`: those of people whose signatures are good. Errors: only those of the store.
[[nodiscard]] Result<Standings> loadStandings(const Database& database,
                                              const std::vector<PersonNote>& notes);

}  // namespace plumbline
