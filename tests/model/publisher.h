// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A party that signs tables and keeps a log, for tests. It splits rows at line feeds by itself, so
// that the row roots do not come from the reader under test.

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "crypto/checkpoint.h"
#include "crypto/merkle.h"

#include "model/evidence/publication.h"
#include "model/evidence/trust.h"

namespace plumbline::test {

namespace fs = std::filesystem;

inline void writeBytes(const fs::path& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary | std::ios::trunc)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

inline std::string readBytes(const fs::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

struct TestTable {
  std::string name;
  std::string csv;
};

class TestPublisher {
 public:
  TestPublisher(std::string party, Role role, unsigned char seed)
      : m_party(std::move(party)),
        m_role(role),
        m_key(keyOf(seed)),
        m_logKey(keyOf(static_cast<unsigned char>(seed + 100))),
        m_origin(m_party + ".example/log") {}

  /// Binds the tables and writes them below `root`.
  Publication bind(const fs::path& root, const std::vector<TestTable>& tables) const {
    Publication publication;
    publication.party = m_party;
    publication.role = m_role;
    publication.name = "The " + m_party;
    publication.operatorName = "Operator of " + m_party;
    publication.sequence = static_cast<std::int64_t>(m_leaves.size()) + 1;
    const auto month = static_cast<unsigned>(m_leaves.size());
    publication.periodStart = Month{2142 * 12 + static_cast<int>(month)}.start();
    publication.periodEnd = Month{2142 * 12 + static_cast<int>(month)}.end();
    publication.previous = m_previous;
    for (const TestTable& table : tables) publication.tables.push_back(boundTable(root, table));
    return publication;
  }

  /// Signs and appends to the log.
  void publish(const fs::path& root, const Publication& publication) {
    append(root, signPublication(publication, m_key));
  }
  void publish(const fs::path& root, const std::vector<TestTable>& tables) {
    publish(root, bind(root, tables));
  }

  void append(const fs::path& root, const std::string& envelope) {
    writeBytes(entryPath(root, m_leaves.size()), envelope);
    m_leaves.push_back(leafHash(bytesOf(envelope)));
    m_previous = sha256(bytesOf(envelope));
  }

  /// Writes checkpoint and leaf hashes of everything published so far.
  void close(const fs::path& root) const {
    const Checkpoint checkpoint{m_origin, m_leaves.size(), treeRoot(m_leaves)};
    writeBytes(logFolder(root) / "checkpoint", signCheckpoint(checkpoint, m_logKey).value());
    std::string hashes;
    for (const Hash& leaf : m_leaves) hashes += textOf(leaf.view());
    writeBytes(logFolder(root) / "hashes.bin", hashes);
  }

  [[nodiscard]] fs::path logFolder(const fs::path& root) const {
    return root / "log" / sha256(bytesOf(m_origin)).hex().substr(0, 32);
  }
  [[nodiscard]] fs::path entryPath(const fs::path& root, std::size_t index) const {
    return logFolder(root) / "entries" / (std::to_string(index) + ".dsse.json");
  }
  [[nodiscard]] std::string partyLine() const { return partiesLine(m_role, m_party, verifier()); }
  [[nodiscard]] NoteVerifier verifier() const {
    return NoteVerifier::fromKey(m_party, NoteKeyType::Ed25519, m_key.publicKey());
  }
  [[nodiscard]] std::string policyLine() const {
    const auto key = NoteVerifier::fromKey(m_origin, NoteKeyType::Ed25519, m_logKey.publicKey());
    return "log " + key.vkey() + "\n";
  }
  [[nodiscard]] const PrivateKey& key() const { return m_key; }
  [[nodiscard]] const PrivateKey& logKey() const { return m_logKey; }
  [[nodiscard]] const std::string& origin() const { return m_origin; }
  [[nodiscard]] const std::vector<Hash>& leaves() const { return m_leaves; }

 private:
  static PrivateKey keyOf(unsigned char seed) {
    const std::vector<std::byte> bytes(32, std::byte{seed});
    return PrivateKey::fromSeed(bytes).value();
  }

  static PublishedTable boundTable(const fs::path& root, const TestTable& table) {
    PublishedTable out;
    out.name = table.name;
    out.sha256 = sha256(bytesOf(table.csv));
    out.bytes = static_cast<std::int64_t>(table.csv.size());
    TreeHasher rows;
    std::istringstream lines(table.csv);
    std::string line;
    std::getline(lines, line);  // the header is no record
    while (std::getline(lines, line)) {
      if (line.ends_with('\r')) line.pop_back();
      rows.addEntry(bytesOf(line));
    }
    out.rows = static_cast<std::int64_t>(rows.size());
    out.rowRoot = rows.root();
    writeBytes(root / out.path(), table.csv);
    return out;
  }

  std::string m_party;
  Role m_role;
  PrivateKey m_key;
  PrivateKey m_logKey;
  std::string m_origin;
  std::vector<Hash> m_leaves;
  std::optional<Hash> m_previous;
};

/// A table of three loads to the harbour, numbered from `first`.
inline std::string threeShipments(int first) {
  std::string csv = "id,document_no,line,dispatched_at,consignee,material,net_kg,carrier\n";
  for (int i = first; i < first + 3; ++i) {
    const std::string number = std::to_string(i);
    csv += "S-" + number + ",D-" + number + ",1,2142-01-05T08:00:00Z,harbour,pellet,1000,x\n";
  }
  return csv;
}

/// Writes parties.txt and policy.txt naming every publisher.
inline void writeTrust(const fs::path& root, const std::vector<const TestPublisher*>& publishers) {
  std::string parties;
  std::string policy;
  for (const TestPublisher* publisher : publishers) {
    parties += publisher->partyLine();
    policy += publisher->policyLine();
  }
  writeBytes(root / "parties.txt", parties);
  writeBytes(root / "policy.txt", policy);
}

}  // namespace plumbline::test
