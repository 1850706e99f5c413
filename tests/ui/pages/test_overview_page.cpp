// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPainter>
#include <QPdfWriter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include "ui/cards/finding_line.h"
#include "ui/figures/claim_picture.h"
#include "ui/pages/overview_page.h"
#include "ui/theme/components.h"

#include "../sample_result.h"
#include "tests/program.h"
#include "tests/ui/real_window.h"

using namespace plumbline;

namespace {

OpenAudit sampleAudit() {
  return {std::make_shared<AuditResult>(test::sampleResult()), {}};
}

}  // namespace

class TestOverviewPage : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { Theme::install(*qApp); }
  void init() {
    Theme::instance().setChoice(ThemeChoice::Light);
    m_page = std::make_unique<OverviewPage>(nullptr);
    m_page->resize(1232, 788);
  }
  void cleanup() { m_page.reset(); }

  void emptyStateOffersAWayIn();
  void showsTheVerdictInWords();
  void fiveEvidenceRowsInOrder();
  void topFindingsLeadToTheFindingsPage();
  void tableTwinSaysTheSame();
  void pictureStopsAreSpoken();
  void partsLeadToTheirRows();
  void partsSayOfHowManyLoadsTheyAre();
  void eachClaimIsShownByItself();
  void noMassIsConfirmedByNobody();
  void nobodyClaimsAnything();
  void saysWhatItWasReadUnder();
  void saysWhatItRestsOn();
  void whatIsMissingLeadsToTheEvidence();
  void pictureIsVectorInPdf();
  void linksLeadToTheirPages();
  void answerNeedsNoScrolling_data();
  void answerNeedsNoScrolling();
  void keepAPicture();

 private:
  std::unique_ptr<OverviewPage> m_page;
};

void TestOverviewPage::emptyStateOffersAWayIn() {
  m_page->showAudit({});
  m_page->show();
  QVERIFY(m_page->findChild<EmptyState*>()->isVisible());
  QSignalSpy wanted(m_page.get(), &Page::importRequested);
  m_page->findChild<QPushButton*>(QStringLiteral("emptyPrimary"))->click();
  QCOMPARE(wanted.count(), 1);
}

void TestOverviewPage::showsTheVerdictInWords() {
  const OpenAudit audit = sampleAudit();
  m_page->showAudit(audit);
  m_page->show();
  QVERIFY(!m_page->findChild<EmptyState*>()->isVisible());
  const auto* word = m_page->findChild<QLabel*>(QStringLiteral("verdictWord"));
  QCOMPARE(audit.result->decision(), Decision::Contradicted);
  QCOMPARE(word->text(), QStringLiteral("Contradicted, Jan–Dec 2141"));
  QVERIFY(!m_page->findChild<QTableWidget*>(QStringLiteral("claimList"))->isVisible());
  const auto* sentence = m_page->findChild<SentenceLabel*>(QStringLiteral("verdictSentence"));
  QVERIFY(sentence->sentence().contains(QStringLiteral("**")));
  QVERIFY(!sentence->sentence().contains(QStringLiteral("<b>")));
}

void TestOverviewPage::fiveEvidenceRowsInOrder() {
  m_page->showAudit(sampleAudit());
  const auto names = m_page->findChildren<QLabel*>(QStringLiteral("evidenceName"));
  QStringList texts;
  for (const QLabel* name : names) texts << name->text();
  QCOMPARE(texts, (QStringList{QStringLiteral("Intact"), QStringLiteral("Signed by"),
                               QStringLiteral("In the log"), QStringLiteral("Same for everyone"),
                               QStringLiteral("Not later than")}));
}

void TestOverviewPage::topFindingsLeadToTheFindingsPage() {
  const OpenAudit audit = sampleAudit();
  m_page->showAudit(audit);
  const auto lines = m_page->findChildren<FindingLine*>();
  QVERIFY(!lines.isEmpty());
  QVERIFY(lines.size() <= 5);
  QSignalSpy navigated(m_page.get(), &Page::navigate);
  lines.first()->click();
  QCOMPARE(navigated.count(), 1);
  const auto target = navigated.first().first().value<Target>();
  QCOMPARE(target.page, PageId::Findings);
  QCOMPARE(target.item, QString::fromStdString(audit.result->findings.front().id));
}

void TestOverviewPage::tableTwinSaysTheSame() {
  const OpenAudit audit = sampleAudit();
  m_page->showAudit(audit);
  m_page->show();
  auto* table = m_page->findChild<QTableWidget*>(QStringLiteral("claimTable"));
  QVERIFY(!table->isVisible());
  m_page->pageActions().first()->trigger();
  QVERIFY(table->isVisible());
  QVERIFY(!m_page->findChild<ClaimPicture*>()->isVisible());
  const std::vector<ClaimRow> rows = claimRows(audit.result->claims.front());
  QCOMPARE(table->rowCount(), static_cast<int>(rows.size()));
  QCOMPARE(table->item(0, 1)->text(), rows[0].value);
}

void TestOverviewPage::pictureStopsAreSpoken() {
  m_page->showAudit(sampleAudit());
  m_page->show();
  auto* picture = m_page->findChild<ClaimPicture*>();
  QCOMPARE(picture->stopCount(), 8);  // the parts
  picture->setFocus();
  QTest::keyClick(picture, Qt::Key_Right);
  QVERIFY(!picture->currentText().isEmpty());
  QVERIFY(!picture->accessibleDescription().isEmpty());
}

void TestOverviewPage::partsLeadToTheirRows() {
  m_page->showAudit(sampleAudit());
  m_page->show();
  auto* picture = m_page->findChild<ClaimPicture*>();
  QSignalSpy navigated(m_page.get(), &Page::navigate);
  const int missing = 4;
  QTest::mouseClick(picture, Qt::LeftButton, {}, picture->stop(missing).box.center().toPoint());
  QCOMPARE(navigated.count(), 1);
  const auto target = navigated.first().first().value<Target>();
  QCOMPARE(target.page, PageId::Records);
  QCOMPARE(target.item, QStringLiteral("part/missing/0"));
  const int pending = 5;  // of nothing: leads nowhere
  QTest::mouseClick(picture, Qt::LeftButton, {}, picture->stop(pending).box.center().toPoint());
  QCOMPARE(navigated.count(), 1);
}

/// A load can have several parts; the sum counts each once.
void TestOverviewPage::partsSayOfHowManyLoadsTheyAre() {
  m_page->showAudit(sampleAudit());
  const auto* table = m_page->findChild<QTableWidget*>(QStringLiteral("claimTable"));
  QCOMPARE(table->horizontalHeaderItem(2)->text(), QStringLiteral("Loads"));
  const QStringList wanted{QStringLiteral("2,785 loads"), QStringLiteral("in 9 loads"),
                           QStringLiteral("23 loads"),    QStringLiteral("14 loads"),
                           QStringLiteral("31 loads"),    QString(),
                           QStringLiteral("1 load"),      QString(),
                           QStringLiteral("2,854 loads")};
  QStringList found;
  for (int row = 0; row < table->rowCount(); ++row) found << table->item(row, 2)->text();
  QCOMPARE(found, wanted);
  const auto* picture = m_page->findChild<ClaimPicture*>();
  QCOMPARE(picture->stop(2).text, QStringLiteral("Received as residue: 386,000\u00A0kg, 23 loads"));
  QVERIFY(picture->accessibleDescription().contains(QStringLiteral("2,854 loads")));
}

void TestOverviewPage::eachClaimIsShownByItself() {
  AuditResult result = test::sampleResult();
  ClaimVerdict other = result.claims.front();
  other.start = Timestamp::fromCivil(2140, 1, 1);
  other.end = Timestamp::fromCivil(2141, 1, 1);
  other.decision = Decision::Supported;
  other.claimed = other.confirmed = test::tonnes(40'000);
  other.parts = {};
  other.parts[ClaimPart::Confirmed] = other.confirmed;
  result.claims.insert(result.claims.begin(), other);
  m_page->showAudit({std::make_shared<AuditResult>(result), {}});
  m_page->show();
  auto* list = m_page->findChild<QTableWidget*>(QStringLiteral("claimList"));
  QVERIFY(list->isVisible());
  QCOMPARE(list->rowCount(), 2);
  const auto* word = m_page->findChild<QLabel*>(QStringLiteral("verdictWord"));
  const auto* sentence = m_page->findChild<SentenceLabel*>(QStringLiteral("verdictSentence"));
  QCOMPARE(word->text(), QStringLiteral("Contradicted, Jan–Dec 2141"));  // the worst first
  QCOMPARE(list->currentRow(), 1);
  const QAbstractItemModelTester tester(list->model());
  QCOMPARE(list->item(0, 5)->text(), QStringLiteral("whom you vouched for"));
  QVERIFY(test::showActive(*m_page));
  list->setFocus();
  QTest::keyClick(list, Qt::Key_Up);
  QCOMPARE(word->text(), QStringLiteral("Supported, Jan–Dec 2140"));
  QVERIFY(sentence->sentence().contains(QStringLiteral("40,000")));
  QVERIFY(m_page->findChild<ClaimPicture*>()->accessibleDescription().contains(
      QStringLiteral("40,000,000")));
  QCOMPARE(m_page->trail(), QStringLiteral("Jan–Dec 2140"));
  QTest::keyClick(list, Qt::Key_Return);
  auto* verdict = m_page->findChild<QWidget*>(QStringLiteral("verdictBlock"));
  QVERIFY(verdict->hasFocus());
  QCOMPARE(verdict->accessibleName(), QStringLiteral("Verdict: Supported, Jan–Dec 2140"));
}

/// Of several claims some may be only stated: no heading says "confirmed" over them.
void TestOverviewPage::noMassIsConfirmedByNobody() {
  AuditResult result = test::sampleResult();
  ClaimVerdict other = result.claims.front();
  other.start = Timestamp::fromCivil(2142, 1, 1);
  other.end = Timestamp::fromCivil(2143, 1, 1);
  other.decision = Decision::CannotTell;
  other.onlySaid = true;
  result.claims.push_back(other);
  m_page->showAudit({std::make_shared<AuditResult>(result), {}});
  m_page->show();
  auto* list = m_page->findChild<QTableWidget*>(QStringLiteral("claimList"));
  QCOMPARE(list->horizontalHeaderItem(4)->text(), QStringLiteral("Confirmed or stated"));
  QCOMPARE(list->item(0, 5)->text(), QStringLiteral("whom you vouched for"));
  QCOMPARE(list->item(1, 5)->text(), QStringLiteral("nobody you named"));
}

void TestOverviewPage::nobodyClaimsAnything() {
  AuditResult result = test::sampleResult();
  result.claims.clear();
  m_page->showAudit({std::make_shared<AuditResult>(result), {}});
  m_page->show();
  QCOMPARE(m_page->findChild<QLabel*>(QStringLiteral("verdictWord"))->text(),
           QStringLiteral("No claim to judge"));
  QVERIFY(!m_page->findChild<QWidget*>(QStringLiteral("claimCard"))->isVisible());
}

void TestOverviewPage::saysWhatItWasReadUnder() {
  AuditResult result = test::sampleResult();
  result.standing.counted = {{Role::Plant, "north", "a", false, true},
                             {Role::Receiver, "south", "b", false, true}};
  m_page->showAudit({std::make_shared<AuditResult>(result), {}});
  const auto* line = m_page->findChild<SentenceLabel*>(QStringLiteral("readUnderWords"));
  QCOMPARE(line->sentence(),
           QStringLiteral("**Read under** Jan–Dec 2141 · plan 1, bulk-10 (10\u00A0% of a load), receipts due "
                          "in 30 days · the program’s own code lists · the word of 2 keys you vouched "
                          "for"));
  QSignalSpy navigated(m_page.get(), &Page::navigate);
  QSignalSpy tables(m_page.get(), &Page::tablesRequested);
  m_page->findChild<LinkButton*>(QStringLiteral("readUnderKeys"))->click();
  QCOMPARE(navigated.count(), 1);
  QCOMPARE(navigated[0].first().value<Target>().page, PageId::Evidence);
  QCOMPARE(navigated[0].first().value<Target>().item, QStringLiteral("why/trust"));
  m_page->findChild<LinkButton*>(QStringLiteral("readUnderTables"))->click();
  QCOMPARE(tables.count(), 1);
  // Where nobody claims anything, nothing was read under anything.
  result.claims.clear();
  m_page->showAudit({std::make_shared<AuditResult>(result), {}});
  m_page->show();
  QVERIFY(!m_page->findChild<QWidget*>(QStringLiteral("readUnder"))->isVisible());
}

void TestOverviewPage::saysWhatItRestsOn() {
  m_page->showAudit(sampleAudit());
  m_page->show();
  QStringList lines;
  for (const QWidget* line : m_page->findChildren<QWidget*>(QStringLiteral("groundLine"))) {
    lines << line->accessibleName();
  }
  QCOMPARE(lines, (QStringList{QStringLiteral("Keys you vouched for: 15 publications, 1 key"),
                               QStringLiteral("Keys not vouched for: 12 publications, 1 key"),
                               QStringLiteral("Known to be missing: nothing")}));
  const auto facts = m_page->findChildren<QLabel*>(QStringLiteral("evidenceFact"));
  QCOMPARE(facts.size(), 5);
  QCOMPARE(facts[0]->text(), QStringLiteral("64 signed files"));
  QCOMPARE(facts[1]->text(), QStringLiteral("1 of 2 keys vouched for"));
  QCOMPARE(facts[2]->text(), QStringLiteral("no log"));
  QCOMPARE(facts[4]->text(), QStringLiteral("time stamps: none"));
  QSignalSpy navigated(m_page.get(), &Page::navigate);
  m_page->findChild<Card*>(QStringLiteral("restsOnCard"))->findChild<LinkButton*>()->click();
  QCOMPARE(navigated.first().first().value<Target>().item, QStringLiteral("why/trust"));
}

void TestOverviewPage::whatIsMissingLeadsToTheEvidence() {
  AuditResult result = test::sampleResult();
  result.gaps = {{"Harbour Reclaim", Table::Receipts, Timestamp::fromCivil(2141, 3, 1),
                  Timestamp::fromCivil(2141, 4, 1)}};
  m_page->showAudit({std::make_shared<AuditResult>(result), {}});
  m_page->show();
  const auto* names = m_page->findChild<SentenceLabel*>(QStringLiteral("missingNames"));
  QCOMPARE(names->sentence(), QStringLiteral("receipts of Harbour Reclaim, Mar 2141"));
  auto* link = m_page->findChild<LinkButton*>(QStringLiteral("openMissing"));
  QCOMPARE(link->text(), QStringLiteral("1 gap"));
  QSignalSpy navigated(m_page.get(), &Page::navigate);
  link->click();
  QCOMPARE(navigated.first().first().value<Target>().page, PageId::Evidence);
}

void TestOverviewPage::pictureIsVectorInPdf() {
  QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("claim.pdf"));
  {
    QPdfWriter writer(path);
    writer.setResolution(300);
    QPainter painter(&writer);
    paintClaimPicture(&painter, QRectF(0, 0, 2000, 900), sampleAudit().result->claims.front(),
                      PaintStyle::print(38));
  }
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  const QByteArray bytes = file.readAll();
  QVERIFY(bytes.contains("/Font"));
  QVERIFY(!bytes.contains("/Subtype /Image"));
}

void TestOverviewPage::linksLeadToTheirPages() {
  m_page->showAudit(sampleAudit());
  QSignalSpy navigated(m_page.get(), &Page::navigate);
  for (const char* card : {"signaturesCard", "topFindings", "monthsCard"}) {
    m_page->findChild<Card*>(QLatin1String(card))->findChild<LinkButton*>()->click();
  }
  QCOMPARE(navigated.count(), 3);
  QCOMPARE(navigated[0].first().value<Target>().page, PageId::Evidence);
  QCOMPARE(navigated[1].first().value<Target>().page, PageId::Findings);
  QCOMPARE(navigated[2].first().value<Target>().page, PageId::Balance);
}

void TestOverviewPage::answerNeedsNoScrolling_data() {
  QTest::addColumn<QSize>("size");
  QTest::addColumn<bool>("compact");
  // What is left of 1440 x 900 and 1024 x 700 beside menu, tool bar, sidebar and status bar.
  QTest::newRow("large") << QSize(1232, 788) << false;
  QTest::newRow("small") << QSize(968, 588) << true;
}

void TestOverviewPage::answerNeedsNoScrolling() {
  QFETCH(QSize, size);
  QFETCH(bool, compact);
  m_page->resize(size);
  m_page->setCompact(compact);
  m_page->showAudit(sampleAudit());
  m_page->show();
  QCoreApplication::processEvents();
  const auto* scroll = m_page->findChild<QScrollArea*>(QStringLiteral("pageScroll"));
  if (!compact) QCOMPARE(scroll->verticalScrollBar()->maximum(), 0);
  const auto boxOf = [&](const char* name) {
    const auto* part = m_page->findChild<QWidget*>(QLatin1String(name));
    return QRect(part->mapTo(m_page.get(), QPoint()), part->size());
  };
  QVERIFY(m_page->rect().contains(boxOf("verdictBlock")));
  for (const char* name : {"claimCard", "signaturesCard"}) {
    QRect box = boxOf(name);
    // In a small window the last parts may scroll; the bars are there at once.
    if (compact) box.setHeight(std::min(box.height(), 200));
    QVERIFY2(m_page->rect().contains(box), name);
  }
}

void TestOverviewPage::keepAPicture() {
  m_page->showAudit(sampleAudit());
  m_page->show();
  QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
  const QImage image = m_page->grab().toImage();
  QVERIFY(!image.isNull());
  const QString folder = qEnvironmentVariable("PLUMBLINE_PICTURES");
  if (!folder.isEmpty())
    QVERIFY(image.save(QDir(folder).filePath(QStringLiteral("overview-page.png"))));
}

PLUMBLINE_WINDOW_TEST(TestOverviewPage)
#include "test_overview_page.moc"
