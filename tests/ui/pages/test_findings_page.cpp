// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Notes and acknowledgements on the findings page, over a workspace that keeps them.
#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "model/decisions/finding_notes.h"
#include "model/workspace/workspace.h"

#include "ui/cards/link_request.h"
#include "ui/cards/note_box.h"
#include "ui/pages/findings_page.h"
#include "ui/tables/findings_list.h"
#include "ui/tables/findings_model.h"
#include "ui/theme/labels.h"
#include "ui/theme/theme.h"

#include "tests/program.h"
#include "tests/ui/real_window.h"
#include "tests/ui/sample_result.h"

using namespace plumbline;

class TestFindingsPage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { Theme::install(*qApp); }

  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_audit.result = test::sampleAudit();
    m_audit.workspace =
        std::filesystem::path(m_folder->filePath(QStringLiteral("ws.plumbline")).toStdU16String());
    QVERIFY(Workspace::open(m_audit.workspace, true).ok());
    m_page = std::make_unique<FindingsPage>();
    m_page->resize(1200, 760);
    m_page->show();
    m_page->showAudit(m_audit);
    m_page->openItem(QString::fromStdString(first()));
    QTRY_COMPARE(m_page->trail(), QStringLiteral("SH-417"));
  }
  void cleanup() { m_page.reset(); }

  void acknowledged() {
    QVERIFY(test::becomesActive(*m_page));
    auto* list = m_page->findChild<FindingsList*>();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(stored(first()).acknowledged);
    QVERIFY(stored(first()).time.inMilliseconds() > 0);
    QCOMPARE(button("whyAcknowledge")->text(), QStringLiteral("Acknowledged"));
    QVERIFY(button("whyAcknowledge")->isChecked());
    QVERIFY(label("pageSubtitle")
                .endsWith(QStringLiteral("; 1 acknowledged, which changes no "
                                         "verdict")));
    QVERIFY(label("noteState").contains(QStringLiteral("still counts in the verdict")));
    QCOMPARE(m_page->trail(), QStringLiteral("SH-417"));  // it stays where it was
    button("whyAcknowledge")->click();
    QTRY_VERIFY(stored(first()).isEmpty());
    QCOMPARE(button("whyAcknowledge")->text(), QStringLiteral("Acknowledge"));
    QVERIFY(label("pageSubtitle").endsWith(QStringLiteral("contradict the claim")));
  }

  void noteIsWrittenAndReadAgain() {
    QVERIFY(test::becomesActive(*m_page));
    m_page->findChild<FindingsList*>()->setFocus();
    QTest::keyClick(m_page->findChild<FindingsList*>(), Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(editor()->hasFocus());
    QVERIFY(label("noteState")
                .contains(QStringLiteral("Notes stay in this workspace and are not shared.")));
    QTest::keyClicks(editor(), QStringLiteral("Asked **Harbour** Reclaim"));
    button("noteSave")->click();
    QTRY_COMPARE(stored(first()).text, std::string("Asked **Harbour** Reclaim"));
    QVERIFY(!editor()->isVisible());
    QCOMPARE(label("noteText"), QStringLiteral("Asked **Harbour** Reclaim"));
    QCOMPARE(button("whyNote")->text(), QStringLiteral("Change note"));
    // The same workspace opened again shows it again.
    FindingsPage again;
    again.showAudit(m_audit);
    again.openItem(QString::fromStdString(first()));
    QTRY_COMPARE(again.findChild<QLabel*>(QStringLiteral("noteText"))->text(),
                 QStringLiteral("Asked **Harbour** Reclaim"));
  }

  void begunTextIsNeverLost_data() {
    QTest::addColumn<int>("leave");
    QTest::newRow("next finding") << 0;
    QTest::newRow("another page") << 1;
    QTest::newRow("audit closed") << 2;
    QTest::newRow("window closed") << 3;
  }
  void begunTextIsNeverLost() {
    QFETCH(int, leave);
    button("whyNote")->click();
    editor()->setPlainText(QStringLiteral("begun"));
    if (leave == 0) button("whyNext")->click();
    if (leave == 1) m_page->hide();
    if (leave == 2) m_page->showAudit({});
    if (leave == 3) m_page->close();
    QTRY_COMPARE(stored(first()).text, std::string("begun"));
    if (leave == 0) {
      QCOMPARE(m_page->trail(), QStringLiteral("SH-422"));
      QVERIFY(!m_page->findChild<NoteBox*>()->isVisible());
    }
  }

  void linksCanBeDecided() {
    auto* decision = m_page->findChild<QWidget*>(QStringLiteral("whyDecision"));
    QVERIFY(!decision->isVisible());  // what is shown suggests no link
    auto result = std::make_shared<AuditResult>(*m_audit.result);
    Finding link;
    link.rule = "document_number_differs";
    link.severity = Severity::Look;
    link.facts = {{"shipment", std::string("SH-9")}, {"receipt", std::string("RC-9")}};
    link.records = {{Table::Shipments, "plant-1", "SH-9", 1},
                    {Table::Receipts, "harbour", "RC-9", 2},
                    {Table::Receipts, "harbour", "RC-10", 3}};
    link.assignId();
    result->findings = {link};
    std::vector<LinkRequest> decided;
    connect(m_page.get(), &Page::linkDecided, this,
            [&decided](const LinkRequest& request) { decided.push_back(request); });
    m_page->setAskKey([](QWidget*) {
      return KeyChoice{QStringLiteral("my.key"), QStringLiteral("word")};
    });
    m_page->showAudit({result, m_audit.workspace});
    m_page->openItem(QString::fromStdString(link.id));
    QTRY_VERIFY(decision->isVisible());
    button("whyDifferent")->click();
    QCOMPARE(decided.size(), std::size_t{1});
    const LinkRequest request = decided.back();
    QVERIFY(!request.same);
    QCOMPARE(request.shipment.party, std::string("plant-1"));
    QCOMPARE(request.receipts.size(), std::size_t{2});  // a load in parts
    QCOMPARE(request.key.file, QStringLiteral("my.key"));
    button("whySame")->click();
    QVERIFY(decided.back().same);
    m_page->setAskKey([](QWidget*) { return std::nullopt; });
    button("whySame")->click();
    QCOMPARE(decided.size(), std::size_t{2});  // no key, no word
    // Several loads in one receipt are nothing that can be decided.
    link.records.push_back({Table::Shipments, "plant-1", "SH-10", 4});
    QVERIFY(!linkOf(link).has_value());
  }

  void escapeThrowsAway() {
    button("whyNote")->click();
    editor()->setPlainText(QStringLiteral("wrong"));
    QTest::keyClick(editor(), Qt::Key_Escape);
    QVERIFY(!editor()->isVisible());
    QVERIFY(!m_page->findChild<NoteBox*>()->isVisible());
    m_page.reset();  // whatever was to be written is written now
    QVERIFY(readFindingNotes(m_audit.workspace)->empty());
  }

  void longerThanANoteIsNotTaken() {
    button("whyNote")->click();
    editor()->setPlainText(QStringLiteral("short"));
    editor()->setPlainText(QString(10'001, QLatin1Char('x')));
    QCOMPARE(editor()->toPlainText(), QStringLiteral("short"));
    QCOMPARE(label("noteLimit"), QStringLiteral("A note holds at most 10,000 bytes."));
    editor()->setPlainText(QString(10'000, QLatin1Char('x')));
    button("noteSave")->click();
    QTRY_COMPARE(stored(first()).text.size(), maxNoteBytes);
  }

  void theFirstLineIsFoldedAndItsFirstFindingShown() {
    FindingsPage page;
    page.resize(1200, 760);
    page.show();
    page.showAudit(m_audit);
    auto* list = page.findChild<FindingsList*>();
    auto* model = page.findChild<FindingsModel*>();
    QTRY_VERIFY(list->currentIndex().isValid());
    QVERIFY(model->finding(list->currentIndex()) == nullptr ||
            model->rowCount(model->index(0, 0)) <= 8);
    QVERIFY(!page.trail().isEmpty());
    QVERIFY(page.findChild<QLabel*>(QStringLiteral("whyPosition"))
                ->text()
                .startsWith(QStringLiteral("Finding 1 of")));
  }

  void theButtonOfTheFilterHasWords() {
    QCOMPARE(button("findingsChoose")->text(), QStringLiteral("All"));
    action("showOpen")->trigger();
    QCOMPARE(button("findingsChoose")->text(), QStringLiteral("Open"));
  }

  void codesAreExplained() {
    auto result = std::make_shared<AuditResult>(*m_audit.result);
    result->findings = {test::sampleRelabelled(0)};
    result->findings.front().comparison = {{"operation", "R3", "D1", true}};
    OpenAudit audit = m_audit;
    audit.result = result;
    m_page->showAudit(audit);
    QTRY_VERIFY(label("whyCodes").contains(QStringLiteral("D1: landfill")));
    QVERIFY(label("whyCodes").contains(QStringLiteral("R3: organic substances recycled")));
    result = std::make_shared<AuditResult>(*result);
    result->findings.front().comparison.clear();
    audit.result = result;
    m_page->showAudit(audit);
    QTRY_VERIFY(!m_page->findChild<QLabel*>(QStringLiteral("whyCodes"))->isVisible());
  }

  void choosesWhichFindings() {
    button("whyAcknowledge")->click();
    action("showOpen")->trigger();
    auto* model = m_page->findChild<FindingsModel*>();
    QCOMPARE(model->shownCount(), 56);
    QVERIFY(button("findingsChoose")->isChecked());
    QCOMPARE(button("findingsChoose")->accessibleName(),
             QStringLiteral("Findings shown: Not acknowledged"));
    QVERIFY(m_page->trail() != QStringLiteral("SH-417"));
    action("showAcknowledged")->trigger();
    QCOMPARE(m_page->trail(), QStringLiteral("SH-417"));
    QCOMPARE(label("whyPosition"), QStringLiteral("Finding 1 of 1"));
    action("showAll")->trigger();
    QCOMPARE(model->shownCount(), 57);
    QCOMPARE(m_page->trail(), QStringLiteral("SH-417"));
  }

  void withoutAWorkspaceThereAreNoNotes() {
    OpenAudit audit = m_audit;
    audit.workspace.clear();
    m_page->showAudit(audit);
    m_page->openItem(QString::fromStdString(first()));
    QTRY_COMPARE(m_page->trail(), QStringLiteral("SH-417"));
    QVERIFY(!button("whyNote")->isEnabled());
    QVERIFY(!button("whyAcknowledge")->isEnabled());
    QVERIFY(button("whyNote")->toolTip().contains(QStringLiteral("no workspace")));
  }

  void keysStepThroughFindings() {
    auto* list = m_page->findChild<FindingsList*>();
    QTest::keyClick(list, Qt::Key_N);
    QCOMPARE(m_page->trail(), QStringLiteral("SH-422"));
    QTest::keyClick(list, Qt::Key_P);
    QCOMPARE(m_page->trail(), QStringLiteral("SH-417"));
    QSignalSpy navigate(m_page.get(), &Page::navigate);
    QVERIFY(test::becomesActive(*m_page));
    QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(navigate.count(), 1);
    QCOMPARE(navigate[0][0].value<Target>().page, PageId::Records);
  }

  /// The panel's order is the guide's, and the keyboard goes through it from top to bottom.
  void fixedOrder() {
    button("whyAcknowledge")->click();
    QCoreApplication::processEvents();
    int above = -1;
    for (const char* name :
         {"whySentence", "whyRule", "whyTolerance", "whySource", "whyBothSides", "comparisonTable",
          "whyCausesHeading", "whyCauses", "whySettleHeading", "whySettle", "noteBox"}) {
      auto* widget = m_page->findChild<QWidget*>(QLatin1String(name));
      QVERIFY2(widget != nullptr && widget->isVisible(), name);
      const int y = widget->mapTo(m_page.get(), QPoint(0, 0)).y();
      QVERIFY2(y > above, name);
      above = y;
    }
    QStringList order;
    for (const QWidget* at = button("whyShowRows"); order.size() < 4; at = at->nextInFocusChain()) {
      if (at->focusPolicy() & Qt::TabFocus) order << at->objectName();
    }
    QCOMPARE(order, (QStringList{QStringLiteral("whyShowRows"), QStringLiteral("whyNote"),
                                 QStringLiteral("whyAcknowledge"), QStringLiteral("whyCopy")}));
  }

 private:
  [[nodiscard]] std::string first() const { return test::sampleRelabelled(0).id; }
  [[nodiscard]] FindingNote stored(const std::string& id) const {
    const auto notes = readFindingNotes(m_audit.workspace);
    if (!notes || !notes->contains(id)) return {};
    return notes->at(id);
  }
  [[nodiscard]] QAbstractButton* button(const char* name) const {
    return m_page->findChild<QAbstractButton*>(QLatin1String(name));
  }
  [[nodiscard]] QAction* action(const char* name) const {
    return m_page->findChild<QAction*>(QLatin1String(name));
  }
  [[nodiscard]] QPlainTextEdit* editor() const { return m_page->findChild<QPlainTextEdit*>(); }
  [[nodiscard]] QString label(const char* name) const {
    const auto* found = m_page->findChild<QLabel*>(QLatin1String(name));
    const auto* sentence = qobject_cast<const SentenceLabel*>(found);
    return sentence != nullptr ? SentenceLabel::toPlain(sentence->sentence()) : found->text();
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  OpenAudit m_audit;
  std::unique_ptr<FindingsPage> m_page;
};

PLUMBLINE_WINDOW_TEST(TestFindingsPage)
#include "test_findings_page.moc"
