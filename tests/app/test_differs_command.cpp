// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// "They differ" on the command line: exact stdout, stderr and exit code, and what the audit then says.

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "crypto/note.h"

#include "tests/app/cli_process.h"
#include "tests/program.h"

using plumbline::test::CliResult;
using plumbline::test::runCliIn;
using plumbline::test::words;

class TestDiffersCommand : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QCOMPARE(run({"simulate", "--out", "world", "--seed", "5", "--months", "3", "--loads-per-month", "20"})
                 .exitCode,
             0);
    QCOMPARE(run({"import", "w", "world"}).exitCode, 0);
    QFile parties(m_folder.filePath(QStringLiteral("world/parties.txt")));
    QVERIFY(parties.open(QIODevice::ReadOnly));
    for (const QByteArray& line : parties.readAll().split('\n')) {
      if (line.startsWith("receiver harbour-reclaim ")) m_vkey = line.split(' ').last();
    }
    const auto verifier = plumbline::NoteVerifier::fromVkey(m_vkey.toStdString());
    QVERIFY(verifier);
    m_digits = QByteArray::fromStdString(verifier->key().fingerprint());
  }

  void keepsAKeyOutAndTakesThatBack() {
    const CliResult before = run({"audit", "w"});
    QVERIFY2(before.out.contains("\nCannot tell yet: "), before.out.constData());
    QCOMPARE(before.exitCode, 3);
    const CliResult kept = run({"differs", "w", "harbour-reclaim"});
    QCOMPARE(kept.err, QByteArray());
    QCOMPARE(kept.out, "kept out: receiver harbour-reclaim " + m_digits + "\n");
    QCOMPARE(kept.exitCode, 0);
    const CliResult audit = run({"audit", "w"});
    QVERIFY2(audit.out.contains("\nCannot tell: "), audit.out.constData());
    QVERIFY2(audit.out.contains(m_vkey + ", digits differ: kept out\n"), audit.out.constData());
    QCOMPARE(audit.exitCode, 3);
    int differing = 0;
    for (const auto& key : run({"audit", "w", "--json"}).object()[QStringLiteral("keys_to_name")].toArray()) {
      if (!key[QStringLiteral("differs")].toBool()) continue;
      QCOMPARE(key[QStringLiteral("vkey")].toString().toUtf8(), m_vkey);
      ++differing;
    }
    QCOMPARE(differing, 1);
    // Once more changes nothing.
    QCOMPARE(run({"differs", "w", "harbour-reclaim"}).out, kept.out);
    const CliResult undone = run({"differs", "w", "harbour-reclaim", "--undo"});
    QCOMPARE(undone.err, QByteArray());
    QCOMPARE(undone.out, "not compared: receiver harbour-reclaim " + m_digits + "\n");
    QCOMPARE(undone.exitCode, 0);
    QCOMPARE(run({"audit", "w"}).out, before.out);
  }

  void takesTheKeyItself() {
    const CliResult kept = run({"differs", "w", m_vkey.constData(), "--json"});
    QCOMPARE(kept.err, QByteArray());
    QCOMPARE(kept.exitCode, 0);
    QVERIFY(kept.object()[QStringLiteral("differs")].toBool());
    const QJsonArray keys = kept.object()[QStringLiteral("keys")].toArray();
    QCOMPARE(keys.size(), 1);
    QCOMPARE(keys[0][QStringLiteral("role")].toString(), QStringLiteral("receiver"));
    QCOMPARE(keys[0][QStringLiteral("party")].toString(), QStringLiteral("harbour-reclaim"));
    QCOMPARE(keys[0][QStringLiteral("vkey")].toString().toUtf8(), m_vkey);
    QCOMPARE(keys[0][QStringLiteral("fingerprint")].toString().toUtf8(), m_digits);
    const CliResult undone = run({"differs", "w", m_vkey.constData(), "--undo", "--json"});
    QVERIFY(!undone.object()[QStringLiteral("differs")].toBool(true));
    QCOMPARE(undone.exitCode, 0);
  }

  void refuses() {
    const CliResult unknown = run({"differs", "w", "nobody-here"});
    QCOMPARE(unknown.out, QByteArray());
    QVERIFY2(unknown.err.contains("nothing here is signed with such a key"), unknown.err.constData());
    QCOMPARE(unknown.exitCode, 2);
    QCOMPARE(run({"differs", "nowhere", "harbour-reclaim"}).exitCode, 2);
    QCOMPARE(run({"differs", "w"}).exitCode, 2);
    // Nobody vouches for a key and keeps it out.
    QCOMPARE(run({"import", "v", "world", "--parties", "world/parties.txt"}).exitCode, 0);
    const CliResult vouched = run({"differs", "v", "harbour-reclaim"});
    QCOMPARE(vouched.out, QByteArray());
    QVERIFY2(vouched.err.contains("you vouch for this key; take that back first"),
             vouched.err.constData());
    QCOMPARE(vouched.exitCode, 2);
    QCOMPARE(run({"audit", "v"}).exitCode, 0);
  }

 private:
  CliResult run(std::initializer_list<const char*> list) const {
    return runCliIn(m_folder.path(), words(list));
  }
  QTemporaryDir m_folder;
  QByteArray m_vkey;
  QByteArray m_digits;
};

PLUMBLINE_TEST(TestDiffersCommand)
#include "test_differs_command.moc"
