// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "model/members/log_tiles.h"
#include "model/publish/log_directory.h"

#include "tests/model/members/reference_tiles.h"
#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;

namespace {

namespace fs = std::filesystem;

PrivateKey keyOf(unsigned char seed) {
  return PrivateKey::fromSeed(std::vector<std::byte>(32, std::byte{seed})).value();
}

std::string entryText(std::size_t index) {
  return "entry " + std::to_string(index) + std::string(index % 7, '.');
}

std::vector<std::string> entryTexts(std::size_t count) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(entryText(i));
  return out;
}

const std::string origin = "north.example/log";

}  // namespace

class TestLogDirectory : public QObject {
  Q_OBJECT

  fs::path folder() const { return fs::path(m_dir->path().toStdString()) / "log"; }
  /// A log of so many entries, with a checkpoint over all of them. All but the last of a new one
  /// come from the reference: bringing each to the disk takes long.
  void make(std::size_t count) const {
    if (!fs::exists(folder()) && count > 5) {
      for (const auto& [path, bytes] : test::referenceTiles(entryTexts(count - 3))) {
        test::writeBytes(folder() / path, bytes);
      }
    }
    auto log = LogDirectory::open(folder());
    QVERIFY2(log.ok(), log.ok() ? "" : log.error().text().c_str());
    for (std::size_t i = log->entries().size(); i < count; ++i) {
      QVERIFY(log->append(entryText(i)).ok());
    }
    QVERIFY(log->sign(origin, keyOf(1)).ok());
  }
  std::string refusal() const {
    const auto log = LogDirectory::open(folder());
    return log ? "" : log.error().text();
  }
  void damage(const std::string& file) const {
    std::string bytes = test::readBytes(folder() / file);
    QVERIFY(!bytes.empty());
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    test::writeBytes(folder() / file, bytes);
  }
  std::unique_ptr<QTemporaryDir> m_dir;

 private Q_SLOTS:
  void init() { m_dir = std::make_unique<QTemporaryDir>(); }

  void pathsFollowTheSpecification_data() {
    QTest::addColumn<quint64>("index");
    QTest::addColumn<quint64>("width");
    QTest::addColumn<QString>("path");
    QTest::newRow("first") << quint64{0} << quint64{256} << "000";
    QTest::newRow("partial") << quint64{7} << quint64{1} << "007.p/1";
    QTest::newRow("three digits") << quint64{999} << quint64{255} << "999.p/255";
    QTest::newRow("four") << quint64{1000} << quint64{256} << "x001/000";
    QTest::newRow("of the specification") << quint64{1234067} << quint64{256} << "x001/x234/067";
  }
  void pathsFollowTheSpecification() {
    QFETCH(quint64, index);
    QFETCH(quint64, width);
    QFETCH(QString, path);
    QCOMPARE(hashTilePath(0, index, width), "tile/0/" + path.toStdString());
    QCOMPARE(hashTilePath(3, index, width), "tile/3/" + path.toStdString());
    QCOMPARE(entryBundlePath(index, width), "tile/entries/" + path.toStdString());
  }

  void tilesAreThoseOfTheReference_data() {
    QTest::addColumn<int>("size");
    for (const int size : {1, 2, 3, 255, 256, 257, 513}) {
      QTest::addRow("%d", size) << size;
    }
  }
  void tilesAreThoseOfTheReference() {
    QFETCH(int, size);
    const auto count = static_cast<std::size_t>(size);
    make(count);
    const auto entries = entryTexts(count);
    for (const auto& [path, bytes] : test::referenceTiles(entries)) {
      QVERIFY2(fs::is_regular_file(folder() / path), path.c_str());
      QVERIFY2(test::readBytes(folder() / path) == bytes, path.c_str());
    }
    const auto key = NoteVerifier::fromKey(origin, NoteKeyType::Ed25519, keyOf(1).publicKey());
    const auto checkpoint = openCheckpoint(test::readBytes(folder() / "checkpoint"), key);
    QVERIFY(checkpoint.ok());
    QCOMPARE(checkpoint->size, static_cast<std::uint64_t>(size));
    QCOMPARE(std::string(textOf(checkpoint->root.view())), test::referenceRoot(entries, 0, count));
  }

  /// Partial tiles of sizes that had a checkpoint stay, and hold what they held.
  void itOnlyGrows() {
    make(3);
    std::map<std::string, std::string> before;
    for (const auto& [path, bytes] : test::referenceTiles(entryTexts(3))) before[path] = bytes;
    make(8);
    for (const auto& [path, bytes] : before) QVERIFY(test::readBytes(folder() / path) == bytes);
    for (const auto& [path, bytes] : test::referenceTiles(entryTexts(8))) {
      QVERIFY2(test::readBytes(folder() / path) == bytes, path.c_str());
    }
  }

  void aDamagedFileIsRefusedByItsName_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("message");
    QTest::newRow("hash tile") << "tile/0/000"
                               << "the tile does not follow from the entries";
    QTest::newRow("partial tile") << "tile/0/001.p/1"
                                  << "the tile does not follow from the entries";
    QTest::newRow("upper tile") << "tile/1/000.p/1"
                                << "the tile does not follow from the entries";
    QTest::newRow("bundle") << "tile/entries/000"
                            << "the entries do not lead to the checkpoint's root";
  }
  void aDamagedFileIsRefusedByItsName() {
    QFETCH(QString, file);
    QFETCH(QString, message);
    make(257);
    QCOMPARE(refusal(), std::string());
    damage(file.toStdString());
    const std::string said = refusal();
    QVERIFY2(said.find(message.toStdString()) != said.npos, said.c_str());
    if (!file.contains(QStringLiteral("entries"))) {
      QVERIFY2(said.starts_with(file.toStdString()), said.c_str());
    }
  }

  void aCheckpointBeyondTheEntriesIsRefused() {
    make(3);
    fs::remove(folder() / "tile/entries/000.p/3");
    QVERIFY(refusal().starts_with("checkpoint: the checkpoint covers more entries than are there"));
  }

  void aBundleHasAsManyEntriesAsItsNameSays() {
    make(2);
    fs::rename(folder() / "tile/entries/000.p/2", folder() / "tile/entries/000.p/4");
    QVERIFY(
        refusal().starts_with("tile/entries/000.p/4: the bundle has another number of entries"));
  }

  /// What a crash between two files leaves behind.
  void anInterruptedAppendGoesOn() {
    make(2);
    const std::string third = entryText(2);
    test::writeBytes(folder() / "tile/entries/000.p/.3.part", "half an en");
    test::writeBytes(folder() / ".checkpoint.part", "north");
    QCOMPARE(refusal(), std::string());
    const auto bundles = test::referenceTiles(entryTexts(3));
    test::writeBytes(folder() / "tile/entries/000.p/3", bundles.at("tile/entries/000.p/3"));
    {
      auto log = LogDirectory::open(folder());
      QVERIFY(log.ok());
      QCOMPARE(log->entries().size(), std::size_t{3});
      QCOMPARE(log->checkpointSize(), std::uint64_t{2});
      QCOMPARE(log->append(third).error().code, ErrorCode::Duplicate);
      QVERIFY(log->sign(origin, keyOf(1)).ok());
    }
    for (const auto& [path, bytes] : bundles) QVERIFY(test::readBytes(folder() / path) == bytes);
  }

  void anotherKeyDoesNotSign() {
    make(1);
    auto log = LogDirectory::open(folder());
    QVERIFY(log.ok());
    QCOMPARE(log->sign(origin, keyOf(2)).error().code, ErrorCode::BadKey);
    QCOMPARE(log->sign("south.example/log", keyOf(1)).error().code, ErrorCode::BadKey);
    QVERIFY(log->sign(origin, keyOf(1)).ok());
  }

  void aKeyThatSignedAnEntryIsNoLogKey() {
    auto log = LogDirectory::open(folder());
    QVERIFY(log.ok());
    const std::string payload = "{}";
    QVERIFY(log->append(signEnvelope(inTotoPayloadType, bytesOf(payload), keyOf(1))).ok());
    QCOMPARE(log->sign(origin, keyOf(1)).error().code, ErrorCode::BadKey);
    QVERIFY(!fs::exists(folder() / "checkpoint"));
    QVERIFY(log->sign(origin, keyOf(2)).ok());
  }

  /// Cosignatures that were added to a checkpoint are not lost by signing it again.
  void nothingNewKeepsTheCheckpoint() {
    make(2);
    const std::string note = test::readBytes(folder() / "checkpoint") + "— witness AAAAAAAA\n";
    test::writeBytes(folder() / "checkpoint", note);
    make(2);
    QCOMPARE(test::readBytes(folder() / "checkpoint"), note);
  }

  void sizesOfEntries() {
    auto log = LogDirectory::open(folder());
    QVERIFY(log.ok());
    QCOMPARE(log->append({}).error().code, ErrorCode::BadValue);
    QCOMPARE(log->append(std::string(65536, 'x')).error().code, ErrorCode::BadValue);
    QVERIFY(log->append(std::string(65535, 'x')).ok());
    const std::string bundle = test::readBytes(folder() / "tile/entries/000.p/1");
    QVERIFY(bundle == "\xFF\xFF" + std::string(65535, 'x'));
  }

  void twoProgramsDoNotWriteAtOnce() {
    const auto first = LogDirectory::open(folder());
    QVERIFY(first.ok());
    const auto second = LogDirectory::open(folder());
    QVERIFY(!second.ok());
    QCOMPARE(second.error().message.text(), std::string("another program is writing to the log"));
  }
};

PLUMBLINE_TEST(TestLogDirectory)
#include "test_log_directory.moc"
