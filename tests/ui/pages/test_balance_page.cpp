// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Balance page over a real audit: a part of the time, one kind of material.
#include <algorithm>
#include <cmath>

#include <QAction>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/simulate/simulator.h"

#include "ui/charts/chart.h"
#include "ui/charts/flow_picture.h"
#include "ui/charts/map_picture.h"
#include "ui/charts/sankey.h"
#include "ui/figures/contribution_bars.h"
#include "ui/pages/balance_page.h"
#include "ui/theme/components.h"
#include "ui/words/contribution_words.h"
#include "ui/words/format.h"
#include "ui/words/network_words.h"

#include "tests/model/vouched.h"
#include "tests/program.h"
#include "tests/ui/sample_result.h"

using namespace plumbline;

class TestBalancePage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QCoreApplication::setOrganizationName(QStringLiteral("Plumbline"));
    QCoreApplication::setApplicationName(QStringLiteral("test_balance_page"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    Theme::install(*qApp);
    SimulationOptions options;
    options.months = 14;
    options.loadsPerMonth = 60;
    options.jobsPerMonth = 5;
    const fs::path folder(m_folder.path().toStdU16String());
    QVERIFY(simulate(options, folder / "publications", Progress()).ok());
    m_open.workspace = folder / "audit.plumbline";
    QVERIFY(importInto(m_open.workspace, {folder / "publications"},
                       test::vouchedFor(folder / "publications"), Progress()).ok());
    const auto audit = runAudit(m_open.workspace, Progress());
    QVERIFY(audit.ok());
    m_open.result = *audit;
    QVERIFY(m_open.result->balance.applicable);
  }
  void init() {
    QSettings().clear();
    m_page = std::make_unique<BalancePage>();
    m_page->resize(1232, 788);
    m_page->showAudit(m_open);
    m_page->show();
  }
  void cleanup() { m_page.reset(); }

  /// Records of a month are missing: the page names them and tells nothing that they could change.
  void whatIsMissingIsSaidWhereTheFiguresStand() {
    auto changed = std::make_shared<AuditResult>(*m_open.result);
    changed->gaps = {{"Harbour Reclaim", Table::Receipts, Timestamp::fromCivil(2141, 6, 1),
                      Timestamp::fromCivil(2141, 7, 1)}};
    markMonths(*changed);
    const auto* label = m_page->findChild<SentenceLabel*>(QStringLiteral("balanceAnswer"));
    const QString before = label->sentence();
    QVERIFY(before.contains(QStringLiteral("unaccounted for")));
    m_page->showAudit({changed, m_open.workspace});
    const QString answer = label->sentence();
    QVERIFY2(answer.startsWith(QStringLiteral("**Cannot tell**, records are missing: receipts of "
                                              "Harbour Reclaim, Jun 2141.")),
             qPrintable(answer));
    QVERIFY(!answer.contains(QStringLiteral("unaccounted for")));
    const auto* claimed = m_page->findChild<Chart*>(QStringLiteral("claimedByMonth"));
    QVERIFY(!claimed->data().spans.empty());
    QCOMPARE(claimed->data().tableRows[5].last(), QStringLiteral("records are missing"));
    QVERIFY(text("lossSentence").contains(QStringLiteral("cannot be told")));
    QVERIFY(!m_page->findChild<QWidget*>(QStringLiteral("networkCard"))->isVisible());
    m_page->showAudit(m_open);
    QCOMPARE(label->sentence(), before);
    QVERIFY(claimed->data().spans.empty());
  }

  void figuresFollowThePeriod() {
    const QString whole = text("pageSubtitle");
    QVERIFY(!note()->text().contains(QStringLiteral("one material")));
    for (const BalancePeriod& wanted : m_open.result->slices.periods) {
      if (wanted.kind != PeriodKind::Quarter || wanted.last.index - wanted.first.index != 3)
        continue;
      pick("balancePeriod",
           QStringLiteral("%1/%2").arg(QString::fromStdString(wanted.first.text()),
                                       QString::fromStdString(wanted.last.text())));
      QVERIFY(text("pageSubtitle") != whole);
      const auto* chart = m_page->findChild<Chart*>(QStringLiteral("runningSumChart"));
      QCOMPARE(chart->data().lines.back().points.size(), std::size_t{3});
      QCOMPARE(chart->data().tableRows.size(), std::size_t{3});
      // No claim covers just that quarter.
      QVERIFY(note()->isVisible());
      QVERIFY(note()->sentence().contains(QStringLiteral("cover")));
      return;
    }
    QFAIL("no whole quarter");
  }

  void oneMaterialHasNoRunningSum() {
    pick("balanceMaterial", QStringLiteral("product"));
    QVERIFY(text("pageSubtitle").startsWith(QStringLiteral("Products: the plant says ")));
    QVERIFY(!m_page->findChild<QWidget*>(QStringLiteral("runningSumCard"))->isVisible());
    QVERIFY(note()->sentence().contains(QStringLiteral("all materials together only")));
    const auto* flow = m_page->findChild<FlowView*>();
    QCOMPARE(flow->data().only, QStringLiteral("product"));
    const auto* chart = m_page->findChild<Chart*>(QStringLiteral("claimedByMonth"));
    QCOMPARE(chart->data().bars[0].values.size(), m_open.result->balance.months.size());
    const auto* table = m_page->findChild<QTableWidget*>(QStringLiteral("flowViewTable"));
    QCOMPARE(table->rowCount(), 1);
    pick("balanceMaterial", QString());
    QVERIFY(m_page->findChild<QWidget*>(QStringLiteral("runningSumCard"))->isVisible());
    QVERIFY(table->rowCount() > 5);
  }

  void choicesAreRememberedAndReachedByKeyboard() {
    auto* period = m_page->findChild<ChoiceButton*>(QStringLiteral("balancePeriod"));
    QVERIFY(period->focusPolicy() & Qt::TabFocus);
    QTest::keyClick(period, Qt::Key_Down);
    const QString key = period->current();
    QVERIFY(!key.isEmpty());
    QVERIFY(period->accessibleName().startsWith(QStringLiteral("Period: ")));
    BalancePage again;
    again.showAudit(m_open);
    QCOMPARE(again.findChild<ChoiceButton*>(QStringLiteral("balancePeriod"))->current(), key);
    // Another audit that has no such period shows all of its time.
    OpenAudit other;
    other.result = test::sampleAudit();
    again.showAudit(other);
    QCOMPARE(again.findChild<ChoiceButton*>(QStringLiteral("balancePeriod"))->current(), QString());
    QTest::keyClick(period, Qt::Key_Up);
    QCOMPARE(period->current(), QString());
  }

  void answersInOneSentence() {
    const auto* answer = m_page->findChild<SentenceLabel*>(QStringLiteral("balanceAnswer"));
    const Balance& balance = m_open.result->balance;
    QVERIFY(
        answer->sentence().contains(formatTonnesWithin(balance.muf.abs(), balance.mufUncertainty)));
    pick("balanceMaterial", QStringLiteral("product"));
    QVERIFY(!answer->isVisible());
    pick("balanceMaterial", QString());
    QVERIFY(answer->isVisible());
  }

  void chartsOverTimeAreChosen() {
    auto* card = m_page->findChild<Card*>(QStringLiteral("lossCard"));
    auto* chart = card->findChild<Chart*>();
    auto* kind = card->findChild<SegmentedControl*>();
    const LossSeries& all = m_open.result->lossSeries.front();
    QVERIFY(chart->isVisible());
    QStringList titles;
    for (int i = 0; i < 5; ++i) {
      kind->setCurrent(i);
      titles << chart->data().title;
      QCOMPARE(chart->data().tableRows.size(), all.periods.size());
      QCOMPARE(chart->accessibleName(), chart->data().title);
      QVERIFY(!chart->accessibleDescription().isEmpty());
    }
    titles.removeDuplicates();
    QCOMPARE(titles.size(), 5);
    // A material whose flows nobody records says so instead of a chart.
    auto* series = card->findChild<ChoiceButton*>();
    QVERIFY(series->isVisible());
    // It stands behind what can be told.
    const auto& choices = series->choices();
    QCOMPARE(choices.back().text, QStringLiteral("Household waste: cannot tell"));
    QCOMPARE(choices.size(), m_open.result->lossSeries.size());
    for (std::size_t i = 1; i < choices.size(); ++i) QTest::keyClick(series, Qt::Key_Down);
    QCOMPARE(series->current(), choices.back().key);
    QVERIFY(!chart->isVisible());
    QVERIFY(!card->findChild<LinkButton*>()->isVisible());
    QVERIFY(card->findChild<SentenceLabel*>()->sentence().contains(
        QStringLiteral("No flow onto or from its piles")));
    QTest::keyClick(series, Qt::Key_Up);
    QVERIFY(chart->isVisible());
    QCOMPARE(chart->data().tableRows.size(), all.periods.size());
    QVERIFY(card->findChild<LinkButton*>()->isVisible());
    // Remembered.
    BalancePage again;
    again.showAudit(m_open);
    QCOMPARE(again.findChild<Card*>(QStringLiteral("lossCard"))
                 ->findChild<SegmentedControl*>()
                 ->current(),
             4);
  }

  void networkSaysWhereAndWhatWouldDecide() {
    auto* card = m_page->findChild<Card*>(QStringLiteral("networkCard"));
    QVERIFY(card->isVisible());
    const PlantNetwork& network = m_open.result->network;
    QVERIFY(network.whyNot.empty());
    const auto* sentence = card->findChild<SentenceLabel*>(QStringLiteral("networkSentence"));
    QCOMPARE(sentence->sentence(), networkShows(network));
    const auto places = card->findChildren<SentenceLabel*>(QStringLiteral("networkPlace"));
    QCOMPARE(places.size(), networkPlaces(network, 5).size());
    const auto* nodes = card->findChild<QTableWidget*>(QStringLiteral("networkNodes"));
    const auto* figures = card->findChild<QTableWidget*>(QStringLiteral("networkFigures"));
    QCOMPARE(nodes->rowCount(), static_cast<int>(network.nodes.size()));
    QVERIFY(nodes->isVisible() && !figures->isVisible());
    auto* mode = card->findChild<SegmentedControl*>(QStringLiteral("networkMode"));
    mode->setCurrent(1);
    QVERIFY(figures->isVisible() && !nodes->isVisible());
    QCOMPARE(figures->rowCount(), static_cast<int>(network.figures.size()));
    mode->setCurrent(0);
    // It is about all materials; the choice of one hides it.
    pick("balanceMaterial", QStringLiteral("product"));
    QVERIFY(!card->isVisible());
    pick("balanceMaterial", QString());
    QVERIFY(card->isVisible());
  }

  void chartsOverTimeFollowTheChosenPeriod() {
    const auto* chart = m_page->findChild<Card*>(QStringLiteral("lossCard"))->findChild<Chart*>();
    const std::size_t rows = chart->data().tableRows.size();
    QVERIFY(chart->data().spans.empty());
    pick("balancePeriod", QStringLiteral("2141-04/2141-07"));
    QCOMPARE(chart->data().spans.size(), std::size_t{1});
    QCOMPARE(chart->data().spans[0].from, 2.5);
    QCOMPARE(chart->data().spans[0].until, 5.5);
    QCOMPARE(chart->data().tableRows.size(), rows);
    pick("balancePeriod", QString());
    QVERIFY(chart->data().spans.empty());
  }

  void contributionsAreBarsTableAndSentence() {
    auto* card = m_page->findChild<Card*>(QStringLiteral("contributionsCard"));
    auto* bars = card->findChild<ContributionView*>();
    QVERIFY(bars->isVisible());
    const auto& all = m_open.result->balance.contributions;
    QVERIFY(!all.empty());
    QVERIFY(bars->height() >= bars->sizeHint().height());
    // A bar for each of the large ones, and the shares of all of them are the whole.
    double share = 0;
    for (const ContributionRow& row : bars->data().rows) share += row.share;
    QVERIFY(std::abs(share - 1) < 1e-9);
    QCOMPARE(bars->stopCount(), static_cast<int>(bars->data().rows.size()));
    QVERIFY(bars->focusPolicy() & Qt::TabFocus);
    bars->setFocus();
    QTest::keyClick(bars, Qt::Key_Home);
    QVERIFY(bars->currentText().contains(contributionName(all.front())));
    QVERIFY(bars->currentText().contains(contributionShare(all.front().sharePpm)));
    const auto* sentence =
        card->findChild<SentenceLabel*>(QStringLiteral("contributionsSentence"));
    QVERIFY(sentence->sentence().contains(QStringLiteral("narrow it most")));
    QCOMPARE(bars->accessibleDescription(),
             contributionsShow(m_open.result->balance).remove(QStringLiteral("**")));
    const auto* table = card->findChild<QTableWidget*>(QStringLiteral("contributionsTable"));
    QCOMPARE(table->rowCount(), static_cast<int>(all.size()));
    m_page->findChild<QAction*>(QStringLiteral("balanceToggle"))->trigger();
    QVERIFY(table->isVisible());
    m_page->findChild<QAction*>(QStringLiteral("balanceToggle"))->trigger();
    const QString path = m_folder.filePath(QStringLiteral("contributions.csv"));
    m_page->setAskPath([&](QWidget*, const QString&) { return path; });
    card->findChild<LinkButton*>()->click();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("Cause,Of,Error,"));
    // One kind of material has no balance of its own.
    pick("balanceMaterial", QStringLiteral("product"));
    QVERIFY(!card->isVisible());
    pick("balanceMaterial", QString());
    QVERIFY(card->isVisible());
  }

  void flowAndMapShowTheSameReceivers() {
    auto* card = m_page->findChild<Card*>(QStringLiteral("receiversCard"));
    QVERIFY(card->isVisible());
    auto* flow = card->findChild<SankeyView*>();
    QTRY_VERIFY(!flow->data().nodes.empty());
    auto* map = card->findChild<MapView*>();
    QVERIFY(flow->isVisible());
    QVERIFY(!map->isVisible());
    QVERIFY(map->data().arcs.size() > 2);
    for (const QStringList& row : map->data().tableRows) {
      const auto& nodes = flow->data().nodes;
      QVERIFY(std::any_of(nodes.begin(), nodes.end(),
                          [&row](const SankeyNode& node) { return node.name == row[0]; }));
    }
    card->findChild<SegmentedControl*>()->setCurrent(1);
    QVERIFY(map->isVisible());
    const QString path = m_folder.filePath(QStringLiteral("map.csv"));
    m_page->setAskPath([&](QWidget*, const QString&) { return path; });
    card->findChild<LinkButton*>()->click();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("Receiver,Distance km,"));
    // Remembered.
    BalancePage again;
    QCOMPARE(again.findChild<SegmentedControl*>(QStringLiteral("receiversMode"))->current(), 1);
  }

  void pointsHaveTheirRealRows() {
    auto* chart = m_page->findChild<Chart*>(QStringLiteral("runningSumChart"));
    chart->setCurrentStop(3);
    QTRY_VERIFY(chart->stop(3).tip.contains(QStringLiteral("shipments in this month")));
    QVERIFY(chart->stop(3).tip.contains(QStringLiteral("SH-")));
    QSignalSpy leads(m_page.get(), &Page::navigate);
    QTest::keyClick(chart, Qt::Key_Return);
    QCOMPARE(leads.count(), 1);
    const auto target = leads[0][0].value<Target>();
    QVERIFY(target.page == PageId::Records);
    QCOMPARE(target.item, QStringLiteral("month/shipments/2141-04"));
  }

  void everyFigureIsSaved_data() {
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<?xml");
    QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG");
    QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF-");
    QTest::newRow("csv") << QStringLiteral("csv") << QByteArray("Month,");
  }
  void everyFigureIsSaved() {
    QFETCH(QString, suffix);
    QFETCH(QByteArray, begins);
    const QString path = m_folder.filePath(QStringLiteral("figure.") + suffix);
    m_page->setAskPath([&](QWidget*, const QString&) { return path; });
    auto* card = m_page->findChild<Card*>(QStringLiteral("runningSumCard"));
    card->findChild<LinkButton*>()->click();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(begins));
    const auto* said = card->findChild<QLabel*>(QStringLiteral("cardNote"));
    QCOMPARE(said->text(), QStringLiteral("Saved as figure.") + suffix);
    m_page->setAskPath(
        [&](QWidget*, const QString&) { return m_folder.filePath(QStringLiteral("no/x.csv")); });
    card->findChild<LinkButton*>()->click();
    QVERIFY2(said->text().endsWith(QStringLiteral("/no: there is no such folder")),
             qPrintable(said->text()));
  }

  void keepPictures() {
    const QString folder = qEnvironmentVariable("PLUMBLINE_PICTURES");
    if (folder.isEmpty()) return;
    pick("balanceMaterial", QStringLiteral("secondary"));
    QCoreApplication::processEvents();
    QVERIFY(m_page->grab().save(QDir(folder).filePath(QStringLiteral("balance-material.png"))));
    pick("balanceMaterial", QString());
    pick("balancePeriod", QStringLiteral("2141-04/2141-07"));
    QCoreApplication::processEvents();
    QVERIFY(m_page->grab().save(QDir(folder).filePath(QStringLiteral("balance-quarter.png"))));
  }

 private:
  void pick(const char* button, const QString& key) {
    auto* choice = m_page->findChild<ChoiceButton*>(QLatin1String(button));
    for (std::size_t i = 0; i < choice->choices().size(); ++i) {
      if (choice->choices()[i].key != key) continue;
      choice->findChild<QAction*>(QStringLiteral("choice%1").arg(i))->trigger();
      QCOMPARE(choice->current(), key);
      return;
    }
    QFAIL(qPrintable(QStringLiteral("no choice ") + key));
  }
  QString text(const char* name) const {
    return m_page->findChild<QLabel*>(QLatin1String(name))->text();
  }
  SentenceLabel* note() const {
    return m_page->findChild<SentenceLabel*>(QStringLiteral("balanceNote"));
  }

  QTemporaryDir m_folder;
  OpenAudit m_open;
  std::unique_ptr<BalancePage> m_page;
};

PLUMBLINE_WINDOW_TEST(TestBalancePage)
#include "test_balance_page.moc"
