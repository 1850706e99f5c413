// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "model/evidence/own_keys.h"
#include "model/workspace/user_settings.h"

#include "tests/model/balance/record_fixture.h"
#include "tests/model/checks/run_rule.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

PrivateKey keyOf(char seed) {
  return *PrivateKey::fromSeed(bytesOf(std::string(32, seed)));
}

/// A plant and a receiver with a load that the number does not match.
class World : public RecordFixture {
 public:
  World() {
    materials();
    shipment("S", 20'000, {{"document_no", "WT-1"}});
    receipt("R", "?", 15'000, {{"document_no", "ZZ-9"}, {"vehicle", "other"}});
    shipment("T", 1'000);
    receipt("RT", "T", 1'000);
    intake("late", "2141-09-11T07:12:00Z", 1'000);
  }
  void decide(bool same, char seed, const std::string& receiptId = "R") const {
    const auto done = addLinkDecision(database(), {"plant-1", "S"}, {"harbour", receiptId}, same,
                                      std::string("person-") + seed, keyOf(seed));
    if (!done) qFatal("%s", done.error().text().c_str());
  }
  /// As in a workspace that got the notes from somebody else.
  void forgetOwnKeys() { QVERIFY(setUserSetting(database(), ownKeysSetting, "").ok()); }
  [[nodiscard]] Mass confirmed(const Reconciliation& result) const {
    return result.loads.ledger.sum(-1, dayOf(result.books.start), dayOf(result.books.end))
        .confirmed;
  }
  [[nodiscard]] std::int64_t missing(const Reconciliation& result) const {
    return result.loads.exceptions.of(LoadKind::MissingReceipt).count;
  }
};

}  // namespace

class TestLinkDecisions : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void withoutADecision() {
    const World world;
    const Reconciliation result = world.reconciled();
    QVERIFY(result.loads.linkDecisions.empty());
    QCOMPARE(world.confirmed(result).inGrams(), 1'000'000);
    QCOMPARE(world.missing(result), 1);
  }

  void oneLoad() {
    const World world;
    world.decide(true, 'a');
    const Reconciliation result = world.reconciled();
    QCOMPARE(result.loads.linkDecisions.all().size(), std::size_t{1});
    QVERIFY(result.loads.linkDecisions.all()[0].state == DecisionState::Applied);
    // Confirmed is what came; what did not come is told as any difference of mass.
    QCOMPARE(world.confirmed(result).inGrams(), 16'000'000);
    QCOMPARE(world.missing(result), 0);
    QCOMPARE(result.loads.exceptions.of(LoadKind::MassDiffers).count, 1);
    QVERIFY(result.loads.linkDecisions.toJson().dump().find("\"same\":true") != std::string::npos);
  }

  void inParts() {
    World world;
    world.receipt("R2", "?", 5'000, {{"document_no", "ZZ-10"}, {"vehicle", "other"}});
    world.decide(true, 'a', "R");
    world.decide(true, 'a', "R2");
    const Reconciliation result = world.reconciled();
    QCOMPARE(world.confirmed(result).inGrams(), 21'000'000);
    QCOMPARE(result.loads.exceptions.of(LoadKind::MassDiffers).count, 0);
  }

  void notTheSame() {
    World world;
    // Alike enough that a link is made by itself.
    world.execute("UPDATE receipts SET net_g = 20000000, vehicle = 'NL-4471' WHERE id = 'R'");
    for (int i = 0; i < 60; ++i) {
      const std::string id = "x" + std::to_string(i);
      world.shipment(id, 10'000 + i * 100, {{"vehicle", "V" + std::to_string(i)}});
      world.receipt("r" + id, id, 10'000 + i * 100, {{"vehicle", "V" + std::to_string(i)}});
    }
    const auto links = [&world] {
      const Reconciliation result = world.reconciled();
      return result.loads.exceptions.of(LoadKind::DocumentDiffers).count +
             result.loads.exceptions.of(LoadKind::AmbiguousLink).count;
    };
    QCOMPARE(links(), 1);
    world.decide(false, 'a');
    QCOMPARE(links(), 0);
    QVERIFY(world.reconciled().loads.linkDecisions.all()[0].state == DecisionState::Applied);
  }

  void strangersDecideNothing() {
    World world;
    world.decide(true, 'b');
    world.forgetOwnKeys();
    Reconciliation result = world.reconciled();
    QVERIFY(result.loads.linkDecisions.all()[0].state == DecisionState::NotYours);
    QCOMPARE(world.confirmed(result).inGrams(), 1'000'000);
    QCOMPARE(result.loads.linkDecisions.toJson().dump(), std::string("[]"));
    // A plant's key speaks for the records of the plant only.
    world.insertRow("keys",
                    {{"vkey", result.loads.linkDecisions.all()[0].vkey},
                     {"job", "party"},
                     {"role", "plant"},
                     {"party", "plant-b"},
                     {"trust", "pinned"}},
                    {});
    result = world.reconciled();
    QVERIFY(result.loads.linkDecisions.all()[0].state == DecisionState::NotYours);
    // Once the key is compared as a person's, its word counts.
    world.insertRow("keys",
                    {{"vkey", result.loads.linkDecisions.all()[0].vkey},
                     {"job", "party"},
                     {"role", "citizen"},
                     {"party", "person-b"},
                     {"trust", "pinned"}},
                    {});
    result = world.reconciled();
    QVERIFY(result.loads.linkDecisions.all()[0].state == DecisionState::Applied);
  }

  void oppositeDecisionsCountForNothing() {
    const World world;
    world.decide(true, 'a');
    world.decide(false, 'b');
    const Reconciliation result = world.reconciled();
    for (const LinkDecision& decision : result.loads.linkDecisions.all()) {
      QVERIFY(decision.state == DecisionState::Contradicted);
    }
    QCOMPARE(world.confirmed(result).inGrams(), 1'000'000);
  }

  void matchedRecordsAreNotOpen() {
    const World world;
    world.decide(true, 'a', "RT");  // the receipt of another load
    const Reconciliation result = world.reconciled();
    QVERIFY(result.loads.linkDecisions.all()[0].state == DecisionState::NotOpen);
    QCOMPARE(world.confirmed(result).inGrams(), 1'000'000);
  }

  /// The plant's own receipt confirms nothing, whoever says that it is of the load.
  void ownReceiptsDoNotConfirm() {
    World world;
    world.receipt("OWN", "?", 20'000, {{"document_no", "ZZ-11"}, {"publication", world.plant}});
    const auto done = addLinkDecision(world.database(), {"plant-1", "S"}, {"plant-1", "OWN"}, true,
                                      "person-a", keyOf('a'));
    QVERIFY(done.ok());
    const Reconciliation result = world.reconciled();
    QCOMPARE(world.confirmed(result).inGrams(), 1'000'000);
  }

  void recordsThatAreNotHere() {
    const World world;
    const auto done = addLinkDecision(world.database(), {"plant-1", "S"}, {"harbour", "none"}, true,
                                      "person-a", keyOf('a'));
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, ErrorCode::NotFound);
    QVERIFY(world.reconciled().loads.linkDecisions.empty());
  }

  void decisionsAreTold() {
    World world;
    world.decide(true, 'a');
    const Reconciliation result = world.reconciled();
    const CheckOutcome outcome = outcomeOf(world, result, rules::linkDecided);
    QCOMPARE(outcome.findings.size(), std::size_t{1});
    const Finding& finding = outcome.findings.front();
    QVERIFY(finding.severity == Severity::Look);
    QCOMPARE(finding.records.size(), std::size_t{2});
    QCOMPARE(finding.facts.get<std::string>("by"), std::string("person-a"));
    world.forgetOwnKeys();
    const Reconciliation others = world.reconciled();
    const CheckOutcome untold = outcomeOf(world, others, rules::linkDecided);
    QVERIFY(untold.findings.front().severity == Severity::CannotTell);
    QCOMPARE(untold.reason, std::string("not_yours"));
  }
};

PLUMBLINE_TEST(TestLinkDecisions)
#include "test_link_decisions.moc"
