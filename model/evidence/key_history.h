// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which keys of a party were in force where in its log. Each version of a key set is signed by a
// threshold of the keys in force before it and of its own (the rule of TUF, "root" role). An entry
// is judged by the newest version that stands before it in the log, never by what came later: an
// old signature stays good, and whoever holds an old key cannot get an earlier index.
// Only logs that hold together count: elsewhere an index is just the name of a file.

#include "model/evidence/key_set.h"
#include "model/evidence/keyring.h"
#include "model/evidence/log_check.h"
#include "model/evidence/log_contents.h"

namespace plumbline {

/// A key set that was not taken, and so changed nothing.
struct KeySetFault {
  std::string reason;  // "keyset_unsigned", "keyset_gap", "keyset_malformed", "key_two_jobs"
  std::string party;
  std::string origin;
  std::int64_t version = 0;
  std::int64_t index = 0;
};

struct HistoryVerdict {
  PublicationState state = PublicationState::StrangerKey;  // Good, or one of isNotInForce()
  std::string signer;                                      // vkey, where Good
};

/// A key set as it stands in a log.
struct LoggedKeySet {
  std::int64_t index = 0;
  Envelope envelope;
  KeySet set;
};

class KeyHistories {
 public:
  /// From the logs of the workspace; `logs` are what checkLogs() says of them. Of a party whose key
  /// sets lie in several logs the one that speaks best for it counts (log_contents.h): whoever holds
  /// a key that the party ended could make a log of his own. Errors: only those of the store.
  [[nodiscard]] static Result<KeyHistories> load(const Database& database, const Keyring& keyring,
                                                 const std::vector<LogCheck>& logs,
                                                 const LogContents& contents);
  /// From key sets of one log, in its order; `known` are the keys that anchor a first version.
  [[nodiscard]] static KeyHistories ofLog(const std::string& origin,
                                          std::span<const LoggedKeySet> sets,
                                          const std::vector<KnownKey>& known);
  /// Nothing where no key set speaks of the entry: then the keyring does. What stands in no log, or
  /// in another one than the party's key sets, is judged as if it came after all of them.
  [[nodiscard]] std::optional<HistoryVerdict> judge(const Envelope& envelope,
                                                    std::string_view party, Role role,
                                                    std::string_view origin,
                                                    std::int64_t index) const;
  [[nodiscard]] const std::vector<KeySetFault>& faults() const { return m_faults; }
  /// The log that holds the party's key sets; empty where none does.
  [[nodiscard]] std::string_view homeOf(std::string_view party) const;
  /// Every key of the sets taken, as far trusted as the key that the first set was anchored with.
  [[nodiscard]] const std::vector<KnownKey>& keys() const { return m_keys; }

 private:
  struct Version {
    std::int64_t index = 0;
    KeySet set;
    Bytes payload;
  };
  struct History {
    std::string party;
    std::string origin;
    Role role = Role::Unknown;
    KeyTrust trust = KeyTrust::Unknown;
    std::vector<Version> versions;
  };
  Result<void> readEntry(const EvidenceStore& store, const EvidenceItem& item, std::int64_t index,
                         const std::string& origin, const std::vector<KnownKey>& known);
  void listKeys();
  void take(const LoggedKeySet& logged, const std::string& origin,
            const std::vector<KnownKey>& known);
  [[nodiscard]] bool hasOtherJob(const KeySet& set, const std::vector<KnownKey>& known,
                                 KeyTrust trust) const;
  [[nodiscard]] const History* find(std::string_view party) const;
  void keepHomes(const std::vector<LogCheck>& checks, const LogContents& contents);

  std::vector<History> m_histories;
  std::vector<KeySetFault> m_faults;
  std::vector<KnownKey> m_keys;
  std::vector<KnownKey> m_signers;  // those that signed a set themselves
};

}  // namespace plumbline
