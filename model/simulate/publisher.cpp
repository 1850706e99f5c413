// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/publisher.h"

#include "model/evidence/publication.h"
#include "model/store/safe_file.h"

namespace plumbline {
namespace {

namespace fs = std::filesystem;

Result<PrivateKey> keyFor(std::string_view world, std::string_view party, std::string_view job) {
  const std::string text = "plumbline simulator|" + std::string(world) + "|" + std::string(party) +
                           "|" + std::string(job);
  return PrivateKey::fromSeed(sha256(bytesOf(text)).view());
}

}  // namespace

Result<Publisher> Publisher::create(const fs::path& root, const PartyIdentity& party,
                                    std::string_view world) {
  PLUMBLINE_TRY(key, keyFor(world, party.id, "statements"));
  PLUMBLINE_TRY(logKey, keyFor(world, party.id, "log"));
  return Publisher(root, party, std::move(key), std::move(logKey));
}

Publisher::Publisher(const fs::path& root, const PartyIdentity& party, PrivateKey key,
                     PrivateKey logKey)
    : m_root(root),
      m_party(party),
      m_key(std::move(key)),
      m_logKey(std::move(logKey)),
      m_origin(std::string(party.id) + ".example/log") {
  m_logFolder = m_root / "log" / sha256(bytesOf(m_origin)).hex().substr(0, 32);
}

Result<void> Publisher::publish(Month month, const std::vector<CsvTable*>& tables) {
  Publication publication{.party = std::string(m_party.id),
                          .role = m_party.role,
                          .name = std::string(m_party.name),
                          .operatorName = std::string(m_party.operatorName),
                          .sequence = static_cast<std::int64_t>(m_leaves.size()) + 1,
                          .periodStart = month.start(),
                          .periodEnd = month.end(),
                          .previous = m_previous,
                          .reason = {},
                          .tables = {}};
  for (CsvTable* table : tables) {
    if (table->rows() == 0) continue;
    const ByteView bytes = bytesOf(table->bytes());
    publication.tables.push_back({.name = std::string(tableInfo(table->table()).name),
                                  .sha256 = sha256(bytes),
                                  .bytes = static_cast<std::int64_t>(bytes.size()),
                                  .rows = table->rows(),
                                  .rowRoot = table->rowRoot(),
                                  .columns = table->columns()});
    // Two parties may publish the very same bytes, which have one name.
    const std::filesystem::path path = m_root / publication.tables.back().path();
    std::error_code ignored;
    const bool isThere = std::filesystem::exists(path, ignored);
    PLUMBLINE_CHECK(isThere ? writeOnce(path, table->bytes()) : writeNewFile(path, table->bytes()));
  }
  const std::string envelope = signPublication(publication, m_key);
  const std::string name = std::to_string(m_leaves.size()) + ".dsse.json";
  PLUMBLINE_CHECK(writeNewFile(m_logFolder / "entries" / name, envelope));
  m_leaves.push_back(leafHash(bytesOf(envelope)));
  m_previous = sha256(bytesOf(envelope));
  return {};
}

Result<void> Publisher::close() const {
  const Checkpoint checkpoint{m_origin, m_leaves.size(), treeRoot(m_leaves)};
  PLUMBLINE_TRY(note, signCheckpoint(checkpoint, m_logKey));
  PLUMBLINE_CHECK(writeNewFile(m_logFolder / "checkpoint", note));
  std::string hashes;
  for (const Hash& leaf : m_leaves) hashes += textOf(leaf.view());
  return writeNewFile(m_logFolder / "hashes.bin", hashes);
}

std::string Publisher::partyLine() const {
  const auto verifier =
      NoteVerifier::fromKey(std::string(m_party.id), NoteKeyType::Ed25519, m_key.publicKey());
  return std::string(toText(m_party.role)) + " " + std::string(m_party.id) + " " + verifier.vkey() +
         "\n";
}

std::string Publisher::policyLine() const {
  const auto verifier = NoteVerifier::fromKey(m_origin, NoteKeyType::Ed25519, m_logKey.publicKey());
  return "log " + verifier.vkey() + "\n";
}

}  // namespace plumbline
