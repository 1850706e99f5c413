// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody was sent an audit: from a stranger's file to a verdict of their own, in the window.
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include "model/audit/key_file.h"

#include "ui/pages/author_dialogs.h"
#include "ui/shell/job_banner.h"
#include "ui/shell/job_runner.h"
#include "ui/shell/main_window.h"

#include "tests/program.h"
#include "tests/ui/real_window.h"
#include "tests/ui/window_start.h"

using namespace plumbline;

class TestWordInWindow : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    test::startWithSettingsIn(path("settings"));
    QVERIFY(test::makePlant(path("plant"), {.months = 3, .relabel = 200'000}));
    const ImportOptions trust{.parties = toPath("plant") / "parties.txt"};
    QVERIFY(importInto(toPath("author"), {toPath("plant")}, trust, Progress()).ok());
    m_author = *runAudit(toPath("author"), Progress());
    QVERIFY(signAudit(toPath("author"), *m_author, "ada", PrivateKey::generate()).ok());
    QVERIFY(shareAudit(toPath("author"), toPath("ada.plumb"), Progress()).ok());
  }

  void init() {
    m_window = std::make_unique<MainWindow>();
    m_window->controller().setWorkspaceFolder(path("audits"));
    m_window->resize(1024, 700);
    QVERIFY(test::showActive(*m_window));
    m_window->openPath(path("ada.plumb"));
    QTRY_VERIFY_WITH_TIMEOUT(controller().hasAudit(), test::patience);
    waitForJobs();
    m_window->choosePage(PageId::Overview);
  }
  void cleanup() { m_window.reset(); }

  /// Stranger, known, on their word, one key taken over, and back: nothing by itself.
  void fromAStrangerToOnesOwnWord() {
    QCOMPARE(verdict(), QStringLiteral("Cannot tell yet, Jan–Mar 2141"));
    press("authorCompare");
    auto* compare = m_window->findChild<CompareAuthorDialog*>();
    QVERIFY(compare != nullptr);
    compare->findChild<QPushButton*>(QStringLiteral("keyVouch"))->click();
    waitForJobs();
    QCOMPARE(verdict(), QStringLiteral("Cannot tell yet, Jan–Mar 2141"));
    QVERIFY(result().authors.front().known && result().word() == nullptr);

    press("authorRead");
    QCOMPARE(verdict(), QStringLiteral("Contradicted on the word of ada, Jan–Mar 2141"));
    QCOMPARE(result().resultsDigest.hex(), m_author->resultsDigest.hex());
    QVERIFY(result().signOffs.front().current);

    press("authorTake");
    auto* take = m_window->findChild<TakeNamesDialog*>();
    QVERIFY(take != nullptr);
    auto* table = take->findChild<QTableWidget*>(QStringLiteral("namesToTake"));
    const int all = table->rowCount();
    table->item(0, 0)->setCheckState(Qt::Checked);
    take->findChild<QPushButton*>(QStringLiteral("takeNames"))->click();
    waitForJobs();
    QCOMPARE(pinned(), 2);  // ada, and the one
    QCOMPARE(result().resultsDigest.hex(), m_author->resultsDigest.hex());
    QTRY_VERIFY(m_window->findChild<TakeNamesDialog*>() == nullptr);
    press("authorTake");
    take = m_window->findChild<TakeNamesDialog*>();
    QCOMPARE(take->findChild<QTableWidget*>(QStringLiteral("namesToTake"))->rowCount(), all - 1);
    take->reject();

    press("authorUndo");
    QCOMPARE(verdict(), QStringLiteral("Cannot tell yet, Jan–Mar 2141"));
    QVERIFY(!m_window->findChild<JobBanner*>()->showsFailure());
  }

  void enterComparesTheChosenKey() {
    auto* table = m_window->findChild<QTableWidget*>(QStringLiteral("openKeys"));
    QVERIFY(table != nullptr && table->isVisible());
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_COMPARE(m_window->currentPage()->id(), PageId::Evidence);
    auto* vouch = m_window->currentPage()->findChild<QPushButton*>(QStringLiteral("keyVouch"));
    QTRY_VERIFY(vouch->isVisible());
    const QString vkey = table->item(0, 0)->data(Qt::UserRole).toString();
    vouch->click();
    waitForJobs();
    QCOMPARE(pinned(), 1);
    for (const PartyView& party : result().evidence.parties) {
      QCOMPARE(party.trust == KeyTrust::Pinned, QString::fromStdString(party.vkey) == vkey);
    }
    m_window->choosePage(PageId::Overview);
    QCOMPARE(table->rowCount(), static_cast<int>(result().standing.open.size()));
  }

 private:
  [[nodiscard]] QString path(const char* name) const {
    return m_folder.filePath(QLatin1String(name));
  }
  [[nodiscard]] std::filesystem::path toPath(const char* name) const {
    return std::filesystem::path(path(name).toStdU16String());
  }
  [[nodiscard]] AuditController& controller() const { return m_window->controller(); }
  [[nodiscard]] const AuditResult& result() const { return *controller().audit().result; }
  [[nodiscard]] int pinned() const {
    const auto& parties = result().evidence.parties;
    return static_cast<int>(
        std::count_if(parties.begin(), parties.end(), [](const PartyView& party) {
          return party.trust == KeyTrust::Pinned;
        }));
  }
  [[nodiscard]] QString verdict() const {
    return m_window->findChild<QLabel*>(QStringLiteral("verdictWord"))->text();
  }
  void waitForJobs() const {
    QTRY_VERIFY_WITH_TIMEOUT(!controller().jobs().isBusy(), test::patience);
  }
  void press(const char* name) const {
    auto* button = m_window->findChild<QPushButton*>(QLatin1String(name));
    QVERIFY2(button != nullptr && button->isVisible() && button->isEnabled(), name);
    button->click();
    waitForJobs();
  }

  QTemporaryDir m_folder;
  AuditPtr m_author;
  std::unique_ptr<MainWindow> m_window;
};

PLUMBLINE_WINDOW_TEST(TestWordInWindow)
#include "test_word_in_window.moc"
