// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <fstream>

#include <QTemporaryDir>
#include <QTest>

#include "crypto/dsse.h"

#include "model/audit/session.h"
#include "model/evidence/audit_statement.h"
#include "model/store/evidence_store.h"
#include "model/workspace/workspace.h"

#include "tests/model/audit/nasty_files.h"
#include "tests/model/honest_and_crooked.h"
#include "tests/program.h"

using namespace plumbline;

namespace {

PrivateKey keyOf(char seed) {
  return *PrivateKey::fromSeed(bytesOf(std::string(32, seed)));
}

std::string vkeyOf(const std::string& name, char seed) {
  return NoteVerifier::fromKey(name, NoteKeyType::Ed25519, keyOf(seed).publicKey()).vkey();
}

bool wouldChange(const ClaimVerdict& claim, const char* key) {
  return std::find(claim.wouldChange.begin(), claim.wouldChange.end(), key) !=
         claim.wouldChange.end();
}

const std::string ada = "citizen ada " + vkeyOf("ada", 'a') + "\n";
const std::string bob = "citizen bob " + vkeyOf("bob", 'b') + "\n";

}  // namespace

/// Who signed an audit names keys; others may read it on their word, and nobody has to.
class TestOnWord : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(m_folder.isValid());
    QVERIFY(test::makeHonestAndCrooked(path("honest"), path("crooked")));
    for (const char* world : {"honest", "crooked"}) {
      m_author[world] = authored(world, linesOf(world, ""), world + std::string(".plumb"));
      QVERIFY(m_author[world]);
    }
    QCOMPARE(m_author["honest"]->decision(), Decision::Supported);
    QCOMPARE(m_author["crooked"]->decision(), Decision::Contradicted);
  }

  void theStatementNamesTheKeys() {
    const auto workspace = Workspace::openReadOnly(path("author-honest.plumb"));
    const auto statements = readAuditStatements(workspace->database());
    QVERIFY(statements.ok());
    QCOMPARE(statements->size(), std::size_t(1));
    std::string lines;
    for (const PartyKey& name : statements->front().names) {
      lines += partiesLine(name.role, name.id, name.key);
    }
    QCOMPARE(lines, sorted(linesOf("honest", "")));
  }

  /// In both directions: the author's verdict, digest and sign-off, and "on the word of" with it.
  void onTheWordOfAKnownAuthor_data() {
    QTest::addColumn<QString>("world");
    QTest::newRow("honest") << QStringLiteral("honest");
    QTest::newRow("crooked") << QStringLiteral("crooked");
  }
  void onTheWordOfAKnownAuthor() {
    QFETCH(QString, world);
    const std::string name = world.toStdString();
    const AuditPtr read = opened(name + ".plumb", ada, "ada");
    QVERIFY(read);
    QCOMPARE(read->decision(), m_author[name]->decision());
    QCOMPARE(read->canonicalJson().dump(), m_author[name]->canonicalJson().dump());
    QCOMPARE(read->resultsDigest.hex(), m_author[name]->resultsDigest.hex());
    QVERIFY(read->word() != nullptr);
    QCOMPARE(read->word()->name, std::string("ada"));
    QCOMPARE(read->claims.front().onWordOf, std::string("ada"));
    QCOMPARE(read->signOffs.size(), std::size_t(1));
    QVERIFY(read->signOffs.front().signatureGood && read->signOffs.front().current);
    QCOMPARE(read->signOffs.front().trust, KeyTrust::Pinned);
    // What the user did not compare never reads as compared.
    const EvidenceRow& signedBy =
        read->evidence.rows[static_cast<std::size_t>(EvidenceQuestion::SignedBy)];
    QCOMPARE(signedBy.state, CheckState::CannotTell);
    QCOMPARE(signedBy.reason, std::string("keys_on_word"));
    for (const Finding& finding : read->findings) {
      if (accuses(finding.severity)) QCOMPARE(finding.onWordOf, std::string("ada"));
    }
    QCOMPARE(read->accuses(), name == "crooked");
  }

  /// The same keys give the same digest, by whatever lens.
  void whoComparedTheKeysNeedsNobodysWord() {
    const AuditPtr mine = opened("honest.plumb", linesOf("honest", ""), {});
    const AuditPtr both = opened("honest.plumb", linesOf("honest", "") + ada, "ada");
    for (const AuditPtr& audit : {mine, both}) {
      QCOMPARE(audit->resultsDigest.hex(), m_author["honest"]->resultsDigest.hex());
      QVERIFY(audit->signOffs.front().current);
      QVERIFY(audit->claims.front().onWordOf.empty());
    }
    // Some of them: the others count on the author's word.
    const AuditPtr some = opened("honest.plumb", linesOf("honest", "plant ") + ada, "ada");
    QCOMPARE(some->resultsDigest.hex(), m_author["honest"]->resultsDigest.hex());
    QCOMPARE(some->claims.front().onWordOf, std::string("ada"));
  }

  /// Never silently: to know the author is not to read it on their word.
  void aKnownAuthorIsOffered() {
    for (const char* world : {"honest", "crooked"}) {
      const AuditPtr audit = opened(world + std::string(".plumb"), ada, {});
      QCOMPARE(audit->decision(), Decision::CannotTell);
      const ClaimVerdict& claim = audit->claims.front();
      QVERIFY(claim.wouldBe.has_value() && claim.onWordOf.empty());
      QCOMPARE(claim.author, std::string("ada"));
      QVERIFY(wouldChange(claim, "take_word"));
      QVERIFY(audit->word() == nullptr && audit->authors.front().known);
      QVERIFY(!audit->signOffs.front().current);
    }
  }

  /// Anybody can sign an audit and name keys, and the plant's own key speaks for the plant only.
  void theWordOfAStrangerCountsForNothing_data() {
    QTest::addColumn<QString>("parties");
    QTest::newRow("nobody named") << QString();
    QTest::newRow("another person") << QString::fromStdString(bob);
    QTest::newRow("the key under another name")
        << QString::fromStdString("citizen ada " + vkeyOf("eva", 'a') + "\n");
    QTest::newRow("as a plant") << QString::fromStdString("plant ada " + vkeyOf("ada", 'a') + "\n");
  }
  void theWordOfAStrangerCountsForNothing() {
    QFETCH(QString, parties);
    for (const char* world : {"honest", "crooked"}) {
      const AuditPtr audit = opened(world + std::string(".plumb"), parties.toStdString(), "ada");
      QVERIFY(audit);
      QCOMPARE(audit->decision(), Decision::CannotTell);
      QVERIFY(!audit->accuses());
      const ClaimVerdict& claim = audit->claims.front();
      QCOMPARE(claim.wouldBe, std::optional(m_author[world]->decision()));
      QCOMPARE(claim.author, std::string("ada"));
      QVERIFY(wouldChange(claim, "name_author"));
    }
  }

  /// A crooked author: receivers that only he names, under keys of his own, confirm what never came.
  void sockPuppetsAreNoBetterThanTheirAuthor() {
    const std::string receiver = firstReceiver("crooked");
    const std::string lines = linesOf("crooked", "");
    // He took the receiver that signed for residue out of his list.
    std::string without;
    for (const std::string& line : split(lines)) {
      if (!line.starts_with("receiver " + receiver + " ")) without += line + "\n";
    }
    const AuditPtr author = authored("crooked", without, "puppets.plumb");
    QVERIFY(author);
    const AuditPtr read = opened("puppets.plumb", ada, "ada");
    QCOMPARE(read->resultsDigest.hex(), author->resultsDigest.hex());
    // What the reader compared themselves speaks before the author.
    const AuditPtr own = opened(
        "puppets.plumb", linesOf("crooked", "receiver " + receiver + " ") + ada, "ada");
    QVERIFY(own->resultsDigest != author->resultsDigest);
    QVERIFY(!own->signOffs.front().current);
    QCOMPARE(own->decision(), Decision::Contradicted);
    // And a key of his in the place of one the reader compared counts for nothing.
    const std::string puppet = "receiver " + receiver + " " + vkeyOf(receiver, 'p') + "\n";
    QVERIFY(authored("crooked", without + puppet, "puppet.plumb"));
    const AuditPtr kept = opened("puppet.plumb", linesOf("crooked", "") + ada, "ada");
    QCOMPARE(kept->resultsDigest.hex(), m_author["crooked"]->resultsDigest.hex());
  }

  /// Somebody else who names keys in an endorsement, or in a file of their own that was taken in.
  void onlyTheAuthorWhoWasChosenSpeaks() {
    const std::string workspace = "third";
    QVERIFY(openedAs(workspace, "honest.plumb", ada + bob, "ada"));
    QVERIFY(authored("honest", linesOf("honest", "plant "), "bobs.plumb", "bob", 'b'));
    QVERIFY(importInto(path(workspace), {path("bobs.plumb")}, {}, Progress()).ok());
    const AuditPtr onAda = audited(workspace);
    QCOMPARE(onAda->resultsDigest.hex(), m_author["honest"]->resultsDigest.hex());
    QCOMPARE(onAda->authors.size(), std::size_t(2));
    ImportOptions options;
    options.word = "bob";
    QVERIFY(importInto(path(workspace), {}, options, Progress()).ok());
    QCOMPARE(audited(workspace)->decision(), Decision::CannotTell);
    options.word = "carl";
    const auto nobody = importInto(path(workspace), {}, options, Progress());
    QVERIFY(!nobody && nobody.error().code == ErrorCode::NotFound);
  }

  void theAuthorsKeyIsTakenBack() {
    const std::string workspace = "taken-back";
    QVERIFY(openedAs(workspace, "honest.plumb", ada, "ada"));
    QCOMPARE(audited(workspace)->decision(), Decision::Supported);
    QVERIFY(importInto(path(workspace), {}, {.parties = written("# nobody\n")}, Progress()).ok());
    const AuditPtr audit = audited(workspace);
    QCOMPARE(audit->decision(), Decision::CannotTell);
    QVERIFY(wouldChange(audit->claims.front(), "name_author"));
    ImportOptions nobodys;
    nobodys.parties = written(ada);
    nobodys.word = "";
    QVERIFY(importInto(path(workspace), {}, nobodys, Progress()).ok());
    QCOMPARE(audited(workspace)->decision(), Decision::CannotTell);
  }

  /// One changed byte in the names, and nobody named anything.
  void namesThatWereEditedAfterSigning() {
    const std::string workspace = "edited";
    QVERIFY(openedAs(workspace, "honest.plumb", ada, "ada"));
    {
      const auto opened = Workspace::open(path(workspace), false);
      const EvidenceStore store(opened->database());
      const auto item = *store.findMember(auditStatementMember);
      auto envelope = *parseEnvelope(*store.readAll(*item));
      const std::string before(textOf(envelope.payload));
      const std::size_t at = before.find("\"role\":\"receiver\"");
      QVERIFY(at != std::string::npos);
      std::string after = before;
      after.replace(at, 17, "\"role\":\"carrier\"");
      const std::string bytes(textOf(*store.readAll(*item)));
      const std::string changed = replaced(bytes, toBase64(bytesOf(before)), toBase64(bytesOf(after)));
      QVERIFY(changed != bytes);
      QVERIFY(store.replace(evidence_kind::audit, auditStatementMember, bytesOf(changed)).ok());
    }
    QVERIFY(importInto(path(workspace), {}, {.parties = written(ada)}, Progress()).ok());
    const AuditPtr audit = audited(workspace);
    QCOMPARE(audit->decision(), Decision::CannotTell);
    QVERIFY(audit->authors.empty());
    QVERIFY(!audit->signOffs.front().signatureGood);
  }

  /// Keys that key sets replaced or revoked, strangers who speak for others, a party in two roles, files
  /// without a signature: all is judged as the author's list judged it.
  void aNastySetOfFilesReadsTheSame() {
    const test::NastyFiles files(path("nasty"), path("mine"));
    std::vector<fs::path> authors;  // others have signed it; here ada is the first
    for (const auto& each : fs::recursive_directory_iterator(path("nasty"))) {
      if (each.path().filename() == "audit.dsse.json") authors.push_back(each.path());
    }
    for (const fs::path& each : authors) QVERIFY(fs::remove(each));
    std::string list;
    {
      std::ifstream file(path("mine") / "mine.txt");
      list.assign(std::istreambuf_iterator<char>(file), {});
    }
    const AuditPtr author = authored("nasty", list, "nasty.plumb");
    QVERIFY(author);
    const AuditPtr alone = opened("nasty.plumb", ada, {});
    QVERIFY(alone->resultsDigest != author->resultsDigest);
    const AuditPtr read = opened("nasty.plumb", ada, "ada");
    QCOMPARE(read->canonicalJson().dump(), author->canonicalJson().dump());
    const auto current = [](const SignOff& each) { return each.name == "ada" && each.current; };
    QVERIFY(std::any_of(read->signOffs.begin(), read->signOffs.end(), current));
    const auto& publications = read->evidence.publications;
    QCOMPARE(publications.size(), author->evidence.publications.size());
    for (std::size_t i = 0; i < publications.size(); ++i) {
      QCOMPARE(publications[i].envelope.hex(), author->evidence.publications[i].envelope.hex());
      QCOMPARE(publications[i].state, author->evidence.publications[i].state);
    }
  }

  /// Out of order, twice, too many or no key: the statement is as good as unsigned.
  void namesThatDoNotFollowTheForm_data() {
    QTest::addColumn<QString>("names");
    const QString one = nameText("plant", "north", 'x');
    const QString two = nameText("receiver", "south", 'y');
    QTest::newRow("good") << one + QLatin1Char(',') + two;
    QTest::newRow("out of order") << two + QLatin1Char(',') + one;
    QTest::newRow("twice") << one + QLatin1Char(',') + one;
    QTest::newRow("one key for two") << one + QLatin1Char(',') + nameText("receiver", "south", 'x');
    QTest::newRow("unknown role") << nameText("friend", "north", 'x');
    QTest::newRow("two lines in one") << nameText("plant", "north\\nplant", 'x');
    QTest::newRow("no key") << QStringLiteral("{\"role\":\"plant\",\"id\":\"north\",\"vkey\":\"x\"}");
    QTest::newRow("a comment") << nameText("# plant", "north", 'x');
  }
  void namesThatDoNotFollowTheForm() {
    QFETCH(QString, names);
    const std::string workspace = "form" + std::to_string(++m_count);
    const auto opened = Workspace::open(path(workspace), true);
    const std::string zeros = "sha256:" + std::string(64, '0');
    const auto predicate = parseJson(bytesOf(
        "{\"evidenceRoot\":\"" + zeros + "\",\"resultsDigest\":\"" + zeros +
        "\",\"key\":{\"name\":\"ada\",\"vkey\":\"" + vkeyOf("ada", 'a') + "\"},\"names\":[" +
        names.toStdString() + "]}"));
    QVERIFY(predicate.ok());
    const Statement statement{{{"evidence", Hash()}}, std::string(auditStatementType), *predicate};
    const std::string envelope =
        signEnvelope(inTotoPayloadType, bytesOf(formatStatement(statement)), keyOf('a'));
    QVERIFY(EvidenceStore(opened->database())
                .put(evidence_kind::audit, auditStatementMember, bytesOf(envelope))
                .ok());
    const auto statements = readAuditStatements(opened->database());
    const bool good = QLatin1String(QTest::currentDataTag()) == QLatin1String("good");
    QCOMPARE(statements->front().signatureGood, good);
    QCOMPARE(statements->front().names.size(), good ? std::size_t(2) : std::size_t(0));
  }

 private:
  fs::path path(const std::string& name) const {
    return fs::path(m_folder.path().toStdU16String()) / name;
  }
  static std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    std::string line;
    while (std::getline(in, line)) lines.push_back(line);
    return lines;
  }
  static std::string sorted(const std::string& text) {
    std::vector<std::string> lines = split(text);
    std::sort(lines.begin(), lines.end());
    std::string out;
    for (const std::string& line : lines) out += line + "\n";
    return out;
  }
  static std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what);
    return at == std::string::npos ? text : text.replace(at, what.size(), by);
  }
  static QString nameText(const char* role, const char* id, char seed) {
    return QStringLiteral("{\"role\":\"%1\",\"id\":\"%2\",\"vkey\":\"%3\"}")
        .arg(QLatin1String(role), QLatin1String(id), QString::fromStdString(vkeyOf("k", seed)));
  }
  /// Of the list that came with the world, the lines that begin so.
  std::string linesOf(const std::string& world, const std::string& start) const {
    std::ifstream file(path(world) / "parties.txt");
    std::string out, line;
    while (std::getline(file, line)) {
      if (line.starts_with(start)) out += line + "\n";
    }
    return out;
  }
  std::string firstReceiver(const std::string& world) const {
    const std::string line = linesOf(world, "receiver ");
    const std::size_t from = line.find(' ') + 1;
    return line.substr(from, line.find(' ', from) - from);
  }
  fs::path written(const std::string& parties) {
    const fs::path file = path("parties" + std::to_string(++m_count));
    std::ofstream(file) << parties;
    return file;
  }
  AuditPtr audited(const std::string& workspace) const {
    const auto audit = runAudit(path(workspace), Progress());
    return audit ? *audit : nullptr;
  }
  /// The audit that somebody with this list signs and shares.
  AuditPtr authored(const std::string& world, const std::string& parties, const std::string& file,
                    const std::string& name = "ada", char seed = 'a') {
    const std::string workspace = "author-" + file;
    const auto imported =
        importInto(path(workspace), {path(world)}, {.parties = written(parties)}, Progress());
    const AuditPtr audit = imported ? audited(workspace) : nullptr;
    if (!audit || !signAudit(path(workspace), *audit, name, keyOf(seed))) return nullptr;
    return shareAudit(path(workspace), path(file), Progress()).ok() ? audit : nullptr;
  }
  bool openedAs(const std::string& workspace, const std::string& file, const std::string& parties,
                const std::string& word) {
    ImportOptions options;
    if (!parties.empty()) options.parties = written(parties);
    if (!word.empty()) options.word = word;
    return importInto(path(workspace), {path(file)}, options, Progress()).ok();
  }
  AuditPtr opened(const std::string& file, const std::string& parties, const std::string& word) {
    const std::string workspace = "reader" + std::to_string(++m_count);
    return openedAs(workspace, file, parties, word) ? audited(workspace) : nullptr;
  }

  QTemporaryDir m_folder;
  std::map<std::string, AuditPtr> m_author;
  int m_count = 0;
};

PLUMBLINE_TEST(TestOnWord)
#include "test_on_word.moc"
