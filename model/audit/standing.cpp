// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/standing.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "model/decisions/differing_keys.h"
#include "model/evidence/people_who_count.h"
#include "model/judgement/judged_evidence.h"

namespace plumbline {
namespace {

// A carrier's hauls link loads and confirm nothing, so its key changes no verdict.
constexpr std::string_view signersSql =
    "SELECT p.id, p.role, p.party, p.signer, max(t.name NOT IN ('hauls', 'sites', 'instruments')), "
    "EXISTS (SELECT 1 FROM keys k WHERE k.vkey = p.signer AND k.job = 'party' AND k.party = p.party "
    "AND k.role = p.role AND k.trust = 'pinned'), p.evidence "
    "FROM publications p JOIN publication_tables t ON t.publication = p.id WHERE t.first_rowid IS "
    "NOT NULL GROUP BY p.id ORDER BY p.role, p.party, p.signer, p.id";

// The rows of a publication lie together.
constexpr std::string_view placesSql =
    "SELECT p.role, p.party, p.signer, t.first_rowid, t.rows, p.id FROM publication_tables t JOIN "
    "publications p ON p.id = t.publication WHERE t.name = ? AND t.first_rowid IS NOT NULL";
constexpr std::string_view weightSql =
    "SELECT count(*), coalesce(sum(net_g), 0) FROM current_%TABLE% WHERE rowid BETWEEN ?1 AND ?1 + ?2 - 1 AND "
    "publication = ?3";

const PartyInfo* partyNamed(const PublicationBook& publications, std::string_view id) {
  for (const PartyInfo& party : publications.parties()) {
    if (party.id == id) return &party;
  }
  return nullptr;
}

/// Every party whose records it names, or, where it names none, every plant.
bool restsOnNamed(const PublicationBook& publications, const Finding& finding) {
  for (const RecordRef& record : finding.records) {
    const PartyInfo* party = partyNamed(publications, record.party);
    if (party == nullptr || !party->named) return false;
  }
  if (!finding.records.empty()) return true;
  const auto& parties = publications.parties();
  for (std::size_t i = 0; i < parties.size(); ++i) {
    if (publications.isPlant(static_cast<int>(i)) && !parties[i].named) return false;
  }
  return true;
}

const ClaimVerdict* sameClaim(const std::vector<ClaimVerdict>& claims, const ClaimVerdict& claim) {
  const auto key = [](const ClaimVerdict& each) {
    return std::tie(each.party, each.id, each.start, each.end);
  };
  const auto found = std::find_if(claims.begin(), claims.end(), [&](const ClaimVerdict& each) {
    return key(each) == key(claim);
  });
  return found == claims.end() ? nullptr : &*found;
}

/// What hangs on a key: the loads of a receiver, or of a plant.
Result<void> weigh(const Database& database, const std::string& table, std::vector<OpenKey>& keys) {
  const bool sent = table == "shipments";
  std::string sql(weightSql);
  sql.replace(sql.find("%TABLE%"), 7, table);
  PLUMBLINE_TRY(weight, database.prepare(sql));
  PLUMBLINE_TRY(places, database.prepare(placesSql));
  places.bind(1, table);
  while (true) {
    PLUMBLINE_TRY(more, places.step());
    if (!more) return {};
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const OpenKey& each) {
      return sent == (each.role == Role::Plant) && toText(each.role) == places.text(0) &&
             each.party == places.text(1) && each.vkey == places.text(2);
    });
    if (key == keys.end()) continue;
    weight.bind(1, places.integer(3)).bind(2, places.integer(4)).bind(3, places.integer(5));
    PLUMBLINE_CHECK(weight.step());
    key->loads += weight.integer(0);
    key->mass += Mass::grams(weight.integer(1));
    weight.reset();
  }
}

/// What would be a contradiction by the receipts of each key: a plant's shipments alone contradict
/// nothing. Of a party with several keys each has the whole: the findings name parties.
void weighFindings(AuditResult& said) {
  for (OpenKey& key : said.standing.open) {
    for (const Finding& finding : said.findings) {
      if (finding.wouldBe != Severity::Contradiction) continue;
      const bool names = std::any_of(
          finding.records.begin(), finding.records.end(),
          [&key](const RecordRef& record) {
            return record.table == Table::Receipts && record.party == key.party;
          });
      if (names) key.against += finding.amount;
    }
  }
}

Result<void> markDiffering(const Database& database, std::vector<OpenKey>& keys) {
  PLUMBLINE_TRY(lines, readDifferingKeys(database));
  for (OpenKey& key : keys) {
    const auto verifier = NoteVerifier::fromVkey(key.vkey);
    key.differs = verifier && lines.contains(partiesLine(key.role, key.party, *verifier));
  }
  return {};
}

void holdBack(Finding& finding) {
  if (!accuses(finding.severity)) return;
  finding.wouldBe = finding.severity;
  finding.severity = Severity::CannotTell;
}

}  // namespace

Result<Standing> readStanding(const Database& database, const PublicationBook& publications) {
  Standing out;
  PLUMBLINE_TRY(query, database.prepare(signersSql));
  std::vector<OpenKey> open;   // those of `openDecides` may change a verdict
  std::vector<bool> openDecides;
  // One file can hold the records of many parties.
  std::set<std::int64_t> mapped, notVouched;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    const PublicationInfo& publication = publications.find(query.integer(0));
    const bool decides = query.integer(4) != 0;
    if (publication.mapped) {
      mapped.insert(query.integer(6));
    } else if (publication.isUnsigned && !publication.named) {
      notVouched.insert(query.integer(6));
    }
    if (!publication.signedBy) continue;
    const Role role = roleFromText(query.text(1));
    const std::string party(query.text(2)), vkey(query.text(3));
    // Publications of one key follow each other; any of them may be the one that decides.
    const auto same = [&](const auto& key) {
      return key.role == role && key.party == party && key.vkey == vkey;
    };
    if (publication.named) {
      if (out.counted.empty() || !same(out.counted.back())) {
        out.counted.push_back({role, party, vkey, query.integer(5) == 0, false});
      }
      out.counted.back().decides = out.counted.back().decides || decides;
      continue;
    }
    if (open.empty() || !same(open.back())) {
      const PartyInfo& info = publications.parties()[static_cast<std::size_t>(publication.party)];
      open.push_back({role, party, info.name, vkey, 0, Mass(), Mass(), false});
      openDecides.push_back(false);
    }
    openDecides.back() = openDecides.back() || decides;
  }
  out.mappedFiles = static_cast<std::int64_t>(mapped.size());
  out.openFiles = static_cast<std::int64_t>(notVouched.size());
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (openDecides[i]) out.open.push_back(std::move(open[i]));
  }
  if (out.open.empty()) return out;
  PLUMBLINE_CHECK(markDiffering(database, out.open));
  PLUMBLINE_CHECK(weigh(database, "receipts", out.open));
  PLUMBLINE_CHECK(weigh(database, "shipments", out.open));
  return out;
}

void holdBackFindings(const PublicationBook& publications, std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    if (!restsOnNamed(publications, finding)) holdBack(finding);
  }
}

void holdTo(const AuditResult& held, AuditResult& said) {
  std::map<std::string_view, const Finding*> found;
  for (const Finding& finding : held.findings) found.emplace(finding.id, &finding);
  for (Finding& finding : said.findings) {
    const auto same = found.find(finding.id);
    const bool holds = same != found.end() && same->second->severity <= finding.severity;
    if (!holds) holdBack(finding);
  }
  weighFindings(said);
  // What rests on a key that is known to be somebody else's would not hold either way.
  const bool differs = std::any_of(said.standing.open.begin(), said.standing.open.end(),
                                   [](const OpenKey& key) { return key.differs; });
  for (ClaimVerdict& claim : said.claims) {
    const ClaimVerdict* known = sameClaim(held.claims, claim);
    if (known != nullptr && (known->decision != Decision::CannotTell || known->wouldBe)) {
      claim = *known;
      continue;
    }
    claim.onlySaid = true;
    // A table read by a mapping is nobody's word: it decides nothing, whoever vouches for it.
    const bool decided = claim.decision != Decision::CannotTell || claim.wouldBe;
    const bool decides = decided && said.standing.mappedFiles == 0;
    if (decides && !differs) {
      if (!claim.wouldBe) claim.wouldBe = claim.decision;
      for (const OpenKey& key : said.standing.open) {
        claim.openKeys.push_back(key.shownName());
      }
    }
    if (!decides || differs) claim.wouldBe.reset();
    claim.decision = Decision::CannotTell;
    if (!said.standing.open.empty()) {
      claim.wouldChange.insert(claim.wouldChange.begin(), "name_keys");
    }
    claim.reasons.insert(claim.reasons.begin(), said.standing.open.empty() && !decides
                                                    ? "only_stated"
                                                    : "keys_not_named");
    if (differs) claim.reasons.insert(claim.reasons.begin(), "key_differs");
  }
}

Result<std::vector<PartyKey>> readNames(const Database& database, const JudgedEvidence& judged) {
  std::set<std::string> concerned;  // ids of parties, vkeys of people
  PLUMBLINE_TRY(query, database.prepare("SELECT DISTINCT party FROM publications"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) break;
    concerned.emplace(query.text(0));
  }
  for (const PersonNote& note : judged.people.notes) concerned.insert(note.vkey);
  std::map<std::string, PartyKey> byLine;
  for (const KnownKey& key : judged.keyring.keys()) {
    if (key.trust != KeyTrust::Pinned || key.job != "party") continue;
    if (!concerned.contains(key.party) && !concerned.contains(key.key.vkey())) continue;
    byLine.emplace(partiesLine(key.role, key.party, key.key),
                   PartyKey{key.role, key.party, key.key});
  }
  std::vector<PartyKey> names;
  for (auto& [line, key] : byLine) names.push_back(std::move(key));
  return names;
}

namespace {

/// Parties that count only because the author named their keys.
std::set<std::string> partiesOnWord(const Standing& standing) {
  std::set<std::string> parties;
  for (const CountedKey& key : standing.counted) {
    if (key.onWord && key.decides) parties.insert(key.party);
  }
  return parties;
}

/// Notes of people whom only the author named confirm loads and vouch for files.
Result<bool> hasNoteOnWord(const Database& database, const std::vector<PersonNote>& notes) {
  PLUMBLINE_TRY(people, PeopleWhoCount::load(database));
  return std::any_of(notes.begin(), notes.end(), [&people](const PersonNote& note) {
    return people.trustOf(note.vkey) == KeyTrust::OnWord;
  });
}

void markOnWord(const AuthorsWord& author, bool notes, AuditResult& audit) {
  const std::set<std::string> parties = partiesOnWord(audit.standing);
  if (parties.empty() && !notes) return;
  for (ClaimVerdict& claim : audit.claims) claim.onWordOf = author.name;
  for (Finding& finding : audit.findings) {
    const bool theirs = std::any_of(
        finding.records.begin(), finding.records.end(),
        [&parties](const RecordRef& record) { return parties.contains(record.party); });
    if (theirs || finding.records.empty()) finding.onWordOf = author.name;
  }
}

bool namesOpenKey(const AuthorsWord& author, const Standing& standing) {
  return std::any_of(standing.open.begin(), standing.open.end(), [&author](const OpenKey& key) {
    return std::any_of(author.names.begin(), author.names.end(), [&key](const PartyKey& name) {
      return name.id == key.party && name.role == key.role && name.key.vkey() == key.vkey;
    });
  });
}

/// Who is known first: that needs one step less.
const AuthorsWord* authorOffered(const AuditResult& audit) {
  const AuthorsWord* found = nullptr;
  for (const AuthorsWord& author : audit.authors) {
    if (author.counts() || !namesOpenKey(author, audit.standing)) continue;
    if (found == nullptr || (author.known && !found->known)) found = &author;
  }
  return found;
}

void offerWord(const AuthorsWord& author, AuditResult& audit) {
  constexpr std::size_t digits = 11;  // two groups of five
  for (ClaimVerdict& claim : audit.claims) {
    const bool waits = claim.wouldBe && !claim.openKeys.empty();
    if (!waits) continue;
    claim.author = author.name;
    claim.authorDigits = author.fingerprint.substr(0, digits);
    const auto named = std::find(claim.wouldChange.begin(), claim.wouldChange.end(), "name_keys");
    const auto after = named == claim.wouldChange.end() ? named : named + 1;
    claim.wouldChange.insert(after, author.known ? "take_word" : "name_author");
  }
}

}  // namespace

Result<void> tellWhoseWord(const Database& database, AuditResult& audit) {
  if (const AuthorsWord* word = audit.word()) {
    PLUMBLINE_TRY(notes, hasNoteOnWord(database, audit.judged->people.notes));
    markOnWord(*word, notes, audit);
  }
  if (const AuthorsWord* author = authorOffered(audit)) offerWord(*author, audit);
  return {};
}

}  // namespace plumbline
