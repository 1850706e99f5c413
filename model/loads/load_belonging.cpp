// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/load_belonging.h"

namespace plumbline {

bool LoadBelonging::belongs(const LoadRow& shipment, const LoadRow& receipt) const {
  if (receipt.party == shipment.party) return true;
  const int named = receipt.words->named;
  if (named == shipment.party) return true;
  // Another plant of this audit is named.
  if (named != LoadWords::nobody && m_publications.isPlant(named)) return false;
  // A file without document numbers counts its rows: row 1000 of two files are two loads.
  const auto countsRows = [](const LoadRow& row) { return row.official && row.document == row.id; };
  return !countsRows(shipment) && !countsRows(receipt);
}

bool LoadBelonging::namesPlant(const LoadRow& receipt) const {
  const int named = receipt.words->named;
  return named != LoadWords::nobody && m_publications.isPlant(named);
}

RecordName LoadBelonging::nameOf(const LoadRow& row) const {
  return {m_publications.parties()[static_cast<std::size_t>(row.party)].id, row.id};
}

bool LoadBelonging::decidedApart(const LoadRow& shipment, const LoadRow& receipt) const {
  if (m_decisions.empty()) return false;
  return m_decisions.different(nameOf(shipment), nameOf(receipt));
}

}  // namespace plumbline
