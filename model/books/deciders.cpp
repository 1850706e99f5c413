// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/books/deciders.h"

#include "crypto/canonical_json.h"

namespace plumbline {

Result<Deciders> Deciders::load(const Database& database) {
  PLUMBLINE_TRY(people, PeopleWhoCount::load(database));
  return Deciders(database, std::move(people));
}

Result<bool> Deciders::counts(const std::string& vkey) const {
  PLUMBLINE_TRY(party, isOfAParty(vkey));
  return !party && m_people.counts(vkey);
}

Result<bool> Deciders::isOfAParty(const std::string& vkey) const {
  PLUMBLINE_TRY(query,
                m_database->prepare("SELECT 1 FROM publications WHERE signer = ?1 UNION ALL SELECT 1 "
                                    "FROM keys WHERE vkey = ?1 AND trust <> 'first_seen' AND (job "
                                    "<> 'party' OR role IN ('plant', 'carrier', 'receiver'))"));
  query.bind(1, vkey);
  return query.step();
}

Result<bool> isAboutThis(const Database& database, const StatementScope& scope) {
  PLUMBLINE_TRY(query, database.prepare("SELECT 1 FROM publications p LEFT JOIN evidence e ON e.id = "
                                        "p.evidence WHERE p.party = ?1 AND (?2 = '' OR e.sha256 = ?2)"));
  const std::string first = scope.first ? scope.first->hex() : std::string();
  query.bind(1, scope.party).bind(2, first);
  return query.step();
}

JsonValue orderedPair(JsonValue a, JsonValue b) {
  // By their texts, in which a name may be escaped.
  if (*canonicalJson(b) < *canonicalJson(a)) std::swap(a, b);
  return JsonObject{{"a", std::move(a)}, {"b", std::move(b)}, {"type", "pair"}};
}

}  // namespace plumbline
