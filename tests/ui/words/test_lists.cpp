// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/words/lists.h"

#include "tests/program.h"
#include "tests/ui/pseudo_language.h"

using namespace plumbline;

class TestLists : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void inEnglish() {
    const QStringList three{QStringLiteral("paper"), QStringLiteral("PET"),
                            QStringLiteral("glass")};
    QCOMPARE(words::listed(three), QStringLiteral("paper, PET, glass"));
    QCOMPARE(words::listedWithAnd(three), QStringLiteral("paper, PET and glass"));
    QCOMPARE(words::listedApart(three), QStringLiteral("paper; PET; glass"));
  }
  void fewParts() {
    const QStringList one{QStringLiteral("paper")};
    QCOMPARE(words::listedWithAnd({}), QString());
    QCOMPARE(words::listedWithAnd(one), QStringLiteral("paper"));
    QCOMPARE(words::listedWithAnd(one + one), QStringLiteral("paper and paper"));
    QCOMPARE(words::listed({}), QString());
  }
  /// Every language has its own comma.
  void inAnotherLanguage() {
    test::PseudoLanguage pseudo;
    QVERIFY(QCoreApplication::installTranslator(&pseudo));
    const QStringList two{QStringLiteral("1"), QStringLiteral("2")};
    QCOMPARE(words::listed(two), QStringLiteral("1⟦, ⟧2"));
    QCOMPARE(words::listedApart(two), QStringLiteral("1⟦; ⟧2"));
    QCOMPARE(words::listedWithAnd(two), QStringLiteral("⟦1 ááñð 2⟧"));
  }
};

PLUMBLINE_TEST(TestLists)
#include "test_lists.moc"
