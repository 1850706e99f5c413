// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLocale>
#include <QTest>

#include "ui/words/format.h"
#include "ui/words/language.h"

#include "tests/program.h"
#include "tests/ui/pseudo_language.h"

using namespace plumbline;

namespace {

constexpr QChar space(0x00A0);

}  // namespace

class TestLanguage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void cleanup() { setLanguage({}); }

  void beginsInEnglish() {
    QVERIFY(languages().contains(QStringLiteral("en")));
    QCOMPARE(formatCount(1'004'812), QStringLiteral("1,004,812"));
    QCOMPARE(formatReal(1234.56, 1), QStringLiteral("1,234.6"));
  }

  void pluralsOfEnglish() {
    const auto rows = [](std::int64_t count) {
      return QCoreApplication::translate("plumbline::Words", "%Ln rows", nullptr, plural(count));
    };
    QCOMPARE(rows(0), QStringLiteral("0 rows"));
    QCOMPARE(rows(1), QStringLiteral("1 row"));
    QCOMPARE(rows(1'240), QStringLiteral("1,240 rows"));
    QCOMPARE(words::days({1'000}), QStringLiteral("1 day"));
    QCOMPARE(words::days({156'000}), QStringLiteral("156") + space + QStringLiteral("days"));
    QCOMPARE(words::days({-3'000}),
             QChar(0x2212) + QStringLiteral("3") + space + QStringLiteral("days"));
  }

  /// No words, so no figures of that language beside English words either.
  void englishWhereThereAreNoWords() {
    setLanguage({QStringLiteral("tlh-KX"), QStringLiteral("xx")});
    QCOMPARE(QLocale().language(), QLocale::English);
    QCOMPARE(formatCount(1'240), QStringLiteral("1,240"));
    setLanguage({QStringLiteral("en-GB"), QStringLiteral("de-DE")});
    QCOMPARE(QLocale(), QLocale(QLocale::English, QLocale::UnitedStates));
  }

  void numbersAsTheLanguageWritesThem() {
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(formatTonnes(Mass::grams(1'240'000'000)),
             QStringLiteral("1.240") + space + QStringLiteral("t"));
    QCOMPARE(formatTonnes(Mass::grams(6'140'000), 2),
             QStringLiteral("6,14") + space + QStringLiteral("t"));
    QCOMPARE(words::probability({10'000}), QStringLiteral("0,01"));
    QCOMPARE(QCoreApplication::translate("plumbline::Words", "%Ln rows", nullptr, 1'240),
             QStringLiteral("1.240 rows"));
    QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
    QCOMPARE(formatReal(1.05, 2), QStringLiteral("١٫٠٥"));
    QCOMPARE(formatDate(Timestamp()), QStringLiteral("١ Jan ١٩٧٠"));
  }

  void pseudoLanguageKeepsWhatIsNoWord() {
    QCOMPARE(test::inPseudo(QStringLiteral("%1 of %Ln")), QStringLiteral("⟦%1 ööƒ %Ln⟧"));
    QCOMPARE(test::inPseudo(QStringLiteral("<b>a</b> &amp; **b**")),
             QStringLiteral("⟦<b>áá</b> &amp; **ƀ**⟧"));
    QCOMPARE(test::inPseudo(QStringLiteral("Key (*.key);;All (*)")),
             QStringLiteral("⟦Ķééý (*.key);;Ááļļ (*)⟧"));
    QVERIFY(
        test::plainWords(test::inPseudo(QStringLiteral("Every letter has an accent."))).isEmpty());
    QCOMPARE(test::plainWords(QStringLiteral("⟦ĥááš⟧ SH-0417")), QStringList{QStringLiteral("SH")});
  }
};

PLUMBLINE_TEST(TestLanguage)
#include "test_language.moc"
