// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Trust lives with the user: a workspace brings along nothing that counts as theirs.

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/old_list.h"
#include "model/audit/session.h"
#include "model/audit/trust_view.h"
#include "model/decisions/unsigned_files.h"
#include "model/evidence/own_keys.h"
#include "model/workspace/workspace.h"

#include "tests/model/audit/nasty_files.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

class TestUserTrust : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(m_folder.isValid());
    const NastyFiles files(path("set"), path("mine"));
    beUser("anna");
    QVERIFY(importInto(path("ws"), {path("set")}, {.parties = path("mine") / "mine.txt"}, Progress())
                .ok());
    m_digest = auditOf("ws")->resultsDigest;
    QVERIFY(!auditOf("ws")->standing.counted.empty());
  }
  void init() { beUser("anna"); }

  void aWorkspaceBringsNoTrustAlong() {
    fs::copy_file(path("ws"), path("handed"));
    beUser("bert");
    const AuditPtr bert = auditOf("handed");
    QVERIFY(bert);
    QVERIFY(bert->standing.counted.empty());
    QCOMPARE(bert->decision(), Decision::CannotTell);
    for (const PartyView& party : bert->evidence.parties) QVERIFY(party.trust != KeyTrust::Pinned);
    const auto trust = readTrust(path("handed"));
    for (const TrustedKey& key : trust->keys) QVERIFY(key.trust != KeyTrust::Pinned);
    // Its owner moves it as they like.
    beUser("anna");
    QCOMPARE(auditOf("handed")->resultsDigest, m_digest);
  }

  void theSameNamesGiveTheSameResult() {
    fs::copy_file(path("ws"), path("named"));
    beUser("carl");
    QVERIFY(importInto(path("named"), {}, {.parties = path("mine") / "mine.txt"}, Progress()).ok());
    QCOMPARE(auditOf("named")->resultsDigest, m_digest);
  }

  void rowsThatSomebodyWroteDoNotCount_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("a key is called pinned") << QByteArray("UPDATE keys SET trust = 'pinned'");
    QTest::newRow("a stranger's publication is called good")
        << QByteArray("UPDATE publications SET state = 'good', signer = (SELECT vkey FROM keys WHERE "
                      "party = 'south') WHERE state = 'stranger_key'");
    QTest::newRow("a list as older versions kept it")
        << QByteArray("INSERT INTO settings SELECT 'trust.parties', role || ' ' || party || ' ' || "
                      "vkey || char(10) FROM keys WHERE party = 'south' LIMIT 1");
  }
  void rowsThatSomebodyWroteDoNotCount() {
    QFETCH(QByteArray, sql);
    beUser("dora");
    const std::string name = "forged" + std::to_string(++m_count);
    QVERIFY(importInto(path(name), {path("set")}, {}, Progress()).ok());
    const Hash honest = auditOf(name)->resultsDigest;
    {
      const auto workspace = Workspace::open(path(name), false);
      QVERIFY(workspace->database().execute(sql.toStdString()).ok());
    }
    const AuditPtr audit = auditOf(name);
    QVERIFY(audit->standing.counted.empty());
    QCOMPARE(audit->resultsDigest, honest);
    const bool brought = sql.startsWith("INSERT");
    QCOMPARE(std::any_of(audit->problems.begin(), audit->problems.end(),
                         [](const Problem& problem) { return problem.file == "list of keys"; }),
             brought);
  }

  /// The list of an earlier version is offered, and counts once its user says that it is theirs.
  void anOldListIsTakenOver_data() {
    QTest::addColumn<bool>("madeAnew");
    QTest::newRow("as it was left") << false;
    QTest::newRow("on another computer") << true;
  }
  void anOldListIsTakenOver() {
    QFETCH(bool, madeAnew);
    beUser("ines");
    const std::string name = withOldList(readBytes(path("mine") / "mine.txt"));
    if (madeAnew) beUser(("ines" + std::to_string(m_count)).c_str());
    QVERIFY(auditOf(name)->standing.counted.empty());
    const auto list = readOldList(path(name));
    QVERIFY(list.ok() && !list->keys.empty());
    const std::size_t named = parseParties(readBytes(path("mine") / "mine.txt"))->size();
    QCOMPARE(list->keys.size(), named);
    for (const TrustedKey& key : list->keys) QCOMPARE(key.fingerprint.size(), std::size_t(71));
    // Nothing but what was shown.
    const auto other = takeOverOldList(path(name), "0123456789abcdef", Progress());
    QVERIFY(!other && other.error().code == ErrorCode::Mismatch);
    QVERIFY(auditOf(name)->standing.counted.empty());
    QVERIFY(takeOverOldList(path(name), list->digest, Progress()).ok());
    const AuditPtr audit = auditOf(name);
    QCOMPARE(audit->resultsDigest, m_digest);
    for (const Problem& problem : audit->problems) QVERIFY(problem.file != "list of keys");
    QVERIFY(readOldList(path(name))->keys.empty());
    const auto again = takeOverOldList(path(name), list->digest, Progress());
    QVERIFY(!again && again.error().code == ErrorCode::NotFound);
  }

  /// What the user named goes first: an old list that gives one of these keys another job is refused.
  void anOldListThatContradictsTheUsersIsRefused() {
    beUser("jana");
    const std::string mine = readBytes(path("mine") / "mine.txt");
    const std::string name = withOldList("citizen x " + mine.substr(mine.rfind(' ') + 1));
    QVERIFY(importInto(path(name), {}, {.parties = path("mine") / "mine.txt"}, Progress()).ok());
    const auto list = readOldList(path(name));
    QVERIFY2(list.ok(), list.ok() ? "" : list.error().text().c_str());
    const auto taken = takeOverOldList(path(name), list->digest, Progress());
    QVERIFY(!taken && taken.error().code == ErrorCode::Duplicate);
    QCOMPARE(auditOf(name)->resultsDigest, m_digest);
  }

  /// Whoever vouches counts for themselves; for others their key has to be known.
  void aVouchCountsForWhoeverVouches() {
    const PrivateKey key = PrivateKey::fromSeed(bytesOf(std::string(32, 'e'))).value();
    const Hash file = sha256(bytesOf(readBytes(path("set") / "mill" / "receipts.json")));
    QVERIFY(importInto(path("mill"), {path("set") / "mill"}, {}, Progress()).ok());
    QCOMPARE(auditOf("mill")->standing.openFiles, 1);
    QVERIFY(vouchForFile(path("mill"), file, {"receipts.json", "the mill", "2142-02-01", "asked"},
                         "emma", key)
                .ok());
    QCOMPARE(auditOf("mill")->standing.openFiles, 0);
    beUser("fred");
    QCOMPARE(auditOf("mill")->standing.openFiles, 1);
  }

  /// One that does not say where the file is from is no vouch: what is shown is what counts.
  void aVouchThatSaysNothingCountsForNothing() {
    const PrivateKey key = PrivateKey::fromSeed(bytesOf(std::string(32, 'h'))).value();
    const Hash file = sha256(bytesOf(readBytes(path("set") / "mill" / "receipts.json")));
    QVERIFY(importInto(path("silent"), {path("set") / "mill"}, {}, Progress()).ok());
    {
      const auto workspace = Workspace::open(path("silent"), false);
      const Database& database = workspace->database();
      const JsonValue said = JsonObject{{"file", "receipts.json"}, {"from", ""}};
      QVERIFY(addPersonNote(database, {"vouch", "receipts.json", file, said}, "hugo", key).ok());
      const auto signer = personSigner("hugo", key);
      QVERIFY(rememberOwnKey(database, signer->vkey()).ok());
    }
    const AuditPtr audit = auditOf("silent");
    QVERIFY(audit->unsignedFiles.front().vouches.empty());
    QCOMPARE(audit->standing.openFiles, 1);
  }

  /// Where it cannot be written down that the key is the user's own, nothing is signed with it.
  void whoCannotRememberTheKeySignsNothing() {
    beUser("kim");
    const PrivateKey key = PrivateKey::fromSeed(bytesOf(std::string(32, 'k'))).value();
    QVERIFY(importInto(path("kims"), {path("set")}, {}, Progress()).ok());
    const AuditPtr audit = auditOf("kims");
    writeBytes(path("kim") / "trust", "no folder");
    QVERIFY(!endorseAudit(path("kims"), *audit, "kim", key).ok());
    fs::remove(path("kim") / "trust");
    QCOMPARE(auditOf("kims")->signOffs.size(), audit->signOffs.size());
    QVERIFY(endorseAudit(path("kims"), *audit, "kim", key).ok());
    QCOMPARE(auditOf("kims")->signOffs.size(), audit->signOffs.size() + 1);
  }

  void onlyTheirOwnerReadsThem() {
#ifndef _WIN32
    int files = 0;
    for (const auto& each : fs::recursive_directory_iterator(path("anna") / "trust")) {
      const auto expected = each.is_directory() ? fs::perms::owner_all
                                                : fs::perms::owner_read | fs::perms::owner_write;
      QCOMPARE(each.status().permissions(), expected);
      files += each.is_regular_file() ? 1 : 0;
    }
    QVERIFY(files > 0);
#endif
  }

  void lookingAtAFolderKeepsNothing() {
    beUser("gina");
    const auto checked = verifyPath(path("set"), {.parties = path("mine") / "mine.txt"}, Progress());
    QVERIFY(checked.ok());
    QCOMPARE(checked->evidence.parties.front().trust, KeyTrust::Pinned);
    QVERIFY(!fs::exists(path("gina") / "trust"));
  }

 private:
  /// A workspace as an earlier version left it.
  std::string withOldList(const std::string& parties) {
    const std::string name = "old" + std::to_string(++m_count);
    const auto imported = importInto(path(name), {path("set")}, {}, Progress());
    const auto workspace = Workspace::open(path(name), false);
    if (!imported || !workspace) return {};
    auto query = workspace->database().prepare("INSERT INTO settings VALUES ('trust.parties', ?)");
    if (!query) return {};
    query->bind(1, parties);
    return query->run().ok() ? name : std::string();
  }
  [[nodiscard]] fs::path path(const std::string& name) const {
    return fs::path(m_folder.path().toStdU16String()) / name;
  }
  void beUser(const char* name) const {
    qputenv("PLUMBLINE_DATA", QByteArray::fromStdString(path(name).string()));
  }
  [[nodiscard]] AuditPtr auditOf(const std::string& name) const {
    const auto audit = runAudit(path(name), Progress());
    if (!audit) qFatal("%s", audit.error().text().c_str());
    return *audit;
  }
  QTemporaryDir m_folder;
  Hash m_digest;
  int m_count = 0;
};

PLUMBLINE_TEST(TestUserTrust)
#include "test_user_trust.moc"
