// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two audits compared on the command line: exact stdout, stderr, exit code; nothing is imported unless
// it is asked for.

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/cli_process.h"
#include "tests/program.h"

using plumbline::test::CliResult;
using plumbline::test::runCliIn;
using plumbline::test::words;

class TestCompareCommand : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(m_folder.isValid());
    run({"simulate", "--out", "plant", "--seed", "3", "--months", "2", "--loads-per-month", "20"});
    run({"import", "mine", "plant"});
    run({"share", "mine", "mine.plumb"});
  }

  void theSameAudit() {
    const CliResult same = cli({"compare", "mine", "mine.plumb"});
    QCOMPARE(same.exitCode, 0);
    QVERIFY(same.err.isEmpty());
    const QList<QByteArray> lines = same.out.split('\n');
    QVERIFY2(lines[0].startsWith("The same "), same.out.constData());
    QVERIFY(lines[0].endsWith(" files. The same result comes out."));
    for (qsizetype i = 1; i + 1 < lines.size(); ++i) {
      QVERIFY2(lines[i].contains("\tsame\t") || lines[i].contains("\tnone\t"), lines[i].constData());
    }
  }

  void asJson() {
    const CliResult same = cli({"compare", "mine", "mine.plumb", "--json"});
    QCOMPARE(same.exitCode, 0);
    const QJsonObject json = QJsonDocument::fromJson(same.out).object();
    QVERIFY(json[u"same_evidence"].toBool() && json[u"same_results"].toBool() && json[u"same_plan"].toBool());
    QCOMPARE(json[u"ours"][u"results_digest"].toString(), json[u"theirs"][u"results_digest"].toString());
  }

  /// A file of theirs alone is listed, and comes over by its name.
  void theyHaveMore() {
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("more")));
    write("more/count.csv", "doc,when,t\nW-1,2142-01-03,10\n");
    write("count.json", R"({"plumbline":"mapping","version":1,"table":"receipts","party":{"id":"harbour",
      "role":"receiver"},"text":{"encoding":"utf-8","delimiter":","},"heading_row":1,"decimal":".","columns":[
      {"heading":"doc","column":1,"field":"document_no"},
      {"heading":"when","column":2,"field":"received_at","order":"year first","zone":"UTC"},
      {"heading":"t","column":3,"field":"net_kg","unit":"t"}],"constants":{"material":"board"}})");
    run({"import", "theirs", "plant"});
    run({"import", "theirs", "more/count.csv", "--map", "count.json"});
    const QByteArray before = read("mine");
    const CliResult more = cli({"compare", "mine", "theirs"});
    QCOMPARE(more.exitCode, 1);
    QVERIFY2(more.out.contains(" files are the same, you have 0 more, they have "), more.out.constData());
    QVERIFY(more.out.contains("only theirs: "));
    QCOMPARE(read("mine"), before);
    const CliResult unknown = cli({"compare", "mine", "theirs", "--take", "nothing.csv"});
    QCOMPARE(unknown.exitCode, 2);
    QCOMPARE(read("mine"), before);
    const CliResult taken = cli({"compare", "mine", "theirs", "--take-all"});
    QCOMPARE(taken.exitCode, 1);
    QVERIFY2(taken.err.endsWith(" files taken over\n"), taken.err.constData());
    QCOMPARE(cli({"compare", "mine", "theirs"}).exitCode, 0);
  }

  void whatCannotBeCompared() {
    const CliResult nothing = cli({"compare", "mine", "nowhere"});
    QCOMPARE(nothing.exitCode, 2);
    QVERIFY(nothing.out.isEmpty());
    write("broken.plumb", "no audit");
    const CliResult broken = cli({"compare", "mine", "broken.plumb"});
    QVERIFY2(broken.exitCode == 1 || broken.exitCode == 3, broken.err.constData());
  }

 private:
  void run(std::initializer_list<const char*> arguments) const {
    const CliResult result = cli(arguments);
    if (result.exitCode > 1) qFatal("%s", result.err.constData());
  }
  [[nodiscard]] CliResult cli(std::initializer_list<const char*> arguments) const {
    return runCliIn(m_folder.path(), words(arguments));
  }
  void write(const char* name, const QByteArray& bytes) const {
    QFile file(m_folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("write");
  }
  QByteArray read(const char* name) const {
    QFile file(m_folder.filePath(QString::fromLatin1(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

  QTemporaryDir m_folder;
};

PLUMBLINE_TEST(TestCompareCommand)
#include "test_compare_command.moc"
