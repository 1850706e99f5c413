// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/standing.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace plumbline {
namespace {

// A carrier's hauls link loads and confirm nothing, so its key changes no verdict.
constexpr std::string_view signersSql =
    "SELECT p.id, p.role, p.party, p.signer, max(t.name NOT IN ('hauls', 'sites', 'instruments')) "
    "FROM publications p JOIN publication_tables t ON t.publication = p.id WHERE t.first_rowid IS "
    "NOT NULL GROUP BY p.id ORDER BY p.role, p.party, p.signer, p.id";

bool accuses(Severity severity) {
  return severity == Severity::Contradiction || severity == Severity::Conflict;
}

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

void holdBack(Finding& finding) {
  if (!accuses(finding.severity)) return;
  finding.wouldBe = finding.severity;
  finding.severity = Severity::CannotTell;
}

}  // namespace

Result<Standing> readStanding(const Database& database, const PublicationBook& publications) {
  Standing out;
  PLUMBLINE_TRY(query, database.prepare(signersSql));
  std::set<std::string> seen;
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return out;
    const PublicationInfo& publication = publications.find(query.integer(0));
    const bool decides = query.integer(4) != 0;
    if (publication.mapped) {
      ++out.mappedFiles;
    } else if (publication.isUnsigned && !publication.named) {
      ++out.openFiles;
    }
    const std::string vkey(query.text(3));
    if (!publication.signedBy) continue;
    const std::string party(query.text(2));
    const Role role = roleFromText(query.text(1));
    if (!seen.insert(std::string(query.text(1)) + " " + party + " " + vkey).second) continue;
    if (publication.named) {
      out.counted.push_back({role, party, vkey});
      continue;
    }
    if (!decides) continue;
    const PartyInfo& info = publications.parties()[static_cast<std::size_t>(publication.party)];
    out.open.push_back({role, party, info.name, vkey});
  }
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
  for (ClaimVerdict& claim : said.claims) {
    const ClaimVerdict* known = sameClaim(held.claims, claim);
    if (known != nullptr && known->decision != Decision::CannotTell) {
      claim = *known;
      continue;
    }
    claim.onlySaid = true;
    // A table read by a mapping is nobody's word: it decides nothing, whoever vouches for it.
    const bool decides = claim.decision != Decision::CannotTell && said.standing.mappedFiles == 0;
    if (decides) {
      claim.wouldBe = claim.decision;
      for (const OpenKey& key : said.standing.open) {
        claim.openKeys.push_back(key.name.empty() ? key.party : key.name);
      }
    }
    claim.decision = Decision::CannotTell;
    if (!said.standing.open.empty()) {
      claim.wouldChange.insert(claim.wouldChange.begin(), "name_keys");
    }
    claim.reasons.insert(claim.reasons.begin(), said.standing.open.empty() && !decides
                                                    ? "only_stated"
                                                    : "keys_not_named");
  }
}

}  // namespace plumbline
