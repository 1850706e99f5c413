// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "crypto/policy.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

PrivateKey keyOf(int number) {
  Bytes seed(32, static_cast<std::byte>(number & 0xFF));
  seed[0] = static_cast<std::byte>(number >> 8);
  return PrivateKey::fromSeed(seed).value();
}

PublicKey publicOf(int number) {
  return keyOf(number).publicKey();
}

std::string logVkey(int number, const std::string& name = "plant.example/log") {
  return NoteVerifier::fromKey(name, NoteKeyType::Ed25519, publicOf(number)).vkey();
}

std::string witnessVkey(int number) {
  return NoteVerifier::fromKey("w" + std::to_string(number), NoteKeyType::CosignatureV1,
                               publicOf(number))
      .vkey();
}

/// Lines "witness W2 ..." and so on.
std::string witnessLines(int from, int to) {
  std::string lines;
  for (int i = from; i <= to; ++i) {
    lines += "witness W" + std::to_string(i) + " " + witnessVkey(i) + "\n";
  }
  return lines;
}

std::vector<PublicKey> keys(std::initializer_list<int> numbers) {
  std::vector<PublicKey> out;
  for (const int number : numbers) out.push_back(publicOf(number));
  return out;
}

/// A vkey of ML-DSA-44 cosignatures, which nothing here can check.
std::string foreignVkey(const std::string& name) {
  Bytes typed(1313, std::byte{7});
  typed[0] = std::byte{6};
  const Hash hash = sha256(bytesOf(name + "\n" + std::string(textOf(typed))));
  return name + "+" + toHex(hash.view().first(4)) + "+" + toBase64(typed);
}

}  // namespace

class TestPolicy : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // The example of the specification: two of X and any of Y.
  void twoLevels() {
    const auto policy = parseTlogPolicy("log " + logVkey(1) + "\n\n" + witnessLines(2, 7) +
                                        "group X-witnesses 2 W2 W3 W4\n"
                                        "group Y-witnesses any W5 W6 W7\n\n"
                                        "group X-and-Y all X-witnesses Y-witnesses\n"
                                        "quorum X-and-Y\n");
    QVERIFY(policy);
    QVERIFY(!quorumMet(*policy, {}));
    QVERIFY(!quorumMet(*policy, keys({2, 3})));
    QVERIFY(!quorumMet(*policy, keys({2, 5, 6, 7})));
    QVERIFY(quorumMet(*policy, keys({2, 3, 5})));
    QVERIFY(quorumMet(*policy, keys({7, 4, 3})));
    QVERIFY(!quorumMet(*policy, keys({2, 2, 2, 5})));
    QVERIFY(!quorumMet(*policy, keys({8, 9, 10})));
    QCOMPARE(cosignersOf(*policy, keys({5, 2, 2, 9})), (std::vector<std::string>{"W2", "W5"}));
  }

  void everyThreshold() {
    for (int k = 1; k <= 5; ++k) {
      const auto policy = parseTlogPolicy(witnessLines(2, 6) + "group g " + std::to_string(k) +
                                          " W2 W3 W4 W5 W6\nquorum g\n");
      QVERIFY(policy);
      for (unsigned set = 0; set < 32; ++set) {
        std::vector<PublicKey> cosigners;
        for (int i = 0; i < 5; ++i) {
          if ((set >> i & 1u) != 0) cosigners.push_back(publicOf(2 + i));
        }
        QCOMPARE(quorumMet(*policy, cosigners), static_cast<int>(cosigners.size()) >= k);
      }
    }
  }

  void singleWitnessAndNone() {
    const auto one = parseTlogPolicy(witnessLines(2, 3) + "quorum W3\n").value();
    QVERIFY(!quorumMet(one, keys({2})));
    QVERIFY(quorumMet(one, keys({3})));
    const auto none = parseTlogPolicy("quorum none\n").value();
    QVERIFY(quorumMet(none, {}));
    QVERIFY(none.logs.empty() && none.witnesses.empty());
  }

  void layout() {
    const auto policy = parseTlogPolicy(
        "# a comment \xff\n"
        "\t # another\n \t \n"
        "  log\t" +
        logVkey(1) +
        "   https://plant.example/\t\n"
        "witness  \xe2\x84\xaa " +
        witnessVkey(2) +
        " https://w\n"
        "witness K " +
        witnessVkey(3) +
        "\n"
        "quorum \xe2\x84\xaa\n"
        "witness later " +
        witnessVkey(4));
    QVERIFY2(policy, policy ? "" : policy.error().text().c_str());
    QCOMPARE(policy->logs.size(), std::size_t{1});
    QCOMPARE(policy->logs.front().name(), std::string("plant.example/log"));
    QCOMPARE(policy->witnesses.size(), std::size_t{3});
    // The Kelvin sign is not the letter K.
    QVERIFY(!quorumMet(*policy, keys({3, 4})));
    QVERIFY(quorumMet(*policy, keys({2})));
  }

  void refused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const std::string& text, int line,
                        ErrorCode code = ErrorCode::Malformed) {
      QTest::newRow(name) << QByteArray::fromStdString(text) << line << static_cast<int>(code);
    };
    // All but the quorum's own rows end in a good quorum, so that only the line meant is at fault.
    const auto line = [&row](const char* name, const std::string& text, int number,
                             ErrorCode code = ErrorCode::Malformed) {
      row(name, text + "quorum none\n", number, code);
    };
    const std::string two = witnessLines(2, 3);
    const auto duplicate = ErrorCode::Duplicate;
    row("empty", "", 0);
    row("no quorum", two, 2);
    row("two quorums", "quorum none\nquorum none\n", 2, duplicate);
    row("quorum of nobody", "quorum W2\n", 1);
    row("quorum of a later witness", "quorum W2\n" + two, 1);
    row("quorum of two", two + "quorum W2 W3\n", 3);
    row("quorum without a name", "quorum\n", 1);
    line("unknown word", "Quorum none\n", 1);
    row("comment behind words", "quorum none # here\n", 1);
    line("witness without a key", "witness W2\n", 1);
    line("witness with a word too many", "witness W2 " + witnessVkey(2) + " url more\n", 1);
    line("log with a word too many", "log " + logVkey(1) + " url more\n", 1);
    line("log without a key", "log\n", 1);
    line("log with a bad key", "\nlog plant+00000000+AAAA\n", 2, ErrorCode::BadKey);
    line("log with a witness's key", "log " + witnessVkey(2) + "\n", 1, ErrorCode::BadKey);
    line("witness with a log's key", "witness W " + logVkey(2) + "\n", 1, ErrorCode::BadKey);
    line("name taken", two + "witness W2 " + witnessVkey(4) + "\n", 3, duplicate);
    line("name of a witness for a group", two + "group W2 any W3\n", 3, duplicate);
    line("one key under two names", two + "witness W9 " + witnessVkey(2) + "\n", 3, duplicate);
    line("log twice", "log " + logVkey(1) + "\nlog " + logVkey(1, "other") + "\n", 2, duplicate);
    line("log is a witness too", two + "log " + logVkey(2) + "\n", 3, duplicate);
    line("witness named none", "witness none " + witnessVkey(2) + "\n", 1);
    line("group named none", two + "group none any W2\n", 3);
    line("none as a member", two + "group g any none\n", 3);
    line("group without members", two + "group g any\n", 3);
    line("member not named", two + "group g any W4\n", 3);
    line("group in itself", two + "group g any W2 g\n", 3);
    line("forward reference", two + "group g any W2 h\ngroup h any W3\n", 3);
    line("member twice in a group", two + "group g 2 W2 W2\n", 3, duplicate);
    line("member of two groups", two + "group g any W2\ngroup h any W2 W3\n", 4, duplicate);
    line("threshold 0", two + "group g 0 W2 W3\n", 3);
    line("threshold above the members", two + "group g 3 W2 W3\n", 3);
    line("threshold with a leading zero", two + "group g 01 W2 W3\n", 3);
    line("threshold with a sign", two + "group g +1 W2 W3\n", 3);
    line("threshold is no number", two + "group g most W2 W3\n", 3);
    line("threshold of 2^64 and 1", two + "group g 18446744073709551617 W2 W3\n", 3);
    row("carriage return", "quorum none\r\n", 1);
    line("escape", "# \x1b[31m\n", 1);
    row("delete", "quorum none\n# \x7f\n", 2);
    row("NUL", std::string("quorum none\n\0\n", 14), 2);
  }
  void refused() {
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(int, code);
    const auto policy = parseTlogPolicy(text.toStdString());
    QVERIFY(!policy);
    QCOMPARE(static_cast<int>(policy.error().code), code);
    QCOMPARE(static_cast<int>(policy.error().where.row), line);
  }

  // A witness of a later algorithm does not make the file unreadable, and never counts.
  void algorithmsNotKnown() {
    const auto policy =
        parseTlogPolicy("log " + foreignVkey("new.example/log") + "\n" + witnessLines(2, 2) +
                        "witness N " + foreignVkey("n") + "\ngroup g all W2 N\nquorum g\n");
    QVERIFY(policy);
    QVERIFY(policy->logs.empty());
    QCOMPARE(policy->witnesses.size(), std::size_t{2});
    QCOMPARE(policy->ignored.size(), std::size_t{2});
    QCOMPARE(policy->ignored[1].line, std::int64_t{3});
    QVERIFY(!quorumMet(*policy, keys({2})));
    std::string damaged = foreignVkey("n");
    damaged[2] = damaged[2] == '0' ? '1' : '0';
    QCOMPARE(parseTlogPolicy("witness N " + damaged + "\nquorum none\n").error().code,
             ErrorCode::BadKey);
  }

  void opens() {
    const Checkpoint checkpoint{"plant.example/log", 3, sha256(bytesOf("root"))};
    const std::string note = signCheckpoint(checkpoint, keyOf(1)).value() +
                             cosignCheckpoint(checkpoint, "w3", keyOf(3), 5).value().line() +
                             cosignCheckpoint(checkpoint, "w9", keyOf(9), 5).value().line();
    const std::string lines = "log " + logVkey(8) + "\nlog " + logVkey(1) + "\nlog " +
                              logVkey(7, "other") + "\n" + witnessLines(2, 4);
    const auto policy = parseTlogPolicy(lines + "group g 1 W2 W3 W4\nquorum g\n").value();
    const auto verdict = openUnderPolicy(note, policy);
    QVERIFY(verdict);
    QVERIFY(verdict->opened.checkpoint == checkpoint);
    QVERIFY(verdict->quorumMet);
    QCOMPARE(verdict->cosignedBy, std::vector<std::string>{"W3"});
    QCOMPARE(verdict->witnesses, std::size_t{3});
    QCOMPARE(verdict->opened.unknownSignatures, std::size_t{1});

    const auto strict = parseTlogPolicy(lines + "group g 2 W2 W3 W4\nquorum g\n").value();
    QVERIFY(!openUnderPolicy(note, strict)->quorumMet);
    const auto otherLog = parseTlogPolicy("log " + logVkey(1, "other") + "\nquorum none\n").value();
    QCOMPARE(openUnderPolicy(note, otherLog).error().code, ErrorCode::NotFound);
    const auto otherKey = parseTlogPolicy("log " + logVkey(8) + "\nquorum none\n").value();
    QCOMPARE(openUnderPolicy(note, otherKey).error().code, ErrorCode::NotFound);
    const std::string altered = "plant.example/log\n4" + note.substr(note.find("\n3\n") + 2);
    QCOMPARE(openUnderPolicy(altered, policy).error().code, ErrorCode::BadSignature);
  }

  void limits() {
    std::string lines = witnessLines(1, 1000);
    std::string members;
    for (int i = 1; i <= 1000; ++i) members += " W" + std::to_string(i);
    QVERIFY(parseTlogPolicy(lines + "group g all" + members + "\nquorum g\n"));
    QCOMPARE(parseTlogPolicy(lines + witnessLines(1001, 1001) + "quorum none\n").error().code,
             ErrorCode::TooLarge);
    std::string logs;
    for (int i = 1; i <= 1000; ++i) logs += "log " + logVkey(i) + "\n";
    QVERIFY(parseTlogPolicy(logs + "quorum none\n"));
    QCOMPARE(parseTlogPolicy(logs + "log " + logVkey(1001) + "\nquorum none\n").error().code,
             ErrorCode::TooLarge);
    std::string groups = witnessLines(1, 1);
    for (int i = 1; i <= 1000; ++i) {
      const std::string inner = i == 1 ? "W1" : "g" + std::to_string(i - 1);
      groups += "group g" + std::to_string(i) + " any " + inner + "\n";
    }
    const auto deep = parseTlogPolicy(groups + "quorum g1000\n");
    QVERIFY(deep);
    QVERIFY(quorumMet(*deep, keys({1})));
    QVERIFY(!quorumMet(*deep, keys({2})));
    QCOMPARE(parseTlogPolicy(groups + "group last any g1000\nquorum last\n").error().code,
             ErrorCode::TooLarge);
    QCOMPARE(parseTlogPolicy(std::string((1u << 20) + 1, '\n')).error().code, ErrorCode::TooLarge);
  }
};

PLUMBLINE_TEST(TestPolicy)
#include "test_policy.moc"
