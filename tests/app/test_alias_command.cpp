// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Deciding about names on the command line: exact stdout, stderr and exit code.

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/cli_process.h"
#include "tests/program.h"

using plumbline::test::CliResult;
using plumbline::test::runCliIn;
using plumbline::test::words;

class TestAliasCommand : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    write("shipments.csv",
          "id,document_no,line,dispatched_at,consignee,material,net_kg\n"
          "S1,A-1,1,2026-01-01,Mill Ltd.,PET,1000\nS2,A-2,1,2026-01-02,Mill Ltd.,PET,2000\n");
    write("received.csv",
          "id,document_no,line,received_at,material,net_kg\n"
          "R1,A-1,1,2026-01-01,PET,1000\nR2,A-2,1,2026-01-03,PET,2000\n");
    map("shipments", "plant", "shipments.csv");
    map("receipts", "mill", "received.csv");
    QCOMPARE(run({"keygen", "anna.key", "--name", "anna.example"}).exitCode, 0);
    QCOMPARE(run({"keygen", "plant.key", "--name", "plant", "--job", "party", "--role", "plant"}).exitCode, 0);
  }

  void decideAndTakeBack() {
    QFile::remove(m_folder.filePath(QStringLiteral("w.sqlite")));
    import("w.sqlite");
    const QString digest = digestOf("w.sqlite");
    tells({"alias", "list", "w.sqlite"}, "");
    tells({"alias", "suggest", "w.sqlite"},
          "party\tMill Ltd.\tmill\t3000\n"
          "  + 2 of 2 loads to it were received there, under the same number\n"
          "  + Mass: the same on 2 of 2\n"
          "  + Days: the usual ones on 2 of 2\n"
          "  + The same words but for case, signs and the kind of firm\n");
    QCOMPARE(digestOf("w.sqlite"), digest);  // a suggestion changes nothing
    tells({"alias", "add", "w.sqlite", "party", "mill", "Mill Ltd.", "--key", "anna.key", "--reason",
           "one address"},
          "“Mill Ltd.” and “mill” are one\n");
    tells({"alias", "add", "w.sqlite", "party", "Mill Ltd.", "mill", "--key", "anna.key"},
          "“Mill Ltd.” and “mill” are one: said before\n");
    tells({"alias", "list", "w.sqlite"},
          "counts\tsame\tparty\tMill Ltd.\tmill\tanna.example\tone address\n");
    tells({"alias", "suggest", "w.sqlite"}, "");
    const QString decided = digestOf("w.sqlite");
    QVERIFY(decided != digest);
    const CliResult canonical = run({"audit", "w.sqlite", "--canonical"});
    QVERIFY2(canonical.out.contains(R"("aliases":[{"kind":"party","names":["Mill Ltd.","mill"]}])"),
             canonical.out.constData());

    // Whoever is sent the audit sees it, and it does not count for them.
    QCOMPARE(run({"share", "w.sqlite", "a.plumb"}).exitCode, 0);
    QProcessEnvironment other = QProcessEnvironment::systemEnvironment();
    other.insert(QStringLiteral("PLUMBLINE_DATA"), m_folder.filePath(QStringLiteral("somebody else")));
    const auto elsewhere = [&](std::initializer_list<const char*> list) {
      return runCliIn(m_folder.path(), words(list), other);
    };
    elsewhere({"open", "a.plumb", "o.sqlite"});
    QCOMPARE(QString::fromUtf8(elsewhere({"alias", "list", "o.sqlite"}).out),
             QStringLiteral("not_yours\tsame\tparty\tMill Ltd.\tmill\tanna.example\tone address\n"));
    QCOMPARE(elsewhere({"audit", "o.sqlite", "--json"}).object()[QStringLiteral("results_digest")].toString(),
             digest);

    tells({"alias", "withdraw", "w.sqlite", "party", "mill", "Mill Ltd.", "--key", "anna.key"},
          "took back what was said of “mill” and “Mill Ltd.”\n");
    tells({"alias", "list", "w.sqlite"},
          "taken_back\tsame\tparty\tMill Ltd.\tmill\tanna.example\tone address\n");
    QCOMPARE(digestOf("w.sqlite"), digest);
    tells({"alias", "apart", "w.sqlite", "party", "mill", "Mill Ltd.", "--key", "anna.key"},
          "“Mill Ltd.” and “mill” are kept apart\n");
    tells({"alias", "suggest", "w.sqlite"}, "");
    QCOMPARE(digestOf("w.sqlite"), digest);
    const auto listed = run({"alias", "list", "w.sqlite", "--json"}).array();
    QCOMPARE(listed.size(), 2);
    QCOMPARE(listed[0][QStringLiteral("kind")].toString(), QStringLiteral("party"));
  }

  void refusals_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("err");
    const auto row = [](const char* name, std::initializer_list<const char*> list, int exitCode,
                        const char* err) {
      QTest::newRow(name) << words(list) << exitCode << QString::fromUtf8(err);
    };
    row("kind", {"alias", "add", "r.sqlite", "ship", "a", "b", "--key", "anna.key"}, 2,
        "plumbline-cli: there is no such kind of name. Found: ship. Expected: party, site, material, "
        "code, vehicle, country\n");
    row("no key", {"alias", "add", "r.sqlite", "party", "a", "b"}, 2,
        "plumbline-cli: the option --key FILE.key is missing\n");
    row("itself", {"alias", "add", "r.sqlite", "party", "a", "a", "--key", "anna.key"}, 2,
        "plumbline-cli: a name is itself without anybody's decision. Found: a\n");
    row("key of a party", {"alias", "add", "r.sqlite", "party", "a", "b", "--key", "plant.key"}, 3,
        "plumbline-cli: plant.key: the key was made for another job; one key has one job. Found: party "
        "key. Expected: a person's key\n");
    row("nothing said", {"alias", "withdraw", "r.sqlite", "party", "a", "b", "--key", "anna.key"}, 2,
        "plumbline-cli: this key decided nothing about these two names. Found: a = b\n");
    row("both ends", {"alias", "add", "r.sqlite", "party", "plant", "Mill Ltd.", "--key", "anna.key"}, 3,
        "plumbline-cli: one party would be at both ends of a load, so the names are not made one: "
        "plant/S1, Mill Ltd.\n");
    row("two operations", {"alias", "add", "r.sqlite", "code", "R3", "D1", "--key", "anna.key"}, 3,
        "plumbline-cli: D1 and R3 each have a meaning of their own, so they are not made one\n");
    row("no workspace", {"alias", "list", "none.sqlite"}, 2,
        "plumbline-cli: none.sqlite: there is no such workspace\n");
  }
  void refusals() {
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QString, err);
    if (!QFile::exists(m_folder.filePath(QStringLiteral("r.sqlite")))) import("r.sqlite");
    const CliResult result = runCliIn(m_folder.path(), arguments);
    QCOMPARE(QString::fromUtf8(result.err), err);
    QCOMPARE(result.out, QByteArray());
    QCOMPARE(result.exitCode, exitCode);
  }

 private:
  CliResult run(std::initializer_list<const char*> list) const {
    return runCliIn(m_folder.path(), words(list));
  }
  void tells(std::initializer_list<const char*> list, const char* out) const {
    const CliResult result = run(list);
    QCOMPARE(QString::fromUtf8(result.err), QString());
    QCOMPARE(QString::fromUtf8(result.out), QString::fromUtf8(out));
    QCOMPARE(result.exitCode, 0);
  }
  QString digestOf(const char* workspace) const {
    return run({"audit", workspace, "--json"}).object()[QStringLiteral("results_digest")].toString();
  }
  void map(const char* table, const char* party, const char* file) const {
    const std::string out = std::string(table) + ".json";
    QCOMPARE(run({"map", file, "--table", table, "--party", party, "--out", out.c_str()}).exitCode, 0);
  }
  void import(const char* workspace) const {
    QCOMPARE(run({"import", workspace, "shipments.csv", "--map", "shipments.json"}).exitCode, 0);
    QCOMPARE(run({"import", workspace, "received.csv", "--map", "receipts.json"}).exitCode, 0);
  }
  void write(const char* name, const char* text) const {
    QFile file(m_folder.filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
  }

  QTemporaryDir m_folder;
};

PLUMBLINE_TEST(TestAliasCommand)
#include "test_alias_command.moc"
