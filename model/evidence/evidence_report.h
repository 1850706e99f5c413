// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the signatures show: five questions, each passed, failed or cannot tell. Never one tick.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "crypto/hash.h"

#include "model/records/facts.h"

namespace plumbline {

enum class CheckState : std::uint8_t { Passed, Failed, CannotTell };
[[nodiscard]] std::string_view toText(CheckState value);  // passed, failed, cannot_tell

enum class EvidenceQuestion : std::uint8_t {
  Intact,
  SignedBy,
  InTheLog,
  SameForEveryone,
  NotLaterThan
};
inline constexpr std::size_t evidenceQuestionCount = 5;
[[nodiscard]] std::string_view toText(
    EvidenceQuestion value);  // intact, signed_by, in_the_log, ...

/// Reasons, by question and state; facts in brackets.
///   intact             passed all_files_match (files: the signed ones, tables, rows); failed table_mismatch
///   (tables,
///                      file); cannot tell table_unreadable, table_missing (tables, file),
///                      no_publications
///   signed_by          passed all_signers_pinned (publications, parties); failed bad_signature,
///                      and in the party's own log stranger_key, other_role, key_retired,
///                      key_revoked (bad, party, sequence, index) and keyset_unsigned, keyset_gap,
///                      key_two_jobs (party, version, log, index); cannot tell keyset_malformed
///                      (the same), not_in_force (strays), unknown_key, first_seen_keys (pinned, first_seen, unknown: publications),
///                      keys_on_word (publications, on_word),
///                      unsigned_files (files), no_publications. Elsewhere such a file decides
///                      nothing: strays, stray (the state of the first), stray_party,
///                      stray_sequence; keyset (the reason), keyset_party, keyset_version,
///                      keyset_index
///   in_the_log         passed all_in_log (publications, logs); failed split_view,
///                      checkpoint_signature, checkpoint_malformed, root_mismatch, entry_mismatch,
///                      entry_omitted (log and what log_check.h names), previous_differs,
///                      previous_missing, previous_in_first, sequence_zero, sequence_starts_late,
///                      sequence_gap, first_repeated, sequence_repeated (party, sequence); cannot
///                      tell sequence_order (party, sequence, before), entry_unreadable,
///                      entry_unsupported, entry_repeated (log, index),
///                      no_checkpoint, log_key_unknown, hashes_missing, entry_after_checkpoint
///                      (log), not_in_a_log (publications), no_publications
///                      Also, of the first log whose user has seen a larger checkpoint elsewhere,
///                      else where there is one log: log, checkpoint (its size), newest (the
///                      larger)
///   same_for_everyone  passed witness_quorum (logs, cosigned, witnesses); failed split_view (log);
///                      cannot tell no_witness, quorum_not_met (log, size, cosigned, witnesses),
///                      witnesses_first_seen (cosigned, witnesses): nobody but the evidence itself
///                      names these witnesses. cosigned: of the newest checkpoint; where there are
///                      several logs, the smallest number. Unless failed, where other people signed
///                      an audit of the same logs: citizens, citizens_known (other_citizens.h)
///   not_later_than     passed timestamped (time, authority, log, size: the latest of the logs,
///   each
///                      at its largest stamped size); failed timestamp_mismatch (file, log); cannot
///                      tell no_timestamp, not_all_timestamped (log),
///                      timestamp_authority_unknown (file, log)
struct EvidenceRow {
  EvidenceQuestion question = EvidenceQuestion::Intact;
  CheckState state = CheckState::CannotTell;
  std::string reason;  // key of the words: "all_files_match", "table_missing", "no_witness", ...
  Facts facts;         // counts, the first name at fault
  std::optional<Timestamp> asOf;  // time of the newest thing it was checked against
};

/// How far a key is trusted.
enum class KeyTrust : std::uint8_t {
  Pinned,     // the user gave it in a parties file
  OnWord,     // who signed the audit named it, and the user reads it on their word (authors_word.h)
  FirstSeen,  // it came with the evidence: trust on first use
  Unknown,    // it signed, but nobody named it
};
[[nodiscard]] std::string_view toText(KeyTrust value);  // pinned, on_word, first_seen, unknown

struct PartyView {
  std::string id;
  std::string name;
  Role role = Role::Unknown;
  std::string vkey;
  std::string fingerprint;  // 12 groups of 5 digits
  KeyTrust trust = KeyTrust::Unknown;
  std::int64_t publications = 0;
  [[nodiscard]] const std::string& shownName() const { return name.empty() ? id : name; }
};

/// Unsigned: an official file, which has no signature to check. BadSignature: the bytes at its place
/// in the log are not those that were logged. The last four are signed, but not with a key of the
/// party that was in force: anybody could have written such a file.
enum class PublicationState : std::uint8_t {
  Good,
  BadSignature,
  UnknownKey,
  TableMissing,
  Malformed,
  Unsigned,
  StrangerKey,  // by a key that is not the party's
  OtherRole,    // by the party's key, which nobody named for this role
  KeyRetired,   // by a key that the party had ended before
  KeyRevoked,   // by a key that the party had revoked before
};
[[nodiscard]] inline bool isNotInForce(PublicationState state) {
  return state >= PublicationState::StrangerKey;
}
[[nodiscard]] std::string_view toText(PublicationState value);  // good, bad_signature, ...
[[nodiscard]] PublicationState publicationStateFromText(std::string_view text);

struct PublicationView {
  std::int64_t id = 0;  // row in this workspace
  std::string party;
  std::int64_t sequence = 0;
  std::string origin;
  std::int64_t logIndex = -1;  // -1: not in a log
  Timestamp periodStart;
  Timestamp periodEnd;  // exclusive: first moment after the period
  Hash envelope;
  PublicationState state = PublicationState::Good;
  std::int64_t rows = 0;
  bool revision = false;  // repeats records of an earlier publication
  /// The party's own log holds it, and the user named that log's key (report_builder.cpp).
  bool inOwnLog = false;
};

/// A checkpoint that the log signed, and who of the policy's witnesses cosigned it.
struct CheckpointView {
  std::uint64_t size = 0;
  Hash root;
  std::vector<std::string> witnesses;   // the policy's names, each once
  std::optional<Timestamp> cosignedAt;  // the newest of these cosignatures
};

struct LogView {
  std::string origin;
  std::string party;
  std::uint64_t size = 0;
  Hash root;
  CheckState state = CheckState::CannotTell;
  std::vector<CheckpointView> checkpoints = {};  // each one once, the largest first
  std::uint64_t newestSeen = 0;  // size of the largest one the user has seen in any audit
};

struct EvidenceReport {
  std::array<EvidenceRow, evidenceQuestionCount> rows;
  std::vector<PartyView> parties;             // by role, then id
  std::vector<PublicationView> publications;  // by party, then sequence
  std::vector<LogView> logs;                  // by origin
  std::int64_t files = 0;
  std::int64_t signedFiles = 0;
  Hash root;  // Merkle root over the sorted SHA-256 of every piece of evidence
  [[nodiscard]] JsonValue toJson() const;  // {"intact":{"state":...},...}
};

class Database;
struct JudgedEvidence;
/// The rows of the workspace are those of `judged`. Errors: Store.
[[nodiscard]] Result<EvidenceReport> buildEvidenceReport(const Database& database,
                                                         const JudgedEvidence& judged);

}  // namespace plumbline
