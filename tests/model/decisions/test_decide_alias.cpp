// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Decisions about names: whose word counts, what stops them, and what they change.

#include <QTest>

#include "model/decisions/decide_alias.h"
#include "model/evidence/own_keys.h"
#include "model/workspace/user_settings.h"

#include "tests/model/balance/record_fixture.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

PrivateKey keyOf(char seed) {
  return *PrivateKey::fromSeed(bytesOf(std::string(32, seed)));
}

std::string vkeyOf(char seed) {
  return NoteVerifier::fromKey(std::string("person-") + seed, NoteKeyType::Ed25519,
                               keyOf(seed).publicKey())
      .vkey();
}

/// A plant, two receivers, and names that nobody published under.
class World : public RecordFixture {
 public:
  World() {
    // What the publications stand in: a statement names it.
    insertRow("evidence",
              {{"id", 1},
               {"sha256", sha256(bytesOf("envelope")).hex()},
               {"member", "statements/x.dsse.json"},
               {"kind", "envelope"},
               {"bytes", 8}},
              {});
    materials();
    delta = publication("delta", "receiver", "Delta Works");
    intake("late", "2141-09-11T07:12:00Z", 1'000);
  }
  [[nodiscard]] Result<AliasDone> say(NameKind kind, const char* a, const char* b, bool same = true,
                                      char seed = 'a', const char* reason = "") const {
    return addAlias(database(), {NamePair::of(kind, a, b, same), reason},
                    std::string("person-") + seed, keyOf(seed));
  }
  [[nodiscard]] Result<int> withdraw(NameKind kind, const char* a, const char* b, char seed = 'a') const {
    return removeAlias(database(), kind, a, b, "", std::string("person-") + seed, keyOf(seed));
  }
  [[nodiscard]] AliasBook book() const {
    auto read = plumbline::readAliases(database(), StatementSet::load(database()).value());
    if (!read) qFatal("%s", read.error().text().c_str());
    return std::move(read).value();
  }
  [[nodiscard]] bool areSame(const char* a, const char* b, NameKind kind = NameKind::Party) const {
    return book().aliases.same(kind, a, b);
  }
  /// The reader knows this key as that of somebody of this role.
  void know(char seed, const char* role) {
    insertRow("keys",
              {{"vkey", vkeyOf(seed)},
               {"job", "party"},
               {"role", role},
               {"party", std::string("person-") + seed},
               {"trust", "pinned"}},
              {});
  }
  /// As in a workspace that got the statements from somebody else.
  void forgetOwnKeys() const { QVERIFY(setUserSetting(database(), ownKeysSetting, "").ok()); }
  [[nodiscard]] std::int64_t count(LoadKind kind) const {
    return reconciled().loads.exceptions.of(kind).count;
  }
  std::int64_t delta = 0;
};

constexpr NameKind party = NameKind::Party;

}  // namespace

class TestDecideAlias : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void saidAndTakenBack() {
    const World world;
    QVERIFY(world.book().decisions.empty());
    QVERIFY(*world.say(party, "HR Ltd", "harbour", true, 'a', "same address") == AliasDone::Signed);
    QVERIFY(*world.say(party, "harbour", "HR Ltd") == AliasDone::WasThere);
    const AliasBook book = world.book();
    QCOMPARE(book.decisions.size(), std::size_t{1});
    QCOMPARE(book.decisions[0].text, std::string("same address"));
    QVERIFY(book.decisions[0].own && book.decisions[0].state == AliasState::Counts);
    QVERIFY(book.aliases.mainName(party, "HR Ltd") == "harbour");
    QCOMPARE(*world.withdraw(party, "HR Ltd", "harbour"), 1);
    QVERIFY(!world.areSame("HR Ltd", "harbour"));
    QVERIFY(world.book().decisions[0].state == AliasState::TakenBack);
    const auto again = world.withdraw(party, "HR Ltd", "harbour");
    QVERIFY(!again.ok());
    QCOMPARE(again.error().code, ErrorCode::NotFound);
    // Said once more it is another statement.
    QVERIFY(*world.say(party, "HR Ltd", "harbour") == AliasDone::Signed);
    QVERIFY(world.areSame("HR Ltd", "harbour"));
    QCOMPARE(world.book().holes, 0);
  }

  void changedMind() {
    const World world;
    QVERIFY(world.say(party, "x", "y").ok());
    QVERIFY(*world.say(party, "x", "y", false) == AliasDone::Signed);
    const AliasBook book = world.book();
    QVERIFY(!book.aliases.same(party, "x", "y"));
    QCOMPARE(std::count_if(book.decisions.begin(), book.decisions.end(),
                           [](const AliasDecision& each) { return each.state == AliasState::Counts; }),
             1);
    QVERIFY(world.say(party, "x", "y").ok());
    QVERIFY(world.areSame("x", "y"));
  }

  void whoseWordCounts() {
    World world;
    QVERIFY(world.say(party, "x", "y", true, 'b').ok());
    world.forgetOwnKeys();
    QVERIFY(!world.areSame("x", "y"));
    QVERIFY(world.book().decisions[0].state == AliasState::NotYours);
    world.know('b', "receiver");  // speaks for its own records only
    QVERIFY(!world.areSame("x", "y"));
    world.execute("DELETE FROM keys");
    world.know('b', "citizen");
    QVERIFY(world.areSame("x", "y"));
    // One's own word goes first.
    QVERIFY(world.say(party, "x", "y", false, 'a').ok());
    QVERIFY(!world.areSame("x", "y"));
    for (const AliasDecision& each : world.book().decisions) {
      QVERIFY(each.state == (each.own ? AliasState::Counts : AliasState::Overruled));
    }
  }

  /// A party's key decides nothing, even in the hands of the reader.
  void keysOfParties() {
    World world;
    QVERIFY(world.say(party, "x", "y").ok());
    world.publication("plant-2", "plant", "Second plant", {{"signer", vkeyOf('a')}});
    QVERIFY(!world.areSame("x", "y"));
    QVERIFY(world.book().decisions[0].state == AliasState::NotYours);
  }

  void peopleDisagree() {
    World world;
    QVERIFY(world.say(party, "x", "y", true, 'b').ok());
    QVERIFY(world.say(party, "x", "y", false, 'c').ok());
    world.forgetOwnKeys();
    world.know('b', "citizen");
    world.know('c', "council");
    QVERIFY(!world.areSame("x", "y"));
    for (const AliasDecision& each : world.book().decisions) {
      QVERIFY(each.state == AliasState::Contradicted);
    }
    QCOMPARE(aliasProblems(world.book()).size(), std::size_t{1});
  }

  void ofAnotherAudit() {
    World world;
    QVERIFY(world.say(party, "x", "y").ok());
    world.execute("UPDATE publications SET party = 'plant-9' WHERE party = 'plant-1'");
    QVERIFY(!world.areSame("x", "y"));
    QVERIFY(world.book().decisions[0].state == AliasState::OtherAudit);
    // The same party in another audit: its publication is not the one that is named.
    world.execute("UPDATE publications SET party = 'plant-1' WHERE party = 'plant-9'");
    QVERIFY(world.areSame("x", "y"));
    world.execute("UPDATE evidence SET sha256 = '" + sha256(bytesOf("other")).hex() + "' WHERE id = 1");
    QVERIFY(world.book().decisions[0].state == AliasState::OtherAudit);
  }

  void whatIsNotHereIsTold() {
    const World world;
    QVERIFY(world.say(party, "x", "y").ok());
    QVERIFY(world.say(party, "v", "w").ok());
    auto set = *StatementSet::load(world.database());
    StatementSet torn;
    for (const auto& [sid, statement] : set.all()) {
      if (!statement.text.after.empty()) torn.add(statement);
    }
    QVERIFY(torn.store(world.database()).ok());
    QCOMPARE(world.book().holes, 1);
    QCOMPARE(aliasProblems(world.book()).size(), std::size_t{1});
  }

  /// Whoever said what first, the same is decided.
  void inAnyOrder() {
    const World one;
    const World other;
    QVERIFY(one.say(party, "x", "y").ok() && one.say(party, "y", "z").ok());
    QVERIFY(one.say(NameKind::Code, "R3", "R3a", true, 'b').ok());
    QVERIFY(other.say(NameKind::Code, "R3a", "R3").ok());
    QVERIFY(other.say(party, "z", "y", true, 'b').ok() && other.say(party, "y", "x", true, 'b').ok());
    QCOMPARE(one.book().aliases.toJson().dump(), other.book().aliases.toJson().dump());
    QVERIFY(!one.book().aliases.empty());
  }

  void refused_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char* name, NameKind kind, const char* a, const char* b, ErrorCode code,
                        const char* words) {
      QTest::newRow(name) << static_cast<int>(kind) << QByteArray(a) << QByteArray(b)
                          << static_cast<int>(code) << QByteArray(words);
    };
    row("itself", party, "x", "x", ErrorCode::BadValue, "itself");
    row("empty", party, "", "x", ErrorCode::BadValue, "empty");
    row("two lines", party, "a\nb", "x", ErrorCode::BadValue, "control");
    row("two parties", party, "harbour", "Delta Works", ErrorCode::Inconsistent,
        "Delta Works and harbour each signed records");
    row("plant and receiver", party, "plant-1", "harbour", ErrorCode::Inconsistent, "each signed");
    row("both ends of a load", party, "plant-1", "own yard", ErrorCode::Inconsistent,
        "both ends of a load, so the names are not made one: plant-1/S, own yard");
    row("both names of a load", party, "Old Mill", "North", ErrorCode::Inconsistent,
        "both ends of a load, so the names are not made one: plant-1/T, harbour/RT");
    row("circle", party, "a", "c", ErrorCode::Inconsistent, "b and c are kept apart");
    row("two codes", NameKind::Code, "19 12 12", "191204", ErrorCode::Inconsistent, "meaning of their own");
    row("two operations", NameKind::Code, "R3", "D1", ErrorCode::Inconsistent, "meaning of their own");
    row("two countries", NameKind::Country, "NL", "Germany", ErrorCode::Inconsistent,
        "meaning of their own");
    row("two of one list", NameKind::Material, "board", "sorting-residue", ErrorCode::Inconsistent,
        "meaning of their own");
  }
  void refused() {
    QFETCH(int, kind);
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QFETCH(int, code);
    QFETCH(QByteArray, words);
    World world;
    world.shipment("S", 1'000, {{"consignee", "own yard"}});
    world.shipment("T", 1'000, {{"consignee", "Old Mill"}});
    world.receipt("RT", "T", 1'000, {{"consignor", "North"}});
    QVERIFY(world.say(party, "a", "b").ok());
    QVERIFY(world.say(party, "b", "c", false).ok());
    const std::string before = StatementSet::load(world.database())->text();
    const auto done = world.say(static_cast<NameKind>(kind), a.constData(), b.constData());
    QVERIFY(!done.ok());
    QCOMPARE(static_cast<int>(done.error().code), code);
    QVERIFY2(done.error().text().find(words.toStdString()) != std::string::npos,
             done.error().text().c_str());
    QCOMPARE(StatementSet::load(world.database())->text(), before);
  }

  /// What is fine when it is signed may be stopped by records that come later: told, never applied.
  void stoppedLater() {
    World world;
    QVERIFY(world.say(party, "HR Ltd", "harbour").ok());
    world.publication("HR Ltd", "receiver", "HR Ltd");
    const AliasBook book = world.book();
    QVERIFY(!book.aliases.same(party, "HR Ltd", "harbour"));
    QVERIFY(book.decisions[0].state == AliasState::Stopped);
    QVERIFY(book.aliases.classes()[0].fault == AliasFault::TwoParties);
    QCOMPARE(aliasProblems(book).size(), std::size_t{1});
    QVERIFY(aliasProblems(book)[0].text().find("HR Ltd and harbour") != std::string::npos);
    QVERIFY(!world.reconciled().books.partyNames.contains("HR"));
  }

  /// Without a decision a consignee that is nobody's name is not compared; with it another receiver is told.
  void theConsigneeIsAParty() {
    World world;
    world.shipment("S", 20'000, {{"consignee", "HR Ltd"}});
    world.receipt("R", "S", 20'000, {{"publication", world.delta}});
    QCOMPARE(world.count(LoadKind::OtherReceiver), 0);
    QVERIFY(world.say(party, "HR Ltd", "harbour").ok());
    QCOMPARE(world.count(LoadKind::OtherReceiver), 1);
    QVERIFY(world.withdraw(party, "HR Ltd", "harbour").ok());
    QVERIFY(world.say(party, "HR Ltd", "delta").ok());
    QCOMPARE(world.count(LoadKind::OtherReceiver), 0);
  }

  /// A receipt that names another plant by an alias is not this one's.
  void theConsignorIsAPlant() {
    World world;
    world.publication("plant-2", "plant", "Second plant");
    world.shipment("S", 20'000);
    world.receipt("R", "S", 20'000, {{"consignor", "Plant Two"}});
    QCOMPARE(world.count(LoadKind::MissingReceipt), 0);
    QVERIFY(world.say(party, "Plant Two", "plant-2").ok());
    QCOMPARE(world.count(LoadKind::MissingReceipt), 1);
  }

  /// A receiver that lists no such material means what the sender means by it, if both names are one.
  void materials() {
    World world;
    world.shipment("S", 20'000, {{"operation", nullptr}});
    world.receipt("R", "S", 20'000, {{"material", "EcoFibre board"}, {"operation", nullptr}});
    QCOMPARE(world.count(LoadKind::MaterialNotStated), 1);
    QVERIFY(world.say(NameKind::Material, "EcoFibre board", "board").ok());
    QCOMPARE(world.count(LoadKind::MaterialNotStated), 0);
  }

  void codes() {
    World world;
    world.shipment("S", 20'000);
    world.receipt("R", "S", 20'000, {{"material", "other"}, {"operation", "recycling"}});
    QCOMPARE(world.count(LoadKind::MaterialNotStated), 1);
    QVERIFY(world.say(NameKind::Code, "recycling", "R3").ok());
    QCOMPARE(world.count(LoadKind::MaterialNotStated), 0);
    QVERIFY(world.book().aliases.mainName(NameKind::Code, "recycling") == "R3");
  }

  void nothingChangesOtherwise() {
    World world;
    world.shipment("S", 20'000);
    world.receipt("R", "S", 19'000);
    const std::string before = world.reconciled().loads.ledger.sum(-1, 0, 100'000).confirmed.kilogramText();
    QVERIFY(world.say(party, "Nobody", "No one").ok());
    QCOMPARE(world.reconciled().loads.ledger.sum(-1, 0, 100'000).confirmed.kilogramText(), before);
  }
};

PLUMBLINE_TEST(TestDecideAlias)
#include "test_decide_alias.moc"
