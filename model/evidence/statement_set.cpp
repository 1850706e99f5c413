// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/statement_set.h"

#include <algorithm>

#include "crypto/canonical_json.h"

namespace plumbline {
namespace {

/// The statement that this one says it takes back, or takes the place of.
std::optional<Hash> namedBy(const PersonStatement& statement) {
  if (statement.text.kind == withdrawalKind) {
    const auto sid = statement.text.target.stringAt("sha256");
    const auto digest = sid ? Hash::fromHexText(*sid) : Result<Hash>(sid.error());
    return digest ? std::optional(*digest) : std::nullopt;
  }
  return statement.text.replaces;
}

/// Only what one's own key said; and another statement takes the place of one about the same thing.
bool takesBack(const PersonStatement& later, const PersonStatement& earlier) {
  if (later.vkey != earlier.vkey) return false;
  if (later.text.kind == withdrawalKind) return true;
  return later.text.kind == earlier.text.kind && later.subject == earlier.subject &&
         canonicalJson(later.text.target) == canonicalJson(earlier.text.target);
}

}  // namespace

StatementSet StatementSet::parse(std::string_view text, std::vector<Refused>* refused) {
  StatementSet set;
  for (std::int64_t line = 1; !text.empty(); ++line) {
    const std::size_t end = text.find('\n');
    auto statement = parsePersonStatement(text.substr(0, end));
    if (statement) {
      set.add(std::move(statement).value());
    } else if (refused != nullptr) {
      refused->push_back({line, std::move(statement).error()});
    }
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return set;
}

Result<StatementSet> StatementSet::load(const Database& database) {
  const EvidenceStore store(database);
  PLUMBLINE_TRY(item, store.findMember(statementsMember));
  if (!item) return StatementSet();
  PLUMBLINE_TRY(bytes, store.readAll(*item));
  return parse(textOf(bytes));
}

Result<void> StatementSet::store(const Database& database) const {
  const std::string bytes = text();
  if (m_all.size() > mostStatements || bytes.size() > mostStatementBytes) {
    return Error{ErrorCode::TooLarge,
                 "there are too many statements of people",
                 {},
                 std::to_string(m_all.size()),
                 Message("at most %1", mostStatements)};
  }
  const auto id =
      EvidenceStore(database).replace(evidence_kind::note, statementsMember, bytesOf(bytes));
  if (!id) return id.error();
  return {};
}

bool StatementSet::add(PersonStatement statement) {
  const auto [entry, isNew] = m_all.try_emplace(statement.sid, statement);
  if (isNew) return true;
  if (entry->second.envelope <= statement.envelope) return false;
  entry->second = std::move(statement);
  return true;
}

bool StatementSet::add(const StatementSet& others) {
  bool changed = false;
  for (const auto& [sid, statement] : others.m_all) changed = add(statement) || changed;
  return changed;
}

const PersonStatement* StatementSet::find(const Hash& sid) const {
  const auto found = m_all.find(sid);
  return found == m_all.end() ? nullptr : &found->second;
}

std::set<Hash> StatementSet::takenBack() const {
  std::set<Hash> back;
  for (const auto& [sid, statement] : m_all) {
    const auto named = namedBy(statement);
    const PersonStatement* const earlier = named ? find(*named) : nullptr;
    if (earlier != nullptr && takesBack(statement, *earlier)) back.insert(*named);
  }
  return back;
}

std::vector<Hash> StatementSet::ends(std::string_view vkey) const {
  std::set<Hash> named, namedByKey;
  for (const auto& [sid, statement] : m_all) {
    const std::vector<Hash>& after = statement.text.after;
    named.insert(after.begin(), after.end());
    if (statement.vkey == vkey) namedByKey.insert(after.begin(), after.end());
  }
  std::set<Hash> out;
  const auto take = [&out](const Hash& sid, bool isEnd) {
    if (isEnd && out.size() < mostAfter) out.insert(sid);
  };
  for (const auto& [sid, statement] : m_all) {
    take(sid, statement.vkey == vkey && !namedByKey.contains(sid));
  }
  for (const auto& [sid, statement] : m_all) take(sid, !named.contains(sid));
  return {out.begin(), out.end()};
}

std::set<Hash> StatementSet::holes() const {
  std::set<Hash> missing;
  const auto look = [&](const Hash& sid) {
    if (!m_all.contains(sid)) missing.insert(sid);
  };
  for (const auto& [sid, statement] : m_all) {
    for (const Hash& before : statement.text.after) look(before);
    if (const auto earlier = namedBy(statement)) look(*earlier);
  }
  return missing;
}

std::string StatementSet::text() const {
  std::string out;
  for (const auto& [sid, statement] : m_all) out += statement.envelope + '\n';
  return out;
}

}  // namespace plumbline
