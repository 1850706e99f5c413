// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parts of a claimed mass as words, the same on screen, in the report and on the command line.

#include <vector>

#include "model/verdict/claim_verdict.h"

#include "ui/words/format.h"

namespace plumbline::words {

struct PartLine {
  ClaimPart part;
  Mass mass;
  QString name;       // "Confirmed by receivers"
  QString kilograms;  // all lines and the sum with as many decimals
  QString loads;      // "23 loads", "in 9 loads"; empty where it is of none
};

/// All parts in their order, also those of nothing; the mass without loads only where there is any.
[[nodiscard]] std::vector<PartLine> partLines(const ClaimVerdict& claim);
[[nodiscard]] QString partsSumName();
/// The claimed mass, written as the parts are.
[[nodiscard]] QString partsSum(const ClaimVerdict& claim);
/// How many loads all parts together are of, each counted once.
[[nodiscard]] QString partsLoads(const ClaimVerdict& claim);

}  // namespace plumbline::words
