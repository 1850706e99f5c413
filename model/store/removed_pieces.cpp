// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/removed_pieces.h"

namespace plumbline {
namespace {

/// Their slices stand under negative numbers, which no piece of evidence has.
constexpr std::int64_t slicesOf(std::int64_t removed) {
  return -removed;
}

Error changed(const EvidenceItem& piece, const std::string& found) {
  return {ErrorCode::Mismatch,
          "a file that was taken back is not in the workspace as it was; import it anew",
          {piece.member},
          found,
          Message::data(piece.sha256.hex())};
}

Result<void> moveSlices(const Database& database, std::int64_t from, std::int64_t to) {
  PLUMBLINE_TRY(query,
                database.prepare("UPDATE evidence_chunks SET evidence = ? WHERE evidence = ?"));
  query.bind(1, to).bind(2, from);
  return query.run();
}

Result<void> addRow(const Database& database, std::string_view table, const EvidenceItem& piece) {
  PLUMBLINE_TRY(query, database.prepare("INSERT INTO " + std::string(table) +
                                        " (sha256, member, kind, bytes) VALUES (?, ?, ?, ?)"));
  const std::string digest = piece.sha256.hex();
  query.bind(1, digest).bind(2, piece.member).bind(3, piece.kind).bind(4, piece.bytes);
  return query.run();
}

Result<void> dropRow(const Database& database, std::string_view table, std::int64_t id) {
  PLUMBLINE_TRY(query, database.prepare("DELETE FROM " + std::string(table) + " WHERE id = ?"));
  query.bind(1, id);
  return query.run();
}

/// Slice by slice: `use` sees each once, in order.
template <class Use>
Result<void> eachSlice(const Database& database, std::int64_t id, Use&& use) {
  PLUMBLINE_TRY(query, database.prepare("SELECT seq, data FROM evidence_chunks WHERE evidence = ? "
                                        "ORDER BY seq"));
  query.bind(1, slicesOf(id));
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return {};
    PLUMBLINE_CHECK(use(query.integer(0), query.blob(1)));
  }
}

}  // namespace

Result<std::vector<EvidenceItem>> RemovedPieces::list() const {
  PLUMBLINE_TRY(query, m_database->prepare(
                           "SELECT id, sha256, member, kind, bytes FROM removed ORDER BY member, id"));
  std::vector<EvidenceItem> items;
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return items;
    PLUMBLINE_TRY(digest, Hash::fromHexText(query.text(1)));
    items.push_back({query.integer(0), digest, std::string(query.text(2)),
                     std::string(query.text(3)), query.integer(4)});
  }
}

Result<void> RemovedPieces::take(const EvidenceItem& evidence) const {
  PLUMBLINE_CHECK(addRow(*m_database, "removed", evidence));
  const std::int64_t id = m_database->lastInsertRowid();
  PLUMBLINE_CHECK(moveSlices(*m_database, evidence.id, slicesOf(id)));
  return dropRow(*m_database, "evidence", evidence.id);
}

Result<void> RemovedPieces::check(const EvidenceItem& removed) const {
  Sha256 digest;
  std::int64_t bytes = 0;
  PLUMBLINE_CHECK(eachSlice(*m_database, removed.id,
                            [&](std::int64_t, ByteView slice) -> Result<void> {
                              digest.update(slice);
                              bytes += std::ssize(slice);
                              return {};
                            }));
  const Hash found = digest.finish();
  if (found == removed.sha256 && bytes == removed.bytes) return {};
  return changed(removed, found.hex());
}

Result<void> RemovedPieces::putBack(const EvidenceItem& removed) const {
  PLUMBLINE_CHECK(check(removed));
  PLUMBLINE_TRY(taken, EvidenceStore(*m_database).findMember(removed.member));
  if (taken) {
    return Error{ErrorCode::Duplicate,
                 "the workspace has other bytes under this name",
                 {removed.member},
                 taken->sha256.hex(),
                 Message::data(removed.sha256.hex())};
  }
  PLUMBLINE_CHECK(addRow(*m_database, "evidence", removed));
  PLUMBLINE_CHECK(moveSlices(*m_database, slicesOf(removed.id), m_database->lastInsertRowid()));
  return dropRow(*m_database, "removed", removed.id);
}

Result<void> RemovedPieces::forget(const EvidenceItem& removed) const {
  PLUMBLINE_TRY(query, m_database->prepare("DELETE FROM evidence_chunks WHERE evidence = ?"));
  query.bind(1, slicesOf(removed.id));
  PLUMBLINE_CHECK(query.run());
  return dropRow(*m_database, "removed", removed.id);
}

Result<Bytes> RemovedPieces::readAll(const EvidenceItem& removed) const {
  PLUMBLINE_CHECK(check(removed));
  Bytes all;
  PLUMBLINE_CHECK(eachSlice(*m_database, removed.id,
                            [&all](std::int64_t, ByteView slice) -> Result<void> {
                              all.insert(all.end(), slice.begin(), slice.end());
                              return {};
                            }));
  return all;
}

namespace {

Result<void> copyPiece(const Database& from, const Database& to, const EvidenceItem& piece) {
  PLUMBLINE_CHECK(addRow(to, "removed", piece));
  const std::int64_t id = to.lastInsertRowid();
  PLUMBLINE_TRY(add, to.prepare("INSERT INTO evidence_chunks (evidence, seq, data) VALUES (?, ?, ?)"));
  return eachSlice(from, piece.id, [&](std::int64_t seq, ByteView slice) {
    add.bind(1, slicesOf(id)).bind(2, seq).bindBlob(3, slice);
    return add.run();
  });
}

}  // namespace

Result<std::vector<std::string>> copyRemovedPieces(const Database& from, const Database& to) {
  std::vector<std::string> damaged;
  PLUMBLINE_TRY(query, from.prepare(
                           "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'removed'"));
  PLUMBLINE_TRY(there, query.step());
  if (!there) return damaged;
  PLUMBLINE_TRY(pieces, RemovedPieces(from).list());
  for (const EvidenceItem& piece : pieces) PLUMBLINE_CHECK(copyPiece(from, to, piece));
  PLUMBLINE_TRY(made, RemovedPieces(to).list());
  for (const EvidenceItem& piece : made) {
    const auto whole = RemovedPieces(to).check(piece);
    if (whole) continue;
    if (whole.error().code != ErrorCode::Mismatch) return whole.error();
    damaged.push_back(piece.member);
    PLUMBLINE_CHECK(RemovedPieces(to).forget(piece));
  }
  return damaged;
}

}  // namespace plumbline
