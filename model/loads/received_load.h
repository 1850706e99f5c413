// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/loads/load_meaning.h"

namespace plumbline {

/// What the receivers of one load say, summed over its receipts (a load may come in parts). The
/// shares of what was sent add up to it: confirmed + residue + refused + other use + lighter.
/// Example: of 20 t, 12 t were received as board and 7.9 t as residue; then 12 t are confirmed,
/// 7.9 t are residue, and the load was 0.1 t lighter.
struct ReceivedLoad {
  Mass total, useful, asResidue, disposed, unclear;
  Mass disputed;            // as residue, but nobody can be accused of it
  Mass hazardDropped;       // received under a code that is not hazardous, sent under one that is
  bool refused = false;     // any of it
  int receiver = 0;         // of the last part
  MaterialMeaning meaning;  // of the receipt furthest from useful

  /// The next part, and what it means. One that was refused as a whole only says so.
  void add(const LoadRow& receipt, const MaterialMeaning& part);
  void refuse(const LoadRow& receipt);

  [[nodiscard]] Mass confirmedOf(Mass shipped) const;
  /// A load received as residue as a whole counts with the mass that was claimed for it.
  [[nodiscard]] Mass residueOf(Mass shipped) const;
  [[nodiscard]] Mass refusedOf(Mass shipped) const;
  /// Neither useful nor residue; a load that is so as a whole counts as residue would.
  [[nodiscard]] Mass otherUseOf(Mass shipped) const;
  /// What is left of the load then.
  [[nodiscard]] Mass lighterOf(Mass shipped) const;
};

}  // namespace plumbline
