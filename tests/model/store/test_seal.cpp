// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A workspace is no evidence: whatever somebody does to the file, an audit says what it said before,
// or it says that it cannot.

#include <fstream>

#ifndef _WIN32
#include <unistd.h>
#endif

#include <sqlite3.h>

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/import/rebuild.h"
#include "model/simulate/simulator.h"
#include "model/store/evidence_store.h"
#include "model/store/seal.h"
#include "model/store/sealed_vfs.h"
#include "model/store/user_folder.h"
#include "model/workspace/unfinished.h"
#include "model/workspace/workspace.h"

#include "tests/model/vouched.h"
#include "tests/program.h"

using namespace plumbline;

namespace {

std::string bytesAt(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void writeAll(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// As somebody else's program would do it; "" or what SQLite says.
std::string runSql(const fs::path& path, const char* sql) {
  sqlite3* raw = nullptr;
  std::string error;
  if (sqlite3_open(path.string().c_str(), &raw) != SQLITE_OK) return "cannot open";
  char* message = nullptr;
  if (sqlite3_exec(raw, sql, nullptr, nullptr, &message) != SQLITE_OK) error = message;
  sqlite3_free(message);
  sqlite3_close(raw);
  return error;
}

#ifndef _WIN32
/// Whoever may write anywhere cannot try what happens where nobody may.
class NotRoot {
 public:
  NotRoot() : m_root(geteuid() == 0) {
    if (m_root && seteuid(65534) != 0) qFatal("the test cannot give up its rights");
  }
  ~NotRoot() {
    if (m_root && seteuid(0) != 0) qFatal("the test cannot take its rights back");
  }
  NotRoot(const NotRoot&) = delete;
  NotRoot& operator=(const NotRoot&) = delete;

 private:
  bool m_root;
};
#endif

bool isTold(const AuditResult& audit, std::string_view words) {
  return std::any_of(audit.problems.begin(), audit.problems.end(), [words](const Problem& problem) {
    return problem.text().find(words) != std::string::npos;
  });
}

}  // namespace

class TestSeal : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir m_made;      // the honest workspace and its seals, left alone
  QByteArray m_honest;       // its result
  std::unique_ptr<QTemporaryDir> m_folder;

  fs::path made(const char* name) const {
    return fs::path(m_made.path().toStdU16String()) / name;
  }
  fs::path at(const char* name) const {
    return fs::path(m_folder->path().toStdU16String()) / name;
  }
  fs::path file() const { return at("w.plumbline"); }
  static void useFolder(const fs::path& folder) {
    qputenv("PLUMBLINE_DATA", QByteArray::fromStdString(folder.string()));
  }
  fs::path seals() const {
    for (const auto& entry : fs::directory_iterator(at("user") / "seals")) return entry.path();
    return {};
  }
  std::vector<std::string> sealNames() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(seals())) {
      names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
  }
  /// As this program does it.
  void write(const char* sql, const char* name = "w.plumbline") const {
    auto workspace = Workspace::open(at(name), false);
    QVERIFY(workspace && workspace->database().execute(sql));
    QVERIFY(workspace->close());
  }
  void importRefused() const {
    fs::create_directories(at("bad") / "tables");
    writeAll(at("bad") / "tables" / (std::string(64, '0') + ".csv"), "id\n1\n");
    const auto imported = importInto(file(), {at("bad")}, {}, Progress());
    QVERIFY(imported && imported->problems.size() == 1);
  }
  static QByteArray resultOf(const fs::path& path) {
    const auto audit = runAudit(path, Progress());
    if (!audit) return "refused: " + QByteArray::fromStdString(audit.error().text());
    return QByteArray::fromStdString((*audit)->canonicalJson().dump());
  }
  static Preparation prepared(const fs::path& path) {
    const auto done = prepareWorkspace(path, IfUnfinished::Refuse, Progress());
    return done ? *done : Preparation{};
  }
  bool isAsItWas() const {
    const auto found = prepareWorkspace(file(), IfUnfinished::Refuse, Progress());
    return found && found->records == Records::AsTheyWere;
  }

 private Q_SLOTS:
  void initTestCase() {
    useFolder(made("user"));
    SimulationOptions options;
    options.seed = 5;
    options.months = 12;
    options.loadsPerMonth = 10;
    options.jobsPerMonth = 4;
    options.fraud.relabel = 200'000;
    QVERIFY(simulate(options, made("records"), Progress()));
    const ImportOptions trusted = test::vouchedFor(made("records"));
    QVERIFY(importInto(made("w.plumbline"), {made("records")}, trusted, Progress()));
    m_honest = resultOf(made("w.plumbline"));
    QVERIFY2(m_honest.startsWith('{'), m_honest.constData());
    QVERIFY(m_honest.contains("contradicted"));
  }

  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    fs::copy_file(made("w.plumbline"), file());
    fs::copy(made("user"), at("user"), fs::copy_options::recursive);
    useFolder(at("user"));
  }

  void whatThisComputerLeftIsOpened() {
    const std::string before = bytesAt(file());
    QVERIFY(isAsItWas());
    QCOMPARE(resultOf(file()), m_honest);
    QCOMPARE(bytesAt(file()), before);
    for (const char* end : {"-wal", "-shm", "-journal", "-lock"}) {
      QVERIFY(!fs::exists(file().string() + end));
    }
  }

  void sealsAreTheUsers() {
    write("INSERT INTO settings VALUES ('note:x', '')");
    QCOMPARE(fs::status(seals()).permissions(), fs::perms::owner_all);
    for (const std::string& name : sealNames()) {
      QCOMPARE(fs::status(seals() / name).permissions(),
               fs::perms::owner_read | fs::perms::owner_write);
    }
    QVERIFY(isAsItWas());
  }

  void sealsAreFew() {
    const auto keptOf = [](int pieces, int states) {
      const std::string id = newWorkspaceId();
      Seal seal;
      seal.size = pieces * sealedPieceBytes;
      seal.pieces.resize(static_cast<std::size_t>(pieces));
      for (int i = 0; i < states; ++i) {
        if (!writeSeal(id, seal)) return std::size_t(0);
      }
      return readSeals(id)->size();
    };
    QCOMPARE(keptOf(1, 70), std::size_t(64));
    QCOMPARE(keptOf(200'000, 8), std::size_t(5));  // 3.2 MB each
    QCOMPARE(keptOf(600'000, 5), std::size_t(3));  // 9.6 MB each
  }

  void aCopyIsAWorkspaceLikeAnother() {
    fs::copy_file(file(), at("copy"));
    for (int i = 0; i < 20; ++i) {
      write(("INSERT INTO settings VALUES ('note:" + std::to_string(i) + "', '')").c_str());
    }
    QCOMPARE(prepared(at("copy")).records, Records::AsTheyWere);
    write("INSERT INTO settings VALUES ('note:copy', '')", "copy");
    QVERIFY(isAsItWas());
    QCOMPARE(resultOf(at("copy")), m_honest);
  }

  /// What was done to one copy is no change of the other.
  void aCopyMadeAnewKeepsItsOwnPlan() {
    fs::copy_file(file(), at("copy"));
    write(("INSERT INTO settings VALUES ('plan', '" + planOf("iws-50") + "')").c_str());
    QCOMPARE(runSql(at("copy"), "DELETE FROM receipts"), std::string());
    const auto audit = runAudit(at("copy"), Progress());
    QVERIFY(audit);
    QVERIFY(!isTold(**audit, "evidence was added"));
    QVERIFY(!isTold(**audit, "the plan or the trusted keys"));
    QVERIFY(isTold(**audit, "the newest on this computer is state "));
    QVERIFY(!isTold(**runAudit(at("copy"), Progress()), "the newest on this computer is state "));
    QCOMPARE(QByteArray::fromStdString((*audit)->canonicalJson().dump()), m_honest);
  }

  /// What was refused is not among the evidence: nobody else could say it again.
  void refusalsStay_data() {
    QTest::addColumn<QByteArray>("sql");
    const auto row = [](const char* name, const char* sql) { QTest::newRow(name) << QByteArray(sql); };
    row("another table", "DELETE FROM receipts");
    row("taken away", "DELETE FROM problems");
    row("added", "INSERT INTO problems (file, message) VALUES ('x', 'the plant lies')");
    row("a view in its place",
        "DROP TABLE problems; CREATE VIEW problems AS SELECT 1 AS id, 'x' AS file, 'the plant lies' "
        "AS message");
  }
  void refusalsStay() {
    QFETCH(QByteArray, sql);
    importRefused();
    QCOMPARE(runSql(file(), sql.constData()), std::string());
    QCOMPARE(prepared(file()).records, Records::MadeAnew);
    const auto audit = runAudit(file(), Progress());
    QVERIFY(audit && isTold(**audit, "differs from its name"));
    QVERIFY(!isTold(**audit, "lies"));
    QCOMPARE(QByteArray::fromStdString((*audit)->canonicalJson().dump()), m_honest);
  }
  void refusalsStayHoweverOftenItIsMadeAnew() {
    importRefused();
    const auto isStillTold = [this] {
      return runSql(file(), "DELETE FROM receipts").empty() &&
             prepared(file()).records == Records::MadeAnew &&
             isTold(**runAudit(file(), Progress()), "differs from its name");
    };
    QVERIFY(isStillTold());
    QVERIFY(isStillTold());
    // Another computer refused nothing.
    useFolder(at("other user"));
    QVERIFY(!isStillTold());
  }

  /// A newer program may find no fault in a piece of evidence where an older one found some.
  void whatIsHereIsJudgedAnew() {
    write("INSERT INTO problems (file, message) SELECT member, 'an old fault' FROM evidence LIMIT 1;"
          "INSERT INTO problems (file, message) SELECT substr(member, 1, 36), 'an old fault' FROM "
          "evidence WHERE member LIKE 'log/%' LIMIT 1;"
          "INSERT INTO problems (file, message) VALUES ('gone.csv', 'refused')");
    QVERIFY(isTold(**runAudit(file(), Progress()), "an old fault"));
    QCOMPARE(runSql(file(), "DELETE FROM receipts"), std::string());
    const auto audit = runAudit(file(), Progress());
    QVERIFY(!isTold(**audit, "an old fault"));
    QVERIFY(isTold(**audit, "refused"));
  }

  void openedAndNotWrittenToItStaysAsItIs() {
    const std::string before = bytesAt(file());
    const auto names = sealNames();
    {
      auto workspace = Workspace::open(file(), false);
      QVERIFY(workspace && workspace->close());
    }
    QVERIFY(bytesAt(file()) == before);
    QVERIFY(sealNames() == names);
  }

  void whoeverWritesToTheFileChangesNothing_data() {
    QTest::addColumn<QByteArray>("sql");
    const auto row = [](const char* name, const char* sql) { QTest::newRow(name) << QByteArray(sql); };
    row("a mass", "UPDATE receipts SET net_g = net_g + 1000 WHERE rowid % 3 = 0");
    row("a material", "UPDATE receipts SET material = (SELECT material FROM shipments LIMIT 1)");
    row("a claim", "UPDATE claims SET value_micro = value_micro + 1");
    row("a signer's state", "UPDATE publications SET state = 'unknown_key'");
    row("whose it is", "UPDATE publications SET party = 'other'");
    row("records gone", "DELETE FROM receipts");
    row("superseded", "UPDATE shipments SET superseded_by = rowid");
    row("keys", "DELETE FROM keys");
    row("a plan", "INSERT INTO settings VALUES ('plan', (SELECT value FROM settings LIMIT 1))");
    row("a lenient plan",
        "INSERT INTO settings VALUES ('plan', '{\"tolerance_profile\":\"iws-50\"}')");
    row("named keys", "INSERT INTO settings VALUES ('trust.parties', 'plant x')");
    row("own keys", "INSERT INTO settings VALUES ('own.keys', 'x')");
    row("a log", "UPDATE logs SET state = 'failed'");
    row("a view more", "CREATE VIEW extra AS SELECT 1");
    row("a view in place of a table", "DROP TABLE problems; CREATE VIEW problems AS SELECT 1 AS id");
    row("an endless view",
        "DROP TABLE jobs; CREATE VIEW jobs AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + "
        "1 FROM n) SELECT x FROM n");
    row("a trigger", "CREATE TRIGGER t AFTER INSERT ON claims BEGIN DELETE FROM receipts; END");
    row("a table fewer", "DROP TABLE jobs");
    row("a table more", "CREATE TABLE extra (x)");
    row("a column more", "ALTER TABLE receipts ADD COLUMN extra TEXT");
    row("an index that computes",
        "DROP INDEX shipments_document; CREATE INDEX shipments_document ON shipments (abs(line))");
    row("an index fewer", "DROP INDEX shipments_document");
    row("packed", "UPDATE receipts SET net_g = 1; VACUUM");
    row("with a log beside it", "PRAGMA journal_mode = WAL; UPDATE receipts SET net_g = 1");
    row("nothing, by another program",
        "INSERT INTO settings VALUES ('x', 'y'); DELETE FROM settings WHERE name = 'x'");
  }
  void whoeverWritesToTheFileChangesNothing() {
    QFETCH(QByteArray, sql);
    const std::string before = bytesAt(file());
    QCOMPARE(runSql(file(), sql.constData()), std::string());
    QVERIFY(bytesAt(file()) != before);
    QVERIFY(!Workspace::open(file(), false));
    QCOMPARE(Workspace::openReadOnly(file()).error().code, ErrorCode::Mismatch);
    QCOMPARE(resultOf(file()), m_honest);
    QVERIFY(isAsItWas());
  }

  void changedEvidenceIsRefused_data() {
    QTest::addColumn<QByteArray>("sql");
    const auto row = [](const char* name, const char* sql) { QTest::newRow(name) << QByteArray(sql); };
    row("bytes", "UPDATE evidence_chunks SET data = zeroblob(length(data)) WHERE evidence = 2");
    row("bytes missing", "DELETE FROM evidence_chunks WHERE evidence = 2");
    row("a digest", "UPDATE evidence SET sha256 = (SELECT sha256 FROM evidence WHERE id = 1) "
                    "WHERE id = 2");
    row("a length", "UPDATE evidence SET bytes = bytes - 1 WHERE id = 2");
    row("a length past all memory", "UPDATE evidence SET bytes = 9000000000000000000 WHERE id = 2");
    row("a negative length", "UPDATE evidence SET bytes = -5 WHERE id = 2");
    row("a slice in another's place",
        "UPDATE evidence_chunks SET seq = 7 WHERE evidence = 2 AND seq = 0");
    row("no digest", "UPDATE evidence SET sha256 = 'none' WHERE id = 2");
    row("a trigger on evidence", "CREATE TRIGGER t AFTER INSERT ON evidence BEGIN SELECT 1; END");
    row("a view for evidence", "DROP TABLE evidence; CREATE VIEW evidence AS SELECT 1 AS id");
    row("evidence gone", "DROP TABLE evidence_chunks");
    row("another program's", "PRAGMA application_id = 7");
    row("a newer version", "PRAGMA user_version = 999");
  }
  void changedEvidenceIsRefused() {
    QFETCH(QByteArray, sql);
    QCOMPARE(runSql(file(), sql.constData()), std::string());
    const std::string before = bytesAt(file());
    const QByteArray result = resultOf(file());
    QVERIFY2(result.startsWith("refused: "), result.constData());
    QVERIFY2(result.contains("workspace"), result.constData());
    QCOMPARE(bytesAt(file()), before);
    const auto imported = importInto(file(), {made("records")}, {}, Progress());
    QVERIFY(!imported);
  }

  void evidenceTakenAwayIsTold() {
    QCOMPARE(runSql(file(), "DELETE FROM evidence WHERE kind = 'envelope' AND id = (SELECT max(id) "
                            "FROM evidence WHERE kind = 'envelope')"),
             std::string());
    const auto audit = runAudit(file(), Progress());
    QVERIFY2(audit, audit.ok() ? "" : audit.error().text().c_str());
    QVERIFY(isTold(**audit, "evidence was added to the workspace or taken from it"));
    QVERIFY(QByteArray::fromStdString((*audit)->canonicalJson().dump()) != m_honest);
    const auto again = runAudit(file(), Progress());
    QVERIFY(isTold(**again, "evidence was added to the workspace or taken from it"));
  }

  void anotherPlanThanTheOneLeftIsTold() {
    QCOMPARE(runSql(file(), "INSERT INTO settings VALUES ('plan', '{}')"), std::string());
    const auto audit = runAudit(file(), Progress());
    QVERIFY(audit);
    QVERIFY(isTold(**audit, "the plan or the trusted keys"));
    QVERIFY(isTold(**audit, "made anew"));
    QVERIFY(!isTold(**runAudit(file(), Progress()), "made anew"));
  }

  void oneByteAnywhereIsNoticed() {
    const std::string good = bytesAt(file());
    const auto pieces = good.size() / 65536;
    QCOMPARE(good.size() % 65536, std::size_t(0));
    QVERIFY(pieces > 20);
    int refused = 0;
    for (std::size_t piece = 0; piece < pieces; ++piece) {
      std::string bad = good;
      bad[piece * 65536 + (piece * 7919) % 65536] ^= 1;
      writeAll(file(), bad);
      const auto opened = Workspace::openReadOnly(file());
      const bool noticed = !opened || !opened->checkPages(Progress());
      QVERIFY2(noticed, std::to_string(piece).c_str());
      if (piece % 6 != 0) continue;
      const QByteArray result = resultOf(file());
      if (result != m_honest) {
        ++refused;
        QVERIFY2(result.startsWith("refused: "), result.constData());
      }
    }
    QVERIFY(refused < static_cast<int>(pieces) / 6);
  }

  void aShorterOrLongerFileIsNoticed() {
    const std::string good = bytesAt(file());
    for (const std::string& bad : {good.substr(0, good.size() - 65536), good + std::string(1, 'x'),
                                   good + std::string(65536, '\0'), good.substr(0, 3 * 65536)}) {
      writeAll(file(), bad);
      QVERIFY(!isAsItWas() || resultOf(file()) == m_honest);
      QVERIFY(bytesAt(file()) != bad || resultOf(file()).startsWith("refused: "));
    }
  }

  void aChangeWhileItIsReadIsNoticed() {
    const auto reader = Workspace::openReadOnly(file());
    QVERIFY(reader);
    std::string bad = bytesAt(file());
    for (std::size_t piece = 1; piece < bad.size() / 65536; ++piece) bad[piece * 65536 + 9] ^= 1;
    writeAll(file(), bad);
    auto query = reader->database().prepare("SELECT count(*) FROM receipts");
    const auto stepped = query ? query->step() : Result<bool>(query.error());
    QVERIFY(!stepped);
    QCOMPARE(stepped.error().code, ErrorCode::Store);
  }

  /// Somebody writes: whoever opens it meanwhile waits for them instead of giving up.
  void aChangeWhileItIsOpenedIsNoFaultOfTheDisk() {
    const auto database = Database::open(file(), Database::Mode::ReadOnly, readingVfs());
    QVERIFY(database && database->prepare("SELECT 1 FROM settings"));
    std::string changed = bytesAt(file());
    changed[27] ^= 1;  // of the number that counts changes
    writeAll(file(), changed);
    const auto start = SealedFile::of(database->handle())->start(100);
    QVERIFY(!start.ok());
    QCOMPARE(start.error().code, ErrorCode::Mismatch);
  }

  void itMayBeMovedCopiedAndRead() {
    fs::rename(file(), at("other name"));
    QCOMPARE(prepared(at("other name")).records, Records::AsTheyWere);
    fs::copy_file(at("other name"), file());
    QVERIFY(isAsItWas());
    fs::create_symlink(file(), at("link"));
    QCOMPARE(prepared(at("link")).records, Records::AsTheyWere);
    fs::permissions(file(), fs::perms::owner_read);
    QVERIFY(isAsItWas());
    QCOMPARE(resultOf(file()), m_honest);
  }

  void aLinkStaysALink() {
    fs::create_symlink(file(), at("link"));
    QCOMPARE(runSql(file(), "DELETE FROM receipts"), std::string());
    QCOMPARE(resultOf(at("link")), m_honest);
    QVERIFY(fs::is_symlink(at("link")));
    QVERIFY(isAsItWas());
  }

  void anOlderStateSaysSo() {
    const std::string before = bytesAt(file());
    {
      auto workspace = Workspace::open(file(), false);
      QVERIFY(workspace->database().execute("INSERT INTO settings VALUES ('note:x', 'later')"));
      QVERIFY(workspace->close());
    }
    const Preparation newest = prepared(file());
    QCOMPARE(newest.state, newest.newestState);
    QVERIFY(!isTold(**runAudit(file(), Progress()), "the workspace"));
    writeAll(file(), before);
    const Preparation older = prepared(file());
    QCOMPARE(older.records, Records::AsTheyWere);
    QVERIFY(older.state < older.newestState);
    const auto audit = runAudit(file(), Progress());
    QVERIFY(audit && isTold(**audit, "the newest on this computer is state " +
                                         std::to_string(older.newestState)));
    QCOMPARE(QByteArray::fromStdString((*audit)->canonicalJson().dump()), m_honest);
  }

  void withoutASealItIsMadeAnew_data() {
    QTest::addColumn<QByteArray>("what");
    for (const char* what : {"none", "cut", "changed", "another engine", "no folder"}) {
      QTest::newRow(what) << QByteArray(what);
    }
  }
  void withoutASealItIsMadeAnew() {
    QFETCH(QByteArray, what);
    for (const std::string& name : sealNames()) {
      const fs::path path = seals() / name;
      const std::string text = bytesAt(path);
      if (what == "none") fs::remove(path);
      if (what == "cut") writeAll(path, text.substr(0, text.size() / 2));
      if (what == "changed") writeAll(path, text + "x");
      if (what == "another engine") {
        Seal seal = parseSeal(text).value();
        seal.engine = "0.0.1/1/0000000000000000";
        writeAll(path, sealText(seal));
      }
    }
    if (what == "no folder") fs::remove_all(at("user"));
    QVERIFY(!Workspace::openReadOnly(file()));
    QCOMPARE(prepared(file()).records, Records::MadeAnew);
    QVERIFY(isAsItWas());
    // Whom the user trusts lies beside the seals, and not in them.
    if (what != "no folder") QCOMPARE(resultOf(file()), m_honest);
    if (what == "no folder") QVERIFY(resultOf(file()) != m_honest);
  }

  void anotherComputerTrustsNobodyItDoesNotKnow() {
    useFolder(at("other user"));
    const auto audit = runAudit(file(), Progress());
    QVERIFY(audit);
    QVERIFY(!(*audit)->standing.complete());
    // Named again, everything is as it was.
    QVERIFY(importInto(file(), {}, test::vouchedFor(made("records")), Progress()));
    QCOMPARE(resultOf(file()), m_honest);
  }

  void aPlanComesAlongAndIsShown() {
    {
      auto workspace = Workspace::open(file(), false);
      QVERIFY(workspace->database().execute(
          "INSERT INTO settings VALUES ('plan', '" + planOf("iws-50") + "')"));
    }
    for (const bool known : {true, false}) {
      if (!known) useFolder(at("other user"));
      QCOMPARE(runSql(file(), "DELETE FROM receipts"), std::string());
      const auto audit = runAudit(file(), Progress());
      QVERIFY(audit);
      QCOMPARE((*audit)->plan.toleranceProfile, std::string("iws-50"));
    }
  }
  static std::string planOf(const char* profile) {
    AuditPlan plan;
    plan.toleranceProfile = profile;
    return plan.toJson().dump();
  }

  void notesComeAlong() {
    QCOMPARE(runSql(file(), "INSERT INTO settings VALUES ('note:f', 'hello')"), std::string());
    QCOMPARE(prepared(file()).records, Records::MadeAnew);
    const auto workspace = Workspace::openReadOnly(file());
    auto query = workspace->database().prepare("SELECT value FROM settings WHERE name = 'note:f'");
    QVERIFY(*query->step());
    QCOMPARE(query->text(0), std::string_view("hello"));
  }

  void killedBeforeTheSeal() {
    {
      auto workspace = Workspace::open(file(), false);
      QVERIFY(workspace->database().execute(
          "PRAGMA journal_mode = WAL; INSERT INTO settings VALUES ('note:x', 'late')"));
      // As a kill leaves it: the log is not folded in, and there is no seal of it.
      fs::copy_file(file(), at("killed"));
      fs::copy_file(file().string() + "-wal", at("killed-wal"));
    }
    QVERIFY(fs::file_size(at("killed-wal")) > 0);
    QVERIFY(!Workspace::openReadOnly(at("killed")));
    QCOMPARE(resultOf(at("killed")), m_honest);
    QVERIFY(!fs::exists(at("killed-wal")));
    const auto workspace = Workspace::openReadOnly(at("killed"));
    auto query = workspace->database().prepare("SELECT 1 FROM settings WHERE name = 'note:x'");
    QVERIFY(*query->step());
  }

  void aJournalOfSomebodyElseIsNotRead_data() {
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("wal") << QByteArray("-wal");
    QTest::newRow("journal") << QByteArray("-journal");
  }
  void aJournalOfSomebodyElseIsNotRead() {
    QFETCH(QByteArray, end);
    const fs::path journal = file().string() + end.toStdString();
    writeAll(journal, std::string(5000, 'j'));
    QVERIFY(!Workspace::openReadOnly(file()));
    QCOMPARE(resultOf(file()), m_honest);
    QVERIFY(!fs::exists(journal));
    // Nor is what a link of that name points to.
    writeAll(at("precious"), "precious");
    fs::create_symlink(at("precious"), journal);
    QCOMPARE(resultOf(file()), m_honest);
    QCOMPARE(bytesAt(at("precious")), std::string("precious"));
  }

#ifndef _WIN32
  void whereNothingCanBeWrittenACopyIsMadeAnew() {
    const auto everybody = fs::perms::all;
    fs::create_directory(at("fixed"));
    const fs::path fixed = at("fixed") / "w.plumbline";
    fs::copy_file(file(), fixed);
    fs::permissions(m_folder->path().toStdString(), everybody);
    for (const auto& entry : fs::recursive_directory_iterator(at("user"))) {
      fs::permissions(entry.path(), everybody);
    }
    fs::permissions(at("user"), everybody);
    for (const bool changed : {false, true}) {
      fs::permissions(at("fixed"), fs::perms::owner_all);
      fs::permissions(fixed, fs::perms::owner_all);
      if (changed) QCOMPARE(runSql(fixed, "DELETE FROM receipts"), std::string());
      const std::string before = bytesAt(fixed);
      fs::permissions(fixed, static_cast<fs::perms>(0444));
      fs::permissions(at("fixed"), static_cast<fs::perms>(0555));
      const NotRoot user;
      QCOMPARE(prepared(fixed).records, changed ? Records::MadeAnew : Records::AsTheyWere);
      QCOMPARE(prepared(fixed).records, Records::AsTheyWere);
      QCOMPARE(resultOf(fixed), m_honest);
      QCOMPARE(bytesAt(fixed), before);
      QVERIFY(!importInto(fixed, {}, {}, Progress()));
    }
    fs::permissions(at("fixed"), fs::perms::owner_all);
  }
#endif

  void anUnfinishedImportStaysUnfinished() {
    QCOMPARE(runSql(file(), "INSERT INTO settings VALUES ('import.unfinished', '2'), "
                            "('import.pending/9/x.csv', '')"),
             std::string());
    QVERIFY(resultOf(file()).contains("1 of 2 files are in"));
    QCOMPARE(runSql(file(), "DELETE FROM receipts"), std::string());
    QVERIFY(resultOf(file()).contains("1 of 2 files are in"));
    QVERIFY(prepareWorkspace(file(), IfUnfinished::Continue, Progress()));
    QVERIFY(resultOf(file()).contains("1 of 2 files are in"));
    QVERIFY(importInto(file(), {made("records")}, {}, Progress()));
  }

  void cancelledItLeavesEverythingAsItWas() {
    QCOMPARE(runSql(file(), "DELETE FROM receipts"), std::string());
    const std::string before = bytesAt(file());
    const auto names = sealNames();
    Progress progress;
    progress.cancel();
    const auto cancelled = prepareWorkspace(file(), IfUnfinished::Refuse, progress);
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    QCOMPARE(bytesAt(file()), before);
    QVERIFY(sealNames() == names);
    QCOMPARE(resultOf(file()), m_honest);
  }

  void theEvidenceOfARebuildIsTheSame() {
    const auto listOf = [](const fs::path& path) {
      const auto workspace = Workspace::openReadOnly(path);
      std::vector<std::string> out;
      const auto items = EvidenceStore(workspace->database()).list();
      for (const EvidenceItem& item : *items) {
        out.push_back(item.member + " " + item.sha256.hex() + " " + item.kind);
      }
      return out;
    };
    const auto before = listOf(file());
    QCOMPARE(runSql(file(), "DELETE FROM receipts"), std::string());
    QCOMPARE(prepared(file()).records, Records::MadeAnew);
    QVERIFY(listOf(file()) == before);
  }

  void aSealComesBackAsItWas() {
    Seal seal;
    seal.counter = 7;
    seal.engine = "e";
    seal.size = 65537;
    seal.evidenceRoot = sha256(bytesOf("root"));
    seal.settings = {{"plan", "{}\n\"x\""}};
    seal.problems = {{3, "a.csv", "refused\n"}, {9, "", ""}};
    seal.key = Gmac::newKey();
    seal.pieces = {Gmac(seal.key).tagOf(0, bytesOf("a")), Gmac(seal.key).tagOf(1, bytesOf("b"))};
    const std::string text = sealText(seal);
    const auto read = parseSeal(text);
    QVERIFY(read);
    QCOMPARE(sealText(*read), text);
    for (std::size_t length = 0; length < text.size(); ++length) {
      QVERIFY(!parseSeal(text.substr(0, length)));
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
      std::string bad = text;
      bad[i] ^= 4;
      QVERIFY(!parseSeal(bad));
    }
  }
};

PLUMBLINE_TEST(TestSeal)
#include "test_seal.moc"
