// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "model/judgement/evidence_rows.h"

namespace plumbline {
namespace {

std::int64_t signedWith(const EvidenceParts& in, KeyTrust trust) {
  return std::count_if(in.entries.begin(), in.entries.end(), [&](const SignedEntry& entry) {
    return isSigned(entry.view.state) && trustOf(in, entry.signer) == trust;
  });
}

/// What decides: an altered entry, or one that the party's own log holds.
const SignedEntry* firstBad(const EvidenceParts& in) {
  const auto found = std::find_if(in.entries.begin(), in.entries.end(), [](const auto& entry) {
    return entry.view.state == PublicationState::BadSignature ||
           (isNotInForce(entry.view.state) && entry.view.inOwnLog);
  });
  return found != in.entries.end() ? &*found : nullptr;
}

std::int64_t countBad(const EvidenceParts& in) {
  return std::count_if(in.entries.begin(), in.entries.end(), [](const auto& entry) {
    return entry.view.state == PublicationState::BadSignature ||
           (isNotInForce(entry.view.state) && entry.view.inOwnLog);
  });
}

/// One file can hold the records of many parties, each a publication of its own here.
std::int64_t countUnsignedFiles(const EvidenceParts& in) {
  std::set<Hash> files;
  for (const SignedEntry& entry : in.entries) {
    if (entry.view.state == PublicationState::Unsigned) files.insert(entry.view.envelope);
  }
  return static_cast<std::int64_t>(files.size());
}

/// Told beside what decides, never instead of it: anybody can write such a file.
void addStrays(const EvidenceParts& in, EvidenceRow& row) {
  std::int64_t strays = 0;
  for (const SignedEntry& entry : in.entries) {
    if (!isStray(entry.view) || ++strays > 1) continue;
    row.facts.set("stray", std::string(toText(entry.view.state)));
    row.facts.set("stray_party", entry.view.party);
    row.facts.set("stray_sequence", entry.view.sequence);
  }
  if (strays > 0) row.facts.set("strays", strays);
}

bool isInOwnLog(const EvidenceParts& in, const KeySetFault& fault) {
  const auto own = in.ownLogs.find(fault.origin);
  return own != in.ownLogs.end() && (fault.party.empty() || own->second == fault.party);
}

/// The first fault that the party's own log holds; another is told and decides nothing.
const KeySetFault* firstFault(const EvidenceParts& in, EvidenceRow& row) {
  for (const KeySetFault& fault : in.histories.faults()) {
    if (isInOwnLog(in, fault)) return &fault;
    if (row.facts.find("keyset") != nullptr) continue;
    row.facts.set("keyset", fault.reason);
    row.facts.set("keyset_party", fault.party);
    row.facts.set("keyset_version", fault.version);
    row.facts.set("keyset_index", fault.index);
  }
  return nullptr;
}

}  // namespace

EvidenceRow signedByRow(const EvidenceParts& in) {
  EvidenceRow row{EvidenceQuestion::SignedBy, CheckState::CannotTell, "no_publications", {}, {}};
  const std::int64_t bad = countBad(in);
  const std::int64_t unknown = publicationsIn(in, {PublicationState::UnknownKey});
  const std::int64_t unsignedFiles = countUnsignedFiles(in);
  if (in.entries.empty()) return row;
  addStrays(in, row);
  if (withEnvelope(in) == 0 && row.facts.find("strays") != nullptr) {
    row.reason = "not_in_force";
    return row;
  }
  if (withEnvelope(in) == 0) {
    row.reason = "unsigned_files";
    row.facts.set("files", unsignedFiles);
    return row;
  }
  row.facts.set("publications", withEnvelope(in));
  row.facts.set("pinned", signedWith(in, KeyTrust::Pinned));
  const std::int64_t onWord = signedWith(in, KeyTrust::OnWord);
  if (onWord > 0) row.facts.set("on_word", onWord);
  row.facts.set("first_seen", signedWith(in, KeyTrust::FirstSeen));
  row.facts.set("unknown", unknown);
  if (unsignedFiles > 0) row.facts.set("unsigned_files", unsignedFiles);
  const KeySetFault* fault = firstFault(in, row);
  if (const SignedEntry* first = firstBad(in)) {
    row.state = CheckState::Failed;
    row.reason = toText(first->view.state);
    row.facts.set("bad", bad);
    row.facts.set("party", first->view.party);
    row.facts.set("sequence", first->view.sequence);
    row.facts.set("index", first->view.logIndex);
  } else if (fault != nullptr) {
    // What nobody can read may end a key or not: that is no proof against anybody.
    const bool unreadable = fault->reason == "keyset_malformed";
    row.state = unreadable ? CheckState::CannotTell : CheckState::Failed;
    row.reason = fault->reason;
    row.facts.set("party", fault->party);
    row.facts.set("version", fault->version);
    row.facts.set("log", fault->origin);
    row.facts.set("index", fault->index);
  } else if (unknown > 0) {
    row.reason = "unknown_key";
  } else if (signedWith(in, KeyTrust::FirstSeen) > 0) {
    row.reason = "first_seen_keys";
  } else if (onWord > 0) {
    row.reason = "keys_on_word";
  } else {
    row.state = CheckState::Passed;
    row.reason = "all_signers_pinned";
  }
  return row;
}

}  // namespace plumbline
