// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An import that was killed is told as unfinished, or was complete; never anything else.

#include <csignal>
#include <cstring>

#include <sqlite3.h>
#ifndef _WIN32
#include <sys/wait.h>
#include <unistd.h>
#endif

#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/simulate/simulator.h"
#include "model/workspace/unfinished.h"
#include "model/workspace/workspace.h"

#include "tests/program.h"

using namespace plumbline;

#ifndef _WIN32
namespace {

/// SQLite's own file system, which ends the process before a given write, or refuses that one and
/// all that follow as a full disk does.
int writesLeft = -1;  // -1: count only
bool refuse = false;
int writesDone = 0;
/// The database has other methods than the files beside it: those need no locks.
struct Methods {
  const sqlite3_io_methods* real = nullptr;
  sqlite3_io_methods ours;
};
Methods ofDatabase;
Methods ofOthers;
sqlite3_vfs ourVfs;
sqlite3_vfs* realVfs = nullptr;

int killingWrite(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
  ++writesDone;
  if (writesLeft == 0 && refuse) return SQLITE_FULL;
  if (writesLeft == 0) raise(SIGKILL);
  if (writesLeft > 0) --writesLeft;
  const Methods& methods = file->pMethods == &ofDatabase.ours ? ofDatabase : ofOthers;
  return methods.real->xWrite(file, bytes, count, at);
}

int killingOpen(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
  const int code = realVfs->xOpen(realVfs, name, file, flags, outFlags);
  if (code != SQLITE_OK || file->pMethods == nullptr) return code;
  if ((flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) == 0) return code;
  Methods& methods = (flags & SQLITE_OPEN_MAIN_DB) != 0 ? ofDatabase : ofOthers;
  methods.real = file->pMethods;
  methods.ours = *methods.real;
  methods.ours.xWrite = killingWrite;
  file->pMethods = &methods.ours;
  return code;
}

void useKillingVfs() {
  realVfs = sqlite3_vfs_find(nullptr);
  ourVfs = *realVfs;
  ourVfs.zName = "killing";
  ourVfs.pNext = nullptr;
  ourVfs.xOpen = killingOpen;
  sqlite3_vfs_register(&ourVfs, 1);
}

}  // namespace
#endif

class TestUnfinished : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
#ifdef _WIN32
    QSKIP("a kill is tried where there is fork()");
#endif
    SimulationOptions options;
    options.months = 1;
    options.loadsPerMonth = 10;
    QVERIFY(simulate(options, at("world"), Progress()));
    QVERIFY(importInto(at("whole"), {at("world")}, {}, Progress()));
    m_digest = digestOf(at("whole"));
    QVERIFY(!m_digest.empty());
  }

#ifndef _WIN32
  void aKillAtAnyWrite() {
    const int writes = importIn("counted", -1);
    QVERIFY2(writes > 20, qPrintable(QString::number(writes)));
    int unfinished = 0;
    const int stride = std::max(1, writes / 15);
    for (int before = 0; before < writes; before += before < writes - 20 ? stride : 1) {
      const std::string name = "killed" + std::to_string(before);
      QCOMPARE(importIn(name.c_str(), before), -SIGKILL);
      const auto audit = runAudit(at(name.c_str()), Progress());
      if (audit) {
        QCOMPARE((*audit)->resultsDigest.hex(), m_digest);
      } else if (audit.error().code != ErrorCode::NotFound) {
        QVERIFY2(audit.error().code == ErrorCode::Inconsistent, audit.error().text().c_str());
        QVERIFY(audit.error().message.text().find("unfinished") != std::string::npos);
        ++unfinished;
      }
      QVERIFY(importInto(at(name.c_str()), {at("world")}, {}, Progress()));
      QCOMPARE(digestOf(at(name.c_str())), m_digest);
    }
    QVERIFY(unfinished > 5);
  }
#endif

#ifndef _WIN32
  void aFullDiskAtAnyWrite() {
    const int writes = importIn("counted too", -1);
    QVERIFY2(writes > 20, qPrintable(QString::number(writes)));
    for (int before = 0; before < writes; before += before < writes - 8 ? 43 : 1) {
      const std::string name = "full" + std::to_string(before);
      const bool failed = importIn(name.c_str(), before, true) == -1;
      const auto audit = runAudit(at(name.c_str()), Progress());
      // Only what SQLite tidies up at the end may be left undone in silence.
      QVERIFY(failed || audit);
      if (audit) {
        QCOMPARE((*audit)->resultsDigest.hex(), m_digest);
      } else if (audit.error().code != ErrorCode::NotFound) {
        QVERIFY2(audit.error().message.text().find("unfinished") != std::string::npos,
                 audit.error().text().c_str());
        const bool taken = before % 2 == 0;
        if (taken) QVERIFY(takeBackImport(at(name.c_str()), Progress()));
        QCOMPARE(std::filesystem::exists(at(name.c_str())), !taken);
      }
      QVERIFY(importInto(at(name.c_str()), {at("world")}, {}, Progress()));
      QCOMPARE(digestOf(at(name.c_str())), m_digest);
    }
  }
#endif

  void everyReaderRefuses() {
    const auto marked = at("marked");
    std::filesystem::copy_file(at("whole"), marked);
    mark(marked, {"1/a.csv", "2/b.csv"});
    const Progress progress;
    const auto told = [](const auto& result) {
      return !result && result.error().code == ErrorCode::Inconsistent &&
             result.error().message.text().find("0 of 2 files") != std::string::npos;
    };
    QVERIFY(told(runAudit(marked, progress)));
    QVERIFY(told(verifyPath(marked, {}, progress)));
    QVERIFY(told(shareAudit(marked, at("out.plumb"), progress)));
    QVERIFY(!std::filesystem::exists(at("out.plumb")));
  }

  void anotherImportDoesNotEndIt() {
    const auto marked = at("other");
    std::filesystem::copy_file(at("whole"), marked);
    mark(marked, {"5/still-to-come.csv"});
    QVERIFY(importInto(marked, {at("world")}, {}, Progress()));
    QCOMPARE(runAudit(marked, Progress()).error().code, ErrorCode::Inconsistent);
  }

 private:
  fs::path at(const char* name) const { return fs::path(m_folder.path().toStdString()) / name; }
  static std::string digestOf(const fs::path& workspace) {
    const auto audit = runAudit(workspace, Progress());
    return audit ? (*audit)->resultsDigest.hex() : std::string();
  }
  static void mark(const fs::path& path, const std::vector<std::string>& files) {
    const auto workspace = Workspace::open(path, false);
    QVERIFY(workspace && markUnfinished(workspace->database(), files));
  }
#ifndef _WIN32
  /// Imports in a process of its own. The number of writes, minus the signal that ended it, or -1
  /// where it ended with an error.
  int importIn(const char* name, int killBefore, bool asFull = false) const {
    int pipes[2];
    if (pipe(pipes) != 0) return 0;
    const pid_t child = fork();
    if (child == 0) {
      useKillingVfs();
      writesLeft = killBefore;
      refuse = asFull;
      const bool good = importInto(at(name), {at("world")}, {}, Progress()).ok();
      if (write(pipes[1], &writesDone, sizeof writesDone) < 0) _exit(2);
      _exit(good ? 0 : 1);
    }
    close(pipes[1]);
    int status = 0;
    waitpid(child, &status, 0);
    int writes = 0;
    if (read(pipes[0], &writes, sizeof writes) < 0) writes = 0;
    close(pipes[0]);
    if (WIFSIGNALED(status)) return -WTERMSIG(status);
    return WEXITSTATUS(status) == 0 ? writes : -1;
  }
#endif

  QTemporaryDir m_folder;
  std::string m_digest;
};

PLUMBLINE_TEST(TestUnfinished)
#include "test_unfinished.moc"
