// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/stored_source.h"

#include <mutex>

namespace plumbline {
namespace {

/// One connection for all pieces, and one at a time.
struct Connection {
  std::shared_ptr<const Database> database;
  std::mutex mutex;
};

class StoredPiece : public StoredBytes {
 public:
  StoredPiece(std::shared_ptr<Connection> connection, std::int64_t id)
      : m_connection(std::move(connection)), m_id(id) {}
  Result<Bytes> read(std::int64_t offset, std::int64_t count) const override {
    const std::lock_guard lock(m_connection->mutex);
    return EvidenceStore(*m_connection->database).read(m_id, offset, count);
  }

 private:
  std::shared_ptr<Connection> m_connection;
  std::int64_t m_id;
};

}  // namespace

Result<std::unique_ptr<MemberSource>> StoredSource::open(std::shared_ptr<const Database> database) {
  PLUMBLINE_TRY(items, EvidenceStore(*database).list());
  auto connection = std::make_shared<Connection>();
  connection->database = std::move(database);
  std::vector<Member> members;
  for (const EvidenceItem& item : items) {
    Member member;
    member.name = item.member;
    member.bytes = item.bytes;
    member.stored = std::make_shared<StoredPiece>(connection, item.id);
    members.push_back(std::move(member));
  }
  return std::unique_ptr<MemberSource>(new StoredSource(std::move(members)));
}

}  // namespace plumbline
