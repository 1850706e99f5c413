// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "crypto/dsse.h"

#include "model/audit/session.h"
#include "model/audit/sign_off.h"
#include "model/decisions/key_file.h"
#include "model/store/evidence_store.h"
#include "model/workspace/workspace.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

PrivateKey keyOf(char seed) {
  return *PrivateKey::fromSeed(bytesOf(std::string(32, seed)));
}

Hash digestOf(std::string_view text) {
  return sha256(bytesOf(text));
}

AuditResult someAudit() {
  AuditResult audit;
  audit.engineVersion = "0.1.0";
  audit.evidence.root = digestOf("root");
  audit.resultsDigest = digestOf("results");
  return audit;
}

QByteArray bytesAt(const fs::path& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestSignOff : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init();
  void cleanup();
  void authorSigns();
  void statementBytes();
  void authorSignsAgain();
  void anotherAuthorIsRefused();
  void endorsements();
  void voidWhereResultsDiffer();
  void pinnedKey();
  void everyChangedByteVoidsIt();
  void foreignStatements_data();
  void foreignStatements();
  void namesAreNoteNames_data();
  void namesAreNoteNames();
  void keyFile_data();
  void keyFile();
  void keyFilesAreNotOverwritten();
  void brokenKeyFiles_data();
  void brokenKeyFiles();

 private:
  [[nodiscard]] fs::path path(const char* name) const {
    return fs::path(m_dir->path().toStdU16String()) / name;
  }
  [[nodiscard]] std::vector<SignOff> signOffs(const Hash& results) const {
    const auto workspace = Workspace::openReadOnly(path("ws"));
    return *readSignOffs(workspace->database(), readAuditStatements(workspace->database()).value(),
                         results);
  }
  std::unique_ptr<QTemporaryDir> m_dir;
};

void TestSignOff::init() {
  m_dir = std::make_unique<QTemporaryDir>();
  QVERIFY(Workspace::open(path("ws"), true).ok());
}

void TestSignOff::cleanup() {
  m_dir.reset();
}

void TestSignOff::authorSigns() {
  const AuditResult audit = someAudit();
  const auto signedOff = signAudit(path("ws"), audit, "ada.example", keyOf('a'));
  QVERIFY2(signedOff.ok(), signedOff.ok() ? "" : signedOff.error().text().c_str());
  const auto all = signOffs(audit.resultsDigest);
  QCOMPARE(all.size(), std::size_t(1));
  QCOMPARE(all[0].kind, std::string("author"));
  QCOMPARE(all[0].name, std::string("ada.example"));
  QCOMPARE(all[0].vkey, signedOff->vkey);
  QVERIFY(all[0].signatureGood);
  QVERIFY(all[0].current);
  QVERIFY(all[0].resultsDigest == audit.resultsDigest);
  QCOMPARE(all[0].trust, KeyTrust::FirstSeen);
}

// What is signed, member by member: another program must be able to write and check it.
void TestSignOff::statementBytes() {
  const AuditResult audit = someAudit();
  QVERIFY(signAudit(path("ws"), audit, "ada", keyOf('a')).ok());
  const auto workspace = Workspace::openReadOnly(path("ws"));
  const EvidenceStore evidence(workspace->database());
  const auto item = evidence.findMember("audit/audit.dsse.json");
  QVERIFY(item.ok() && item->has_value());
  QCOMPARE((*item)->kind, std::string("audit"));
  const auto envelope = parseEnvelope(*evidence.readAll(**item));
  QVERIFY(envelope.ok());
  const std::string vkey =
      NoteVerifier::fromKey("ada", NoteKeyType::Ed25519, keyOf('a').publicKey()).vkey();
  const std::string expected =
      R"({"_type":"https://in-toto.io/Statement/v1",)"
      R"("subject":[{"name":"evidence","digest":{"sha256":")" +
      audit.evidence.root.hex() +
      R"("}}],"predicateType":"urn:plumbline:audit:v1","predicate":{"evidenceRoot":"sha256:)" +
      audit.evidence.root.hex() + R"(","plan":"sha256:)" + audit.plan.digest().hex() +
      R"(","engineVersion":"0.1.0","resultsDigest":"sha256:)" + audit.resultsDigest.hex() +
      R"(","decision":"cannot_tell","key":{"name":"ada","vkey":")" + vkey + R"("}}})";
  QCOMPARE(std::string(textOf(envelope->payload)), expected);
}

void TestSignOff::authorSignsAgain() {
  AuditResult audit = someAudit();
  QVERIFY(signAudit(path("ws"), audit, "ada", keyOf('a')).ok());
  audit.resultsDigest = digestOf("newer results");
  QVERIFY(signAudit(path("ws"), audit, "ada", keyOf('a')).ok());
  const auto all = signOffs(audit.resultsDigest);
  QCOMPARE(all.size(), std::size_t(1));
  QVERIFY(all[0].current);
}

void TestSignOff::anotherAuthorIsRefused() {
  const AuditResult audit = someAudit();
  QVERIFY(signAudit(path("ws"), audit, "ada", keyOf('a')).ok());
  const auto second = signAudit(path("ws"), audit, "bob", keyOf('b'));
  QVERIFY(!second);
  QCOMPARE(second.error().code, ErrorCode::Duplicate);
  QCOMPARE(signOffs(audit.resultsDigest)[0].name, std::string("ada"));
}

void TestSignOff::endorsements() {
  const AuditResult audit = someAudit();
  QVERIFY(endorseAudit(path("ws"), audit, "early", keyOf('e')).ok());
  QVERIFY(signAudit(path("ws"), audit, "ada", keyOf('a')).ok());
  QVERIFY(endorseAudit(path("ws"), audit, "bob", keyOf('b')).ok());
  QVERIFY(endorseAudit(path("ws"), audit, "bob", keyOf('b')).ok());  // the same bytes: once
  const auto all = signOffs(audit.resultsDigest);
  QCOMPARE(all.size(), std::size_t(3));
  QCOMPARE(all[0].kind, std::string("author"));
  for (const SignOff& signOff : all) QVERIFY(signOff.signatureGood && signOff.current);
  QVERIFY(all[1].kind == "endorsement" && all[2].kind == "endorsement");

  // Bob's statement names the author's; the early one could not.
  const auto workspace = Workspace::openReadOnly(path("ws"));
  const EvidenceStore evidence(workspace->database());
  const auto items = evidence.list();
  const auto author = evidence.findMember("audit/audit.dsse.json");
  int naming = 0;
  for (const EvidenceItem& item : *items) {
    if (!item.member.starts_with("audit/notes/")) continue;
    QCOMPARE(item.kind, std::string("note"));
    QCOMPARE(item.member, "audit/notes/" + item.sha256.hex() + ".dsse.json");
    const auto statement = parseStatement(parseEnvelope(*evidence.readAll(item))->payload);
    QVERIFY(statement.ok());
    QVERIFY(statement->subjects[0].name == "results" &&
            statement->subjects[0].sha256 == audit.resultsDigest);
    if (statement->subjects.size() == 2) {
      QVERIFY(statement->subjects[1].name == "audit" &&
              statement->subjects[1].sha256 == (*author)->sha256);
      ++naming;
    }
  }
  QCOMPARE(naming, 1);
}

void TestSignOff::voidWhereResultsDiffer() {
  const AuditResult audit = someAudit();
  QVERIFY(signAudit(path("ws"), audit, "ada", keyOf('a')).ok());
  QVERIFY(endorseAudit(path("ws"), audit, "bob", keyOf('b')).ok());
  for (const SignOff& signOff : signOffs(digestOf("other results"))) {
    QVERIFY(signOff.signatureGood);
    QVERIFY(!signOff.current);
    QVERIFY(signOff.resultsDigest == audit.resultsDigest);
  }
}

void TestSignOff::pinnedKey() {
  const AuditResult audit = someAudit();
  const auto signOff = signAudit(path("ws"), audit, "ada", keyOf('a'));
  QVERIFY(signOff.ok());
  const auto know = [&](std::string_view trust) {
    const auto workspace = Workspace::open(path("ws"), false);
    auto query = workspace->database().prepare(
        "INSERT INTO keys (vkey, job, role, party, trust) VALUES (?, 'party', 'citizen', 'ada', ?)");
    query->bind(1, signOff->vkey).bind(2, trust);
    return query->run().ok();
  };
  QVERIFY(know("first_seen"));
  QCOMPARE(signOffs(audit.resultsDigest)[0].trust, KeyTrust::FirstSeen);
  QVERIFY(know("pinned"));
  QCOMPARE(signOffs(audit.resultsDigest)[0].trust, KeyTrust::Pinned);
}

// A changed byte never leaves a statement that counts for other results, another key or another
// name.
void TestSignOff::everyChangedByteVoidsIt() {
  const AuditResult audit = someAudit();
  QVERIFY(signAudit(path("ws"), audit, "ada", keyOf('a')).ok());
  const SignOff whole = signOffs(audit.resultsDigest)[0];
  const auto workspace = Workspace::open(path("ws"), false);
  const EvidenceStore evidence(workspace->database());
  const Bytes bytes = *evidence.readAll(**evidence.findMember("audit/audit.dsse.json"));
  QVERIFY(workspace->database().execute("PRAGMA synchronous = OFF").ok());
  int stillGood = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    Bytes changed = bytes;
    changed[at] ^= std::byte{0x01};
    QVERIFY(evidence.replace("audit", "audit/audit.dsse.json", changed).ok());
    const auto all = readSignOffs(workspace->database(), readAuditStatements(workspace->database()).value(),
                                  audit.resultsDigest);
    QVERIFY(all.ok() && all->size() == 1);
    if (!(*all)[0].signatureGood) continue;
    ++stillGood;
    QVERIFY((*all)[0].vkey == whole.vkey && (*all)[0].resultsDigest == whole.resultsDigest);
  }
  QCOMPARE(stillGood, 8);  // the letters of "keyid" and of its value, "ada": nobody relies on them
}

void TestSignOff::foreignStatements_data() {
  QTest::addColumn<QByteArray>("member");
  QTest::addColumn<QByteArray>("type");
  QTest::addColumn<QByteArray>("subject");
  QTest::addColumn<char>("signer");
  QTest::addColumn<QByteArray>("keyName");
  QTest::addColumn<bool>("good");
  const QByteArray author("audit/audit.dsse.json"), note("audit/notes/aa.dsse.json");
  const QByteArray audit("urn:plumbline:audit:v1"), endorsement("urn:plumbline:endorsement:v1");
  QTest::newRow("author") << author << audit << QByteArray("evidence") << 'a' << QByteArray("ada")
                          << true;
  QTest::newRow("endorsement") << note << endorsement << QByteArray("results") << 'a'
                               << QByteArray("ada") << true;
  QTest::newRow("endorsement_as_author")
      << author << endorsement << QByteArray("results") << 'a' << QByteArray("ada") << false;
  QTest::newRow("author_of_another_file")
      << note << audit << QByteArray("evidence") << 'a' << QByteArray("ada") << true;
  QTest::newRow("author_with_the_subject_of_an_endorsement")
      << note << audit << QByteArray("results") << 'a' << QByteArray("ada") << false;
  QTest::newRow("other_type") << author << QByteArray("urn:plumbline:note:v1")
                              << QByteArray("evidence") << 'a' << QByteArray("ada") << false;
  QTest::newRow("other_subject") << author << audit << QByteArray("weather") << 'a'
                                 << QByteArray("ada") << false;
  QTest::newRow("key_of_somebody_else")
      << author << audit << QByteArray("evidence") << 'b' << QByteArray("ada") << false;
  QTest::newRow("name_differs_from_key")
      << author << audit << QByteArray("evidence") << 'a' << QByteArray("the-regulator") << false;
}

void TestSignOff::foreignStatements() {
  QFETCH(QByteArray, member);
  QFETCH(QByteArray, type);
  QFETCH(QByteArray, subject);
  QFETCH(char, signer);
  QFETCH(QByteArray, keyName);
  QFETCH(bool, good);
  const AuditResult audit = someAudit();
  const std::string vkey =
      NoteVerifier::fromKey("ada", NoteKeyType::Ed25519, keyOf('a').publicKey()).vkey();
  const Hash digest = subject == "results" ? audit.resultsDigest : audit.evidence.root;
  const Statement statement{
      {{subject.toStdString(), digest}},
      type.toStdString(),
      JsonObject{{"evidenceRoot", "sha256:" + audit.evidence.root.hex()},
                 {"resultsDigest", "sha256:" + audit.resultsDigest.hex()},
                 {"key", JsonObject{{"name", keyName.toStdString()}, {"vkey", vkey}}}}};
  const std::string envelope =
      signEnvelope(inTotoPayloadType, bytesOf(formatStatement(statement)), keyOf(signer));
  {
    const auto workspace = Workspace::open(path("ws"), false);
    QVERIFY(EvidenceStore(workspace->database())
                .put("audit", member.toStdString(), bytesOf(envelope))
                .ok());
  }
  const auto all = signOffs(audit.resultsDigest);
  QCOMPARE(all.size(), std::size_t(1));
  QCOMPARE(all[0].signatureGood, good);
  QCOMPARE(all[0].current, good);
}

void TestSignOff::namesAreNoteNames_data() {
  QTest::addColumn<QByteArray>("name");
  QTest::newRow("empty") << QByteArray();
  QTest::newRow("space") << QByteArray("Ada Lovelace");
  QTest::newRow("plus") << QByteArray("ada+audit");
  QTest::newRow("line end") << QByteArray("ada\nName: bob");
}

void TestSignOff::namesAreNoteNames() {
  QFETCH(QByteArray, name);
  const auto signOff = signAudit(path("ws"), someAudit(), name.toStdString(), keyOf('a'));
  QVERIFY(!signOff);
  QCOMPARE(signOff.error().code, ErrorCode::BadValue);
  QVERIFY(!endorseAudit(path("ws"), someAudit(), name.toStdString(), keyOf('a')));
  QVERIFY(!writeKeyFile(path("a.key"), {name.toStdString(), keyOf('a')}));
  QVERIFY(!fs::exists(path("a.key")));
}

void TestSignOff::keyFile_data() {
  QTest::addColumn<QByteArray>("passphrase");
  QTest::newRow("open") << QByteArray();
  QTest::newRow("passphrase") << QByteArray("correct horse");
}

void TestSignOff::keyFile() {
  QFETCH(QByteArray, passphrase);
  const std::string secret = passphrase.toStdString();
  QVERIFY(writeKeyFile(path("ada.key"), {"ada.example", keyOf('a')}, secret).ok());
  const QByteArray text = bytesAt(path("ada.key"));
  QVERIFY(text.startsWith(secret.empty()
                              ? "Name: ada.example\n-----BEGIN PRIVATE KEY-----\n"
                              : "Name: ada.example\n-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
  QCOMPARE(*keyFileNeedsPassphrase(path("ada.key")), !secret.empty());
#ifndef Q_OS_WIN
  QCOMPARE(fs::status(path("ada.key")).permissions(),
           fs::perms::owner_read | fs::perms::owner_write);
#endif
  const auto read = readKeyFile(path("ada.key"), secret);
  QVERIFY2(read.ok(), read.ok() ? "" : read.error().text().c_str());
  QCOMPARE(read->name, std::string("ada.example"));
  QVERIFY(read->key.publicKey() == keyOf('a').publicKey());
  QCOMPARE(bytesAt(path("ada.key.pub")).toStdString(), read->vkey() + "\n");
  QVERIFY(NoteVerifier::fromVkey(read->vkey()).ok());
  if (secret.empty()) return;
  for (const char* wrong : {"", "wrong"}) {
    const auto refused = readKeyFile(path("ada.key"), wrong);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadKey);
    QCOMPARE(refused.error().where.file, std::string("ada.key"));
  }
}

void TestSignOff::keyFilesAreNotOverwritten() {
  QVERIFY(writeKeyFile(path("ada.key"), {"ada", keyOf('a')}).ok());
  const QByteArray before = bytesAt(path("ada.key"));
  const auto again = writeKeyFile(path("ada.key"), {"bob", keyOf('b')});
  QVERIFY(!again);
  QCOMPARE(again.error().code, ErrorCode::Duplicate);
  QCOMPARE(bytesAt(path("ada.key")), before);
  QVERIFY(QFile::remove(QFile(path("ada.key")).fileName()));
  QVERIFY(!writeKeyFile(path("ada.key"), {"bob", keyOf('b')}));  // the public half is still there
  QVERIFY(!fs::exists(path("ada.key")));
}

void TestSignOff::brokenKeyFiles_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<int>("code");
  const QByteArray pem = QByteArray::fromStdString(keyOf('a').toPem());
  const auto row = [](const char* name, const QByteArray& text, ErrorCode code) {
    QTest::newRow(name) << text << static_cast<int>(code);
  };
  row("empty", "", ErrorCode::Malformed);
  row("no_name", pem, ErrorCode::Malformed);
  row("name_with_space", "Name: ada lovelace\n" + pem, ErrorCode::Malformed);
  row("name_only", "Name: ada", ErrorCode::Malformed);
  row("no_key", "Name: ada\n", ErrorCode::BadKey);
  row("cut_off", "Name: ada\n" + pem.left(pem.size() / 2), ErrorCode::BadKey);
  row("too_large", "Name: ada\n" + QByteArray(100'000, 'x'), ErrorCode::Malformed);
}

void TestSignOff::brokenKeyFiles() {
  QFETCH(QByteArray, text);
  QFETCH(int, code);
  QFile file(path("broken.key"));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(text);
  file.close();
  const auto key = readKeyFile(path("broken.key"));
  QVERIFY(!key);
  QCOMPARE(static_cast<int>(key.error().code), code);
  QCOMPARE(readKeyFile(path("absent.key")).error().code, ErrorCode::NotFound);
}

PLUMBLINE_TEST(TestSignOff)
#include "test_sign_off.moc"
