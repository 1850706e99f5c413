// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "model/audit/audit_judged.h"
#include "model/audit/part_shipments.h"
#include "model/audit/session.h"
#include "model/decisions/decide_alias.h"
#include "model/decisions/decide_link.h"

#include "tests/model/stamper.h"
#include "tests/model/vouched.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

PrivateKey someKey() {
  return *PrivateKey::fromSeed(bytesOf(std::string(32, 'a')));
}

std::string keptReceipts() {
  return "id,document_no,line,received_at,consignor,material,net_kg\n"
         "R-1,W-1,1,2142-01-05T10:00:00Z,north,pellet,1000\n";
}

}  // namespace

/// What is said of the evidence comes from the value that the judgement gave, and from nowhere else.
class TestJudgedOnce : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(m_folder.isValid());
    TestPublisher plant("north", Role::Plant, 1);
    TestPublisher harbour("harbour", Role::Receiver, 2);
    plant.publish(path("p"), {{"shipments", threeShipments(1)},
                              {"materials", "code,name,class\npellet,Pellet,product\n"}});
    harbour.publish(path("p"), {{"receipts", keptReceipts()}});
    plant.close(path("p"));
    harbour.close(path("p"));
    writeTrust(path("p"), {&plant, &harbour});
    ImportOptions options = vouchedFor(path("p"));
    const Stamper stamper(path("."));
    m_stamped = stamper.installed();
    if (m_stamped) {
      const std::string note = readBytes(plant.logFolder(path("p")) / "checkpoint");
      QVERIFY(stamper.makeAuthority());
      QVERIFY(stamper.stamp(path("p"), note, note));
      options.tsa = path("tsa.pem");
    }
    const auto imported = importInto(path("w"), {path("p")}, options, Progress());
    QVERIFY(imported.ok());
    QCOMPARE(imported->rows, std::int64_t(5));
    const auto linked = decideLink(path("w"), {"north", "S-1"}, {"harbour", "R-1"}, true, "ada", someKey());
    QVERIFY2(linked.ok(), linked.ok() ? "" : linked.error().text().c_str());
    const AliasRequest alias{NamePair::of(NameKind::Material, "pellet", "pellets", true), "one word"};
    QVERIFY(decideAlias(path("w"), alias, "ada", someKey()).ok());
    const auto first = runAudit(path("w"), Progress());
    QVERIFY(first.ok());
    QVERIFY(signAudit(path("w"), **first, "ada", someKey()).ok());
  }

  void anAuditReadsTheJudgement() {
    JudgedWorkspace opened = openJudged(path("w"), Progress()).value();
    const AuditPtr before = auditJudged(opened, Progress()).value();
    QCOMPARE(before->linkDecisions.all().size(), std::size_t(1));
    QCOMPARE(before->linkDecisions.all().front().state, DecisionState::Applied);
    QCOMPARE(before->aliases.decisions.size(), std::size_t(1));
    QCOMPARE(before->signOffs.size(), std::size_t(1));
    QCOMPARE(before->names.size(), std::size_t(2));
    const auto laterThan = [](const AuditPtr& audit) {
      return audit->evidence.rows[static_cast<std::size_t>(EvidenceQuestion::NotLaterThan)].reason;
    };
    if (m_stamped) QCOMPARE(laterThan(before), std::string("not_all_timestamped"));

    auto emptied = std::make_shared<JudgedEvidence>(*opened.evidence);
    emptied->people = {};
    emptied->stamps.clear();
    opened.evidence = emptied;
    const AuditPtr after = auditJudged(opened, Progress()).value();
    QVERIFY(after->linkDecisions.empty());
    QVERIFY(after->aliases.decisions.empty());
    QVERIFY(after->signOffs.empty());
    QCOMPARE(laterThan(after), std::string("no_timestamp"));
  }

  /// Loads are looked up as the audit counted them, or not at all.
  void loadsOfAnAuditThatIsNoLongerTrue() {
    const AuditPtr audit = runAudit(path("w"), Progress()).value();
    ClaimVerdict claim;
    claim.party = "north";
    claim.start = audit->start;
    claim.end = audit->end;
    Mass sum;
    for (std::size_t part = 0; part < claimPartCount; ++part) {
      const auto found = shipmentsOf(path("w"), *audit, claim, static_cast<ClaimPart>(part), Progress());
      QVERIFY(found.ok());
      sum += found->sum;
    }
    QCOMPARE(sum.inGrams(), std::int64_t(3'000'000));
    TestPublisher late("late", Role::Plant, 3);
    late.publish(path("late"), {{"shipments", threeShipments(4)}});
    QVERIFY(importInto(path("w"), {path("late")}, {}, Progress()).ok());
    const auto again = shipmentsOf(path("w"), *audit, claim, ClaimPart::Confirmed, Progress());
    QVERIFY(!again.ok());
    QCOMPARE(again.error().code, ErrorCode::Inconsistent);
  }

 private:
  fs::path path(const char* name) const {
    return fs::path(m_folder.path().toStdU16String()) / name;
  }
  QTemporaryDir m_folder;
  bool m_stamped = false;
};

PLUMBLINE_TEST(TestJudgedOnce)
#include "test_judged_once.moc"
