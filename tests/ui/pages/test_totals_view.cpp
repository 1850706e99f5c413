// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tab of declared totals on the Balance page, in a window.
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "ui/charts/chart.h"
#include "ui/charts/chart_table.h"
#include "ui/pages/balance_page.h"
#include "ui/pages/totals_view.h"
#include "ui/records/count_tabs.h"
#include "ui/theme/components.h"

#include "tests/model/totals/totals_fixture.h"
#include "tests/program.h"
#include "tests/ui/real_window.h"
#include "tests/ui/sample_result.h"

using namespace plumbline;
using namespace plumbline::test;

namespace {

OpenAudit openWith(TotalsComparison totals, bool balance = true) {
  auto audit = std::make_shared<AuditResult>(*sampleAudit());
  audit->totals = std::move(totals);
  audit->balance.applicable = balance;
  return {audit, {}};
}

TotalsComparison someTotals() {
  return compared({sends("North", "Mill", "1800", 1), sends("North", "Mill", "1800", 2), sends("North", "Mill", "1800", 3),
                   sends("North", "Mill", "1800", 4), gets("Mill", "North", "1800", 1), gets("Mill", "North", "1800", 2),
                   gets("Mill", "North", "1800", 3), gets("Mill", "North", "1200", 4), sends("North", "Harbour", "10"),
                   gets("Harbour", "North", "10"), sends("North", "Yard", "412"), gets("Yard", "South", "1")});
}

}  // namespace

class TestTotalsView : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { Theme::install(*qApp); }
  void init() {
    m_page = std::make_unique<BalancePage>();
    m_page->resize(1232, 788);
    m_page->showAudit(openWith(someTotals()));
    QVERIFY(showActive(*m_page));
  }
  void cleanup() { m_page.reset(); }

  void aTabOfTheBalance() {
    QCOMPARE(tabs()->count(), 2);
    QCOMPARE(tabs()->currentIndex(), 0);
    QVERIFY(!view()->isVisible());
    QSignalSpy gone(m_page.get(), &Page::navigate);
    tabs()->setCurrentIndex(1);
    QVERIFY(view()->isVisible());
    QCOMPARE(m_page->trail(), QStringLiteral("Declared totals"));
    QCOMPARE(gone.size(), 1);
    QCOMPARE(gone[0][0].value<Target>().item, QStringLiteral("totals"));
    m_page->openItem({});
    QVERIFY(!view()->isVisible());
    m_page->openItem(QStringLiteral("totals"));
    QVERIFY(view()->isVisible());
    QCOMPARE(unnamedControl(*m_page), QString());
  }

  void withoutTotalsThereIsNoTab() {
    m_page->showAudit(openWith({}));
    QVERIFY(!tabs()->isVisible());
    QVERIFY(!view()->isVisible());
    m_page->showAudit({});
    QVERIFY(!tabs()->isVisible());
  }

  void whereThereIsNoBalanceTheTotalsComeFirst() {
    m_page->showAudit(openWith(someTotals(), false));
    QCOMPARE(tabs()->currentIndex(), 1);
    QVERIFY(view()->isVisible());
    m_page->openItem(QStringLiteral("flows"));
    QVERIFY(!view()->isVisible());
  }

  void chipsFilterAndCount() {
    m_page->openItem(QStringLiteral("totals"));
    auto* chips = view()->findChild<SegmentedControl*>(QStringLiteral("totalsChips"));
    const auto text = [chips](int i) {
      return chips->findChild<QAbstractButton*>(QStringLiteral("segment%1").arg(i))->text();
    };
    QCOMPARE(text(0), QStringLiteral("All 4"));
    QCOMPARE(text(1), QStringLiteral("Both ways 1"));
    QCOMPARE(text(2), QStringLiteral("Differs by 1"));
    QCOMPARE(text(3), QStringLiteral("Sender only 1"));
    QCOMPARE(text(5), QStringLiteral("Cannot tell 1"));
    chips->setCurrent(1);
    QCOMPARE(table()->model()->rowCount(), 1);
    QVERIFY(sentence("totalsSentence").contains(QStringLiteral("Harbour")));
    chips->setCurrent(0);
    QCOMPARE(table()->model()->rowCount(), 4);
  }

  void thePairIsSaidAndDrawn() {
    m_page->openItem(QStringLiteral("totals"));
    QVERIFY2(sentence("totalsAnswer").startsWith(QStringLiteral("Of **4 pairs**, 1 are confirmed both ways and **1 differ**")),
             qPrintable(sentence("totalsAnswer")));
    const QString said = sentence("totalsSentence");
    QVERIFY2(said.contains(QStringLiteral("declares")) || said.contains(QStringLiteral("states")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("600\u00a0t of the gap lie in Oct–Dec 2141.")), qPrintable(said));
    QVERIFY(sentence("totalsCauses").contains(QStringLiteral("1. ")));
    const auto* chart = view()->findChild<Chart*>(QStringLiteral("totalsChart"));
    QVERIFY(chart->isVisible());
    QCOMPARE(chart->data().bars.size(), std::size_t{3});
    QCOMPARE(chart->data().bars[2].fills.front(), Fill::Hatch);
    QCOMPARE(chart->data().bars[2].values, (std::vector<double>{0, 0, 0, 600}));
    // A side that says nothing has no bars.
    table()->setCurrentIndex(table()->model()->index(1, 0));
    QVERIFY(!chart->isVisible());
    auto copy = view()->findChild<Card*>(QStringLiteral("totalsDetail"))->findChild<LinkButton*>();
    copy->click();
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("Sender only")));
  }

  void chartOrTableByKey() {
    m_page->openItem(QStringLiteral("totals"));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_T, Qt::ControlModifier);
    const auto* twin = view()->findChild<ChartOrTable*>(QStringLiteral("totalsChartTwin"));
    QVERIFY(twin->showsTable());
    QCOMPARE(twin->table()->rowCount(), 4);
    QTest::keyClick(table(), Qt::Key_T, Qt::ControlModifier);
    QVERIFY(!twin->showsTable());
    QTest::keyClick(table(), Qt::Key_Down);
    const auto* toggle = m_page->findChild<QAction*>(QStringLiteral("balanceToggle"));
    QVERIFY(!toggle->isEnabled());
  }

  void compactHidesTheMaterial() {
    m_page->openItem(QStringLiteral("totals"));
    m_page->setCompact(true);
    QVERIFY(table()->isColumnHidden(1));
    m_page->setCompact(false);
    QVERIFY(!table()->isColumnHidden(1));
  }

 private:
  [[nodiscard]] CountTabs* tabs() const { return m_page->findChild<CountTabs*>(QStringLiteral("balanceTabs")); }
  [[nodiscard]] TotalsView* view() const { return m_page->findChild<TotalsView*>(); }
  [[nodiscard]] QTableView* table() const { return view()->findChild<QTableView*>(QStringLiteral("totalsTable")); }
  [[nodiscard]] QString sentence(const char* name) const {
    return view()->findChild<SentenceLabel*>(QLatin1String(name))->sentence();
  }
  std::unique_ptr<BalancePage> m_page;
};

PLUMBLINE_WINDOW_TEST(TestTotalsView)
#include "test_totals_view.moc"
