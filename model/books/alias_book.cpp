// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/books/alias_book.h"

#include <algorithm>
#include <tuple>

#include "crypto/canonical_json.h"

#include "model/books/alias_faults.h"
#include "model/books/deciders.h"

namespace plumbline {
namespace {

JsonValue nameTarget(NameKind kind, const std::string& text) {
  return JsonObject{{"of", toText(kind)}, {"text", text}, {"type", "name"}};
}

/// Kind and text of one side.
std::optional<std::pair<NameKind, std::string>> nameIn(const JsonValue& target, std::string_view side) {
  const auto name = target.objectAt(side);
  if (!name) return std::nullopt;
  const auto type = (*name)->stringAt("type");
  const auto of = (*name)->stringAt("of");
  const auto text = (*name)->stringAt("text");
  if (!type || !of || !text || *type != "name" || !isAliasName(*text)) return std::nullopt;
  const auto kind = nameKindFromText(*of);
  if (!kind) return std::nullopt;
  return std::pair(*kind, *text);
}

Result<std::vector<AliasDecision>> decisionsIn(const Database& database, const StatementSet& set) {
  const std::set<Hash> back = set.takenBack();
  PLUMBLINE_TRY(deciders, Deciders::load(database));
  std::vector<AliasDecision> decisions;
  for (const auto& [sid, statement] : set.all()) {
    const auto pair = namePairIn(statement);
    if (!pair) continue;
    AliasDecision made{*pair, {}, sid, statement.name, statement.vkey, deciders.isOwn(statement.vkey)};
    if (const auto text = statement.text.said.stringAt("text")) made.text = *text;
    PLUMBLINE_TRY(here, isAboutThis(database, statement.text.scope));
    PLUMBLINE_TRY(counts, deciders.counts(statement.vkey));
    if (back.contains(sid)) {
      made.state = AliasState::TakenBack;
    } else if (!here) {
      made.state = AliasState::OtherAudit;
    } else if (!counts) {
      made.state = AliasState::NotYours;
    }
    decisions.push_back(std::move(made));
  }
  std::sort(decisions.begin(), decisions.end(), [](const AliasDecision& a, const AliasDecision& b) {
    return std::tie(a.pair.kind, a.pair.a, a.pair.b, a.sid) <
           std::tie(b.pair.kind, b.pair.a, b.pair.b, b.sid);
  });
  return decisions;
}

void weighAll(std::vector<AliasDecision>& decisions) {
  for (auto first = decisions.begin(); first != decisions.end();) {
    const auto last = std::find_if(first, decisions.end(), [first](const AliasDecision& each) {
      return !each.pair.isOfNames(first->pair);
    });
    weighPair(std::span(first, last), [](const AliasDecision& each) { return each.pair.same; });
    first = last;
  }
}

std::vector<NamePair> countedPairs(const std::vector<AliasDecision>& decisions) {
  std::vector<NamePair> pairs;
  for (const AliasDecision& each : decisions) {
    if (each.state == AliasState::Counts) pairs.push_back(each.pair);
  }
  return pairs;
}

}  // namespace

std::string_view toText(AliasState state) {
  constexpr std::array<std::string_view, 7> names = {"counts",      "not_yours",  "contradicted", "overruled",
                                                     "other_audit", "taken_back", "stopped"};
  return names[static_cast<std::size_t>(state)];
}

JsonValue pairTarget(const NamePair& pair) {
  return orderedPair(nameTarget(pair.kind, pair.a), nameTarget(pair.kind, pair.b));
}

std::optional<NamePair> namePairIn(const PersonStatement& statement) {
  if (statement.text.kind != aliasKind) return std::nullopt;
  const JsonValue& target = statement.text.target;
  const auto a = nameIn(target, "a");
  const auto b = nameIn(target, "b");
  const JsonValue* const same = statement.text.said.find("same");
  if (!a || !b || same == nullptr || same->boolean() == nullptr) return std::nullopt;
  if (a->first != b->first || a->second == b->second) return std::nullopt;
  NamePair pair = NamePair::of(a->first, a->second, b->second, *same->boolean());
  // One form only, or one thing said twice would be two.
  if (canonicalJson(pairTarget(pair)) != canonicalJson(target)) return std::nullopt;
  return pair;
}

Result<AliasBook> readAliases(const Database& database, const StatementSet& set) {
  AliasBook book;
  if (set.all().empty()) return book;
  book.holes = std::ssize(set.holes());
  PLUMBLINE_TRY(decisions, decisionsIn(database, set));
  weighAll(decisions);
  PLUMBLINE_TRY(aliases, checkedAliases(database, countedPairs(decisions)));
  book.aliases = std::move(aliases);
  for (AliasDecision& each : decisions) {
    const AliasClass* const of = book.aliases.classOf(each.pair.kind, each.pair.a);
    const bool stopped = each.pair.same && of != nullptr && !of->counts();
    if (stopped && each.state == AliasState::Counts) each.state = AliasState::Stopped;
  }
  book.decisions = std::move(decisions);
  return book;
}

Result<Aliases> aliasesWith(const Database& database, const NamePair& pair) {
  PLUMBLINE_TRY(set, StatementSet::load(database));
  PLUMBLINE_TRY(decisions, decisionsIn(database, set));
  weighAll(decisions);
  std::vector<NamePair> pairs = countedPairs(decisions);
  std::erase_if(pairs, [&pair](const NamePair& each) {
    return each.kind == pair.kind && each.a == pair.a && each.b == pair.b;
  });
  pairs.push_back(pair);
  return checkedAliases(database, pairs);
}

std::vector<Error> aliasProblems(const AliasBook& book) {
  std::vector<Error> problems;
  for (const AliasClass& each : book.aliases.classes()) {
    if (!each.counts()) problems.push_back(errorOf(each));
  }
  for (const AliasDecision& each : book.decisions) {
    if (each.state != AliasState::Contradicted || !each.pair.same) continue;
    problems.push_back({ErrorCode::Inconsistent,
                        Message("people disagree whether %1 and %2 are one name; nobody's word counts",
                                each.pair.a, each.pair.b)});
  }
  if (book.holes > 0) {
    problems.push_back({ErrorCode::Inconsistent,
                        Message("statements of people that others name are not here: %1", book.holes)});
  }
  return problems;
}

Result<StatementScope> scopeOf(const Database& database) {
  PLUMBLINE_TRY(query,
                database.prepare("SELECT p.party, CASE WHEN p.state IN ('good', 'table_missing', "
                                 "'unknown_key') THEN e.sha256 END FROM publications p LEFT JOIN "
                                 "evidence e ON e.id = p.evidence ORDER BY p.role <> 'plant', 2 IS NULL, "
                                 "p.party, p.sequence, 2"));
  PLUMBLINE_TRY(there, query.step());
  if (!there) return Error{ErrorCode::NotFound, "nobody published anything in the workspace"};
  StatementScope scope{std::string(query.text(0)), std::nullopt};
  if (query.isNull(1)) return scope;
  PLUMBLINE_TRY(first, Hash::fromHexText(query.text(1)));
  scope.first = first;
  return scope;
}

}  // namespace plumbline
