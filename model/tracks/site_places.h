// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where parties, and those whom records only name, have their sites: by the tables of sites.

#include "model/books/books.h"
#include "model/records/geo.h"

namespace plumbline {

class SitePlaces {
 public:
  /// Errors: Store.
  [[nodiscard]] static Result<SitePlaces> load(const Database& database, const Books& books);
  /// As its own tables say, else as those of others; none where nobody says.
  [[nodiscard]] const std::vector<GeoPoint>& of(int party) const;
  /// Of a party by its id or name, of a site by its own.
  [[nodiscard]] const std::vector<GeoPoint>& called(const std::string& name) const;

 private:
  std::map<int, std::vector<GeoPoint>> m_own, m_byOthers;
  std::map<std::string, std::vector<GeoPoint>> m_named;  // sites by id and name
  const PartyNames* m_partyNames = nullptr;
};

}  // namespace plumbline
