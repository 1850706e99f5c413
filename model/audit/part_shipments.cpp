// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/audit/part_shipments.h"

#include <algorithm>

#include "model/audit/as_audited.h"
#include "model/loads/match_loads.h"
#include "model/verdict/part_counts.h"

namespace plumbline {
namespace {

Result<PartShipments> shipmentsOnce(const std::filesystem::path& path, const AuditResult& audit,
                                    const ClaimVerdict& claim, ClaimPart part,
                                    const Progress& progress) {
  PLUMBLINE_TRY(opened, openAsAudited(path, audit));
  const Database& database = opened.database();
  const SaidByPeople& people = opened.evidence->people;
  // As the masses of the claim were counted.
  PLUMBLINE_TRY(books, readBooks(database, people, claim.onlySaid ? Lens::Everybody : Lens::Named));
  PLUMBLINE_TRY(links, readLinks(database, people));
  PartShipments out;
  const int plant = books.publications.indexOf(claim.party);
  const std::int64_t first = dayOf(claim.start);
  const std::int64_t last = dayOf(claim.end);
  const LoadWatch watch = [&](const LoadBooked& load) {
    if (plant >= 0 && load.party != plant) return;
    if (load.day < first || load.day >= last) return;
    const Mass own = partsOf(load)[part];
    if (own == Mass()) return;
    out.rowids.push_back(load.rowid);
    out.sum += own;
  };
  PLUMBLINE_CHECK(matchLoads(database, books, links, audit.plan, progress, {.watch = &watch}));
  std::sort(out.rowids.begin(), out.rowids.end());
  return out;
}

}  // namespace

Result<PartShipments> shipmentsOf(const std::filesystem::path& path, const AuditResult& audit,
                                  const ClaimVerdict& claim, ClaimPart part,
                                  const Progress& progress) {
  return readUndisturbed([&] { return shipmentsOnce(path, audit, claim, part, progress); });
}

}  // namespace plumbline
