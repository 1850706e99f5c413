// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tracks on the command line, as a process.
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/cli_process.h"
#include "tests/model/publisher.h"
#include "tests/program.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

constexpr const char* gpx =
    "<gpx><trk><name>Tag 07</name><trkseg>"
    "<trkpt lat='54' lon='-1'><time>2142-01-08T08:00:00Z</time><fix>3d</fix></trkpt>"
    "<trkpt lat='0' lon='0'><time>2142-01-08T09:00:00Z</time></trkpt>"
    "<trkpt lat='55' lon='-1'><time>2142-01-09T16:00:00Z</time><fix>3d</fix></trkpt>"
    "<trkpt lat='55' lon='-1'><time>2142-01-09T20:00:00Z</time><fix>3d</fix></trkpt>"
    "</trkseg></trk></gpx>";

}  // namespace

class TestTrackCommand : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    QTemporaryDir folder;
    m_folder.swap(folder);
    const fs::path root(m_folder.path().toStdString());
    TestPublisher plant("north", Role::Plant, 1);
    TestPublisher harbour("harbour", Role::Receiver, 2);
    const std::vector<TestTable> sent = {
        {"shipments", "id,document_no,line,dispatched_at,consignee,material,net_kg\n"
                      "SH-1,D-1,1,2142-01-08T07:00:00Z,harbour,board,17000\n"}};
    const std::vector<TestTable> received = {
        {"receipts", "id,document_no,line,received_at,consignor,material,net_kg\n"
                     "R-1,D-1,1,2142-01-08T11:40:00Z,north,board,17000\n"},
        {"sites", "id,name,role,latitude,longitude\nharbour,The harbour,receiver,54,-1\n"}};
    plant.publish(root / "published", sent);
    harbour.publish(root / "published", received);
    plant.close(root / "published");
    harbour.close(root / "published");
    writeBytes(root / "parties.txt", plant.partyLine() + "\n" + harbour.partyLine() + "\n");
    writeBytes(root / "tag.gpx", gpx);
    QVERIFY(run({"import", "w.sqlite", "published", "tag.gpx", "--parties", "parties.txt"}).exitCode <= 1);
    QCOMPARE(run({"keygen", "me.key", "--name", "ada"}).exitCode, 0);
  }

  void listedTiedAndTakenBack() {
    const CliResult before = run({"track", "list", "w.sqlite"});
    QCOMPARE(before.exitCode, 3);
    QCOMPARE(QString::fromUtf8(before.err),
             QStringLiteral("1 track is tied to no load.\nNot used: at 0/0 (1).\n"));
    const QString track = QString::fromUtf8(before.out);
    QVERIFY2(track.startsWith(QStringLiteral("track\tTag 07\t")), qPrintable(track));
    QVERIFY2(track.endsWith(QStringLiteral("\t3\t1\t111195\n")), qPrintable(track));

    const CliResult add = run({"track", "add", "w.sqlite", "Tag 07", "SH-1", "--key", "me.key"});
    QCOMPARE(QString::fromUtf8(add.out), QStringLiteral("Tag 07 was in north/SH-1\n"));
    QCOMPARE(add.exitCode, 0);
    QCOMPARE(QString::fromUtf8(run({"track", "add", "w.sqlite", "Tag 07", "SH-1", "--key", "me.key"}).out),
             QStringLiteral("Tag 07 was in north/SH-1: said before\n"));
    const CliResult after = run({"track", "list", "w.sqlite"});
    QCOMPARE(after.exitCode, 1);
    QCOMPARE(QString::fromUtf8(after.out).section(QLatin1Char('\n'), 0, 0),
             QStringLiteral("load\tTag 07\tnorth/SH-1\telsewhere\tnone\t111195\t\t2142-01-09T20:00:00Z"));
    QCOMPARE(QString::fromUtf8(after.err),
             QStringLiteral("Of 1 tag in a load, 0 ended at the receiver and 1 elsewhere; of 0 (0\u00a0%) nobody "
                            "knows.\nNot used: at 0/0 (1).\n"));
    const CliResult json = run({"track", "list", "w.sqlite", "--json"});
    QCOMPARE(json.object()[QStringLiteral("said")].toArray().at(0)[QStringLiteral("state")].toString(),
             QStringLiteral("counts"));
    const CliResult findings = run({"findings", "w.sqlite"});
    QVERIFY2(findings.out.contains("The tag Tag 07 in load SH-1 ended 111\u00a0km from The harbour"), findings.out.constData());

    const CliResult back = run({"track", "remove", "w.sqlite", "Tag 07", "SH-1", "--key", "me.key"});
    QCOMPARE(QString::fromUtf8(back.out), QStringLiteral("took back what was said of “Tag 07” and “north/SH-1”\n"));
    QCOMPARE(run({"track", "list", "w.sqlite"}).exitCode, 3);
    QCOMPARE(run({"track", "remove", "w.sqlite", "Tag 07", "SH-1", "--key", "me.key"}).exitCode, 2);
  }

  void isRefusedAsOthersAre() {
    QCOMPARE(run({"track", "list"}).exitCode, 2);
    QCOMPARE(run({"track", "list", "nowhere"}).exitCode, 2);
    QCOMPARE(run({"track", "add", "w.sqlite", "Tag 07", "SH-1"}).exitCode, 2);
    QCOMPARE(run({"track", "add", "w.sqlite", "Tag 08", "SH-1", "--key", "me.key"}).exitCode, 2);
    QCOMPARE(run({"track", "add", "w.sqlite", "Tag 07", "SH-9", "--key", "me.key"}).exitCode, 2);
    QCOMPARE(run({"track", "add", "w.sqlite", "Tag 07", "SH-1", "--key", "me.key", "--from", "soon"}).exitCode, 2);
  }

 private:
  CliResult run(std::initializer_list<const char*> list) const { return runCliIn(m_folder.path(), words(list)); }

  QTemporaryDir m_folder;
};

PLUMBLINE_TEST(TestTrackCommand)
#include "test_track_command.moc"
