// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <clocale>

#include <QtTest>

#include "crypto/json.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

std::string nested(int depth, char open, char close) {
  return std::string(static_cast<std::size_t>(depth), open) +
         std::string(static_cast<std::size_t>(depth), close);
}

QByteArray bytes(const std::string& text) {
  return QByteArray::fromStdString(text);
}

}  // namespace

class TestJson : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // Each text is written back as the second column says.
  void accepted_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("dump");
    const auto row = [](const char* name, const QByteArray& text, const QByteArray& dump) {
      QTest::newRow(name) << text << dump;
    };
    row("null", "null", "null");
    row("white space", " \t\r\n[ true , false ]\n", "[true,false]");
    row("member order", R"({"b":1,"a":2})", R"({"b":1,"a":2})");
    row("largest integer", "9007199254740992", "9007199254740992");
    row("smallest integer", "-9007199254740992", "-9007199254740992");
    row("minus zero", "-0", "0");
    row("decimal kept as text", "0.050", "0.050");
    row("exponent kept as text", "1E+2", "1E+2");
    row("long decimal", "3.14159265358979323846264338327950288",
        "3.14159265358979323846264338327950288");
    row("escapes", "\"\\u0041\\/\\u00e4\\b\\f\\n\\r\\t\\\"\\\\\"",
        "\"A/\xc3\xa4\\b\\f\\n\\r\\t\\\"\\\\\"");
    row("control character", R"("\u0000\u001f")", R"("\u0000\u001f")");
    row("surrogate pair", R"("\ud83d\ude00")", "\"\xf0\x9f\x98\x80\"");
    row("empty name", R"({"":{}})", R"({"":{}})");
    row("names that differ in case", R"({"a":1,"A":2})", R"({"a":1,"A":2})");
    row("same name in two objects", R"({"a":{"a":1}})", R"({"a":{"a":1}})");
    row("depth 32", bytes(nested(32, '[', ']')), bytes(nested(32, '[', ']')));
  }
  void accepted() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, dump);
    const std::string source = text.toStdString();
    const auto value = parseJson(bytesOf(source));
    QVERIFY2(value, value ? "" : value.error().text().c_str());
    QCOMPARE(bytes(value->dump()), dump);
    const auto again = parseJson(bytesOf(value->pretty()));
    QVERIFY(again);
    QCOMPARE(bytes(again->dump()), dump);
  }

  void refused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const QByteArray& text, ErrorCode code) {
      QTest::newRow(name) << text << static_cast<int>(code);
    };
    const auto malformed = [&](const char* name, const QByteArray& text) {
      row(name, text, ErrorCode::Malformed);
    };
    malformed("empty", "");
    malformed("white space only", " ");
    malformed("duplicate member", R"({"a":1,"b":2,"a":1})");
    malformed("duplicate by escape", R"({"a":1,"\u0061":1})");
    malformed("duplicate deep down", R"([{"x":{"y":0,"y":0}}])");
    malformed("depth 33", bytes(nested(33, '[', ']')));
    malformed("depth 100000", QByteArray(100000, '['));
    malformed("integer over 2^53", "9007199254740993");
    malformed("integer under -2^53", "-9007199254740993");
    malformed("integer over 2^63", "9223372036854775808");
    malformed("integer over 2^64", "18446744073709551616");
    malformed("very long integer", QByteArray(400, '9'));
    malformed("decimal beyond any double", "1e999");
    malformed("lone high surrogate", R"("\ud83d")");
    malformed("lone low surrogate", R"("\ude00")");
    malformed("high surrogate, then letter", R"("\ud83dA")");
    malformed("two high surrogates", R"("\ud83d\ud83d")");
    malformed("trailing comma", "[1,]");
    malformed("trailing comma in object", R"({"a":1,})");
    malformed("trailing text", "{} {}");
    malformed("NUL and more", QByteArray("{}\0{}", 5));
    malformed("NUL at the end", QByteArray("{}\0", 3));
    malformed("NUL in a string", QByteArray("\"a\0b\"", 5));
    malformed("comment", "/* no */ 1");
    malformed("single quotes", "{'a':1}");
    malformed("name without quotes", "{a:1}");
    malformed("NaN", "NaN");
    malformed("Infinity", "-Infinity");
    malformed("leading zero", "01");
    malformed("plus sign", "+1");
    malformed("point without digits", "1.");
    malformed("no digit before point", ".5");
    malformed("hex number", "0x10");
    malformed("raw newline in string", "\"a\nb\"");
    malformed("bad escape", R"("\x41")");
    malformed("short escape", R"("\u004")");
    malformed("open string", "\"a");
    malformed("open object", R"({"a":1)");
    malformed("upper-case true", "True");
    malformed("form feed", "\f1");
    row("byte order mark", "\xef\xbb\xbf{}", ErrorCode::Encoding);
    row("bad UTF-8", "\"\xff\"", ErrorCode::Encoding);
    row("overlong UTF-8", "\"\xc0\xaf\"", ErrorCode::Encoding);
    row("surrogate in UTF-8", "\"\xed\xa0\x80\"", ErrorCode::Encoding);
    row("UTF-16", QByteArray("\xff\xfe{\0}\0", 6), ErrorCode::Encoding);
  }
  void refused() {
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    const std::string source = text.toStdString();
    const auto value = parseJson(bytesOf(source));
    QVERIFY(!value);
    QCOMPARE(static_cast<int>(value.error().code), code);
    QVERIFY(!value.error().message.empty());
    QVERIFY(value.error().where.byte >= 0);
    QVERIFY(value.error().where.byte <= text.size());
  }

  void tooLarge() {
    const auto value = parseJson(bytesOf("[1,2,3]"), 6);
    QVERIFY(!value);
    QCOMPARE(value.error().code, ErrorCode::TooLarge);
    QVERIFY(parseJson(bytesOf("[1,2,3]"), 7));
  }

  void placeNamesTheByte() {
    const auto value = parseJson(bytesOf(R"({"a": 1, "b": x})"));
    QVERIFY(!value);
    QCOMPARE(value.error().where.byte, std::int64_t{15});
  }

  // Programs set the user's locale; a decimal comma must not reach the text of a number.
  void decimalPointInEveryLocale() {
    const bool comma = std::setlocale(LC_NUMERIC, "de_DE.UTF-8") != nullptr;
    const auto value = parseJson(bytesOf("[1.25,-2.5e3]"));
    std::setlocale(LC_NUMERIC, "C");
    QVERIFY(value);
    QCOMPARE(value->dump(), std::string("[1.25,-2.5e3]"));
    if (!comma) QSKIP("the locale de_DE.UTF-8 is not installed; only the dot was tried");
  }

  void readers() {
    const auto parsed = parseJson(
        bytesOf(R"({"party":{"id":"north","size":7},"tables":[1],"x":0.5,"t":true,"n":null})"));
    QVERIFY(parsed);
    const JsonValue& root = *parsed;
    QCOMPARE(root.objectAt("party").value()->stringAt("id").value(), std::string("north"));
    QCOMPARE(root.stringAt("party.id").value(), std::string("north"));
    QCOMPARE(root.integerAt("party.size").value(), std::int64_t{7});
    QCOMPARE(root.arrayAt("tables").value()->size(), std::size_t{1});
    QCOMPARE(*root.find("x")->decimalText(), std::string("0.5"));
    QVERIFY(*root.find("t")->boolean());
    QVERIFY(root.find("n")->isNull());
    QVERIFY(root.find("party.id") == nullptr);
    QVERIFY(root.find("t")->find("id") == nullptr);
    QCOMPARE(root.stringAt("party.name").error().message.text(),
             std::string("member party.name is missing"));
    QCOMPARE(root.stringAt("tables.id").error().message.text(),
             std::string("member tables.id is missing"));
    QCOMPARE(root.stringAt("party.size").error().message.text(),
             std::string("member party.size is not a string"));
    QCOMPARE(root.integerAt("x").error().message.text(), std::string("member x is not an integer"));
    QCOMPARE(root.arrayAt("party").error().message.text(), std::string("member party is not an array"));
    QCOMPARE(root.objectAt("tables").error().message.text(),
             std::string("member tables is not an object"));
  }

  void pretty() {
    const JsonValue value(JsonObject{{"a", JsonArray{1, JsonArray{}, JsonValue::decimal("0.5")}},
                                     {"b", JsonObject{{"c", nullptr}}}});
    const std::string expected =
        "{\n  \"a\": [\n    1,\n    [],\n    0.5\n  ],\n  \"b\": {\n    \"c\": null\n  }\n}\n";
    QCOMPARE(value.pretty(), expected);
  }

  void manyMembers() {
    std::string text = "{";
    for (int i = 0; i < 100000; ++i) text += "\"m" + std::to_string(i) + "\":0,";
    QVERIFY(parseJson(bytesOf(text + "\"last\":0}")));
    QVERIFY(!parseJson(bytesOf(text + "\"m5\":0}")));
  }
};

PLUMBLINE_TEST(TestJson)
#include "test_json.moc"
