// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tracks/site_places.h"

namespace plumbline {
namespace {

const std::vector<GeoPoint> nowhere;

template <class Key>
const std::vector<GeoPoint>* find(const std::map<Key, std::vector<GeoPoint>>& places, const Key& key) {
  const auto found = places.find(key);
  return found != places.end() ? &found->second : nullptr;
}

}  // namespace

Result<SitePlaces> SitePlaces::load(const Database& database, const Books& books) {
  SitePlaces places;
  places.m_partyNames = &books.partyNames;
  PLUMBLINE_TRY(query, database.prepare("SELECT s.publication, s.id, s.name, s.latitude_micro, s.longitude_micro FROM "
                                        "current_sites s JOIN publications p ON p.id = s.publication ORDER BY "
                                        "p.party, p.sequence, s.id, s.name, s.row"));
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return places;
    const PublicationInfo& publication = books.publications.find(query.integer(0));
    const auto at = geoPoint(query.optionalInteger(3), query.optionalInteger(4));
    if (!publication.usable || !at) continue;
    for (const std::string_view name : {query.text(1), query.text(2)}) {
      if (name.empty()) continue;
      places.m_named[std::string(name)].push_back(*at);
      // Who publishes it lists those of partners, too, under their names.
      const auto whose = books.partyNames.find(name);
      if (whose == books.partyNames.end()) continue;
      (whose->second == publication.party ? places.m_own : places.m_byOthers)[whose->second].push_back(*at);
    }
  }
}

const std::vector<GeoPoint>& SitePlaces::of(int party) const {
  if (const auto* own = find(m_own, party)) return *own;
  const auto* others = find(m_byOthers, party);
  return others != nullptr ? *others : nowhere;
}

const std::vector<GeoPoint>& SitePlaces::called(const std::string& name) const {
  const auto party = m_partyNames->find(name);
  if (party != m_partyNames->end()) {
    const std::vector<GeoPoint>& places = of(party->second);
    if (!places.empty()) return places;
  }
  const auto* named = find(m_named, name);
  return named != nullptr ? *named : nowhere;
}

}  // namespace plumbline
