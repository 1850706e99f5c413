// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the rows of one load say, for the judge only.

#include <algorithm>

#include "model/reconcile/load_judge.h"

namespace plumbline {

inline bool isVoided(std::string_view status) {
  return status == "cancelled" || status == "void" || status == "returned" || status == "rejected";
}

/// The load came back, as the plant says.
inline bool cameBack(std::string_view status) {
  return status == "returned" || status == "rejected";
}

inline bool isRejected(const LoadRow* receipt) {
  return receipt->status == "rejected";
}

inline MaterialMeaning sentMeaning(const MaterialBook& materials, const LoadRow& row) {
  return materials.sent({row.party, row.material, row.lowCode, row.operation});
}

inline MaterialMeaning receivedMeaning(const MaterialBook& materials, const LoadRow& shipment,
                                       const LoadRow& receipt) {
  return materials.received(
      {receipt.party, receipt.material, receipt.lowCode, receipt.operation},
      {shipment.party, shipment.material, shipment.lowCode, shipment.operation});
}

inline Outcome outcomeOf(const MaterialMeaning& meaning) {
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

/// Sent as waste, and nobody says what for.
inline bool isUnclear(const MaterialMeaning& sent) {
  return !sent.useful() && outcomeOf(sent) == Outcome::Waste && sent.operation == Operation::None;
}

/// A load that is not claimed to be useful, as the plant says.
inline void bookOther(Mass shipped, const MaterialMeaning& sent, LedgerSum& day) {
  if (outcomeOf(sent) == Outcome::Residue) day.openResidue += shipped;
  if (outcomeOf(sent) == Outcome::Energy) day.energy += shipped;
  if (isUnclear(sent)) day.unclearWaste += shipped;
}

/// What the receivers of one load say, summed over its receipts (a load may come in parts).
struct LoadJudge::Received {
  Mass total, useful, asResidue, disposed, unclear;
  bool refused = false;     // any of it
  MaterialMeaning meaning;  // of the receipt furthest from useful

  [[nodiscard]] Mass confirmedOf(Mass shipped) const { return std::min(shipped, useful); }
  /// A load received as residue as a whole counts with the mass that was claimed for it.
  [[nodiscard]] Mass residueOf(Mass shipped) const {
    if (asResidue == Mass()) return {};
    if (asResidue == total && !refused) return shipped;
    return std::min(shipped - confirmedOf(shipped), asResidue);
  }
};

}  // namespace plumbline
