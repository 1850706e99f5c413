// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/diagnosis_words.h"

#include <set>

#include <QTest>

#include "model/networks/network_answer.h"
#include "model/statistics/series_file.h"
#include "tests/program.h"
#include "ui/words/from_std.h"

using namespace plumbline;

/// The sentences for people are those of the JSON, to the letter, where they are in English.
class TestDiagnosisWords : public QObject {
  Q_OBJECT

 private:
  std::set<std::string> m_seen;

  void compare(const JsonArray& diagnoses) {
    for (const JsonValue& diagnosis : diagnoses) {
      m_seen.insert(*diagnosis.find("name")->string());
      QCOMPARE(words::diagnosisText(diagnosis), fromStd(*diagnosis.find("text")->string()));
    }
  }

  void compareNetwork(std::string_view text) {
    const auto json = parseJson(bytesOf(text));
    QVERIFY(json);
    const auto answer = answerNetworkFile(*json);
    QVERIFY2(answer, answer ? "" : answer.error().text().c_str());
    compare(*answer->find("diagnoses")->array());
  }

  void compareSeries(std::vector<MufFlow> flows, std::vector<MufStock> stocks, MufInstrument scale) {
    SeriesFile file;
    file.records.periods = static_cast<Eigen::Index>(stocks.size()) - 1;
    file.records.instruments = {scale};
    file.records.flows = std::move(flows);
    file.records.stocks = std::move(stocks);
    file.lossPattern = Eigen::VectorXd::Ones(file.records.periods);
    compare(answerSeries(file).diagnoses);
  }

 private Q_SLOTS:
  void ofNetworks() {
    m_seen.clear();
    compareNetwork(R"({"variables":[{"name":"a","role":"measured","value":-100,"sd":0},
        {"name":"b","role":"measured","value":98,"sd":60},{"name":"c","role":"unmeasured"},
        {"name":"d","role":"unmeasured"},{"name":"e","role":"unmeasured"}],
        "constraints":[{"name":"in","terms":[{"coef":1,"vars":["a"]},{"coef":1,"vars":["b"]},{"coef":1,"vars":["c"]}]},
        {"name":"twice","terms":[{"coef":2,"vars":["a"]},{"coef":2,"vars":["b"]},{"coef":2,"vars":["c"]}]},
        {"name":"out","terms":[{"coef":-1,"vars":["d"]},{"coef":-1,"vars":["e"]}]}]})");
    compareNetwork(R"({"variables":[{"name":"a","role":"measured","value":100,"sd":50},
        {"name":"b","role":"measured","value":100,"sd":50}],"constraints":[{"name":"hall",
        "terms":[{"coef":1,"vars":["a"]},{"coef":-1,"vars":["b"]}]}]})");
    compareNetwork(R"({"variables":[{"name":"a","role":"measured","value":10,"sd":8},
        {"name":"share","role":"measured","value":0.5,"sd":0.4},{"name":"b","role":"measured","value":5,"sd":4}],
        "constraints":[{"name":"split","terms":[{"coef":1,"vars":["a","share"]},{"coef":-1,"vars":["b"]}]}]})");
    for (const char* name :
         {"zero_uncertainty", "negative_value", "node_without_input", "node_without_output",
          "dependent_balance", "unmeasured_cycle", "too_good_closure", "first_order_uncertainty"}) {
      QVERIFY2(m_seen.contains(name), name);
    }
  }

  void ofSeries() {
    m_seen.clear();
    compareSeries({{0, 5, 1, 0}}, {{0, 10, 0}, {1, 15, 0}}, {0, 0});
    compareSeries({{0, 5, 1, 0}}, {{0, 10, 0}, {1, 11, 0}}, {0, 0});
    compareSeries({{0, 100, 1, 0}, {1, 50, 1, 0}}, {{0, 0, 0}, {1, 90, 0}, {2, 120, 0}}, {0, 0.01});
    compareSeries({{0, -5, 1, 0}}, {{0, 10, 0}, {1, 5, 0}}, {0.01, 0.01});
    for (const char* name :
         {"one_period", "zero_uncertainty", "contradiction", "dependent_period", "no_input"}) {
      QVERIFY2(m_seen.contains(name), name);
    }
  }

  void manyMembers() {
    JsonArray members;
    for (int i = 0; i < 23; ++i) members.emplace_back("F" + std::to_string(i));
    const JsonObject diagnosis{{"name", "unchecked_record"}, {"text", ""}, {"members", members}};
    const QString text = words::diagnosisText(diagnosis);
    QVERIFY2(text.endsWith(QLatin1String("F18, F19 and 3 more: nothing checks these records")),
             qPrintable(text));
  }

  void ofOneWithoutWords() {
    const JsonObject diagnosis{{"name", "of_tomorrow"}, {"text", "Something else."}};
    QCOMPARE(words::diagnosisText(diagnosis), QStringLiteral("Something else."));
  }
};

PLUMBLINE_TEST(TestDiagnosisWords)
#include "test_diagnosis_words.moc"
