// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "ui/pages/evidence_page.h"
#include "ui/pages/files_view.h"
#include "ui/tables/files_model.h"
#include "ui/theme/labels.h"
#include "ui/theme/theme.h"

#include "tests/program.h"
#include "tests/ui/real_window.h"
#include "tests/ui/sample_result.h"

using namespace plumbline;

namespace {

EvidenceFile fileCalled(const std::string& name, const std::string& kind, std::int64_t stored) {
  EvidenceFile file{sha256(bytesOf(name)), kind + "s/" + name, kind, 2000, name};
  file.rows.stored = stored;
  return file;
}

std::shared_ptr<const EvidenceFiles> someFiles() {
  EvidenceFiles list;
  list.files = {fileCalled("april.csv", "original", 40), fileCalled("may.csv", "original", 50),
                fileCalled("17.dsse.json", "envelope", 0)};
  list.root = list.rootWithout({});
  return std::make_shared<const EvidenceFiles>(std::move(list));
}

}  // namespace

class TestFilesView : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { Theme::install(*qApp); }
  void init() {
    m_view = std::make_unique<FilesView>();
    m_view->resize(1200, 700);
    m_view->setFiles(someFiles());
    QVERIFY(test::showActive(*m_view));
  }

  /// Before it is done: how many records go, and that the evidence root is another one.
  void takingBackIsShownBeforeItIsDone() {
    select("may.csv");
    const QString said = sentence();
    QVERIFY2(said.contains(QStringLiteral("Taken back, 50 records go.")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("The evidence root ")), qPrintable(said));
    QSignalSpy taken(m_view.get(), &FilesView::takeBackRequested);
    QSignalSpy back(m_view.get(), &FilesView::putBackRequested);
    QVERIFY(!button("filesUndo")->isEnabled());
    QTest::keyClick(table(), Qt::Key_Delete);
    QCOMPARE(taken.size(), 1);
    QCOMPARE(taken[0][0].value<std::vector<Hash>>(), std::vector<Hash>{sha256(bytesOf("may.csv"))});
    QTest::keyClick(table(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(back.size(), 1);
    QCOMPARE(back[0][0].value<std::vector<Hash>>(), std::vector<Hash>{sha256(bytesOf("may.csv"))});
    QVERIFY(!button("filesUndo")->isEnabled());
  }

  void onlyAFileWithoutASignatureIsReadAgain() {
    select("17.dsse.json");
    QVERIFY(!button("filesReadAgain")->isEnabled());
    select("april.csv");
    QVERIFY(button("filesReadAgain")->isEnabled());
    QSignalSpy again(m_view.get(), &FilesView::readAgainRequested);
    button("filesReadAgain")->click();
    QCOMPARE(again.size(), 1);
    QCOMPARE(again[0][0].value<EvidenceFile>().name, std::string("april.csv"));
  }

  void whatWasTakenBackCanBePutBack() {
    EvidenceFiles list = *someFiles();
    list.files[1].takenBack = true;
    m_view->setFiles(std::make_shared<const EvidenceFiles>(list));
    select("may.csv");
    QVERIFY(!button("filesTakeBack")->isEnabled());
    QVERIFY(!button("filesSave")->isEnabled());
    QVERIFY(sentence().contains(QStringLiteral("It is no evidence")));
    QSignalSpy back(m_view.get(), &FilesView::putBackRequested);
    button("filesPutBack")->click();
    QCOMPARE(back.size(), 1);
  }

  void aWholeImportIsChosen() {
    EvidenceFiles list = *someFiles();
    for (EvidenceFile& file : list.files) file.brought = StepStamp{Timestamp::milliseconds(5), "ann"};
    list.files[0].brought = StepStamp{Timestamp::milliseconds(6), "ann"};
    m_view->setFiles(std::make_shared<const EvidenceFiles>(list));
    select("may.csv");
    button("filesWhole")->click();
    QSignalSpy taken(m_view.get(), &FilesView::takeBackRequested);
    button("filesTakeBack")->click();
    QCOMPARE(taken[0][0].value<std::vector<Hash>>().size(), list.files.size() - 1);
  }

  void findingLeavesTheOthersOut() {
    m_view->findChild<QLineEdit*>(QStringLiteral("filesFind"))->setText(QStringLiteral("MAY"));
    QCOMPARE(table()->model()->rowCount(), 1);
  }

  void theSelectionStaysWhenTheAuditIsComputedAgain() {
    select("may.csv");
    m_view->setFiles(someFiles());
    QVERIFY(sentence().contains(QStringLiteral("50 records")));
    m_view->setFiles(nullptr);
    QVERIFY(!button("filesTakeBack")->isEnabled());
  }

  void everyControlHasAName() {
    for (const QWidget* widget : m_view->findChildren<QWidget*>()) {
      const auto* pressed = qobject_cast<const QPushButton*>(widget);
      if (pressed != nullptr) QVERIFY(!pressed->text().isEmpty());
    }
    QVERIFY(!table()->accessibleName().isEmpty());
    QCOMPARE(table()->contextMenuPolicy(), Qt::ActionsContextMenu);
    QCOMPARE(table()->actions().size(), 7);
  }

  void theEvidencePageLeadsThere() {
    EvidencePage page(nullptr);
    page.resize(1232, 788);
    OpenAudit audit;
    audit.result = test::sampleAudit();
    audit.files = someFiles();
    page.showAudit(audit);
    page.show();
    QSignalSpy navigated(&page, &Page::navigate);
    page.findChild<QPushButton*>(QStringLiteral("allFiles"))->click();
    QCOMPARE(navigated.size(), 1);
    page.openItem(navigated[0][0].value<Target>().item);
    QVERIFY(page.findChild<FilesView*>()->isVisible());
    QVERIFY(!page.findChild<QWidget*>(QStringLiteral("evidenceBody"))->isVisible());
    QCOMPARE(page.trail(), QStringLiteral("Files"));
    page.openItem({});
    QVERIFY(!page.findChild<FilesView*>()->isVisible());
  }

 private:
  QTableView* table() const { return m_view->findChild<QTableView*>(QStringLiteral("filesTable")); }
  QPushButton* button(const char* name) const {
    return m_view->findChild<QPushButton*>(QLatin1String(name));
  }
  QString sentence() const {
    return m_view->findChild<SentenceLabel*>(QStringLiteral("filesSaid"))->sentence();
  }
  void select(const char* name) const {
    table()->setFocus();
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
      if (table()->model()->index(row, 0).data().toString() == QLatin1String(name)) {
        table()->selectionModel()->setCurrentIndex(
            table()->model()->index(row, 0),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
      }
    }
  }
  std::unique_ptr<FilesView> m_view;
};

PLUMBLINE_WINDOW_TEST(TestFilesView)
#include "test_files_view.moc"
