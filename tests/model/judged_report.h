// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/judgement/judged_evidence.h"

namespace plumbline {

/// What the evidence in a workspace shows, judged for this answer alone.
inline Result<EvidenceReport> judgedReport(const Database& database) {
  PLUMBLINE_TRY(judged, judgeEvidence(database));
  return buildEvidenceReport(database, judged);
}

}  // namespace plumbline
