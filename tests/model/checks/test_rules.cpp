// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <set>

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include "model/checks/rule_list.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

std::vector<std::string> heard;

constexpr Fact<Mass> amountSent{"sent"};
constexpr Fact<std::int64_t> countSent{"sent"};
constexpr Fact<Mass> nobodys{"nobodys"};
constexpr OptionalFact<std::int64_t> pieces{"pieces"};

/// As its rule declares it, each fact with some value.
Finding declared(const Rule& rule) {
  const std::array<FactValue, std::variant_size_v<FactValue>> values = {std::int64_t{1},
                                                                        std::string("x"),
                                                                        Mass::kilograms(1),
                                                                        Timestamp::milliseconds(1),
                                                                        Permille{1},
                                                                        Ppm{1},
                                                                        Days{1},
                                                                        MoneyAmount{1, "GBP"}};
  Finding finding;
  finding.rule = rule.id;
  for (const FactInfo& fact : rule.facts) {
    finding.facts.set(std::string(fact.name), values[fact.type]);
  }
  return finding;
}

/// Number and id of every statement: **F1 `missing_receipt`**.
std::multimap<std::string, std::string> statements() {
  QFile file(QStringLiteral(PLUMBLINE_SOURCE_DIR "/docs/methods.md"));
  if (!file.open(QFile::ReadOnly)) qFatal("docs/methods.md is not here");
  static const QRegularExpression statement(QStringLiteral(R"(\*\*([FLTW]\d+)\s+`(\w+)`\*\*)"));
  std::multimap<std::string, std::string> found;
  auto all = statement.globalMatch(QString::fromUtf8(file.readAll()));
  while (all.hasNext()) {
    const auto match = all.next();
    found.emplace(match.captured(1).toStdString(), match.captured(2).toStdString());
  }
  return found;
}

}  // namespace

/// What a rule is, and that its facts are what it says.
class TestRules : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    heard.clear();
    setFactFaultHandler([](const std::string& fault) { heard.push_back(fault); });
  }
  void cleanup() { setFactFaultHandler(nullptr); }

  void rulesHaveTheirOwnIdsAndNumbers() {
    std::set<std::string_view> ids;
    std::set<std::string_view> numbers;
    for (const Rule* rule : allRules()) {
      QVERIFY(ids.insert(rule->id).second);
      QVERIFY(numbers.insert(rule->number).second);
      QVERIFY(!rule->source.empty());
      QCOMPARE(findRule(rule->id), rule);
    }
    QVERIFY(findRule("no_such_rule") == nullptr);
  }
  /// docs/methods.md has one statement for every rule, and for nothing else.
  void everyRuleIsStated() {
    std::multimap<std::string, std::string> rulesHere;
    for (const Rule* rule : allRules()) rulesHere.emplace(rule->number, rule->id);
    const auto stated = statements();
    for (const auto& [number, id] : rulesHere) {
      QVERIFY2(stated.count(number) == 1, (number + " " + id).c_str());
    }
    QCOMPARE(stated, rulesHere);
  }
  void aRuleDeclaresAFactOnce() {
    for (const Rule* rule : allRules()) {
      std::set<std::string_view> names;
      QVERIFY(!rule->facts.empty());
      for (const FactInfo& fact : rule->facts) {
        QVERIFY2(names.insert(fact.name).second, std::string(rule->id).c_str());
        QVERIFY(fact.type < std::variant_size_v<FactValue>);
      }
    }
  }
  /// What is written and is not what the rule declares is told; what is, is not.
  void writtenFactsAreAsDeclared() {
    for (const Rule* rule : allRules()) QVERIFY(factFaults(declared(*rule)).empty());
    Finding finding = declared(rules::massDifference);
    nobodys.set(finding, Mass());
    QCOMPARE(factFaults(finding),
             std::vector<std::string>{"mass_difference: nobodys is not declared"});
    finding = declared(rules::massDifference);
    countSent.set(finding, 1);
    QCOMPARE(factFaults(finding),
             std::vector<std::string>{"mass_difference: sent is declared as another type"});
    finding.facts = {};
    QVERIFY(factFaults(finding).size() > 5);
    facts::more.set(finding, 3);
    QVERIFY(factFaults(finding).empty());
    finding.rule = "no_such_rule";
    QVERIFY(!factFaults(finding).empty());
  }
  /// Reading what is not there is heard, and not taken for 0 in silence.
  void readFactsAreAsDeclared() {
    Finding finding = declared(rules::massDifference);
    QCOMPARE(amountSent.of(finding), Mass::kilograms(1));
    QCOMPARE(pieces.of(finding).value_or(0), 1);
    QVERIFY(heard.empty());
    static_cast<void>(nobodys.of(finding));
    QCOMPARE(heard.back(), std::string("mass_difference: nobodys is read but not declared"));
    static_cast<void>(countSent.of(finding));
    QCOMPARE(heard.back(), std::string("mass_difference: sent is read as another type"));
    finding.facts = {};
    QVERIFY(!pieces.of(finding));
    QCOMPARE(heard.size(), std::size_t{2});
    static_cast<void>(amountSent.of(finding));
    QCOMPARE(heard.back(), std::string("mass_difference: sent is read but not there"));
    finding.facts = {countSent(1)};
    static_cast<void>(amountSent.of(finding));
    QCOMPARE(heard.back(), std::string("mass_difference: sent is of another type"));
    QCOMPARE(heard.size(), std::size_t{4});
  }
};

PLUMBLINE_TEST(TestRules)
#include "test_rules.moc"
