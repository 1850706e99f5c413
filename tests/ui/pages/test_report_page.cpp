// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Choices of the report page: format, contents, paper, signature.
#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "ui/pages/report_page.h"
#include "ui/report/preview.h"
#include "ui/theme/labels.h"
#include "ui/theme/theme.h"

#include "tests/program.h"
#include "tests/ui/sample_result.h"

using namespace plumbline;

class TestReportPage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { Theme::install(*qApp); }

  void init() {
    m_page = std::make_unique<ReportPage>();
    m_page->resize(1200, 760);
    m_page->show();
    m_page->showAudit(sample());
    QTRY_VERIFY(preview()->pageCount() > 5);
  }
  void cleanup() { m_page.reset(); }

  /// A page that nobody looks at leaves the records alone.
  void laidOutOnceItIsSeen() {
    ReportPage page;
    page.resize(1200, 760);
    page.showAudit(sample());
    QTest::qWait(300);
    auto* hidden = page.findChild<ReportPreview*>();
    QCOMPARE(hidden->pageCount(), 0);
    page.show();
    QTRY_VERIFY(hidden->pageCount() > 5);
  }

  void formats_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("suggested");
    QTest::addColumn<bool>("report");
    QTest::newRow("pdf") << 0 << QStringLiteral("Save PDF...")
                         << QStringLiteral("EcoSphere North.pdf") << true;
    QTest::newRow("web page") << 1 << QStringLiteral("Save web page...")
                              << QStringLiteral("EcoSphere North.html") << true;
    QTest::newRow("tables") << 2 << QStringLiteral("Save tables...")
                            << QStringLiteral("EcoSphere North") << false;
    QTest::newRow("audit file") << 3 << QStringLiteral("Share audit file...")
                                << QStringLiteral("EcoSphere North.plumb") << false;
  }
  void formats() {
    QFETCH(int, format);
    OpenAudit audit = sample();
    audit.workspace = "there.plumbline";
    m_page->showAudit(audit);
    m_page->findChild<QAbstractButton*>(QStringLiteral("format%1").arg(format))->click();
    QTEST(button("exportButton")->text(), "verb");
    QTEST(button("exportButton")->accessibleName(), "verb");
    QString asked;
    m_page->setAskPath([&](QWidget*, ExportFormat which, const QString& suggestion) {
      asked = static_cast<int>(which) == format ? suggestion : QString();
      return QString();
    });
    button("exportButton")->click();
    QTEST(asked, "suggested");
    QTEST(preview()->isVisible(), "report");
    QTEST(button("withBalance")->isEnabled(), "report");
    // Pages have a paper, web pages have none.
    QCOMPARE(paper()->isEnabled(), format == 0);
    if (!preview()->isVisible()) QVERIFY(label("reportWhat").size() > 40);
  }

  void previewShowsPaperAndContents() {
    QVERIFY(m_page->request().options.paper == Paper::A4);
    const int pages = preview()->pageCount();
    paper()->setCurrentIndex(1);
    QVERIFY(m_page->request().options.paper == Paper::Letter);
    QTRY_COMPARE(preview()->paper(), Paper::Letter);
    paper()->setCurrentIndex(0);
    QTRY_COMPARE(preview()->paper(), Paper::A4);
    for (const char* part : {"withBalance", "withScheduler", "withFindings", "withMethod"}) {
      button(part)->click();
      QTRY_VERIFY2(preview()->pageCount() < pages, part);
      button(part)->click();
      QTRY_COMPARE(preview()->pageCount(), pages);
    }
  }

  void withoutFindingsThereIsNothingToChooseAboutThem() {
    button("withFindings")->click();
    QVERIFY(!button("withSides")->isEnabled());
    QVERIFY(!button("allFindings")->isEnabled());
    button("withFindings")->click();
    QVERIFY(button("withSides")->isEnabled());
  }

  void webPageIsWritten() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r.html"));
    button("format1")->click();
    button("withScheduler")->click();
    m_page->setAskPath([&](QWidget*, ExportFormat, const QString&) { return path; });
    QSignalSpy exported(m_page.get(), &ReportPage::exported);
    button("exportButton")->click();
    QVERIFY(exported.wait());
    QCOMPARE(exported[0][1].toString(), QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray page = file.readAll();
    QVERIFY(page.startsWith("<!DOCTYPE html>"));
    QVERIFY(!page.contains("who waits how long"));
    QVERIFY(label("exportStatus").contains(path));
  }

  void signing() {
    QVERIFY(!button("signAudit")->isEnabled());  // no workspace that could hold a signature
    QCOMPARE(label("reportSignatures"), QStringLiteral("Nobody has signed these results."));
    OpenAudit audit = sample();
    audit.workspace = "there.plumbline";
    m_page->showAudit(audit);
    QVERIFY(button("signAudit")->isEnabled());
    QSignalSpy wanted(m_page.get(), &Page::signRequested);
    m_page->setAskKey([](QWidget*) { return std::nullopt; });
    button("signAudit")->click();
    QCOMPARE(wanted.count(), 0);
    m_page->setAskKey([](QWidget*) {
      return KeyChoice{QStringLiteral("my.key"), QStringLiteral("word")};
    });
    button("signAudit")->click();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].toString(), QStringLiteral("my.key"));
    QCOMPARE(wanted[0][1].toString(), QStringLiteral("word"));
  }

  void whoSigned() {
    auto result = std::make_shared<AuditResult>(test::sampleResult());
    SignOff good;
    good.name = "council";
    good.signatureGood = good.current = true;
    SignOff old = good;
    old.name = "earlier";
    old.current = false;
    SignOff bad;
    bad.name = "other";
    result->signOffs = {good, old, bad};
    OpenAudit audit;
    audit.result = result;
    m_page->showAudit(audit);
    QCOMPARE(label("reportSignatures"),
             QStringLiteral("Signed by council.\nearlier signed other results than these.\nA "
                            "signature in the name of other fails."));
    QCOMPARE(label("pageSubtitle"), QStringLiteral("Signed off"));
  }

 private:
  [[nodiscard]] static OpenAudit sample() {
    OpenAudit audit;
    audit.result = test::sampleAudit();
    return audit;
  }
  [[nodiscard]] QAbstractButton* button(const char* name) const {
    return m_page->findChild<QAbstractButton*>(QLatin1String(name));
  }
  [[nodiscard]] QComboBox* paper() const { return m_page->findChild<QComboBox*>(); }
  [[nodiscard]] ReportPreview* preview() const { return m_page->findChild<ReportPreview*>(); }
  [[nodiscard]] QString label(const char* name) const {
    const auto* found = m_page->findChild<QLabel*>(QLatin1String(name));
    const auto* sentence = qobject_cast<const SentenceLabel*>(found);
    return sentence != nullptr ? SentenceLabel::toPlain(sentence->sentence()) : found->text();
  }

  std::unique_ptr<ReportPage> m_page;
};

PLUMBLINE_WINDOW_TEST(TestReportPage)
#include "test_report_page.moc"
