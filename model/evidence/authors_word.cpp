// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/authors_word.h"

#include <algorithm>
#include <map>

#include "model/evidence/own_keys.h"
#include "model/workspace/user_settings.h"

namespace plumbline {
namespace {

using Statements = std::vector<AuditStatement>;

/// By vkey. What the user signed here themselves is no word of somebody else.
Result<std::map<std::string, Statements>> statementsByAuthor(const Database& database,
                                                             std::span<const AuditStatement> audits) {
  std::map<std::string, Statements> out;
  PLUMBLINE_TRY(own, ownKeys(database));
  for (const AuditStatement& each : audits) {
    if (each.kind == StatementKind::Endorsement || !each.signatureGood) continue;
    if (!hasOwnKey(own, each.vkey)) out[each.vkey].push_back(each);
  }
  return out;
}

bool hasLine(const std::vector<PartyKey>& names, const PartyKey& key) {
  return std::any_of(names.begin(), names.end(), [&key](const PartyKey& each) {
    return each.role == key.role && each.id == key.id && each.key.vkey() == key.key.vkey();
  });
}

/// There is no order among the statements of a person: what one of them no longer names is open.
std::vector<PartyKey> namedByAll(const Statements& statements) {
  std::vector<PartyKey> names = statements.front().names;
  for (const AuditStatement& other : statements) {
    std::erase_if(names, [&other](const PartyKey& key) { return !hasLine(other.names, key); });
  }
  return names;
}

std::vector<PartyKey> namesOf(Statements statements, const Hash& root) {
  const auto here = [&root](const AuditStatement& each) { return each.evidenceRoot == root; };
  if (std::any_of(statements.begin(), statements.end(), here)) {
    std::erase_if(statements, [&here](const AuditStatement& each) { return !here(each); });
  }
  return namedByAll(statements);
}

/// The key of a plant, carrier or receiver speaks for its records only, that of a log for the log.
bool isKnownPerson(std::span<const KnownKey> keys, const NoteVerifier& signer) {
  return std::any_of(keys.begin(), keys.end(), [&signer](const KnownKey& known) {
    return known.trust == KeyTrust::Pinned && isPerson(known) && known.key.vkey() == signer.vkey();
  });
}

}  // namespace

Result<std::vector<AuthorsWord>> readAuthors(const Database& database,
                                             std::span<const AuditStatement> audits,
                                             std::span<const KnownKey> keys) {
  std::vector<AuthorsWord> out;
  PLUMBLINE_TRY(byAuthor, statementsByAuthor(database, audits));
  if (byAuthor.empty()) return out;
  PLUMBLINE_TRY(word, userSetting(database, wordSetting));
  PLUMBLINE_TRY(root, EvidenceStore(database).root());
  for (auto& [vkey, statements] : byAuthor) {
    PLUMBLINE_TRY(signer, NoteVerifier::fromVkey(vkey));
    AuthorsWord author{signer.name(), vkey, signer.key().fingerprint(), {}};
    author.names = namesOf(std::move(statements), root);
    author.known = isKnownPerson(keys, signer);
    author.taken = vkey == word;
    if (!author.names.empty()) out.push_back(std::move(author));
  }
  return out;
}

Result<std::string> authorCalled(const Database& database, const std::string& name) {
  if (name.empty()) return name;
  PLUMBLINE_TRY(audits, readAuditStatements(database));
  PLUMBLINE_TRY(authors, readAuthors(database, audits, {}));
  std::string found;
  for (const AuthorsWord& author : authors) {
    if (author.vkey == name) return name;
    if (author.name != name) continue;
    if (!found.empty()) {
      return Error{ErrorCode::Duplicate, "two people of this name signed this audit", {}, name,
                   "a whole key"};
    }
    found = author.vkey;
  }
  if (!found.empty()) return found;
  return Error{ErrorCode::NotFound, "nobody of this name signed this audit and named keys in it", {},
               name};
}

}  // namespace plumbline
