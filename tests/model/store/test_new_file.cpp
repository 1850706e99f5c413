// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files that come into being whole or not at all, and the lock of one writer.

#include <fstream>
#include <thread>

#include <QTemporaryDir>
#include <QTest>

#include "model/store/new_file.h"
#include "model/workspace/workspace.h"
#include "model/workspace/writer_lock.h"

#ifndef _WIN32
#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>

#include "tests/program.h"
#endif

using namespace plumbline;
namespace fs = std::filesystem;

class TestNewFile : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QTemporaryDir> m_folder;
  fs::path at(const char* name) const { return fs::path(m_folder->path().toStdString()) / name; }
  static void put(const fs::path& path, std::string_view text) {
    std::ofstream(path, std::ios::binary) << text;
  }
  static std::string textAt(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::size_t filesHere() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(at("")), fs::directory_iterator()));
  }
  static Result<void> writeTo(const fs::path& path, NewFile::Existing existing,
                              std::string_view text) {
    PLUMBLINE_TRY(file, NewFile::open(path, existing));
    PLUMBLINE_CHECK(file.write(bytesOf(text)));
    return file.commit();
  }

 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void writesAndReplaces() {
    QVERIFY(writeTo(at("a"), NewFile::Existing::Refuse, "one"));
    QCOMPARE(writeTo(at("a"), NewFile::Existing::Refuse, "two").error().code, ErrorCode::Duplicate);
    QCOMPARE(textAt(at("a")), std::string("one"));
    QVERIFY(writeTo(at("a"), NewFile::Existing::Replace, "three"));
    QCOMPARE(textAt(at("a")), std::string("three"));
    QCOMPARE(filesHere(), std::size_t(1));
  }

  void whatIsNotCommittedLeavesNothing() {
    put(at("a"), "old");
    {
      const auto file = NewFile::open(at("a"), NewFile::Existing::Replace);
      QVERIFY(file && file->write(bytesOf("new")));
    }
    QCOMPARE(textAt(at("a")), std::string("old"));
    QCOMPARE(filesHere(), std::size_t(1));
  }

#ifndef _WIN32
  void refusesWhatItMustNotReplace_data() {
    QTest::addColumn<QByteArray>("kind");
    for (const char* kind : {"folder", "fifo", "link", "dangling", "workspace", "wal", "key"}) {
      QTest::newRow(kind) << QByteArray(kind);
    }
  }
  void refusesWhatItMustNotReplace() {
    QFETCH(QByteArray, kind);
    fs::path out = at("out");
    put(at("victim"), "precious");
    if (kind == "folder") fs::create_directory(out);
    if (kind == "fifo") QCOMPARE(mkfifo(out.c_str(), 0600), 0);
    if (kind == "link") fs::create_symlink(at("victim"), out);
    if (kind == "dangling") fs::create_symlink(at("nowhere"), out);
    if (kind == "workspace" || kind == "wal") QVERIFY(Workspace::open(out, true));
    if (kind == "wal") out = at("out-wal");
    if (kind == "key") put(out, "Name: x\n-----BEGIN PRIVATE KEY-----\n");
    const auto before = fs::symlink_status(out).type();
    const auto files = filesHere();
    QCOMPARE(checkOutput(out).error().code, ErrorCode::Usage);
    QCOMPARE(writeTo(out, NewFile::Existing::Replace, "new").error().code, ErrorCode::Usage);
    QCOMPARE(fs::symlink_status(out).type(), before);
    QCOMPARE(textAt(at("victim")), std::string("precious"));
    QVERIFY(!fs::exists(at("nowhere")));
    QCOMPARE(filesHere(), files);
  }

  void refusesAnInputUnderAnotherName() {
    put(at("in"), "precious");
    fs::create_hard_link(at("in"), at("out"));
    const fs::path inputs[] = {at("in")};
    QCOMPARE(checkOutput(at("out"), inputs).error().code, ErrorCode::Usage);
    QVERIFY(checkOutput(at("other"), inputs));
  }

  void aFullDiskIsAnErrorWithItsReason() {
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 4096;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto written =
        writeTo(at("a"), NewFile::Existing::Refuse, std::string(100'000, 'x'));
    const auto workspace = Workspace::open(at("w"), true);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QCOMPARE(written.error().code, ErrorCode::Io);
    QVERIFY2(written.error().message.text().find("too large") != std::string::npos,
             written.error().message.text().c_str());
    QVERIFY(!workspace);
    QVERIFY(!fs::exists(at("w")));
    QCOMPARE(filesHere(), std::size_t(0));
    QVERIFY(Workspace::open(at("w"), true));  // nothing is in its way
  }

  void aWorkspaceIsItsOwners() {
    QVERIFY(Workspace::open(at("w"), true));
    struct stat status {};
    QCOMPARE(stat(at("w").c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
  }
#endif

  void oneWriterBetweenThreads() {
    const auto held = WriterLock::take(at("w"));
    QVERIFY(held);
    std::optional<Error> refused;
    std::thread([&] {
      auto other = WriterLock::take(at("w"));
      if (!other) refused = other.error();
    }).join();
    QVERIFY(refused.has_value());
    QCOMPARE(refused->code, ErrorCode::Store);
    const std::string holder = "process " + std::to_string(QCoreApplication::applicationPid());
    QVERIFY2(refused->message.text().find(holder) != std::string::npos, refused->message.text().c_str());
  }

  void theLockLeavesNothingBehind() {
    { QVERIFY(WriterLock::take(at("w"))); }
    QCOMPARE(filesHere(), std::size_t(0));
    QVERIFY(WriterLock::take(at("w")));
  }

  void aDamagedPageIsTold() {
    QVERIFY(Workspace::open(at("w"), true));
    QVERIFY(Workspace::openReadOnly(at("w"))->checkPages(Progress()));
    {
      std::fstream file(at("w"), std::ios::binary | std::ios::in | std::ios::out);
      file.seekp(5 * 65536);
      file << std::string(65536, '\x5a');
    }
    const auto workspace = Workspace::openReadOnly(at("w"));
    QVERIFY(workspace);
    QCOMPARE(workspace->checkPages(Progress()).error().code, ErrorCode::Malformed);
  }
};

PLUMBLINE_TEST(TestNewFile)
#include "test_new_file.moc"
