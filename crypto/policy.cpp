// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/policy.h"

#include <algorithm>
#include <set>

namespace plumbline {
namespace {

Error noSuchLog(std::string_view origin) {
  constexpr std::size_t shown = 80;
  return {ErrorCode::NotFound, "the policy names no log of this origin", Place{.row = 1},
          std::string(origin.substr(0, shown))};
}

}  // namespace

std::vector<std::string> cosignersOf(const TlogPolicy& policy,
                                     std::span<const PublicKey> cosigners) {
  std::vector<std::string> names;
  for (const PolicyWitness& witness : policy.witnesses) {
    if (!witness.key) continue;
    if (std::find(cosigners.begin(), cosigners.end(), witness.key->key()) != cosigners.end()) {
      names.push_back(witness.name);
    }
  }
  return names;
}

bool quorumMet(const TlogPolicy& policy, std::span<const PublicKey> cosigners) {
  if (policy.quorum.empty()) return true;
  const std::vector<std::string> names = cosignersOf(policy, cosigners);
  std::set<std::string_view> witnessed(names.begin(), names.end());
  // Groups name only what stands before them, so one pass settles all.
  for (const PolicyGroup& group : policy.groups) {
    const auto met = std::count_if(group.members.begin(), group.members.end(),
                                   [&](const auto& member) { return witnessed.contains(member); });
    if (static_cast<std::size_t>(met) >= group.threshold) witnessed.insert(group.name);
  }
  return witnessed.contains(policy.quorum);
}

Result<PolicyVerdict> openUnderPolicy(std::string_view note, const TlogPolicy& policy) {
  std::vector<NoteVerifier> witnesses;
  for (const PolicyWitness& witness : policy.witnesses) {
    if (witness.key) witnesses.push_back(*witness.key);
  }
  const std::string_view origin = claimedOrigin(note);
  // A log may have several keys under one origin, old and new.
  std::vector<NoteVerifier> logKeys;
  for (const NoteVerifier& log : policy.logs) {
    if (log.name() == origin) logKeys.push_back(log);
  }
  if (logKeys.empty()) return noSuchLog(origin);
  PLUMBLINE_TRY(opened, openCosignedCheckpoint(note, logKeys, witnesses));
  PolicyVerdict verdict{std::move(opened), false, {}, policy.witnesses.size()};
  std::vector<PublicKey> cosigners;
  for (const Cosignature& cosignature : verdict.opened.cosignatures) {
    cosigners.push_back(cosignature.key);
  }
  verdict.cosignedBy = cosignersOf(policy, cosigners);
  verdict.quorumMet = quorumMet(policy, cosigners);
  return verdict;
}

}  // namespace plumbline
