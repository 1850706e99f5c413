// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The list of keys that an earlier version kept in the workspace, on the command line: it is shown, and
// this very list becomes the user's own.

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "model/workspace/workspace.h"

#include "tests/app/cli_process.h"
#include "tests/program.h"

using plumbline::test::CliResult;
using plumbline::test::runCliIn;
using plumbline::test::words;

class TestOldKeysCommand : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QCOMPARE(run({"simulate", "--out", "world", "--seed", "5", "--months", "3", "--loads-per-month", "20"})
                 .exitCode,
             0);
    QCOMPARE(run({"import", "w", "world"}).exitCode, 0);
    QFile parties(m_folder.filePath(QStringLiteral("world/parties.txt")));
    QVERIFY(parties.open(QIODevice::ReadOnly));
    const auto workspace =
        plumbline::Workspace::open(m_folder.filePath(QStringLiteral("w")).toStdString(), false);
    QVERIFY(workspace);
    auto query = workspace->database().prepare("INSERT INTO settings VALUES ('trust.parties', ?)");
    const std::string list = parties.readAll().toStdString();
    query->bind(1, list);
    QVERIFY(query->run());
  }

  void isShownAndTakenOver() {
    QCOMPARE(run({"audit", "w"}).exitCode, 3);
    const CliResult shown = run({"oldkeys", "w"});
    QCOMPARE(shown.err, QByteArray());
    QCOMPARE(shown.exitCode, 0);
    const QByteArrayList lines = shown.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 9);
    for (const QByteArray& line : lines.first(8)) {
      QVERIFY2(line.startsWith("party "), line.constData());
      QCOMPARE(line.split(' ').size(), 14);  // twelve groups of digits
    }
    const CliResult json = run({"oldkeys", "w", "--json"});
    QCOMPARE(json.object()[QStringLiteral("keys")].toArray().size(), 8);
    const QByteArray list = json.object()[QStringLiteral("list")].toString().toUtf8();
    QVERIFY(lines.last().endsWith("plumbline-cli oldkeys w --take-over " + list));
    // Nothing counts yet, and no other list than the one that was shown.
    QCOMPARE(run({"audit", "w"}).exitCode, 3);
    const CliResult other = run({"oldkeys", "w", "--take-over", "0123456789abcdef"});
    QCOMPARE(other.exitCode, 3);
    QVERIFY2(other.err.contains("another one than you compared"), other.err.constData());
    QCOMPARE(run({"audit", "w"}).exitCode, 3);

    const CliResult taken = run({"oldkeys", "w", "--take-over", list.constData()});
    QCOMPARE(taken.err, QByteArray());
    QCOMPARE(taken.out, QByteArray("The keys are on your own list now.\n"));
    QCOMPARE(taken.exitCode, 0);
    QCOMPARE(run({"audit", "w"}).exitCode, 0);
    QCOMPARE(run({"oldkeys", "w"}).out, QByteArray("The workspace brings no list of keys.\n"));
    QCOMPARE(run({"oldkeys", "w", "--take-over", list.constData()}).exitCode, 2);
  }

 private:
  CliResult run(std::initializer_list<const char*> list) const {
    return runCliIn(m_folder.path(), words(list));
  }
  QTemporaryDir m_folder;
};

PLUMBLINE_TEST(TestOldKeysCommand)
#include "test_oldkeys_command.moc"
