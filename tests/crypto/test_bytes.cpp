// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/bytes.h"

#include "tests/program.h"

using namespace plumbline;

class TestBytes : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void base64RoundTrip_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    // RFC 4648 section 10.
    QTest::newRow("empty") << QByteArray("") << QByteArray("");
    QTest::newRow("f") << QByteArray("f") << QByteArray("Zg==");
    QTest::newRow("fo") << QByteArray("fo") << QByteArray("Zm8=");
    QTest::newRow("foo") << QByteArray("foo") << QByteArray("Zm9v");
    QTest::newRow("foob") << QByteArray("foob") << QByteArray("Zm9vYg==");
    QTest::newRow("fooba") << QByteArray("fooba") << QByteArray("Zm9vYmE=");
    QTest::newRow("foobar") << QByteArray("foobar") << QByteArray("Zm9vYmFy");
    QTest::newRow("high bits") << QByteArray("\xfb\xff\xbf", 3) << QByteArray("+/+/");
    QTest::newRow("zero") << QByteArray(1, '\0') << QByteArray("AA==");
  }
  void base64RoundTrip() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    QCOMPARE(toBase64(bytesOf(bytes.toStdString())), text.toStdString());
    const auto decoded = fromBase64(text.toStdString());
    QVERIFY(decoded);
    QCOMPARE(QByteArray::fromStdString(std::string(textOf(*decoded))), bytes);
  }

  void base64Refused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no padding") << QByteArray("Zg");
    QTest::newRow("half padding") << QByteArray("Zg=");
    QTest::newRow("padding only") << QByteArray("====");
    QTest::newRow("three paddings") << QByteArray("Z===");
    QTest::newRow("trailing bits") << QByteArray("Zh==");
    QTest::newRow("trailing bits, two bytes") << QByteArray("Zm9=");
    QTest::newRow("inner padding") << QByteArray("Zg==Zg==");
    QTest::newRow("padding before symbol") << QByteArray("Zg=v");
    QTest::newRow("newline at end") << QByteArray("Zm9v\n");
    QTest::newRow("newline within") << QByteArray("Zm\n9v=");
    QTest::newRow("space") << QByteArray("Zm 9");
    QTest::newRow("url-safe alphabet") << QByteArray("-_-_");
    QTest::newRow("not ASCII") << QByteArray("Zm\xc3\xa4");
    QTest::newRow("NUL") << QByteArray("Zm9\0", 4);
  }
  void base64Refused() {
    QFETCH(QByteArray, text);
    const auto decoded = fromBase64(text.toStdString());
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, ErrorCode::Malformed);
  }

  void base64Any_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("standard") << QByteArray("+/+/") << true;
    QTest::newRow("url-safe") << QByteArray("-_-_") << true;
    QTest::newRow("neutral") << QByteArray("Zm9v") << true;
    QTest::newRow("both in one text") << QByteArray("+_+_") << false;
    QTest::newRow("url-safe without padding") << QByteArray("-w") << false;
    QTest::newRow("url-safe with trailing bits") << QByteArray("-x==") << false;
  }
  void base64Any() {
    QFETCH(QByteArray, text);
    QFETCH(bool, accepted);
    const auto decoded = fromBase64Any(text.toStdString());
    QCOMPARE(decoded.ok(), accepted);
    if (accepted && text.size() == 4 && text != "Zm9v") {
      QCOMPARE(toHex(*decoded), std::string("fbffbf"));
    }
  }

  // Every text of four symbols over a small alphabet either is refused or re-encodes to itself.
  void base64IsCanonical() {
    const std::string symbols = "AQgw/+=b";
    int accepted = 0;
    for (std::size_t i = 0; i < 8 * 8 * 8 * 8; ++i) {
      const std::string text = {symbols[i % 8], symbols[i / 8 % 8], symbols[i / 64 % 8],
                                symbols[i / 512]};
      const auto bytes = fromBase64(text);
      if (!bytes) continue;
      ++accepted;
      QCOMPARE(toBase64(*bytes), text);
    }
    QVERIFY(accepted >= 7 * 7 * 7 * 7);
  }

  void hex_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("empty") << QByteArray("") << true;
    QTest::newRow("all digits") << QByteArray("0123456789abcdef") << true;
    QTest::newRow("upper case") << QByteArray("AB") << false;
    QTest::newRow("odd") << QByteArray("abc") << false;
    QTest::newRow("beyond f") << QByteArray("0g") << false;
    QTest::newRow("prefix") << QByteArray("0x") << false;
    QTest::newRow("space") << QByteArray("a ") << false;
  }
  void hex() {
    QFETCH(QByteArray, text);
    QFETCH(bool, accepted);
    const auto bytes = fromHex(text.toStdString());
    QCOMPARE(bytes.ok(), accepted);
    if (accepted) QCOMPARE(toHex(*bytes), text.toStdString());
  }

  // Bad byte -1: well formed. The rows follow table 3-7 of the Unicode Standard.
  void utf8_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("badAt");
    QTest::newRow("empty") << QByteArray("") << -1;
    QTest::newRow("ASCII") << QByteArray("plain\x7f") << -1;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << -1;
    QTest::newRow("first of two bytes") << QByteArray("\xc2\x80") << -1;
    QTest::newRow("last of two bytes") << QByteArray("\xdf\xbf") << -1;
    QTest::newRow("first of three bytes") << QByteArray("\xe0\xa0\x80") << -1;
    QTest::newRow("before the surrogates") << QByteArray("\xed\x9f\xbf") << -1;
    QTest::newRow("after the surrogates") << QByteArray("\xee\x80\x80") << -1;
    QTest::newRow("U+FFFF") << QByteArray("\xef\xbf\xbf") << -1;
    QTest::newRow("U+10000") << QByteArray("\xf0\x90\x80\x80") << -1;
    QTest::newRow("U+10FFFF") << QByteArray("\xf4\x8f\xbf\xbf") << -1;
    QTest::newRow("lone continuation") << QByteArray("ab\x80") << 2;
    QTest::newRow("overlong NUL") << QByteArray("\xc0\x80") << 0;
    QTest::newRow("overlong slash") << QByteArray("\xc1\xaf") << 0;
    QTest::newRow("overlong three") << QByteArray("\xe0\x9f\xbf") << 0;
    QTest::newRow("overlong four") << QByteArray("\xf0\x8f\xbf\xbf") << 0;
    QTest::newRow("high surrogate") << QByteArray("a\xed\xa0\x80") << 1;
    QTest::newRow("low surrogate") << QByteArray("\xed\xbf\xbf") << 0;
    QTest::newRow("over U+10FFFF") << QByteArray("\xf4\x90\x80\x80") << 0;
    QTest::newRow("lead F5") << QByteArray("\xf5\x80\x80\x80") << 0;
    QTest::newRow("lead FF") << QByteArray("abc\xff") << 3;
    QTest::newRow("cut short") << QByteArray("ab\xe2\x80") << 2;
    QTest::newRow("ASCII in sequence") << QByteArray("\xe2\x80X") << 0;
  }
  void utf8() {
    QFETCH(QByteArray, text);
    QFETCH(int, badAt);
    std::size_t at = 12345;
    QCOMPARE(isUtf8(text.toStdString(), &at), badAt < 0);
    if (badAt >= 0) QCOMPARE(at, static_cast<std::size_t>(badAt));
    QCOMPARE(isUtf8(text.toStdString()), badAt < 0);
  }
};

PLUMBLINE_TEST(TestBytes)
#include "test_bytes.moc"
