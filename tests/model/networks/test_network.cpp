// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <Eigen/SparseCholesky>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "model/networks/gross_errors.h"
#include "model/networks/network_answer.h"
#include "model/networks/network_file.h"
#include "model/networks/reconcile_network.h"
#include "model/networks/sparse_network.h"
#include "model/statistics/random.h"

#include "tests/program.h"
#include "tests/shared_files.h"

using namespace plumbline;

namespace {

bool near(double value, double expected, double relative, double absolute = 1e-12) {
  return std::abs(value - expected) <= relative * std::abs(expected) + absolute;
}

Result<QJsonObject> answered(const QByteArray& text) {
  const auto json =
      parseJson(bytesOf(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))));
  if (!json) return json.error();
  const auto answer = answerNetworkFile(*json);
  if (!answer) return answer.error();
  return QJsonDocument::fromJson(QByteArray::fromStdString(answer->dump())).object();
}

QJsonObject answeredOr(const QByteArray& text) {
  const auto answer = answered(text);
  if (!answer) qFatal("%s", answer.error().text().c_str());
  return *answer;
}

/// Every number of `expected` stands in `found`, at the same place; null is null.
QString firstDifference(const QJsonValue& found, const QJsonValue& expected, double relative,
                        const QString& where = {}) {
  if (expected.isObject()) {
    const QJsonObject object = expected.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
      const QString text =
          firstDifference(found[it.key()], it.value(), relative, where + u'.' + it.key());
      if (!text.isEmpty()) return text;
    }
    return {};
  }
  if (expected.isArray()) {
    for (qsizetype i = 0; i < expected.toArray().size(); ++i) {
      const QString text = firstDifference(found[i], expected[i], relative,
                                           where + u'[' + QString::number(i) + u']');
      if (!text.isEmpty()) return text;
    }
    return {};
  }
  const bool same = expected.isDouble()
                        ? found.isDouble() && near(found.toDouble(), expected.toDouble(), relative)
                        : found == expected;
  return same ? QString()
              : where + QStringLiteral(": %1, expected %2")
                            .arg(found.toVariant().toString(), expected.toVariant().toString());
}

/// Members that worked cases have and that are figures of the answer.
QJsonObject figuresOf(QJsonObject computed) {
  for (const QString& name : {QStringLiteral("by"), QStringLiteral("iterations"),
                              QStringLiteral("max_constraint_violation")}) {
    computed.remove(name);
  }
  return computed;
}

bool hasDiagnosis(const QJsonObject& answer, const QString& name) {
  const QJsonArray list = answer[u"diagnoses"].toArray();
  return std::any_of(list.begin(), list.end(),
                     [&name](const QJsonValue& one) { return one[u"name"] == name; });
}

/// A network of `nodes` nodes: every node has a flow to another one, and some to the outside; the
/// first `unmeasured` flows of a shuffled order are not measured.
NetworkModel randomNetwork(CounterRandom& random, std::size_t nodes, std::size_t flows,
                           std::size_t unmeasured) {
  NetworkModel model;
  model.constraints.resize(nodes);
  for (std::size_t k = 0; k < nodes; ++k) model.constraints[k].name = "n" + std::to_string(k);
  for (std::size_t j = 0; j < flows; ++j) {
    NetworkVariable flow{"x" + std::to_string(j), VariableRole::Measured, random.uniform(10, 200),
                         random.uniform(0.5, 5)};
    if (j % 5 == 3 && unmeasured > 0) {
      flow.role = VariableRole::Unmeasured;
      --unmeasured;
    }
    const std::size_t from = j < nodes ? j : random.below(static_cast<std::uint32_t>(nodes + 1));
    const std::size_t to = random.below(static_cast<std::uint32_t>(nodes + 1));
    if (from < nodes && from != to) model.constraints[from].terms.push_back({-1, {j}});
    if (to < nodes && from != to) model.constraints[to].terms.push_back({1, {j}});
    model.variables.push_back(std::move(flow));
  }
  std::erase_if(model.constraints, [](const auto& constraint) { return constraint.terms.empty(); });
  return model;
}

/// Another way to the same answer: all variables at once, the unmeasured ones with a very small
/// weight would blur it, so the optimality conditions are solved by complete pivoting.
Eigen::VectorXd referenceValues(const NetworkModel& model) {
  const auto n = static_cast<Eigen::Index>(model.variables.size());
  const Eigen::MatrixXd a = jacobian(model, Eigen::VectorXd::Zero(n));
  const Eigen::Index p = a.rows();
  Eigen::MatrixXd system = Eigen::MatrixXd::Zero(n + p, n + p);
  Eigen::VectorXd right = Eigen::VectorXd::Zero(n + p);
  for (Eigen::Index j = 0; j < n; ++j) {
    const NetworkVariable& variable = model.variables[static_cast<std::size_t>(j)];
    if (variable.role != VariableRole::Measured) continue;
    system(j, j) = 1 / (variable.sd * variable.sd);
    right[j] = variable.value * system(j, j);
  }
  system.topRightCorner(n, p) = a.transpose();
  system.bottomLeftCorner(p, n) = a;
  return system.fullPivLu().solve(right).head(n);
}

QByteArray chain(const char* variables, const char* more = "") {
  return QByteArray(R"({"variables":[)") + variables +
         R"(],"constraints":[{"name":"hall","terms":[{"coef":1,"vars":["a"]},{"coef":-1,"vars":["b"]}]}])" +
         more + "}";
}
const char* const twoScales =
    R"({"name":"a","role":"measured","value":100,"sd":1},{"name":"b","role":"measured","value":98,"sd":1})";

}  // namespace

class TestNetwork : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void workedCases_data() {
    QTest::addColumn<QString>("file");
    for (const char* name : {"cencic2016_stan_seven_flows", "openmodelica_splitter5c",
                             "narasimhan_jordache2000_ex1_1"}) {
      QTest::newRow(name) << QStringLiteral("oracles/%1.json").arg(QString::fromUtf8(name));
    }
  }
  void workedCases() {
    QFETCH(QString, file);
    const QString path = test::sharedPath(file);
    if (path.isEmpty()) QSKIP("the worked cases are absent; set PLUMBLINE_SHARED");
    const QByteArray text = test::readFile(path);
    const QJsonObject expected =
        figuresOf(QJsonDocument::fromJson(text).object()[u"computed"].toObject());
    QVERIFY(expected.size() > 10);
    const QString difference = firstDifference(answeredOr(text), expected, 1e-6);
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
  }

  /// What OpenModelica printed, to its digits.
  void printedDigits() {
    REQUIRE_SHARED(path, "oracles/openmodelica_splitter5c.json");
    const QByteArray text = test::readFile(path);
    const QJsonObject printed = QJsonDocument::fromJson(text).object()[u"published"].toObject();
    const QJsonObject answer = answeredOr(text);
    const QString values = firstDifference(answer[u"reconciled"], printed[u"reconciled"], 5e-6);
    QVERIFY2(values.isEmpty(), qPrintable(values));
    // Its covariance is linearized elsewhere on the way: 0.3 % from the one at the solution.
    const QString covariance = firstDifference(answer[u"covariance"], printed[u"covariance"], 3e-3);
    QVERIFY2(covariance.isEmpty(), qPrintable(covariance));
    const QJsonObject local = printed[u"local_test"].toObject();
    for (auto it = local.begin(); it != local.end(); ++it) {
      // 1.96 for 1.959964, and six printed digits of ill conditioned ones.
      QVERIFY(
          near(answer[u"vdi2048_local_test"][it.key()].toDouble(), it.value().toDouble(), 3e-3));
    }
  }

  void edgeCases() {
    REQUIRE_SHARED(path, "oracles/edge_cases.json");
    const QByteArray text = test::readFile(path);
    const QJsonArray cases = QJsonDocument::fromJson(text).object()[u"cases"].toArray();
    const QJsonArray answers = answeredOr(text)[u"cases"].toArray();
    QCOMPARE(answers.size(), cases.size());
    for (qsizetype i = 0; i < cases.size(); ++i) {
      const QJsonObject expected = cases[i][u"expected"].toObject();
      const QJsonValue answer = answers[i][u"answer"];
      const QByteArray label = cases[i][u"label"].toString().toUtf8();
      if (expected[u"inconsistent_residual"].toDouble() > 1e-9) {
        QVERIFY2(answer.isUndefined(), label);
        QVERIFY(answers[i][u"error"][u"message"].toString().startsWith(u"contradiction"));
        continue;
      }
      QCOMPARE(answer[u"dof"].toInt(), expected[u"dof"].toInt());
      QVERIFY2(near(answer[u"objective"].toDouble(), expected[u"J"].toDouble(), 1e-9), label);
      for (qsizetype j = 0; j < expected[u"x"].toArray().size(); ++j) {
        const QString name = QStringLiteral("x%1").arg(j + 1);
        QVERIFY2(near(answer[u"reconciled"][name].toDouble(), expected[u"x"][j].toDouble(), 1e-9),
                 label);
        QVERIFY2(near(answer[u"reconciled_sd"][name].toDouble(), expected[u"sd"][j].toDouble(),
                      1e-9, 1e-8),
                 label);
      }
    }
    const QJsonValue apart = answers[8][u"answer"];
    QVERIFY(apart[u"measurement_test_z"][u"x3"].isNull());
    QCOMPARE(apart[u"redundant"][u"x3"].toBool(), false);
  }

  void randomNetworksAgreeWithTheReference() {
    CounterRandom random(3, 1);
    int observed = 0;
    for (int i = 0; i < 300; ++i) {
      const std::size_t nodes = 2 + random.below(8);
      const NetworkModel model =
          randomNetwork(random, nodes, nodes * 2 + 2 + random.below(6), random.below(4));
      const auto solution = reconcileNetwork(model);
      QVERIFY2(solution.ok(), solution ? "" : solution.error().text().c_str());
      const Eigen::VectorXd expected = referenceValues(model);
      const double largest = expected.cwiseAbs().maxCoeff();
      const std::vector<std::size_t> unmeasured = model.withRole(VariableRole::Unmeasured);
      for (std::size_t j = 0; j < model.variables.size(); ++j) {
        const auto at = std::find(unmeasured.begin(), unmeasured.end(), j);
        const bool measured = at == unmeasured.end();
        if (!measured && !solution->linear.observable[std::size_t(at - unmeasured.begin())])
          continue;
        observed += measured ? 0 : 1;
        const auto index = static_cast<Eigen::Index>(j);
        QVERIFY(std::abs(solution->values[index] - expected[index]) <= 1e-9 * largest);
      }
    }
    QVERIFY(observed > 100);
  }

  /// Monte Carlo: the covariance of what comes out, from many draws of what went in.
  void covarianceOfManyDraws() {
    CounterRandom random(8, 2);
    NetworkModel model = randomNetwork(random, 5, 14, 2);
    const NetworkModel truth = model;
    const auto first = reconcileNetwork(model);
    QVERIFY(first.ok());
    constexpr int draws = 20'000;
    const auto m = static_cast<Eigen::Index>(first->linear.x.size());
    Eigen::VectorXd squares = Eigen::VectorXd::Zero(m);
    for (int draw = 0; draw < draws; ++draw) {
      for (std::size_t j = 0; j < model.variables.size(); ++j) {
        model.variables[j].value =
            truth.variables[j].value + model.variables[j].sd * random.normal();
      }
      const auto solution = reconcileNetwork(model);
      QVERIFY(solution.ok());
      squares += (solution->linear.x - first->linear.x).cwiseAbs2();
    }
    for (Eigen::Index i = 0; i < m; ++i) {
      QVERIFY(
          near(std::sqrt(squares[i] / draws), std::sqrt(first->linear.covarianceX(i, i)), 0.03));
    }
  }

  void sparseAgreesWithDense() {
    CounterRandom random(4, 1);
    for (int i = 0; i < 20; ++i) {
      const NetworkModel model = randomNetwork(random, 20, 60, 0);
      const auto dense = reconcileNetwork(model);
      QVERIFY(dense.ok());
      const Eigen::VectorXd zero = Eigen::VectorXd::Zero(60);
      Eigen::VectorXd figures(60);
      Eigen::VectorXd variances(60);
      for (Eigen::Index j = 0; j < 60; ++j) {
        figures[j] = model.variables[std::size_t(j)].value;
        variances[j] = std::pow(model.variables[std::size_t(j)].sd, 2);
      }
      const Eigen::MatrixXd a = jacobian(model, zero);
      const auto network = SparseNetwork::create(a.sparseView(), variances, evaluate(model, zero));
      QVERIFY2(network.ok(), network ? "" : network.error().text().c_str());
      const auto sparse = network->solve(figures);
      QVERIFY(sparse.ok());
      QCOMPARE(network->dof(), dense->linear.dof);
      QVERIFY(near(sparse->objective, dense->linear.objective, 1e-9));
      QVERIFY((sparse->x - dense->linear.x).cwiseAbs().maxCoeff() < 1e-9);
      QVERIFY((*network->covariance() - dense->linear.covarianceX).cwiseAbs().maxCoeff() < 1e-9);
      const auto parts = network->information();
      QVERIFY(parts.has_value());
      for (Eigen::Index j = 0; j < 60; ++j) {
        const double sd2 = variances[j] - variances[j] * variances[j] * parts->flows[j];
        QVERIFY(near(sd2, dense->linear.covarianceX(j, j), 1e-9, 1e-9));
      }
    }
  }

  /// Where the factor would fill up, conjugate gradients give the same answer as a factor does.
  void gradientsAgreeWithAFactor() {
    constexpr int nodes = 1'500;
    constexpr int flows = 9'000;
    CounterRandom random(5, 1);
    std::vector<Eigen::Triplet<double>> entries;
    Eigen::VectorXd figures(flows), variances(flows);
    for (int j = 0; j < flows; ++j) {
      const int from = j < nodes ? j : int(random.below(nodes));
      int to = int(random.below(nodes));
      if (to == from) to = (to + 1) % nodes;
      entries.emplace_back(from, j, -1);
      if (j % 20 != 0) entries.emplace_back(to, j, 1);  // some leave the network
      figures[j] = random.uniform(10, 200);
      variances[j] = std::pow(random.uniform(0.5, 5), 2);
    }
    Eigen::SparseMatrix<double> a(nodes, flows);
    a.setFromTriplets(entries.begin(), entries.end());
    const Eigen::VectorXd zero = Eigen::VectorXd::Zero(nodes);
    const auto network = SparseNetwork::create(a, variances, zero);
    QVERIFY2(network.ok(), network ? "" : network.error().text().c_str());
    QVERIFY(!network->exact());
    const auto made = network->solve(figures);
    QVERIFY(made.ok());
    const Eigen::VectorXd residual = a * figures;
    const Eigen::SparseMatrix<double> system = a * variances.asDiagonal() * a.transpose();
    const Eigen::SimplicialLDLT<Eigen::SparseMatrix<double>> factor(system);
    QCOMPARE(factor.info(), Eigen::Success);
    const Eigen::VectorXd weights = factor.solve(residual);
    const Eigen::VectorXd expected =
        figures - variances.cwiseProduct(a.transpose() * weights).eval();
    QVERIFY((made->x - expected).cwiseAbs().maxCoeff() < 1e-9 * figures.maxCoeff());
    QVERIFY(near(made->objective, residual.dot(weights), 1e-9));
    QVERIFY((a * made->x).cwiseAbs().maxCoeff() < 1e-8);
    QVERIFY(!network->information().has_value());
    QVERIFY(!network->covariance().has_value());
  }

  void refusals_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const QByteArray& text, const char* message) {
      QTest::newRow(name) << text << QString::fromUtf8(message);
    };
    const auto first = [](const char* figure) {
      return chain((QByteArray(figure) + R"(,{"name":"b","role":"measured","value":98,"sd":1})")
                       .constData());
    };
    row("no uncertainty", first(R"({"name":"a","role":"measured","value":1})"),
        "missing_uncertainty: a is measured, but has no sd");
    row("negative uncertainty", first(R"({"name":"a","role":"measured","value":1,"sd":-1})"),
        "member variables[0].sd is out of range");
    row("no value", first(R"({"name":"a","role":"measured","sd":1})"),
        "member variables[0].value is missing");
    row("unknown role", first(R"({"name":"a","role":"guessed","value":1})"),
        "member variables[0].role is unknown");
    row("no name", first(R"({"role":"measured","value":1,"sd":1})"),
        "member variables[0].name is missing");
    row("two of one name", first(R"({"name":"b","role":"fixed","value":1})"),
        "two variables have one name");
    row("a stranger", first(R"({"name":"c","role":"fixed","value":1})"),
        "member constraints[0].terms[0].vars names a variable that is not there");
    row("sd and half width",
        first(R"({"name":"a","role":"measured","value":1,"sd":1,"half_width_95":3})"),
        "sd and half_width_95 of a do not agree");
    row("constants contradict",
        chain(R"({"name":"a","role":"fixed","value":5},{"name":"b","role":"fixed","value":4})"),
        "contradiction: figures without error do not satisfy a constraint: hall");
    row("correlations that cannot be",
        R"({"variables":[{"name":"a","role":"measured","value":1,"sd":1},{"name":"b","role":"measured","value":1,"sd":1},{"name":"c","role":"measured","value":2,"sd":1}],
            "constraints":[{"name":"n","terms":[{"coef":1,"vars":["a"]},{"coef":1,"vars":["b"]},{"coef":-1,"vars":["c"]}]}],
            "correlations":[["a","b",0.9],["b","c",0.9],["a","c",-0.9]]})",
        "the correlations are not positive definite");
    row("correlation of one", chain(twoScales, R"(,"correlations":[["a","a",0.5]])"),
        "correlations[0] is no correlation");
    row("correlation above one",
        chain(twoScales, R"(,"correlations":[{"i":"a","j":"b","rho":1.5}])"),
        "correlations[0] is no correlation");
    row("no constraint",
        R"({"variables":[{"name":"a","role":"fixed","value":1}],"constraints":[]})",
        "the network has no constraints");
    row("empty constraint",
        R"({"variables":[{"name":"a","role":"fixed","value":1}],"constraints":[{"terms":[]}]})",
        "member constraints[0].terms is missing or empty");
    row("ragged incidence",
        R"({"variables":[{"name":"a","role":"fixed","value":1}],"incidence":[[1,2]]})",
        "incidence[0] does not have 1 numbers");
    row("not an object", "[]", "the network is not a JSON object");
    row("asymmetric S", R"({"A":[[1,-1]],"y":[1,2],"S":[[1,0.5],[0,1]]})",
        "the covariance is not symmetric");
    row("negative variance", R"({"A":[[1,-1]],"y":[1,2],"S":[[-1,0],[0,1]]})",
        "S has a negative variance");
  }
  void refusals() {
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const auto answer = answered(text);
    QVERIFY(!answer.ok());
    QVERIFY2(QString::fromStdString(answer.error().text()).startsWith(message),
             answer.error().text().c_str());
  }

  void diagnoses_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* label, const QByteArray& text, const char* name) {
      QTest::newRow(label) << text << QString::fromUtf8(name);
    };
    row("exact figure",
        chain(
            R"({"name":"a","role":"measured","value":100,"sd":0},{"name":"b","role":"measured","value":98,"sd":1})"),
        "zero_uncertainty");
    row("negative flow",
        chain(
            R"({"name":"a","role":"measured","value":-3,"sd":1},{"name":"b","role":"measured","value":2,"sd":1})"),
        "negative_value");
    row("negative estimate",
        chain(
            R"({"name":"a","role":"measured","value":-3,"sd":1},{"name":"b","role":"unmeasured"})"),
        "negative_estimate");
    row("no input",
        R"({"variables":[{"name":"a","role":"measured","value":1,"sd":1}],"constraints":[{"terms":[{"coef":-1,"vars":["a"]}]}]})",
        "node_without_input");
    row("no output",
        R"({"variables":[{"name":"a","role":"measured","value":1,"sd":1}],"constraints":[{"terms":[{"coef":1,"vars":["a"]}]}]})",
        "node_without_output");
    row("nothing checks",
        chain(
            R"({"name":"a","role":"measured","value":5,"sd":1},{"name":"b","role":"unmeasured"})"),
        "unchecked_record");
    row("no redundancy",
        chain(
            R"({"name":"a","role":"measured","value":5,"sd":1},{"name":"b","role":"unmeasured"})"),
        "nothing_to_check");
    row("a cycle",
        R"({"variables":[{"name":"a","role":"measured","value":5,"sd":1},{"name":"b","role":"unmeasured"},{"name":"c","role":"unmeasured"}],
        "constraints":[{"terms":[{"coef":1,"vars":["a"]},{"coef":-1,"vars":["b"]},{"coef":-1,"vars":["c"]}]}]})",
        "unmeasured_cycle");
    row("in no constraint",
        chain(
            R"({"name":"a","role":"measured","value":5,"sd":1},{"name":"b","role":"measured","value":5.5,"sd":1},{"name":"u","role":"unmeasured"})"),
        "disconnected_unmeasured");
    row("said twice", R"({"A":[[1,-1],[2,-2]],"y":[1,2],"S":[[1,0],[0,1]]})", "dependent_balance");
    row("too good",
        chain(
            R"({"name":"a","role":"measured","value":100,"sd":10},{"name":"b","role":"measured","value":100,"sd":10})"),
        "too_good_closure");
    row("wide figures",
        R"({"variables":[{"name":"a","role":"measured","value":10,"sd":5},{"name":"t","role":"measured","value":0.5,"sd":0.1},{"name":"b","role":"measured","value":6,"sd":1}],
        "constraints":[{"terms":[{"coef":1,"vars":["a","t"]},{"coef":-1,"vars":["b"]}]}]})",
        "first_order_uncertainty");
  }
  void diagnoses() {
    QFETCH(QByteArray, text);
    QFETCH(QString, name);
    const auto answer = answered(text);
    QVERIFY2(answer.ok(), answer ? "" : answer.error().text().c_str());
    QVERIFY2(hasDiagnosis(*answer, name),
             QJsonDocument((*answer)[u"diagnoses"].toArray()).toJson().constData());
  }

  /// Correlations in any of the usual ways of writing them.
  void correlationsAreRead() {
    for (const char* text :
         {R"(,"correlations":[["a","b",0.98]])", R"(,"correlations":[{"a":"a","b":"b","r":0.98}])",
          R"(,"correlations":[{"vars":["a","b"],"value":0.98}])"}) {
      const QJsonObject answer = answeredOr(chain(twoScales, text));
      QVERIFY(near(answer[u"objective"].toDouble(), 4 / (2 - 2 * 0.98), 1e-9));
    }
    QVERIFY(near(answeredOr(chain(twoScales))[u"objective"].toDouble(), 2, 1e-12));
  }

  void halfWidths() {
    const QJsonObject answer = answeredOr(chain(
        R"({"name":"a","role":"measured","value":100,"half_width_95":1.96},{"name":"b","role":"measured","value":98,"sd":1})"));
    QVERIFY(near(answer[u"objective"].toDouble(), 2, 1e-9));
  }

  /// A stream to the outside that reads 10 too much: its bias and the leak of its node cannot be
  /// told apart, and both are listed with what would.
  void equallyGoodExplanations() {
    const QJsonObject answer = answeredOr(
        R"({"variables":[{"name":"in","role":"measured","value":110,"sd":1},{"name":"b","role":"measured","value":60.2,"sd":1},{"name":"c","role":"measured","value":40.1,"sd":1},{"name":"b2","role":"measured","value":59.9,"sd":1},{"name":"c2","role":"measured","value":40.3,"sd":1}],
            "constraints":[{"name":"hall","terms":[{"coef":1,"vars":["in"]},{"coef":-1,"vars":["b"]},{"coef":-1,"vars":["c"]}]},
                           {"name":"pile b","terms":[{"coef":1,"vars":["b"]},{"coef":-1,"vars":["b2"]}]},
                           {"name":"pile c","terms":[{"coef":1,"vars":["c"]},{"coef":-1,"vars":["c2"]}]}]})");
    QVERIFY(answer[u"p_value"].toDouble() < 1e-3);
    const QJsonArray list = answer[u"explanations"].toArray();
    QVERIFY(list.size() >= 2);
    const QJsonValue bias = list[0][u"hypotheses"][0];
    const QJsonValue leak = list[1][u"hypotheses"][0];
    QCOMPARE(bias[u"kind"].toString(), QStringLiteral("bias"));
    QCOMPARE(bias[u"variable"].toString(), QStringLiteral("in"));
    QCOMPARE(leak[u"constraint"].toString(), QStringLiteral("hall"));
    QVERIFY(
        near(list[0][u"objective_left"].toDouble(), list[1][u"objective_left"].toDouble(), 1e-9));
    QVERIFY(near(bias[u"magnitude"].toDouble(), 9.75, 0.02));
    QVERIFY(near(leak[u"magnitude"].toDouble(), 9.75, 0.02));
    QCOMPARE(list[0][u"would_decide"][0].toString(), QStringLiteral("a second measurement of in"));
    QVERIFY(answer[u"explanations_exhaustive"].toBool());
  }

  /// What left as product was booked as residue: equal and opposite.
  void relabelling() {
    const QJsonObject answer = answeredOr(
        R"({"variables":[{"name":"p","role":"measured","value":70,"sd":0.5},{"name":"p2","role":"measured","value":60.1,"sd":0.5},{"name":"p3","role":"measured","value":60,"sd":0.5},{"name":"r","role":"measured","value":30,"sd":0.5},{"name":"r2","role":"measured","value":40.2,"sd":0.5},{"name":"r3","role":"measured","value":40,"sd":0.5}],
            "constraints":[{"name":"p","terms":[{"coef":1,"vars":["p"]},{"coef":-1,"vars":["p2"]}]},{"name":"p2","terms":[{"coef":1,"vars":["p2"]},{"coef":-1,"vars":["p3"]}]},
                           {"name":"r","terms":[{"coef":1,"vars":["r"]},{"coef":-1,"vars":["r2"]}]},{"name":"r2","terms":[{"coef":1,"vars":["r2"]},{"coef":-1,"vars":["r3"]}]}]})");
    const QJsonArray list = answer[u"explanations"].toArray();
    QVERIFY(!list.isEmpty());
    const QJsonValue best = list[0][u"hypotheses"][0];
    QCOMPARE(best[u"kind"].toString(), QStringLiteral("relabel"));
    QCOMPARE(best[u"variables"][0].toString(), QStringLiteral("p"));
    QCOMPARE(best[u"variables"][1].toString(), QStringLiteral("r"));
    QVERIFY(near(best[u"magnitude"].toDouble(), 10, 0.05));
  }

  /// in = b + c, b = b2: the bias of `in` and the leak of the hall are one direction, that of b2 and
  /// of its pile another; what is between two balances stands alone.
  void whatCannotBeToldApartIsOneGroup() {
    NetworkModel model;
    const double values[] = {110, 60, 40, 60};
    for (const double value : values) {
      model.variables.push_back({"v" + std::to_string(model.variables.size()),
                                 VariableRole::Measured, value, 1});
    }
    model.constraints.push_back({"hall", {{1, {0}}, {-1, {1}}, {-1, {2}}}});
    model.constraints.push_back({"pile", {{1, {1}}, {-1, {3}}}});
    const auto solution = reconcileNetwork(model);
    QVERIFY(solution.ok());
    const std::vector<Hypothesis> all = hypotheses(*solution, {});
    QCOMPARE(all.size(), std::size_t{6});
    const auto groups = indistinguishable(all);
    using Group = std::vector<std::size_t>;
    QCOMPARE(groups, (std::vector<Group>{Group{0, 2, 4}, Group{1}, Group{3, 5}}));
    // Granted alone, a leak of the hall is its residual with what is known of it from the rest:
    // residual 10; b and b2 are averaged, so var = 1 + 1/2 + 1.
    const Explanations found = explain(*solution, {all[4], all[5]});
    QCOMPARE(found.serial.size(), std::size_t{1});
    QVERIFY(near(found.serial.front().magnitudes.front(), 10, 1e-9));
    QVERIFY(near(found.serial.front().sds.front(), std::sqrt(2.5), 1e-9));
  }

  void honestRecordsNeedNoExplanation() {
    const QJsonObject answer = answeredOr(chain(
        R"({"name":"a","role":"measured","value":100,"sd":2},{"name":"b","role":"measured","value":98,"sd":2})"));
    QVERIFY(answer[u"explanations"].toArray().isEmpty());
  }
};

PLUMBLINE_TEST(TestNetwork)
#include "test_network.moc"
