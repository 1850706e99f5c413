// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All statements of people in an audit: audit/statements.intoto.jsonl, an envelope a line, in the
// order of their sids. A set: two files that are brought together hold what both held, in whatever
// order they come. What one takes back stays taken back.

#include <map>
#include <set>

#include "model/evidence/person_statement.h"
#include "model/store/evidence_store.h"

namespace plumbline {

inline constexpr std::string_view statementsMember = "audit/statements.intoto.jsonl";
inline constexpr std::size_t mostStatements = 20'000;
inline constexpr std::size_t mostStatementBytes = 64u << 20;
inline constexpr std::string_view withdrawalKind = "withdrawal";

class StatementSet {
 public:
  /// A line of a file that is no good statement, from 1, and why.
  struct Refused {
    std::int64_t line = 0;
    Error error;
  };

  /// What is good among the lines; the others go to `refused`, where it is asked for.
  [[nodiscard]] static StatementSet parse(std::string_view text, std::vector<Refused>* refused = nullptr);
  /// Errors: Store.
  [[nodiscard]] static Result<StatementSet> load(const Database& database);
  /// Writes the member anew. Errors: TooLarge, Store.
  [[nodiscard]] Result<void> store(const Database& database) const;

  /// Of two good envelopes of one text the smaller bytes stay. True where the set is another now.
  bool add(PersonStatement statement);
  bool add(const StatementSet& others);

  [[nodiscard]] const std::map<Hash, PersonStatement>& all() const { return m_all; }
  [[nodiscard]] const PersonStatement* find(const Hash& sid) const;
  /// Those that their own keys took back, or signed others in the place of. The others are active.
  [[nodiscard]] std::set<Hash> takenBack() const;
  /// What a next statement of this key comes after: the ends of what that key said, then those of
  /// all; at most mostAfter, rising.
  [[nodiscard]] std::vector<Hash> ends(std::string_view vkey) const;
  /// Sids that statements name and that are not here.
  [[nodiscard]] std::set<Hash> holes() const;
  /// The bytes of the member.
  [[nodiscard]] std::string text() const;

 private:
  std::map<Hash, PersonStatement> m_all;
};

}  // namespace plumbline
