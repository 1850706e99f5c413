// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every official sample that holds records comes in whole: as many records as stated here, and
// every row that could not be used in the quarantine, with a reason.

#include <QTemporaryDir>
#include <QTest>

#include "model/import/importer.h"

#include "tests/program.h"
#include "tests/shared_files.h"

using namespace plumbline;

class TestOfficialSamples : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void sample_data() {
    QTest::addColumn<QByteArray>("reader");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QByteArray>("reasons");  // of the quarantine, in its order
    const auto row = [](const char* file, const char* reader, int rows, const char* reasons = "") {
      QTest::newRow(file) << QByteArray(reader) << rows << QByteArray(reasons);
    };
    // A template without loads, and the regulator's own test loads.
    row("uk-epr-summary-log/V5_Summary_Log_Reprocessor_Input.xlsx", "uk-summary-log", 0);
    row("uk-epr-summary-log/reprocessor-on-input-accredited.json", "uk-summary-log", 13);
    row("uk-epr-summary-log/exporter-accredited.json", "uk-summary-log", 12);
    row("uk-epr-summary-log/ors_ors-id-log-example.xlsx", "uk-overseas-sites", 10);
    // "{{timestamp}}" stands where the date belongs.
    row("uk-digital-waste-tracking/Receive_Movement_-_Basic_Required_Fields_Only.json",
        "uk-waste-receipt", 1, "bad_value ");
    // Both templates hold one row with a notification number and nothing else.
    row("uk-iws/BulkUploadPrenotificationTemplate.xlsx", "uk-iws-prenotification", 1, "missing ");
    row("uk-iws/BulkUploadReceiptRecoveryTemplate.xlsx", "uk-iws-receipt", 1, "missing ");
    // Gallons without a density.
    row("us-e-manifest/emanifest-save-invalid-example.json", "us-e-manifest", 2, "no_density ");
    row("us-e-manifest/emanifest-save-valid-Data-and-Image-Full-reject-tranonsite-example.json",
        "us-e-manifest", 1, "no_density ");
    row("us-e-manifest/emanifest-save-valid-Data-and-Image-Manual-Entry-example.json",
        "us-e-manifest", 5);
    row("us-e-manifest/emanifest-save-valid-Data-and-Image-Partial-reject-example.json",
        "us-e-manifest", 1, "no_density ");
    row("us-e-manifest/emanifest-save-valid-Data-and-Image-example.json", "us-e-manifest", 19,
        "no_density ");
    // Scheduled: not shipped yet, so there is no date.
    row("us-e-manifest/emanifest-save-valid-Full-Electronic-example.json", "us-e-manifest", 1,
        "no_density missing ");
    row("us-e-manifest/emanifest-save-valid-Hybrid-example.json", "us-e-manifest", 2,
        "no_density ");
    row("uk-hmrc-trade-3915/uk_trade_391510-391590_2000-2024_yearly.csv", "uk-trade-values", 0);
  }

  void sample() {
    QFETCH(QByteArray, reader);
    QFETCH(int, rows);
    QFETCH(QByteArray, reasons);
    const QString file =
        test::sharedPath(QStringLiteral("samples/") + QLatin1String(QTest::currentDataTag()));
    if (file.isEmpty()) QSKIP("the shared samples are absent; set PLUMBLINE_SHARED");
    const QTemporaryDir folder;
    const auto workspace =
        Workspace::open(folder.filePath(QStringLiteral("w")).toStdString(), true);
    QVERIFY(workspace.ok());
    const auto report = importPaths(*workspace, {file.toStdString()}, {}, Progress());
    QVERIFY(report.ok());
    QVERIFY2(report->problems.empty(),
             report->problems.empty() ? "" : report->problems[0].text().c_str());
    QCOMPARE(report->files.size(), std::size_t(1));
    QCOMPARE(report->files[0].kind, reader.toStdString());
    auto query =
        workspace->database().prepare("SELECT reason, place, value FROM quarantine ORDER BY id");
    std::string found;
    while (query->step().value()) found += std::string(query->text(0)) + ' ';
    QCOMPARE(found, reasons.toStdString());
    QCOMPARE(report->files[0].rows, rows);
  }

  void theHeadingsOfFrenchRegisters_data() {
    QTest::addColumn<QByteArray>("register");
    for (const char* name : {"incomingTexs", "incomingWaste", "managed", "outgoingTexs",
                             "outgoingWaste", "ssd", "transported"}) {
      QTest::newRow(name) << QByteArray(name);
    }
  }
  /// A register of the official headings alone is read, by labels and by the names of the API.
  void theHeadingsOfFrenchRegisters() {
    const QString file =
        test::sharedPath(QStringLiteral("samples/fr-trackdechets/import-headers/") +
                         QLatin1String(QTest::currentDataTag()) + QStringLiteral(".csv"));
    if (file.isEmpty()) QSKIP("the shared samples are absent; set PLUMBLINE_SHARED");
    QByteArray labels;
    QByteArray names;
    for (const QByteArray& line : test::readFile(file).split('\n').mid(1)) {
      if (line.trimmed().isEmpty()) continue;
      names += line.left(line.indexOf(';')) + ';';
      labels += line.mid(line.indexOf(';') + 1).trimmed() + ';';
    }
    for (const QByteArray& heading : {QByteArray("\xEF\xBB\xBF" + labels), names}) {
      const QTemporaryDir folder;
      QFile register_(folder.filePath(QStringLiteral("register.csv")));
      QVERIFY(register_.open(QIODevice::WriteOnly));
      register_.write(heading.chopped(1) + "\r\n");
      register_.close();
      const auto workspace =
          Workspace::open(folder.filePath(QStringLiteral("w")).toStdString(), true);
      const auto report =
          importPaths(*workspace, {register_.fileName().toStdString()}, {}, Progress());
      QVERIFY(report.ok());
      QVERIFY2(report->problems.empty(),
               report->problems.empty() ? "" : report->problems[0].text().c_str());
      QCOMPARE(report->files[0].kind, std::string("fr-register"));
    }
  }
};

PLUMBLINE_TEST(TestOfficialSamples)
#include "test_official_samples.moc"
