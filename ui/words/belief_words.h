// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Why the program believes what it says of the evidence: for each of the five rows and for each
// key the chain of reasons, link by link, with what each was checked against.

#include <QList>

#include "model/audit/trust_view.h"
#include "model/evidence/evidence_report.h"

#include "ui/words/evidence_words.h"
#include "ui/words/trust_words.h"

namespace plumbline::words {

struct Belief {
  QString title;
  CheckState state = CheckState::CannotTell;
  QString conclusion;
  QList<Reason> reasons;
  QString notShown;
  QString nextStep;  // verb and object, may be empty
};

[[nodiscard]] Belief beliefOf(EvidenceQuestion question, const EvidenceReport& evidence,
                              const TrustView& trust);
[[nodiscard]] Belief beliefOfKey(const PartyView& party, const EvidenceReport& evidence,
                                 const TrustView& trust);

}  // namespace plumbline::words
