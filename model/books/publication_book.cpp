// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/books/publication_book.h"

#include <algorithm>

namespace plumbline {
namespace {

/// Not signed with a key of the party that was in force: anybody could have written it.
bool isNotInForce(std::string_view state) {
  return state == "stranger_key" || state == "other_role" || state == "key_retired" ||
         state == "key_revoked";
}

}  // namespace

Result<PublicationBook> PublicationBook::load(const Database& database,
                                              const std::vector<PersonNote>& notes, Lens lens) {
  PublicationBook book;
  PLUMBLINE_CHECK(book.loadParties(database));
  PLUMBLINE_CHECK(book.loadPublications(database, notes, lens));
  PLUMBLINE_CHECK(book.choosePlants(database));
  return book;
}

Result<void> PublicationBook::loadParties(const Database& database) {
  // The newest publication of a party names it: in the order of its chain, never of the rows.
  PLUMBLINE_TRY(query, database.prepare(
                           "SELECT p.party, p.name, p.operator, p.role, p.state FROM publications p "
                           "LEFT JOIN evidence e ON e.id = p.evidence ORDER BY p.party, p.sequence, "
                           "e.sha256"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    if (m_parties.empty() || m_parties.back().id != query.text(0)) {
      m_parties.emplace_back().id = query.text(0);
    }
    if (isNotInForce(query.text(4))) continue;
    PartyInfo& party = m_parties.back();
    if (!query.text(1).empty()) party.name = query.text(1);
    if (!query.text(2).empty()) party.operatorName = query.text(2);
    if (roleFromText(query.text(3)) != Role::Unknown) party.role = roleFromText(query.text(3));
  }
}

Result<void> PublicationBook::loadPublications(const Database& database,
                                               const std::vector<PersonNote>& notes, Lens lens) {
  PLUMBLINE_TRY(standings, loadStandings(database, notes));
  for (const std::string& party : standings.parties) {
    m_parties[static_cast<std::size_t>(indexOf(party))].named = true;
  }
  PLUMBLINE_TRY(query,
                database.prepare("SELECT id, party, state, period_start_ms, period_end_ms FROM "
                                 "publications ORDER BY id"));
  bool official = true;  // the periods so far
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    const std::string_view state = query.text(2);
    PublicationInfo info;
    info.party = indexOf(query.text(1));
    info.signedBy = state == "good" || state == "table_missing";
    info.usable = !isNotInForce(state) && state != "bad_signature" && state != "malformed";
    info.isUnsigned = state == "unsigned";
    info.named = standings.named.contains(query.integer(0));
    info.mapped = standings.mapped.contains(query.integer(0));
    PartyInfo& party = m_parties[static_cast<std::size_t>(info.party)];
    if (lens == Lens::Named) {
      info.confirms = info.named;
      // What somebody else brought in the name of a party the user knows is not that party's.
      if (party.named && !info.named) info.usable = false;
    } else {
      info.confirms = info.signedBy || info.isUnsigned;
    }
    m_publications.emplace_back(query.integer(0), info);
    const Timestamp start = Timestamp::milliseconds(query.integer(3));
    const Timestamp end = Timestamp::milliseconds(query.integer(4));
    if (!info.usable || end <= start) continue;
    party.publishedUntil = std::max(party.publishedUntil, end);
    if (info.official() && !official) continue;
    const bool first = m_lastPeriodEnd == Timestamp() || (official && !info.official());
    official = info.official();
    m_firstPeriodStart = first ? start : std::min(m_firstPeriodStart, start);
    m_lastPeriodEnd = first ? end : std::max(m_lastPeriodEnd, end);
  }
}

Result<void> PublicationBook::choosePlants(const Database& database) {
  m_plants.assign(m_parties.size(), false);
  bool any = false;
  for (std::size_t i = 0; i < m_parties.size(); ++i) {
    m_plants[i] = m_parties[i].role == Role::Plant;
    any = any || m_plants[i];
  }
  if (any) return {};
  PLUMBLINE_TRY(query, database.prepare("SELECT party FROM publications WHERE id IN (SELECT "
                                        "publication FROM shipments UNION SELECT publication "
                                        "FROM intakes)"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    m_plants[static_cast<std::size_t>(indexOf(query.text(0)))] = true;
  }
}

int PublicationBook::indexOf(std::string_view id) const {
  const auto found =
      std::lower_bound(m_parties.begin(), m_parties.end(), id,
                       [](const PartyInfo& p, std::string_view v) { return p.id < v; });
  return found == m_parties.end() || found->id != id ? -1 : static_cast<int>(found - m_parties.begin());
}

std::string PublicationBook::nameOf(int party) const {
  return party < 0 ? std::string() : m_parties[static_cast<std::size_t>(party)].shownName();
}

std::string PublicationBook::nameOf(std::string_view id) const {
  const int party = indexOf(id);
  return party < 0 ? std::string(id) : nameOf(party);
}

const PublicationInfo& PublicationBook::find(std::int64_t publication) const {
  static const PublicationInfo nobody;
  // Row numbers are nearly always 1, 2, 3, ...: look there first.
  const auto guess = static_cast<std::size_t>(publication - 1);
  if (guess < m_publications.size() && m_publications[guess].first == publication) {
    return m_publications[guess].second;
  }
  const auto found =
      std::lower_bound(m_publications.begin(), m_publications.end(), publication,
                       [](const auto& entry, std::int64_t value) { return entry.first < value; });
  return found == m_publications.end() || found->first != publication ? nobody : found->second;
}

}  // namespace plumbline
