// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Trust lives with the user: a workspace brings along nothing that counts as theirs.

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/audit/trust_view.h"
#include "model/audit/unsigned_files.h"
#include "model/evidence/other_citizens.h"
#include "model/store/workspace.h"

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
