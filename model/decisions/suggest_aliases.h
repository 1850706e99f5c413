// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Names that may be one, for a person to decide (docs/methods.md, "Aliases"): from how they are
// spelled, and from loads that both sides gave one number. A suggestion changes nothing.

#include <filesystem>

#include "model/books/alias_book.h"
#include "model/records/progress.h"
#include "model/records/quantities.h"

namespace plumbline {

enum class AliasReasonKind : std::uint8_t {
  ReceivedThere,  // of the loads to one of them, so many were received by the other, under their number
  SentFromThere,  // of the receipts that name one as sender, so many have the number of a load of the other
  ReceivedAs,     // of the loads of one material so many were received as the other
  SamePlate,      // of those with one number
  SameMass,       // within half a per cent
  SameDays,       // from a day before to eight days after
  SameWords,      // but for case, signs and the kind of firm
  Slips,          // so many letters differ
  // Against:
  ReceivedElsewhere,
  SentFromElsewhere,
  ReceivedAsOther,
};
[[nodiscard]] std::string_view toText(AliasReasonKind kind);  // received_there, ...
[[nodiscard]] bool isAgainst(AliasReasonKind kind);

struct AliasReason {
  AliasReasonKind kind = AliasReasonKind::SameWords;
  std::int64_t count = 0;
  std::int64_t of = 0;  // 0: not of anything
};

struct AliasSuggestion {
  NamePair pair;
  std::string stray;  // of the two the one that stands for nobody yet
  std::int64_t loads = 0;  // that have the stray name
  Mass moved;              // of these
  std::vector<AliasReason> reasons;  // those for it first
};

/// At most 100, those that move most first. Pairs that somebody who counts decided are left out, and
/// those that cannot be one. Errors: Store, Cancelled.
[[nodiscard]] Result<std::vector<AliasSuggestion>> suggestAliases(const Database& database,
                                                                  const Progress& progress);
[[nodiscard]] Result<std::vector<AliasSuggestion>> suggestAliases(const std::filesystem::path& workspace,
                                                                  const Progress& progress);

}  // namespace plumbline
