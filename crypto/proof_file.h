// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A .plumbproof: one small file that verifies without the rest (docs/file-format.md, "Proof file").
//   urn:plumbline:proof:v1 <kind>
//   <name> <bytes>           then as many bytes as said, and a newline; in the kind's order
// Notes and envelopes stand in it as they were signed. The file names the keys that it needs;
// whether they are who they say they are is for the reader to know.
// Limits: 8 MiB, 256 parts.

#include "crypto/dsse.h"
#include "crypto/proof.h"

namespace plumbline {

inline constexpr std::size_t maxProofFileBytes = 8u << 20;

enum class ProofKind : std::uint8_t { Record, SplitView, RevokedKey, TwoJobs };
[[nodiscard]] std::string_view toText(ProofKind kind);  // record, split-view, revoked-key, two-jobs

struct ProofPart {
  std::string name;
  std::string bytes;
  bool operator==(const ProofPart&) const = default;
};

struct ProofFile {
  ProofKind kind = ProofKind::Record;
  std::vector<ProofPart> parts;
  bool operator==(const ProofFile&) const = default;
};

/// The grammar only. Errors: Malformed, TooLarge; they name the byte.
[[nodiscard]] Result<ProofFile> parseProofFile(std::string_view text);
[[nodiscard]] std::string formatProofFile(const ProofFile& file);

/// Keys as the file names them, which nobody has vouched for by that.
struct ProofKeys {
  std::vector<NoteVerifier> logs;  // old and new keys of one log
  std::vector<NoteVerifier> witnesses;
};
/// The parts log-keys and witnesses, with which every kind begins.
[[nodiscard]] std::vector<ProofPart> keyParts(const ProofKeys& keys);

/// An index and the hashes from a leaf to the root: "index N" and a hash a line, base64.
struct LeafPath {
  std::uint64_t index = 0;
  std::vector<Hash> hashes;
};
[[nodiscard]] Result<LeafPath> parseLeafPath(std::string_view text);
[[nodiscard]] std::string formatLeafPath(const LeafPath& path);
/// Hashes in base64, a line each, at most `most`.
[[nodiscard]] Result<std::vector<Hash>> parseHashLines(std::string_view text, std::size_t most);
[[nodiscard]] std::string formatHashLines(std::span<const Hash> hashes);

/// A statement that stands in the log.
struct LoggedStatement {
  std::uint64_t index = 0;
  std::string bytes;  // the log's entry
  Envelope envelope;  // whose signatures are not looked at
  Statement statement;
};

/// Takes a file's parts in order and verifies what all kinds share. Every error names the part.
class ProofReader {
 public:
  /// Takes the keys. Errors: Usage (another kind of file), Malformed, BadKey, Duplicate.
  [[nodiscard]] static Result<ProofReader> start(const ProofFile& file, ProofKind kind);
  [[nodiscard]] const ProofKeys& keys() const { return m_keys; }
  [[nodiscard]] bool atEnd() const { return m_next == m_file->parts.size(); }
  [[nodiscard]] Result<std::string_view> take(std::string_view name);
  /// A part that holds one key. Errors: as start().
  [[nodiscard]] Result<NoteVerifier> takeKey(std::string_view name);
  /// Errors: those of openCosignedCheckpoint; BadKey for a line of a key that the file does not
  /// name.
  [[nodiscard]] Result<CosignedCheckpoint> takeCheckpoint(std::string_view name);
  /// The parts envelope and tlog-proof; all of one file are under one checkpoint. Errors: as
  /// takeCheckpoint(), those of verifyInclusion and of the envelope; Unsupported for what is no
  /// in-toto statement.
  [[nodiscard]] Result<LoggedStatement> takeStatement();
  /// The checkpoint of the statements taken.
  [[nodiscard]] const CosignedCheckpoint& checkpoint() const { return m_checkpoint; }
  /// Errors: Malformed where a part is left or a key is named that signed no checkpoint here.
  [[nodiscard]] Result<void> finish() const;

 private:
  explicit ProofReader(const ProofFile& file) : m_file(&file) {}
  [[nodiscard]] Result<CosignedCheckpoint> open(std::string_view note);
  [[nodiscard]] Result<LoggedStatement> checkStatement(std::string_view envelope,
                                                       std::string_view proof);

  const ProofFile* m_file;
  std::size_t m_next = 0;
  ProofKeys m_keys;
  std::vector<std::uint32_t> m_used;  // ids of keys that signed
  std::string m_note;                 // of m_checkpoint
  CosignedCheckpoint m_checkpoint;
};

/// A note with the lines of these keys only, from several notes of one checkpoint. Notes that the
/// log's keys did not sign, and other checkpoints, are passed over; empty where there is none.
[[nodiscard]] std::string joinedNote(std::span<const std::string> notes,
                                     const Checkpoint& checkpoint, const ProofKeys& known);
/// Those of `known` that signed one of the notes.
[[nodiscard]] ProofKeys signersOf(std::span<const std::string> notes, const ProofKeys& known);

}  // namespace plumbline
