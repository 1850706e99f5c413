// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How many loads each part of a claim is the sum of, counted while the loads are booked.

#include <map>
#include <utility>

#include "model/books/publication_book.h"
#include "model/loads/load_watch.h"
#include "model/verdict/claim_verdict.h"

namespace plumbline {

/// What the load has in each part of the claims it is of.
[[nodiscard]] ClaimParts partsOf(const LoadBooked& load);

/// Whole days are kept, as the ledger does: memory does not grow with the loads.
class PartCounts {
 public:
  void add(const LoadBooked& load);
  [[nodiscard]] ClaimLoads of(const ClaimVerdict& claim, const PublicationBook& publications) const;

 private:
  std::map<std::pair<int, std::int64_t>, ClaimLoads> m_days;  // by plant and day
};

}  // namespace plumbline
