// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>
#include <set>

#include <QTest>

#include "model/verdict/judge_claims.h"

#include "tests/model/balance/record_fixture.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

constexpr std::int64_t day = millisecondsPerDay;

/// Loads of board with every fate a load can have, in any order.
struct World : RecordFixture {
  explicit World(unsigned seed) : random(seed) {
    materials();
    material(receiver, "nameless", "");
    for (int i = 0; i < 60; ++i) load(i);
    claim("CL-year", "2141-01-01", "2141-12-31");
    claim("CL-june", "2141-06-01", "2141-06-30");
    claim("CL-mass", "2141-01-01", "2141-12-31",
          {{"metric", "useful_mass"}, {"value_micro", 1'000'000 * below(2'000)}});
  }
  std::int64_t below(std::int64_t end) {
    return std::uniform_int_distribution<std::int64_t>(0, end - 1)(random);
  }
  std::string oneOf(std::initializer_list<const char*> words) {
    return *(words.begin() + below(static_cast<std::int64_t>(words.size())));
  }
  void load(int number) {
    const std::string id = std::to_string(number);
    const std::int64_t sent = at("2141-01-01") + below(364 * day);
    const std::int64_t grams = 1 + below(30'000'000);
    shipment(id, 0,
             {{"net_g", grams},
              {"dispatched_ms", sent},
              {"material", oneOf({"board", "board", "flakes", "sorting-residue"})},
              {"status", oneOf({"", "", "", "returned"})}});
    const std::int64_t receipts = below(4);  // none, one, or a load in parts
    for (std::int64_t part = 0; part < receipts; ++part) {
      const std::int64_t most = grams * (1 + below(8)) / 4 / receipts + 1;
      // Some receipts have another number: their loads stay open or are linked.
      const std::string under = below(8) == 0 ? id + "-typo" : id;
      receipt("RC-" + id + "-" + std::to_string(part), under, 0,
              {{"net_g", below(2) == 0 ? grams : below(most)},
               {"received_ms", sent + below(5 * day)},
               {"material", oneOf({"board", "flakes", "fuel", "sorting-residue", "nameless"})},
               {"operation", oneOf({"R3", "R3", "R1", "D1", "R13", ""})},
               {"outcome", oneOf({"accepted", "accepted", "part", "rejected"})}});
    }
  }
  std::mt19937 random;
};

std::vector<ClaimVerdict> judge(const RecordFixture& world) {
  const Reconciliation reconciliation = world.reconciled();
  auto claims = judgeClaims({world.database(), world.plan, reconciliation, {}});
  if (!claims) qFatal("%s", claims.error().text().c_str());
  return std::move(claims).value();
}

}  // namespace

class TestClaimParts : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void partsAddUpInRandomWorlds() {
    std::set<ClaimPart> met;
    for (unsigned seed = 1; seed <= 30; ++seed) {
      const World world(seed);
      const std::vector<ClaimVerdict> claims = judge(world);
      QCOMPARE(claims.size(), std::size_t{3});
      for (const ClaimVerdict& claim : claims) {
        const QByteArray where = "seed " + QByteArray::number(seed) + ' ' +
                                 QByteArray::fromStdString(claim.toJson().pretty());
        QVERIFY2(claim.parts.sum() == claim.claimed, where.constData());
        for (std::size_t i = 0; i < claimPartCount; ++i) {
          const auto part = static_cast<ClaimPart>(i);
          if (claim.parts[part] != Mass()) met.insert(part);
          // Only what was sent beyond a claimed mass is below zero.
          QVERIFY2(part == ClaimPart::NoLoad || claim.parts[part] >= Mass(), where.constData());
        }
        QCOMPARE(claim.parts[ClaimPart::Confirmed], claim.confirmed);
        QCOMPARE(claim.parts[ClaimPart::Residue], claim.receivedAsResidue);
        QCOMPARE(claim.parts[ClaimPart::Missing], claim.withoutReceipt);
      }
    }
    // Worlds in which a part never occurs would prove nothing about it.
    for (const ClaimPart part :
         {ClaimPart::Confirmed, ClaimPart::OtherMass, ClaimPart::Residue, ClaimPart::OtherOperation,
          ClaimPart::Missing, ClaimPart::Refused, ClaimPart::NoLoad}) {
      QVERIFY2(met.contains(part), std::string(keyOf(part)).c_str());
    }
  }

  void eachFateHasItsPart() {
    RecordFixture world;
    world.materials();
    world.material(world.receiver, "nameless", "");
    const auto load = [&](const char* id, std::int64_t received, Row more) {
      world.shipment(id, 20'000);
      world.receipt(std::string("RC-") + id, id, received, std::move(more));
    };
    load("good", 20'000, {});
    load("light", 17'000, {});
    load("heavy", 22'000, {});
    load("residue", 19'990, {{"material", "sorting-residue"}, {"operation", "D1"}});
    load("burnt", 19'980, {{"material", "fuel"}, {"operation", "R1"}});
    load("refused", 20'000, {{"outcome", "rejected"}});
    load("partly", 12'000, {{"outcome", "part"}});
    world.shipment("lost", 20'000);
    world.publication("late", "receiver", "", {{"period_end_ms", at("2141-04-09")}});
    world.shipment("open", 20'000, {{"consignee", "late"}});
    // Long after, so that the deadline of the others is over.
    world.shipment("late", 1'000, {{"dispatched_ms", at("2141-12-01")}});
    world.receipt("RC-late", "late", 1'000, {{"received_ms", at("2141-12-01T05:00:00Z")}});
    world.claim("CL-1", "2141-01-01", "2141-11-30");
    const ClaimVerdict claim = judge(world).at(0);
    const auto kilograms = [&](ClaimPart part) { return claim.parts[part].inGrams() / 1000; };
    QCOMPARE(claim.claimed.inGrams(), 180'000'000);
    QCOMPARE(kilograms(ClaimPart::Confirmed), 20'000 + 17'000 + 20'000 + 12'000);
    QCOMPARE(kilograms(ClaimPart::OtherMass), 3'000);
    QCOMPARE(kilograms(ClaimPart::Residue), 20'000);  // as a whole: the claimed mass
    QCOMPARE(kilograms(ClaimPart::OtherOperation), 20'000);
    QCOMPARE(kilograms(ClaimPart::Refused), 20'000 + 8'000);
    QCOMPARE(kilograms(ClaimPart::Missing), 20'000);
    QCOMPARE(kilograms(ClaimPart::Pending), 20'000);
    QCOMPARE(kilograms(ClaimPart::NotJudged), 0);
    QCOMPARE(kilograms(ClaimPart::NoLoad), 0);
    QVERIFY(claim.parts.sum() == claim.claimed);
  }

  void aClaimedMassWithoutLoadsIsItsOwnPart() {
    RecordFixture world;
    world.materials();
    world.shipment("1", 20'000);
    world.receipt("RC-1", "1", 20'000);
    const auto ofMass = [&](const char* id, std::int64_t tonnes) {
      world.claim(id, "2141-01-01", "2141-12-31",
                  {{"metric", "useful_mass"}, {"value_micro", tonnes * 1'000'000}});
    };
    ofMass("CL-1", 25);
    ofMass("CL-2", 15);
    const std::vector<ClaimVerdict> claims = judge(world);
    QCOMPARE(claims.at(0).parts[ClaimPart::NoLoad].inGrams(), 5'000'000);
    QCOMPARE(claims.at(1).parts[ClaimPart::NoLoad].inGrams(), -5'000'000);
    for (const ClaimVerdict& claim : claims) QVERIFY(claim.parts.sum() == claim.claimed);
  }

  void theJsonNamesEveryPart() {
    ClaimParts parts;
    parts[ClaimPart::Confirmed] = Mass::grams(1'500);
    const JsonValue json = parts.toJson();
    QCOMPARE(QByteArray::fromStdString(json.dump()),
             QByteArray(R"({"confirmed":1.5,"other_mass":0,"residue":0,"other_operation":0,)"
                        R"("missing":0,"pending":0,"refused":0,"not_judged":0,"no_load":0})"));
  }
};

PLUMBLINE_TEST(TestClaimParts)
#include "test_claim_parts.moc"
