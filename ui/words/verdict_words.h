// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The verdict as words: the word, the sentence, why, and what would change it.

#include <QStringList>

#include "model/verdict/claim_verdict.h"

#include "ui/words/format.h"

namespace plumbline::words {

/// "Supported", "Cannot tell", "Contradicted".
[[nodiscard]] QString decisionWord(Decision decision);
/// The same of a claim; "Cannot tell yet" where it would be decided if keys are whom they say.
[[nodiscard]] QString decisionWord(const ClaimVerdict& verdict);
/// "The plant claims 0 t of residual waste for Jan–Dec 2141. Confirmed by receipts: 46,684 t of
/// 48,310 t. Received as residue: 386 t. Unaccounted for: 1,240 t ± 180 t. The claim is
/// contradicted."
[[nodiscard]] QString sentence(const ClaimVerdict& verdict, Markup markup = Markup::Plain);
/// The same beside a list of the keys that it waits for: without their names and the balance.
[[nodiscard]] QString shortSentence(const ClaimVerdict& verdict, Markup markup = Markup::Plain);
/// "Contradicted, Jan–Dec 2141"; "No claim to judge".
[[nodiscard]] QString verdictWithPeriod(const ClaimVerdict& verdict);
/// For lists: the claim in one phrase, and where nobody made it that it is only implied.
[[nodiscard]] QString claimName(const ClaimVerdict& verdict);
/// The claim in one phrase: "0 t of residual waste".
[[nodiscard]] QString claimText(const ClaimVerdict& verdict, Markup markup = Markup::Plain);
/// Whose word the figures are: "whom you vouched for", "the word of ada", "nobody you named".
[[nodiscard]] QString restsOn(const ClaimVerdict& verdict);
/// One sentence a reason, most telling first.
[[nodiscard]] QStringList why(const ClaimVerdict& verdict);
/// One sentence a record that would change it; empty where nothing is asked for.
[[nodiscard]] QStringList whatWouldChange(const ClaimVerdict& verdict);

}  // namespace plumbline::words
