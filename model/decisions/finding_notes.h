// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the user wrote beside a finding. It belongs to the finding's id, so it is still there after
// everything was computed again. Kept in the settings of the workspace and nowhere else: it is no
// evidence, changes no result, and does not go into a shared audit file.

#include <filesystem>
#include <map>
#include <string>

#include "crypto/result.h"

#include "model/records/quantities.h"

namespace plumbline {

struct FindingNote {
  bool acknowledged = false;  // "seen"; the finding stays in the list and in the verdict
  std::string text;           // UTF-8, at most maxNoteBytes
  Timestamp time;             // of the last change, given by the caller: the model has no clock
  [[nodiscard]] bool isEmpty() const { return !acknowledged && text.empty(); }
  bool operator==(const FindingNote&) const = default;
};

inline constexpr std::size_t maxNoteBytes = 10'000;
/// More notes than this are not read: no person writes them, a workspace made up to hurt might.
inline constexpr std::size_t maxNotes = 100'000;

/// By the id of the finding. Ids no finding has any more are kept: a later import may bring the
/// finding back.
using FindingNotes = std::map<std::string, FindingNote, std::less<>>;

/// Entries that cannot be read are left out. Errors: those of Workspace::openReadOnly.
[[nodiscard]] Result<FindingNotes> readFindingNotes(const std::filesystem::path& workspace);
/// Takes the place of the note that was there; an empty note removes it.
/// Errors: BadValue (id or text), TooLarge, those of Workspace::open.
[[nodiscard]] Result<void> writeFindingNote(const std::filesystem::path& workspace,
                                            const std::string& findingId, const FindingNote& note);

}  // namespace plumbline
