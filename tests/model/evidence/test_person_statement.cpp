// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Statements of people: one form only, and a set of them that is the same in whatever order it comes.

#include <algorithm>

#include <QTest>

#include "crypto/canonical_json.h"
#include "crypto/dsse.h"
#include "crypto/note.h"

#include "model/evidence/statement_set.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

PrivateKey keyOf(const std::string& name) {
  return *PrivateKey::fromSeed(sha256(bytesOf("plumbline test key " + name)).bytes);
}

JsonValue jsonOf(std::string_view text) {
  return *parseJson(bytesOf(text));
}

StatementText question() {
  StatementText text;
  text.kind = "question";
  text.scope = {"north",
                *Hash::fromHexText("ccb408843ac2143a2689539a34573ce49691ca970741195f7af0159b9920e575")};
  text.target = jsonOf(R"({"type":"finding","rule":"material_changed","records":[
      {"table":"shipments","party":"north","id":"S-42"},{"table":"receipts","party":"south","id":"R-7"}]})");
  text.said = jsonOf(R"({"seen":"043f92f54dd90b95eb9eca4ada8dcc6feb1234036fb1992bd5718a84fa3dea90",
      "text":"Why residue?","to":"north"})");
  return text;
}

PersonStatement signedBy(const StatementText& text, const std::string& name) {
  const auto made = signPersonStatement(text, name, keyOf(name));
  if (!made) qFatal("%s", made.error().text().c_str());
  return *made;
}

/// A comment on a file, after others.
PersonStatement comment(const std::string& words, const std::string& name, std::vector<Hash> after = {}) {
  StatementText text;
  text.kind = "comment";
  text.scope = {"north", std::nullopt};
  text.target = JsonObject{{"type", "file"}, {"sha256", sha256(bytesOf("file")).hex()}};
  text.said = JsonObject{{"text", words}};
  std::sort(after.begin(), after.end());
  text.after = std::move(after);
  return signedBy(text, name);
}

PersonStatement withdrawalOf(const PersonStatement& earlier, const std::string& name) {
  StatementText text;
  text.kind = "withdrawal";
  text.scope = {"north", std::nullopt};
  text.target = JsonObject{{"type", "statement"}, {"sha256", earlier.sid.hex()}};
  text.said = JsonObject{{"text", ""}};
  text.after = {earlier.sid};
  return signedBy(text, name);
}

/// The envelope around this payload, signed by this person as it stands there.
std::string envelopeOf(const std::string& payload, const std::string& name) {
  const SignatureBytes signature = keyOf(name).sign(dssePae(inTotoPayloadType, bytesOf(payload)));
  return *canonicalJson(JsonObject{{"payload", toBase64(bytesOf(payload))},
                                   {"payloadType", inTotoPayloadType},
                                   {"signatures", JsonArray{JsonObject{{"sig", toBase64(signature)}}}}});
}

std::string payloadOf(const PersonStatement& statement) {
  const JsonValue root = jsonOf(statement.envelope);
  return std::string(textOf(*fromBase64(*root.stringAt("payload"))));
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) qFatal("nothing to replace");
  return text.replace(at, from.size(), to);
}

}  // namespace

class TestPersonStatement : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  /// Known bytes: whoever writes the same statement elsewhere gets the same sid.
  void knownBytes() {
    const PersonStatement made = signedBy(question(), "citizen-1");
    QCOMPARE(made.vkey, std::string("citizen-1+90e97bb4+AWS3X2VzP6HvVbSjXMDpCWCsHBZgHTQgBlrIq9uFWTnU"));
    QCOMPARE(payloadOf(made).size(), std::size_t{732});
    QCOMPARE(made.sid.hex(),
             std::string("4aa606c870729432c17dd87d46b7f615b4d0e33929fe16bfc24fe84d9d3d54a8"));
    QCOMPARE(made.subject.hex(),
             std::string("c45a825e08f48b9d52c641d80a13ea273ab2b4c6180f95426d30f3aa8dd37c32"));
    QCOMPARE(made.envelope.size(), std::size_t{1149});
    QVERIFY(sha256(bytesOf(made.envelope)).hex().starts_with("ba766233"));
    const auto read = parsePersonStatement(made.envelope);
    QVERIFY(read.ok());
    QCOMPARE(read->sid, made.sid);
    QCOMPARE(read->text.kind, std::string("question"));
    QVERIFY(read->text.scope == question().scope);
  }

  void otherForms_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const PersonStatement good = comment("good", "anna");
    const std::string payload = payloadOf(good);
    const auto row = [](const char* name, const std::string& bytes, ErrorCode code) {
      QTest::newRow(name) << QByteArray::fromStdString(bytes) << static_cast<int>(code);
    };
    const auto resigned = [&payload](const std::string& from, const std::string& to) {
      return envelopeOf(replaced(payload, from, to), "anna");
    };
    const ErrorCode malformed = ErrorCode::Malformed;
    row("nothing", "", malformed);
    row("space", replaced(good.envelope, "{\"payload\"", "{ \"payload\""), malformed);
    row("line's end", good.envelope + "\n", malformed);
    row("key id", replaced(good.envelope, "{\"sig\"", "{\"keyid\":\"\",\"sig\""), malformed);
    row("two signatures", replaced(good.envelope, "[{", "[{\"sig\":\"AAAA\"},{"), malformed);
    row("no signature", replaced(good.envelope, good.envelope.substr(good.envelope.find("[{")), "[]}"),
        malformed);
    row("another member", replaced(good.envelope, "\"payloadType\"", "\"payloadT\":1,\"payloadType\""),
        malformed);
    row("not sorted", envelopeOf(jsonOf(payload).pretty(), "anna"), malformed);
    row("fraction", resigned("\"said\":{", "\"said\":{\"f\":0.5,"), malformed);
    row("after twice",
        resigned("\"after\":[]", "\"after\":[\"" + good.sid.hex() + "\",\"" + good.sid.hex() + "\"]"),
        malformed);
    row("another subject", resigned(sha256(bytesOf("file")).hex(), sha256(bytesOf("elif")).hex()),
        ErrorCode::Mismatch);
    row("another type of subject", resigned("\"name\":\"file\"", "\"name\":\"results\""),
        ErrorCode::Mismatch);
    row("version 2", resigned("statement:v1", "statement:v2"), ErrorCode::Unsupported);
    row("somebody else's signature", envelopeOf(payload, "bert"), ErrorCode::BadSignature);
    row("another name", resigned("\"name\":\"anna\"", "\"name\":\"bert\""), ErrorCode::BadKey);
  }
  void otherForms() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const auto read = parsePersonStatement(bytes.toStdString());
    QVERIFY(!read.ok());
    QCOMPARE(static_cast<int>(read.error().code), code);
  }

  /// No bit of it can be another one.
  void flips() {
    const PersonStatement good = comment("good", "anna");
    for (std::size_t at = 0; at < good.envelope.size(); ++at) {
      for (const int bit : {1, 32}) {
        std::string bytes = good.envelope;
        bytes[at] = static_cast<char>(bytes[at] ^ bit);
        QVERIFY2(!parsePersonStatement(bytes).ok(), bytes.c_str());
      }
    }
  }

  void aSetInAnyOrder() {
    const PersonStatement a = comment("a", "anna");
    const PersonStatement b = comment("b", "bert", {a.sid});
    const PersonStatement back = withdrawalOf(a, "anna");
    std::vector<PersonStatement> all{a, b, back};
    const auto before = [](const PersonStatement& x, const PersonStatement& y) { return x.sid < y.sid; };
    std::sort(all.begin(), all.end(), before);
    std::string first;
    do {
      StatementSet set;
      for (const PersonStatement& each : all) QVERIFY(set.add(each));
      QVERIFY(!set.add(a));
      if (first.empty()) first = set.text();
      QCOMPARE(set.text(), first);
      QVERIFY(set.takenBack() == std::set<Hash>{a.sid});
    } while (std::next_permutation(all.begin(), all.end(), before));
    // Written and read is the same.
    std::vector<StatementSet::Refused> refused;
    QCOMPARE(StatementSet::parse(first, &refused).text(), first);
    QVERIFY(refused.empty());
    // Two halves brought together, either way.
    StatementSet left, right;
    left.add(a);
    left.add(b);
    right.add(back);
    right.add(a);
    StatementSet leftFirst = left;
    leftFirst.add(right);
    right.add(left);
    QCOMPARE(leftFirst.text(), first);
    QCOMPARE(right.text(), first);
  }

  void badLinesAreTold() {
    const PersonStatement good = comment("good", "anna");
    std::vector<StatementSet::Refused> refused;
    const StatementSet set = StatementSet::parse(good.envelope + "\n\n{}\n" + good.envelope + "x\n", &refused);
    QCOMPARE(set.all().size(), std::size_t{1});
    QCOMPARE(refused.size(), std::size_t{3});
    QCOMPARE(refused[0].line, 2);
    QCOMPARE(refused[2].line, 4);
  }

  void onlyItsOwnKeyTakesBack() {
    const PersonStatement a = comment("a", "anna");
    StatementSet set;
    set.add(a);
    set.add(withdrawalOf(a, "bert"));
    QVERIFY(set.takenBack().empty());
    const PersonStatement back = withdrawalOf(a, "anna");
    set.add(back);
    QVERIFY(set.takenBack() == std::set<Hash>{a.sid});
    // What was taken back stays so, whatever becomes of the withdrawal.
    set.add(withdrawalOf(back, "anna"));
    QVERIFY(set.takenBack().contains(a.sid));
  }

  /// Only one about the same thing takes the place of another.
  void replacing() {
    const PersonStatement a = comment("a", "anna");
    StatementText text = a.text;
    text.said = JsonObject{{"text", "b"}};
    text.replaces = a.sid;
    text.after = {a.sid};
    StatementSet set;
    set.add(a);
    set.add(signedBy(text, "anna"));
    QVERIFY(set.takenBack() == std::set<Hash>{a.sid});
    text.kind = "dispute";
    StatementSet other;
    other.add(a);
    other.add(signedBy(text, "anna"));
    QVERIFY(other.takenBack().empty());
  }

  void endsAndHoles() {
    const PersonStatement a = comment("a", "anna");
    const PersonStatement b = comment("b", "bert", {a.sid});
    StatementSet set;
    set.add(a);
    set.add(b);
    QVERIFY(set.holes().empty());
    std::vector<Hash> both{a.sid, b.sid};
    std::sort(both.begin(), both.end());
    QVERIFY(set.ends(a.vkey) == both);  // anna's own end, and bert's
    QVERIFY(set.ends(b.vkey) == std::vector<Hash>{b.sid});
    StatementSet torn;
    torn.add(b);
    QVERIFY(torn.holes() == std::set<Hash>{a.sid});
  }
};

PLUMBLINE_TEST(TestPersonStatement)
#include "test_person_statement.moc"
