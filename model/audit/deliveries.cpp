// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/deliveries.h"

#include "model/audit/as_audited.h"
#include "model/loads/match_loads.h"

namespace plumbline {
namespace {

std::vector<DeliveryPlace> placesOf(const Books& books, const DeliveryBook& loads) {
  std::vector<DeliveryPlace> places;
  for (const PartyInfo& party : books.publications.parties()) {
    places.push_back({party.shownName(), {}, true});
  }
  for (const std::string& name : loads.names()) places.push_back({name, {}, false});
  return places;
}

/// Gives every place the coordinates of the first site of its name; a party's own list goes first.
Result<void> findPlaces(const Database& database, const Books& books,
                        std::vector<DeliveryPlace>& places) {
  PLUMBLINE_TRY(
      query, database.prepare("SELECT s.publication, s.id, s.name, s.latitude_micro, "
                              "s.longitude_micro FROM current_sites s JOIN publications p ON p.id = "
                              "s.publication WHERE s.latitude_micro IS "
                              "NOT NULL ORDER BY p.party, p.sequence, s.id, s.name, s.row"));
  std::vector<bool> own(places.size(), false);
  const std::size_t parties = books.publications.parties().size();
  while (true) {
    PLUMBLINE_TRY(more, query.step());
    if (!more) return {};
    const PublicationInfo& publication = books.publications.find(query.integer(0));
    const auto at = geoPoint(query.optionalInteger(3), query.optionalInteger(4));
    if (!publication.usable || !at) continue;
    const auto publisher = static_cast<std::size_t>(publication.party);
    for (const std::string_view name : {query.text(1), query.text(2)}) {
      const auto named = books.partyNames.find(name);
      if (named == books.partyNames.end()) continue;
      const auto place = static_cast<std::size_t>(named->second);
      if (places[place].at && (own[place] || place != publisher)) continue;
      places[place].at = at;
      own[place] = place == publisher;
    }
    for (std::size_t i = parties; i < places.size(); ++i) {
      const bool same = !places[i].name.empty() &&
                        (places[i].name == query.text(1) || places[i].name == query.text(2));
      if (same && !places[i].at) places[i].at = at;
    }
  }
}

Result<Deliveries> deliveriesOnce(const std::filesystem::path& path, const AuditResult& audit,
                                  const Progress& progress) {
  PLUMBLINE_TRY(opened, openAsAudited(path, audit));
  const Database& database = opened.database();
  PLUMBLINE_TRY(books, readBooks(database, opened.evidence->people));
  PLUMBLINE_TRY(links, readLinks(database, opened.evidence->people));
  DeliveryBook loads(books.publications.parties().size(), Month::of(books.start),
                     Month::of(books.end));
  PLUMBLINE_CHECK(matchLoads(database, books, links, audit.plan, progress, {.deliveries = &loads}));
  Deliveries deliveries;
  deliveries.places = placesOf(books, loads);
  PLUMBLINE_CHECK(findPlaces(database, books, deliveries.places));
  for (const DeliveryBook::Entry& entry : loads.entries()) {
    deliveries.list.push_back(
        {entry.month, static_cast<std::size_t>(entry.plant), static_cast<std::size_t>(entry.place),
         std::string(keyOf(entry.outcome)), entry.sum.loads, entry.sum.plantSays, entry.sum.found});
  }
  return deliveries;
}

}  // namespace

Result<Deliveries> deliveriesOf(const std::filesystem::path& path, const AuditResult& audit,
                                const Progress& progress) {
  return readUndisturbed([&] { return deliveriesOnce(path, audit, progress); });
}

}  // namespace plumbline
