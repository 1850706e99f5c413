// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Loads whose document numbers differ by a slip of the pen. A pair is taken only where vehicle,
// mass and time leave no second choice on either side; it is then told, never passed over.

#include <algorithm>
#include <map>

#include "model/reconcile/load_judge.h"

namespace plumbline {
namespace {

constexpr std::int64_t longestWayDays = 7;
constexpr std::int64_t massMicro = 10'000;  // 1 %, two verified weighbridges

bool couldBeOne(const LoadRow& shipment, const LoadRow& receipt) {
  const std::int64_t onTheWay = receipt.timeMs - shipment.timeMs;
  const std::int64_t gap = receipt.netGrams - shipment.netGrams;
  return receipt.party != shipment.party && onTheWay > -millisecondsPerDay &&
         onTheWay <= longestWayDays * millisecondsPerDay &&
         (gap < 0 ? -gap : gap) <= millionths(shipment.netGrams, massMicro);
}

/// For each row of `rows` the only row of `others` it could be one load with, or -1.
std::vector<std::ptrdiff_t> onlyPartners(const std::vector<Unmatched>& rows,
                                         const std::vector<Unmatched>& others, bool rowsAreSent) {
  std::multimap<std::string_view, std::size_t> byVehicle;
  for (std::size_t i = 0; i < others.size(); ++i) {
    if (!others[i].row.vehicle.empty()) byVehicle.emplace(others[i].row.vehicle, i);
  }
  std::vector<std::ptrdiff_t> partners(rows.size(), -1);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto [first, last] = byVehicle.equal_range(rows[i].row.vehicle);
    int found = 0;
    for (auto at = first; at != last && found < 2; ++at) {
      const LoadRow& other = others[at->second].row;
      const bool fits =
          rowsAreSent ? couldBeOne(rows[i].row, other) : couldBeOne(other, rows[i].row);
      if (!fits) continue;
      ++found;
      partners[i] = static_cast<std::ptrdiff_t>(at->second);
    }
    if (found != 1) partners[i] = -1;
  }
  return partners;
}

}  // namespace

void LoadJudge::finish() {
  const auto sent = onlyPartners(m_unmatchedShipments, m_unmatchedReceipts, true);
  const auto received = onlyPartners(m_unmatchedReceipts, m_unmatchedShipments, false);
  std::vector<bool> linked(m_unmatchedReceipts.size(), false);
  for (std::size_t i = 0; i < m_unmatchedShipments.size(); ++i) {
    const LoadRow& shipment = m_unmatchedShipments[i].row;
    m_order = m_unmatchedShipments[i].order;
    const std::ptrdiff_t partner = sent[i];
    const auto at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(partner, 0));
    if (partner < 0 || received[at] != static_cast<std::ptrdiff_t>(i)) {
      bookUnmatched(shipment, true);
      continue;
    }
    linked[at] = true;
    const LoadRow& receipt = m_unmatchedReceipts[at].row;
    m_books.exceptions.add(LoadKind::DocumentDiffers,
                           exception(shipment, &receipt, Mass::grams(shipment.netGrams)));
    judgeLoad(shipment, {&receipt});
  }
  for (std::size_t i = 0; i < m_unmatchedReceipts.size(); ++i) {
    if (!linked[i]) tellReceipt(m_unmatchedReceipts[i]);
  }
  m_unmatchedShipments.clear();
  m_unmatchedReceipts.clear();
}

}  // namespace plumbline
