// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/cosignature.h"
#include "crypto/witness.h"

#include "tests/crypto/vector_json.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

PrivateKey keyOf(int number) {
  return PrivateKey::fromSeed(Bytes(32, static_cast<std::byte>(number))).value();
}

NoteVerifier logKey() {
  return NoteVerifier::fromKey("log", NoteKeyType::Ed25519, keyOf(1).publicKey());
}

std::vector<Hash> leavesOf(std::uint64_t size) {
  std::vector<Hash> leaves;
  for (std::uint64_t i = 0; i < size; ++i) {
    leaves.push_back(leafHash(bytesOf("entry " + std::to_string(i))));
  }
  return leaves;
}

Checkpoint checkpointOf(std::uint64_t size) {
  return {"log", size, treeRoot(leavesOf(size))};
}

WitnessRequest request(std::uint64_t oldSize, const Checkpoint& checkpoint, int key = 1) {
  WitnessRequest out{oldSize, {}, signCheckpoint(checkpoint, keyOf(key)).value()};
  if (oldSize > 0 && oldSize <= checkpoint.size) {
    out.proof = consistencyProof(leavesOf(checkpoint.size), oldSize).value();
  }
  return out;
}

WitnessAnswer answer(const WitnessRequest& given, const std::optional<Checkpoint>& latest) {
  const NoteVerifier log = logKey();
  return answerAddCheckpoint(given, {&log, 1}, latest);
}

}  // namespace

class TestWitness : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // The conversation of torchwood's litewitness: each request meets the state the last one left.
  void litewitness() {
    REQUIRE_SHARED(path, "vectors/torchwood-litewitness/add-checkpoint.json");
    const QJsonObject vectors = readJson(path).object();
    const auto key = PublicKey::fromBytes(hexBytes(vectors[u"log_key_hex"])).value();
    const QJsonArray requests = vectors[u"requests"].toArray();
    QCOMPARE(requests.size(), 9);
    const auto first = parseWitnessRequest(utf8(requests[0][u"body"])).value();
    const auto log = NoteVerifier::fromKey(std::string(claimedOrigin(first.checkpoint)),
                                           NoteKeyType::Ed25519, key);
    std::optional<Checkpoint> latest;
    std::vector<int> sizes;
    for (const QJsonValue& value : requests) {
      const auto parsed = parseWitnessRequest(utf8(value[u"body"]));
      QVERIFY(parsed);
      const WitnessAnswer given = answerAddCheckpoint(*parsed, {&log, 1}, latest);
      QVERIFY2(httpStatus(given.decision) == value[u"http"].toInt(), given.reason.text().c_str());
      if (given.decision == WitnessDecision::Conflict) QCOMPARE(given.knownSize, latest->size);
      if (given.decision != WitnessDecision::Cosign) continue;
      latest = given.checkpoint;
      sizes.push_back(static_cast<int>(latest->size));
    }
    QCOMPARE(sizes, (std::vector<int>{1, 3, 5}));
  }

  void everyPairOfSizes() {
    for (std::uint64_t oldSize = 0; oldSize <= 12; ++oldSize) {
      const auto latest = oldSize == 0 ? std::nullopt : std::optional(checkpointOf(oldSize));
      for (std::uint64_t size = oldSize; size <= 12; ++size) {
        const WitnessAnswer given = answer(request(oldSize, checkpointOf(size)), latest);
        QVERIFY2(given.decision == WitnessDecision::Cosign, given.reason.text().c_str());
        QVERIFY(given.checkpoint == checkpointOf(size));
      }
    }
  }

  void decisions() {
    const std::optional<Checkpoint> five = checkpointOf(5);
    const auto decide = [&](const WitnessRequest& given, const std::optional<Checkpoint>& latest) {
      return httpStatus(answer(given, latest).decision);
    };
    QCOMPARE(decide(request(5, checkpointOf(9)), five), 200);
    QCOMPARE(decide(request(5, checkpointOf(9), 2), five), 403);
    Checkpoint stranger = checkpointOf(9);
    stranger.origin = "other";
    QCOMPARE(decide(request(5, stranger), five), 403);
    // A log's key may not vouch for the tree of another log.
    WitnessRequest foreign = request(5, checkpointOf(9));
    foreign.checkpoint = signNote(stranger.text(), "log", keyOf(1)).value();
    QCOMPARE(decide(foreign, five), 403);
    QCOMPARE(decide(request(9, checkpointOf(5)), five), 400);
    QCOMPARE(decide(request(4, checkpointOf(9)), five), 409);
    QCOMPARE(decide(request(0, checkpointOf(9)), five), 409);
    QCOMPARE(decide(request(5, checkpointOf(9)), std::nullopt), 409);
    QCOMPARE(decide(request(5, {"log", 5, sha256(bytesOf("fork"))}), five), 409);
    QCOMPARE(decide(request(5, {"log", 9, sha256(bytesOf("fork"))}), five), 422);
    WitnessRequest altered = request(5, checkpointOf(9));
    altered.proof.pop_back();
    QCOMPARE(decide(altered, five), 422);
    altered = request(5, checkpointOf(5));
    altered.proof.push_back(Hash());
    QCOMPARE(decide(altered, five), 422);
    altered = request(0, checkpointOf(3));
    altered.proof.push_back(Hash());
    QCOMPARE(decide(altered, std::nullopt), 422);
    QCOMPARE(decide(request(0, {"log", 0, Hash()}), std::nullopt), 422);
    QCOMPARE(decide(request(0, checkpointOf(0)), std::nullopt), 200);
    altered = request(5, checkpointOf(9));
    altered.checkpoint.replace(altered.checkpoint.find("\n9\n"), 3, "\n8\n");
    QCOMPARE(decide(altered, five), 403);
    altered.checkpoint = "log\n";
    QCOMPARE(decide(altered, five), 403);
    altered.checkpoint = signNote("log\nnine\n", "log", keyOf(1)).value();
    QCOMPARE(decide(altered, five), 400);
  }

  void conflictTellsTheSize() {
    const WitnessAnswer given = answer(request(2, checkpointOf(9)), checkpointOf(5));
    QCOMPARE(given.knownSize, std::uint64_t{5});
    QCOMPARE(given.reason.code, ErrorCode::Inconsistent);
  }

  // What a witness cosigns opens with its key.
  void cosigns() {
    const WitnessRequest given = request(5, checkpointOf(9));
    const WitnessAnswer verdict = answer(given, checkpointOf(5));
    const auto line = cosignCheckpoint(verdict.checkpoint, "w", keyOf(2), 1'700'000'000).value();
    const auto witness =
        NoteVerifier::fromKey("w", NoteKeyType::CosignatureV1, keyOf(2).publicKey());
    const auto opened =
        openCosignedCheckpoint(given.checkpoint + line.line(), logKey(), {&witness, 1});
    QVERIFY(opened);
    QCOMPARE(opened->cosignatures.size(), std::size_t{1});
  }

  void malformed_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("line");
    const auto row = [](const char* name, const std::string& body, int line) {
      QTest::newRow(name) << QByteArray::fromStdString(body) << line;
    };
    const std::string hash = Hash().base64() + "\n";
    std::string many = "old 1\n";
    for (int i = 0; i < 64; ++i) many += hash;
    row("empty", "", 1);
    row("no old size", "\nc\n", 1);
    row("no number", "old \n\nc\n", 1);
    row("leading zero", "old 01\n\nc\n", 1);
    row("minus sign", "old -1\n\nc\n", 1);
    row("2^63", "old 9223372036854775808\n\nc\n", 1);
    row("capital letter", "Old 1\n\nc\n", 1);
    row("bad hash", "old 1\n" + hash + "AAAA\n\nc\n", 3);
    row("no blank line", "old 1\n" + hash, 3);
    row("no checkpoint", "old 1\n" + hash + "\n", 4);
    row("64 hashes", many + "\nc\n", 65);
  }
  void malformed() {
    QFETCH(QByteArray, body);
    QFETCH(int, line);
    const auto parsed = parseWitnessRequest(body.toStdString());
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::Malformed);
    QCOMPARE(static_cast<int>(parsed.error().where.row), line);
  }

  void tooLarge() {
    QCOMPARE(parseWitnessRequest(std::string((2u << 20) + 1, 'a')).error().code,
             ErrorCode::TooLarge);
  }
};

PLUMBLINE_TEST(TestWitness)
#include "test_witness.moc"
