// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Declared totals in words.

#include <QStringList>

#include "model/totals/totals_comparison.h"

namespace plumbline::words {

/// "3,069.66", at most 3 decimals; "m³", "US gal".
[[nodiscard]] QString quantityNumber(std::int64_t micro);
[[nodiscard]] QString unitName(const std::string& unit);
/// "3,069.66 t".
[[nodiscard]] QString quantity(std::int64_t micro, const std::string& unit);

/// "Confirmed both ways", "Sender only".
[[nodiscard]] QString totalsResult(TotalsResult result);
/// The same of a pair, with its figure or its reason: "Differs by 8.6 %", "Cannot tell: ...".
[[nodiscard]] QString totalsState(const TotalsPair& pair);
/// "EcoSphere North to Harbour Reclaim"; "all senders to ...".
[[nodiscard]] QString totalsPartners(const TotalsPair& pair);
/// "Harbour Reclaim"; of one that is all together a word for them.
[[nodiscard]] QString totalsSender(const TotalsPair& pair);
[[nodiscard]] QString totalsReceiver(const TotalsPair& pair);
/// "2141, 4 periods", "Jan–Mar 2141".
[[nodiscard]] QString totalsPeriod(const TotalsPair& pair);
[[nodiscard]] QString totalsMaterial(const TotalsPair& pair);
/// What the two declare and where the gap lies, in sentences with ** around what counts.
[[nodiscard]] QString totalsSentence(const TotalsPair& pair);
/// Of all of them: how many agree and how many do not, and what that is worth.
[[nodiscard]] QString totalsAnswer(const TotalsComparison& totals);
[[nodiscard]] QString totalsCaveat();
/// Numbered by whoever shows them.
[[nodiscard]] QStringList totalsCauses(const TotalsPair& pair);
/// "declares" of what is signed, "states" of what is not.
[[nodiscard]] bool isStated(const TotalsPair& pair);

}  // namespace plumbline::words
