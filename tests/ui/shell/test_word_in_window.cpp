// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody was sent an audit: from a stranger's file to a verdict of their own, in the window.
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include "model/decisions/key_file.h"

#include "ui/cards/compare_key_card.h"
#include "ui/dialogs/author_dialogs.h"
#include "ui/dialogs/enter_claim_dialog.h"
#include "ui/dialogs/job_runner.h"
#include "ui/shell/job_banner.h"
#include "ui/shell/main_window.h"
#include "ui/theme/buttons.h"
#include "ui/theme/labels.h"
#include "ui/theme/theme.h"

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

    takeTheirWord();
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

  /// Taken over with one question that names the author, and undone among the keys.
  void theirWordIsUndoneAmongTheKeys() {
    press("authorCompare");
    m_window->findChild<CompareAuthorDialog*>()
        ->findChild<QPushButton*>(QStringLiteral("keyVouch"))
        ->click();
    waitForJobs();
    QTRY_VERIFY(m_window->findChild<CompareAuthorDialog*>() == nullptr);
    takeTheirWord();
    QVERIFY(result().word() != nullptr);
    m_window->goTo({PageId::Evidence, QStringLiteral("keys")});
    QVERIFY(m_window->currentPage()
                ->findChild<SentenceLabel*>(QStringLiteral("keysWordSaid"))
                ->sentence()
                .contains(QStringLiteral("on the word of ada (key ")));
    press("keysWordUndo");
    QVERIFY(result().word() == nullptr);
    QVERIFY(!m_window->currentPage()->findChild<QWidget*>(QStringLiteral("keysWord"))->isVisible());
  }

  /// One key after the other, by the keyboard alone.
  void keysAreComparedInPlace() {
    auto* table = m_window->findChild<QTableWidget*>(QStringLiteral("openKeys"));
    QVERIFY(table != nullptr && table->isVisible());
    const QString first = table->item(0, 0)->data(Qt::UserRole).toString();
    const int all = table->rowCount();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    auto* agree = m_window->findChild<QPushButton*>(QStringLiteral("keysAgree"));
    QVERIFY(agree->hasFocus());
    QTest::keyClick(agree, Qt::Key_Space);
    waitForJobs();
    QCOMPARE(pinned(), 1);
    QCOMPARE(m_window->currentPage()->id(), PageId::Overview);
    QCOMPARE(table->rowCount(), all - 1);
    QCOMPARE(table->currentRow(), 0);  // the next one
    QVERIFY(table->hasFocus());
    const QString second = table->item(0, 0)->data(Qt::UserRole).toString();
    QVERIFY(second != first);

    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(agree->hasFocus());
    QTest::keyClick(agree, Qt::Key_Tab);
    auto* differ = m_window->findChild<QPushButton*>(QStringLiteral("keysDiffer"));
    QVERIFY(differ->hasFocus());
    QTest::keyClick(differ, Qt::Key_Space);
    waitForJobs();
    QCOMPARE(pinned(), 1);
    QCOMPARE(table->rowCount(), all - 1);
    QCOMPARE(table->item(all - 2, 0)->data(Qt::UserRole).toString(), second);
    QCOMPARE(verdict(), QStringLiteral("Cannot tell, Jan–Mar 2141"));
    QVERIFY(!m_window->findChild<JobBanner*>()->showsFailure());
  }

  void everyWayToCompareTheChosenKey() {
    auto* table = m_window->findChild<QTableWidget*>(QStringLiteral("openKeys"));
    QVERIFY(table != nullptr && table->isVisible());
    for (LinkButton* link :
         m_window->findChild<CompareKeyCard*>()->findChildren<LinkButton*>()) {
      if (link->text() == QStringLiteral("More…")) link->click();
    }
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

  /// What was typed in is asked and can be taken away; the digest stays.
  void aClaimIsEntered() {
    const std::string digest = result().resultsDigest.hex();
    const std::size_t claims = result().claims.size();
    m_window->findChild<QAction*>(QStringLiteral("actionEnterClaim"))->trigger();
    auto* dialog = m_window->findChild<EnterClaimDialog*>();
    QVERIFY(dialog != nullptr);
    auto* enter = dialog->findChild<QPushButton*>(QStringLiteral("enterClaim"));
    QVERIFY(!enter->isEnabled());
    const auto fill = [dialog](const char* name, const char* text) {
      dialog->findChild<QLineEdit*>(QLatin1String(name))->setText(QLatin1String(text));
    };
    fill("claimValue", "0");
    fill("claimSource", "a poster at the gate");
    QVERIFY(enter->isEnabled());
    QCOMPARE(test::unnamedControl(*dialog), QString());
    enter->click();
    waitForJobs();
    QCOMPARE(result().claims.size(), claims + 1);
    QVERIFY(result().claims.back().isEntered());
    QCOMPARE(result().resultsDigest.hex(), digest);
    auto* list = m_window->findChild<QTableWidget*>(QStringLiteral("claimList"));
    QVERIFY(list->isVisible());
    list->setCurrentCell(list->rowCount() - 1, 0);
    QVERIFY(list->item(list->rowCount() - 1, 1)->text().endsWith(QLatin1String(", entered by you")));
    const auto* sentence = m_window->findChild<SentenceLabel*>(QStringLiteral("verdictSentence"));
    QVERIFY(sentence->sentence().startsWith(
        QStringLiteral("Entered by you, from “a poster at the gate”: **0")));
    QVERIFY(sentence->sentence().contains(QStringLiteral("**would be contradicted** if the plant said "
                                                         "so, and these")));
    m_window->findChild<QAction*>(QStringLiteral("actionClearClaims"))->trigger();
    waitForJobs();
    QCOMPARE(result().claims.size(), claims);
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
  /// The author is asked about once.
  void takeTheirWord() const {
    press("authorRead");
    auto* dialog = m_window->findChild<TakeWordDialog*>();
    QVERIFY(dialog != nullptr && result().word() == nullptr);
    QVERIFY(dialog->windowTitle().contains(QStringLiteral("ada")));
    dialog->findChild<QPushButton*>(QStringLiteral("takeWord"))->click();
    waitForJobs();
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
