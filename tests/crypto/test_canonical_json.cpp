// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "crypto/canonical_json.h"

#include "tests/program.h"

using namespace plumbline;

class TestCanonicalJson : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void oneForm_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("canonical");
    QTest::newRow("members in order") << QByteArray(R"({"b":1,"a":2,"B":[{"d":0,"c":true}]})")
                                      << QByteArray(R"({"B":[{"c":true,"d":0}],"a":2,"b":1})");
    QTest::newRow("spaces") << QByteArray("{ \"a\" : [ 1 , null ] }") << QByteArray(R"({"a":[1,null]})");
    QTest::newRow("escapes") << QByteArray(R"({"a":"\u0041\u000a\/\u20ac\u001F\u007f"})")
                             << QByteArray("{\"a\":\"A\\n/\xE2\x82\xAC\\u001f\x7F\"}");
    QTest::newRow("elements stay") << QByteArray("[3,1,2]") << QByteArray("[3,1,2]");
    QTest::newRow("fraction") << QByteArray(R"({"a":[1.5]})") << QByteArray();
    QTest::newRow("name beyond ASCII") << QByteArray("{\"\xC3\xA9\":1}") << QByteArray();
  }
  void oneForm() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, canonical);
    const auto value = parseJson(bytesOf(text.toStdString()));
    QVERIFY(value.ok());
    const auto made = canonicalJson(*value);
    QCOMPARE(made.has_value(), !canonical.isEmpty());
    if (!made) return;
    QCOMPARE(QByteArray::fromStdString(*made), canonical);
    QCOMPARE(*canonicalJson(*parseJson(bytesOf(*made))), *made);
  }
};

PLUMBLINE_TEST(TestCanonicalJson)
#include "test_canonical_json.moc"
