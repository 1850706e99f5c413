// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/dsse.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

constexpr std::string_view abcHash =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

std::string statementJson(std::string_view type, std::string_view subjects,
                          std::string_view predicate) {
  return R"({"_type":")" + std::string(type) + R"(","subject":)" + std::string(subjects) +
         R"(,"predicateType":"urn:x","predicate":)" + std::string(predicate) + "}";
}

std::string digestJson(std::string_view hex) {
  return "{\"sha256\":\"" + std::string(hex) + "\"}";
}

std::string subjectJson(std::string_view digest) {
  return R"([{"name":"a","digest":)" + std::string(digest) + "}]";
}

}  // namespace

class TestStatement : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void roundTrip() {
    Statement statement;
    statement.subjects = {{"tables/a.csv", sha256(bytesOf("abc"))}, {"b", sha256({})}};
    statement.predicateType = "urn:plumbline:publication:v1";
    statement.predicate = JsonObject{{"sequence", 17}, {"party", JsonObject{{"id", "north"}}}};
    const std::string text = formatStatement(statement);
    const std::string head =
        "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":"
        "[{\"name\":\"tables/a.csv\",\"digest\":" +
        digestJson(abcHash);
    QCOMPARE(text.substr(0, head.size()), head);
    const auto parsed = parseStatement(bytesOf(text));
    QVERIFY(parsed);
    QCOMPARE(parsed->subjects.size(), std::size_t{2});
    QCOMPARE(parsed->subjects[0].name, std::string("tables/a.csv"));
    QCOMPARE(parsed->subjects[0].sha256.hex(), std::string(abcHash));
    QCOMPARE(parsed->predicateType, statement.predicateType);
    QCOMPARE(parsed->predicate.integerAt("sequence").value(), std::int64_t{17});
    QCOMPARE(formatStatement(*parsed), text);
  }

  void parsing_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char* name, const std::string& json, bool accepted) {
      QTest::newRow(name) << QByteArray::fromStdString(json) << accepted;
    };
    const std::string_view v1 = inTotoStatementType;
    const std::string digest = digestJson(abcHash);
    std::string upper(abcHash);
    upper[0] = 'B';
    row("complete", statementJson(v1, subjectJson(digest), "{}"), true);
    row("no subject in the list", statementJson(v1, "[]", "{}"), true);
    row("further digest",
        statementJson(v1, subjectJson(R"({"sha1":"00",)" + digestJson(abcHash).substr(1)), "{}"),
        true);
    row("version 0.1", statementJson("https://in-toto.io/Statement/v0.1", "[]", "{}"), false);
    row("subject not a list", statementJson(v1, "{}", "{}"), false);
    row("subject not an object", statementJson(v1, "[1]", "{}"), false);
    row("digest without SHA-256", statementJson(v1, subjectJson(R"({"sha1":"00"})"), "{}"), false);
    row("digest in upper case", statementJson(v1, subjectJson(digestJson(upper)), "{}"), false);
    row("digest too short", statementJson(v1, subjectJson(digestJson("ba78")), "{}"), false);
    row("digest not an object", statementJson(v1, subjectJson("1"), "{}"), false);
    row("predicate not an object", statementJson(v1, "[]", "[]"), false);
    row("predicate null", statementJson(v1, "[]", "null"), false);
    row("duplicate predicate member", statementJson(v1, "[]", R"({"a":1,"a":2})"), false);
    row("not an object", "[]", false);
    row("empty", "", false);
  }
  void parsing() {
    QFETCH(QByteArray, json);
    QFETCH(bool, accepted);
    const std::string text = json.toStdString();
    const auto statement = parseStatement(bytesOf(text));
    QCOMPARE(statement.ok(), accepted);
    if (!accepted) QCOMPARE(statement.error().code, ErrorCode::Malformed);
  }
};

PLUMBLINE_TEST(TestStatement)
#include "test_statement.moc"
