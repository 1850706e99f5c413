// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who got what, and where that is: for the flow picture, the map and their tables. Loads are judged
// once more as for the balance, when somebody asks, so that an audit does not wait for it; no part
// of the results digest.

#include <filesystem>
#include <string>
#include <vector>

#include "model/records/geo.h"
#include "model/records/progress.h"
#include "model/records/quantities.h"

namespace plumbline {

/// A plant, a receiver, or somebody who is named as one.
struct DeliveryPlace {
  std::string name;            // empty: nobody is named, or too many are
  std::optional<GeoPoint> at;  // as its own list of sites says, else as another's does
  bool publishes = false;      // a party of this audit, that can sign for what it gets
};

/// What one plant sent one way ("product", "residue", ... as in Balance::outcomes) in one month.
struct Delivery {
  Month month;
  std::size_t plant = 0, place = 0;  // in Deliveries::places
  std::string key;
  std::int64_t loads = 0;  // as the plant says
  Mass plantSays;
  Mass found;  // signed for there, or on its way with the deadline not over
};

struct Deliveries {
  std::vector<DeliveryPlace> places;
  std::vector<Delivery> list;  // by month, plant, place, branch
};

struct AuditResult;

/// Opens a connection of its own, for reading. Errors: of the store; Inconsistent where the workspace
/// is no longer what the audit was computed from; Cancelled.
[[nodiscard]] Result<Deliveries> deliveriesOf(const std::filesystem::path& workspace,
                                              const AuditResult& audit, const Progress& progress);

}  // namespace plumbline
