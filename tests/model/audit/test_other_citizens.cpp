// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Neighbours open each other's audit files: who else saw the same logs?

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/audit/sign_off.h"
#include "model/workspace/workspace.h"

#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

const std::string header = "id,time,node,material,mass_kg\n";

std::string stocks(int number) {
  return header + "K" + std::to_string(number) + ",2142-01-01T00:00:00Z,yard,pellet,5\n";
}

PrivateKey keyOf(char seed) {
  return *PrivateKey::fromSeed(bytesOf(std::string(32, seed)));
}

}  // namespace

class TestOtherCitizens : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QTemporaryDir> m_folder;

  fs::path path(const std::string& name) const {
    return fs::path(m_folder->path().toStdString()) / name;
  }

  /// What the plant has published after `months`; another history where `fork`.
  fs::path published(const std::string& name, int months, bool fork = false) const {
    TestPublisher plant("north", Role::Plant, 1);
    for (int i = 0; i < months; ++i) {
      plant.publish(path(name), {{"stocks", stocks(fork ? 100 + i : i)}});
    }
    plant.close(path(name));
    writeTrust(path(name), {&plant});
    return path(name);
  }

  /// Somebody imports, signs and shares.
  fs::path sharedBy(const std::string& name, const fs::path& published, const PrivateKey& key) {
    const fs::path workspace = path(name + ".plumbline");
    take(workspace, {published});
    const AuditPtr audit = auditOf(workspace);
    if (!signAudit(workspace, *audit, name, key).ok()) qFatal("not signed");
    const fs::path out = path(name + ".plumb");
    if (!shareAudit(workspace, out, Progress()).ok()) qFatal("not shared");
    return out;
  }

  static void take(const fs::path& workspace, const std::vector<fs::path>& paths,
                   const ImportOptions& options = {}, bool problems = false) {
    const auto done = importInto(workspace, paths, options, Progress());
    if (!done) qFatal("%s", done.error().text().c_str());
    if (!problems && !done->problems.empty()) qFatal("%s", done->problems[0].text().c_str());
  }
  static AuditPtr auditOf(const fs::path& workspace) {
    const auto audit = runAudit(workspace, Progress());
    if (!audit) qFatal("%s", audit.error().text().c_str());
    return *audit;
  }
  static const EvidenceRow& row(const AuditPtr& audit) {
    return audit->evidence.rows[static_cast<std::size_t>(EvidenceQuestion::SameForEveryone)];
  }
  static std::int64_t citizens(const AuditPtr& audit) {
    return row(audit).facts.get<std::int64_t>("citizens");
  }

 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void neighboursAreCounted() {
    const fs::path two = published("two", 2);
    const fs::path ada = sharedBy("ada", two, keyOf('a'));
    const fs::path bob = sharedBy("bob", published("three", 3), keyOf('b'));
    take(path("mine"), {ada, bob, two});
    const AuditPtr audit = auditOf(path("mine"));
    QCOMPARE(citizens(audit), 2);
    QCOMPARE(row(audit).facts.get<std::int64_t>("citizens_known"), 0);
    QCOMPARE(row(audit).state, CheckState::CannotTell);  // they decide nothing
    QCOMPARE(audit->signOffs.size(), std::size_t(2));
    QCOMPARE(audit->signOffs[0].kind, std::string("author"));
    QCOMPARE(audit->signOffs[1].kind, std::string("other_author"));
    // Ada saw two months and signed other results; Bob saw what is here.
    QVERIFY(audit->signOffs[0].signatureGood && audit->signOffs[1].signatureGood);

    // The order of opening changes neither the count nor the results.
    take(path("mine2"), {bob, ada});
    const AuditPtr other = auditOf(path("mine2"));
    QCOMPARE(citizens(other), 2);
    QVERIFY(other->resultsDigest == audit->resultsDigest);
  }

  void oneDoesNotCountOneself() {
    sharedBy("ada", published("two", 2), keyOf('a'));
    QCOMPARE(citizens(auditOf(path("ada.plumbline"))), 0);
    take(path("ada.plumbline"), {sharedBy("bob", path("two"), keyOf('b'))});
    QCOMPARE(citizens(auditOf(path("ada.plumbline"))), 1);
  }

  void knownPeopleAreSaidSo() {
    const fs::path ada = sharedBy("ada", published("two", 2), keyOf('a'));
    const auto key = NoteVerifier::fromKey("ada", NoteKeyType::Ed25519, keyOf('a').publicKey());
    writeBytes(path("parties.txt"), partiesLine(Role::Citizen, "ada", key));
    ImportOptions options;
    options.parties = path("parties.txt");
    take(path("mine"), {ada}, options);
    QCOMPARE(row(auditOf(path("mine"))).facts.get<std::int64_t>("citizens_known"), 1);
  }

  /// The plant signs an audit of itself: it is nobody else.
  void thePlantIsNoCitizen() {
    const TestPublisher plant("north", Role::Plant, 1);
    take(path("mine"), {sharedBy("north", published("two", 2), plant.key())});
    QCOMPARE(citizens(auditOf(path("mine"))), 0);
    take(path("other"), {sharedBy("log", path("two"), plant.logKey())});
    QCOMPARE(citizens(auditOf(path("other"))), 0);
  }

  /// Whoever saw another history did not see the same; their file shows the fork.
  void anotherHistoryIsNotTheSame() {
    const fs::path ada = sharedBy("ada", published("two", 2), keyOf('a'));
    const fs::path bob = sharedBy("bob", published("fork", 2, true), keyOf('b'));
    take(path("mine"), {ada, bob}, {}, true);
    const AuditPtr audit = auditOf(path("mine"));
    QCOMPARE(row(audit).state, CheckState::Failed);
    QCOMPARE(citizens(audit), 0);
  }

  void aKeyCountsOnce() {
    const fs::path early = sharedBy("ada", published("two", 2), keyOf('a'));
    const fs::path late = sharedBy("ada2", published("three", 3), keyOf('a'));
    take(path("mine"), {early, late});
    QCOMPARE(citizens(auditOf(path("mine"))), 1);
  }
};

PLUMBLINE_TEST(TestOtherCitizens)
#include "test_other_citizens.moc"
