// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Decisions about names, and what speaks for one, in words.

#include <QString>

#include "model/books/alias_book.h"
#include "model/decisions/suggest_aliases.h"

namespace plumbline::words {

[[nodiscard]] QString kindOfName(NameKind kind);  // "party", "material"
/// "“50392” and “Acme MRF” are one", "... are kept apart".
[[nodiscard]] QString saidOf(const NamePair& pair);
/// "counts", "your own word is another one".
[[nodiscard]] QString stateOf(const AliasDecision& decision);
/// "12 of 14 loads to it were received there, under the same number".
[[nodiscard]] QString reasonSentence(const AliasReason& reason);
/// What would count otherwise: "14 loads, 618 t, would count as those of “harbour”."
[[nodiscard]] QString effectOf(const AliasSuggestion& suggestion);

}  // namespace plumbline::words
