// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/members/stored_source.h"

#include <mutex>

namespace plumbline {
namespace {

/// One connection for all pieces, and one at a time.
struct Connection {
  explicit Connection(std::shared_ptr<const Database> database) : reader(std::move(database)) {}
  SliceReader reader;
  std::mutex mutex;
};

class StoredPiece : public StoredBytes {
 public:
  StoredPiece(std::shared_ptr<Connection> connection, const EvidenceItem& item)
      : m_connection(std::move(connection)), m_item(item) {}
  Result<void> read(std::int64_t offset, std::span<std::byte> out) const override {
    const std::lock_guard lock(m_connection->mutex);
    return m_connection->reader.read(m_item, offset, out);
  }

 private:
  std::shared_ptr<Connection> m_connection;
  EvidenceItem m_item;
};

}  // namespace

Result<std::unique_ptr<MemberSource>> StoredSource::open(std::shared_ptr<const Database> database,
                                                         const std::optional<std::set<Hash>>& only) {
  const EvidenceStore store(*database);
  // Room is made for as many bytes as a piece has: what another hand wrote there is not believed.
  PLUMBLINE_CHECK(store.checkSizes());
  PLUMBLINE_TRY(items, store.list());
  const auto connection = std::make_shared<Connection>(std::move(database));
  std::vector<Member> members;
  std::set<Hash> missing = only.value_or(std::set<Hash>());
  for (const EvidenceItem& item : items) {
    if (only && !only->contains(item.sha256)) continue;
    missing.erase(item.sha256);
    Member member;
    member.name = item.member;
    member.bytes = item.bytes;
    member.stored = std::make_shared<StoredPiece>(connection, item);
    members.push_back(std::move(member));
  }
  if (!missing.empty()) {
    return Error{ErrorCode::NotFound, "the workspace has no such file", {}, missing.begin()->hex()};
  }
  return std::unique_ptr<MemberSource>(new StoredSource(std::move(members)));
}

}  // namespace plumbline
