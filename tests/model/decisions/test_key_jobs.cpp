// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "model/decisions/key_file.h"

#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;

/// One key, one job: the file says which, and nothing else is done with it.
class TestKeyJobs : public QObject {
  Q_OBJECT

  std::filesystem::path file() const {
    return std::filesystem::path(m_dir->path().toStdString()) / "a.key";
  }
  static PrivateKey key() {
    return PrivateKey::fromSeed(std::vector<std::byte>(32, std::byte{5})).value();
  }
  std::unique_ptr<QTemporaryDir> m_dir;

 private Q_SLOTS:
  void init() { m_dir = std::make_unique<QTemporaryDir>(); }

  void theJobIsKept_data() {
    QTest::addColumn<int>("job");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<int>("type");
    const auto row = [](const char* name, KeyJob job, const char* start, int type) {
      QTest::newRow(name) << static_cast<int>(job) << QByteArray(start) << type;
    };
    row("person", KeyJob::Person, "Name: a\n-----BEGIN", 1);
    row("party", KeyJob::Party, "Name: a\nJob: party\n-----BEGIN", 1);
    row("log", KeyJob::Log, "Name: a\nJob: log\n-----BEGIN", 1);
    row("witness", KeyJob::Witness, "Name: a\nJob: witness\n-----BEGIN", 4);
  }
  void theJobIsKept() {
    QFETCH(int, job);
    QFETCH(QByteArray, start);
    QFETCH(int, type);
    const auto made = static_cast<KeyJob>(job);
    QVERIFY(writeKeyFile(file(), {"a", key(), made}, "secret").ok());
    QVERIFY(test::readBytes(file()).starts_with(start.toStdString()));
    QVERIFY(*keyFileNeedsPassphrase(file()));
    for (const KeyJob asked : {KeyJob::Person, KeyJob::Party, KeyJob::Log, KeyJob::Witness}) {
      const auto read = readKeyFile(file(), "secret", asked);
      if (asked != made) {
        QCOMPARE(read.error().code, ErrorCode::BadKey);
        continue;
      }
      QVERIFY(read.ok());
      QVERIFY(read->job == made);
      const auto verifier = NoteVerifier::fromVkey(read->vkey());
      QVERIFY(verifier.ok());
      QCOMPARE(static_cast<int>(verifier->type()), type);
      QVERIFY(verifier->key() == key().publicKey());
    }
  }

  void linesMayEndInCarriageReturns() {
    test::writeBytes(file(), "Name: a\r\nJob: log\r\n" + key().toPem());
    const auto read = readKeyFile(file(), {}, KeyJob::Log);
    QVERIFY(read.ok());
    QCOMPARE(read->name, std::string("a"));
  }

  void anUnknownJobIsRefused_data() {
    QTest::addColumn<QByteArray>("line");
    for (const char* line :
         {"Job: boss\n", "Job: \n", "Job: Log\n", "Job: log log\n", "Job: log"}) {
      QTest::newRow(line) << QByteArray(line);
    }
  }
  void anUnknownJobIsRefused() {
    QFETCH(QByteArray, line);
    test::writeBytes(file(), "Name: a\n" + line.toStdString() + key().toPem());
    for (const KeyJob asked : {KeyJob::Person, KeyJob::Log}) {
      QCOMPARE(readKeyFile(file(), {}, asked).error().code, ErrorCode::Unsupported);
    }
  }
};

PLUMBLINE_TEST(TestKeyJobs)
#include "test_key_jobs.moc"
