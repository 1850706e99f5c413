// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/proof.h"

#include "tests/crypto/vector_json.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

constexpr const char* logName = "plant.example/log";

PrivateKey keyOf(int number) {
  return PrivateKey::fromSeed(Bytes(32, static_cast<std::byte>(number))).value();
}

NoteVerifier logKey() {
  return NoteVerifier::fromKey(logName, NoteKeyType::Ed25519, keyOf(1).publicKey());
}

NoteVerifier witnessKey(int number) {
  return NoteVerifier::fromKey("w" + std::to_string(number), NoteKeyType::CosignatureV1,
                               keyOf(number).publicKey());
}

Bytes entryOf(std::uint64_t index) {
  return toBytes("publication " + std::to_string(index));
}

/// Proof of entry `index` in a log of `size`, cosigned by witness 2.
TlogProof proofOf(std::uint64_t index, std::uint64_t size) {
  std::vector<Hash> leaves;
  for (std::uint64_t i = 0; i < size; ++i) leaves.push_back(leafHash(entryOf(i)));
  const Checkpoint checkpoint{logName, size, treeRoot(leaves)};
  TlogProof proof;
  proof.index = index;
  proof.hashes = inclusionProof(leaves, index).value();
  proof.checkpoint = signCheckpoint(checkpoint, keyOf(1)).value() +
                     cosignCheckpoint(checkpoint, "w2", keyOf(2), 1'700'000'000).value().line();
  return proof;
}

std::string hashLine(int number) {
  return sha256(bytesOf(std::to_string(number))).base64() + "\n";
}

}  // namespace

class TestProof : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void syntaxVectors() {
    REQUIRE_SHARED(path, "vectors/c2sp-examples/tlog-proof-syntax.json");
    const QJsonObject vectors = readJson(path).object();
    const QJsonArray good = vectors[u"good"].toArray();
    const QJsonArray bad = vectors[u"bad"].toArray();
    QCOMPARE(good.size(), 3);
    QCOMPARE(bad.size(), 8);
    for (const QJsonValue& text : good) {
      const auto proof = parseTlogProof(utf8(text));
      QVERIFY2(proof, qPrintable(text.toString()));
      QCOMPARE(formatTlogProof(*proof), utf8(text));
    }
    for (const QJsonValue& text : bad) {
      const auto proof = parseTlogProof(utf8(text));
      QVERIFY2(!proof, qPrintable(text.toString().left(200)));
      QCOMPARE(proof.error().code, ErrorCode::Malformed);
      QVERIFY(proof.error().where.row > 0);
    }
    QCOMPARE(parseTlogProof(utf8(good[1]))->extra, toBytes("extra information"));
    QCOMPARE(parseTlogProof(utf8(good[0]))->hashes.size(), std::size_t{2});
  }

  void malformed_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    const auto row = [](const char* name, const std::string& text, int line) {
      QTest::newRow(name) << QByteArray::fromStdString(text) << line;
    };
    const std::string head = "c2sp.org/tlog-proof@v1\n";
    row("empty", "", 1);
    row("other version", "c2sp.org/tlog-proof@v2\nindex 0\n\nc\n", 1);
    row("space behind the header", "c2sp.org/tlog-proof@v1 \nindex 0\n\nc\n", 1);
    row("byte order mark", "\xef\xbb\xbf" + head + "index 0\n\nc\n", 1);
    row("carriage returns", "c2sp.org/tlog-proof@v1\r\nindex 0\r\n\r\nc\n", 1);
    row("header alone", head, 2);
    row("no index", head + "\nc\n", 2);
    row("empty extra", head + "extra \nindex 0\n\nc\n", 2);
    row("extra without space", head + "extraAAAA\nindex 0\n\nc\n", 2);
    row("extra without padding", head + "extra Zg\nindex 0\n\nc\n", 2);
    row("extra twice", head + "extra AAAA\nextra AAAA\nindex 0\n\nc\n", 3);
    row("extra after index", head + "index 0\nextra AAAA\n\nc\n", 3);
    row("index of 2^63", head + "index 9223372036854775808\n\nc\n", 2);
    row("leading zero", head + "index 01\n\nc\n", 2);
    row("plus sign", head + "index +1\n\nc\n", 2);
    row("two spaces", head + "index  1\n\nc\n", 2);
    row("no number", head + "index \n\nc\n", 2);
    row("hash of 31 bytes", head + "index 0\n" + toBase64(Bytes(31)) + "\n\nc\n", 3);
    row("hash with a space", head + "index 0\n" + hashLine(1) + " " + hashLine(2) + "\nc\n", 4);
    row("no blank line", head + "index 0\n" + hashLine(1), 4);
    row("no checkpoint", head + "index 0\n\n", 4);
    std::string many = head + "index 0\n";
    for (int i = 0; i < 64; ++i) many += hashLine(i);
    row("64 hashes", many + "\nc\n", 66);
  }
  void malformed() {
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    const auto proof = parseTlogProof(text.toStdString());
    QVERIFY(!proof);
    QCOMPARE(proof.error().code, ErrorCode::Malformed);
    QCOMPARE(static_cast<int>(proof.error().where.row), line);
  }

  void limits() {
    std::string text = "c2sp.org/tlog-proof@v1\nindex 9223372036854775807\n";
    for (int i = 0; i < 63; ++i) text += hashLine(i);
    QVERIFY(parseTlogProof(text + "\nc\n"));
    QCOMPARE(parseTlogProof(std::string((2u << 20) + 1, 'a')).error().code, ErrorCode::TooLarge);
  }

  void verifies() {
    for (const std::uint64_t size : {1u, 2u, 7u, 8u, 20u}) {
      for (std::uint64_t index = 0; index < size; ++index) {
        const TlogProof proof = proofOf(index, size);
        const auto again = parseTlogProof(formatTlogProof(proof)).value();
        QVERIFY(again == proof);
        const NoteVerifier witness = witnessKey(2);
        const auto opened = verifyTlogProof(again, entryOf(index), logKey(), {&witness, 1});
        QVERIFY(opened);
        QCOMPARE(opened->checkpoint.size, size);
        QCOMPARE(opened->cosignatures.size(), std::size_t{1});
        QVERIFY(!verifyTlogProof(again, entryOf(index + 1), logKey()));
      }
    }
  }

  void refusals() {
    const TlogProof proof = proofOf(3, 10);
    const Bytes entry = entryOf(3);
    const auto codeOf = [&](const TlogProof& altered) {
      const auto verdict = verifyTlogProof(altered, entry, logKey());
      return verdict ? ErrorCode::Internal : verdict.error().code;
    };
    TlogProof altered = proof;
    altered.index = 4;
    QCOMPARE(codeOf(altered), ErrorCode::Mismatch);
    altered.index = 10;
    QCOMPARE(codeOf(altered), ErrorCode::Malformed);
    altered = proof;
    altered.hashes.push_back(Hash());
    QCOMPARE(codeOf(altered), ErrorCode::Malformed);
    altered = proof;
    altered.hashes.pop_back();
    QCOMPARE(codeOf(altered), ErrorCode::Malformed);
    altered = proof;
    altered.checkpoint = proofOf(3, 11).checkpoint;
    QCOMPARE(codeOf(altered), ErrorCode::Mismatch);
    altered.checkpoint = signCheckpoint({logName, 10, {}}, keyOf(3)).value();
    QCOMPARE(codeOf(altered), ErrorCode::NotFound);
    altered.checkpoint = "checkpoint\n";
    QCOMPARE(codeOf(altered), ErrorCode::Malformed);
  }

  // The extra data is authenticated by nobody, and changes nothing.
  void extraProvesNothing() {
    TlogProof proof = proofOf(3, 10);
    proof.extra = toBytes("anything");
    const auto again = parseTlogProof(formatTlogProof(proof)).value();
    QCOMPARE(again.extra, proof.extra);
    QVERIFY(verifyTlogProof(again, entryOf(3), logKey()));
  }

  void underAPolicy() {
    const TlogProof proof = proofOf(3, 10);
    const std::string lines = "log " + logKey().vkey() + "\nwitness W2 " + witnessKey(2).vkey() +
                              "\nwitness W3 " + witnessKey(3).vkey() + "\n";
    const auto any = parseTlogPolicy(lines + "group g any W2 W3\nquorum g\n").value();
    const auto verdict = verifyTlogProof(proof, entryOf(3), any);
    QVERIFY(verdict);
    QVERIFY(verdict->quorumMet);
    QCOMPARE(verdict->cosignedBy, std::vector<std::string>{"W2"});
    QCOMPARE(verdict->witnesses, std::size_t{2});
    const auto all = parseTlogPolicy(lines + "group g all W2 W3\nquorum g\n").value();
    QVERIFY(!verifyTlogProof(proof, entryOf(3), all)->quorumMet);
    QVERIFY(!verifyTlogProof(proof, entryOf(4), any));
    const auto noLog = parseTlogPolicy("quorum none\n").value();
    QCOMPARE(verifyTlogProof(proof, entryOf(3), noLog).error().code, ErrorCode::NotFound);
  }
};

PLUMBLINE_TEST(TestProof)
#include "test_proof.moc"
