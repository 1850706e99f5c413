// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Links of the chains of reasons that rows and keys share: a log, its witnesses, the policy.

#include "model/audit/trust_view.h"

#include "ui/words/evidence_words.h"
#include "ui/words/reason.h"

namespace plumbline::words {

/// "EcoSphere North", or the id where no publication gives a name.
[[nodiscard]] QString nameOf(const PartyView& party);
/// "plant", "carrier", ..., "role not known".
[[nodiscard]] QString roleWord(Role role);

/// The user's own files and those that came with the evidence: what is in force, and from where.
[[nodiscard]] QString partiesInForce(const TrustView& trust);
[[nodiscard]] QString policyInForce(const TrustView& trust);
[[nodiscard]] QString authoritiesInForce(const TrustView& trust);

/// Failed where a publication in the party's name has a signature that does not fit; passed where
/// the user vouched for its key.
[[nodiscard]] CheckState stateOf(const PartyView& party, const EvidenceReport& evidence);
/// Do the entries here give the root that the log's key signed?
[[nodiscard]] Reason logReason(const LogView& log, const TrustView& trust);
/// Who of the policy's witnesses signed the newest checkpoint. The row decides whether that is
/// enough.
[[nodiscard]] Reason witnessReason(const LogView& log, const EvidenceReport& evidence,
                                   const TrustView& trust);
/// "It asks for 2 of: a, b, c."
[[nodiscard]] QString quorumWords(const TrustView& trust);

}  // namespace plumbline::words
