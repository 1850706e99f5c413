// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A folder, an audit file and a workspace with the same evidence verify to the same five rows.

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"

#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

class TestSession : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QTemporaryDir> m_folder;
  Progress m_progress;
  fs::path path(const std::string& name) const {
    return fs::path(m_folder->path().toStdString()) / name;
  }
  std::string rows(const fs::path& where) const {
    const auto report = verifyPath(where, {}, m_progress);
    return report ? report->evidence.toJson().dump() : report.error().text();
  }

 private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(path("p/deep/down"), {{"sites", "id,name\nS1,Harbour\n"},
                                        {"materials", "code,name,class\nM1,Pellet,product\n"}});
    plant.close(path("p/deep/down"));
    writeTrust(path("p/deep"), {&plant});
  }

  void verifiesAFolderAnAuditFileAndAWorkspaceAlike() {
    const std::string expected = rows(path("p"));
    QVERIFY(expected.find("\"in_the_log\":{\"state\":\"passed\"") != std::string::npos);
    QVERIFY(importInto(path("w.plumbline"), {path("p")}, {}, m_progress));
    QCOMPARE(rows(path("w.plumbline")), expected);
    QVERIFY(shareAudit(path("w.plumbline"), path("a.plumb"), m_progress));
    QCOMPARE(rows(path("a.plumb")), expected);
    // An audit file that lies in a folder is opened as well.
    fs::create_directories(path("mail/attachments"));
    fs::rename(path("a.plumb"), path("mail/attachments/a.plumb"));
    QCOMPARE(rows(path("mail")), expected);
  }

  void verifyingWritesNothing() {
    QVERIFY(importInto(path("w.plumbline"), {path("p")}, {}, m_progress));
    const std::string before = readBytes(path("w.plumbline"));
    rows(path("p"));
    rows(path("w.plumbline"));
    QCOMPARE(readBytes(path("w.plumbline")), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             (QStringList{QStringLiteral("p"), QStringLiteral("w.plumbline")}));
  }

  void whatIsNotThereIsAnError() {
    QCOMPARE(verifyPath(path("absent"), {}, m_progress).error().code, ErrorCode::NotFound);
    ImportOptions options;
    options.parties = path("absent.txt");
    QCOMPARE(importInto(path("w.plumbline"), {path("p")}, options, m_progress).error().code,
             ErrorCode::NotFound);
  }

  void aFileThatIsNoWorkspaceIsNotTouched() {
    writeBytes(path("letter.plumbline"), "Dear all");
    QCOMPARE(importInto(path("letter.plumbline"), {path("p")}, {}, m_progress).error().code,
             ErrorCode::Malformed);
    QCOMPARE(readBytes(path("letter.plumbline")), std::string("Dear all"));
  }

  void trustFilesOfTheUserMustBeRight() {
    const TestPublisher plant("north", Role::Plant, 1);
    writeBytes(path("mine.txt"), plant.partyLine() + plant.partyLine());
    ImportOptions options;
    options.parties = path("mine.txt");
    const auto report = importInto(path("w.plumbline"), {path("p")}, options, m_progress);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Duplicate);
  }

  void aTableOfAnUnknownNameIsNamed() {
    TestPublisher plant("north", Role::Plant, 1);
    plant.publish(path("q"), std::vector<TestTable>{{"weather", "id\nW1\n"}});
    plant.close(path("q"));
    writeTrust(path("q"), {&plant});
    const auto report = importInto(path("w.plumbline"), {path("q")}, {}, m_progress);
    QVERIFY(report);
    QCOMPARE(report->problems.size(), std::size_t(1));
    QVERIFY(report->problems[0].text().find("\"weather\"") != std::string::npos);
    QVERIFY(rows(path("w.plumbline")).find("table_unreadable") != std::string::npos);
  }
};

PLUMBLINE_TEST(TestSession)
#include "test_session.moc"
