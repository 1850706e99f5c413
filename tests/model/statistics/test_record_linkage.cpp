// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "model/statistics/record_linkage.h"

#include "tests/program.h"
#include "tests/shared_files.h"

namespace plumbline {
namespace {

bool near(double a, double b, double tolerance) {
  return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

class RecordLinkageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// Four fields that agree or not; levels: 0 agrees, 1 does not.
  void expectationMaximization() {
    REQUIRE_SHARED(path, "oracles/mixture_linkage.json");
    const QJsonObject file = QJsonDocument::fromJson(test::readFile(path)).object();
    const QJsonObject item = file[QStringLiteral("fellegi_sunter")].toObject();
    const QJsonArray rows = item[QStringLiteral("pattern")].toArray();
    const QJsonArray counts = item[QStringLiteral("counts")].toArray();
    std::vector<LinkagePattern> patterns;
    for (qsizetype i = 0; i < rows.size(); ++i) {
      LinkagePattern& pattern = patterns.emplace_back();
      for (const QJsonValue agrees : rows.at(i).toArray()) {
        pattern.levels.push_back(1 - agrees.toInt());
      }
      pattern.count = counts.at(i).toInteger();
    }
    LinkageModel start{0.1, {}};
    start.fields.assign(4, {{0.9, 0.1}, {0.1, 0.9}});
    const auto fit = fitLinkage(patterns, start, FitShares::All);
    QVERIFY(fit.ok());
    const QJsonObject em = item[QStringLiteral("em")].toObject();
    QVERIFY(near(fit->model.matchShare, em[QStringLiteral("lambda")].toDouble(), 1e-6));
    QVERIFY(near(fit->logLikelihood, em[QStringLiteral("loglik")].toDouble(), 1e-6));
    const QJsonArray agree = item[QStringLiteral("weights_log2_agree")].toArray();
    const QJsonArray disagree = item[QStringLiteral("weights_log2_disagree")].toArray();
    for (qsizetype i = 0; i < 4; ++i) {
      const LinkageField& field = fit->model.fields[static_cast<std::size_t>(i)];
      QVERIFY(near(field.m[0], em[QStringLiteral("m")].toArray().at(i).toDouble(), 1e-6));
      QVERIFY(near(field.u[0], em[QStringLiteral("u")].toArray().at(i).toDouble(), 1e-6));
      QVERIFY(near(field.weight(0), agree.at(i).toDouble(), 1e-6));
      QVERIFY(near(field.weight(1), disagree.at(i).toDouble(), 1e-6));
    }
    const QJsonArray posterior = em[QStringLiteral("post")].toArray();
    QCOMPARE(posterior.size(), rows.size());
    for (qsizetype i = 0; i < posterior.size(); ++i) {
      const auto at = static_cast<std::size_t>(i);
      QVERIFY(near(fit->posterior[at], posterior.at(i).toDouble(), 1e-6));
      const double weight = linkageWeight(fit->model, patterns[at].levels);
      QVERIFY(near(matchProbability(fit->model.matchShare, weight), fit->posterior[at], 1e-9));
    }
  }

  void aMissingFieldWeighsNothing() {
    LinkageModel model{0.25, {}};
    model.fields.assign(2, {{0.5, 0.25, 0.25}, {0.125, 0.125, 0.75}});
    QCOMPARE(linkageWeight(model, std::vector<int>{levelMissing, levelMissing}), 0.0);
    QCOMPARE(linkageWeight(model, std::vector<int>{0, levelMissing}), 2.0);
    QCOMPARE(linkageWeight(model, std::vector<int>{0, 1}), 3.0);
    QVERIFY(near(matchProbability(0.25, 0), 0.25, 1e-12));
    QCOMPARE(matchProbability(0.25, 2000), 1.0);
    QCOMPARE(matchProbability(0.25, -2000), 0.0);
  }

  void sharesAreDrawnTowardsTheUsualOnes() {
    const std::vector<double> usual{0.75, 0.25};
    const std::vector<std::int64_t> none{0, 0};
    QCOMPARE(smoothedShares(none, usual, 4), usual);
    const std::vector<std::int64_t> some{1, 3};
    QCOMPARE(smoothedShares(some, usual, 4), (std::vector<double>{0.5, 0.5}));
  }

  /// With u given, only the matches are fitted.
  void keptSharesStay() {
    LinkageModel start{0.2, {}};
    start.fields.assign(3, {{0.9, 0.1}, {0.2, 0.8}});
    const std::vector<LinkagePattern> patterns{
        {{0, 0, 0}, 180}, {{0, 0, 1}, 40}, {{1, 1, 0}, 150}, {{1, 1, 1}, 500}, {{0, 1, 1}, 130}};
    const auto fit = fitLinkage(patterns, start, FitShares::MatchesOnly);
    QVERIFY(fit.ok());
    for (const LinkageField& field : fit->model.fields) {
      QCOMPARE(field.u, start.fields.front().u);
      QVERIFY(near(field.m[0] + field.m[1], 1, 1e-6));
    }
    QVERIFY(fit->model.matchShare > 0.15 && fit->model.matchShare < 0.3);
  }

  void whatDoesNotFitIsRefused_data() {
    QTest::addColumn<QList<int>>("levels");
    QTest::addColumn<int>("count");
    QTest::newRow("too few fields") << QList<int>{0} << 5;
    QTest::newRow("no such level") << QList<int>{0, 2} << 5;
    QTest::newRow("below missing") << QList<int>{0, -2} << 5;
    QTest::newRow("negative count") << QList<int>{0, 0} << -5;
    QTest::newRow("no pairs") << QList<int>{0, 0} << 0;
  }
  void whatDoesNotFitIsRefused() {
    QFETCH(QList<int>, levels);
    QFETCH(int, count);
    LinkageModel start{0.5, {}};
    start.fields.assign(2, {{0.9, 0.1}, {0.1, 0.9}});
    const std::vector<LinkagePattern> patterns{{{levels.begin(), levels.end()}, count}};
    QCOMPARE(fitLinkage(patterns, start, FitShares::All).error().code, ErrorCode::BadValue);
  }
};

}  // namespace
}  // namespace plumbline

PLUMBLINE_TEST(plumbline::RecordLinkageTest)
#include "test_record_linkage.moc"
