// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/books/instrument_book.h"
#include "model/links/load_pairs.h"
#include "model/records/plan.h"

namespace plumbline {

/// Which calibration a load was weighed under. Looked up once for each name; names that no table of
/// instruments has enter the book.
class LoadScales {
 public:
  explicit LoadScales(InstrumentBook& instruments) : m_instruments(instruments) {}
  [[nodiscard]] int indexOf(const LoadRow& row);
  /// Of one reading; grams.
  [[nodiscard]] std::int64_t randomOf(int scale) const {
    return m_instruments.at(scale).randomGrams;
  }

 private:
  InstrumentBook& m_instruments;
  std::vector<std::vector<std::size_t>> m_known;  // by party and scale, plus 1; 0: not looked up
};

/// By how much the masses of one load may differ.
class LoadTolerance {
 public:
  LoadTolerance(const AuditPlan& plan, LoadScales& scales) : m_plan(plan), m_scales(scales) {}
  /// The profile's share of the load, but never less than what the two scales may be off: a small
  /// load is weighed no better than a large one. Example: 0.5 % of 2 t are 10 kg, but two scales in
  /// steps of 20 kg cannot tell 10 kg.
  [[nodiscard]] Mass allowed(const LoadRow& shipment, const LoadRows& receipts);
  /// Nearly every load is within the share; then no scale is looked up.
  [[nodiscard]] bool isTooMuch(Mass gap, const LoadRow& shipment, const LoadRows& receipts);

 private:
  [[nodiscard]] Mass share(const LoadRow& shipment) const;

  const AuditPlan& m_plan;
  LoadScales& m_scales;
};

}  // namespace plumbline
