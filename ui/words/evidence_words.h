// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The five rows of evidence as words. "These checks show who said it and that it has not changed,
// not that it is true."

#include "model/evidence/evidence_report.h"

#include "ui/words/format.h"

namespace plumbline::words {

/// "Passed", "Failed", "Cannot tell".
[[nodiscard]] QString stateWord(CheckState state);
/// "Intact", "Signed by", "In the log", "Same for everyone", "Not later than".
[[nodiscard]] QString questionTitle(EvidenceQuestion question);
/// One line of what was found.
[[nodiscard]] QString sentence(const EvidenceRow& row, Markup markup = Markup::Plain);
/// How many other people saw the same logs; empty where nobody is known to have.
[[nodiscard]] QString citizensSentence(const EvidenceRow& row);
/// What to do next, as the text of a link: verb and object.
[[nodiscard]] QString nextStep(const EvidenceRow& row);
/// "as of 13 Jan 2142, 18:00"; empty where the row has no time.
[[nodiscard]] QString asOf(const EvidenceRow& row);
/// What the checks show and what not.
[[nodiscard]] QString evidenceLimits();
/// "You compared it", "Came with the evidence, not compared", "Nobody named it".
[[nodiscard]] QString trustWord(KeyTrust trust);

}  // namespace plumbline::words
