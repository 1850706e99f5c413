// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/judgement/evidence_rows.h"

#include <algorithm>

namespace plumbline {

std::int64_t publicationsIn(const EvidenceParts& in,
                            std::initializer_list<PublicationState> states) {
  return std::count_if(in.entries.begin(), in.entries.end(), [&](const SignedEntry& entry) {
    return std::find(states.begin(), states.end(), entry.view.state) != states.end();
  });
}

std::int64_t withEnvelope(const EvidenceParts& in) {
  return std::count_if(in.entries.begin(), in.entries.end(), [](const SignedEntry& entry) {
    return entry.view.state != PublicationState::Unsigned && !isStray(entry.view);
  });
}

EvidenceRow rowOfLog(EvidenceRow row, const LogCheck& log) {
  row.state = log.view.state;
  row.reason = log.reason;
  row.facts = log.facts;
  row.facts.set("log", log.view.origin.empty() ? log.originHash : log.view.origin);
  return row;
}

}  // namespace plumbline
