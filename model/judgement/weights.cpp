// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/judgement/evidence_rows.h"

namespace plumbline {
namespace {

void weighEntries(EvidenceParts& parts) {
  const auto isNamed = [&parts](const SignedEntry& entry) {
    return isSigned(entry.view.state) && trustOf(parts, entry.signer) == KeyTrust::Pinned;
  };
  const bool anyNamed = std::any_of(parts.entries.begin(), parts.entries.end(), isNamed);
  std::set<std::string> named;
  for (const SignedEntry& entry : parts.entries) {
    if (isNamed(entry)) named.insert(entry.view.party);
  }
  for (SignedEntry& entry : parts.entries) {
    if (entry.view.state == PublicationState::Unsigned || isStray(entry.view)) continue;
    // An altered entry names its signer no more.
    const bool altered = entry.view.state == PublicationState::BadSignature;
    const bool counts = !anyNamed || isNamed(entry) || entry.view.inOwnLog ||
                        (altered && named.contains(entry.view.party));
    entry.weight = counts ? Weight::Decides : Weight::Open;
  }
}

}  // namespace

KeyTrust trustOf(const EvidenceParts& in, const std::string& vkey) {
  KeyTrust trust = KeyTrust::Unknown;
  for (const KnownKey& key : in.keyring.keys()) {
    if (key.usable && key.key.vkey() == vkey) trust = std::min(trust, key.trust);
  }
  return trust;
}

void weigh(EvidenceParts& parts) {
  weighEntries(parts);
  bool decided = false;
  for (const LogCheck& log : parts.logs) {
    // What a log holds that does not hold together cannot be told.
    Weight weight = holdsTogether(log) ? Weight::Idle : Weight::Open;
    if (log.keyTrust == KeyTrust::Pinned) weight = Weight::Decides;
    for (const SignedEntry& entry : parts.entries) {
      const bool here = entry.view.logIndex >= 0 && entry.originHash == log.originHash;
      if (here) weight = std::min(weight, entry.weight);
    }
    parts.logWeights[log.originHash] = weight;
    decided = decided || weight == Weight::Decides;
  }
  const bool any = std::any_of(parts.entries.begin(), parts.entries.end(), [](const auto& entry) {
    return entry.weight != Weight::Idle;
  });
  if (decided || any) return;
  // Logs and no publication that counts: then they are what there is to look at.
  for (auto& [hash, weight] : parts.logWeights) weight = Weight::Decides;
}

std::vector<const LogCheck*> neededLogs(const EvidenceParts& in) {
  std::vector<const LogCheck*> out;
  for (const LogCheck& log : in.logs) {
    if (in.logWeights.at(log.originHash) != Weight::Idle) out.push_back(&log);
  }
  return out;
}

}  // namespace plumbline
