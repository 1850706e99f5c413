// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/load_scales.h"

#include <algorithm>

#include "model/books/millionths.h"
#include "model/books/variance.h"
#include "model/loads/load_meaning.h"

namespace plumbline {

int LoadScales::indexOf(const LoadRow& row) {
  std::size_t& known = slotOf(m_known, static_cast<std::size_t>(row.party), row.scaleIndex);
  if (known > 0) return static_cast<int>(known - 1);
  const ScaleWords& words = *row.scale;
  const int scale = m_instruments.find(row.party, words.instrument, words.calibration, row.timeMs);
  // Without the name of a calibration the time decides.
  if (!words.calibration.empty() || words.instrument.empty()) {
    known = static_cast<std::size_t>(scale) + 1;
  }
  return scale;
}

Mass LoadTolerance::share(const LoadRow& shipment) const {
  return Mass::grams(millionths(shipment.net.inGrams(), m_plan.tolerance().bulkPartsPerMillion));
}

Mass LoadTolerance::allowed(const LoadRow& shipment, const LoadRows& receipts) {
  Variance scales = 0;
  const auto add = [&](const LoadRow& row) {
    scales = saturatedSum(scales, squaredGrams(m_scales.randomOf(m_scales.indexOf(row))));
  };
  add(shipment);
  for (const LoadRow* receipt : receipts) add(*receipt);
  return std::max(share(shipment), expanded(scales, m_plan.coverageFactorMilli));
}

bool LoadTolerance::isTooMuch(Mass gap, const LoadRow& shipment, const LoadRows& receipts) {
  return gap > share(shipment) && gap > allowed(shipment, receipts);
}

}  // namespace plumbline
