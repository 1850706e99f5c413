// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/words/claim_part_words.h"
#include "ui/words/evidence_words.h"
#include "ui/words/verdict_words.h"
#include "ui/words/words.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

QString spaced(const char* text) {
  return QString::fromUtf8(text).replace(QLatin1Char('_'), QChar(0x00A0));
}

Timestamp time(const char* text) {
  return Timestamp::parse(text).value();
}

ClaimVerdict contradicted() {
  ClaimVerdict verdict;
  verdict.metric = "residual_waste";
  verdict.unit = "t";
  verdict.start = time("2141-01-01");
  verdict.end = time("2142-01-01");
  verdict.claimed = Mass::kilograms(48'310'000);
  verdict.confirmed = Mass::kilograms(46'684'000);
  verdict.receivedAsResidue = Mass::kilograms(386'400);
  verdict.withoutReceipt = Mass::kilograms(612'000);
  verdict.unaccounted = Mass::kilograms(1'240'000);
  verdict.unexplained = Mass::kilograms(628'000);
  verdict.expandedUncertainty = Mass::kilograms(180'000);
  verdict.balanceKnown = true;
  verdict.decision = Decision::Contradicted;
  verdict.reasons = {"received_as_residue"};
  verdict.wouldChange = {"corrected_receipts", "missing_receipts"};
  return verdict;
}

}  // namespace

class TestVerdictWords : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void sentenceOfTheGuide() {
    QCOMPARE(
        words::sentence(contradicted()),
        spaced("The plant claims 0_t of residual waste for Jan–Dec 2141. Confirmed by receipts: "
               "46,684_t of 48,310_t. Received as residue: 386_t. Unaccounted for: "
               "1,240_t_±_180_t. The claim is contradicted."));
    QVERIFY(words::sentence(contradicted(), words::Markup::Html)
                .contains(spaced("<b>1,240_t_±_180_t</b>")));
    QCOMPARE(words::why(contradicted()),
             QStringList{spaced("A fact: receivers recorded 386_t as residue.")});
    QCOMPARE(words::whatWouldChange(contradicted()),
             (QStringList{spaced("Corrected receipts for 386_t received as residue."),
                          spaced("Receipts for 612_t still missing.")}));
  }
  /// "On the word of" stands in the verdict and in what was confirmed, whatever the author is called.
  void onTheWordOfTheAuthor() {
    ClaimVerdict verdict = contradicted();
    verdict.onWordOf = "a%1<i>";
    QCOMPARE(words::decisionWord(verdict), QStringLiteral("Contradicted on the word of a%1<i>"));
    QCOMPARE(
        words::sentence(verdict),
        spaced("The plant claims 0_t of residual waste for Jan–Dec 2141. Confirmed by receipts: "
               "46,684_t of 48,310_t, on the word of a%1<i>. Received as residue: 386_t. "
               "Unaccounted for: 1,240_t_±_180_t. On the word of a%1<i>, who signed this audit, the "
               "claim is contradicted."));
    QVERIFY(!words::sentence(verdict, words::Markup::Html).contains(QLatin1String("<i>")));
    QCOMPARE(words::why(verdict).front(),
             spaced("A fact: receivers recorded 386_t as residue. It rests on keys that a%1<i> named "
                    "and you did not compare."));
    QVERIFY(words::partLines(verdict).front().name.endsWith(QLatin1String("on the word of a%1<i>")));
    verdict.decision = Decision::Supported;
    QCOMPARE(words::decisionWord(verdict), QStringLiteral("Supported on the word of a%1<i>"));
    verdict.decision = Decision::CannotTell;
    QCOMPARE(words::decisionWord(verdict), QStringLiteral("Cannot tell"));
  }
  void anAuthorWhomNobodyKnowsIsNamed() {
    ClaimVerdict verdict = contradicted();
    verdict.decision = Decision::CannotTell;
    verdict.wouldBe = Decision::Supported;
    verdict.openKeys = {"<b>North</b>"};
    verdict.author = "ada";
    verdict.authorDigits = "94171 32588";
    verdict.wouldChange = {"name_keys", "name_author"};
    QVERIFY(words::sentence(verdict).endsWith(QStringLiteral(
        "The claim would be supported if this key is whom it says: <b>North</b>. ada (key 94171 "
        "32588…), who signed this audit, says so. You have not compared that key.")));
    const QString html = words::sentence(verdict, words::Markup::Html);
    QVERIFY(!html.contains(QLatin1String("<b>North")));
    QVERIFY(html.contains(QLatin1String("<b>would be supported</b>")));
    QCOMPARE(words::whatWouldChange(verdict).last(),
             QStringLiteral("Or comparing the key of ada, who signed this audit."));
    verdict.wouldChange = {"name_keys", "take_word"};
    QVERIFY(!words::sentence(verdict).contains(QLatin1String("ada")));
    QCOMPARE(words::whatWouldChange(verdict).last(),
             QStringLiteral("Or reading it on the word of ada, who signed this audit and whose key "
                            "you know."));
  }
  void unknownBalanceIsNotZero() {
    ClaimVerdict verdict = contradicted();
    verdict.balanceKnown = false;
    verdict.decision = Decision::CannotTell;
    QVERIFY(words::sentence(verdict).endsWith(QStringLiteral(
        "Unaccounted for: cannot be told from these records. Whether the claim holds "
        "cannot be told.")));
  }
  /// What is missing may hold all of what the balance lacks.
  void noMassIsCountedAgainstAGap() {
    ClaimVerdict verdict = contradicted();
    QVERIFY(words::sentence(verdict).contains(QStringLiteral("Unaccounted for: 1,240")));
    verdict.missing = {{"north", Table::Receipts}};
    QVERIFY(words::sentence(verdict).contains(QStringLiteral(
        "Unaccounted for: cannot be told, records of this time are missing.")));
    QVERIFY(!words::sentence(verdict).contains(QStringLiteral("1,240")));
  }
  /// Much residue that a missing table may correct is not little.
  void residueBesideAGapIsNotTooLittle() {
    ClaimVerdict verdict = contradicted();
    verdict.decision = Decision::CannotTell;
    verdict.reasons = {"received_as_residue_little"};
    QVERIFY(words::why(verdict).join(QLatin1Char(' ')).contains(QStringLiteral("too little")));
    verdict.missing = {{"north", Table::Receipts}};
    const QString why = words::why(verdict).join(QLatin1Char(' '));
    QVERIFY2(!why.contains(QStringLiteral("too little")), qPrintable(why));
    QVERIFY2(why.contains(QStringLiteral("what is missing may correct that")), qPrintable(why));
  }
  void nothingToJudge() {
    ClaimVerdict verdict;
    verdict.metric = "none";
    QCOMPARE(
        words::sentence(verdict),
        QStringLiteral("These records hold no claim and no shipment of useful material, so there "
                       "is nothing to judge."));
  }
  void impliedIsSaidToBeImplied() {
    ClaimVerdict verdict = contradicted();
    verdict.metric = "implied";
    QVERIFY(words::sentence(verdict).startsWith(
        spaced("Nobody wrote down a claim; for Jan–Dec 2141 the plant’s shipments say that 48,310_t "
               "of useful material left.")));
    QVERIFY(!words::sentence(verdict).contains(QStringLiteral("claims")));
    QVERIFY(words::claimName(verdict).endsWith(QStringLiteral("implied by shipments")));
    QCOMPARE(words::verdictWithPeriod(verdict), QStringLiteral("Contradicted, Jan–Dec 2141"));
  }
  void unsignedRecordsOnlyState() {
    ClaimVerdict verdict = contradicted();
    verdict.stated = true;
    verdict.reasons = {"received_as_residue", "received_as_residue_little", "confirmed_by_receipts",
                       "receivers_behind"};
    const QString all = words::sentence(verdict) + words::why(verdict).join(QLatin1Char(' ')) +
                        words::partLines(verdict).front().name;
    QVERIFY2(all.contains(QStringLiteral("state")), qPrintable(all));
    QVERIFY2(!all.contains(QStringLiteral("onfirm")), qPrintable(all));
    QVERIFY2(!all.contains(QStringLiteral("igned for")), qPrintable(all));
  }
  void partsAreWrittenSoThatTheyAddUp() {
    ClaimVerdict verdict = contradicted();
    verdict.claimed = Mass::grams(3'000'000);
    verdict.parts = {};
    verdict.parts[ClaimPart::Confirmed] = Mass::grams(2'000'000);
    verdict.parts[ClaimPart::Missing] = Mass::grams(1'000'000);
    const auto kilograms = [&] {
      QStringList list;
      for (const words::PartLine& line : words::partLines(verdict)) {
        if (line.mass != Mass()) list << line.kilograms;
      }
      return list << words::partsSum(verdict);
    };
    QCOMPARE(words::partLines(verdict).size(), claimPartCount - 1);  // nothing is without a load
    QCOMPARE(kilograms(), (QStringList{spaced("2,000_kg"), spaced("1,000_kg"), spaced("3,000_kg")}));
    // Half kilograms: rounded, they would add up to one too many.
    verdict.parts[ClaimPart::Confirmed] = Mass::grams(1'999'500);
    verdict.parts[ClaimPart::Missing] = Mass::grams(1'000'500);
    QCOMPARE(kilograms(),
             (QStringList{spaced("1,999.500_kg"), spaced("1,000.500_kg"), spaced("3,000.000_kg")}));
  }
  void oneIsNotMany() {
    QCOMPARE(words::Words::tr("%Ln loads", nullptr, plural(1)), QStringLiteral("1 load"));
    QCOMPARE(words::Words::tr("%Ln loads", nullptr, plural(1'024)), QStringLiteral("1,024 loads"));
    EvidenceRow row;
    row.reason = "unsigned_files";
    row.facts = {{"files", std::int64_t{1}}};
    QCOMPARE(words::sentence(row),
             QStringLiteral("The 1 file carries no signature: it states, it confirms nothing."));
    row.facts = {{"files", std::int64_t{3}}};
    QCOMPARE(words::sentence(row),
             QStringLiteral("The 3 files carry no signature: they state, they confirm nothing."));
  }
  void figures_data() {
    QTest::addColumn<QByteArray>("metric");
    QTest::addColumn<QByteArray>("unit");
    QTest::addColumn<qint64>("micro");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* metric, const char* unit, qint64 micro, const char* expected) {
      QTest::newRow(expected) << QByteArray(metric) << QByteArray(unit) << micro
                              << spaced(expected);
    };
    row("residual_waste", "t", 0, "0_t of residual waste");
    row("residual_waste", "t", 12'500'000, "12.5_t of residual waste");
    row("useful_mass", "t", 48'310'000'000, "48,310_t of useful material");
    row("diversion_rate", "%", 98'500'000, "a diversion rate of 98.5_%");
    row("implied", "t", 0, "48,310_t of useful material");
  }
  void figures() {
    QFETCH(QByteArray, metric);
    QFETCH(QByteArray, unit);
    QFETCH(qint64, micro);
    QFETCH(QString, expected);
    ClaimVerdict verdict = contradicted();
    verdict.metric = metric.toStdString();
    verdict.unit = unit.toStdString();
    verdict.valueMicro = micro;
    QCOMPARE(words::claimText(verdict), expected);
  }
  void decisions() {
    QCOMPARE(words::decisionWord(Decision::Supported), QStringLiteral("Supported"));
    QCOMPARE(words::decisionWord(Decision::CannotTell), QStringLiteral("Cannot tell"));
    QCOMPARE(words::decisionWord(Decision::Contradicted), QStringLiteral("Contradicted"));
  }
  void everyReasonIsASentence() {
    ClaimVerdict verdict = contradicted();
    verdict.reasons = {"received_as_residue",  "received_as_residue_little",
                       "sent_as_residue",      "unaccounted",
                       "unit_unknown",         "metric_unknown",
                       "value_out_of_range",   "open_ends",
                       "water_on_the_way",
                       "waste_disposed_of",    "waste_without_operation",
                       "energy_not_counted",   "receipts_missing",
                       "receipts_pending",     "receivers_behind",
                       "not_confirmed",        "confirmed_by_receipts",
                       "no_receiver_evidence", "no_shipments",
                       "balance_unknown",      "more_out_than_in",
                       "evidence_failed",      "no_claims"};
    verdict.wouldChange = {"corrected_receipts", "missing_receipts", "pending_receipts",
                           "receiver_records",   "readable_claim",   "stock_survey",
                           "record_of_the_mass"};
    for (const QString& text : words::why(verdict) + words::whatWouldChange(verdict)) {
      QVERIFY2(text.endsWith(QLatin1Char('.')) && text.contains(QLatin1Char(' ')),
               qPrintable(text));
    }
  }

  void evidenceRows() {
    EvidenceRow row;
    row.question = EvidenceQuestion::Intact;
    row.state = CheckState::Passed;
    row.reason = "all_files_match";
    row.facts = {{"files", std::int64_t{64}}};
    QCOMPARE(words::sentence(row),
             QStringLiteral("All 64 signed files are byte for byte what was signed."));
    QCOMPARE(words::nextStep(row), QStringLiteral("Show the files"));
    row.reason = "bad_signature";
    row.facts = {{"bad", std::int64_t{2}},
                 {"sequence", std::int64_t{17}},
                 {"party", std::string("plant-1")}};
    QCOMPARE(words::sentence(row),
             QStringLiteral("2 signatures do not fit; the first is on publication 17 of plant-1."));
    row.reason = "no_witness";
    row.facts = {{"citizens", std::int64_t{2}}, {"citizens_known", std::int64_t{1}}};
    QCOMPARE(words::sentence(row),
             QStringLiteral("Your policy names no witnesses who vouch for this log. 2 other "
                            "people saw the same; you vouched for the keys of 1."));
    row.facts = {{"citizens", std::int64_t{1}}, {"citizens_known", std::int64_t{0}}};
    QVERIFY(words::sentence(row).endsWith(
        QStringLiteral("1 other person, whose key you do not know, saw the same.")));
    row.facts = {};
    QCOMPARE(words::citizensSentence(row), QString());
    row.asOf = time("2142-01-13T18:00:00Z");
    QCOMPARE(words::asOf(row), QStringLiteral("as of 13 Jan 2142, 18:00"));
    QCOMPARE(words::stateWord(CheckState::CannotTell), QStringLiteral("Cannot tell"));
    QCOMPARE(words::questionTitle(EvidenceQuestion::SameForEveryone),
             QStringLiteral("Same for everyone"));
    QCOMPARE(
        words::evidenceLimits(),
        QStringLiteral("These checks show who said it and that it has not changed, not that it is "
                       "true."));
  }

  /// The plant did not say so, as far as anybody signed: no sentence says that it claims anything.
  void whatYouEnteredIsNotThePlants() {
    ClaimVerdict verdict = contradicted();
    verdict.source = "annual report, page 4";
    verdict.text = "nothing is left";
    verdict.wouldBe = Decision::Contradicted;
    verdict.decision = Decision::CannotTell;
    verdict.reasons = {"entered", "received_as_residue"};
    verdict.wouldChange = {"published_claim"};
    const QString said = words::sentence(verdict);
    QVERIFY2(said.startsWith(spaced("Entered by you, from “annual report, page 4” (“nothing is left”): "
                                    "0_t of residual waste for Jan–Dec 2141.")),
             qPrintable(said));
    QVERIFY(said.endsWith(QLatin1String("The claim would be contradicted if the plant said so.")));
    QVERIFY(!said.contains(QLatin1String("The plant claims")));
    QCOMPARE(words::claimName(verdict), spaced("0_t of residual waste, entered by you"));
    QCOMPARE(words::decisionWord(verdict), QStringLiteral("Cannot tell yet"));
    QVERIFY(words::why(verdict).front().contains(
        QLatin1String("Nobody signed that the plant made it")));
  }

  /// Beside the list of keys their names need not be said again; without one all is said.
  void shortBesideTheKeys() {
    ClaimVerdict verdict = contradicted();
    QCOMPARE(words::shortSentence(verdict), words::sentence(verdict));
    verdict.wouldBe = Decision::Contradicted;
    verdict.decision = Decision::CannotTell;
    verdict.openKeys = {"North", "Mill"};
    QCOMPARE(words::shortSentence(verdict),
             spaced("The plant claims 0_t of residual waste for Jan–Dec 2141. It would be contradicted "
                    "if these 2 keys are whom they say: their receipts book 386_t as residue."));
    verdict.wouldBe = Decision::Supported;
    verdict.openKeys = {"Mill"};
    QCOMPARE(words::shortSentence(verdict),
             spaced("The plant claims 0_t of residual waste for Jan–Dec 2141. It would be supported if "
                    "this key is whom it says: their receipts book 46,684_t of 48,310_t as useful."));
  }

  void whoseWordItRestsOn() {
    ClaimVerdict verdict = contradicted();
    QCOMPARE(words::restsOn(verdict), QStringLiteral("whom you vouched for"));
    verdict.onWordOf = "ada";
    QCOMPARE(words::restsOn(verdict), QStringLiteral("the word of ada"));
    verdict.onlySaid = true;
    QCOMPARE(words::restsOn(verdict), QStringLiteral("nobody you named"));
    verdict.stated = true;
    QCOMPARE(words::restsOn(verdict), QStringLiteral("unsigned tables"));
  }

  /// What receivers only say is never told as what they did.
  void noPartIsMoreThanSaid() {
    ClaimVerdict verdict = contradicted();
    for (const bool stated : {false, true}) {
      verdict.onlySaid = !stated;
      verdict.stated = stated;
      for (const words::PartLine& line : words::partLines(verdict)) {
        const bool receivers = line.part != ClaimPart::Missing && line.part != ClaimPart::Pending &&
                               line.part != ClaimPart::NotJudged && line.part != ClaimPart::NoLoad;
        if (!receivers) continue;
        QVERIFY2(line.name.contains(QLatin1String("aid")) || line.name.contains(QLatin1String("tated")),
                 qPrintable(line.name));
      }
      QVERIFY(words::sentence(verdict).contains(QLatin1String("As residue, they say: ")));
    }
  }
};

PLUMBLINE_TEST(TestVerdictWords)
#include "test_verdict_words.moc"
