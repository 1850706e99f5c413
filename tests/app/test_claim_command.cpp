// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Entering a claim on the command line: exact stdout, stderr and exit code.

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/cli_process.h"
#include "tests/program.h"

using plumbline::test::CliResult;
using plumbline::test::runCliIn;

class TestClaimCommand : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    write("shipments.csv",
          "id,document_no,line,dispatched_at,consignee,material,net_kg\n"
          "S1,A-1,1,2026-01-01,mill,PET,1000\nS2,A-2,1,2026-01-02,mill,PET,2000\n");
    QCOMPARE(run(QStringLiteral("map shipments.csv --table shipments --party plant --out s.json"))
                 .exitCode,
             0);
    QCOMPARE(run(QStringLiteral("import w.sqlite shipments.csv --map s.json")).exitCode, 0);
  }

  /// It is seen everywhere as what it is, and changes neither the digest nor the exit code.
  void itIsEnteredByYou() {
    const CliResult before = run(QStringLiteral("audit w.sqlite --json"));
    QStringList set = QStringLiteral("claim set w.sqlite --party plant --metric residual_waste "
                                     "--value 0 --unit t --from 2026-01-01 --to 2026-12-31 --source")
                          .split(QLatin1Char(' '));
    set << QStringLiteral("annual report, page 4");
    const CliResult done = runCliIn(m_folder.path(), set);
    QCOMPARE(QString::fromUtf8(done.err), QString());
    QCOMPARE(done.out, QByteArray("entered a claim of plant, from 2026-01-01\n"));
    QCOMPARE(done.exitCode, 0);

    const QString text = QString::fromUtf8(run(QStringLiteral("audit w.sqlite")).out)
                             .replace(QChar::Nbsp, QLatin1Char(' '));
    QVERIFY2(text.contains(QStringLiteral("Cannot tell: Entered by you, from “annual report, page "
                                          "4”: 0 t of residual waste for Jan–Dec 2026.")),
             qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("The plant claims")));
    const CliResult json = run(QStringLiteral("audit w.sqlite --json"));
    QCOMPARE(json.exitCode, before.exitCode);
    const auto digest = QStringLiteral("results_digest");
    QCOMPARE(json.object()[digest], before.object()[digest]);
    const QJsonArray claims = json.object()[QStringLiteral("claims")].toArray();
    const auto last = claims.last();
    QCOMPARE(last[QStringLiteral("entered_by_user")].toBool(), true);
    QCOMPARE(last[QStringLiteral("source")].toString(), QStringLiteral("annual report, page 4"));
    QCOMPARE(last[QStringLiteral("decision")].toString(), QStringLiteral("cannot_tell"));
    QVERIFY(last[QStringLiteral("would_be")].isUndefined());  // a table read by a mapping

    const CliResult cleared = run(QStringLiteral("claim clear w.sqlite"));
    QCOMPARE(cleared.out, QByteArray("no claim is entered\n"));
    QCOMPARE(run(QStringLiteral("audit w.sqlite --json")).object()[QStringLiteral("claims")],
             before.object()[QStringLiteral("claims")]);
  }

  void refusals_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("err");
    const QString common = QStringLiteral(
        "claim set w.sqlite --from 2026-01-01 --to 2026-12-31 --value 0 --metric residual_waste ");
    QTest::newRow("no source") << common + QStringLiteral("--party plant --unit t")
                               << QStringLiteral("the option --source is missing");
    QTest::newRow("unknown party") << common + QStringLiteral("--party port --unit t --source x")
                                   << QStringLiteral("nothing of this party is in the workspace");
    QTest::newRow("unit") << common + QStringLiteral("--party plant --unit carts --source x")
                          << QStringLiteral("the figure of the claim cannot be judged in this unit");
  }
  void refusals() {
    QFETCH(QString, arguments);
    QFETCH(QString, err);
    const CliResult result = run(arguments);
    QVERIFY2(QString::fromUtf8(result.err).contains(err), result.err.constData());
    QVERIFY(result.out.isEmpty());
    QCOMPARE(result.exitCode, 2);
  }

 private:
  CliResult run(const QString& line) const {
    return runCliIn(m_folder.path(), line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
  }
  void write(const char* name, const char* text) const {
    QFile file(m_folder.filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
  }

  QTemporaryDir m_folder;
};

PLUMBLINE_TEST(TestClaimCommand)
#include "test_claim_command.moc"
