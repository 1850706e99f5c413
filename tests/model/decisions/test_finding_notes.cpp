// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/decisions/finding_notes.h"
#include "model/simulate/simulator.h"
#include "model/workspace/workspace.h"

#include "tests/model/vouched.h"
#include "tests/program.h"

using namespace plumbline;

namespace {

const std::string idA = "f-0123456789abcdef";
const std::string idB = "f-00000000000000ff";

QByteArray bytesAt(const fs::path& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<std::string> textOf(const AuditResult& audit) {
  std::vector<std::string> findings;
  for (const Finding& finding : audit.findings) findings.push_back(finding.toJson().dump());
  return findings;
}

Result<void> putSetting(const fs::path& workspace, const std::string& name,
                        const std::string& value) {
  PLUMBLINE_TRY(opened, Workspace::open(workspace, true));
  PLUMBLINE_TRY(query,
                opened.database().prepare("INSERT INTO settings (name, value) VALUES (?, ?)"));
  query.bind(1, name).bind(2, value);
  return query.run();
}

}  // namespace

class TestFindingNotes : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace = path("ws.plumbline");
  }

  void writtenIsRead() {
    QVERIFY(Workspace::open(m_workspace, true).ok());
    QVERIFY(readFindingNotes(m_workspace)->empty());
    const FindingNote seen{true, {}, Timestamp::milliseconds(5'403'999'960'000)};
    const FindingNote text{false, "asked \"Harbour\"\n\tthe 2nd time: \u00e9\u4e2d", Timestamp()};
    QVERIFY(writeFindingNote(m_workspace, idA, seen).ok());
    QVERIFY(writeFindingNote(m_workspace, idB, text).ok());
    QCOMPARE(*readFindingNotes(m_workspace), (FindingNotes{{idA, seen}, {idB, text}}));
    const FindingNote both{true, "seen", Timestamp::milliseconds(-1)};
    QVERIFY(writeFindingNote(m_workspace, idB, both).ok());
    QVERIFY(writeFindingNote(m_workspace, idA, FindingNote()).ok());  // an empty one goes away
    QCOMPARE(*readFindingNotes(m_workspace), (FindingNotes{{idB, both}}));
  }

  void refusals_data() {
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    const QByteArray id = QByteArray::fromStdString(idA);
    const int bad = static_cast<int>(ErrorCode::BadValue);
    QTest::newRow("empty id") << QByteArray() << QByteArray("x") << bad;
    QTest::newRow("other name") << QByteArray("plan") << QByteArray("x") << bad;
    QTest::newRow("capitals") << QByteArray("f-0123456789ABCDEF") << QByteArray("x") << bad;
    QTest::newRow("longer id") << id + '0' << QByteArray("x") << bad;
    QTest::newRow("no UTF-8") << id << QByteArray("\xff\xfe") << bad;
    QTest::newRow("control character") << id << QByteArray("a\x1b[2J") << bad;
    QTest::newRow("zero byte") << id << QByteArray("a\0b", 3) << bad;
    QTest::newRow("too long") << id << QByteArray(10'001, 'x')
                              << static_cast<int>(ErrorCode::TooLarge);
  }
  void refusals() {
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QVERIFY(Workspace::open(m_workspace, true).ok());
    const auto written =
        writeFindingNote(m_workspace, id.toStdString(), {true, text.toStdString(), {}});
    QVERIFY(!written.ok());
    QCOMPARE(static_cast<int>(written.error().code), code);
    QVERIFY(readFindingNotes(m_workspace)->empty());
  }

  void longestIsKept() {
    QVERIFY(Workspace::open(m_workspace, true).ok());
    // Every byte escaped is the longest a note can become in the workspace.
    const FindingNote longest{false, std::string(maxNoteBytes, '\n'), Timestamp()};
    QVERIFY(writeFindingNote(m_workspace, idA, longest).ok());
    QCOMPARE(readFindingNotes(m_workspace)->at(idA), longest);
  }

  void noWorkspaceIsNotMade() {
    QVERIFY(!readFindingNotes(m_workspace).ok());
    QVERIFY(!writeFindingNote(m_workspace, idA, {true, {}, {}}).ok());
    QVERIFY(!fs::exists(m_workspace));
  }

  void damagedEntriesAreLeftOut_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    const QByteArray name = "note:" + QByteArray::fromStdString(idA);
    QTest::newRow("no JSON") << name << QByteArray("{");
    QTest::newRow("an array") << name << QByteArray("[]");
    QTest::newRow("a member is missing")
        << name << QByteArray(R"({"acknowledged":true,"text":""})");
    QTest::newRow("a word for a flag")
        << name << QByteArray(R"({"acknowledged":"yes","text":"","time_ms":0})");
    QTest::newRow("a number for the text")
        << name << QByteArray(R"({"acknowledged":true,"text":7,"time_ms":0})");
    QTest::newRow("control character")
        << name << QByteArray(R"({"acknowledged":true,"text":"\u001b","time_ms":0})");
    QTest::newRow("too long") << name
                              << QByteArray(R"({"acknowledged":true,"text":")") +
                                     QByteArray(10'001, 'x') + QByteArray(R"(","time_ms":0})");
    QTest::newRow("no finding's id")
        << QByteArray("note:x") << QByteArray(R"({"acknowledged":true,"text":"","time_ms":0})");
  }
  void damagedEntriesAreLeftOut() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QVERIFY(putSetting(m_workspace, name.toStdString(), value.toStdString()).ok());
    const FindingNote good{true, "good", Timestamp()};
    QVERIFY(writeFindingNote(m_workspace, idB, good).ok());
    QCOMPARE(*readFindingNotes(m_workspace), (FindingNotes{{idB, good}}));
  }

  /// Notes are the user's own: no result, no finding, no verdict and no shared byte depends on
  /// them.
  void changeNothingElse() {
    SimulationOptions options;
    options.months = 2;
    options.loadsPerMonth = 60;
    options.jobsPerMonth = 20;
    options.fraud.relabel = 100'000;
    QVERIFY(simulate(options, path("records"), Progress()).ok());
    QVERIFY(importInto(m_workspace, {path("records")}, test::vouchedFor(path("records")),
                       Progress()).ok());
    const AuditPtr before = *runAudit(m_workspace, Progress());
    QVERIFY(before->findings.size() > 1);
    QVERIFY(shareAudit(m_workspace, path("before.plumb"), Progress()).ok());
    for (const Finding& finding : before->findings) {
      QVERIFY(writeFindingNote(m_workspace, finding.id, {true, "looked into", {}}).ok());
    }
    const AuditPtr after = *runAudit(m_workspace, Progress());
    QVERIFY(shareAudit(m_workspace, path("after.plumb"), Progress()).ok());
    QCOMPARE(after->resultsDigest, before->resultsDigest);
    QCOMPARE(after->decision(), before->decision());
    QCOMPARE(textOf(*after), textOf(*before));
    const QByteArray shared = bytesAt(path("before.plumb"));
    QVERIFY(!shared.isEmpty());
    QCOMPARE(bytesAt(path("after.plumb")), shared);
    QVERIFY(!shared.contains("looked into"));
    // Notes survive the computation: the ids are the same as before.
    const FindingNotes notes = *readFindingNotes(m_workspace);
    for (const Finding& finding : after->findings) QVERIFY(notes.contains(finding.id));
    // And what somebody else opens has none.
    QVERIFY(importInto(path("other.plumbline"), {path("after.plumb")}, {}, Progress()).ok());
    QVERIFY(readFindingNotes(path("other.plumbline"))->empty());
  }

 private:
  [[nodiscard]] fs::path path(const char* name) const {
    return fs::path(m_folder->path().toStdU16String()) / name;
  }
  std::unique_ptr<QTemporaryDir> m_folder;
  fs::path m_workspace;
};

PLUMBLINE_TEST(TestFindingNotes)
#include "test_finding_notes.moc"
