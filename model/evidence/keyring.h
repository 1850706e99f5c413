// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whose key is whose, as far as is known here: what the user vouched for (trust.parties and
// trust.policy in the user's folder, model/workspace/user_settings.h) before what an author named on whose
// word the user reads the audit (authors_word.h), before what came with the evidence (parties.txt,
// policy.txt).

#include "crypto/dsse.h"

#include "model/evidence/audit_statement.h"
#include "model/evidence/evidence_report.h"
#include "model/evidence/known_key.h"
#include "model/evidence/trust.h"
#include "model/store/database.h"

namespace plumbline {

inline constexpr std::string_view pinnedPartiesSetting = "trust.parties";
inline constexpr std::string_view pinnedPolicySetting = "trust.policy";

/// Who signed an envelope that says it is of `party`.
struct SignerCheck {
  PublicationState state = PublicationState::UnknownKey;  // or Good, StrangerKey, OtherRole
  const KnownKey* signer = nullptr;                       // where Good
  Message message;                                    // where it is not: what is wrong
};

class Keyring {
 public:
  /// `audits`: what authors signed here, readAuditStatements(). Errors: only those of the store.
  [[nodiscard]] static Result<Keyring> load(const Database& database,
                                            std::span<const AuditStatement> audits);
  [[nodiscard]] const std::vector<KnownKey>& keys() const { return m_keys; }
  [[nodiscard]] SignerCheck check(const Envelope& envelope, std::string_view party,
                                  Role role) const;
  [[nodiscard]] const KnownKey* logKey(std::string_view origin) const;
  /// All keys that a log's checkpoints may be signed with, the user's or else those that came with
  /// the evidence; empty where nobody named one.
  [[nodiscard]] std::vector<NoteVerifier> logKeys(std::string_view origin) const;
  /// The user's policy, else the one that came with the evidence. A witness whose key may not be
  /// used has none.
  [[nodiscard]] const TlogPolicy& policy() const { return m_policy; }
  /// Keys that others named on good authority: key sets.
  void add(const std::vector<KnownKey>& keys) {
    m_keys.insert(m_keys.end(), keys.begin(), keys.end());
  }
  [[nodiscard]] KeyTrust policyTrust() const { return m_policyTrust; }

 private:
  void addParties(const std::vector<PartyKey>& parties, KeyTrust trust);
  void addPolicy(const TlogPolicy& policy, KeyTrust trust);
  void settle();
  void takePolicy(TlogPolicy policy, KeyTrust trust);
  std::vector<KnownKey> m_keys;
  TlogPolicy m_policy;
  KeyTrust m_policyTrust = KeyTrust::Unknown;
};

/// Errors: Duplicate when a key of one file is also in the other: one key has one job.
[[nodiscard]] Result<void> checkTrustFiles(std::string_view parties, std::string_view policy);

}  // namespace plumbline
