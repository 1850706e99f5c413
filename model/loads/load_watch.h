// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For whoever wants to know which loads a sum of the ledger is made of.

#include <cstdint>
#include <functional>

#include "model/loads/ledger.h"

namespace plumbline {

class DeliveryBook;

/// What of the ledger's sums is one load's own.
struct LoadBooked {
  std::int64_t rowid = 0;  // of the shipment
  int party = 0;           // the plant
  std::int64_t day = 0;    // on which it was sent
  LedgerSum sum;           // without errors and what no claim looks at
};

/// Told of each load sent as useful, once.
using LoadWatch = std::function<void(const LoadBooked&)>;

/// Who else wants to know while the loads stream by.
struct LoadListeners {
  DeliveryBook* deliveries = nullptr;  // who got what
  const LoadWatch* watch = nullptr;    // each load that was sent as useful
};

}  // namespace plumbline
