// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A plant that rewrites, forks, back-dates and borrows keys: each ends in its state and reason.

#include <QTemporaryDir>
#include <QTest>

#include "crypto/cosignature.h"

#include "model/audit/split_view.h"
#include "model/evidence/key_set.h"
#include "model/import/importer.h"
#include "model/judgement/judged_evidence.h"

#include "tests/model/judged_report.h"
#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

const std::string header = "id,time,node,material,mass_kg\n";

std::string stocks(std::int64_t number) {
  return header + "K" + std::to_string(number) + ",2142-01-01T00:00:00Z,yard,pellet,5\n";
}

PrivateKey keyOf(unsigned char seed) {
  const std::vector<std::byte> bytes(32, std::byte{seed});
  return PrivateKey::fromSeed(bytes).value();
}

NoteVerifier verifierOf(const PrivateKey& key) {
  return NoteVerifier::fromKey("north", NoteKeyType::Ed25519, key.publicKey());
}

/// North's key has seed 1 and its log's key 101, as TestPublisher makes them.
class CrookedPlant {
 public:
  explicit CrookedPlant(fs::path root) : log("north", Role::Plant, 1), m_root(std::move(root)) {}

  void publish(const PrivateKey& key) {
    Publication publication = log.bind(m_root, {{"stocks", stocks(m_next)}});
    publication.sequence = m_next++;
    publication.previous = m_previous;
    const std::string envelope = signPublication(publication, key);
    log.append(m_root, envelope);
    m_previous = sha256(bytesOf(envelope));
  }
  void publishKeys(const KeySet& set, std::initializer_list<const PrivateKey*> keys) {
    log.append(m_root, signKeySet(set, std::vector<const PrivateKey*>(keys)));
  }
  void close() const { log.close(m_root); }
  [[nodiscard]] std::string checkpoint() const {
    return readBytes(log.logFolder(m_root) / "checkpoint");
  }
  void keep(const std::string& note) const {
    writeBytes(log.logFolder(m_root) / "checkpoints-seen" / sha256(bytesOf(note)).hex(), note);
  }

  TestPublisher log;

 private:
  fs::path m_root;
  std::int64_t m_next = 1;
  std::optional<Hash> m_previous;
};

KeySet firstSet(const PrivateKey& key) {
  return {"north", 1, 1, {{verifierOf(key), 0}}, {}, {}};
}

}  // namespace

class TestCrookedPlant : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QTemporaryDir> m_folder;
  const PrivateKey m_old = keyOf(1);
  const PrivateKey m_new = keyOf(2);
  const PrivateKey m_third = keyOf(3);

  fs::path path(const char* name) const { return fs::path(m_folder->path().toStdString()) / name; }

  /// The user vouches for the first key of north, its log's key, and `witnesses`.
  ImportOptions trust(const CrookedPlant& plant, const std::string& witnesses = {}) const {
    writeBytes(path("parties.txt"), plant.log.partyLine());
    writeBytes(path("policy.txt"), plant.log.policyLine() + witnesses);
    ImportOptions options;
    options.parties = path("parties.txt");
    options.policy = path("policy.txt");
    return options;
  }

  EvidenceReport report(const ImportOptions& options, const std::vector<fs::path>& roots) {
    auto workspace = Workspace::open(path("w.plumbline"), true);
    const auto imported = importPaths(*workspace, roots, options, Progress());
    if (!imported) qFatal("%s", imported.error().text().c_str());
    EvidenceReport out = judgedReport(workspace->database()).value();
    const JudgedEvidence judged = judgeEvidence(workspace->database()).value();
    m_split = findSplitView(workspace->database(), judged, out).value();
    return out;
  }
  std::optional<SplitView> m_split;

  static std::string reason(const EvidenceReport& report, EvidenceQuestion question) {
    const EvidenceRow& row = report.rows[static_cast<std::size_t>(question)];
    return std::string(toText(row.state)) + " " + row.reason;
  }
  static std::vector<std::string> states(const EvidenceReport& report) {
    std::vector<std::string> out;
    for (const PublicationView& each : report.publications) out.emplace_back(toText(each.state));
    return out;
  }

  static std::string fact(const EvidenceReport& report, const char* name) {
    return report.rows[static_cast<std::size_t>(EvidenceQuestion::SignedBy)]
        .facts.get<std::string>(name);
  }
  /// Number 2 of north once more, by a key that is not north's.
  std::string strangersFile() const {
    TestPublisher stranger("north", Role::Plant, 9);
    Publication publication = stranger.bind(path("elsewhere"), {{"stocks", stocks(77)}});
    publication.sequence = 2;
    publication.previous = sha256({});
    publication.name = "Fraud Ltd";
    return signPublication(publication, stranger.key());
  }

 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void rewrittenHistory() {
    CrookedPlant before(path("before"));
    before.publish(m_old);
    before.publish(m_old);
    before.close();
    CrookedPlant plant(path("after"));
    plant.publishKeys(firstSet(m_old), {&m_old});
    plant.publish(m_old);
    plant.publish(m_old);
    plant.close();
    plant.keep(before.checkpoint());
    const EvidenceReport shown = report(trust(plant), {path("after")});
    QCOMPARE(reason(shown, EvidenceQuestion::InTheLog), "failed split_view");
    QCOMPARE(reason(shown, EvidenceQuestion::SameForEveryone), "failed split_view");
    QVERIFY(m_split);
    QCOMPARE(m_split->size, 2);
    QVERIFY(m_split->proof.find(before.checkpoint()) != std::string::npos);
    QCOMPARE(shown.logs[0].checkpoints.size(), std::size_t(2));
  }

  void aForkShownToTwoCitizens() {
    CrookedPlant one(path("one"));
    CrookedPlant other(path("other"));
    one.publish(m_old);
    other.publish(m_old);
    one.publish(m_old);
    other.publishKeys(firstSet(m_old), {&m_old});
    one.close();
    other.close();
    const EvidenceReport shown = report(trust(one), {path("one"), path("other")});
    QCOMPARE(reason(shown, EvidenceQuestion::SameForEveryone), "failed split_view");
    QVERIFY(m_split);
    QCOMPARE(m_split->firstDifference, 1);
    const std::string& proof = m_split->proof;
    QVERIFY(proof.find(one.checkpoint()) != std::string::npos);
    QVERIFY(proof.find(other.checkpoint()) != std::string::npos);
  }

  void keysOverTime_data() {
    QTest::addColumn<bool>("revoked");
    QTest::addColumn<int>("signer");
    QTest::addColumn<QString>("signedBy");
    QTest::addColumn<QString>("last");
    QTest::newRow("the new key") << false << 2 << "passed all_signers_pinned"
                                 << "good";
    QTest::newRow("the retired key") << false << 1 << "failed key_retired"
                                     << "key_retired";
    QTest::newRow("back-dated with the revoked key") << true << 1 << "failed key_revoked"
                                                     << "key_revoked";
    QTest::newRow("the new key after a revocation") << true << 2 << "passed all_signers_pinned"
                                                    << "good";
    QTest::newRow("a stranger's key") << true << 9 << "failed stranger_key"
                                      << "stranger_key";
  }
  void keysOverTime() {
    QFETCH(bool, revoked);
    QFETCH(int, signer);
    QFETCH(QString, last);
    CrookedPlant plant(path("p"));
    plant.publishKeys(firstSet(m_old), {&m_old});
    plant.publish(m_old);
    KeySet second{"north", 2, 1, {{verifierOf(m_new), 2}}, {}, {}};
    auto& list = revoked ? second.revoked : second.ended;
    list.push_back({verifierOf(m_old), 3, "the safe was open"});
    plant.publishKeys(second, {&m_old, &m_new});
    // Whatever period it names: its place in the log is what counts.
    plant.publish(keyOf(static_cast<unsigned char>(signer)));
    plant.close();
    const EvidenceReport shown = report(trust(plant), {path("p")});
    QTEST(QString::fromStdString(reason(shown, EvidenceQuestion::SignedBy)), "signedBy");
    QCOMPARE(reason(shown, EvidenceQuestion::InTheLog), "passed all_in_log");
    // The signature from before stays good.
    QCOMPARE(states(shown), (std::vector<std::string>{"good", last.toStdString()}));
  }

  /// A thief who wants an earlier index has to change the log, which everybody sees.
  void anEarlierIndexCannotBeHad() {
    CrookedPlant plant(path("p"));
    plant.publishKeys(firstSet(m_old), {&m_old});
    plant.publish(m_old);
    KeySet second{"north", 2, 1, {{verifierOf(m_new), 2}}, {}, {}};
    second.revoked.push_back({verifierOf(m_old), 3, {}});
    plant.publishKeys(second, {&m_old, &m_new});
    plant.close();
    CrookedPlant thief(path("t"));
    thief.publishKeys(firstSet(m_old), {&m_old});
    thief.publish(m_old);
    thief.publish(m_old);
    thief.publishKeys(second, {&m_old, &m_new});
    thief.close();
    thief.keep(plant.checkpoint());
    const EvidenceReport shown = report(trust(thief), {path("t")});
    QCOMPARE(reason(shown, EvidenceQuestion::InTheLog), "failed split_view");
  }

  void whatIsInNoLogCameAfterTheRevocation() {
    CrookedPlant plant(path("p"));
    plant.publishKeys(firstSet(m_old), {&m_old});
    KeySet second{"north", 2, 1, {{verifierOf(m_new), 1}}, {}, {}};
    second.revoked.push_back({verifierOf(m_old), 2, {}});
    plant.publishKeys(second, {&m_old, &m_new});
    plant.close();
    CrookedPlant aside(path("q"));
    aside.publish(m_old);
    fs::rename(aside.log.entryPath(path("q"), 0), path("p") / "loose.dsse.json");
    fs::rename(path("q") / "tables", path("p") / "tables");
    const EvidenceReport shown = report(trust(plant), {path("p")});
    // Whoever stole the key can write such a file: the party does not fail for it.
    QCOMPARE(reason(shown, EvidenceQuestion::SignedBy), "cannot_tell not_in_force");
    QCOMPARE(states(shown), (std::vector<std::string>{"key_revoked"}));
    QCOMPARE(fact(shown, "stray"), std::string("key_revoked"));
  }

  void thresholds_data() {
    QTest::addColumn<QString>("signers");
    QTest::addColumn<QString>("expected");
    QTest::newRow("both old and the new") << "123"
                                          << "passed all_signers_pinned";
    QTest::newRow("one old key of two") << "13"
                                        << "failed keyset_unsigned";
    QTest::newRow("one old key twice") << "113"
                                       << "failed keyset_unsigned";
    QTest::newRow("not by the new keys") << "12"
                                         << "failed keyset_unsigned";
    QTest::newRow("by the new keys alone") << "3"
                                           << "failed keyset_unsigned";
  }
  void thresholds() {
    QFETCH(QString, signers);
    CrookedPlant plant(path("p"));
    KeySet first = firstSet(m_old);
    first.keys.push_back({verifierOf(m_new), 0});
    first.threshold = 2;
    plant.publishKeys(first, {&m_old, &m_new});
    plant.publish(m_old);
    const KeySet second{"north", 2, 1, {{verifierOf(m_third), 2}}, {}, {}};
    std::vector<const PrivateKey*> keys;
    for (const QChar digit : signers) {
      keys.push_back(digit == u'1' ? &m_old : digit == u'2' ? &m_new : &m_third);
    }
    plant.log.append(path("p"), signKeySet(second, keys));
    plant.close();
    const EvidenceReport shown = report(trust(plant), {path("p")});
    QTEST(QString::fromStdString(reason(shown, EvidenceQuestion::SignedBy)), "expected");
  }

  void aVersionLeftOutIsRefused() {
    CrookedPlant plant(path("p"));
    plant.publishKeys(firstSet(m_old), {&m_old});
    plant.publish(m_old);
    const KeySet third{"north", 3, 1, {{verifierOf(m_new), 2}}, {}, {}};
    plant.publishKeys(third, {&m_old, &m_new});
    plant.close();
    QCOMPARE(reason(report(trust(plant), {path("p")}), EvidenceQuestion::SignedBy),
             "failed keyset_gap");
  }

  void aKeySetThatCannotBeReadIsTold() {
    CrookedPlant plant(path("p"));
    plant.publishKeys(firstSet(m_old), {&m_old});
    plant.publish(m_old);
    KeySet second{"north", 2, 1, {{verifierOf(m_new), 2}}, {}, {}};
    second.threshold = 5;
    plant.publishKeys(second, {&m_old, &m_new});
    plant.close();
    QCOMPARE(reason(report(trust(plant), {path("p")}), EvidenceQuestion::SignedBy),
             "cannot_tell keyset_malformed");
  }

  void aKeySetLoggedTwiceIsNoFault() {
    CrookedPlant plant(path("p"));
    plant.publishKeys(firstSet(m_old), {&m_old});
    plant.publishKeys(firstSet(m_old), {&m_old});
    plant.publish(m_old);
    plant.close();
    const EvidenceReport shown = report(trust(plant), {path("p")});
    QCOMPARE(reason(shown, EvidenceQuestion::SignedBy), "passed all_signers_pinned");
    QCOMPARE(reason(shown, EvidenceQuestion::InTheLog), "cannot_tell entry_repeated");
  }

  void aKeyInAnotherRole() {
    CrookedPlant plant(path("p"));
    plant.publish(m_old);
    plant.close();
    TestPublisher other("north", Role::Receiver, 1);
    other.publish(path("q"), {{"stocks", stocks(9)}});
    fs::rename(other.entryPath(path("q"), 0), path("p") / "loose.dsse.json");
    const EvidenceReport shown = report(trust(plant), {path("p")});
    QCOMPARE(reason(shown, EvidenceQuestion::SignedBy), "passed all_signers_pinned");
    QCOMPARE(fact(shown, "stray"), std::string("other_role"));
  }

  /// Anybody can write a file in the plant's name, and lay it anywhere.
  void aStrangersFileDecidesNothing_data() {
    QTest::addColumn<QString>("place");
    QTest::newRow("in no log") << "loose";
    QTest::newRow("beside the entry that was logged") << "beside";
    QTest::newRow("after the checkpoint") << "after";
    QTest::newRow("in a log of the stranger with copies") << "evil";
    QTest::newRow("in the named log of a receiver") << "receiver";
  }
  void aStrangersFileDecidesNothing() {
    QFETCH(QString, place);
    CrookedPlant plant(path("p"));
    plant.publish(m_old);
    plant.publish(m_old);
    plant.close();
    const std::string stray = strangersFile();
    ImportOptions options = trust(plant);
    TestPublisher other("south", Role::Receiver, 7);
    if (place == QLatin1String("loose")) writeBytes(path("p") / "loose.dsse.json", stray);
    if (place == QLatin1String("beside")) {
      const std::string digest = sha256(bytesOf(stray)).hex().substr(0, 16);
      writeBytes(plant.log.logFolder(path("p")) / "entries" / ("1." + digest + ".dsse.json"),
                 stray);
    }
    if (place == QLatin1String("after")) writeBytes(plant.log.entryPath(path("p"), 2), stray);
    if (place == QLatin1String("evil") || place == QLatin1String("receiver")) {
      if (place == QLatin1String("receiver")) {
        other.publish(path("p"), {{"stocks", stocks(5)}});
        options = trust(plant, other.policyLine());
        writeBytes(path("parties.txt"), plant.log.partyLine() + other.partyLine());
      } else {
        writeBytes(path("p") / "policy.txt", other.policyLine());
      }
      for (std::size_t i = 0; i < 2; ++i) {
        other.append(path("p"), readBytes(plant.log.entryPath(path("p"), i)));
      }
      other.append(path("p"), stray);
      other.close(path("p"));
    }
    const EvidenceReport shown = report(options, {path("p")});
    QCOMPARE(reason(shown, EvidenceQuestion::SignedBy), "passed all_signers_pinned");
    QCOMPARE(reason(shown, EvidenceQuestion::InTheLog),
             place == QLatin1String("after") ? "cannot_tell entry_after_checkpoint"
                                             : "passed all_in_log");
    QCOMPARE(fact(shown, "stray"), std::string("stranger_key"));
    QCOMPARE(fact(shown, "stray_party"), std::string("north"));
    for (const PartyView& party : shown.parties) QVERIFY(party.name != "Fraud Ltd");
  }

  void firstContactIsTrustOnFirstUse() {
    CrookedPlant plant(path("p"));
    plant.publishKeys(firstSet(m_old), {&m_old});
    plant.publish(m_old);
    const KeySet second{"north", 2, 1, {{verifierOf(m_new), 2}}, {}, {}};
    plant.publishKeys(second, {&m_old, &m_new});
    plant.publish(m_new);
    plant.close();
    writeTrust(path("p"), {&plant.log});
    const EvidenceReport shown = report({}, {path("p")});
    QCOMPARE(reason(shown, EvidenceQuestion::SignedBy), "cannot_tell first_seen_keys");
    QCOMPARE(states(shown), (std::vector<std::string>{"good", "good"}));
    QCOMPARE(shown.parties.size(), std::size_t(2));
    QVERIFY(shown.parties[0].trust == KeyTrust::FirstSeen);
  }

  void aKeyForTwoJobs() {
    CrookedPlant plant(path("p"));
    KeySet set = firstSet(m_old);
    set.keys.push_back({verifierOf(plant.log.logKey()), 0});
    plant.publishKeys(set, {&m_old, &plant.log.logKey()});
    plant.publish(m_old);
    plant.close();
    QCOMPARE(reason(report(trust(plant), {path("p")}), EvidenceQuestion::SignedBy),
             "failed key_two_jobs");
  }

  void aKeyForTwoJobsInTheUsersFiles() {
    CrookedPlant plant(path("p"));
    plant.publish(m_old);
    plant.close();
    ImportOptions options = trust(plant);
    writeBytes(path("parties.txt"),
               plant.log.partyLine() +
                   partiesLine(Role::Carrier, "south", verifierOf(plant.log.logKey())));
    auto workspace = Workspace::open(path("w.plumbline"), true);
    const auto imported = importPaths(*workspace, {path("p")}, options, Progress());
    QVERIFY(!imported);
    QCOMPARE(imported.error().code, ErrorCode::Duplicate);
  }

  void witnesses_data() {
    QTest::addColumn<QString>("cosigners");
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("expected");
    const QString two = QStringLiteral("group g 2 w1 w2 w3\nquorum g\n");
    QTest::newRow("two of three") << "12" << two << "passed witness_quorum";
    QTest::newRow("one of three") << "1" << two << "cannot_tell quorum_not_met";
    QTest::newRow("one of three, twice") << "11" << two << "cannot_tell quorum_not_met";
    QTest::newRow("nobody came") << "" << two << "cannot_tell quorum_not_met";
    QTest::newRow("nobody asked") << "12"
                                  << "quorum none\n"
                                  << "cannot_tell no_witness";
  }
  void witnesses() {
    QFETCH(QString, cosigners);
    QFETCH(QString, rules);
    CrookedPlant plant(path("p"));
    plant.publish(m_old);
    plant.close();
    std::string names;
    for (unsigned char i = 1; i <= 3; ++i) {
      const std::string name = "w" + std::to_string(i);
      const auto key = NoteVerifier::fromKey(name, NoteKeyType::CosignatureV1,
                                             keyOf(static_cast<unsigned char>(50 + i)).publicKey());
      names += "witness " + name + " " + key.vkey() + "\n";
    }
    std::string note = plant.checkpoint();
    const Checkpoint checkpoint = parseCheckpointText(parseNote(note)->text).value();
    std::uint64_t time = 5'000'000'000;
    for (const QChar digit : cosigners) {
      const auto number = static_cast<unsigned char>(digit.digitValue());
      const PrivateKey key = keyOf(static_cast<unsigned char>(50 + number));
      const std::string name = "w" + std::to_string(number);
      note += cosignCheckpoint(checkpoint, name, key, time++).value().line();
    }
    writeBytes(plant.log.logFolder(path("p")) / "checkpoint", note);
    const EvidenceReport shown = report(trust(plant, names + rules.toStdString()), {path("p")});
    QTEST(QString::fromStdString(reason(shown, EvidenceQuestion::SameForEveryone)), "expected");
  }
};

PLUMBLINE_TEST(TestCrookedPlant)
#include "test_crooked_plant.moc"
