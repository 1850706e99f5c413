// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Evidence: bytes as they came, under the name they have in an audit file. Large pieces are kept
// in slices, so that nothing has to hold a whole table in memory.

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "crypto/hash.h"

#include "model/store/database.h"

namespace plumbline {

/// Values of evidence.kind. The first four are evidence about the plant (isAboutThePlant).
namespace evidence_kind {
inline constexpr std::string_view envelope = "envelope";      // a publication
inline constexpr std::string_view table = "table";            // tables/<sha256>.csv
inline constexpr std::string_view checkpoint = "checkpoint";  // of a log, newest and earlier ones
inline constexpr std::string_view original = "original";      // originals/<sha256>
inline constexpr std::string_view hashes = "hashes";          // leaf hashes of a log
inline constexpr std::string_view parties = "parties";
inline constexpr std::string_view policy = "policy";
inline constexpr std::string_view plan = "plan";        // audit/plan.json
inline constexpr std::string_view reading = "reading";  // audit/reading/<sha256>.json
inline constexpr std::string_view reference = "reference";  // audit/reference/<name>.tsv
inline constexpr std::string_view audit = "audit";  // audit/*.dsse.json: statements about the audit
inline constexpr std::string_view note = "note";    // audit/notes/<sha256>.dsse.json
inline constexpr std::string_view other = "other";  // report.pdf, tst/<sha256>.tsr
}  // namespace evidence_kind

struct EvidenceItem {
  std::int64_t id = 0;
  Hash sha256;
  std::string member;  // name in the audit file
  std::string kind;
  std::int64_t bytes = 0;
};

/// Statements about the audit, parties and policy are not.
[[nodiscard]] bool isAboutThePlant(const EvidenceItem& item);
/// RFC 6962 root over the sorted distinct SHA-256 digests of those that are about the plant.
[[nodiscard]] Hash evidenceRoot(std::span<const EvidenceItem> items);

inline constexpr std::int64_t evidenceSliceBytes = 1 << 20;

/// Cuts bytes that come in pieces of any length into slices for EvidenceStore::addSlice.
class SliceCutter {
 public:
  void add(ByteView bytes);
  /// The slices that are full, each once.
  [[nodiscard]] std::vector<Bytes> takeFull();
  /// The same and what is left.
  [[nodiscard]] std::vector<Bytes> takeAll();

 private:
  std::vector<Bytes> m_full;
  Bytes m_open;
};

/// Reads large pieces window after window. Windows end where records end and slices do not: the slice
/// that the last one ended in is kept, so that each is read once.
class SliceReader {
 public:
  explicit SliceReader(std::shared_ptr<const Database> database) : m_database(std::move(database)) {}
  /// Fills `out` with the bytes from `offset`. Errors: Store when a slice is not there, or not whole.
  [[nodiscard]] Result<void> read(const EvidenceItem& item, std::int64_t offset,
                                  std::span<std::byte> out);

 private:
  [[nodiscard]] Result<void> fetch(const EvidenceItem& item, std::int64_t slice);
  std::shared_ptr<const Database> m_database;
  std::int64_t m_piece = 0;
  std::int64_t m_slice = 0;
  Bytes m_bytes;  // of that slice; empty where none is kept
};

/// All functions work on the caller's transaction where there is one.
class EvidenceStore {
 public:
  explicit EvidenceStore(const Database& database) : m_database(&database) {}
  /// By member name.
  [[nodiscard]] Result<std::vector<EvidenceItem>> list() const;
  [[nodiscard]] Result<std::optional<EvidenceItem>> findMember(std::string_view member) const;
  /// The piece of these bytes whose member name is the smallest.
  [[nodiscard]] Result<std::optional<EvidenceItem>> findDigest(const Hash& sha256,
                                                               std::string_view kind) const;
  /// Adds a piece and returns its id. Where the member holds the same bytes, returns that one's.
  /// Errors: Duplicate when the member holds other bytes.
  [[nodiscard]] Result<std::int64_t> put(std::string_view kind, std::string_view member,
                                         ByteView bytes) const;
  /// As put, but takes the place of other bytes under the same name.
  [[nodiscard]] Result<std::int64_t> replace(std::string_view kind, std::string_view member,
                                             ByteView bytes) const;
  /// A large piece: begin, then every slice of evidenceSliceBytes in order (the last one shorter).
  [[nodiscard]] Result<std::int64_t> begin(std::string_view kind, std::string_view member,
                                           const Hash& sha256, std::int64_t bytes) const;
  [[nodiscard]] Result<void> addSlice(std::int64_t id, std::int64_t slice, ByteView bytes) const;
  /// Up to `count` bytes from `offset`. Errors: Store when a slice is not there.
  [[nodiscard]] Result<Bytes> read(std::int64_t id, std::int64_t offset, std::int64_t count) const;
  [[nodiscard]] Result<Bytes> readAll(const EvidenceItem& item) const;
  /// Whether the slices of every piece are as long as it says. Errors: Store when not.
  [[nodiscard]] Result<void> checkSizes() const;
  [[nodiscard]] Result<void> rename(std::int64_t id, std::string_view member) const;
  [[nodiscard]] Result<void> remove(std::int64_t id) const;
  /// evidenceRoot of all pieces.
  [[nodiscard]] Result<Hash> root() const;

 private:
  const Database* m_database;
};

}  // namespace plumbline
