// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/hash.h"

#include "tests/program.h"

using namespace plumbline;

class TestHash : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // Known answers of NIST's SHA-256 examples.
  void knownAnswers_data() {
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("digest");
    QTest::newRow("empty") << QByteArray()
                           << QByteArray(
                                  "e3b0c44298fc1c149afbf4c8996fb924"
                                  "27ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << QByteArray("abc")
                         << QByteArray(
                                "ba7816bf8f01cfea414140de5dae2223"
                                "b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("two blocks")
        << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QTest::newRow("a million a") << QByteArray(1000000, 'a')
                                 << QByteArray(
                                        "cdc76e5c9914fb9281a1c7e284d73e67"
                                        "f1809a48a497200e046d39ccc7112cd0");
  }
  void knownAnswers() {
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, digest);
    const std::string text = message.toStdString();
    QCOMPARE(sha256(bytesOf(text)).hex(), digest.toStdString());
  }

  void streamingStartsAnew() {
    Sha256 digest;
    digest.update(bytesOf("a"));
    digest.update({});
    digest.update(bytesOf("bc"));
    QCOMPARE(digest.finish(), sha256(bytesOf("abc")));
    QCOMPARE(digest.finish(), sha256({}));
    digest.update(bytesOf("left over"));
    Sha256 moved = std::move(digest);
    QCOMPARE(moved.finish(), sha256(bytesOf("left over")));
  }

  void textForms() {
    const Hash hash = sha256(bytesOf("abc"));
    QVERIFY(Hash::fromHexText(hash.hex()).value() == hash);
    QVERIFY(Hash::fromBase64Text(hash.base64()).value() == hash);
    QVERIFY(Hash::fromBytes(hash.view()).value() == hash);
    QVERIFY(!Hash::fromHexText(hash.hex().substr(2)));
    QVERIFY(!Hash::fromHexText(hash.hex() + "00"));
    QVERIFY(!Hash::fromBase64Text("AAAA"));
    QVERIFY(!Hash::fromBase64Text(""));
    QVERIFY(!Hash::fromBytes(hash.view().first(31)));
  }
};

PLUMBLINE_TEST(TestHash)
#include "test_hash.moc"
