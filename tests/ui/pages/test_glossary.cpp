// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "ui/pages/glossary.h"
#include "ui/pages/page_registry.h"

#include "tests/program.h"

using namespace plumbline;

class TestGlossary : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void termsAreUniqueAndSorted();
  void wordsOfTheHouseAreKept();
  void findsByBeginningThenInsideThenMeaning();
  void foundByIdWhateverTheLanguage();
  void everyPageHasHelp();
};

void TestGlossary::termsAreUniqueAndSorted() {
  QVERIFY(glossary().size() > 60);
  QSet<QString> seen;
  QString before;
  for (const GlossaryTerm& term : glossary()) {
    QVERIFY2(!seen.contains(term.term), qPrintable(term.term));
    QVERIFY2(before.compare(term.term, Qt::CaseInsensitive) < 0, qPrintable(term.term));
    QVERIFY2(term.meaning.endsWith(QLatin1Char('.')) || term.meaning.endsWith(QLatin1Char('?')),
             qPrintable(term.term));
    seen.insert(term.term);
    before = term.term;
  }
}

void TestGlossary::wordsOfTheHouseAreKept() {
  static const QRegularExpression avoided(
      QStringLiteral("\\b(fraud|fake|guilty|suspicious|verified|secure|OK)\\b"),
      QRegularExpression::CaseInsensitiveOption);
  for (const GlossaryTerm& term : glossary()) {
    QVERIFY2(!avoided.match(term.term + QLatin1Char(' ') + term.meaning).hasMatch(),
             qPrintable(term.term));
  }
}

void TestGlossary::findsByBeginningThenInsideThenMeaning() {
  const QList<GlossaryTerm> found = findTerms(QStringLiteral("log"));
  QVERIFY(found.size() >= 2);
  QVERIFY(found.first().term.contains(QStringLiteral("log"), Qt::CaseInsensitive));
  QCOMPARE(findTerms(QStringLiteral("  TARE ")).first().term, QStringLiteral("Tare"));
  QVERIFY(findTerms(QStringLiteral("zzzz")).isEmpty());
  QCOMPARE(findTerms(QString()).size(), glossary().size());
}

void TestGlossary::foundByIdWhateverTheLanguage() {
  QCOMPARE(termOf("unaccounted_for"), QStringLiteral("Unaccounted for"));
  QCOMPARE(termOf("same_for_everyone"), QStringLiteral("Same for everyone"));
  QVERIFY(!termOf("witness").isEmpty());
  QVERIFY(termOf("no_such_term").isEmpty());
}

void TestGlossary::everyPageHasHelp() {
  for (const PageEntry& entry : pageRegistry()) {
    QVERIFY2(!helpOf(entry.id).isEmpty(), entry.title);
  }
}

PLUMBLINE_WINDOW_TEST(TestGlossary)
#include "test_glossary.moc"
