// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "model/publish/log_directory.h"
#include "model/publish/witness_memory.h"

#include "tests/model/members/reference_tiles.h"
#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t noon = 5'433'134'400;
const std::string origin = "north.example/log";

PrivateKey keyOf(unsigned char seed) {
  return PrivateKey::fromSeed(std::vector<std::byte>(32, std::byte{seed})).value();
}

NoteVerifier logVerifier() {
  return NoteVerifier::fromKey(origin, NoteKeyType::Ed25519, keyOf(1).publicKey());
}

}  // namespace

class TestWitnessMemory : public QObject {
  Q_OBJECT

  fs::path root() const { return fs::path(m_dir->path().toStdString()); }
  fs::path memory() const { return root() / "seen"; }
  /// A log of the entries "<word> 0", "<word> 1", ... and its checkpoint.
  void make(const std::string& folder, const std::string& word, std::size_t count) const {
    std::vector<std::string> entries;
    std::vector<Hash> leaves;
    for (std::size_t i = 0; i < count; ++i) {
      entries.push_back(word + " " + std::to_string(i));
      leaves.push_back(leafHash(bytesOf(entries.back())));
    }
    for (const auto& [path, bytes] : test::referenceTiles(entries)) {
      test::writeBytes(root() / folder / path, bytes);
    }
    const Checkpoint checkpoint{origin, count, treeRoot(leaves)};
    test::writeBytes(root() / folder / "checkpoint", signCheckpoint(checkpoint, keyOf(1)).value());
  }
  Result<Cosigned> cosign(const std::string& folder) const {
    return cosignAndRemember(root() / folder / "checkpoint", memory(), logVerifier(),
                             {"council", keyOf(3)}, noon);
  }
  std::unique_ptr<QTemporaryDir> m_dir;

 private Q_SLOTS:
  void init() { m_dir = std::make_unique<QTemporaryDir>(); }

  void theLineVerifies() {
    make("log", "entry", 3);
    const auto cosigned = cosign("log");
    QVERIFY2(cosigned.ok(), cosigned.ok() ? "" : cosigned.error().text().c_str());
    const std::string note =
        test::readBytes(root() / "log/checkpoint") + cosigned->signature.line();
    const auto witness =
        NoteVerifier::fromKey("council", NoteKeyType::CosignatureV1, keyOf(3).publicKey());
    const auto opened = openCosignedCheckpoint(note, logVerifier(), {&witness, 1});
    QVERIFY(opened.ok());
    QCOMPARE(opened->cosignatures.size(), std::size_t{1});
    QCOMPARE(opened->cosignatures[0].time, noon);
    QCOMPARE(test::readBytes(memory()), test::readBytes(root() / "log/checkpoint"));
  }

  void aLogThatGrowsIsCosignedAgain_data() {
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::newRow("from nothing") << 0 << 2;
    QTest::newRow("same") << 2 << 2;
    QTest::newRow("one more") << 2 << 3;
    QTest::newRow("over a tile") << 255 << 257;
    QTest::newRow("many tiles") << 3 << 600;
  }
  void aLogThatGrowsIsCosignedAgain() {
    QFETCH(int, before);
    QFETCH(int, after);
    make("log", "entry", static_cast<std::size_t>(before));
    QVERIFY(cosign("log").ok());
    make("log", "entry", static_cast<std::size_t>(after));
    const auto cosigned = cosign("log");
    QVERIFY2(cosigned.ok(), cosigned.ok() ? "" : cosigned.error().text().c_str());
    QCOMPARE(cosigned->checkpoint.size, static_cast<std::uint64_t>(after));
  }

  void aRewrittenLogIsNot_data() {
    QTest::addColumn<int>("size");
    QTest::newRow("larger") << 5;
    QTest::newRow("same size") << 3;
    QTest::newRow("smaller") << 2;
  }
  void aRewrittenLogIsNot() {
    QFETCH(int, size);
    make("log", "entry", 3);
    QVERIFY(cosign("log").ok());
    const std::string kept = test::readBytes(memory());
    make("fork", "other", static_cast<std::size_t>(size));
    const auto refused = cosign("fork");
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::Inconsistent);
    QCOMPARE(test::readBytes(memory()), kept);
  }

  void withoutTilesNothingIsProved() {
    make("log", "entry", 2);
    QVERIFY(cosign("log").ok());
    make("log", "entry", 4);
    fs::remove(root() / "log/tile/0/000.p/4");
    QCOMPARE(cosign("log").error().code, ErrorCode::NotFound);
  }

  void anotherLogsKeyIsRefused() {
    make("log", "entry", 2);
    const auto other = NoteVerifier::fromKey(origin, NoteKeyType::Ed25519, keyOf(2).publicKey());
    QVERIFY(
        !cosignAndRemember(root() / "log/checkpoint", memory(), other, {"council", keyOf(3)}, noon)
             .ok());
    QVERIFY(!fs::exists(memory()));
  }

  /// A memory that cannot be read is not taken for an empty one.
  void aDamagedMemoryIsRefused() {
    make("log", "entry", 2);
    test::writeBytes(memory(), "nothing that was signed\n");
    QVERIFY(!cosign("log").ok());
  }
};

PLUMBLINE_TEST(TestWitnessMemory)
#include "test_witness_memory.moc"
