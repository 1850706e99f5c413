// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What all decisions of people share (statements of the kinds alias and track): whose word counts, whether
// it was said of this audit, and what is decided where several said something of one pair.

#include <algorithm>
#include <span>

#include "model/evidence/people_who_count.h"
#include "model/evidence/person_statement.h"
#include "model/store/database.h"

namespace plumbline {

/// Keys that may decide: no party's, as far as the reader's own list and the records say.
class Deciders {
 public:
  /// Errors: Store.
  [[nodiscard]] static Result<Deciders> load(const Database& database);
  [[nodiscard]] bool isOwn(const std::string& vkey) const { return m_people.isOwn(vkey); }
  [[nodiscard]] Result<bool> counts(const std::string& vkey) const;

 private:
  Deciders(const Database& database, PeopleWhoCount people)
      : m_database(&database), m_people(std::move(people)) {}
  [[nodiscard]] Result<bool> isOfAParty(const std::string& vkey) const;

  const Database* m_database;
  PeopleWhoCount m_people;
};

/// False where the statement was made about another audit: nobody takes it from one into the other.
[[nodiscard]] Result<bool> isAboutThis(const Database& database, const StatementScope& scope);

/// The target of a statement about two things, the smaller one first by its text.
[[nodiscard]] JsonValue orderedPair(JsonValue a, JsonValue b);

/// What is decided of one pair: by one's own word, else by that of others. Of decisions that count those
/// that do not hold become contradicted or overruled. `same`: what one says.
template <class Decision, class Same>
void weighPair(std::span<Decision> ofOnePair, const Same& same) {
  using State = decltype(Decision::state);
  const auto says = [&](bool own, bool what) {
    return std::any_of(ofOnePair.begin(), ofOnePair.end(), [&](const Decision& each) {
      return each.state == State::Counts && each.own == own && same(each) == what;
    });
  };
  const bool byOwn = says(true, true) || says(true, false);
  const bool bothWays = says(byOwn, true) && says(byOwn, false);
  const bool decided = says(byOwn, true);
  for (Decision& each : ofOnePair) {
    if (each.state != State::Counts) continue;
    if (bothWays && each.own == byOwn) {
      each.state = State::Contradicted;
    } else if (bothWays || same(each) != decided) {
      each.state = State::Overruled;
    }
  }
}

}  // namespace plumbline
