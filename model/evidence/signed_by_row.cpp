// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/evidence/evidence_rows.h"

namespace plumbline {
namespace {

KeyTrust trustOf(const EvidenceParts& in, const std::string& vkey) {
  KeyTrust trust = KeyTrust::Unknown;
  for (const KnownKey& key : in.keyring.keys()) {
    if (key.usable && key.key.vkey() == vkey) trust = std::min(trust, key.trust);
  }
  return trust;
}

std::int64_t signedWith(const EvidenceParts& in, KeyTrust trust) {
  return std::count_if(in.entries.begin(), in.entries.end(), [&](const SignedEntry& entry) {
    return isSigned(entry.view.state) && trustOf(in, entry.signer) == trust;
  });
}

}  // namespace

EvidenceRow signedByRow(const EvidenceParts& in) {
  EvidenceRow row{EvidenceQuestion::SignedBy, CheckState::CannotTell, "no_publications", {}, {}};
  const std::int64_t bad = publicationsIn(in, {PublicationState::BadSignature});
  const std::int64_t unknown = publicationsIn(in, {PublicationState::UnknownKey});
  const std::int64_t unsignedFiles = publicationsIn(in, {PublicationState::Unsigned});
  if (in.entries.empty()) return row;
  if (withEnvelope(in) == 0) {
    row.reason = "unsigned_files";
    row.facts.set("files", unsignedFiles);
    return row;
  }
  row.facts.set("publications", withEnvelope(in));
  row.facts.set("pinned", signedWith(in, KeyTrust::Pinned));
  row.facts.set("first_seen", signedWith(in, KeyTrust::FirstSeen));
  row.facts.set("unknown", unknown);
  if (unsignedFiles > 0) row.facts.set("unsigned_files", unsignedFiles);
  if (bad > 0) {
    row.state = CheckState::Failed;
    row.reason = in.badSigner.reason;
    row.facts.set("bad", bad);
    row.facts.set("party", in.badSigner.entry->view.party);
    row.facts.set("sequence", in.badSigner.entry->view.sequence);
    row.facts.set("index", in.badSigner.entry->view.logIndex);
  } else if (!in.histories.faults().empty()) {
    const KeySetFault& fault = in.histories.faults().front();
    row.state = CheckState::Failed;
    row.reason = fault.reason;
    row.facts.set("party", fault.party);
    row.facts.set("version", fault.version);
    row.facts.set("log", fault.origin);
    row.facts.set("index", fault.index);
  } else if (unknown > 0) {
    row.reason = "unknown_key";
  } else if (signedWith(in, KeyTrust::FirstSeen) > 0) {
    row.reason = "first_seen_keys";
  } else {
    row.state = CheckState::Passed;
    row.reason = "all_signers_pinned";
  }
  return row;
}

}  // namespace plumbline
