// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which publication lies where in which log. Anybody can make a log and copy a party's entries into
// it, so one envelope may lie in several places; which one stands for it is decided from what the
// logs hold, never from names or the order of arrival.

#include <compare>
#include <map>
#include <set>

#include "model/evidence/log_check.h"

namespace plumbline {

/// Which of the files at a place of a log is the one that was logged; none where it is not here.
[[nodiscard]] Result<const EvidenceItem*> loggedOne(const EvidenceStore& store,
                                                    const std::vector<EvidenceItem>& items,
                                                    const Hash& leaf);

/// One place of an envelope in a log.
struct LogPlace {
  std::string origin;  // empty where nothing names it
  std::string originHash;
  std::int64_t index = -1;
  bool altered = false;  // the log holds another entry there, which is not here
};

/// An envelope among the evidence, and its place where it lies in a log.
struct PlacedEnvelope {
  EvidenceItem item;
  LogPlace place;
};

/// How well a log speaks for a party; the smaller the better.
struct LogRank {
  bool unnamed = true;             // the user did not name its key
  bool broken = true;              // it does not hold together
  std::int64_t strangers = 0;      // publications of others that it holds
  std::int64_t lacking = 0;        // fewer of the party's publications: minus their number
  std::string originHash;
  auto operator<=>(const LogRank&) const = default;
};

class LogContents {
 public:
  /// Errors: only those of the store.
  [[nodiscard]] static Result<LogContents> load(const Database& database, const Keyring& keyring,
                                                const std::vector<LogCheck>& checks);
  /// Every place of an envelope, by member name; empty where it is not here.
  [[nodiscard]] const std::vector<PlacedEnvelope>& placesOf(const Hash& envelope) const;
  [[nodiscard]] LogRank rankOf(std::string_view party, const std::string& originHash) const;

 private:
  struct Log {
    std::string origin;
    bool unnamed = true;
    bool broken = true;
    std::map<std::string, std::set<Hash>, std::less<>> publications;  // by party
  };
  Result<void> addLogs(const Database& database, const std::vector<LogCheck>& checks);
  Result<void> countPublications(const Database& database);

  std::map<std::string, Log> m_logs;  // by origin hash
  std::map<Hash, std::vector<PlacedEnvelope>> m_places;
};

}  // namespace plumbline
