// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/evidence_store.h"

#include <algorithm>
#include <set>
#include <utility>

#include "crypto/merkle.h"

namespace plumbline {
namespace {

constexpr std::string_view itemColumns = "SELECT id, sha256, member, kind, bytes FROM evidence ";

Result<EvidenceItem> itemOf(const Query& row) {
  PLUMBLINE_TRY(digest, Hash::fromHexText(row.text(1)));
  return EvidenceItem{row.integer(0), digest, std::string(row.text(2)), std::string(row.text(3)),
                      row.integer(4)};
}

Result<std::optional<EvidenceItem>> firstItem(Query& query) {
  PLUMBLINE_TRY(there, query.step());
  if (!there) return std::optional<EvidenceItem>();
  PLUMBLINE_TRY(item, itemOf(query));
  return std::optional<EvidenceItem>(std::move(item));
}

Error incomplete(std::int64_t found, std::int64_t expected) {
  return {ErrorCode::Store,
          "a piece of evidence is not complete in the workspace",
          {},
          Message("%1 bytes", found),
          Message("%1 bytes", expected)};
}

}  // namespace

bool isAboutThePlant(const EvidenceItem& item) {
  return item.kind == evidence_kind::envelope || item.kind == evidence_kind::table ||
         item.kind == evidence_kind::checkpoint || item.kind == evidence_kind::original;
}

Hash evidenceRoot(std::span<const EvidenceItem> items) {
  std::set<Hash> digests;
  for (const EvidenceItem& item : items) {
    if (isAboutThePlant(item)) digests.insert(item.sha256);
  }
  TreeHasher tree;
  // The entry of a leaf is the digest itself: 32 bytes.
  for (const Hash& digest : digests) tree.addEntry(digest.view());
  return tree.root();
}

void SliceCutter::add(ByteView bytes) {
  constexpr auto sliceBytes = static_cast<std::size_t>(evidenceSliceBytes);
  while (!bytes.empty()) {
    const std::size_t count = std::min(bytes.size(), sliceBytes - m_open.size());
    if (m_open.empty()) m_open.reserve(sliceBytes);
    m_open.insert(m_open.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(count));
    bytes = bytes.subspan(count);
    if (m_open.size() == sliceBytes) m_full.push_back(std::exchange(m_open, {}));
  }
}

std::vector<Bytes> SliceCutter::takeFull() {
  return std::exchange(m_full, {});
}

std::vector<Bytes> SliceCutter::takeAll() {
  if (!m_open.empty()) m_full.push_back(std::exchange(m_open, {}));
  return takeFull();
}

Result<void> SliceReader::fetch(const EvidenceItem& item, std::int64_t slice) {
  if (m_piece == item.id && m_slice == slice && !m_bytes.empty()) return {};
  PLUMBLINE_TRY(query, m_database->prepare("SELECT rowid FROM evidence_chunks WHERE evidence = ? "
                                           "AND seq = ?"));
  query.bind(1, item.id).bind(2, slice);
  PLUMBLINE_TRY(there, query.step());
  if (!there) return incomplete(slice * evidenceSliceBytes, item.bytes);
  m_bytes.resize(static_cast<std::size_t>(
      std::min(evidenceSliceBytes, item.bytes - slice * evidenceSliceBytes)));
  const auto read = m_database->readBlob("evidence_chunks", "data", query.integer(0), m_bytes);
  if (!read) {
    m_bytes.clear();
    return read;
  }
  m_piece = item.id;
  m_slice = slice;
  return {};
}

Result<void> SliceReader::read(const EvidenceItem& item, std::int64_t offset,
                               std::span<std::byte> out) {
  if (offset < 0 || std::ssize(out) > item.bytes - offset) return incomplete(item.bytes, offset);
  while (!out.empty()) {
    PLUMBLINE_CHECK(fetch(item, offset / evidenceSliceBytes));
    const auto from = static_cast<std::size_t>(offset % evidenceSliceBytes);
    const std::size_t count = std::min(out.size(), m_bytes.size() - from);
    std::copy_n(m_bytes.begin() + static_cast<std::ptrdiff_t>(from), count, out.begin());
    offset += static_cast<std::int64_t>(count);
    out = out.subspan(count);
  }
  return {};
}

Result<std::vector<EvidenceItem>> EvidenceStore::list() const {
  PLUMBLINE_TRY(query, m_database->prepare(std::string(itemColumns) + "ORDER BY member"));
  std::vector<EvidenceItem> items;
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) return items;
    PLUMBLINE_TRY(item, itemOf(query));
    items.push_back(std::move(item));
  }
}

Result<std::optional<EvidenceItem>> EvidenceStore::findMember(std::string_view member) const {
  PLUMBLINE_TRY(query, m_database->prepare(std::string(itemColumns) + "WHERE member = ?"));
  query.bind(1, member);
  return firstItem(query);
}

Result<std::optional<EvidenceItem>> EvidenceStore::findDigest(const Hash& sha256,
                                                              std::string_view kind) const {
  PLUMBLINE_TRY(query,
                m_database->prepare(std::string(itemColumns) +
                                    "WHERE sha256 = ? AND kind = ? ORDER BY member LIMIT 1"));
  const std::string hex = sha256.hex();
  query.bind(1, hex).bind(2, kind);
  return firstItem(query);
}

Result<std::int64_t> EvidenceStore::put(std::string_view kind, std::string_view member,
                                        ByteView bytes) const {
  const Hash digest = sha256(bytes);
  PLUMBLINE_TRY(there, findMember(member));
  if (there && there->sha256 == digest) return there->id;
  if (there) {
    return Error{ErrorCode::Duplicate,
                 "the workspace has other bytes under this name",
                 {std::string(member)},
                 digest.hex(),
                 Message::data(there->sha256.hex())};
  }
  const auto size = static_cast<std::int64_t>(bytes.size());
  PLUMBLINE_TRY(id, begin(kind, member, digest, size));
  for (std::int64_t at = 0; at < size; at += evidenceSliceBytes) {
    const auto count = static_cast<std::size_t>(std::min(evidenceSliceBytes, size - at));
    PLUMBLINE_CHECK(
        addSlice(id, at / evidenceSliceBytes, bytes.subspan(static_cast<std::size_t>(at), count)));
  }
  return id;
}

Result<std::int64_t> EvidenceStore::replace(std::string_view kind, std::string_view member,
                                            ByteView bytes) const {
  PLUMBLINE_TRY(there, findMember(member));
  if (there && there->sha256 != sha256(bytes)) PLUMBLINE_CHECK(remove(there->id));
  return put(kind, member, bytes);
}

Result<std::int64_t> EvidenceStore::begin(std::string_view kind, std::string_view member,
                                          const Hash& sha256, std::int64_t bytes) const {
  PLUMBLINE_TRY(query, m_database->prepare("INSERT INTO evidence (sha256, member, kind, bytes) "
                                           "VALUES (?, ?, ?, ?)"));
  const std::string hex = sha256.hex();
  query.bind(1, hex).bind(2, member).bind(3, kind).bind(4, bytes);
  PLUMBLINE_CHECK(query.run());
  return m_database->lastInsertRowid();
}

Result<void> EvidenceStore::addSlice(std::int64_t id, std::int64_t slice, ByteView bytes) const {
  PLUMBLINE_TRY(query, m_database->prepare("INSERT INTO evidence_chunks (evidence, seq, data) "
                                           "VALUES (?, ?, ?)"));
  query.bind(1, id).bind(2, slice).bindBlob(3, bytes);
  return query.run();
}

Result<Bytes> EvidenceStore::read(std::int64_t id, std::int64_t offset, std::int64_t count) const {
  PLUMBLINE_TRY(query, m_database->prepare("SELECT seq, data FROM evidence_chunks WHERE evidence = "
                                           "? AND seq BETWEEN ? AND ? ORDER BY seq"));
  if (count <= 0) return Bytes();
  query.bind(1, id).bind(2, offset / evidenceSliceBytes);
  query.bind(3, (offset + count - 1) / evidenceSliceBytes);
  Bytes out;
  // What the file says of the length is not believed: room for a slice at a time is enough.
  out.reserve(static_cast<std::size_t>(std::min(count, evidenceSliceBytes)));
  while (true) {
    PLUMBLINE_TRY(there, query.step());
    if (!there) break;
    const std::int64_t start = query.integer(0) * evidenceSliceBytes;
    const ByteView slice = query.blob(1);
    const auto size = static_cast<std::int64_t>(slice.size());
    const std::int64_t first = std::clamp<std::int64_t>(offset - start, 0, size);
    const std::int64_t last = std::clamp<std::int64_t>(offset + count - start, 0, size);
    out.insert(out.end(), slice.begin() + first, slice.begin() + last);
  }
  if (static_cast<std::int64_t>(out.size()) != count) {
    return incomplete(static_cast<std::int64_t>(out.size()), count);
  }
  return out;
}

Result<Bytes> EvidenceStore::readAll(const EvidenceItem& item) const {
  return read(item.id, 0, item.bytes);
}

Result<void> EvidenceStore::checkSizes() const {
  // length() reads where a blob says its length, and not the blob.
  PLUMBLINE_TRY(query, m_database->prepare(
                           "SELECT e.bytes, s.bytes FROM evidence e LEFT JOIN (SELECT evidence, "
                           "sum(length(data)) AS bytes FROM evidence_chunks GROUP BY evidence) s "
                           "ON s.evidence = e.id WHERE e.bytes IS NOT coalesce(s.bytes, 0)"));
  PLUMBLINE_TRY(there, query.step());
  return there ? Result<void>(incomplete(query.integer(1), query.integer(0))) : Result<void>();
}

Result<void> EvidenceStore::rename(std::int64_t id, std::string_view member) const {
  PLUMBLINE_TRY(query, m_database->prepare("UPDATE evidence SET member = ? WHERE id = ?"));
  query.bind(1, member).bind(2, id);
  return query.run();
}

Result<void> EvidenceStore::remove(std::int64_t id) const {
  PLUMBLINE_TRY(slices, m_database->prepare("DELETE FROM evidence_chunks WHERE evidence = ?"));
  slices.bind(1, id);
  PLUMBLINE_CHECK(slices.run());
  PLUMBLINE_TRY(item, m_database->prepare("DELETE FROM evidence WHERE id = ?"));
  item.bind(1, id);
  return item.run();
}

Result<Hash> EvidenceStore::root() const {
  PLUMBLINE_TRY(items, list());
  return evidenceRoot(items);
}

}  // namespace plumbline
