// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The commands for tables of strangers as docs/importing.md shows them: exact stdout, stderr, exit.

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/cli_process.h"

using plumbline::test::CliResult;
using plumbline::test::runCliIn;

class TestMappingCommands : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QFile file(QStringLiteral(PLUMBLINE_SOURCE_DIR "/docs/importing.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression block(QStringLiteral("```[a-z]+\n(.*?)```"),
                                          QRegularExpression::DotMatchesEverythingOption);
    for (auto blocks = block.globalMatch(text); blocks.hasNext();) {
      m_blocks << blocks.next().captured(1).toUtf8();
    }
    QCOMPARE(m_blocks.size(), 4);
    write("deliveries.csv", m_blocks[0]);
    write("mapping.json", m_blocks[2]);
  }

  void theProposalLacksOnlyTheUnit() {
    const CliResult result = run({"map", "deliveries.csv"});
    QByteArray expected = m_blocks[2];
    expected.replace("\"field\": \"net_kg\",\n      \"unit\": \"t\"", "\"field\": \"net_kg\"");
    QCOMPARE(QString::fromUtf8(result.out), QString::fromUtf8(expected));
    QCOMPARE(QString::fromUtf8(result.err),
             QString::fromUtf8(m_blocks[1]));
    QCOMPARE(result.exitCode, 3);
  }

  void theProposalAsJson() {
    const CliResult result = run({"map", "deliveries.csv", "--json"});
    const QJsonObject object = result.object();
    QCOMPARE(object[QStringLiteral("rows")].toInt(), 3);
    QCOMPARE(object[QStringLiteral("recognised")].toInt(), 7);
    const QJsonArray questions = object[QStringLiteral("questions")].toArray();
    QCOMPARE(questions.size(), 1);
    QCOMPARE(questions[0].toObject()[QStringLiteral("kind")].toString(), QStringLiteral("unit"));
  }

  void aDryRunListsEveryRowAndChangesNothing() {
    const CliResult result =
        run({"import", "dry.sqlite", "deliveries.csv", "--map", "mapping.json", "--dry-run"});
    QCOMPARE(QString::fromUtf8(result.out), QString::fromUtf8(m_blocks[3]));
    QCOMPARE(QString::fromUtf8(result.err),
             QStringLiteral("deliveries.csv: 2 rows fit, 1 row does not\n"));
    QCOMPARE(result.exitCode, 3);
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("dry.sqlite"))));
  }

  void theImportKeepsTheBadRowAside() {
    const CliResult result =
        run({"import", "audit.sqlite", "deliveries.csv", "--map", "mapping.json"});
    QCOMPARE(QString::fromUtf8(result.err), QString());
    QCOMPARE(QString::fromUtf8(result.out),
             QStringLiteral("1 files, 2 rows, 0 already there, 0 refused\n1 rows in quarantine\n"));
    QCOMPARE(result.exitCode, 0);
  }

  void refusals_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("err");
    const QString head = QStringLiteral("plumbline-cli: ");
    QTest::newRow("no such file") << words({"map", "none.csv"}) << 2
                                  << head + QStringLiteral("none.csv: there is no such file\n");
    QTest::newRow("no such table")
        << words({"map", "deliveries.csv", "--table", "recipes"}) << 2
        << head + QStringLiteral("there is no such table. Found: recipes\n");
    QTest::newRow("no such mapping")
        << words({"import", "w.sqlite", "deliveries.csv", "--map", "none.json"}) << 2
        << head + QStringLiteral("none.json: there is no such file\n");
    QTest::newRow("no mapping at all")
        << words({"import", "w.sqlite", "deliveries.csv", "--map", "deliveries.csv"}) << 3
        << QString();
  }
  void refusals() {
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QString, err);
    const CliResult result = runCliIn(m_folder.path(), arguments);
    if (!err.isEmpty()) QCOMPARE(QString::fromUtf8(result.err), err);
    QVERIFY(!result.err.isEmpty());
    QCOMPARE(result.out, QByteArray());
    QCOMPARE(result.exitCode, exitCode);
  }

 private:
  static QStringList words(std::initializer_list<const char*> list) {
    QStringList out;
    for (const char* word : list) out << QString::fromUtf8(word);
    return out;
  }
  CliResult run(std::initializer_list<const char*> list) const {
    return runCliIn(m_folder.path(), words(list));
  }
  void write(const char* name, const QByteArray& bytes) const {
    QFile file(m_folder.filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  }
  QTemporaryDir m_folder;
  QList<QByteArray> m_blocks;
};

QTEST_GUILESS_MAIN(TestMappingCommands)
#include "test_mapping_commands.moc"
