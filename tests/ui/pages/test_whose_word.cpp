// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Overview over a real workspace: whose word a verdict waits for, and on whose it is read.
#include <fstream>

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/simulate/simulator.h"

#include "ui/pages/author_card.h"
#include "ui/pages/author_dialogs.h"
#include "ui/pages/open_keys_card.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/stated_card.h"
#include "ui/theme/buttons.h"
#include "ui/theme/labels.h"
#include "ui/theme/tag.h"
#include "ui/theme/theme.h"

#include "tests/program.h"
#include "tests/ui/real_window.h"

using namespace plumbline;

namespace {

PrivateKey adasKey() {
  return *PrivateKey::fromSeed(bytesOf(std::string(32, 'a')));
}

std::string adasVkey() {
  return NoteVerifier::fromKey("ada", NoteKeyType::Ed25519, adasKey().publicKey()).vkey();
}

const std::string adasLine = "citizen ada " + adasVkey() + "\n";

}  // namespace

class TestWhoseWord : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    Theme::install(*qApp);
    SimulationOptions options;
    options.seed = 5;
    options.months = 6;
    options.loadsPerMonth = 40;
    options.jobsPerMonth = 5;
    options.fraud.relabel = 100'000;
    QVERIFY(simulate(options, path("plant"), Progress()).ok());
    const ImportOptions trust{.parties = path("plant") / "parties.txt"};
    QVERIFY(importInto(path("author"), {path("plant")}, trust, Progress()).ok());
    const auto audit = runAudit(path("author"), Progress());
    QVERIFY(audit.ok() && signAudit(path("author"), **audit, "ada", adasKey()).ok());
    QVERIFY(shareAudit(path("author"), path("ada.plumb"), Progress()).ok());
    QVERIFY(importInto(path("open"), {path("plant")}, {}, Progress()).ok());
    std::ofstream(path("ada.txt")) << adasLine;
    QVERIFY(importInto(path("stranger"), {path("ada.plumb")}, {}, Progress()).ok());
    ImportOptions known{.parties = path("ada.txt")};
    QVERIFY(importInto(path("known"), {path("ada.plumb")}, known, Progress()).ok());
    known.word = "ada";
    QVERIFY(importInto(path("taken"), {path("ada.plumb")}, known, Progress()).ok());
    std::ofstream(path("receipts.json"))
        << R"([{"dateTimeReceived":"2026-10-05T09:30:00Z","yourUniqueReference":"T1",)"
           R"("receiver":{"siteName":"Mill","authorisationNumber":"P1"},"wasteItems":[)"
           R"({"ewcCodes":["150102"],"weight":{"metric":"Tonnes","amount":1.2}}]}])";
    QVERIFY(importInto(path("stated"), {path("receipts.json")}, {}, Progress()).ok());
  }

  void init() {
    m_page = std::make_unique<OverviewPage>(nullptr);
    m_page->resize(1232, 788);
  }
  void cleanup() { m_page.reset(); }

  void keysThatMatterHeaviestFirst() {
    const AuditPtr audit = show("open");
    auto* table = m_page->findChild<QTableWidget*>(QStringLiteral("openKeys"));
    QVERIFY(table->isVisible());
    QCOMPARE(table->rowCount(), static_cast<int>(audit->standing.open.size()));
    QCOMPARE(m_page->findChild<OpenKeysCard*>()->accessibleName(),
             QStringLiteral("The 6 keys that matter"));
    // Each says who, begins with digits, has loads and a mass; the gravest stand first.
    bool against = true;
    for (int row = 0; row < table->rowCount(); ++row) {
      QVERIFY(!table->item(row, 0)->text().isEmpty());
      QCOMPARE(table->item(row, 2)->text().size(), 12);
      QVERIFY(table->item(row, 4)->text().endsWith(QLatin1String("t")));
      QVERIFY(table->item(row, 4)->data(Qt::AccessibleTextRole).toString().endsWith(
          QLatin1String(" loads")));
      const QString right = table->item(row, 3)->text();
      const bool heavy = right.startsWith(QLatin1String("Contradicts ")) &&
                         right != QLatin1String("Contradicts nothing");
      QVERIFY(against || !heavy);
      against = heavy;
      // A plant's own records contradict nobody.
      QCOMPARE(right == QLatin1String("The claim is theirs"),
               table->item(row, 1)->text() == QLatin1String("plant"));
    }
    QVERIFY(table->item(0, 3)->text().startsWith(QLatin1String("Contradicts ")));
    QVERIFY(!m_page->findChild<AuthorCard*>()->isVisible());
    QVERIFY(!m_page->findChild<StatedCard*>()->isVisible());
  }

  void aKeyIsComparedByMouseAndKeyboard() {
    show("open");
    auto* table = m_page->findChild<QTableWidget*>(QStringLiteral("openKeys"));
    QSignalSpy navigated(m_page.get(), &Page::navigate);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(table->currentRow(), 1);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(navigated.count(), 1);
    const QString vkey = table->item(1, 0)->data(Qt::UserRole).toString();
    QCOMPARE(navigated[0][0].value<Target>().page, PageId::Evidence);
    QCOMPARE(navigated[0][0].value<Target>().item, QStringLiteral("why/key/") + vkey);
    auto* link = table->cellWidget(0, 5)->findChild<LinkButton*>();
    QVERIFY(link != nullptr);
    QCOMPARE(link->accessibleName(),
             QStringLiteral("Compare the key of %1").arg(table->item(0, 0)->text()));
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(navigated.count(), 2);
    QVERIFY(navigated[1][0].value<Target>().item !=
            navigated[0][0].value<Target>().item);
  }

  void aStrangerWhoSignedIsComparedFirst() {
    show("stranger");
    auto* card = m_page->findChild<AuthorCard*>();
    QVERIFY(card->isVisible());
    QCOMPARE(card->findChild<Tag*>()->text(), QStringLiteral("Key not compared"));
    QVERIFY(said().startsWith(QStringLiteral("ada (key ")));
    QVERIFY(!button("authorRead")->isVisible() && !button("authorTake")->isVisible());
    QVERIFY(verdictSentence().contains(QStringLiteral("ada (key ")));
    QCOMPARE(verdictWord(), QStringLiteral("Cannot tell yet, Jan–Jun 2141"));
    QSignalSpy vouched(m_page.get(), &Page::vouchRequested);
    button("authorCompare")->click();
    auto* dialog = m_page->findChild<CompareAuthorDialog*>();
    QVERIFY(dialog != nullptr);
    dialog->findChild<QPushButton*>(QStringLiteral("keyVouch"))->click();
    QCOMPARE(vouched.count(), 1);
    QCOMPARE(vouched[0][0].toString().toStdString(), adasLine);
    QCOMPARE(vouched[0][1].toBool(), true);
  }

  void aKnownAuthorIsOfferedAndNotTaken() {
    show("known");
    QCOMPARE(verdictWord(), QStringLiteral("Cannot tell yet, Jan–Jun 2141"));
    QVERIFY(!button("authorCompare")->isVisible());
    QSignalSpy word(m_page.get(), &Page::wordRequested);
    button("authorRead")->click();
    QCOMPARE(word.count(), 1);
    QCOMPARE(word[0][0].toString().toStdString(), adasVkey());
  }

  void onTheirWordEverySentenceSaysSo() {
    const AuditPtr audit = show("taken");
    QCOMPARE(audit->decision(), Decision::Contradicted);
    QCOMPARE(verdictWord(), QStringLiteral("Contradicted on the word of ada, Jan–Jun 2141"));
    QVERIFY(verdictSentence().contains(
        QStringLiteral("On the word of ada, who signed this audit, the claim is contradicted.")));
    QVERIFY(!m_page->findChild<OpenKeysCard*>()->isVisible());
    QVERIFY(m_page->findChild<AuthorCard*>()->isVisible());
    QSignalSpy word(m_page.get(), &Page::wordRequested);
    QVERIFY(!button("authorRead")->isVisible());
    button("authorUndo")->click();
    QCOMPARE(word[0][0].toString(), QString());
  }

  /// None is chosen for the reader, and only what they chose is taken.
  void namesAreTakenOverOneByOne() {
    const AuditPtr audit = show("taken");
    QSignalSpy taken(m_page.get(), &Page::namesTaken);
    button("authorTake")->click();
    auto* dialog = m_page->findChild<TakeNamesDialog*>();
    QVERIFY(dialog != nullptr);
    auto* table = dialog->findChild<QTableWidget*>(QStringLiteral("namesToTake"));
    auto* take = dialog->findChild<QPushButton*>(QStringLiteral("takeNames"));
    QCOMPARE(table->rowCount(), static_cast<int>(audit->authors.front().names.size()));
    QVERIFY(!take->isEnabled());
    table->setFocus();
    table->setCurrentCell(1, 0);
    QTest::keyClick(table, Qt::Key_Space);
    QVERIFY(take->isEnabled());
    QCOMPARE(take->text(), QStringLiteral("Take over 1 key"));
    take->click();
    QCOMPARE(taken.count(), 1);
    const PartyKey& second = audit->authors.front().names[1];
    QCOMPARE(taken[0][0].toStringList(),
             QStringList(QString::fromStdString(partiesLine(second.role, second.id, second.key))));
  }

  void everyControlHasAName_data() {
    QTest::addColumn<QString>("workspace");
    for (const char* name : {"open", "stranger", "known", "taken", "author", "stated"}) {
      QTest::addRow("%s", name) << QString::fromLatin1(name);
    }
  }
  void everyControlHasAName() {
    QFETCH(QString, workspace);
    for (const bool compact : {false, true}) {
      m_page->setCompact(compact);
      show(workspace.toStdString().c_str());
      QCOMPARE(test::unnamedControl(*m_page), QString());
    }
  }

  void unsignedFilesSayHowFarTheAnswerGoes() {
    show("stated");
    QCOMPARE(verdictWord(), QStringLiteral("No claim to judge"));
    QVERIFY(!m_page->findChild<QWidget*>(QStringLiteral("possibleVerdicts"))->isVisible());
    auto* table = m_page->findChild<QTableWidget*>(QStringLiteral("statedFiles"));
    QVERIFY(table->isVisible());
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(table->item(0, 2)->text(), QStringLiteral("by nobody"));
    QVERIFY(m_page->findChild<SentenceLabel*>(QStringLiteral("statedSentence"))
                ->sentence()
                .contains(QStringLiteral("as far as these unsigned official files go")));
    QSignalSpy navigated(m_page.get(), &Page::navigate);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(navigated.count(), 1);
    QCOMPARE(navigated[0][0].value<Target>().page, PageId::Evidence);
    QCOMPARE(navigated[0][0].value<Target>().item, QStringLiteral("files"));
    QVERIFY(!m_page->findChild<OpenKeysCard*>()->isVisible());
  }

  void whoNamedEverybodySeesNoneOfIt() {
    show("author");
    QVERIFY(!m_page->findChild<QWidget*>(QStringLiteral("overviewStanding"))->isVisible());
    QCOMPARE(verdictWord(), QStringLiteral("Contradicted, Jan–Jun 2141"));
  }

 private:
  fs::path path(const std::string& name) const {
    return fs::path(m_folder.path().toStdU16String()) / name;
  }
  AuditPtr show(const char* workspace) {
    const auto audit = runAudit(path(workspace), Progress());
    if (!audit) return nullptr;
    m_page->showAudit({*audit, path(workspace)});
    m_page->show();
    return *audit;
  }
  [[nodiscard]] QPushButton* button(const char* name) const {
    return m_page->findChild<QPushButton*>(QLatin1String(name));
  }
  [[nodiscard]] QString verdictWord() const {
    return m_page->findChild<QLabel*>(QStringLiteral("verdictWord"))->text();
  }
  [[nodiscard]] QString verdictSentence() const {
    return m_page->findChild<SentenceLabel*>(QStringLiteral("verdictSentence"))->sentence();
  }
  [[nodiscard]] QString said() const {
    return m_page->findChild<SentenceLabel*>(QStringLiteral("authorSaid"))->sentence();
  }

  QTemporaryDir m_folder;
  std::unique_ptr<OverviewPage> m_page;
};

PLUMBLINE_WINDOW_TEST(TestWhoseWord)
#include "test_whose_word.moc"
