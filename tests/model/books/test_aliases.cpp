// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which spellings are one name: the same whatever comes first.

#include <algorithm>

#include <QTest>

#include "crypto/json.h"

#include "model/books/aliases.h"

#include "tests/program.h"
#include "tests/shared_files.h"

using namespace plumbline;

namespace {

using Pairs = std::vector<NamePair>;

NamePair same(const char* a, const char* b, NameKind kind = NameKind::Party) {
  return NamePair::of(kind, a, b, true);
}
NamePair apart(const char* a, const char* b, NameKind kind = NameKind::Party) {
  return NamePair::of(kind, a, b, false);
}

std::array<NameMeanings, nameKindCount> meaning(NameKind kind, NameMeanings names) {
  std::array<NameMeanings, nameKindCount> all;
  all[static_cast<std::size_t>(kind)] = std::move(names);
  return all;
}

}  // namespace

class TestAliases : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void nothingDecided() {
    const Aliases aliases = Aliases::of(Pairs{});
    QVERIFY(aliases.empty());
    QVERIFY(aliases.mainName(NameKind::Party, "Acme MRF") == "Acme MRF");
    QVERIFY(!aliases.same(NameKind::Party, "Acme MRF", "50392"));
    QCOMPARE(aliases.toJson().dump(), std::string("[]"));
  }

  void sameAsAThird() {
    const Aliases aliases =
        Aliases::of(Pairs{same("50392", "EPR/AB1234"), same("EPR/AB1234", "Acme MRF")});
    for (const char* name : {"50392", "EPR/AB1234", "Acme MRF"}) {
      QVERIFY(aliases.mainName(NameKind::Party, name) == "50392");
    }
    QVERIFY(aliases.mainName(NameKind::Site, "Acme MRF") == "Acme MRF");  // of another kind
    QCOMPARE(aliases.toJson().dump(),
             std::string(R"([{"kind":"party","names":["50392","Acme MRF","EPR/AB1234"]}])"));
  }

  /// The main name is one that means something here, if there is any.
  void mainName() {
    const Pairs pairs{same("50392", "Acme MRF"), same("Acme MRF", "acme")};
    const Aliases aliases = Aliases::of(pairs, meaning(NameKind::Party, {{"acme", "acme"}}));
    QVERIFY(aliases.mainName(NameKind::Party, "50392") == "acme");
    // One that is known only gives way to one that means something, and stands in nobody's way.
    const auto known = meaning(NameKind::Party, {{"50392", ""}, {"Acme MRF", ""}, {"acme", "acme"}});
    QVERIFY(Aliases::of(pairs, known).mainName(NameKind::Party, "50392") == "acme");
    const auto onlyKnown = meaning(NameKind::Party, {{"acme", ""}, {"Acme MRF", ""}});
    QVERIFY(Aliases::of(pairs, onlyKnown).mainName(NameKind::Party, "50392") == "Acme MRF");
  }

  void everyOrderIsOne() {
    Pairs pairs{same("a", "b"), same("b", "c"),  same("d", "c"),
                same("x", "y"), apart("x", "q"), same("R3", "R3a", NameKind::Code)};
    std::sort(pairs.begin(), pairs.end());
    const auto meanings = meaning(NameKind::Party, {{"c", "c"}});
    const std::string first = Aliases::of(pairs, meanings).toJson().dump();
    int orders = 0;
    do {
      const Aliases aliases = Aliases::of(pairs, meanings);
      QCOMPARE(aliases.toJson().dump(), first);
      QVERIFY(aliases.mainName(NameKind::Party, "a") == "c");
      ++orders;
    } while (std::next_permutation(pairs.begin(), pairs.end()));
    QCOMPARE(orders, 720);
  }

  void circle() {
    Pairs pairs{same("a", "b"), same("b", "c"), apart("a", "c"), same("x", "y")};
    std::sort(pairs.begin(), pairs.end());
    do {
      const Aliases aliases = Aliases::of(pairs);
      QVERIFY(aliases.mainName(NameKind::Party, "b") == "b");
      QVERIFY(aliases.mainName(NameKind::Party, "y") == "x");
      const AliasClass* const stopped = aliases.classOf(NameKind::Party, "c");
      QVERIFY(stopped != nullptr && stopped->fault == AliasFault::Circle);
      QCOMPARE(stopped->between[0], std::string("a"));
      QCOMPARE(stopped->between[1], std::string("c"));
      QCOMPARE(aliases.toJson().dump(), std::string(R"([{"kind":"party","names":["x","y"]}])"));
    } while (std::next_permutation(pairs.begin(), pairs.end()));
  }

  /// Kept apart from another class: nothing is dissolved.
  void apartIsNoCircle() {
    const Aliases aliases = Aliases::of(Pairs{same("a", "b"), apart("b", "c"), same("c", "d")});
    QVERIFY(aliases.same(NameKind::Party, "a", "b"));
    QVERIFY(aliases.same(NameKind::Party, "c", "d"));
    QVERIFY(!aliases.same(NameKind::Party, "a", "c"));
  }

  void itself() {
    const Aliases aliases = Aliases::of(Pairs{same("a", "a"), apart("b", "b")});
    QVERIFY(aliases.empty());
    QVERIFY(aliases.classes().empty());
  }

  void twoThatMeanSomething() {
    const Pairs parties{same("north", "x"), same("x", "south")};
    const auto known = meaning(NameKind::Party, {{"north", "north"}, {"south", "south"}});
    const Aliases stopped = Aliases::of(parties, known);
    QVERIFY(stopped.empty());
    QVERIFY(stopped.classes().front().fault == AliasFault::TwoParties);
    const Pairs codes{same("19 12 12", "19 12 04", NameKind::Code)};
    const auto meant = meaning(NameKind::Code, {{"19 12 12", "191212"}, {"19 12 04", "191204"}});
    QVERIFY(Aliases::of(codes, meant).classes().front().fault == AliasFault::TwoMeanings);
    // Two names of one party.
    const auto one = meaning(NameKind::Party, {{"north", "north"}, {"south", "north"}});
    QVERIFY(Aliases::of(parties, one).same(NameKind::Party, "x", "south"));
  }

  void kinds() {
    for (std::size_t i = 0; i < nameKindCount; ++i) {
      const auto kind = static_cast<NameKind>(i);
      QVERIFY(nameKindFromText(toText(kind)) == kind);
    }
    QVERIFY(!nameKindFromText("ship"));
  }

  /// Permits of sorting plants, of two kinds for one plant.
  void permits() {
    REQUIRE_SHARED(path, "real/uk-mrf/permit_alias.json");
    const QByteArray bytes = plumbline::test::readFile(path);
    const auto json = parseJson(bytesOf(std::string_view(bytes.constData(), std::size_t(bytes.size()))));
    QVERIFY(json && json->object() != nullptr);
    QCOMPARE(json->object()->size(), std::size_t{30});
    Pairs pairs;
    for (const auto& [permit, plant] : *json->object()) {
      pairs.push_back(same(permit.c_str(), plant.string()->c_str()));
    }
    const Aliases aliases = Aliases::of(pairs);
    std::size_t names = 0;
    for (const AliasClass& each : aliases.classes()) names += each.names.size();
    // 30 aliases, 7 of which are the number itself; one plant has two others.
    QCOMPARE(names - aliases.classes().size(), std::size_t{23});
    for (const auto& [permit, plant] : *json->object()) {
      QVERIFY(aliases.same(NameKind::Party, permit, *plant.string()));
    }
    QVERIFY(aliases.same(NameKind::Party, "GB3030AH", "KB3605GE"));
    QVERIFY(!aliases.same(NameKind::Party, "EP3693VT", "GP3590LW"));
    std::reverse(pairs.begin(), pairs.end());
    QCOMPARE(Aliases::of(pairs).toJson().dump(), aliases.toJson().dump());
  }
};

PLUMBLINE_TEST(TestAliases)
#include "test_aliases.moc"
