// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include "model/evidence/keyring.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

PrivateKey keyOf(unsigned char seed) {
  const std::vector<std::byte> bytes(32, std::byte{seed});
  return PrivateKey::fromSeed(bytes).value();
}

NoteVerifier verifier(const std::string& name, unsigned char seed,
                      NoteKeyType type = NoteKeyType::Ed25519) {
  return NoteVerifier::fromKey(name, type, keyOf(seed).publicKey());
}

std::string log(const std::string& name, unsigned char seed) {
  return "log " + verifier(name, seed).vkey() + "\n";
}

std::string witness(const std::string& name, unsigned char seed) {
  return "witness " + name + " " +
         verifier(name + ".example", seed, NoteKeyType::CosignatureV1).vkey() + "\n";
}

}  // namespace

class TestTrust : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsAPartiesFile() {
    const std::string text = "# whose key is whose\n\n" +
                             partiesLine(Role::Plant, "north", verifier("north", 1)) +
                             "receiver\tharbour   " + verifier("harbour", 2).vkey() + "\r\n";
    const auto parties = parseParties(text);
    QVERIFY(parties);
    QCOMPARE(parties->size(), std::size_t(2));
    QCOMPARE((*parties)[0].id, std::string("north"));
    QVERIFY((*parties)[1].role == Role::Receiver);
    QCOMPARE((*parties)[1].key.vkey(), verifier("harbour", 2).vkey());
  }

  void refusesAPartiesFile_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const QString good =
        QString::fromStdString(partiesLine(Role::Plant, "north", verifier("north", 1)));
    const QString vkey = QString::fromStdString(verifier("north", 1).vkey());
    QTest::newRow("unknown role") << QStringLiteral("mayor north ") + vkey
                                  << "row 1: the role is unknown";
    // Whoever reads the list takes it for "harbour".
    QTest::newRow("id with a zero-width space")
        << QStringLiteral("receiver harbour\u200B ") + vkey << "U+200B";
    QTest::newRow("id that turns the direction")
        << QStringLiteral("receiver \u202Eharbour ") + vkey << "U+202E";
    QTest::newRow("id in two spellings")
        << QStringLiteral("receiver cafe\u0301 ") + vkey << "NFC";
    QTest::newRow("no key") << good + QStringLiteral("plant south\n")
                            << "row 2: the line is not a role";
    QTest::newRow("a word more") << good.chopped(1) + QStringLiteral(" x\n")
                                 << "row 1: the line is not";
    QTest::newRow("a bad key") << QStringLiteral("plant north ") + vkey.chopped(3) << "row 1: ";
    QTest::newRow("one key, two parties")
        << good + QString::fromStdString(partiesLine(Role::Carrier, "east", verifier("east", 1)))
        << "row 2: the key is named twice; one key has one job";
    QTest::newRow("a witness key")
        << QString::fromStdString("plant north " +
                                  verifier("n", 1, NoteKeyType::CosignatureV1).vkey())
        << "row 1: the key is of the wrong type for its job";
  }
  void refusesAPartiesFile() {
    QFETCH(QString, text);
    QFETCH(QString, message);
    const auto parties = parseParties(text.toStdString());
    QVERIFY(!parties);
    const QString found = QString::fromStdString(parties.error().text());
    QVERIFY2(found.contains(message), qPrintable(found));
  }

  void readsAPolicy() {
    const auto policy =
        parsePolicy(log("north.example/log", 11) + witness("w1", 21) + witness("w2", 22) +
                    witness("w3", 23) + "group pair 2 w1 w2\ngroup top any pair w3\nquorum top\n");
    QVERIFY(policy);
    QCOMPARE(policy->logs.size(), std::size_t(1));
    QCOMPARE(policy->logs[0].name(), std::string("north.example/log"));
    const auto met = [](const TlogPolicy& read, const std::vector<unsigned char>& seeds) {
      std::vector<PublicKey> keys;
      for (const unsigned char seed : seeds) keys.push_back(keyOf(seed).publicKey());
      return quorumMet(read, keys);
    };
    QVERIFY(met(*policy, {21, 22}));
    QVERIFY(met(*policy, {23}));
    QVERIFY(!met(*policy, {21}));
    QVERIFY(!met(*policy, {21, 21}));
    QVERIFY(!met(*policy, {}));
    QVERIFY(parsePolicy(witness("w1", 21) + "quorum none\n")->quorum.empty());
    QVERIFY(parsePolicy(witness("w1", 21) + "# no quorum line\r\n")->quorum.empty());
  }

  void aLogMayHaveAnOldAndANewKey() {
    const auto policy = parsePolicy(log("a/log", 1) + log("a/log", 2));
    QVERIFY(policy);
    QCOMPARE(policy->logs.size(), std::size_t(2));
  }

  void whatCameTwiceIsKept() {
    const std::string rules = "group g any w1 w2\nquorum g\n";
    const auto policy = parsePolicy(log("a/log", 1) + log("b/log", 1) + witness("w1", 21) +
                                        witness("w1", 22) + witness("w2", 21) + rules,
                                    RepeatedKeys::Kept);
    QVERIFY(policy);
    QCOMPARE(policy->logs.size(), std::size_t(2));
    QCOMPARE(policy->witnesses.size(), std::size_t(3));
    QCOMPARE(policy->quorum, std::string("g"));
    QCOMPARE(policy->groups[0].members.size(), std::size_t(2));
    const auto bad = parsePolicy("\nwitness w1 x\n", RepeatedKeys::Kept);
    QCOMPARE(bad.error().where.row, std::int64_t(2));
  }

  void refusesAPolicy_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const std::string& text, const char* message) {
      QTest::newRow(name) << QString::fromStdString(text) << message;
    };
    const std::string two = witness("w1", 21) + witness("w2", 22);
    row("unknown word", "notary x\n", "unknown word");
    row("key twice", log("a/log", 1) + log("b/log", 1), "row 2: the key is named twice");
    row("name twice", witness("w1", 21) + witness("w1", 22), "row 2: the name is taken");
    row("group of nobody", "group g any w1\n", "the member is not named on a line before");
    row("group of itself", two + "group g any w1 g\n", "the member is not named on a line before");
    row("member twice", two + "group g 2 w1 w1\n", "the member is in a group already");
    row("threshold zero", two + "group g 0 w1 w2\n", "the group's threshold cannot be met");
    row("threshold too high", two + "group g 3 w1 w2\n", "the group's threshold cannot be met");
    row("a name called none", "witness none " + verifier("n", 3, NoteKeyType::CosignatureV1).vkey(),
        "the name is reserved");
    row("quorum of nobody", "quorum w1\n", "the quorum is not named on a line before");
    row("quorum twice", two + "quorum w1\nquorum w2\n", "the policy has two quorum lines");
    row("log key as witness", "witness w1 " + verifier("w1", 3).vkey(), "wrong kind");
  }
  void refusesAPolicy() {
    QFETCH(QString, text);
    QFETCH(QString, message);
    const auto policy = parsePolicy(text.toStdString());
    QVERIFY(!policy);
    const QString found = QString::fromStdString(policy.error().text());
    QVERIFY2(found.contains(message), qPrintable(found));
  }

  void mergingIsTheSameEitherWayRound() {
    const std::string a = log("b/log", 2) + witness("w1", 21) + "quorum w1\n";
    const std::string b = log("a/log", 1) + witness("w1", 21) + "quorum w1\n";
    const std::string c = log("a/log", 1) + "quorum none\n";
    QCOMPARE(mergedPolicy(a, b), mergedPolicy(b, a));
    QCOMPARE(mergedPolicy(mergedPolicy(a, b), c), mergedPolicy(a, mergedPolicy(b, c)));
    QCOMPARE(mergedPolicy(mergedPolicy(a, b), a), mergedPolicy(a, b));
    QVERIFY(!parsePolicy(mergedPolicy(a, b))->quorum.empty());
    QVERIFY(parsePolicy(mergedPolicy(mergedPolicy(a, b), c))->quorum.empty());
    const std::string p = partiesLine(Role::Plant, "north", verifier("north", 1));
    const std::string q = partiesLine(Role::Carrier, "east", verifier("east", 2)) + "# note\n" + p;
    QCOMPARE(mergedParties(p, q), mergedParties(q, p));
    QCOMPARE(parseParties(mergedParties(p, q))->size(), std::size_t(2));
  }

  void oneKeyHasOneJobInBothFiles() {
    const std::string parties = partiesLine(Role::Plant, "north", verifier("north", 1));
    QVERIFY(checkTrustFiles(parties, log("n/log", 2)));
    QCOMPARE(checkTrustFiles(parties, log("n/log", 1)).error().code, ErrorCode::Duplicate);
  }
};

PLUMBLINE_TEST(TestTrust)
#include "test_trust.moc"
