// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/load_meaning.h"

namespace plumbline {

bool cameBack(const LoadRow& shipment) {
  return shipment.words->status == "returned" || shipment.words->status == "rejected";
}

Outcome outcomeOf(const MaterialMeaning& meaning) {
  if (meaning.operation == Operation::Energy) return Outcome::Energy;
  if (meaning.operation == Operation::Disposal) return Outcome::Residue;
  switch (meaning.materialClass) {
    case MaterialClass::Product:
      return Outcome::Product;
    case MaterialClass::Secondary:
      return Outcome::Secondary;
    case MaterialClass::Residue:
      return Outcome::Residue;
    case MaterialClass::Waste:
    case MaterialClass::Unknown:
      break;
  }
  return Outcome::Waste;
}

const std::string& materialNameOf(const LoadRow& row) {
  return row.words->material.empty() ? row.words->lowCode : row.words->material;
}

bool isUnclear(const MaterialMeaning& sent) {
  return !sent.useful() && outcomeOf(sent) == Outcome::Waste && sent.operation == Operation::None;
}

bool isWorse(const MaterialMeaning& meaning) {
  return meaning.materialClass == MaterialClass::Waste ||
         meaning.materialClass == MaterialClass::Residue;
}

bool isReceivedAsResidue(const MaterialMeaning& meaning) {
  return !meaning.confirmedUseful() && isWorse(meaning) && meaning.operation != Operation::Energy;
}

std::size_t& slotOf(std::vector<std::vector<std::size_t>>& table, std::size_t row,
                    std::size_t column) {
  if (row >= table.size()) table.resize(row + 1);
  if (column >= table[row].size()) table[row].resize(column + 1);
  return table[row][column];
}

std::size_t LoadMeanings::kindOf(const LoadRow& row) {
  std::size_t& kind = slotOf(m_kinds, static_cast<std::size_t>(row.party), row.words->kind);
  if (kind == 0) kind = ++m_kindCount;
  return kind;
}

MaterialMeaning LoadMeanings::sent(const LoadRow& shipment) {
  const std::size_t kind = kindOf(shipment);
  if (kind >= m_sent.size()) m_sent.resize(kind + 1);
  if (!m_sent[kind]) m_sent[kind] = m_materials.sent(shipment.statement());
  return *m_sent[kind];
}

MaterialMeaning LoadMeanings::received(const LoadRow& shipment, const LoadRow& receipt) {
  const std::size_t sent = kindOf(shipment);
  const std::size_t received = kindOf(receipt);
  if (sent >= mostRemembered || received >= mostRemembered) {
    return m_materials.received(receipt.statement(), shipment.statement());
  }
  if (sent >= m_received.size()) m_received.resize(sent + 1);
  auto& known = m_received[sent];
  if (received >= known.size()) known.resize(received + 1);
  if (!known[received]) {
    known[received] = m_materials.received(receipt.statement(), shipment.statement());
  }
  return *known[received];
}

}  // namespace plumbline
