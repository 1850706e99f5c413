// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/loads/received_load.h"

#include <algorithm>

namespace plumbline {

void ReceivedLoad::refuse(const LoadRow& receipt) {
  receiver = receipt.party;
  refused = true;
}

void ReceivedLoad::add(const LoadRow& receipt, const MaterialMeaning& part) {
  receiver = receipt.party;
  refused = refused || receipt.words->status == "part";
  const Mass mass = receipt.net;
  total += mass;
  if (part.hazardLost) hazardDropped += mass;
  if (outcomeOf(part) == Outcome::Residue) disposed += mass;
  if (part.confirmedUseful()) {
    useful += mass;
  } else if (isReceivedAsResidue(part)) {
    asResidue += mass;
  } else if (part.disputed) {
    disputed += mass;
  } else if (!isWorse(part) && part.materialClass == MaterialClass::Unknown) {
    unclear += mass;
  }
  if (total == mass || !part.confirmedUseful()) meaning = part;
}

Mass ReceivedLoad::confirmedOf(Mass shipped) const {
  return std::min(shipped, useful);
}

Mass ReceivedLoad::residueOf(Mass shipped) const {
  if (asResidue == Mass()) return {};
  if (asResidue == total && !refused) return shipped;
  return std::min(shipped - confirmedOf(shipped), asResidue);
}

Mass ReceivedLoad::refusedOf(Mass shipped) const {
  return refused ? std::max(Mass(), shipped - total) : Mass();
}

Mass ReceivedLoad::otherUseOf(Mass shipped) const {
  const Mass other = total - useful - asResidue;
  const Mass rest = shipped - confirmedOf(shipped) - residueOf(shipped) - refusedOf(shipped);
  return other == total && total > Mass() && !refused ? rest : std::min(rest, other);
}

Mass ReceivedLoad::lighterOf(Mass shipped) const {
  return shipped - confirmedOf(shipped) - residueOf(shipped) - refusedOf(shipped) -
         otherUseOf(shipped);
}

}  // namespace plumbline
