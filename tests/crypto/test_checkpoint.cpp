// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/checkpoint.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

const std::string rootText = "vt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=";

PrivateKey keyOf(int number) {
  return PrivateKey::fromSeed(Bytes(32, static_cast<std::byte>(number))).value();
}

}  // namespace

class TestCheckpoint : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void signAndOpen() {
    const Checkpoint checkpoint{"plant.example/log", 17, sha256(bytesOf("root"))};
    const std::string note = signCheckpoint(checkpoint, keyOf(1)).value();
    const auto log =
        NoteVerifier::fromKey(checkpoint.origin, NoteKeyType::Ed25519, keyOf(1).publicKey());
    const auto opened = openCheckpoint(note, log);
    QVERIFY(opened);
    QVERIFY(*opened == checkpoint);
    const auto other =
        NoteVerifier::fromKey(checkpoint.origin, NoteKeyType::Ed25519, keyOf(2).publicKey());
    QCOMPARE(openCheckpoint(note, other).error().code, ErrorCode::NotFound);
  }

  // A log's key may not vouch for the tree of another log.
  void originMustBeTheKeysName() {
    const Checkpoint checkpoint{"other.example/log", 17, {}};
    const std::string note = signNote(checkpoint.text(), "plant.example/log", keyOf(1)).value();
    const auto log =
        NoteVerifier::fromKey("plant.example/log", NoteKeyType::Ed25519, keyOf(1).publicKey());
    QCOMPARE(openCheckpoint(note, log).error().code, ErrorCode::Mismatch);
  }

  void signedNoteThatIsNoCheckpoint() {
    const auto log = NoteVerifier::fromKey("n", NoteKeyType::Ed25519, keyOf(1).publicKey());
    const std::string note = signNote("n\n", "n", keyOf(1)).value();
    QCOMPARE(openCheckpoint(note, log).error().code, ErrorCode::Malformed);
  }

  void signRefusals() {
    QVERIFY(!signCheckpoint({"", 1, {}}, keyOf(1)));
    QVERIFY(!signCheckpoint({"two words", 1, {}}, keyOf(1)));
    QVERIFY(!signCheckpoint({"two\nlines", 1, {}}, keyOf(1)));
    QVERIFY(!signCheckpoint({"log", std::uint64_t{1} << 63, {}}, keyOf(1)));
  }

  void errorsNameTheLine() {
    const auto rowOf = [](const std::string& text) {
      return parseCheckpointText(text).error().where.row;
    };
    QCOMPARE(rowOf(""), std::int64_t{1});
    QCOMPARE(rowOf("\n17\n" + rootText + "\n"), std::int64_t{1});
    QCOMPARE(rowOf("log\n"), std::int64_t{2});
    QCOMPARE(rowOf("log\n017\n" + rootText + "\n"), std::int64_t{2});
    QCOMPARE(rowOf("log\n17\nAAAA\n"), std::int64_t{3});
    QCOMPARE(rowOf("log\n17\n" + rootText), std::int64_t{3});
    QCOMPARE(rowOf("log\n17\n" + rootText + "\nmore\n"), std::int64_t{4});
  }

  void parsing_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char* name, const std::string& text, bool accepted) {
      QTest::newRow(name) << QByteArray::fromStdString(text) << accepted;
    };
    const auto sized = [&row](const char* name, const std::string& size, bool accepted) {
      row(name, "log\n" + size + "\n" + rootText + "\n", accepted);
    };
    sized("size 0", "0", true);
    sized("size 2^63 - 1", "9223372036854775807", true);
    sized("size 2^63", "9223372036854775808", false);
    sized("size 2^64", "18446744073709551616", false);
    sized("leading zero", "017", false);
    sized("two zeros", "00", false);
    sized("plus sign", "+17", false);
    sized("minus sign", "-1", false);
    sized("space before", " 17", false);
    sized("space behind", "17 ", false);
    sized("hex", "0x11", false);
    sized("exponent", "1e3", false);
    sized("empty size", "", false);
    sized("foreign digits", "\xd9\xa1\xd9\xa7", false);
    row("empty origin", "\n17\n" + rootText + "\n", false);
    row("extension line", "log\n17\n" + rootText + "\nmore\n", false);
    row("blank line behind", "log\n17\n" + rootText + "\n\n", false);
    row("no newline at the end", "log\n17\n" + rootText, false);
    row("two lines", "log\n17\n", false);
    row("root of 31 bytes", "log\n17\n" + toBase64(Bytes(31)) + "\n", false);
    row("root of 33 bytes", "log\n17\n" + toBase64(Bytes(33)) + "\n", false);
    row("root in hex", "log\n17\n" + std::string(64, 'a') + "\n", false);
    row("root with trailing bits", "log\n17\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCR=\n",
        false);
    row("empty", "", false);
  }
  void parsing() {
    QFETCH(QByteArray, text);
    QFETCH(bool, accepted);
    const auto checkpoint = parseCheckpointText(text.toStdString());
    QCOMPARE(checkpoint.ok(), accepted);
    if (accepted) {
      QCOMPARE(checkpoint->text(), text.toStdString());
    } else {
      QCOMPARE(checkpoint.error().code, ErrorCode::Malformed);
    }
  }
};

PLUMBLINE_TEST(TestCheckpoint)
#include "test_checkpoint.moc"
