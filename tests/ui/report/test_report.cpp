// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ctime>
#include <future>
#include <thread>

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "ui/report/glyphs.h"
#include "ui/report/pdf_dates.h"
#include "ui/report/report_tables.h"
#include "ui/report/report_writer.h"

#include "tests/hostile_cells.h"
#include "tests/precious_outputs.h"
#include "tests/program.h"
#include "tests/ui/sample_deliveries.h"

using namespace plumbline;

namespace {

QByteArray contents(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString textOf(const QString& pdf) {
  QProcess process;
  process.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")});
  process.waitForFinished();
  QString text = QString::fromUtf8(process.readAllStandardOutput());
  return text.replace(QChar(0x00a0), QLatin1Char(' '));
}

}  // namespace

#define REQUIRE_TOOL(name)                                              \
  if (QStandardPaths::findExecutable(QStringLiteral(name)).isEmpty()) { \
    QSKIP(name " is not installed");                                    \
  }

class TestReport : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void saysWhatWasFound() {
    REQUIRE_TOOL("pdftotext");
    const QString path = write(ReportOptions());
    const QString text = textOf(path);
    for (const char* expected : {"Contradicted, Jan–Dec 2141",
                                 "Sum of the parts, as claimed",
                                 "48,310,000 kg",
                                 "EcoSphere North, Jan–Dec 2141",
                                 "Confirmed",
                                 "confirmed 46,684,000 kg",
                                 "Recycled onward",
                                 "1,240 t ± 180 t",
                                 "A loss below 296 t over the whole time",
                                 "May: first outside the limit",
                                 "Community, 1,846 jobs",
                                 "half started within 6.4 days",
                                 "Look here: unusual",
                                 "Plant sent SH-417",
                                 "Receiver got RC-2290",
                                 "differs",
                                 "What would settle it",
                                 "Holm",
                                 "Check it yourself",
                                 "docs/verify-by-hand.md",
                                 "nobody yet, this is a draft",
                                 "The gravest 20 of 57 findings"}) {
      QVERIFY2(text.contains(QString::fromUtf8(expected)), expected);
    }
    QVERIFY(text.contains(QStringLiteral("2 of ")));
  }

  void eachClaimHasItsOwnVerdictAndFigures() {
    REQUIRE_TOOL("pdftotext");
    AuditResult audit = test::sampleResult();
    ClaimVerdict other = audit.claims.front();
    other.start = Timestamp::fromCivil(2140, 1, 1);
    other.end = Timestamp::fromCivil(2141, 1, 1);
    other.decision = Decision::Supported;
    other.claimed = other.confirmed = test::tonnes(40'000);
    other.parts = {};
    other.parts[ClaimPart::Confirmed] = other.confirmed;
    audit.claims.insert(audit.claims.begin(), other);
    const QString path = m_folder.filePath(QStringLiteral("two.pdf"));
    QVERIFY(writeReport(audit, path, ReportOptions()).ok());
    const QString text = textOf(path);
    for (const char* expected :
         {"Supported, Jan–Dec 2140", "Contradicted, Jan–Dec 2141", "40,000,000 kg", "48,310,000 kg",
          "went, Jan–Dec 2140", "went, Jan–Dec 2141"}) {
      QVERIFY2(text.contains(QString::fromUtf8(expected)), expected);
    }
    // Nobody claimed both years together.
    QVERIFY(!text.contains(QStringLiteral("88,310")));
  }

  void namesThatPeopleMadeOne() {
    REQUIRE_TOOL("pdftotext");
    AuditResult audit = test::sampleResult();
    const QString without = textOf(write(ReportOptions()));
    QVERIFY(!without.contains(QStringLiteral("Names that are one")));
    const auto decision = [](const char* a, const char* b, AliasState state) {
      AliasDecision made;
      made.pair = NamePair::of(NameKind::Party, a, b, true);
      made.name = "anna.example";
      made.text = "one address";
      made.state = state;
      return made;
    };
    audit.aliases.decisions = {decision("50392", "Acme MRF", AliasState::Counts),
                               decision("x", "y", AliasState::NotYours),
                               decision("gone", "away", AliasState::TakenBack)};
    const QString path = m_folder.filePath(QStringLiteral("names.pdf"));
    QVERIFY(writeReport(audit, path, ReportOptions()).ok());
    const QString text = textOf(path);
    const QString section = text.section(QStringLiteral("Names that are one"), 1).left(1'500);
    for (const char* expected : {"“50392”", "“Acme MRF”", "are one", "anna.example", "one address",
                                 "counts", "does not count"}) {
      QVERIFY2(section.contains(QString::fromUtf8(expected)), qPrintable(section));
    }
    QVERIFY(!text.contains(QStringLiteral("“away”")));
  }

  void withoutAClaimThereIsNothingToJudge() {
    REQUIRE_TOOL("pdftotext");
    AuditResult audit = test::sampleResult();
    audit.claims.clear();
    const QString path = m_folder.filePath(QStringLiteral("none.pdf"));
    QVERIFY(writeReport(audit, path, ReportOptions()).ok());
    QVERIFY(textOf(path).contains(QStringLiteral("No claim to judge")));
  }

  void optionsLeaveThingsOut() {
    REQUIRE_TOOL("pdftotext");
    QVERIFY(textOf(write(ReportOptions())).contains(QStringLiteral("NL-4471")));
    ReportOptions options;
    options.hidePlates = true;
    options.method = false;
    options.topFindings = 3;
    const QString text = textOf(write(options));
    QVERIFY(!text.contains(QStringLiteral("NL-4471")));
    QVERIFY(text.contains(QStringLiteral("hidden")));
    QVERIFY(!text.contains(QStringLiteral("The plan, fixed before")));
    QVERIFY(text.contains(QStringLiteral("The gravest 3 of 57 findings")));
  }

  void isVectorWithEmbeddedFonts() {
    const QByteArray pdf = contents(write(ReportOptions()));
    QVERIFY(pdf.startsWith("%PDF-1."));
    QVERIFY(!pdf.contains("/Subtype /Image"));
    QVERIFY(pdf.contains("/FontFile2"));
    QVERIFY(pdf.contains("/ToUnicode"));
  }

  void sameAuditSameBytes() {
    const QByteArray first = contents(write(ReportOptions()));
    QTest::qWait(1100);  // a second later the clock says something else
    const QByteArray second = contents(write(ReportOptions()));
    QVERIFY(!first.isEmpty());
    QVERIFY(first == second);
    QVERIFY(first.contains("/CreationDate (D:21420101000000Z)"));
  }

  void runsOnAWorkerThread() {
    const QString path = m_folder.filePath(QStringLiteral("worker.pdf"));
    auto worker = std::async(std::launch::async, [path] {
      return writeReport(test::sampleResult(), path, ReportOptions());
    });
    const auto result = worker.get();
    QVERIFY(result.ok());
    QVERIFY(contents(path) == contents(write(ReportOptions())));
  }

  void pagesGrowWithFindingsOnly() {
    const auto pages = [](std::size_t count) {
      AuditResult audit = test::sampleResult();
      audit.findings.clear();
      for (std::size_t i = 0; i < count; ++i) {
        audit.findings.push_back(test::sampleRelabelled(static_cast<int>(i % 500)));
      }
      ReportOptions options;
      options.allFindings = true;
      return layOutReport(audit, options).pageCount();
    };
    const int fixed = pages(1);
    const int hundred = pages(101) - fixed;
    const int thousand = pages(1001) - fixed;
    QVERIFY(hundred >= 20 && hundred <= 50);
    QVERIFY(std::abs(thousand - 10 * hundred) <= 10);
  }

  void emptyAuditStillMakesAReport() {
    const QString path = m_folder.filePath(QStringLiteral("empty.pdf"));
    QVERIFY(writeReport(AuditResult(), path, ReportOptions()).ok());
    QVERIFY(contents(path).startsWith("%PDF"));
  }

  void writesNothingWhereItCannot() {
    const auto result =
        writeReport(test::sampleResult(), m_folder.filePath(QStringLiteral("no/such/x.pdf")), {});
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, ErrorCode::Io);
  }

  void missingCharactersAreNamed() {
    Glyphs glyphs(PaintStyle::print(paper::body));
    QCOMPARE(glyphs.printable(QStringLiteral("Résumé – 12 t ± 3 t − ≠")).left(20),
             QStringLiteral("Résumé – 12 t ± 3 t "));
    QCOMPARE(glyphs.printable(QString(QChar(0xE123))), QStringLiteral("[U+E123]"));
    QVERIFY(glyphs.missing() >= 1);
    AuditResult audit = test::sampleResult();
    audit.title = "\ue123";
    QVERIFY(layOutReport(audit, {}).missingCharacters() > 0);
  }

  void arabicSurvives() {
    REQUIRE_TOOL("pdftotext");
    const QString sample = QStringLiteral("محطة الشمال");
    if (Glyphs(PaintStyle::print(76)).printable(sample) != sample) QSKIP("no Arabic font here");
    AuditResult audit = test::sampleResult();
    audit.title = sample.toStdString();
    const QString path = m_folder.filePath(QStringLiteral("arabic.pdf"));
    QVERIFY(writeReport(audit, path, {}).ok());
    // The letters come out as presentation forms; compatibility decomposition names them again.
    const QString text = textOf(path).normalized(QString::NormalizationForm_KC);
    QVERIFY(text.contains(QStringLiteral("محطة")));
  }

  void everyPagePaintsInsideItsMargins() {
    const Document document = layOutReport(test::sampleResult(), {});
    for (int page = 0; page < document.pageCount(); ++page) {
      const QImage image = pictureOf(document, page);
      int ink = 0;
      for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
          const bool inside = x >= 50 && x < 595 - 50 && y >= 40 && y < 842 - 45;
          if (image.pixel(x, y) == qRgb(255, 255, 255)) continue;
          ink += inside ? 1 : 0;
          QVERIFY2(inside, qPrintable(QStringLiteral("page %1 at %2,%3").arg(page).arg(x).arg(y)));
        }
      }
      QVERIFY2(ink > 200, qPrintable(QStringLiteral("page %1 is empty").arg(page)));
    }
  }

  void timeZoneDoesNotMatter() {
    REQUIRE_TOOL("pdfinfo");
    const QByteArray here = contents(write(ReportOptions()));
    const QByteArray zone = qgetenv("TZ");
    qputenv("TZ", "Asia/Tokyo");
    tzset();
    const QString path = write(ReportOptions());
    qputenv("TZ", zone);
    tzset();
    QVERIFY(contents(path) == here);
    QProcess process;
    process.start(QStringLiteral("pdfinfo"), {path});
    process.waitForFinished();
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardError(), QByteArray());  // offsets still lead to their objects
  }

  void shorterDateMovesTheOffsets() {
    QByteArray pdf("1 0 obj\n/CreationDate (D:20261123101500+09'00')\nendobj\n2 0 obj\nendobj\n");
    const qsizetype second = pdf.indexOf("2 0 obj");
    const qsizetype table = pdf.size();
    pdf += "xref\n0 3\n0000000000 65535 f \n0000000000 00000 n \n" +
           QByteArray::number(second).rightJustified(10, '0') + " 00000 n \ntrailer\nstartxref\n" +
           QByteArray::number(table) + "\n%%EOF\n";
    fixPdfDates(pdf, Timestamp::fromCivil(2142, 1, 1), sha256({}));
    QVERIFY(pdf.contains("(D:21420101000000Z)"));
    QVERIFY(pdf.contains(QByteArray::number(second - 6).rightJustified(10, '0') + " 00000 n"));
    QVERIFY(pdf.contains("startxref\n" + QByteArray::number(table - 6) + "\n"));
    QCOMPARE(pdf.indexOf("xref\n"), table - 6);
  }

  void tables() {
    const QString folder = m_folder.filePath(QStringLiteral("tables"));
    QVERIFY(writeTables(test::sampleResult(), folder).ok());
    const QByteArray findings = contents(folder + QStringLiteral("/findings.csv"));
    QVERIFY(findings.startsWith("id,rule,severity,amount_kg,"));
    QCOMPARE(findings.count('\n'), 58);
    QVERIFY(
        findings.contains("material_changed,contradiction,17240,0,2141-04-08T07:12:00Z,"
                          "ecosphere-north/shipments/SH-417 harbour-reclaim/receipts/RC-2290,2"));
    const QByteArray months = contents(folder + QStringLiteral("/balance_months.csv"));
    QCOMPARE(months.count('\n'), 13);
    QVERIFY(months.contains("2141-05,"));
    QVERIFY(contents(folder + QStringLiteral("/README.txt")).contains("Results digest: e3b0c442"));
    const QByteArray causes = contents(folder + QStringLiteral("/balance_contributions.csv"));
    QCOMPARE(causes.count('\n'), 6);
    QVERIFY(
        causes.contains("shared_scale,EcoSphere North,WB-1,2141-A,true,1,172000,53000,913086\n"));
    const QByteArray nodes = contents(folder + QStringLiteral("/network_nodes.csv"));
    QCOMPARE(nodes.count('\n'), 5);
    QVERIFY(nodes.contains(
        "1,way,Harbour Reclaim,EcoFibre board,,false,20504000,20118000,386000,12000\n"));
    const QByteArray figures = contents(folder + QStringLiteral("/network_figures.csv"));
    QCOMPARE(figures.count('\n'), 9);
    QVERIFY(figures.contains("one_sided,0,,3,62000,31,62000,15.5,\n"));
  }

  void destroysNothing() {
    const QTemporaryDir folder;
    for (const QString& ending : {QStringLiteral(".pdf"), QStringLiteral(".html")}) {
      const QStringList precious = test::preciousOutputs(folder.path(), ending);
      const auto before = test::everythingIn(folder.path());
      for (const QString& path : precious) {
        const auto written = ending == QStringLiteral(".pdf")
                                 ? writeReport(test::sampleResult(), path, {})
                                 : writeWebPage(test::sampleResult(), path, {});
        QVERIFY2(!written && written.error().code == ErrorCode::Usage, qPrintable(path));
      }
      QVERIFY(test::everythingIn(folder.path()) == before);
    }
  }

  void tablesDestroyNothing() {
    for (int i = 0; i < 6; ++i) {
      const QTemporaryDir folder;
      const QString precious = test::preciousOutputs(folder.path(), QString()).value(i);
      if (precious.isEmpty()) continue;
      // The last of the files may not be written, so that none is.
      QVERIFY(QFile::rename(precious, folder.filePath(QStringLiteral("checks.csv"))));
      const auto before = test::everythingIn(folder.path());
      const auto written = writeTables(test::sampleResult(), folder.path());
      QVERIFY2(!written && written.error().code == ErrorCode::Usage, qPrintable(precious));
      QVERIFY(test::everythingIn(folder.path()) == before);
    }
  }

  void theTablesHoldNoFormula() {
    AuditResult result = test::sampleResult();
    const QStringList hostile = test::hostileCells();
    qsizetype next = 0;
    const auto name = [&] { return hostile[next++ % hostile.size()].toStdString(); };
    for (int i = 0; i < hostile.size(); ++i) {
      result.claims.push_back(result.claims.front());
      result.claims.back().id = result.claims.back().party = name();
      result.claims.back().unit = name();
      result.balance.contributions.push_back(result.balance.contributions.front());
      result.balance.contributions.back().name = name();
      result.balance.contributions.back().party = result.balance.contributions.back().detail =
          name();
      result.network.nodes.push_back(result.network.nodes.front());
      result.network.nodes.back().party = result.network.nodes.back().material = name();
      result.balance.outcomes.push_back(result.balance.outcomes.front());
      result.balance.outcomes.back().key = name();
      result.findings.push_back(result.findings.front());
      for (RecordRef& record : result.findings.back().records) record.id = record.party = name();
    }
    const QString folder = m_folder.filePath(QStringLiteral("hostile"));
    QVERIFY(writeTables(result, folder).ok());
    const QStringList files = QDir(folder).entryList({QStringLiteral("*.csv")});
    QCOMPARE(files.size(), 9);
    int met = 0;
    for (const QString& file : files) {
      const QByteArray csv = contents(folder + QLatin1Char('/') + file);
      const QStringList formulas = test::formulasIn(csv);
      QVERIFY2(formulas.isEmpty(), qPrintable(file + formulas.join(QLatin1Char('|'))));
      met += csv.contains("'=1+1") ? 1 : 0;
    }
    QVERIFY(met >= 3);
  }

  /// The page lays it out in the background and shows it long after that thread is gone, with its
  /// fonts.
  void outlivesTheThreadThatLaidItOut() {
    const AuditResult result = test::sampleResult();
    Document there;
    std::thread worker([&] { there = layOutReport(result, ReportOptions()); });
    worker.join();
    const Document here = layOutReport(result, ReportOptions());
    QCOMPARE(there.pageCount(), here.pageCount());
    for (int page = 0; page < here.pageCount(); ++page) {
      QCOMPARE(pictureOf(there, page), pictureOf(here, page));
    }
  }

  void whoGotItNeedsTheRecords() {
    REQUIRE_TOOL("pdftotext");
    QVERIFY(!textOf(write(ReportOptions())).contains(QStringLiteral("Map of shipments")));
    ReportOptions options;
    options.deliveries = std::make_shared<const Deliveries>(test::sampleDeliveries());
    const QString text = textOf(write(options));
    for (const char* words : {"From source to receiver", "Map of shipments", "Delta Paper",
                              "Receivers and their distance", "Not on the map"}) {
      QVERIFY2(text.contains(QString::fromUtf8(words)), words);
    }
    // Vectors: not one pixel in it.
    QVERIFY(!contents(write(options)).contains("/Subtype /Image"));
    options.balance = false;
    QVERIFY(!textOf(write(options)).contains(QStringLiteral("Map of shipments")));
  }

 private:
  static QImage pictureOf(const Document& document, int page) {
    QImage image(595, 842, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(1 / paper::perPoint, 1 / paper::perPoint);
    document.paint(&painter, page);
    return image;
  }
  QString write(const ReportOptions& options) {
    const QString path = m_folder.filePath(QStringLiteral("report.pdf"));
    const auto result = writeReport(test::sampleResult(), path, options);
    if (!result.ok()) qFatal("the report was not written");
    return path;
  }

  QTemporaryDir m_folder;
};

PLUMBLINE_WINDOW_TEST(TestReport)
#include "test_report.moc"
