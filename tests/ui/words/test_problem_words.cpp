// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/words/problem_words.h"

#include "tests/program.h"

using namespace plumbline;

class TestProblemWords : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void otherLettersAreNamed() {
    QCOMPARE(
        words::alikeSentence({"north", "n\u043Erth"}),
        QStringLiteral(
            "north and n\u043Erth look alike (\u043E is U+043E). They are different parties, and "
            "both may be honest: compare their keys, not their names."));
  }

  void threeOfTheKeyboard() {
    QVERIFY(words::alikeSentence({"p1", "pI", "pl"})
                .startsWith(QStringLiteral("p1, pI and pl look alike. They")));
  }

  /// The audit's own words for ids that look alike are not said a second time.
  void everyProblemOnce() {
    AuditResult audit;
    for (const char* id : {"north", "n\u043Erth", "south"})
      audit.evidence.parties.emplace_back().id = id;
    audit.problems = {
        {"north, n\u043Erth", {ErrorCode::Inconsistent, "parties have ids that look alike"}},
        {"a\u202E.csv", {ErrorCode::Unsupported, "the file is of no kind this program can read"}}};
    const QStringList sentences = words::problemSentences(audit);
    QCOMPARE(sentences.size(), 2);
    QVERIFY(sentences[0].startsWith(QStringLiteral("north and n\u043Erth look alike")));
    QCOMPARE(sentences[1],
             QStringLiteral("a⟨U+202E⟩.csv: the file is of no kind this program can read"));
  }

  void honestNamesAreLeftInPeace() {
    AuditResult audit;
    for (const char* id : {"north", "south", "harbour"})
      audit.evidence.parties.emplace_back().id = id;
    QCOMPARE(words::problemSentences(audit), QStringList());
  }
};

PLUMBLINE_TEST(TestProblemWords)
#include "test_problem_words.moc"
