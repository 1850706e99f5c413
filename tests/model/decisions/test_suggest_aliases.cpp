// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which names may be one, and why.

#include <QTest>

#include "model/decisions/decide_alias.h"
#include "model/decisions/plain_name.h"
#include "model/decisions/suggest_aliases.h"

#include "tests/model/balance/record_fixture.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

using Suggestions = std::vector<AliasSuggestion>;

Suggestions suggested(const RecordFixture& world) {
  auto found = suggestAliases(world.database(), Progress());
  if (!found) qFatal("%s", found.error().text().c_str());
  return std::move(found).value();
}

const AliasSuggestion* of(const Suggestions& all, NameKind kind, const char* a, const char* b) {
  const NamePair pair = NamePair::of(kind, a, b, true);
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&pair](const AliasSuggestion& each) { return each.pair == pair; });
  return found == all.end() ? nullptr : &*found;
}

const AliasReason* of(const AliasSuggestion& suggestion, AliasReasonKind kind) {
  const auto found = std::find_if(suggestion.reasons.begin(), suggestion.reasons.end(),
                                  [kind](const AliasReason& each) { return each.kind == kind; });
  return found == suggestion.reasons.end() ? nullptr : &*found;
}

}  // namespace

class TestSuggestAliases : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void plainNames_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("plain");
    QTest::newRow("case and kind") << QByteArray("HARBOUR RECLAIM LTD.") << QStringLiteral("harbour reclaim");
    QTest::newRow("signs") << QByteArray("Harbour-Reclaim, B.V.") << QStringLiteral("harbour reclaim");
    QTest::newRow("accents") << QByteArray("Caf\xC3\xA9 Z\xC3\xBCrich AG") << QStringLiteral("cafe zurich");
    QTest::newRow("nothing but a kind") << QByteArray("Limited") << QStringLiteral("limited");
    QTest::newRow("empty") << QByteArray("") << QString();
  }
  void plainNames() {
    QFETCH(QByteArray, name);
    QFETCH(QString, plain);
    QCOMPARE(QString::fromStdU32String(plainName(name.toStdString())), plain);
  }

  void slips() {
    QCOMPARE(slipsBetween(U"harbour", U"harbor", 2), 1);
    QCOMPARE(slipsBetween(U"harbour", U"harbuor", 2), 1);  // two swapped
    QCOMPARE(slipsBetween(U"harbour", U"barbor", 2), 2);
    QCOMPARE(slipsBetween(U"harbour", U"meadow", 2), 3);
    QCOMPARE(slipsBetween(U"permit 50392", U"permit 50393", 2), 3);  // another number
    QCOMPARE(slipsBetween(U"", U"", 0), 0);
  }

  void fromLoadsWithOneNumber() {
    RecordFixture world;
    world.materials();
    for (int i = 0; i < 4; ++i) {
      const std::string id = "S" + std::to_string(i);
      world.shipment(id, 10'000, {{"consignee", "EPR/HR1234"}});
      if (i < 3) world.receipt("R" + id, id, i == 0 ? 9'000 : 10'000);
    }
    const Suggestions all = suggested(world);
    const AliasSuggestion* const found = of(all, NameKind::Party, "EPR/HR1234", "harbour");
    QVERIFY(found != nullptr);
    QCOMPARE(found->stray, std::string("EPR/HR1234"));
    QCOMPARE(found->loads, 4);
    QCOMPARE(found->moved.inGrams(), 40'000'000);
    const AliasReason* const there = of(*found, AliasReasonKind::ReceivedThere);
    QVERIFY(there != nullptr && there->count == 3 && there->of == 4);
    QCOMPARE(of(*found, AliasReasonKind::SamePlate)->count, 3);
    QCOMPARE(of(*found, AliasReasonKind::SameMass)->count, 2);
    QVERIFY(of(*found, AliasReasonKind::ReceivedElsewhere) == nullptr);
    QVERIFY(of(*found, AliasReasonKind::SameWords) == nullptr);
  }

  /// What speaks against it is told; and where most went to others nothing is suggested.
  void fromLoadsOfSeveral() {
    RecordFixture world;
    const std::int64_t delta = world.publication("delta", "receiver", "Delta Works");
    for (int i = 0; i < 5; ++i) {
      const std::string id = "S" + std::to_string(i);
      world.shipment(id, 10'000, {{"consignee", "broker"}});
      world.receipt("R" + id, id, 10'000, {{"publication", i < 3 ? world.receiver : delta}});
    }
    const Suggestions all = suggested(world);
    const AliasSuggestion* const found = of(all, NameKind::Party, "broker", "harbour");
    QVERIFY(found != nullptr);
    QVERIFY(isAgainst(found->reasons.back().kind));
    QCOMPARE(found->reasons.back().count, 2);
    QVERIFY(of(all, NameKind::Party, "broker", "delta") == nullptr);
  }

  void fromSpelling() {
    RecordFixture world;
    world.shipment("S", 1'000, {{"consignee", "HARBOUR RECLAIM LTD"}});
    world.shipment("T", 2'000, {{"consignee", "Harbor Reclaim"}});
    world.shipment("U", 3'000, {{"consignee", "Meadow Compost"}, {"operation", "R3a"}});
    const Suggestions all = suggested(world);
    const AliasSuggestion* const words = of(all, NameKind::Party, "HARBOUR RECLAIM LTD", "Harbour Reclaim");
    QVERIFY(words != nullptr && of(*words, AliasReasonKind::SameWords) != nullptr);
    const AliasSuggestion* const slip = of(all, NameKind::Party, "Harbor Reclaim", "Harbour Reclaim");
    QVERIFY(slip != nullptr && of(*slip, AliasReasonKind::Slips)->count == 1);
    QVERIFY(std::none_of(all.begin(), all.end(), [](const AliasSuggestion& each) {
      return each.pair.a == "Meadow Compost" || each.pair.b == "Meadow Compost";
    }));
    // Those that move most first.
    QVERIFY(std::is_sorted(all.begin(), all.end(), [](const AliasSuggestion& a, const AliasSuggestion& b) {
      return a.moved > b.moved;
    }));
  }

  void materials() {
    RecordFixture world;
    for (int i = 0; i < 3; ++i) {
      const std::string id = "S" + std::to_string(i);
      world.shipment(id, 10'000);
      world.receipt("R" + id, id, 10'000, {{"material", "EcoFibre 7"}});
      world.shipment("P" + id, 10'000, {{"material", "foil"}});
      world.receipt("RP" + id, "P" + id, 10'000, {{"material", i == 0 ? "bags" : "plastic"}});
    }
    const Suggestions all = suggested(world);
    QVERIFY(of(all, NameKind::Material, "board", "EcoFibre 7") != nullptr);
    QVERIFY(of(all, NameKind::Material, "foil", "plastic") == nullptr);
  }

  /// What somebody who counts decided, either way, is not asked again; what they took back is.
  void decidedOnes() {
    RecordFixture world;
    world.shipment("S", 1'000, {{"consignee", "HARBOUR RECLAIM LTD"}});
    const PrivateKey key = *PrivateKey::fromSeed(bytesOf(std::string(32, 'a')));
    const NamePair apart = NamePair::of(NameKind::Party, "HARBOUR RECLAIM LTD", "Harbour Reclaim", false);
    QVERIFY(of(suggested(world), NameKind::Party, apart.a.c_str(), apart.b.c_str()) != nullptr);
    QVERIFY(addAlias(world.database(), {apart, ""}, "anna", key).ok());
    QVERIFY(of(suggested(world), NameKind::Party, apart.a.c_str(), apart.b.c_str()) == nullptr);
    QVERIFY(removeAlias(world.database(), apart.kind, apart.a, apart.b, "", "anna", key).ok());
    QVERIFY(of(suggested(world), NameKind::Party, apart.a.c_str(), apart.b.c_str()) != nullptr);
  }

  /// A plant that sends to a name is not that name.
  void notTheSender() {
    RecordFixture world;
    world.shipment("S", 1'000, {{"consignee", "Ecosphere Nort"}});
    for (const AliasSuggestion& each : suggested(world)) {
      QVERIFY2(each.pair.a != "EcoSphere North" && each.pair.b != "EcoSphere North", each.pair.a.c_str());
    }
  }
};

PLUMBLINE_TEST(TestSuggestAliases)
#include "test_suggest_aliases.moc"
