// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the five rows of evidence are answered from, collected once (report_builder.cpp), and the
// answers, one file each.

#include <initializer_list>
#include <map>

#include "model/evidence/evidence_report.h"
#include "model/evidence/key_history.h"
#include "model/evidence/log_check.h"
#include "model/evidence/other_citizens.h"
#include "model/evidence/timestamp_check.h"

namespace plumbline {

/// A table that a publication names, and what is here of it.
struct PublishedTableState {
  std::int64_t publication = 0;
  std::string name;
  std::string sha256;
  std::string state;  // "good", "missing", "mismatch", ...
};

/// How much a party's publications, or a log, weigh. Anybody can make a log, copy others' entries into
/// it and break it: that must fail nobody. Where the user named no key that signed anything here,
/// all that is in force decides.
enum class Weight : std::uint8_t {
  Decides,  // the user named the log's key, or the key of a publication whose place is in the log
  Open,  // it is the place of publications of parties that the user did not name, or does not hold
         // together
  Idle,  // it holds together, and no publication needs it
};

/// A publication with what the rows need besides the view.
struct SignedEntry {
  PublicationView view;
  Role role = Role::Unknown;
  std::string signer;
  std::string previous;
  std::string originHash;  // of the log it lies in, else empty
  Weight weight = Weight::Idle;
};

struct EvidenceParts {
  Keyring keyring;
  std::vector<SignedEntry> entries;  // by party, then sequence
  std::vector<PublishedTableState> tables;
  std::vector<LogCheck> logs;  // by origin hash
  std::vector<TimestampCheck> stamps;
  KeyHistories histories;
  OtherCitizens citizens;
  /// By origin: the one party whose publications a log holds, where the user named the log's key.
  /// Anybody can make a log and copy a party's publications into it.
  std::map<std::string, std::string> ownLogs;
  std::map<std::string, Weight> logWeights;  // by origin hash
  std::int64_t signedFiles = 0;
};

[[nodiscard]] inline bool isSigned(PublicationState state) {
  return state == PublicationState::Good || state == PublicationState::TableMissing;
}
/// Publications whose state is one of `states`.
[[nodiscard]] std::int64_t publicationsIn(const EvidenceParts& in,
                                          std::initializer_list<PublicationState> states);
/// Publications that somebody signed: all but official files and strays.
[[nodiscard]] std::int64_t withEnvelope(const EvidenceParts& in);
/// Not signed with a key in force, and in no log of the party: anybody could have written it.
[[nodiscard]] inline bool isStray(const PublicationView& view) {
  return isNotInForce(view.state) && !view.inOwnLog;
}
/// Sets the weights of the entries and logs.
void weigh(EvidenceParts& parts);
/// The logs that some publication needs, or whose keys the user named, by origin hash.
[[nodiscard]] std::vector<const LogCheck*> neededLogs(const EvidenceParts& in);
[[nodiscard]] KeyTrust trustOf(const EvidenceParts& in, const std::string& vkey);
/// The row with what was found of one log.
[[nodiscard]] EvidenceRow rowOfLog(EvidenceRow row, const LogCheck& log);

[[nodiscard]] EvidenceRow intactRow(const EvidenceParts& in);
[[nodiscard]] EvidenceRow signedByRow(const EvidenceParts& in);
[[nodiscard]] EvidenceRow inTheLogRow(const EvidenceParts& in);
[[nodiscard]] EvidenceRow sameForEveryoneRow(const EvidenceParts& in);
[[nodiscard]] EvidenceRow notLaterThanRow(const EvidenceParts& in);

}  // namespace plumbline
