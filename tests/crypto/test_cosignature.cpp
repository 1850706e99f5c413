// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/cosignature.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

PrivateKey keyOf(int number) {
  return PrivateKey::fromSeed(Bytes(32, static_cast<std::byte>(number))).value();
}

NoteVerifier logKey() {
  return NoteVerifier::fromKey("log", NoteKeyType::Ed25519, keyOf(1).publicKey());
}

NoteVerifier witnessKey(int number, const std::string& name) {
  return NoteVerifier::fromKey(name, NoteKeyType::CosignatureV1, keyOf(number).publicKey());
}

const Checkpoint checkpoint{"log", 5, sha256(bytesOf("root"))};

std::string logNote() {
  return signCheckpoint(checkpoint, keyOf(1)).value();
}

std::string lineOf(int number, const std::string& name, std::uint64_t time) {
  return cosignCheckpoint(checkpoint, name, keyOf(number), time).value().line();
}

}  // namespace

class TestCosignature : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void messageIsThatOfTheSpecification() {
    QCOMPARE(cosignatureMessage("example.com/behind-the-sofa\n20852163\n"
                                "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                                1679315147),
             std::string("cosignature/v1\ntime 1679315147\nexample.com/behind-the-sofa\n20852163\n"
                         "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"));
  }

  void signAndOpen() {
    const std::vector<NoteVerifier> witnesses{witnessKey(2, "w2"), witnessKey(3, "w3"),
                                              witnessKey(4, "w4")};
    const std::string note =
        logNote() + lineOf(4, "w4", 2000) + lineOf(2, "w2", 1000) + lineOf(5, "stranger", 1);
    const auto opened = openCosignedCheckpoint(note, logKey(), witnesses);
    QVERIFY(opened);
    QVERIFY(opened->checkpoint == checkpoint);
    QCOMPARE(opened->unknownSignatures, std::size_t{1});
    QCOMPARE(opened->cosignatures.size(), std::size_t{2});
    QCOMPARE(opened->cosignatures[0].name, std::string("w4"));
    QCOMPARE(opened->cosignatures[0].time, std::uint64_t{2000});
    QVERIFY(opened->cosignatures[0].key == keyOf(4).publicKey());
    QCOMPARE(opened->cosignatures[1].time, std::uint64_t{1000});
    const Bytes message = toBytes(cosignatureMessage(checkpoint.text(), 1000));
    QVERIFY(keyOf(2).publicKey().verify(message, opened->cosignatures[1].signature));
  }

  void everyWitnessOnce() {
    const NoteVerifier witness = witnessKey(2, "w2");
    const std::string note = logNote() + lineOf(2, "w2", 1000) + lineOf(2, "w2", 2000);
    const auto opened = openCosignedCheckpoint(note, logKey(), {&witness, 1});
    QCOMPARE(opened->cosignatures.size(), std::size_t{1});
  }

  // Witnesses alone do not make a log's checkpoint.
  void theLogHasToSign() {
    const NoteVerifier witness = witnessKey(2, "w2");
    const std::string note = checkpoint.text() + "\n" + lineOf(2, "w2", 1000);
    const auto opened = openCosignedCheckpoint(note, logKey(), {&witness, 1});
    QCOMPARE(opened.error().code, ErrorCode::NotFound);
    QVERIFY(openCosignedCheckpoint(logNote() + lineOf(2, "w2", 1000), logKey(), {}));
  }

  void otherLogsOrigin() {
    const Checkpoint other{"other", 5, {}};
    const std::string note = signNote(other.text(), "log", keyOf(1)).value();
    QCOMPARE(openCosignedCheckpoint(note, logKey(), {}).error().code, ErrorCode::Mismatch);
  }

  void falseLineNamesItsPlace() {
    const NoteVerifier witness = witnessKey(2, "w2");
    auto line = cosignCheckpoint({"log", 6, {}}, "w2", keyOf(2), 1000).value();
    const std::string note = logNote() + lineOf(5, "stranger", 1) + line.line();
    const auto opened = openCosignedCheckpoint(note, logKey(), {&witness, 1});
    QCOMPARE(opened.error().code, ErrorCode::BadSignature);
    QCOMPARE(opened.error().where.row, std::int64_t{7});
  }

  void everyFlippedByteIsRefusedOrUnknown() {
    const NoteVerifier witness = witnessKey(2, "w2");
    const std::string note = logNote() + lineOf(2, "w2", 1'700'000'000);
    for (std::size_t i = 0; i < note.size(); ++i) {
      for (const int flip : {1, 4, 32, 128}) {
        std::string altered = note;
        altered[i] = static_cast<char>(altered[i] ^ flip);
        const auto opened = openCosignedCheckpoint(altered, logKey(), {&witness, 1});
        QVERIFY2(!opened || opened->cosignatures.empty(), altered.c_str());
      }
    }
  }

  void keysOfTheWrongKind() {
    const auto plainWitness =
        NoteVerifier::fromKey("w2", NoteKeyType::Ed25519, keyOf(2).publicKey());
    QCOMPARE(openCosignedCheckpoint(logNote(), logKey(), {&plainWitness, 1}).error().code,
             ErrorCode::Usage);
    QCOMPARE(openCosignedCheckpoint(logNote(), witnessKey(1, "log"), {}).error().code,
             ErrorCode::Usage);
  }

  // A log changes its key: either signs, both may; a false line of either refuses the note.
  void severalKeysOfOneLog() {
    const std::vector<NoteVerifier> keys{
        NoteVerifier::fromKey("log", NoteKeyType::Ed25519, keyOf(9).publicKey()), logKey()};
    QVERIFY(openCosignedCheckpoint(logNote(), keys, {}));
    const std::string other = signNote("log\n6\n", "log", keyOf(9)).value();
    const std::string falseLine = other.substr(other.find("\xe2\x80\x94"));
    QCOMPARE(openCosignedCheckpoint(logNote() + falseLine, keys, {}).error().code,
             ErrorCode::BadSignature);
    const std::vector<NoteVerifier> twoLogs{
        logKey(), NoteVerifier::fromKey("other", NoteKeyType::Ed25519, keyOf(9).publicKey())};
    QCOMPARE(openCosignedCheckpoint(logNote(), twoLogs, {}).error().code, ErrorCode::Usage);
    QCOMPARE(openCosignedCheckpoint(logNote(), std::span<const NoteVerifier>(), {}).error().code,
             ErrorCode::NotFound);
  }

  void signRefusals() {
    const PrivateKey key = keyOf(2);
    QVERIFY(!cosignCheckpoint(checkpoint, "two words", key, 1));
    QVERIFY(!cosignCheckpoint(checkpoint, "", key, 1));
    QVERIFY(!cosignCheckpoint(checkpoint, "w", key, std::uint64_t{1} << 63));
    QVERIFY(cosignCheckpoint(checkpoint, "w", key, (std::uint64_t{1} << 63) - 1));
    QVERIFY(!cosignCheckpoint({"log", std::uint64_t{1} << 63, {}}, "w", key, 1));
    QVERIFY(!cosignCheckpoint({"two\nlines", 1, {}}, "w", key, 1));
  }

  void blobs() {
    Bytes blob(72, std::byte{0});
    blob[7] = std::byte{9};
    QCOMPARE(CosignatureBlob::split(blob)->time, std::uint64_t{9});
    blob[0] = std::byte{0x80};
    QVERIFY(!CosignatureBlob::split(blob));
    QVERIFY(!CosignatureBlob::split(Bytes(71)));
    QVERIFY(!CosignatureBlob::split(Bytes(73)));
    QVERIFY(!CosignatureBlob::split({}));
  }
};

PLUMBLINE_TEST(TestCosignature)
#include "test_cosignature.moc"
