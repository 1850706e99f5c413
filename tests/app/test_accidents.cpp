// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Accidents never make a false workspace: kills at any moment, disks that are full, and several
// programs at once. After each the workspace is what it was, or is told as unfinished, or is what an
// undisturbed import makes.
#include <csignal>
#include <limits>

#ifndef _WIN32
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include "model/decisions/finding_notes.h"

#include "tests/app/cli_process.h"
#include "tests/program.h"

using plumbline::test::CliResult;
using plumbline::test::runCliIn;

namespace {

constexpr int kills = 200;
constexpr int notVerifiable = 3;
constexpr int internal = 4;
constexpr char receiptsOfAMill[] =
    R"([{"dateTimeReceived":"2026-10-05T09:30:00Z","yourUniqueReference":"T1",)"
    R"("receiver":{"siteName":"Mill","authorisationNumber":"P1"},"wasteItems":[)"
    R"({"ewcCodes":["150102"],"weight":{"metric":"Tonnes","amount":1.2}}]}])";

/// A killed process takes nothing of a file with it that it had written, on whatever disk: so the
/// kills need none, and wait for none.
QString roomInMemory() {
  const QFileInfo memory(QStringLiteral("/dev/shm"));
  const QString room = memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath();
  return room + QStringLiteral("/plumbline-XXXXXX");
}

/// The chance of 9,999 orders of jobs is what an audit spends most of its time on. It is not what is
/// tried here.
constexpr char quickPlan[] =
    R"({"version":1,"tolerance_profile":"bulk-10","receipt_deadline_days":30,)"
    R"("accusation_alpha_ppm":10000,"coverage_factor_milli":2000,"materiality_ppm":5000,)"
    R"("permutations":99,"seed":20260101})";

#ifndef _WIN32
/// This process may write files of at most so many bytes; a larger one is an error, no signal.
void limitFiles(rlim_t bytes) {
  signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{bytes, bytes};
  setrlimit(RLIMIT_FSIZE, &limit);
}

class Limited : public QProcess {
 public:
  explicit Limited(rlim_t bytes) {
    setChildProcessModifier([bytes] { limitFiles(bytes); });
  }
};
#endif

}  // namespace

class TestAccidents : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
#ifdef _WIN32
    QSKIP("signals and limits of the system are tried where there are any");
#endif
    QVERIFY(m_folder.isValid());
    qputenv("PLUMBLINE_DATA", m_folder.filePath(QStringLiteral("user")).toUtf8());
    good({"simulate", "--out", "world", "--months", "1", "--loads-per-month", "10"});
    good({"simulate", "--out", "large", "--months", "3", "--loads-per-month", "60"});
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("world/audit")));
    write(QStringLiteral("world/audit/plan.json"), quickPlan);
    good({"import", "whole", "world", "--parties", "world/parties.txt"});
    good({"import", "whole-large", "large", "--parties", "large/parties.txt"});
    good({"keygen", "ada.key", "--name", "ada.example"});
    write(QStringLiteral("receipts.json"), receiptsOfAMill);
    good({"keygen", "bert.key", "--name", "bert.example"});
    copy("whole", "rich");
    good({"import", "rich", "receipts.json"});
    m_richDigest = digestOf(QStringLiteral("rich"));
    QVERIFY(!m_richDigest.isEmpty());
    m_digest = digestOf(QStringLiteral("whole"));
    m_largeDigest = digestOf(QStringLiteral("whole-large"));
    QVERIFY(!m_digest.isEmpty() && !m_largeDigest.isEmpty());
  }

#ifndef _WIN32
  /// From nothing: every other one is taken back instead of finished.
  void killsAtAnyMoment() {
    const QStringList words{QStringLiteral("import"), QStringLiteral("k"), QStringLiteral("world"),
                            QStringLiteral("--parties"), QStringLiteral("world/parties.txt")};
    // The first one reads the program from the disk; the kills are spread over what the others take.
    qint64 whole = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 3; ++i) {
      remove(QStringLiteral("k"));
      QElapsedTimer timer;
      timer.start();
      QCOMPARE(run(words).exitCode, 0);
      whole = std::min(whole, std::max<qint64>(timer.nsecsElapsed() / 1000, 1000));
    }
    int unfinished = 0;
    int finished = 0;
    for (int i = 0; i < kills; ++i) {
      remove(QStringLiteral("k"));
      const auto after = static_cast<unsigned long>(whole * i / kills);
      if (!killedAfter(words, after)) ++finished;
      const CliResult audit = run({"audit", "k", "--json"});
      if (isDigest(audit, m_digest)) continue;
      if (audit.exitCode == 2) {
        QVERIFY2(audit.err.contains("there is no such workspace"), audit.err.constData());
      } else {
        QVERIFY2(audit.exitCode == notVerifiable, audit.err.constData());
        QVERIFY2(audit.err.contains("the import is unfinished: "), audit.err.constData());
        ++unfinished;
        if (i % 2 == 0) {
          const CliResult taken = run({"import", "k", "--take-back"});
          QVERIFY2(taken.exitCode == 0, taken.err.constData());
          QVERIFY(!QFile::exists(at("k")));
        }
      }
      // Once in a while: it costs as much as the whole kill.
      if (i % 5 == 0) {
        QCOMPARE(run(words).exitCode, 0);
        QVERIFY(isDigest(run({"audit", "k", "--json"}), m_digest));
      }
    }
    qInfo("%d of %d imports ended before the kill, %d were left unfinished", finished, kills,
          unfinished);
  }

  /// Into a workspace with something in it.
  void killsOfASecondImport() {
    good({"import", "base", "large", "--parties", "large/parties.txt"});
    const QStringList words{QStringLiteral("import"), QStringLiteral("k2"), QStringLiteral("world")};
    for (int i = 0; i < 10; ++i) {
      copy("base", "k2");
      static_cast<void>(killedAfter(words, static_cast<unsigned long>(6'000 + i * 6'000)));
      const CliResult audit = run({"audit", "k2", "--json"});
      if (audit.exitCode == notVerifiable && audit.err.contains("the import is unfinished: ")) {
        const CliResult taken = run({"import", "k2", "--take-back"});
        QVERIFY2(taken.exitCode == 0, taken.err.constData());
        QVERIFY(isDigest(run({"audit", "k2", "--json"}), m_largeDigest));
      }
      QVERIFY(run(words).exitCode != internal);
      const QString after = digestOf(QStringLiteral("k2"));
      if (m_bothDigest.isEmpty()) m_bothDigest = after;
      QCOMPARE(after, m_bothDigest);
      // It was an accident, and nobody else's hand.
      QVERIFY(!run({"verify", "k2"}).err.contains("evidence was added"));
    }
  }

  void aFullDisk_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("output");  // a file that was there and stays as it was
    const auto row = [](const QByteArray& name, std::initializer_list<const char*> list, int limit,
                        const char* output = "") {
      QStringList words;
      for (const char* word : list) words << QString::fromLatin1(word);
      QTest::newRow(name.constData()) << words << limit << QString::fromLatin1(output);
    };
    // Nearly nothing can be written, not even what SQLite needs to read beside a writer.
    constexpr int none = 100;
    // Reading works; a page of the workspace or a whole output does not fit.
    constexpr int little = 40'000;
    for (const int limit : {none, little}) {
      const auto name = [limit](const char* command) {
        return QByteArray(command) + ' ' + QByteArray::number(limit);
      };
      row(name("import"), {"import", "w", "large"}, limit);
      row(name("import anew"), {"import", "fresh", "large"}, limit);
      row(name("open"), {"open", "a.plumb", "fresh"}, limit);
      row(name("sign"), {"sign", "w", "--key", "ada.key"}, limit);
      row(name("endorse"), {"endorse", "w", "--key", "ada.key"}, limit);
      row(name("vouch"), {"vouch", "w", "receipts.json", "--key", "ada.key", "--from", "the mill",
                          "--obtained", "2026-11-02", "--how", "asked"}, limit);
      row(name("link"), {"link", "w", "RECORD", "RECEIPT", "--key", "ada.key", "--not"}, limit);
      row(name("keys"), {"import", "w", "--parties", "long.txt"}, limit);
      row(name("tables"), {"tables", "--workspace", "w", "--use", "prices.tsv"}, limit);
      row(name("share"), {"share", "w", "old"}, limit, "old");
      row(name("report"), {"report", "w", "old.pdf"}, limit, "old.pdf");
      row(name("web page"), {"report", "w", "old.html"}, limit, "old.html");
    }
    row("export", {"export", "w", "folder"}, none);
    row("quote", {"quote", "w", "RECORD", "old", "--table", "shipments"}, none, "old");
    row("key", {"keygen", "new.key", "--name", "x"}, none);
    row("map", {"map", "table.csv", "--out", "old"}, none, "old");
    row("simulate", {"simulate", "--out", "made", "--months", "1", "--loads-per-month", "10"}, none);
  }
  void aFullDisk() {
    QFETCH(QStringList, words);
    QFETCH(int, limit);
    QFETCH(QString, output);
    prepareForFullDisk();
    words.replaceInStrings(QStringLiteral("RECORD"), m_record);
    words.replaceInStrings(QStringLiteral("RECEIPT"), m_receipt);
    const QJsonObject before = auditOf(QStringLiteral("w"));
    const QByteArray old = "what was there before\n";
    if (!output.isEmpty()) write(output, old);
    Limited process(static_cast<rlim_t>(limit));
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral(PLUMBLINE_CLI_PATH), words);
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray said = process.readAllStandardError();
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QVERIFY2(process.exitCode() == internal, said.constData());
    QVERIFY2(said.contains("File too large") || said.contains("full"), said.constData());
    if (!output.isEmpty()) QCOMPARE(read(output), old);
    QVERIFY(!QFile::exists(at("fresh")));
    QVERIFY(!QFile::exists(at("new.key")));
    QVERIFY(!QFile::exists(at("new.key.pub")));
    isAsBefore(before, words.first() == QLatin1String("import"));
    const QStringList parts =
        QDir(m_folder.path()).entryList({QStringLiteral(".plumbline*")}, QDir::AllEntries | QDir::Hidden);
    QVERIFY2(parts.isEmpty(), qPrintable(parts.join(u' ')));
  }

  /// A note is written by the desktop program only.
  void aNoteOnAFullDisk() {
    prepareForFullDisk();
    const QJsonObject before = auditOf(QStringLiteral("w"));
    const auto path = m_folder.filePath(QStringLiteral("w")).toStdString();
    const pid_t child = fork();
    if (child == 0) {
      limitFiles(40'000);
      const auto written = plumbline::writeFindingNote(path, "f-0123456789abcdef", {true, "seen", {}});
      const bool told = !written && written.error().text().find("File too large") != std::string::npos;
      _exit(told ? 0 : 1);
    }
    int status = -1;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
    isAsBefore(before);
    const auto notes = plumbline::readFindingNotes(path);
    QVERIFY(notes.ok() && notes->empty());
  }

  /// The same on a file system that is full.
  void aFullFileSystem() {
    const QString script =
        QStringLiteral("mkdir m && mount -t tmpfs -o size=1m plumbline m && head -c 900000 "
                       "/dev/zero > m/filler && \"%1\" import m/w large; echo \"exit $?\"; ls -A m")
            .arg(QStringLiteral(PLUMBLINE_CLI_PATH));
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral("unshare"), {QStringLiteral("-rm"), QStringLiteral("sh"),
                                              QStringLiteral("-c"), script});
    if (!process.waitForFinished(60'000) || process.error() == QProcess::FailedToStart) {
      QSKIP("no file system can be mounted here");
    }
    const QByteArray out = process.readAllStandardOutput();
    const QByteArray said = process.readAllStandardError();
    if (!out.contains("filler")) QSKIP("no file system can be mounted here");
    QVERIFY2(out.contains("exit 4"), (out + said).constData());
    QVERIFY2(said.contains("full") || said.contains("No space left on device"), said.constData());
  }
#endif

  void twoImportsAtOnce() {
    for (int i = 0; i < 3; ++i) {
      remove(QStringLiteral("r"));
      const QStringList words{QStringLiteral("import"), QStringLiteral("r"), QStringLiteral("large"),
                              QStringLiteral("--parties"), QStringLiteral("large/parties.txt")};
      const auto both = runTogether({words, words, {QStringLiteral("audit"), QStringLiteral("r")}});
      QVERIFY2(both[0].exitCode == 0 || both[1].exitCode == 0, both[0].err.constData());
      for (const int each : {0, 1}) {
        const bool waited = both[each].exitCode == internal &&
                            both[each].err.contains("is being written to by process");
        QVERIFY2(both[each].exitCode == 0 || waited, both[each].err.constData());
      }
      // The audit beside them saw nothing, half an import that it told, or all of it.
      QVERIFY2(both[2].exitCode < internal || both[2].err.contains("changed while it was read"),
               both[2].err.constData());
      const CliResult audit = run({"audit", "r", "--json"});
      QVERIFY(isDigest(audit, m_largeDigest));
      QCOMPARE(audit.object()[QStringLiteral("row_counts")],
               run({"audit", "whole-large", "--json"}).object()[QStringLiteral("row_counts")]);
    }
  }

  void anAuditBesideAnImport() {
    for (int i = 0; i < 4; ++i) {
      copy("whole", "r");
      const QStringList audit{QStringLiteral("audit"), QStringLiteral("r"), QStringLiteral("--json")};
      const QStringList import{QStringLiteral("import"), QStringLiteral("r"), QStringLiteral("large")};
      const auto all = runTogether({import, audit, audit, audit});
      const QString after = digestOf(QStringLiteral("r"));
      for (std::size_t each = 1; each < all.size(); ++each) {
        const bool told = all[each].err.contains("the import is unfinished: ") ||
                          all[each].err.contains("changed while it was read") ||
                          all[each].err.contains("is being written to by process");
        QVERIFY2(told || isDigest(all[each], m_digest) || isDigest(all[each], after),
                 all[each].err.constData());
      }
    }
  }

  void twoVouchAtOnce() {
    good({"import", "v", "receipts.json"});
    std::vector<QStringList> all;
    for (const char* key : {"ada.key", "bert.key", "ada.key", "bert.key"}) {
      all.push_back({QStringLiteral("vouch"), QStringLiteral("v"), QStringLiteral("receipts.json"),
                     QStringLiteral("--key"), QString::fromLatin1(key), QStringLiteral("--from"),
                     QStringLiteral("the mill"), QStringLiteral("--obtained"),
                     QStringLiteral("2026-11-02"), QStringLiteral("--how"), QStringLiteral("asked")});
    }
    for (const CliResult& each : runTogether(all)) {
      QVERIFY2(each.exitCode == 0, each.err.constData());
    }
    const QJsonArray files = run({"audit", "v", "--json"}).object()[QStringLiteral("unsigned_files")].toArray();
    QCOMPARE(files.size(), 1);
    QCOMPARE(files[0][QStringLiteral("vouches")].toArray().size(), 2);
  }

 private:
  [[nodiscard]] QString at(const char* name) const {
    return m_folder.filePath(QString::fromLatin1(name));
  }
  [[nodiscard]] CliResult run(const QStringList& words) const { return runCliIn(m_folder.path(), words); }
  [[nodiscard]] CliResult run(std::initializer_list<const char*> list) const {
    QStringList words;
    for (const char* word : list) words << QString::fromUtf8(word);
    return run(words);
  }
  void good(std::initializer_list<const char*> list) const {
    const CliResult result = run(list);
    QVERIFY2(result.exitCode == 0, result.err.constData());
  }
  [[nodiscard]] QString digestOf(const QString& workspace) const {
    return run({QStringLiteral("audit"), workspace, QStringLiteral("--json")})
        .object()[QStringLiteral("results_digest")]
        .toString();
  }
  [[nodiscard]] QJsonObject auditOf(const QString& workspace) const {
    return run({QStringLiteral("audit"), workspace, QStringLiteral("--json")}).object();
  }
  /// The workspace `w` is what it was, with who signed it and every word of people; an import may say
  /// that it is unfinished.
  void isAsBefore(const QJsonObject& before, bool isImport = false) const {
    const CliResult audit = run({"audit", "w", "--json"});
    if (isImport && audit.err.contains("the import is unfinished: ")) return;
    QVERIFY2(isDigest(audit, m_richDigest), audit.err.constData());
    const QJsonObject after = audit.object();
    for (const char* part : {"sign_offs", "unsigned_files", "findings", "claims", "authors"}) {
      QCOMPARE(after[QLatin1String(part)], before[QLatin1String(part)]);
    }
  }
  static bool isDigest(const CliResult& audit, const QString& digest) {
    return !digest.isEmpty() &&
           audit.object()[QStringLiteral("results_digest")].toString() == digest;
  }
  void write(const QString& name, const QByteArray& bytes) const {
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
  }
  [[nodiscard]] QByteArray read(const QString& name) const {
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  void remove(const QString& workspace) const {
    for (const char* end : {"", "-wal", "-shm", "-lock"}) {
      QFile::remove(m_folder.filePath(workspace + QLatin1String(end)));
    }
    const QStringList parts = QDir(m_folder.path())
                                  .entryList({QStringLiteral(".plumbline*")},
                                             QDir::AllEntries | QDir::Hidden);
    for (const QString& part : parts) QFile::remove(m_folder.filePath(part));
  }
  void copy(const char* from, const char* to) const {
    remove(QString::fromLatin1(to));
    QVERIFY(QFile::copy(at(from), at(to)));
  }
  /// Every file that the rows name, small where the limit is to be met by the output.
  void prepareForFullDisk() {
    for (const char* name : {"w", "fresh"}) remove(QString::fromLatin1(name));
    for (const char* name : {"new.key", "new.key.pub"}) QFile::remove(at(name));
    QDir(at("made")).removeRecursively();
    QDir(at("folder")).removeRecursively();
    copy("rich", "w");
    write(QStringLiteral("long.txt"), read(QStringLiteral("world/parties.txt")) +
                                          "# " + QByteArray(50'000, 'x') + "\n");
    if (!QFile::exists(at("a.plumb"))) good({"share", "whole", "a.plumb"});
    if (!QFile::exists(at("prices.tsv"))) {
      const QString name = run({"tables", "--json"}).object()[QStringLiteral("tables")][0]
                               [QStringLiteral("table")].toString();
      write(QStringLiteral("prices.tsv"), run({QStringLiteral("tables"), QStringLiteral("--print"), name}).out);
      write(QStringLiteral("table.csv"), "Nummer,Netto kg\n1,200\n2,300\n");
    }
    if (m_record.isEmpty()) {
      good({"export", "whole", "exported"});
      m_record = firstRecord(QStringLiteral("shipments"));
      m_receipt = firstRecord(QStringLiteral("receipts"));
      QVERIFY(!m_record.isEmpty() && !m_receipt.isEmpty());
    }
  }
  [[nodiscard]] QString firstRecord(const QString& table) const {
    const QString folder = QStringLiteral("exported/") + table + QLatin1Char('/');
    const QString file = QDir(m_folder.filePath(folder)).entryList(QDir::Files).value(0);
    return QString::fromUtf8(read(folder + file).split('\n').value(1).split(',').value(0));
  }
  [[nodiscard]] std::vector<CliResult> runTogether(const std::vector<QStringList>& all) const {
    std::vector<std::unique_ptr<QProcess>> running;
    for (const QStringList& words : all) {
      running.push_back(std::make_unique<QProcess>());
      running.back()->setWorkingDirectory(m_folder.path());
      running.back()->start(QStringLiteral(PLUMBLINE_CLI_PATH), words);
    }
    std::vector<CliResult> results;
    for (const auto& process : running) {
      CliResult result;
      if (process->waitForFinished(120'000)) result.exitCode = process->exitCode();
      result.out = process->readAllStandardOutput();
      result.err = process->readAllStandardError();
      results.push_back(result);
    }
    return results;
  }
#ifndef _WIN32
  /// False where the import was through before.
  [[nodiscard]] bool killedAfter(const QStringList& words, unsigned long microseconds) const {
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral(PLUMBLINE_CLI_PATH), words);
    if (!process.waitForStarted()) return false;
    QThread::usleep(microseconds);
    process.kill();
    process.waitForFinished();
    return process.exitStatus() == QProcess::CrashExit;
  }
#endif

  QTemporaryDir m_folder{roomInMemory()};
  QString m_digest;
  QString m_largeDigest;
  QString m_bothDigest;
  QString m_richDigest;
  QString m_record;
  QString m_receipt;
};

PLUMBLINE_TEST(TestAccidents)
#include "test_accidents.moc"
