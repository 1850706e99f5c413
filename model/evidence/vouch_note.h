// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A note by which somebody says where a file without a signature is from.

#include <optional>

#include "model/evidence/person_note.h"

namespace plumbline {

inline constexpr std::string_view vouchKind = "vouch";

/// What somebody says about a file of theirs.
struct VouchText {
  std::string file;      // the name it had
  std::string from;      // "the district's open data page"
  std::string obtained;  // "2026-11-02": the day
  std::string how;       // "downloaded", "answer to a request"
};

/// Each text has 1 to 400 bytes without control characters; the day is one of the calendar. Errors:
/// BadValue.
[[nodiscard]] Result<void> checkVouch(const VouchText& text);
[[nodiscard]] JsonValue saidIn(const VouchText& text);
/// Nothing where somebody signed another kind of note, or one that breaks the rules above.
[[nodiscard]] std::optional<VouchText> vouchIn(const PersonNote& note);

}  // namespace plumbline
