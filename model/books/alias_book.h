// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What people said of names, and whose word counts. Each decision is a signed statement
// (model/evidence/person_statement.h, kind "alias"):
//   target  {"type":"pair","a":{"type":"name","of":"party","text":"…"},"b":{…}}, the smaller one first
//   said    {"same":true}, and "text" where they gave a reason
// One's own word goes first, then that of people whose key one compared. The key of a party decides
// nothing. Where those whose word is as good as the other's disagree, nothing is decided.

#include "model/books/aliases.h"
#include "model/evidence/statement_set.h"

namespace plumbline {

inline constexpr std::string_view aliasKind = "alias";

enum class AliasState : std::uint8_t {
  Counts,
  NotYours,      // by a key that nobody compared, or of a party: shown, not counted
  Contradicted,  // people whose word is as good say both
  Overruled,     // your own word is another one
  OtherAudit,    // said of another audit
  TakenBack,     // by its own key
  Stopped,       // it would count, but for what AliasClass::fault says
};
[[nodiscard]] std::string_view toText(AliasState state);  // counts, not_yours, ...

struct AliasDecision {
  NamePair pair;
  std::string text;  // the reason they gave; may be empty
  Hash sid;
  std::string name, vkey;  // of the key
  bool own = false;        // the reader's key
  AliasState state = AliasState::Counts;
};

struct AliasBook {
  std::vector<AliasDecision> decisions;  // by kind, names, then sid
  Aliases aliases;
  std::int64_t holes = 0;  // statements that others name and that are not here
};

/// The pair of an alias statement; nothing for other statements and for those that break the form.
[[nodiscard]] std::optional<NamePair> namePairIn(const PersonStatement& statement);
/// What is signed of a pair.
[[nodiscard]] JsonValue pairTarget(const NamePair& pair);

/// Errors: Store.
[[nodiscard]] Result<AliasBook> readAliases(const Database& database, const StatementSet& set);
/// The same, as if the reader had said this besides: what would come of it. Errors: Store.
[[nodiscard]] Result<Aliases> aliasesWith(const Database& database, const NamePair& pair);

/// What of it everybody has to know: what is stopped, what people disagree about, what is not here.
[[nodiscard]] std::vector<Error> aliasProblems(const AliasBook& book);

/// The audit that a statement made here is about: its plant, else its first party. Errors: NotFound
/// where nobody published anything here.
[[nodiscard]] Result<StatementScope> scopeOf(const Database& database);

}  // namespace plumbline
