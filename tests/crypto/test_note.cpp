// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/note.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

PrivateKey keyOf(int number) {
  return PrivateKey::fromSeed(Bytes(32, static_cast<std::byte>(number))).value();
}

NoteVerifier verifierOf(const std::string& name, int number,
                        NoteKeyType type = NoteKeyType::Ed25519) {
  return NoteVerifier::fromKey(name, type, keyOf(number).publicKey());
}

Bytes bigEndian(std::uint64_t time) {
  Bytes out;
  for (int shift = 56; shift >= 0; shift -= 8) {
    out.push_back(static_cast<std::byte>(time >> shift & 0xFF));
  }
  return out;
}

/// A cosignature v1 line of `number`'s key over `text`, as C2SP tlog-cosignature says.
std::string cosignatureLine(const std::string& name, int number, const std::string& text,
                            std::uint64_t time) {
  const std::string message = "cosignature/v1\ntime " + std::to_string(time) + "\n" + text;
  NoteSignature signature;
  signature.name = name;
  signature.keyId = verifierOf(name, number, NoteKeyType::CosignatureV1).keyId();
  signature.blob = bigEndian(time);
  const SignatureBytes raw = keyOf(number).sign(bytesOf(message));
  signature.blob.insert(signature.blob.end(), raw.begin(), raw.end());
  return signature.line();
}

std::string lineOf(std::size_t blobBytes) {
  NoteSignature signature;
  signature.name = "stranger";
  signature.blob = Bytes(blobBytes, std::byte{7});
  return signature.line();
}

ErrorCode codeOf(const std::string& note, const NoteVerifier& known) {
  const auto opened = openNote(note, {&known, 1});
  return opened ? ErrorCode::Internal : opened.error().code;
}

}  // namespace

class TestNote : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void signAndOpen() {
    const std::string text = "first\n\nafter a blank line, \xc3\xa4\n";
    const std::string note = signNote(text, "plant.example/log", keyOf(1)).value();
    QCOMPARE(note.substr(0, text.size() + 5), text + "\n\xe2\x80\x94 ");
    const NoteVerifier known = verifierOf("plant.example/log", 1);
    const auto opened = openNote(note, {&known, 1});
    QVERIFY(opened);
    QCOMPARE(opened->text, text);
    QCOMPARE(opened->verified.size(), std::size_t{1});
    QVERIFY(opened->unverified.empty());
    QCOMPARE(opened->text + "\n" + opened->verified.front().line(), note);
  }

  void everyFlippedByteIsRefused() {
    const std::string note = signNote("a\nb\n", "n", keyOf(1)).value();
    const NoteVerifier known = verifierOf("n", 1);
    for (std::size_t i = 0; i < note.size(); ++i) {
      for (const int flip : {1, 32, 128}) {
        std::string altered = note;
        altered[i] = static_cast<char>(altered[i] ^ flip);
        QVERIFY2(!openNote(altered, {&known, 1}), altered.c_str());
      }
    }
  }

  void openErrors() {
    const std::string note = signNote("a\n", "n", keyOf(1)).value();
    QCOMPARE(codeOf(note, verifierOf("n", 2)), ErrorCode::NotFound);
    QCOMPARE(codeOf(note, verifierOf("m", 1)), ErrorCode::NotFound);
    QCOMPARE(codeOf("b" + note, verifierOf("n", 1)), ErrorCode::BadSignature);
    QCOMPARE(codeOf("a\n", verifierOf("n", 1)), ErrorCode::Malformed);
  }

  // A false line of a known key refuses the note even where a good line of that key stands first.
  void laterFalseLineRefuses() {
    const std::string note = signNote("a\n", "n", keyOf(1)).value();
    const std::string other = signNote("b\n", "n", keyOf(1)).value();
    const std::string falseLine = other.substr(other.find("\xe2\x80\x94"));
    QCOMPARE(codeOf(note + falseLine, verifierOf("n", 1)), ErrorCode::BadSignature);
  }

  void malformed_data() {
    QTest::addColumn<QByteArray>("note");
    const QByteArray line = QByteArray::fromStdString(lineOf(64));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("signature without blank line") << "a\n" + line;
    QTest::newRow("tab in text") << "a\tb\n\n" + line;
    QTest::newRow("carriage return") << "a\r\n\n" + line;
    QTest::newRow("NUL in text") << QByteArray("a\0\n\n", 4) + line;
    QTest::newRow("escape in text") << "\x1b[31m\n\n" + line;
    QTest::newRow("bad UTF-8") << "\xc0\n\n" + line;
    QTest::newRow("hyphen for em dash") << QByteArray("a\n\n- n AAAAAAA=\n");
    QTest::newRow("em dash without space") << QByteArray("a\n\n\xe2\x80\x94n AAAAAAA=\n");
    QTest::newRow("no name") << QByteArray("a\n\n\xe2\x80\x94  AAAAAAA=\n");
    QTest::newRow("plus in name") << QByteArray("a\n\n\xe2\x80\x94 a+b AAAAAAA=\n");
    QTest::newRow("wide space in name") << QByteArray(
        "a\n\n\xe2\x80\x94 a\xe3\x80\x80"
        "b AAAAAAA=\n");
    QTest::newRow("no base64") << QByteArray("a\n\n\xe2\x80\x94 name\n");
    QTest::newRow("four bytes only") << QByteArray("a\n\n\xe2\x80\x94 n AAAAAA==\n");
    QTest::newRow("base64 without padding") << QByteArray("a\n\n\xe2\x80\x94 n AAAAAAA\n");
    QTest::newRow("space at the end") << QByteArray("a\n\n\xe2\x80\x94 n AAAAAAA= \n");
    QTest::newRow("no newline at the end") << "a\n\n" + line.chopped(1);
    QTest::newRow("blank line at the end") << "a\n\n" + line + "\n";
  }
  void malformed() {
    QFETCH(QByteArray, note);
    const auto parsed = parseNote(note.toStdString());
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::Malformed);
  }

  void limits() {
    std::string note = "a\n\n";
    for (int i = 0; i < 100; ++i) note += lineOf(5000);
    const auto parsed = parseNote(note);
    QVERIFY(parsed);
    QCOMPARE(parsed->unverified.size(), std::size_t{100});
    QCOMPARE(parsed->unverified.back().blob.size(), std::size_t{5000});
    QVERIFY(!parseNote(note + lineOf(64)));
    QVERIFY(parseNote(std::string(1000000, 'a') + "\n\n" + lineOf(64)));
    QVERIFY(!parseNote(std::string(1 << 20, 'a') + "\n\n" + lineOf(64)));
  }

  // A hundred false lines of a known key cost a hundred checks at most; a thousand lines none.
  void manySignatures() {
    const std::string note = signNote("a\nb\n", "n", keyOf(1)).value();
    const NoteVerifier known = verifierOf("n", 1);
    std::string more = note;
    for (int i = 0; i < 99; ++i) more += lineOf(64);
    QCOMPARE(openNote(more, {&known, 1})->verified.size(), std::size_t{1});
    std::string repeated = note;
    for (int i = 0; i < 99; ++i) repeated += note.substr(note.find("\xe2\x80\x94"));
    QCOMPARE(openNote(repeated, {&known, 1})->verified.size(), std::size_t{1});
    for (int i = 0; i < 900; ++i) more += lineOf(64);
    const auto opened = openNote(more, {&known, 1});
    QCOMPARE(opened.error().code, ErrorCode::Malformed);
    QCOMPARE(opened.error().where.row, std::int64_t{104});
  }

  void errorsNameTheLine() {
    const std::string text = "a\n\nb\n";
    const std::string good = lineOf(64);
    const auto rowOf = [](const std::string& note) { return parseNote(note).error().where.row; };
    QCOMPARE(rowOf("a\nb\n"), std::int64_t{3});
    QCOMPARE(rowOf(text + "\n" + good + "- n AAAAAAA=\n"), std::int64_t{6});
    QCOMPARE(rowOf(text + "\n" + good + good + "\xe2\x80\x94 n AAAA\n"), std::int64_t{7});
    QCOMPARE(rowOf(text + "\n" + good + good.substr(0, good.size() - 1)), std::int64_t{6});
    const NoteVerifier known = verifierOf("n", 1);
    const std::string other = signNote("other\n", "n", keyOf(1)).value();
    const std::string falseLine = other.substr(other.find("\xe2\x80\x94"));
    const auto opened = openNote(text + "\n" + good + good + falseLine, {&known, 1});
    QCOMPARE(opened.error().code, ErrorCode::BadSignature);
    QCOMPARE(opened.error().where.row, std::int64_t{7});
    const std::vector<NoteVerifier> twice{known, known};
    const auto ambiguous = openNote(text + "\n" + good + falseLine, twice);
    QCOMPARE(ambiguous.error().code, ErrorCode::Duplicate);
    QCOMPARE(ambiguous.error().where.row, std::int64_t{6});
  }

  void signRefusals() {
    const PrivateKey key = keyOf(1);
    QVERIFY(!signNote("", "n", key));
    QVERIFY(!signNote("no newline", "n", key));
    QVERIFY(!signNote("tab\t\n", "n", key));
    QVERIFY(!signNote("\xff\n", "n", key));
    for (const char* name : {"",
                             "a b",
                             "a+b",
                             "a\tb",
                             "a\xc2\xa0"
                             "b",
                             "a\nb",
                             "\xff",
                             "\x7f",
                             "a\u0085b",
                             "a\u009bb",
                             "a\u1680b",
                             "a\u2003b",
                             "a\u2028b",
                             "a\u3000b",
                             "a\u200bb",
                             "a\u202eb",
                             "a\u2066b",
                             "a\u00adb",
                             "\ufeffa",
                             "a\u0600b",
                             "a\u1160b",
                             "a\u3164b",
                             "a\ufe0fb",
                             "a\U000e0100b",
                             "a\U000e0041b",
                             "a\U0001d173b",
                             "a\ufff9b"}) {
      QVERIFY(!isNoteName(name));
      QVERIFY(!signNote("a\n", name, key));
    }
    for (const char* name : {"m\xc3\xbcller.example/w\xe2\x82\xac", "\u5de5\u5834-1",
                             "\u0645\u0635\u0646\u0639", "\U0001f33f", "<b>x</b>"}) {
      QVERIFY2(isNoteName(name), name);
    }
  }

  void vkeys() {
    for (const NoteKeyType type : {NoteKeyType::Ed25519, NoteKeyType::CosignatureV1}) {
      const NoteVerifier verifier = verifierOf("witness.example/w", 3, type);
      const auto parsed = NoteVerifier::fromVkey(verifier.vkey());
      QVERIFY(parsed);
      QCOMPARE(parsed->name(), verifier.name());
      QCOMPARE(parsed->keyId(), verifier.keyId());
      QVERIFY(parsed->type() == type);
      QVERIFY(parsed->key() == verifier.key());
    }
    QVERIFY(verifierOf("w", 3).keyId() != verifierOf("w", 3, NoteKeyType::CosignatureV1).keyId());
  }

  // A key of an algorithm to come is not the same as a damaged one.
  void vkeyOfAnUnknownAlgorithm() {
    Bytes typed(33, std::byte{9});
    for (const unsigned type : {0x00u, 0x02u, 0x03u, 0x05u, 0x06u, 0xFFu}) {
      typed[0] = static_cast<std::byte>(type);
      const Hash hash = sha256(bytesOf("n\n" + std::string(textOf(typed))));
      const std::string tail = "+" + toBase64(typed);
      const std::string id = toHex(hash.view().first(4));
      QCOMPARE(NoteVerifier::fromVkey("n+" + id + tail).error().code, ErrorCode::Unsupported);
      QCOMPARE(NoteVerifier::fromVkey("n+00000000" + tail).error().code, ErrorCode::BadKey);
    }
  }

  // The id fits; the name could never stand in a signature line.
  void vkeyOfABadName() {
    Bytes typed{std::byte{1}};
    const KeyBytes key = keyOf(1).publicKey().bytes();
    typed.insert(typed.end(), key.begin(), key.end());
    for (const std::string name : {"", "two words", "tab\t", "wide\xe3\x80\x80space", "\xff"}) {
      const Hash hash = sha256(bytesOf(name + "\n" + std::string(textOf(typed))));
      const std::string id = toHex(hash.view().first(4));
      const auto verifier = NoteVerifier::fromVkey(name + "+" + id + "+" + toBase64(typed));
      QVERIFY(!verifier);
      QCOMPARE(verifier.error().code, ErrorCode::BadKey);
    }
  }

  void vkeyOfLowOrderIsRefused() {
    Bytes typed(33, std::byte{0});
    typed[0] = std::byte{1};
    const Hash hash = sha256(bytesOf("n\n" + std::string(textOf(typed))));
    const std::string id = toHex(hash.view().first(4));
    const auto key = NoteVerifier::fromVkey("n+" + id + "+" + toBase64(typed));
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::BadKey);
  }

  // The example in C2SP tlog-cosignature; the witness's key is not published there, so only the
  // structure is read.
  void cosignatureStructure() {
    const auto parsed = parseNote(
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
        "\xe2\x80\x94 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWX"
        "EhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n");
    QVERIFY(parsed);
    QCOMPARE(parsed->unverified.front().blob.size(), std::size_t{72});
    const Bytes time = bigEndian(1679315147);
    QVERIFY(std::equal(time.begin(), time.end(), parsed->unverified.front().blob.begin()));
  }

  void cosignatures() {
    const std::string text = "log\n5\n" + Hash().base64() + "\n";
    const std::string note = signNote(text, "log", keyOf(1)).value();
    const std::string good = cosignatureLine("w", 2, text, 1679315147);
    const std::vector<NoteVerifier> known{verifierOf("log", 1),
                                          verifierOf("w", 2, NoteKeyType::CosignatureV1)};
    const auto opened = openNote(note + good, known);
    QVERIFY(opened);
    QCOMPARE(opened->verified.size(), std::size_t{2});
    QCOMPARE(opened->verified[1].name, std::string("w"));

    const std::string otherText = cosignatureLine("w", 2, "log\n6\n", 1679315147);
    QCOMPARE(openNote(note + otherText, known).error().code, ErrorCode::BadSignature);
    const std::string farFuture = cosignatureLine("w", 2, text, std::uint64_t{1} << 63);
    QCOMPARE(openNote(note + farFuture, known).error().code, ErrorCode::BadSignature);
    QVERIFY(openNote(note + cosignatureLine("w", 2, text, ~std::uint64_t{0} >> 1), known));
  }

  // The time is signed: another one in the blob must not stand.
  void cosignatureTimeIsBound() {
    const std::string text = "log\n5\n" + Hash().base64() + "\n";
    const NoteVerifier witness = verifierOf("w", 2, NoteKeyType::CosignatureV1);
    auto parsed = parseNote(text + "\n" + cosignatureLine("w", 2, text, 1000)).value();
    NoteSignature signature = parsed.unverified.front();
    QVERIFY(openNote(text + "\n" + signature.line(), {&witness, 1}));
    signature.blob[7] ^= std::byte{1};
    QCOMPARE(codeOf(text + "\n" + signature.line(), witness), ErrorCode::BadSignature);
    signature.blob.resize(64);
    QCOMPARE(codeOf(text + "\n" + signature.line(), witness), ErrorCode::BadSignature);
  }

  // A key of one type does not open a line of the other, although the key bytes are the same.
  void keyTypesDoNotMix() {
    const std::string text = "log\n5\n" + Hash().base64() + "\n";
    const std::string plain = signNote(text, "w", keyOf(2)).value();
    QCOMPARE(codeOf(plain, verifierOf("w", 2, NoteKeyType::CosignatureV1)), ErrorCode::NotFound);
    const std::string timed = text + "\n" + cosignatureLine("w", 2, text, 1000);
    QCOMPARE(codeOf(timed, verifierOf("w", 2)), ErrorCode::NotFound);
  }
};

PLUMBLINE_TEST(TestNote)
#include "test_note.moc"
