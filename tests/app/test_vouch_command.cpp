// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Vouching for a file on the command line: exact stdout, stderr and exit code.

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/cli_process.h"
#include "tests/program.h"

using plumbline::test::CliResult;
using plumbline::test::runCliIn;
using plumbline::test::words;

class TestVouchCommand : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    write("receipts.json",
          R"([{"dateTimeReceived":"2026-10-05T09:30:00Z","yourUniqueReference":"T1",)"
          R"("receiver":{"siteName":"Mill","authorisationNumber":"P1"},"wasteItems":[)"
          R"({"ewcCodes":["150102"],"weight":{"metric":"Tonnes","amount":1.2}}]}])");
    write("other.json", "{}");
    QCOMPARE(run({"import", "w.sqlite", "receipts.json"}).exitCode, 0);
    QCOMPARE(run({"keygen", "anna.key", "--name", "anna.example"}).exitCode, 0);
  }

  void saysIt() {
    const CliResult result = run({"vouch", "w.sqlite", "receipts.json", "--key", "anna.key",
                                  "--from", "the mill", "--obtained", "2026-11-02", "--how",
                                  "answer to a request"});
    QCOMPARE(QString::fromUtf8(result.err), QString());
    QVERIFY(result.out.startsWith("vouched for "));
    QCOMPARE(result.out.size(), 12 + 64 + 1);
    QCOMPARE(result.exitCode, 0);
    const CliResult audit = run({"audit", "w.sqlite", "--json"});
    const QJsonArray files = audit.object()[QStringLiteral("unsigned_files")].toArray();
    QCOMPARE(files.size(), 1);
    const auto vouch = files[0][QStringLiteral("vouches")][0];
    QCOMPARE(vouch[QStringLiteral("name")].toString(), QStringLiteral("anna.example"));
    QCOMPARE(vouch[QStringLiteral("trust")].toString(), QStringLiteral("first_seen"));
    QCOMPARE(vouch[QStringLiteral("said")][QStringLiteral("how")].toString(),
             QStringLiteral("answer to a request"));
  }

  /// Two records whose numbers differ: a person says that they are one load, and it counts so.
  void aLinkIsDecided() {
    write("shipments.csv",
          "id,document_no,line,dispatched_at,consignee,material,net_kg\n"
          "S1,A-1,1,2026-01-01,mill,PET,1000\nS2,A-2,1,2026-01-02,mill,PET,2000\n");
    write("received.csv",
          "id,document_no,line,received_at,material,net_kg\n"
          "R1,A-1,1,2026-01-01,PET,1000\nR2,other,1,2026-01-03,PET,1900\n");
    QCOMPARE(run({"map", "shipments.csv", "--table", "shipments", "--party", "plant", "--out",
                  "s.json"})
                 .exitCode,
             0);
    QCOMPARE(run({"map", "received.csv", "--table", "receipts", "--party", "mill", "--out",
                  "r.json"})
                 .exitCode,
             0);
    QCOMPARE(run({"import", "l.sqlite", "shipments.csv", "--map", "s.json"}).exitCode, 0);
    QCOMPARE(run({"import", "l.sqlite", "received.csv", "--map", "r.json"}).exitCode, 0);
    const CliResult done = run({"link", "l.sqlite", "S2", "mill/R2", "--key", "anna.key"});
    QCOMPARE(QString::fromUtf8(done.err), QString());
    QCOMPARE(done.out, QByteArray("plant/S2 and mill/R2 are one load\n"));
    QCOMPARE(done.exitCode, 0);
    const CliResult findings = run({"findings", "l.sqlite", "--csv"});
    QVERIFY2(findings.out.contains(",link_decided,look,"), findings.out.constData());
    const CliResult none = run({"link", "l.sqlite", "S9", "R2", "--key", "anna.key"});
    QCOMPARE(QString::fromUtf8(none.err),
             QStringLiteral("plumbline-cli: there is no such record in the table shipments. Found: "
                            "S9\n"));
    QCOMPARE(none.exitCode, 2);
  }

  void refusals_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("err");
    const auto row = [](const char* name, std::initializer_list<const char*> list, int exitCode,
                        const char* err) {
      QTest::newRow(name) << words(list) << exitCode << QString::fromUtf8(err);
    };
    row("says nothing", {"vouch", "w.sqlite", "receipts.json", "--key", "anna.key"}, 2,
        "plumbline-cli: the option --from is missing\n");
    row("no such file",
        {"vouch", "w.sqlite", "none.json", "--key", "anna.key", "--from", "a", "--obtained",
         "2026-11-02", "--how", "b"},
        2, "plumbline-cli: none.json: there is no such file\n");
    row("a file that was never imported",
        {"vouch", "w.sqlite", "other.json", "--key", "anna.key", "--from", "a", "--obtained",
         "2026-11-02", "--how", "b"},
        2,
        "plumbline-cli: the workspace has no such file without a signature. Found: "
        "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\n");
    row("a day that is none",
        {"vouch", "w.sqlite", "receipts.json", "--key", "anna.key", "--from", "a", "--obtained",
         "2026-02-30", "--how", "b"},
        3,
        "plumbline-cli: the day the file was obtained is no date. Found: 2026-02-30. Expected: a "
        "day such as 2026-11-02\n");
  }
  void refusals() {
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QString, err);
    const CliResult result = runCliIn(m_folder.path(), arguments);
    QCOMPARE(QString::fromUtf8(result.err), err);
    QCOMPARE(result.out, QByteArray());
    QCOMPARE(result.exitCode, exitCode);
  }

 private:
  CliResult run(std::initializer_list<const char*> list) const {
    return runCliIn(m_folder.path(), words(list));
  }
  void write(const char* name, const QByteArray& bytes) const {
    QFile file(m_folder.filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  }
  QTemporaryDir m_folder;
};

PLUMBLINE_TEST(TestVouchCommand)
#include "test_vouch_command.moc"
