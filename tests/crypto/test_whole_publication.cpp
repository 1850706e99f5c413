// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/dsse.h"
#include "crypto/proof.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

constexpr const char* logName = "plant.example/log";

PrivateKey keyOf(int number) {
  return PrivateKey::fromSeed(Bytes(32, static_cast<std::byte>(number))).value();
}

std::string publication(int sequence) {
  Statement statement;
  statement.subjects.push_back({"tables/shipments.csv", sha256(bytesOf("id,net_kg\n1,12400\n"))});
  statement.predicateType = "urn:plumbline:publication:v1";
  statement.predicate =
      JsonObject{{"party", JsonObject{{"id", "ecosphere-north"}, {"role", "plant"}}},
                 {"sequence", sequence},
                 {"period", JsonObject{{"start", "2142-03-01"}, {"end", "2142-03-31"}}}};
  return signEnvelope(inTotoPayloadType, bytesOf(formatStatement(statement)), keyOf(1), "plant");
}

struct Evidence {
  std::string envelope;
  std::string proof;  // with the checkpoint and its cosignatures
};

/// The fourth of seven publications, its place in the log, and a checkpoint with two witnesses.
Evidence evidence() {
  std::vector<Hash> leaves;
  for (int i = 0; i < 7; ++i) leaves.push_back(leafHash(bytesOf(publication(i))));
  const Checkpoint checkpoint{logName, leaves.size(), treeRoot(leaves)};
  TlogProof proof;
  proof.index = 3;
  proof.hashes = inclusionProof(leaves, 3).value();
  proof.checkpoint = signCheckpoint(checkpoint, keyOf(2)).value() +
                     cosignCheckpoint(checkpoint, "w3", keyOf(3), 1'700'000'000).value().line() +
                     cosignCheckpoint(checkpoint, "w4", keyOf(4), 1'700'000'007).value().line();
  return {publication(3), formatTlogProof(proof)};
}

/// What a citizen has pinned: the plant's key, the log's key, and that both witnesses cosign.
const TlogPolicy& policy() {
  static const TlogPolicy parsed = [] {
    const auto vkey = [](const std::string& name, NoteKeyType type, int number) {
      return NoteVerifier::fromKey(name, type, keyOf(number).publicKey()).vkey();
    };
    return parseTlogPolicy("log " + vkey(logName, NoteKeyType::Ed25519, 2) + "\nwitness a " +
                           vkey("w3", NoteKeyType::CosignatureV1, 3) + "\nwitness b " +
                           vkey("w4", NoteKeyType::CosignatureV1, 4) +
                           "\ngroup both all a b\nquorum both\n")
        .value();
  }();
  return parsed;
}

/// The whole path: envelope, signature, statement, inclusion, checkpoint, quorum.
bool verifies(const Evidence& given) {
  static const PublicKey plant = keyOf(1).publicKey();
  const auto envelope = parseEnvelope(bytesOf(given.envelope));
  if (!envelope || verifyEnvelope(*envelope, {&plant, 1}).empty()) return false;
  if (!parseStatement(envelope->payload)) return false;
  const auto proof = parseTlogProof(given.proof);
  if (!proof) return false;
  const auto verdict = verifyTlogProof(*proof, bytesOf(given.envelope), policy());
  return verdict && verdict->quorumMet;
}

using Part = std::string Evidence::*;
constexpr std::array<Part, 2> parts = {&Evidence::envelope, &Evidence::proof};

}  // namespace

class TestWholePublication : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void holds() { QVERIFY(verifies(evidence())); }

  void noByteCanChange() {
    const Evidence whole = evidence();
    for (const Part part : parts) {
      for (std::size_t i = 0; i < (whole.*part).size(); ++i) {
        for (const int flip : {1, 2, 32, 128}) {
          Evidence altered = whole;
          (altered.*part)[i] = static_cast<char>((altered.*part)[i] ^ flip);
          QVERIFY2(!verifies(altered), (altered.*part).c_str());
        }
      }
    }
  }

  void nothingCanBeCutOffOrIn() {
    const Evidence whole = evidence();
    for (const Part part : parts) {
      const std::string& text = whole.*part;
      for (std::size_t i = 0; i < text.size(); ++i) {
        Evidence altered = whole;
        (altered.*part).resize(i);
        QVERIFY(!verifies(altered));
        (altered.*part) = text.substr(i + 1);
        QVERIFY(!verifies(altered));
        (altered.*part) = text.substr(0, i) + text.substr(i + 1);
        QVERIFY(!verifies(altered));
        (altered.*part) = text.substr(0, i) + " " + text.substr(i);
        QVERIFY(!verifies(altered));
      }
    }
  }

  void noLineCanGoOrComeTwice() {
    const Evidence whole = evidence();
    const QStringList lines = QString::fromStdString(whole.proof).split(u'\n');
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
      Evidence altered = whole;
      QStringList fewer = lines;
      fewer.removeAt(i);
      altered.proof = fewer.join(u'\n').toStdString();
      QVERIFY2(!verifies(altered), qPrintable(lines[i]));
    }
  }

  void anotherPublicationHasAnotherPlace() {
    Evidence altered = evidence();
    altered.envelope = publication(4);
    QVERIFY(!verifies(altered));
  }
};

PLUMBLINE_TEST(TestWholePublication)
#include "test_whole_publication.moc"
