// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/open_loads.h"

#include "model/links/link_records.h"

namespace plumbline {

void OpenLoads::erase(std::vector<Unmatched>& rows, const std::vector<bool>& marked) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (marked[i]) continue;
    if (kept != i) rows[kept] = std::move(rows[i]);
    ++kept;
  }
  rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(kept), rows.end());
}

void PairSample::take(std::int64_t order, const LoadRow& shipment, const LoadRow& receipt) {
  if (order < m_next) return;
  m_rows.emplace_back(shipment.rowid, receipt.rowid);
  if (m_rows.size() == mostLabelledPairs) {
    for (std::size_t i = 0; 2 * i < m_rows.size(); ++i) m_rows[i] = m_rows[2 * i];
    m_rows.resize(m_rows.size() / 2);
    m_step *= 2;
  }
  m_next = order + m_step;
}

}  // namespace plumbline
