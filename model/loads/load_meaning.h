// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the rows of one load say, for the judge only.

#include <algorithm>

#include "model/books/way_shift.h"
#include "model/loads/load_judge.h"

namespace plumbline {

/// Kinds of load whose meanings are remembered in pairs. Real records have some hundred; a file
/// with other words in every row must not fill the memory.
inline constexpr std::size_t mostRememberedKinds = 1'000;

/// The load came back, as the plant says.
inline bool cameBack(const LoadRow& shipment) {
  return shipment.words->status == "returned" || shipment.words->status == "rejected";
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

/// The name its sender or receiver uses for what it is.
inline const std::string& materialNameOf(const LoadRow& row) {
  return row.words->material.empty() ? row.words->lowCode : row.words->material;
}

/// Sent as waste, and nobody says what for.
inline bool isUnclear(const MaterialMeaning& sent) {
  return !sent.useful() && outcomeOf(sent) == Outcome::Waste && sent.operation == Operation::None;
}

/// Received as waste or residue, and not to be recovered.
inline bool isReceivedAsResidue(const MaterialMeaning& meaning) {
  const bool worse = meaning.materialClass == MaterialClass::Waste ||
                     meaning.materialClass == MaterialClass::Residue;
  return !meaning.confirmedUseful() && worse && meaning.operation != Operation::Energy;
}

/// A load that is not claimed to be useful, as the plant says.
inline void bookOther(Mass shipped, const MaterialMeaning& sent, LedgerSum& day) {
  if (outcomeOf(sent) == Outcome::Residue) day.openResidue += shipped;
  if (outcomeOf(sent) == Outcome::Energy) day.energy += shipped;
  if (isUnclear(sent)) day.unclearWaste += shipped;
}

/// What may be water that went on the way, and what a single load says by itself.
inline void bookWay(const LoadRow& shipment, Mass received, LedgerSum& day) {
  const Mass sent = Mass::grams(shipment.netGrams);
  if (isTooFarApart(sent, received)) day.heavier += std::max(Mass(), received - sent);
  if (!losesWater(shipment.words->lowCode) || isTooFarApart(sent, received)) return;
  day.drying += sent;
  day.dried += sent - received;
}

/// What the receivers of one load say, summed over its receipts (a load may come in parts).
struct LoadJudge::Received {
  Mass total, useful, asResidue, disposed, unclear;
  Mass disputed;            // as residue, but nobody can be accused of it
  Mass hazardDropped;       // received under a code that is not hazardous, sent under one that is
  bool refused = false;     // any of it
  int receiver = 0;         // of the last part
  MaterialMeaning meaning;  // of the receipt furthest from useful

  [[nodiscard]] Mass confirmedOf(Mass shipped) const { return std::min(shipped, useful); }
  /// A load received as residue as a whole counts with the mass that was claimed for it.
  [[nodiscard]] Mass residueOf(Mass shipped) const {
    if (asResidue == Mass()) return {};
    if (asResidue == total && !refused) return shipped;
    return std::min(shipped - confirmedOf(shipped), asResidue);
  }
  [[nodiscard]] Mass refusedOf(Mass shipped) const {
    return refused ? std::max(Mass(), shipped - total) : Mass();
  }
  /// Neither useful nor residue; a load that is so as a whole counts as residue would.
  [[nodiscard]] Mass otherUseOf(Mass shipped) const {
    const Mass other = total - useful - asResidue;
    const Mass rest = shipped - confirmedOf(shipped) - residueOf(shipped) - refusedOf(shipped);
    return other == total && total > Mass() && !refused ? rest : std::min(rest, other);
  }
  /// What is left of the load then.
  [[nodiscard]] Mass lighterOf(Mass shipped) const {
    return shipped - confirmedOf(shipped) - residueOf(shipped) - refusedOf(shipped) -
           otherUseOf(shipped);
  }
};

}  // namespace plumbline
