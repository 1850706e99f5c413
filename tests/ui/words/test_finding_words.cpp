// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QRegularExpression>
#include <QTest>

#include "model/checks/rule.h"
#include "model/findings/source_rules.h"

#include "ui/words/finding_words.h"
#include "ui/words/rules/rule_words.h"

#include "tests/program.h"
#include "tests/ui/sample_result.h"
#include "tests/ui/words/heard_faults.h"

using namespace plumbline;

namespace {

QString spaced(const char* text) {
  return QString::fromUtf8(text).replace(QLatin1Char('_'), QChar(0x00A0));
}

Timestamp time(const char* text) {
  return Timestamp::parse(text).value();
}

Finding load(const char* rule, Severity severity) {
  Finding finding;
  finding.rule = rule;
  finding.severity = severity;
  finding.amount = Mass::kilograms(17'240);
  finding.time = time("2141-04-08T07:12:00Z");
  finding.rowCount = 2;
  finding.records = {{Table::Shipments, "plant-1", "SH-0417", 1},
                     {Table::Receipts, "harbour", "RC-2290", 2}};
  finding.facts = {{"shipment", std::string("SH-0417")},
                   {"receipt", std::string("RC-2290")},
                   {"document", std::string("WT-88213")},
                   {"line", std::int64_t{1}},
                   {"consignee", std::string("Harbour Reclaim")},
                   {"receiver", std::string("Harbour Reclaim")},
                   {"sent_as", std::string("product")},
                   {"received_as", std::string("residue")},
                   {"sent", Mass::kilograms(17'240)},
                   {"received", Mass::kilograms(17'180)},
                   {"received_at", time("2141-04-08T06:40:00Z")}};
  return finding;
}

Finding changed() {
  Finding finding = load("material_changed", Severity::Contradiction);
  finding.facts.set("received_as_useful", Mass());
  return finding;
}

Finding missing() {
  Finding finding = load("missing_receipt", Severity::Conflict);
  finding.amount = Mass::kilograms(21'400);
  finding.facts.set("days", Days{156'000});
  finding.facts.set("deadline", Days{30'000});
  finding.facts.set("as_of", time("2141-09-11"));
  return finding;
}

Finding unaccounted(Severity severity) {
  Finding finding;
  finding.rule = "unaccounted_mass";
  finding.severity = severity;
  finding.amount = Mass::kilograms(628'000);
  finding.uncertainty = Mass::kilograms(92'000);
  finding.facts = {{"from", time("2141-01-01")},
                   {"until", time("2142-01-01")},
                   {"unaccounted", Mass::kilograms(1'240'000)},
                   {"missing", Mass::kilograms(612'000)},
                   {"open", Mass()},
                   {"p", Ppm{30}},
                   {"alpha", Ppm{10'000}},
                   {"tests", std::int64_t{1}}};
  return finding;
}

Finding revision() {
  Finding finding;
  finding.rule = "silent_revision";
  finding.severity = Severity::Conflict;
  finding.amount = Mass::kilograms(6'060);
  finding.facts = {{"table", std::string("intakes")},
                   {"record", std::string("W-7719")},
                   {"party", std::string("EcoSphere North")},
                   {"field", std::string("net_kg")},
                   {"old", std::string("18920")},
                   {"new", std::string("12860")},
                   {"old_mass", Mass::kilograms(18'920)},
                   {"new_mass", Mass::kilograms(12'860)}};
  return finding;
}

Finding withAllFacts(const Rule& rule) {
  const std::array<FactValue, std::variant_size_v<FactValue>> values = {
      std::int64_t{3}, std::string("Somebody"), Mass::kilograms(17'240),
      time("2141-04-08T06:40:00Z"), Permille{1'600}, Ppm{3'000}, Days{30'000},
      MoneyAmount{12'200, "GBP"}};
  Finding finding;
  finding.rule = rule.id;
  finding.amount = Mass::kilograms(17'240);
  finding.time = time("2141-04-08T07:12:00Z");
  finding.rowCount = 2;
  finding.records = {{Table::Shipments, "plant-1", "SH-0417", 1}};
  finding.comparison = {{"net_kg", "17240", "17180", true}};
  for (const FactInfo& fact : rule.facts) {
    finding.facts.set(std::string(fact.name), values[fact.type]);
  }
  return finding;
}

}  // namespace

class TestFindingWords : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() { m_faults.emplace(); }
  /// No finding made by hand here lacks what its words read.
  void cleanup() {
    QCOMPARE(test::HeardFaults::all(), std::vector<std::string>());
    m_faults.reset();
  }
  /// Whose a log is, only the user's own list says: who named no key of it does not know.
  void aWrongSignatureSaysWhatIsKnownOfItsLog() {
    Finding finding;
    finding.rule = "broken_signature";
    finding.severity = Severity::Conflict;
    finding.facts = {{"party", std::string("North")},
                     {"sequence", std::int64_t{2}},
                     {"state", std::string("stranger_key")}};
    QCOMPARE(words::sentence(finding),
             QStringLiteral("A file in no log that you know as North’s calls itself its publication 2 and is "
                            "signed by a key that is not North’s."));
    finding.facts.set("own_log", std::int64_t{1});
    QCOMPARE(words::sentence(finding),
             QStringLiteral("The log of North holds publication 2, which is signed by a key that is not "
                            "North’s."));
  }

  void sentenceOfTheGuide() {
    QCOMPARE(words::sentence(changed()),
             spaced("Load SH-0417 left the plant as product, but Harbour Reclaim received it as "
                    "residue: 17,240_kg of the claim are not confirmed."));
    QCOMPARE(
        words::sentence(changed(), words::Markup::Html),
        spaced("Load SH-0417 left the plant as <b>product</b>, but Harbour Reclaim received it "
               "as <b>residue</b>: <b>17,240_kg</b> of the claim are not confirmed."));
  }
  void panelOfTheGuide() {
    const Finding finding = changed();
    QCOMPARE(words::panelTitle(finding), QStringLiteral("Why is this red?"));
    QCOMPARE(words::shortTitle(finding), QStringLiteral("SH-0417, 8 Apr 2141, to Harbour Reclaim"));
    QCOMPARE(words::groupTitle(finding), QStringLiteral("Sent as product, received as residue"));
    QCOMPARE(words::ruleTitle(finding.rule), QStringLiteral("F7 Material changed on the way"));
    QCOMPARE(words::toleranceText(finding),
             QStringLiteral("none: the material is another one, whatever its mass"));
    QCOMPARE(words::comparisonTitle(finding), QStringLiteral("Both sides, same document WT-88213"));
    QCOMPARE(words::leftTitle(finding), QStringLiteral("Plant sent SH-0417"));
    QCOMPARE(words::rightTitle(finding), QStringLiteral("Receiver got RC-2290"));
    const words::Formula formula = words::formula(finding);
    QCOMPARE(formula.left, spaced("17,240_kg"));
    QCOMPARE(formula.leftCaption, QStringLiteral("sent as product"));
    QCOMPARE(formula.right, spaced("0_kg"));
    QCOMPARE(formula.result, spaced("17,240_kg"));
    QCOMPARE(formula.resultCaption, QStringLiteral("not confirmed"));
    QCOMPARE(
        words::wouldSettle(finding),
        QString::fromUtf8("A corrected receipt signed by Harbour Reclaim, or the carrier’s photo "
                          "of the load."));
    QCOMPARE(words::harmlessCauses(finding.rule).size(), 2);
  }
  void toleranceOfAMassDifference() {
    Finding finding = load("mass_difference", Severity::Conflict);
    finding.facts.set("tolerance", Mass::kilograms(1'724));
    finding.facts.set("tolerance_ppm", Ppm{100'000});
    QCOMPARE(words::toleranceText(finding),
             spaced("10_% of bulk mass, here 1,724_kg: exceeded 10 times"));
    finding.facts.set("sent", Mass::kilograms(100));
    finding.facts.set("tolerance", Mass::kilograms(57));
    finding.amount = Mass::kilograms(114);
    QCOMPARE(words::toleranceText(finding),
             spaced("the error of both scales, here 57_kg: exceeded 2 times"));
    finding.amount = Mass::grams(INT64_MAX);
    QVERIFY(!words::toleranceText(finding).isEmpty());
  }
  void linksSayHowLikelyTheyAre() {
    Finding finding = load("document_number_differs", Severity::Look);
    finding.comparison = {{"document_no", "WT-88213", "WT-88231", true}};
    QCOMPARE(words::sentence(finding),
             QStringLiteral("Look here: unusual, not an accusation. Load SH-0417 and receipt "
                            "RC-2290 of Harbour Reclaim have one document "
                            "number, written WT-88213 and WT-88231."));
    QVERIFY(words::formula(finding).result.isEmpty());
    finding.facts.set("link", std::string("suggested"));
    finding.facts.set("probability", Ppm{999'990});
    finding.facts.set("weight_millibits", std::int64_t{21'240});
    finding.facts.set("prior_millibits", std::int64_t{-5'100});
    finding.facts.set("margin_millibits", std::int64_t{16'140});
    finding.facts.set("triangle", std::string("closed"));
    finding.facts.set("weight_vehicle", std::int64_t{5'560});
    finding.facts.set("weight_material", std::int64_t{-2'000});
    QCOMPARE(words::sentence(finding),
             spaced("Look here: unusual, not an accusation. Load SH-0417 and receipt RC-2290 of "
                    "Harbour Reclaim are probably the same "
                    "load under the numbers WT-88213 and WT-88231: 99.9_% likely. It counts as "
                    "open, not as confirmed."));
    QCOMPARE(words::toleranceText(finding),
             spaced("90 % likely and 3.3 bits ahead of the next best; here 99.9_% and 16.1 bits. "
                    "Weights in bits: vehicle 5.6, material −2.0"));
    const words::Formula formula = words::formula(finding);
    QCOMPARE(formula.left, QStringLiteral("21.2"));
    QCOMPARE(formula.right, QStringLiteral("5.1"));
    QCOMPARE(formula.result, spaced("99.9_%"));
    finding.rule = "ambiguous_link";
    QVERIFY(words::sentence(finding).contains(QStringLiteral("fit nearly as well")));
    finding.facts.set("triangle", std::string("broken"));
    QVERIFY(words::sentence(finding).contains(QStringLiteral("leads to another one")));
  }
  void waitingTimes() {
    Finding finding;
    finding.rule = "scheduler_favours_commercial";
    finding.severity = Severity::Look;
    finding.facts = {{"jobs", std::int64_t{6'000}},
                     {"sooner", Permille{1'600}},
                     {"sooner_low", Permille{1'400}},
                     {"sooner_high", Permille{1'800}},
                     {"p", Ppm{100}},
                     {"alpha", Ppm{10'000}},
                     {"permutations", std::int64_t{9'999}},
                     {"seed", std::int64_t{7}},
                     {"strata", std::int64_t{120}},
                     {"jumps", std::int64_t{30}},
                     {"horizon", Days{28'000}},
                     {"extra_wait", Days{3'400}},
                     {"extra_wait_low", Days{2'100}},
                     {"extra_wait_high", Days{4'700}},
                     {"community_median", Days{6'000}},
                     {"commercial_median", Days{4'000}}};
    QCOMPARE(words::sentence(finding),
             spaced("Look here: unusual, not an accusation. Commercial jobs start 1.6 times as "
                    "soon as community jobs of like urgency and size on the same line at the same "
                    "time (95_%: 1.4–1.8), over 6,000 jobs. In the mean over the first "
                    "28_days a community job waits 3.4 days longer than like commercial ones "
                    "(95_%: 2.1 days to 4.7 days). Half of all community jobs had started "
                    "after 6_days, of all commercial ones after 4_days.")
                 .replace(spaced("95_%"), QStringLiteral("95 %")));
    QCOMPARE(words::toleranceText(finding),
             QStringLiteral("p = 0.0001 against 0.01, 9,999 permutations, seed 7"));
    finding.facts.set("community_median", Days{3'000});
    QVERIFY(words::sentence(finding).endsWith(
        QStringLiteral("That is no contradiction: jobs of one group are more urgent, and only like "
                       "jobs are compared.")));
  }
  void cancelledButReceived() {
    QCOMPARE(words::sentence(load("ghost_receipt", Severity::Conflict)),
             spaced("Harbour Reclaim wrote receipt RC-2290 for 17,240_kg, but the plant says that "
                    "it cancelled load SH-0417."));
  }
  /// Whether somebody signed it, the sentence does not know.
  void nobodyIsSaidToHaveSigned() {
    for (const char* rule : {"time_order", "ghost_receipt"}) {
      Finding finding = load(rule, Severity::Conflict);
      QVERIFY2(!words::sentence(finding).contains(QStringLiteral("signed")),
               qPrintable(words::sentence(finding)));
    }
  }
  void oneTestIsNotCorrectedForMonths() {
    Finding finding;
    finding.rule = "gross_error";
    finding.severity = Severity::Look;
    finding.facts = {{"p", Ppm{100}}, {"alpha", Ppm{10'000}}};
    QCOMPARE(words::toleranceText(finding), QStringLiteral("p = 0.0001 against 0.01"));
    finding = unaccounted(Severity::Look);
    finding.facts.set("p", Ppm{100});
    finding.facts.set("tests", std::int64_t{12});
    QCOMPARE(words::toleranceText(finding),
             QStringLiteral("p = 0.0001 against 0.01, corrected for all 12 months"));
  }
  /// Page's test has no p: it is made for a share of false alarms.
  void lossesOverTimeHaveNoP() {
    for (const char* rule : {"loss_over_time", "gain_over_time"}) {
      Finding finding = withAllFacts(*findRule(rule));
      finding.severity = Severity::Look;
      finding.facts.set("alpha", Ppm{50'000});
      QCOMPARE(words::toleranceText(finding),
               spaced("at most 5_% of honest audits have such an alarm"));
    }
  }
  void oneLoadIsNotLoads() {
    Finding finding;
    finding.rule = "unknown_code";
    finding.severity = Severity::Look;
    finding.facts = {{"party", std::string("North")},
                     {"code", std::string("99")},
                     {"field", std::string("low_code")},
                     {"state", std::string("not_listed")},
                     {"rows", std::int64_t{1}}};
    QVERIFY2(words::sentence(finding).contains(QStringLiteral("(1 row)")),
             qPrintable(words::sentence(finding)));
    finding.rule = "density_out_of_band";
    finding.facts = {{"material", std::string("board")}, {"shipment", std::string("S-1")},
                     {"density", std::int64_t{900'000}}, {"low", std::int64_t{100'000}},
                     {"high", std::int64_t{300'000}},    {"loads", std::int64_t{1}}};
    QVERIFY2(words::sentence(finding).contains(QStringLiteral("1 load with ")),
             qPrintable(words::sentence(finding)));
    QVERIFY(words::sentence(finding).contains(
        QStringLiteral("has a mass that does not go together with its volume")));
    finding.facts.set("loads", std::int64_t{2});
    QVERIFY(words::sentence(finding).contains(QStringLiteral("2 loads with ")));
  }
  void oneMonthIsNotMonthAfterMonth() {
    Finding finding;
    finding.rule = "loss_over_time";
    finding.severity = Severity::Conflict;
    finding.amount = Mass::kilograms(40'000);
    finding.uncertainty = Mass::kilograms(12'000);
    finding.facts = {{"from", time("2141-01-01")}, {"until", time("2141-02-01")}};
    QCOMPARE(words::sentence(finding), spaced("In Jan 2141 mass got lost, 40_t_±_12_t in all."));
    finding.facts.set("until", time("2141-04-01"));
    QCOMPARE(words::sentence(finding),
             spaced("In Jan–Mar 2141 mass got lost month after month, 40_t_±_12_t in all."));
    finding.rule = "gain_over_time";
    finding.facts.set("until", time("2141-02-01"));
    QCOMPARE(words::sentence(finding),
             spaced("In Jan 2141 more went out than came in, 40_t_±_12_t in all."));
  }
  void oneExplanationIsNotMany() {
    Finding finding;
    finding.rule = "gross_error";
    finding.amount = Mass::kilograms(40'000);
    finding.uncertainty = Mass::kilograms(12'000);
    finding.facts = {{"from", time("2141-01-01")},   {"until", time("2142-01-01")},
                     {"node", std::string("plant")}, {"party", std::string("EcoSphere North")},
                     {"places", std::int64_t{1}},    {"explanations", std::int64_t{1}}};
    QVERIFY(words::sentence(finding).endsWith(
        QStringLiteral("1 explanation fits best, no other as well.")));
    finding.facts.set("explanations", std::int64_t{3});
    QVERIFY(words::sentence(finding).endsWith(QStringLiteral("3 explanations fit equally well.")));
  }
  void missingReceipt() {
    QCOMPARE(words::sentence(missing()),
             spaced("Load SH-0417 left the plant on 8 Apr 2141 for Harbour Reclaim with 21,400_kg; "
                    "156_days later no receipt is in this audit."));
    QCOMPARE(words::shortTitle(missing()), spaced("SH-0417, 8 Apr 2141, 156_days without receipt"));
    QCOMPARE(words::groupTitle(missing()), spaced("Sent, but no receipt after 30_days"));
    QCOMPARE(words::panelTitle(missing()), QStringLiteral("Why is this flagged?"));
    QCOMPARE(words::groupSentence("missing_receipt", 31),
             QStringLiteral("31 loads have no receipt"));
    QCOMPARE(words::groupSentence("missing_receipt", 1), QStringLiteral("1 load has no receipt"));
    Finding open;
    open.rule = "missing_receipt";
    open.severity = Severity::CannotTell;
    QCOMPARE(words::groupSentence(open, 1), QStringLiteral("1 load has no receipt"));
    open.wouldBe = Severity::Conflict;
    QCOMPARE(words::groupSentence(open, 1),
             QStringLiteral("Not decided, keys are not named: 1 load has no receipt"));
  }
  void unaccountedMass() {
    QCOMPARE(
        words::sentence(unaccounted(Severity::Contradiction)),
        spaced("In Jan–Dec 2141, 628_t_±_92_t came in that no record says anything about: not as "
               "sent, not as lost, not as stock."));
    QCOMPARE(words::shortTitle(unaccounted(Severity::Contradiction)),
             QString::fromUtf8("Jan–Dec 2141, all materials"));
    QCOMPARE(words::groupTitle(unaccounted(Severity::Contradiction)),
             QStringLiteral("Mass without any record"));
    const words::Formula formula = words::formula(unaccounted(Severity::Contradiction));
    QCOMPARE(formula.left, spaced("1,240_t"));
    QCOMPARE(formula.right, spaced("612_t"));
    QCOMPARE(formula.result, spaced("628_t_±_92_t"));
  }
  void statisticsAreNoAccusation() {
    QVERIFY(words::sentence(unaccounted(Severity::Look))
                .startsWith(QStringLiteral("Look here: unusual, not an accusation. In Jan")));
    QCOMPARE(words::groupTitle(unaccounted(Severity::Look)),
             QStringLiteral("Look here: unusual, not an accusation"));
  }
  void silentRevision() {
    QCOMPARE(
        words::sentence(revision()),
        spaced("EcoSphere North changed weighing W-7719 later and gave no reason: net mass was "
               "18,920_kg and is now 12,860_kg."));
    QCOMPARE(words::shortTitle(revision()), spaced("Weighing W-7719 fell from 18.92_t to 12.86_t"));
    QCOMPARE(words::comparisonTitle(revision()),
             QStringLiteral("Before and after, same record W-7719"));
    QCOMPARE(words::formula(revision()).resultCaption, QStringLiteral("taken away"));
  }
  void massDifference() {
    Finding finding = load("mass_difference", Severity::Conflict);
    finding.amount = Mass::kilograms(5'000);
    finding.facts.set("received", Mass::kilograms(12'240));
    QCOMPARE(words::sentence(finding),
             spaced("Load SH-0417 left the plant with 17,240_kg, but Harbour Reclaim received "
                    "12,240_kg: 5,000_kg are missing."));
    finding.facts.set("received", Mass::kilograms(22'240));
    QVERIFY(words::sentence(finding).endsWith(spaced("5,000_kg more than was sent.")));
  }
  void couldNotBeChecked() {
    Finding finding;
    finding.rule = "unaccounted_mass";
    finding.severity = Severity::CannotTell;
    finding.facts = {{"reason", std::string("small_losses_unseen")},
                     {"detectable", Mass::kilograms(296'000)}};
    QCOMPARE(
        words::sentence(finding),
        spaced("A loss below 296_t over the whole time would have been missed more than once in "
               "20 times."));
    finding.facts.set("reason", std::string("no_stocks"));
    QCOMPARE(
        words::shortTitle(finding),
        QStringLiteral("Mass unaccounted for: The plant published no stock surveys, so there is "
                       "no balance to draw"));
    QCOMPARE(words::groupTitle(finding), QStringLiteral("Could not be checked"));
  }
  /// Each state of a signature that leaves its check without an answer is said, not spelled.
  void whyASignatureTellsNothing() {
    for (const char* state : {"unknown_key", "table_missing", "missing", "unreadable",
                              "stranger_key", "other_role", "key_retired", "key_revoked"}) {
      const QString said = words::reasonText(state);
      QVERIFY2(said.endsWith(QLatin1Char('.')), qPrintable(said));
    }
    QCOMPARE(words::reasonText("of_nobody"), QStringLiteral("of nobody"));
  }
  /// The figure of a balance has a time, that of a statistic is a factor.
  void figuresOfNoLoad() {
    Finding finding;
    finding.rule = "unaccounted_mass";
    finding.severity = Severity::Look;
    finding.facts = {{"from", time("2141-01-01T00:00:00Z")},
                     {"until", time("2142-01-01T00:00:00Z")}};
    QCOMPARE(words::periodOf(finding), QStringLiteral("Jan–Dec 2141"));
    QCOMPARE(words::factorOf(finding), QString());
    Finding unseen = finding;
    unseen.facts = {{"reason", std::string("no_stocks")}};
    QCOMPARE(words::periodOf(unseen), QString());
    finding.rule = "scheduler_favours_commercial";
    finding.facts = {{"sooner", Permille{1'600}}};
    QCOMPARE(words::factorOf(finding), spaced("×_1.6"));
    QCOMPARE(words::periodOf(finding), QString());
    QCOMPARE(words::periodOf(load("mass_difference", Severity::Conflict)), QString());
  }
  void oneOfAKind() {
    QCOMPARE(words::groupSentence("link_decided", 1),
             QStringLiteral("A person decided about 1 pair of records"));
    QCOMPARE(words::groupSentence("link_decided", 1'234),
             QStringLiteral("People decided about 1,234 pairs of records"));
    QCOMPARE(words::groupSentence("receiver_habit", 1),
             QStringLiteral("A habit explains loads that differ"));
    QCOMPARE(words::groupSentence("receiver_habit", 2),
             QStringLiteral("Habits explain loads that differ"));
    QCOMPARE(words::groupSentence("loss_over_time", 1), QStringLiteral("Mass is lost over time"));
  }
  void whatNobodyStated() {
    Finding finding;
    finding.rule = "uncertainty_not_stated";
    finding.severity = Severity::CannotTell;
    finding.amount = Mass::kilograms(3'000'000);
    finding.facts = {{"what", std::string("scales")},
                     {"of", Mass::kilograms(6'000'000)},
                     {"random", Mass::kilograms(30)},
                     {"assumed_ppm", Ppm{5'000}}};
    QCOMPARE(words::sentence(finding),
             spaced("Nobody published how exact the scales are that weighed 3,000_t of 6,000_t. "
                    "The audit reckons with 30_kg a load and 0.5_% of all that one scale weighed, "
                    "so small losses stay unseen."));
    finding.facts = {
        {"what", std::string("surveys")}, {"rows", std::int64_t{12}}, {"assumed_ppm", Ppm{50'000}}};
    QVERIFY(words::sentence(finding).startsWith(
        spaced("12 stock surveys with 3,000_t state no uncertainty. The audit reckons with 5_%")));
  }
  void habits() {
    Finding finding;
    finding.rule = "receiver_habit";
    finding.severity = Severity::CannotTell;
    finding.amount = Mass::kilograms(74'000);
    finding.facts = {{"habit", std::string("least")},
                     {"loads", std::int64_t{8}},
                     {"mass", Mass::kilograms(70'000)},
                     {"difference", Mass::kilograms(74'000)},
                     {"size", Mass::kilograms(18'000)},
                     {"receiver", std::string("Harbour")}};
    QCOMPARE(words::sentence(finding),
             spaced("Harbour books no load below 18_t. That explains 8 loads, of which it says 74_t "
                    "more than was sent."));
    finding.facts.set("habit", std::string("steps"));
    finding.facts.set("size", Mass::kilograms(500));
    QCOMPARE(words::sentence(finding),
             spaced("Harbour books in steps of 500_kg. That explains 8 loads that differ, with 70_t "
                    "sent."));
    finding.facts.set("habit", std::string("drying"));
    QCOMPARE(words::sentence(finding),
             spaced("Goods that dry weighed 74_t less on arrival, of 70_t in 8 loads. So much may be "
                    "water."));
  }
  void receiverThatDoesNotPublish() {
    Finding finding;
    finding.rule = "receiver_not_published";
    finding.severity = Severity::CannotTell;
    finding.amount = Mass::kilograms(60'000);
    finding.facts = {{"receiver", std::string("Farm Shop")}, {"loads", std::int64_t{3}}};
    QCOMPARE(words::sentence(finding),
             spaced("Farm Shop published no books that cover the time of 3 loads with 60_t sent there: "
                    "nobody can tell whether they arrived, and they are not confirmed."));
    QCOMPARE(words::groupTitle(finding), QStringLiteral("Could not be checked"));
  }
  void rowsWithoutDateOrMass() {
    Finding finding;
    finding.rule = "incomplete_log_row";
    finding.severity = Severity::CannotTell;
    finding.facts = {{"rows", std::int64_t{2}},
                     {"of", std::int64_t{10}},
                     {"party", std::string("log")},
                     {"named", std::string("1003, 4000")},
                     {"unnamed", std::int64_t{0}}};
    QCOMPARE(words::sentence(finding),
             QStringLiteral("2 of 10 rows of the summary log of log lack a date or a mass: rows "
                            "1003, 4000 are left out of the balance, wholly or in part."));
  }
  void namesAreEscaped() {
    Finding finding = changed();
    finding.facts.set("receiver", std::string("<b>A & B</b> %1"));
    QVERIFY(words::sentence(finding, words::Markup::Html)
                .contains(QStringLiteral("&lt;b&gt;A &amp; B&lt;/b&gt; %1")));
    QVERIFY(words::sentence(finding).contains(QStringLiteral("<b>A & B</b> %1 received")));
  }
  void cells() {
    QCOMPARE(words::fieldValue("net_kg", "17240"), spaced("17,240_kg"));
    QCOMPARE(words::fieldValue("low_code", ""), QStringLiteral("none, not waste"));
    QCOMPARE(words::fieldValue("time", "2141-04-08T07:12:00Z"),
             QStringLiteral("8 Apr 2141, 07:12"));
    QCOMPARE(words::fieldLabel("time"), QStringLiteral("Time (UTC)"));
    QCOMPARE(words::comparisonWord({"net_kg", "17240", "17180", false}), spaced("within 0.4_%"));
    QCOMPARE(words::comparisonWord({"vehicle", "NL-4471", "NL-4471", false}),
             QStringLiteral("same"));
    QCOMPARE(words::comparisonWord({"operation", "R3", "D1", true}), QStringLiteral("differs"));
    QCOMPARE(words::comparisonWord({"time", "2141-04-08", "2141-04-09", false}), QString());
    Finding oneSided = missing();
    oneSided.facts = {{"shipment", std::string("SH-1")}, {"document", std::string("WT-1")}};
    QCOMPARE(words::cellText(oneSided, {"low_code", "", "", false}, false), QString::fromUtf8("–"));
    QCOMPARE(words::cellText(oneSided, {"low_code", "", "", false}, true),
             QStringLiteral("none, not waste"));
  }

  /// Every rule of an official system is said in words, not by its id.
  void everySourceRuleHasWords() {
    for (const SourceRule& rule : allSourceRules()) {
      Finding finding;
      finding.rule = "source_rule";
      finding.rowCount = 2;
      finding.facts = {{"party", std::string("Mill")},
                       {"source_rule", std::string(rule.id)},
                       {"source", std::string(rule.source)},
                       {"record", std::string("A1")},
                       {"found", std::string("41 t")},
                       {"rows", std::int64_t{2}}};
      const QString text = words::sentence(finding);
      QVERIFY2(!text.contains(QString::fromStdString(std::string(rule.id))), qPrintable(text));
      QVERIFY2(text.contains(QLatin1String("2 rows do not keep to it")), qPrintable(text));
    }
  }

  void sentencesOfTheReferenceTables() {
    Finding finding;
    finding.rule = "density_out_of_band";
    finding.severity = Severity::Look;
    finding.amount = Mass::kilograms(40'000);
    finding.rowCount = 2;
    finding.facts = {{"material", std::string("film")},   {"density", std::int64_t{8'333}},
                     {"low", std::int64_t{10'000}},       {"high", std::int64_t{1'000'000}},
                     {"shipment", std::string("SH-1")},   {"loads", std::int64_t{2}},
                     {"mass", Mass::kilograms(40'000)}};
    QCOMPARE(words::sentence(finding),
             spaced("Look here: unusual, not an accusation. 2 loads with 40_t of film have a mass that does not go together with their "
                    "volume: SH-1 has 8.3 kg a cubic metre, 10 to 1000 are usual."));
    finding.rule = "unknown_code";
    finding.facts = {{"party", std::string("North")},
                     {"field", std::string("low_code")},
                     {"code", std::string("191213")},
                     {"state", std::string("not_listed")},
                     {"rows", std::int64_t{2}}};
    QVERIFY(words::sentence(finding).contains(QLatin1String("North writes 191213 as ")));
    finding.rule = "price_out_of_band";
    finding.facts = {{"receiver", std::string("Shop")},
                     {"code", std::string("390110")},
                     {"kind", std::string("primary")},
                     {"price", MoneyAmount{10'000, "GBP"}},
                     {"low", MoneyAmount{12'200, "GBP"}},
                     {"high", MoneyAmount{83'500, "GBP"}},
                     {"shipment", std::string("SH-1")},
                     {"loads", std::int64_t{2}}};
    QVERIFY2(words::sentence(finding).contains(QLatin1String("for the price of scrap")),
             qPrintable(words::sentence(finding)));
  }

  /// What the tests of pages and reports show is like what checks find.
  void sampleFindingsAreAsDeclared() {
    for (const Finding& finding : test::sampleFindings()) {
      const QStringList bad = test::badWords(finding);
      QVERIFY2(bad.isEmpty(), qPrintable(bad.join(QLatin1Char('\n'))));
    }
  }
  /// Otherwise one rule would say why another could not look.
  void aReasonOfItsOwnIsOfOneRule() {
    std::set<std::string_view> known;
    for (const Rule* rule : allRules()) {
      for (const words::WhyNot& own : words::findRuleWords(rule->id)->reasons) {
        QVERIFY2(known.insert(own.key).second, std::string(own.key).c_str());
        QCOMPARE(words::reasonText(std::string(own.key)), words::Words::tr(own.sentence));
      }
    }
    QVERIFY(known.size() > 25);
  }
  void everyRuleHasWords_data() {
    QTest::addColumn<QByteArray>("id");
    for (const Rule* rule : allRules()) {
      const QByteArray id(rule->id.data(), static_cast<qsizetype>(rule->id.size()));
      QTest::newRow(id.constData()) << id;
    }
  }
  /// A finding with all that its rule declares is said without reading anything else, whatever its
  /// severity; and nothing that is said of a rule accuses beyond it.
  void everyRuleHasWords() {
    QFETCH(QByteArray, id);
    static const QRegularExpression forbidden(
        QStringLiteral("fraud|fake|guilty|suspicious|verified|secure|\\bOK\\b|_"),
        QRegularExpression::CaseInsensitiveOption);
    Finding finding = withAllFacts(*findRule(id.toStdString()));
    for (const Severity severity :
         {Severity::Contradiction, Severity::Conflict, Severity::Look, Severity::CannotTell}) {
      finding.severity = severity;
      const QStringList bad = test::badWords(finding);
      QVERIFY2(bad.isEmpty(), qPrintable(bad.join(QLatin1Char('\n'))));
      QVERIFY2(!words::wholeText(finding).contains(forbidden), qPrintable(words::wholeText(finding)));
    }
  }

 private:
  std::optional<test::HeardFaults> m_faults;
};

PLUMBLINE_TEST(TestFindingWords)
#include "test_finding_words.moc"
