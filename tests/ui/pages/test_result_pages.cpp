// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include "ui/charts/chart.h"
#include "ui/charts/flow_picture.h"
#include "ui/pages/balance_page.h"
#include "ui/pages/findings_page.h"
#include "ui/pages/page_registry.h"
#include "ui/pages/records_page.h"
#include "ui/pages/report_page.h"
#include "ui/pages/scheduler_page.h"
#include "ui/records/record_model.h"
#include "ui/report/preview.h"
#include "ui/tables/findings_list.h"
#include "ui/tables/findings_model.h"
#include "ui/theme/labels.h"
#include "ui/theme/theme.h"

#include "tests/program.h"
#include "tests/ui/painted.h"
#include "tests/ui/fake_records.h"
#include "tests/ui/sample_result.h"

using namespace plumbline;

namespace {

Mark markOn(PageId page, const AuditResult& audit) {
  for (const PageEntry& entry : pageRegistry()) {
    if (entry.id == page) return entry.badge(audit).mark;
  }
  return Mark::None;
}

OpenAudit sample() {
  OpenAudit audit;
  audit.result = test::sampleAudit();
  return audit;
}

QString labelText(const QWidget& page, const char* name) {
  const auto* label = page.findChild<QLabel*>(QLatin1String(name));
  if (label == nullptr) return QStringLiteral("no such label");
  const auto* sentence = qobject_cast<const SentenceLabel*>(label);
  return sentence != nullptr ? SentenceLabel::toPlain(sentence->sentence()) : label->text();
}

std::unique_ptr<Page> makePage(int number) {
  switch (number) {
    case 0:
      return std::make_unique<BalancePage>();
    case 1:
      return std::make_unique<SchedulerPage>();
    case 2:
      return std::make_unique<FindingsPage>();
    case 3:
      return std::make_unique<RecordsPage>();
    default:
      return std::make_unique<ReportPage>();
  }
}

}  // namespace

class TestResultPages : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { Theme::install(*qApp); }

  void everyPage_data() {
    QTest::addColumn<int>("number");
    QTest::newRow("balance") << 0;
    QTest::newRow("scheduler") << 1;
    QTest::newRow("findings") << 2;
    QTest::newRow("records") << 3;
    QTest::newRow("report") << 4;
  }
  void everyPage() {
    QFETCH(int, number);
    const std::unique_ptr<Page> page = makePage(number);
    page->resize(968, 588);
    page->setCompact(true);
    page->show();
    for (const bool open : {false, true}) {
      page->showAudit(open ? sample() : OpenAudit());
      QCoreApplication::processEvents();
      const auto widgets = page->findChildren<QWidget*>();
      for (const QWidget* widget : widgets) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() != nullptr) continue;
        if (!widget->isVisibleTo(page.get())) continue;
        const QByteArray where =
            widget->metaObject()->className() + QByteArray(" ") + widget->objectName().toUtf8();
        QVERIFY2(!widget->objectName().isEmpty(), where.constData());
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool named =
            !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
        QVERIFY2(named, where.constData());
      }
    }
    for (const ThemeChoice choice :
         {ThemeChoice::Dark, ThemeChoice::HighContrast, ThemeChoice::Light}) {
      Theme::instance().setChoice(choice);
      QCoreApplication::processEvents();
      const test::Painted seen = test::painted(*page);
      QCOMPARE(test::isDark(seen.ground), choice != ThemeChoice::Light);
      QVERIFY(seen.colours > 2);
    }
    const QImage full = test::painted(*page).picture;
    page->setLayoutDirection(Qt::RightToLeft);
    QVERIFY(test::painted(*page).picture != full);
    page->setLayoutDirection(Qt::LeftToRight);
    page->showAudit({});  // closing an audit leaves nothing behind
    QVERIFY(test::painted(*page).picture != full);
  }

  void balance() {
    BalancePage page;
    page.showAudit(sample());
    QCOMPARE(labelText(page, "pageSubtitle"),
             QStringLiteral("In 48,620\u00a0t, out and stock 47,380\u00a0t"));
    QCOMPARE(labelText(page, "whatItCouldNotSee"),
             QStringLiteral("A loss below 296\u00a0t over the whole time would have been missed "
                            "more than once in 20 times."));
    auto* flow = page.findChild<FlowView*>();
    QVERIFY(flow->isVisibleTo(&page));
    page.pageActions().front()->trigger();
    QVERIFY(!flow->isVisibleTo(&page));
    const auto* table = page.findChild<QTableWidget*>(QStringLiteral("flowViewTable"));
    QVERIFY(table->isVisibleTo(&page));
    QCOMPARE(table->item(5, 2)->text(), QStringLiteral("1,240\u00a0t"));
    QCOMPARE(page.findChildren<Chart*>().size(), 5);
  }

  void balanceThatCannotBeMadeSaysWhy() {
    auto result = std::make_shared<AuditResult>(test::sampleResult());
    result->balance = {};
    result->balance.whyNot = "no_stocks";
    BalancePage page;
    OpenAudit audit;
    audit.result = result;
    page.showAudit(audit);
    QVERIFY(labelText(page, "balanceWhyNotText").contains(QStringLiteral("no stocks")));
    QVERIFY(!page.findChild<FlowView*>()->isVisibleTo(&page));
  }

  void unaccountedLeadsToFindings() {
    BalancePage page;
    page.resize(1200, 800);
    page.show();
    page.showAudit(sample());
    QSignalSpy navigate(&page, &Page::navigate);
    auto* flow = page.findChild<FlowView*>();
    flow->setCurrentStop(flow->stopCount() - 1);
    QTest::keyClick(flow, Qt::Key_Return);
    QCOMPARE(navigate.count(), 1);
    QCOMPARE(navigate[0][0].value<Target>().page, PageId::Findings);
  }

  void aBalanceOfStrangersIsWhatTheySay() {
    AuditResult audit(*sample().result);
    BalancePage page;
    page.showAudit({std::make_shared<const AuditResult>(audit), {}});
    QVERIFY(!labelText(page, "balanceAnswer").contains(QStringLiteral("no more.")));
    audit.standing.open.emplace_back().role = Role::Receiver;
    page.showAudit({std::make_shared<const AuditResult>(audit), {}});
    QVERIFY(labelText(page, "balanceAnswer")
                .startsWith(QStringLiteral("You have not named everybody who states these figures")));
  }

  /// Whoever brings the records of a plant nobody knows gets no green mark for them.
  void aSchedulerOfStrangersIsWhatTheySay() {
    AuditResult audit(*sample().result);
    const auto show = [&audit](Page& page) {
      page.showAudit({std::make_shared<const AuditResult>(audit), {}});
      return labelText(page, "schedulerNote");
    };
    SchedulerPage page;
    QVERIFY(markOn(PageId::Scheduler, audit) == Mark::Look);
    audit.standing.open.emplace_back().role = Role::Plant;
    QVERIFY(markOn(PageId::Scheduler, audit) == Mark::CannotTell);
    QVERIFY(show(page).startsWith(QStringLiteral("Nobody you named stands behind these records")));
    audit.standing.open.front().role = Role::Receiver;
    QVERIFY(markOn(PageId::Scheduler, audit) == Mark::Look);
    QVERIFY(show(page).startsWith(QStringLiteral("Look here")));
  }

  void scheduler() {
    SchedulerPage page;
    page.showAudit(sample());
    QCOMPARE(labelText(page, "schedulerSentence"),
             QStringLiteral("A commercial job is started 1.6 times as soon (95 %: 1.3–1.9) as a "
                            "community job of like size and urgency."));
    QVERIFY(labelText(page, "schedulerNote")
                .startsWith(QStringLiteral("Look here: unusual, not an accusation.")));
    const auto* groups = page.findChild<QTableWidget*>(QStringLiteral("groupsTable"));
    QCOMPARE(groups->item(1, 1)->text(), QStringLiteral("6.4\u00a0d"));
    page.findChild<QWidget*>(QStringLiteral("schedulerParts"))
        ->findChild<QAbstractButton*>(QStringLiteral("segment1"))
        ->click();
    QCOMPARE(groups->item(1, 1)->text(), QStringLiteral("3.2\u00a0d"));
    auto* jumps = page.findChild<QTableWidget*>(QStringLiteral("jumpsTable"));
    QCOMPARE(jumps->rowCount(), 126);
    QSignalSpy navigate(&page, &Page::navigate);
    Q_EMIT jumps->itemActivated(jumps->item(0, 1));
    QCOMPARE(navigate[0][0].value<Target>().item, QStringLiteral("jobs/J-2841"));
  }

  void findings() {
    FindingsPage page;
    page.resize(1200, 760);
    page.show();
    page.showAudit(sample());
    QCOMPARE(labelText(page, "pageSubtitle"),
             QStringLiteral("57 findings, 2 kinds contradict the claim"));
    QTRY_COMPARE(labelText(page, "whyPosition"), QStringLiteral("Finding 1 of 57"));
    page.openItem(QString::fromStdString(test::sampleRelabelled(0).id));
    QCOMPARE(page.trail(), QStringLiteral("SH-417"));
    QCOMPARE(labelText(page, "whyTitle"), QStringLiteral("Why is this red?"));
    QVERIFY(
        labelText(page, "whySentence").startsWith(QStringLiteral("Load SH-417 left the plant")));
    QCOMPARE(labelText(page, "whyRule").left(3), QStringLiteral("F7 "));
    page.findChild<QAbstractButton*>(QStringLiteral("whyCopy"))->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(QStringLiteral("What would settle it")));
    QVERIFY(copied.contains(QStringLiteral("receipts RC-2290 (harbour-reclaim)")));
    QSignalSpy navigate(&page, &Page::navigate);
    page.findChild<QAbstractButton*>(QStringLiteral("whyShowRows"))->click();
    QCOMPARE(navigate[0][0].value<Target>().item,
             QStringLiteral("finding/") + QString::fromStdString(test::sampleRelabelled(0).id));
    page.findChild<QAbstractButton*>(QStringLiteral("whyNext"))->click();
    QCOMPARE(page.trail(), QStringLiteral("SH-422"));
    page.openItem(QStringLiteral("rule/missing_receipt"));
    QVERIFY(labelText(page, "whySentence").contains(QStringLiteral("no receipt is in this audit")));
  }

  void findingWantedBeforeTheListIsMade() {
    FindingsPage page;
    page.showAudit(sample());
    page.openItem(QString::fromStdString(test::sampleRelabelled(4).id));
    QTRY_COMPARE(page.trail(), QStringLiteral("SH-437"));
  }

  void records() {
    RecordsPage page;
    page.resize(1200, 760);
    page.show();
    page.showAudit(sample());
    page.setSource(test::fakeRecords(2871, std::make_shared<test::FakeTraffic>()));
    auto* model = page.findChild<RecordModel*>();
    QTRY_VERIFY(model->row(0) != nullptr && !model->counting());
    QCOMPARE(model->rowCount(), 2871);
    auto* table = page.findChild<QTableView*>(QStringLiteral("recordTable"));
    table->selectRow(4);
    QTRY_COMPARE(page.findChild<QLineEdit*>(QStringLiteral("sourceBytes"))->text(),
                 QStringLiteral("SH-5,WT-88213,1,2141-04-08T07:12:00Z,17240"));
    QVERIFY(labelText(page, "selectionSums").startsWith(QStringLiteral("1 row selected")));

    page.findChild<QLineEdit*>(QStringLiteral("findField"))->setText(QStringLiteral("board"));
    QTRY_COMPARE(labelText(page, "findHits"), QStringLiteral("1 of 957 hits"));
    QCOMPARE(table->currentIndex().row(), 2);
    page.findChild<QAbstractButton*>(QStringLiteral("findNext"))->click();
    QCOMPARE(table->currentIndex().row(), 5);
    page.findChild<QAbstractButton*>(QStringLiteral("findPrevious"))->click();
    page.findChild<QAbstractButton*>(QStringLiteral("findPrevious"))->click();
    QCOMPARE(labelText(page, "findHits"), QStringLiteral("957 of 957 hits"));
  }

  void recordsOfAFinding() {
    RecordsPage page;
    page.resize(1200, 760);
    page.show();
    page.showAudit(sample());
    page.setSource(test::fakeRecords(2871, std::make_shared<test::FakeTraffic>()));
    auto* model = page.findChild<RecordModel*>();
    page.openItem(QStringLiteral("finding/") +
                  QString::fromStdString(test::sampleRelabelled(0).id));
    QTRY_VERIFY(!model->counting() && model->rowCount() == 1 && model->row(0) != nullptr);
    QCOMPARE(page.trail(), QStringLiteral("SH-417"));
    QCOMPARE(model->row(0)->rowid, std::int64_t{1204});
    page.findChild<QAbstractButton*>(QStringLiteral("clearFilters"))->click();
    QTRY_COMPARE(model->rowCount(), 2871);
    QCOMPARE(page.trail(), QStringLiteral("Shipments"));
  }

  void recordById() {
    RecordsPage page;
    page.showAudit(sample());
    page.setSource(test::fakeRecords(3058, std::make_shared<test::FakeTraffic>()));
    auto* model = page.findChild<RecordModel*>();
    page.openItem(QStringLiteral("jobs/SH-77"));
    QTRY_VERIFY(!model->counting() && model->rowCount() == 1);
    QCOMPARE(model->query().table, Table::Jobs);
    QCOMPARE(page.trail(), QStringLiteral("Jobs"));
  }

  void savingRowsAsksWhere() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.csv"));
    RecordsPage page;
    page.showAudit(sample());
    page.setSource(test::fakeRecords(50, std::make_shared<test::FakeTraffic>()));
    QString suggested;
    page.setAskPath([&](QWidget*, const QString& suggestion) {
      suggested = suggestion;
      return path;
    });
    page.findChild<QAbstractButton*>(QStringLiteral("saveRows"))->click();
    QTRY_VERIFY(labelText(page, "selectionSums").startsWith(QStringLiteral("50 rows saved")));
    QCOMPARE(suggested, QStringLiteral("shipments.csv"));
    QVERIFY(QFile::exists(path));
  }

  void report() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r.pdf"));
    ReportPage page;
    page.resize(1200, 760);
    page.show();
    page.showAudit(sample());
    auto* preview = page.findChild<ReportPreview*>();
    QTRY_VERIFY(preview->pageCount() > 5);
    const int pages = preview->pageCount();
    QVERIFY(labelText(page, "previewPosition").startsWith(QStringLiteral("Pages 1–2 of ")));
    QTest::keyClick(preview, Qt::Key_PageDown);
    QCOMPARE(preview->page(), 2);
    page.findChild<QCheckBox*>(QStringLiteral("allFindings"))->click();
    QTRY_VERIFY(preview->pageCount() > pages);
    page.setAskPath([&](QWidget*, ExportFormat format, const QString& suggestion) {
      return format == ExportFormat::Pdf && suggestion == QStringLiteral("EcoSphere North.pdf")
                 ? path
                 : QString();
    });
    QSignalSpy exported(&page, &ReportPage::exported);
    page.findChild<QAbstractButton*>(QStringLiteral("exportButton"))->click();
    QVERIFY(exported.wait());
    QCOMPARE(exported[0][1].toString(), QString());
    QVERIFY(QFile::exists(path));

    page.findChild<QRadioButton*>(QStringLiteral("format2"))->click();
    QVERIFY(page.request().format == ExportFormat::Tables);
    page.setAskPath([&](QWidget*, ExportFormat, const QString&) {
      return folder.filePath(QStringLiteral("tables"));
    });
    page.findChild<QAbstractButton*>(QStringLiteral("exportButton"))->click();
    QVERIFY(exported.wait());
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("tables/findings.csv"))));
  }
};

PLUMBLINE_WINDOW_TEST(TestResultPages)
#include "test_result_pages.moc"
