// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows that their number alone gave no partner. They wait until all documents are read: only then
// is known whether a better partner stands elsewhere.

#include <utility>
#include <vector>

#include "model/links/load_rows.h"
#include "model/loads/load_exceptions.h"

namespace plumbline {

/// A shipment and its receipt, as rows of their tables.
using MatchedRows = std::pair<std::int64_t, std::int64_t>;

struct Unmatched {
  std::int64_t order = 0;
  LoadRow row;
  bool settled = false;  // judged after all
  // A receipt: what it is if no load fits it.
  bool told = true;
  LoadKind kind = LoadKind::GhostReceipt;
  LoadException exception = {};
};

class OpenLoads {
 public:
  static constexpr std::size_t most = 100'000;  // rows of a side that are kept for linking

  std::vector<Unmatched> shipments, receipts;  // in the order of the documents

  [[nodiscard]] bool hasRoomForShipment() const { return shipments.size() < most; }
  [[nodiscard]] bool hasRoomForReceipts(std::size_t more) const {
    return receipts.size() + more <= most;
  }
  /// Without the rows that are marked.
  static void erase(std::vector<Unmatched>& rows, const std::vector<bool>& marked);
};

/// Rows of some pairs that their numbers matched, spread evenly over all documents: from them is
/// learnt how one load looks on both sides.
class PairSample {
 public:
  /// Every step-th document; where that is too many every second one is dropped and the step
  /// doubled.
  void take(std::int64_t order, const LoadRow& shipment, const LoadRow& receipt);
  [[nodiscard]] const std::vector<MatchedRows>& rows() const { return m_rows; }

 private:
  std::vector<MatchedRows> m_rows;
  std::int64_t m_step = 1;
  std::int64_t m_next = 0;
};

}  // namespace plumbline
