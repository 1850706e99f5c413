// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The commands for tables of strangers as docs/importing.md shows them: exact stdout, stderr, exit.

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/cli_process.h"
#include "tests/hostile_cells.h"
#include "tests/program.h"

using plumbline::test::CliResult;
using plumbline::test::runCliIn;
using plumbline::test::words;

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

  void headingsTurnNoLine() {
    QByteArray table = m_blocks[0];
    write("turned.csv", table.replace("Netto", "Netto \u202E(\x1b[2J)"));
    const CliResult result = run({"map", "turned.csv"});
    QVERIFY2(result.err.contains("\"Netto ⟨U+202E⟩(⟨U+001B⟩[2J)\""), result.err.constData());
    QVERIFY(!result.err.contains("\u202E") && !result.err.contains('\x1b'));
  }

  /// People open the list in a spreadsheet.
  void aDryRunListsNoFormula() {
    QByteArray rows = m_blocks[0].left(m_blocks[0].indexOf('\n') + 1);
    for (const QString& text : plumbline::test::hostileCells()) {
      if (text.contains(QLatin1Char('\r'))) continue;  // an end of a row here
      rows += "WT-1;08.04.2141 13:40;North;\"" +
              QString(text).replace(QLatin1Char('"'), QStringLiteral("\"\"")).toUtf8() +
              "\";NL;EcoFibre;191201\n";
    }
    write("hostile.csv", rows);
    const CliResult result =
        run({"import", "dry.sqlite", "hostile.csv", "--map", "mapping.json", "--dry-run"});
    QVERIFY2(result.out.contains(",'=1+1,"), result.out + result.err);
    QCOMPARE(plumbline::test::formulasIn(result.out), QStringList());
  }

  void theImportKeepsTheBadRowAside() {
    const CliResult result =
        run({"import", "audit.sqlite", "deliveries.csv", "--map", "mapping.json"});
    QCOMPARE(QString::fromUtf8(result.err),
             QStringLiteral("deliveries.csv: 1 of 3 rows cannot be used, which is more than one in twenty: look "
                            "at the quarantine before you use a figure.\n"));
    QCOMPARE(QString::fromUtf8(result.out),
             QStringLiteral("1 file, 0 already there, 0 refused\n3 rows read = 2 stored + 0 superseded + "
                            "0 duplicates + 1 quarantined\n"));
    QCOMPARE(result.exitCode, 1);
  }

  /// One row in twenty is not much; one more is.
  void muchIsMoreThanOneInTwenty() {
    const auto table = [](int good, int bad) {
      QByteArray text = "Beleg-Nr;Datum;Absender;Netto;Kfz;Sorte;AVV\n";
      for (int i = 0; i < good + bad; ++i) {
        text += "B" + QByteArray::number(i) + ";08.04.2141 13:40;N;" + (i < good ? "1" : "viel") + ";K;S;191201\n";
      }
      return text;
    };
    write("some.csv", table(19, 1));
    QCOMPARE(run({"import", "some.sqlite", "some.csv", "--map", "mapping.json"}).exitCode, 0);
    write("much.csv", table(18, 1));
    const CliResult much = run({"import", "much.sqlite", "much.csv", "--map", "mapping.json"});
    QCOMPARE(much.exitCode, 1);
    QVERIFY2(much.err.startsWith("much.csv: 1 of 19 rows cannot be used"), much.err.constData());
  }

  void whatBecameOfOtherRowsIsSaid() {
    write("year.csv", "What;Who;Jan;Feb\nPET;N;1;-\nPET;N;1;5\nTotal;;2;\nPE;N;2.5;burnt\nPE;M;2;4\nPE;O;2;4\n"
                      "PE;P;2;4\nPE;Q;2;4\nPE;R;2;4\nPE;S;2;4\nPE;T;2;4\nPE;U;2;4\nPE;V;2;4\n");
    write("year.json", R"({"plumbline":"mapping","version":1,"table":"totals","party":{"id":"p","role":"plant"},
      "text":{"encoding":"utf-8","delimiter":";"},"heading_row":1,"decimal":".",
      "columns":[{"heading":"What","field":"material"},{"heading":"Who","field":"counterparty"},
        {"heading":"When","field":"period_start","order":"month"},
        {"heading":"When","field":"period_end","order":"month"},{"heading":"Amount","field":"quantity","unit":"t"}],
      "constants":{"direction":"out"},"empty":["-"],
      "unfold":{"columns":[{"heading":"Jan","as":"January 2141"},{"heading":"Feb","as":"February 2141"}],
        "name":"When","value":"Amount"},
      "filter":[{"heading":"What","is_not":["Total"]}],"duplicates":["What","Who"]})");
    const CliResult result = run({"import", "year.sqlite", "year.csv", "--map", "year.json"});
    QCOMPARE(QString::fromUtf8(result.err), QString());
    QCOMPARE(QString::fromUtf8(result.out),
             QStringLiteral("1 file, 0 already there, 0 refused\n"
                            "23 rows read = 21 stored + 0 superseded + 1 duplicates + 1 quarantined\n"
                            "year.csv: 2 rows are left out, as the mapping says.\n"
                            "year.csv: 1 cell that would have become a row is empty.\n"
                            "year.csv: 1 row repeats another in what the mapping names.\n"
                            "year.csv: With these the rows add up to 63.5 t, without them to 62.5 t.\n"));
    QCOMPARE(result.exitCode, 0);
    const QJsonObject json = run({"import", "json.sqlite", "year.csv", "--map", "year.json", "--json"}).object();
    const QJsonObject counts =
        json[QStringLiteral("files")].toArray()[0].toObject()[QStringLiteral("counts")].toObject();
    QCOMPARE(counts[QStringLiteral("left_out")].toInt(), 2);
    QCOMPARE(counts[QStringLiteral("sums")].toArray()[0].toObject()[QStringLiteral("without_repeats")].toString(),
             QStringLiteral("62.5"));
    const CliResult dry = run({"import", "dry.sqlite", "year.csv", "--map", "year.json", "--dry-run"});
    QVERIFY2(dry.err.contains("year.csv: 2 rows are left out, as the mapping says.\n"), dry.err.constData());
    QVERIFY2(dry.out.contains("year.csv,5,Feb,burnt,bad_value,"), dry.out.constData());
  }

  void whatATableMayBeIsNamed() {
    write("weather.csv", "Weather;Wind\nrain;west\nsun;east\n");
    QVERIFY(run({"map", "weather.csv"})
                .err.startsWith("open: table: no heading says it; --table names one of materials, sites, "));
    write("both.csv", "Date;Document;Vehicle;Material\n2141-04-08;A;NL;PET\n");
    QVERIFY2(run({"map", "both.csv"}).err.startsWith("open: table: the headings fit hauls, receipts; --table "),
             run({"map", "both.csv"}).err.constData());
    const QJsonArray tables = run({"map", "both.csv", "--json"}).object()[QStringLiteral("tables")].toArray();
    QCOMPARE(tables, QJsonArray({QStringLiteral("hauls"), QStringLiteral("receipts")}));
  }

  void helpOfACommandIsWhole() {
    const CliResult help = run({"map", "--help"});
    QCOMPARE(help.exitCode, 0);
    QCOMPARE(help.err, QByteArray());
    for (const char* word : {"plumbline-cli map FILE", "--table", "totals", "--encoding", "windows-1252",
                             "--delimiter", "--sheet", "--heading-row", "--out", "--json", "exit code is then 3"}) {
      QVERIFY2(help.out.contains(word), word);
    }
    QCOMPARE(run({"map", "deliveries.csv", "--help"}).out, help.out);
    QVERIFY(run({"log", "append", "--help"}).out.startsWith("plumbline-cli log append LOGDIR ENVELOPE"));
    QVERIFY(run({"map", "--", "--help"}).err.contains("--help: there is no such file"));
  }

  void theProposalGoesIntoAFile() {
    const CliResult result = run({"map", "deliveries.csv", "--out", "proposed.json"});
    QCOMPARE(result.out, QByteArray());
    QCOMPARE(result.exitCode, 3);  // the unit is still open
    QFile file(m_folder.filePath(QStringLiteral("proposed.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), run({"map", "deliveries.csv"}).out);
  }

  /// A cycle of the report with other positions is read by its layout, by everybody.
  void aLayoutTravelsWithTheAudit() {
    QByteArray line(700, ' ');
    const auto put = [&line](int at, const char* text) {
      line.replace(at - 1, static_cast<int>(qstrlen(text)), text);
    };
    put(1, "VAD000000001");
    put(13, "2013");
    put(617, "10.000000");
    put(650, "VAD000000002");
    write("old.txt", line + "\n");
    write("layout.csv",
          "Pos.,Data Element Name,Size\n1,Handler ID,12\n13,Report Cycle,4\n617,Shipped Tons,19\n"
          "650,Receiver ID,12\n");
    const auto import = [this](const char* workspace, const char* layout) {
      return runCliIn(m_folder.path(), words({"import", workspace, "old.txt", "--as",
                                              "us-biennial-report", "--layout", layout}));
    };
    const CliResult dry =
        run({"import", "old.sqlite", "old.txt", "--as", "us-biennial-report", "--layout",
             "layout.csv", "--dry-run"});
    QCOMPARE(QString::fromUtf8(dry.err), QStringLiteral("old.txt: 2 rows fit, 0 rows do not\n"));
    const CliResult result = import("old.sqlite", "layout.csv");
    QCOMPARE(QString::fromUtf8(result.err), QString());
    QCOMPARE(QString::fromUtf8(result.out),
             QStringLiteral("1 file, 0 already there, 0 refused\n2 rows read = 2 stored + 0 superseded + "
                            "0 duplicates + 0 quarantined\n"));
    QCOMPARE(run({"share", "old.sqlite", "old.plumb"}).exitCode, 0);
    run({"open", "old.plumb", "again.sqlite"});
    const auto digest = [this](const char* workspace) {
      return run({"audit", workspace, "--json"})
          .object()
          .value(QStringLiteral("results_digest"))
          .toString();
    };
    QCOMPARE(digest("old.sqlite").size(), 64);
    QCOMPARE(digest("again.sqlite"), digest("old.sqlite"));
    QCOMPARE(import("bad.sqlite", "deliveries.csv").exitCode, 3);
    QCOMPARE(run({"import", "bad.sqlite", "old.txt", "--layout", "layout.csv"}).exitCode, 2);
    // Without its layout nobody knows what the file is.
    QCOMPARE(run({"import", "bad.sqlite", "old.txt"}).exitCode, 3);
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
        << head + QStringLiteral("there is no such table. Found: recipes. Expected: one of materials, sites, "
                                 "instruments, intakes, flows, stocks, shipments, hauls, receipts, jobs, claims, "
                                 "totals, fixes\n");
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

PLUMBLINE_TEST(TestMappingCommands)
#include "test_mapping_commands.moc"
