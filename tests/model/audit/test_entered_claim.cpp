// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <fstream>

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/decisions/enter_claim.h"
#include "model/import/local_table.h"
#include "model/mapping/proposal.h"

#include "tests/model/honest_and_crooked.h"
#include "tests/program.h"

using namespace plumbline;

namespace {

constexpr const char* plant = "ecosphere-north";

EnteredClaim noResidue() {
  EnteredClaim claim;
  claim.party = plant;
  claim.metric = "residual_waste";
  claim.start = Timestamp::fromCivil(2141, 1, 1);
  claim.end = Timestamp::fromCivil(2141, 7, 1);
  claim.unit = "t";
  claim.source = "annual report, page 4";
  return claim;
}

const ClaimVerdict* enteredOf(const AuditResult& audit) {
  for (const ClaimVerdict& claim : audit.claims) {
    if (claim.isEntered()) return &claim;
  }
  return nullptr;
}

}  // namespace

/// A claim that the user typed in is a question: it is answered, and decides nothing.
class TestEnteredClaim : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(test::makeHonestAndCrooked(path("honest"), path("crooked")));
  }

  void whatTheRecordsSayIsToldAndNothingDecided_data() {
    QTest::addColumn<QString>("world");
    QTest::addColumn<bool>("named");
    QTest::addColumn<int>("wouldBe");
    const int yes = static_cast<int>(Decision::Supported);
    const int no = static_cast<int>(Decision::Contradicted);
    QTest::newRow("honest") << QStringLiteral("honest") << true << yes;
    QTest::newRow("crooked") << QStringLiteral("crooked") << true << no;
    QTest::newRow("honest, no key named") << QStringLiteral("honest") << false << yes;
    QTest::newRow("crooked, no key named") << QStringLiteral("crooked") << false << no;
  }
  void whatTheRecordsSayIsToldAndNothingDecided() {
    QFETCH(QString, world);
    QFETCH(bool, named);
    QFETCH(int, wouldBe);
    const fs::path workspace = import(world.toStdString(), named);
    const AuditPtr before = *runAudit(workspace, Progress());
    QVERIFY(enteredOf(*before) == nullptr);
    QVERIFY(enterClaim(workspace, noResidue()).ok());
    const AuditPtr after = *runAudit(workspace, Progress());
    const ClaimVerdict* claim = enteredOf(*after);
    QVERIFY(claim != nullptr);
    QCOMPARE(claim->decision, Decision::CannotTell);
    QCOMPARE(claim->wouldBe, std::optional(static_cast<Decision>(wouldBe)));
    QCOMPARE(claim->openKeys.empty(), named);
    QCOMPARE(claim->onlySaid, !named);
    QCOMPARE(claim->source, std::string("annual report, page 4"));
    QCOMPARE(claim->wouldChange.front(), std::string(named ? "published_claim" : "name_keys"));
    // The answer of the evidence is the same, and so is what anybody signs.
    QCOMPARE(after->decision(), before->decision());
    QCOMPARE(after->accuses(), before->accuses());
    QCOMPARE(after->resultsDigest.hex(), before->resultsDigest.hex());
    QCOMPARE(after->findings.size(), before->findings.size());
    QCOMPARE(after->claims.size(), before->claims.size() + 1);
    QVERIFY(after->canonicalJson().dump().find("annual report") == std::string::npos);
    QVERIFY(claim->toJson().dump().find("\"entered_by_user\":true") != std::string::npos);
    QVERIFY(clearEnteredClaims(workspace).ok());
    QVERIFY(enteredOf(**runAudit(workspace, Progress())) == nullptr);
  }

  /// Tables read by a mapping state: not even a "would be" comes of them.
  void aMappedTableTellsNothing() {
    std::ofstream(path("mapped.csv")) << "id,document_no,line,received_at,material,net_kg\n"
                                         "R1,A-1,1,2141-02-05,board,1000\n";
    const fs::path file = path("mapped.csv");
    const auto survey = surveyFile(file, {}, Progress());
    QVERIFY(survey.ok());
    ImportOptions options;
    options.mappings.emplace(
        file, propose(survey->profile, survey->shape, "stranger", Table::Receipts).mapping);
    const fs::path workspace = import("crooked", true);
    QVERIFY(importInto(workspace, {file}, options, Progress()).ok());
    QVERIFY(enterClaim(workspace, noResidue()).ok());
    const AuditPtr audit = *runAudit(workspace, Progress());
    QVERIFY(audit->standing.mappedFiles > 0);
    const ClaimVerdict* claim = enteredOf(*audit);
    QVERIFY(claim != nullptr);
    QCOMPARE(claim->decision, Decision::CannotTell);
    QVERIFY(!claim->wouldBe);
    const auto& reasons = claim->reasons;
    QVERIFY(std::find(reasons.begin(), reasons.end(), "entered_on_mapped") != reasons.end());
  }

  /// It is of the user's own: whoever gets the audit file gets none of it.
  void itIsNeverShared() {
    const fs::path workspace = import("honest", true);
    QVERIFY(shareAudit(workspace, path("without.plumb"), Progress()).ok());
    QVERIFY(enterClaim(workspace, noResidue()).ok());
    QVERIFY(shareAudit(workspace, path("with.plumb"), Progress()).ok());
    QCOMPARE(bytesOfFile("with.plumb"), bytesOfFile("without.plumb"));
  }

  void theSameQuestionIsAskedOnce() {
    const fs::path workspace = import("honest", true);
    EnteredClaim claim = noResidue();
    QVERIFY(enterClaim(workspace, claim).ok());
    claim.source = "a poster";
    QVERIFY(enterClaim(workspace, claim).ok());
    claim.metric = "diversion_rate";
    claim.valueMicro = 100'000'000;
    claim.unit = "%";
    QVERIFY(enterClaim(workspace, claim).ok());
    const AuditPtr audit = *runAudit(workspace, Progress());
    const auto entered = std::count_if(audit->claims.begin(), audit->claims.end(),
                                       [](const ClaimVerdict& each) { return each.isEntered(); });
    QCOMPARE(entered, 2);
    for (const ClaimVerdict& each : audit->claims) {
      if (each.isEntered()) QCOMPARE(each.source, std::string("a poster"));
    }
  }

  void whatCannotBeAskedIsRefused_data() {
    QTest::addColumn<QString>("member");
    QTest::addColumn<int>("code");
    const int bad = static_cast<int>(ErrorCode::BadValue);
    for (const char* member : {"metric", "unit", "time", "source", "text"}) {
      QTest::newRow(member) << QString::fromLatin1(member) << bad;
    }
    QTest::newRow("party") << QStringLiteral("party") << static_cast<int>(ErrorCode::NotFound);
  }
  void whatCannotBeAskedIsRefused() {
    QFETCH(QString, member);
    QFETCH(int, code);
    EnteredClaim claim = noResidue();
    if (member == QStringLiteral("metric")) claim.metric = "happiness";
    if (member == QStringLiteral("unit")) claim.unit = "cartloads";
    if (member == QStringLiteral("time")) claim.end = claim.start;
    if (member == QStringLiteral("source")) claim.source.clear();
    if (member == QStringLiteral("text")) claim.text = "two\nlines";
    if (member == QStringLiteral("party")) claim.party = "nobody";
    const auto done = enterClaim(import("honest", true), claim);
    QVERIFY(!done);
    QCOMPARE(static_cast<int>(done.error().code), code);
  }

 private:
  fs::path path(const std::string& name) const {
    return fs::path(m_folder.path().toStdU16String()) / name;
  }
  std::string bytesOfFile(const char* name) const {
    std::ifstream file(path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  fs::path import(const std::string& world, bool named) {
    const fs::path workspace = path("ws" + std::to_string(++m_count));
    ImportOptions options;
    if (named) options.parties = path(world) / "parties.txt";
    if (!importInto(workspace, {path(world)}, options, Progress())) qFatal("no workspace");
    return workspace;
  }

  QTemporaryDir m_folder;
  int m_count = 0;
};

PLUMBLINE_TEST(TestEnteredClaim)
#include "test_entered_claim.moc"
