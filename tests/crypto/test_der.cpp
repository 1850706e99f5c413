// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/der.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

Bytes hex(const char* text) {
  return fromHex(text).value();
}

}  // namespace

class TestDer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void reading() {
    const Bytes bytes = hex("0201050603551d0e30030101ff");
    DerReader reader(bytes, 100);
    const auto number = reader.next();
    QVERIFY(number && number->is(DerTag::Integer));
    QCOMPARE(toHex(number->content), std::string("05"));
    QCOMPARE(toHex(number->whole), std::string("020105"));
    QCOMPARE(reader.offset(), std::size_t{103});
    QVERIFY(reader.next()->is(DerTag::ObjectId));
    const auto sequence = reader.next();
    QVERIFY(sequence->is(DerTag::Sequence));
    QCOMPARE(sequence->content.size(), std::size_t{3});
    QVERIFY(reader.atEnd());
    QCOMPARE(reader.next().error().where.byte, std::int64_t{113});
  }

  void lengths() {
    for (const std::size_t length : {0u, 1u, 127u, 128u, 255u, 256u, 65535u, 65536u}) {
      std::string head = "04";
      const auto digits = [](std::size_t value, int width) {
        return QString::number(value, 16).rightJustified(width, u'0').toStdString();
      };
      if (length < 128) {
        head += digits(length, 2);
      } else {
        const int bytes = length < 256 ? 1 : length < 65536 ? 2 : 3;
        head += digits(0x80u + static_cast<unsigned>(bytes), 2) + digits(length, 2 * bytes);
      }
      Bytes bytes = fromHex(head).value();
      bytes.resize(bytes.size() + length);
      QVERIFY2(checkDer(bytes), head.c_str());
      bytes.push_back(std::byte{0});
      QVERIFY(!checkDer(bytes));
      bytes.resize(bytes.size() - 2);
      QVERIFY(!checkDer(bytes));
    }
  }

  void refused_data() {
    QTest::addColumn<QByteArray>("hexText");
    QTest::addColumn<int>("byte");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("tag alone") << QByteArray("30") << 0;
    QTest::newRow("indefinite length") << QByteArray("30800000") << 1;
    QTest::newRow("length of five bytes") << QByteArray("04850100000000aa") << 1;
    QTest::newRow("length of 2^64 and 1") << QByteArray("0489010000000000000001aa") << 1;
    QTest::newRow("long form of a short length") << QByteArray("048101aa") << 1;
    QTest::newRow("leading zero in the length") << QByteArray("04820001aa") << 1;
    QTest::newRow("leading zero before a long length")
        << QByteArray("04820080") + QByteArray(256, 'a') << 1;
    QTest::newRow("a second value") << QByteArray("0401aa0401bb") << 3;
    QTest::newRow("length cut short") << QByteArray("0482ff") << 0;
    QTest::newRow("tag of several bytes") << QByteArray("1f810100") << 0;
    QTest::newRow("content cut short") << QByteArray("0402aa") << 0;
    QTest::newRow("bytes behind") << QByteArray("0401aabb") << 3;
    QTest::newRow("inner value cut short") << QByteArray("30020402") << 2;
    QTest::newRow("inner length not short") << QByteArray("3006020105048100") << 6;
    QTest::newRow("primitive sequence") << QByteArray("1000") << 0;
    QTest::newRow("primitive set inside") << QByteArray("30021100") << 2;
    QTest::newRow("2^32 - 1 bytes") << QByteArray("0484ffffffffaa") << 0;
  }
  void refused() {
    QFETCH(QByteArray, hexText);
    QFETCH(int, byte);
    const auto verdict = checkDer(hex(hexText.constData()));
    QVERIFY(!verdict);
    QCOMPARE(verdict.error().code, ErrorCode::Malformed);
    QCOMPARE(static_cast<int>(verdict.error().where.byte), byte);
  }

  void depth() {
    const auto nested = [](int levels) {
      Bytes bytes;
      for (int i = 0; i < levels; ++i) {
        bytes.insert(bytes.begin(), {std::byte{0x30}, static_cast<std::byte>(bytes.size())});
      }
      return bytes;
    };
    QVERIFY(checkDer(nested(32)));
    QVERIFY(!checkDer(nested(40)));
  }
};

PLUMBLINE_TEST(TestDer)
#include "test_der.moc"
