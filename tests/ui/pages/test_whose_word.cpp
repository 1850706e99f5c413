// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Overview over a real workspace: whose word a verdict waits for, and on whose it is read.
#include <fstream>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include "model/audit/session.h"
#include "model/decisions/differing_keys.h"
#include "model/decisions/enter_claim.h"
#include "model/simulate/simulator.h"

#include "ui/cards/author_card.h"
#include "ui/cards/compare_key_card.h"
#include "ui/cards/open_keys_card.h"
#include "ui/cards/stated_card.h"
#include "ui/dialogs/author_dialogs.h"
#include "ui/dialogs/enter_claim_dialog.h"
#include "ui/figures/claim_picture.h"
#include "ui/pages/overview_page.h"
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
    qRegisterMetaType<EnteredClaim>();  // pages know it by name only
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

  /// Of all that the page shows one button is filled: what to do next.
  void oneButtonIsFilled_data() {
    QTest::addColumn<QString>("workspace");
    QTest::addColumn<QString>("filled");
    QTest::newRow("keys to compare") << QStringLiteral("open") << QStringLiteral("keysAgree");
    QTest::newRow("signed by a stranger") << QStringLiteral("stranger") << QStringLiteral("keysAgree");
    QTest::newRow("signed by somebody known") << QStringLiteral("known") << QStringLiteral("keysAgree");
    QTest::newRow("on their word") << QStringLiteral("taken") << QStringLiteral("exportReport");
    QTest::newRow("files only") << QStringLiteral("stated") << QStringLiteral("exportReport");
    QTest::newRow("all keys named") << QStringLiteral("author") << QStringLiteral("exportReport");
  }
  void oneButtonIsFilled() {
    QFETCH(QString, workspace);
    QFETCH(QString, filled);
    show(workspace.toUtf8().constData());
    QCOMPARE(filledButtons(), QStringList(filled));
  }
  void aKeyThatDiffersLeavesTheReport() {
    show("open");
    const OpenKey key = *m_page->findChild<OpenKeysCard*>()->chosenKey();
    const PartyKey named{key.role, key.party, *NoteVerifier::fromVkey(key.vkey)};
    QVERIFY(tellKeyDiffers(path("open"), named, true).ok());
    show("open");
    auto* table = m_page->findChild<QTableWidget*>(QStringLiteral("openKeys"));
    QCOMPARE(filledButtons(), QStringList(QStringLiteral("keysAgree")));
    table->setCurrentCell(table->rowCount() - 1, 0);  // the one that differs comes last
    QCOMPARE(filledButtons(), QStringList(QStringLiteral("exportReport")));
    QVERIFY(tellKeyDiffers(path("open"), named, false).ok());
  }

  /// Beside the keys that the answer waits for stands what all of it rests on, with the checks.
  void whatItRestsOnStandsBesideTheKeys() {
    show("open");
    QStringList lines;
    for (const QWidget* line : m_page->findChildren<QWidget*>(QStringLiteral("groundLine"))) {
      QVERIFY(line->isVisible());
      lines << line->accessibleName();
    }
    QCOMPARE(lines, (QStringList{QStringLiteral("Keys you vouched for: 0 publications, 0 keys"),
                                 QStringLiteral("Keys not vouched for: 48 publications, 8 keys"),
                                 QStringLiteral("Logs verified: 8 of 8 logs"),
                                 QStringLiteral("Time stamps: none"),
                                 QStringLiteral("Known to be missing: nothing")}));
    QVERIFY(m_page->findChild<SentenceLabel*>(QStringLiteral("readUnderWords"))
                ->sentence()
                .endsWith(QStringLiteral("everybody’s word, also of keys you have not vouched for")));
    show("taken");
    QVERIFY(m_page->findChild<SentenceLabel*>(QStringLiteral("readUnderWords"))
                ->sentence()
                .endsWith(QStringLiteral("8 keys on the word of ada")));
    const auto line = m_page->findChildren<QWidget*>(QStringLiteral("groundLine"))[1];
    QCOMPARE(line->accessibleName(), QStringLiteral("Word of ada: 48 publications, 8 keys"));
  }

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
      const bool heavy = right.startsWith(QLatin1String("Would contradict ")) &&
                         right != QLatin1String("Would contradict nothing");
      QVERIFY(against || !heavy);
      against = heavy;
      // A plant's own records contradict nobody.
      QCOMPARE(right == QLatin1String("The claim is theirs"),
               table->item(row, 1)->text() == QLatin1String("plant"));
    }
    QVERIFY(table->item(0, 3)->text().startsWith(QLatin1String("Would contradict ")));
    QVERIFY(!m_page->findChild<AuthorCard*>()->isVisible());
    QVERIFY(!m_page->findChild<StatedCard*>()->isVisible());
  }

  void aKeyIsComparedByMouseAndKeyboard() {
    const AuditPtr audit = show("open");
    QVERIFY(test::showActive(*m_page));
    auto* table = m_page->findChild<QTableWidget*>(QStringLiteral("openKeys"));
    const QAbstractItemModelTester tester(table->model());
    QSignalSpy vouched(m_page.get(), &Page::vouchRequested);
    QSignalSpy differing(m_page.get(), &Page::keyDiffers);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(table->currentRow(), 1);
    QCOMPARE(m_page->findChild<CompareKeyCard*>()->findChild<Tag*>()->text(),
             QStringLiteral("Key 2 of 6"));
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(button("keysAgree")->hasFocus());
    QVERIFY(button("keysAgree")->accessibleName().contains(table->item(1, 0)->text()));
    QTest::keyClick(button("keysAgree"), Qt::Key_Space);
    QCOMPARE(vouched.count(), 1);
    QCOMPARE(vouched[0][0].toString(), lineOf(*audit, table, 1));
    QCOMPARE(vouched[0][1].toBool(), true);
    QVERIFY(table->hasFocus());  // nobody agrees to the next key without looking at it
    auto* link = table->cellWidget(0, 5)->findChild<LinkButton*>();
    QVERIFY(link != nullptr);
    QCOMPARE(link->accessibleName(),
             QStringLiteral("Compare the key of %1").arg(table->item(0, 0)->text()));
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(table->currentRow(), 0);
    QTest::mouseClick(button("keysDiffer"), Qt::LeftButton);
    QCOMPARE(differing.count(), 1);
    QCOMPARE(differing[0][0].toString(), lineOf(*audit, table, 0));
    QCOMPARE(differing[0][1].toBool(), true);
  }

  void theDigitsCanBeSeenAsAPicture() {
    show("open");
    auto* picture = m_page->findChild<QWidget*>(QStringLiteral("compareQr"));
    auto* link = m_page->findChild<LinkButton*>(QStringLiteral("compareShowQr"));
    QVERIFY(!picture->isVisible());
    link->click();
    QVERIFY(picture->isVisible());
    link->click();
    QVERIFY(!picture->isVisible());
  }

  void everyWayToCompareIsOnTheEvidencePage() {
    show("open");
    QSignalSpy navigated(m_page.get(), &Page::navigate);
    auto* table = m_page->findChild<QTableWidget*>(QStringLiteral("openKeys"));
    for (LinkButton* link : m_page->findChild<CompareKeyCard*>()->findChildren<LinkButton*>()) {
      if (link->text() == QStringLiteral("More…")) link->click();
    }
    QCOMPARE(navigated.count(), 1);
    QCOMPARE(navigated[0][0].value<Target>().page, PageId::Evidence);
    QCOMPARE(navigated[0][0].value<Target>().item,
             QStringLiteral("why/key/") + table->item(0, 0)->data(Qt::UserRole).toString());
  }

  /// What is known to be somebody else's stands last and would show nothing.
  void aKeyThatDiffersStandsLast() {
    const AuditPtr audit = show("open");
    auto* table = m_page->findChild<QTableWidget*>(QStringLiteral("openKeys"));
    const QString name = table->item(0, 0)->text();
    const auto keys = parseParties(lineOf(*audit, table, 0).toStdString());
    QVERIFY(keys.ok());
    QVERIFY(tellKeyDiffers(path("open"), keys->front(), true).ok());
    show("open");
    QCOMPARE(table->currentRow(), 0);
    const int last = table->rowCount() - 1;
    QCOMPARE(table->item(last, 0)->text(), name);
    QCOMPARE(table->item(last, 3)->text(), QStringLiteral("Digits differ: kept out"));
    QCOMPARE(verdictWord(), QStringLiteral("Cannot tell, Jan–Jun 2141"));
    QVERIFY(!verdictSentence().contains(QStringLiteral("would be")));
    table->setCurrentCell(last, 0);
    QVERIFY(!button("keysAgree")->isVisible());
    QSignalSpy differing(m_page.get(), &Page::keyDiffers);
    button("keysDifferUndo")->click();
    QCOMPARE(differing[0][1].toBool(), false);
    QVERIFY(tellKeyDiffers(path("open"), keys->front(), false).ok());
  }

  /// What would be is bold and never in the verdict's colour; the bars are open outlines.
  void whatWouldBeIsNoVerdict() {
    show("open");
    QVERIFY(verdictSentence().contains(QStringLiteral("**would be contradicted**")));
    QStringList possible;
    for (const QLabel* word :
         m_page->findChild<QWidget*>(QStringLiteral("possibleVerdicts"))->findChildren<QLabel*>()) {
      possible << word->text();
      const bool present = word->text() == QStringLiteral("Cannot tell");
      QCOMPARE(word->font().bold(), present);
    }
    QCOMPARE(possible, (QStringList{QStringLiteral("Supported"), QStringLiteral("Cannot tell"),
                                    QStringLiteral("Would be contradicted")}));
    const QImage bars =
        m_page->findChild<ClaimPicture*>()->grab().toImage().convertToFormat(QImage::Format_RGB32);
    for (const Tone tone : {Tone::Residue, Tone::Fail, Tone::Pass}) {
      QVERIFY2(!hasColor(bars, roles().fill(tone)), "a filled bar");
    }
  }

  /// The key and its answers are there at once, at either size.
  void nothingOfItHasToBeScrolledFor_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("compact");
    QTest::newRow("large") << QSize(1232, 788) << false;
    QTest::newRow("small") << QSize(968, 588) << true;
  }
  void nothingOfItHasToBeScrolledFor() {
    QFETCH(QSize, size);
    QFETCH(bool, compact);
    m_page->resize(size);
    m_page->setCompact(compact);
    show("open");
    QCoreApplication::processEvents();
    const auto* scroll = m_page->findChild<QScrollArea*>(QStringLiteral("pageScroll"));
    if (!compact) QCOMPARE(scroll->verticalScrollBar()->maximum(), 0);
    for (const char* name : {"verdictBlock", "compareKeyCard", "keysAgree", "keysDiffer"}) {
      const auto* part = m_page->findChild<QWidget*>(QLatin1String(name));
      const QRect box(part->mapTo(m_page.get(), QPoint()), part->size());
      QVERIFY2(part->isVisible() && m_page->rect().contains(box), name);
    }
  }

  void aStrangerWhoSignedIsComparedFirst() {
    show("stranger");
    auto* card = m_page->findChild<AuthorCard*>();
    QVERIFY(card->isVisible());
    QCOMPARE(card->findChild<Tag*>()->text(), QStringLiteral("Key not compared"));
    QVERIFY(said().startsWith(QStringLiteral("ada (key ")));
    QVERIFY(!button("authorRead")->isVisible() && !button("authorTake")->isVisible());
    QVERIFY(verdictSentence().contains(
        QStringLiteral("if these 6 keys are whom they say: their receipts book **")));
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
    QCOMPARE(word.count(), 0);  // it asks once, and names who it is
    auto* dialog = m_page->findChild<TakeWordDialog*>();
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->findChild<SentenceLabel*>(QStringLiteral("takeWordAbout"))
                ->sentence()
                .contains(QStringLiteral("ada (key ")));
    dialog->findChild<QPushButton*>(QStringLiteral("takeWord"))->click();
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

  /// Where nobody claims anything, the way to ask about a claim is on the page.
  void aClaimCanBeEntered() {
    show("stated");
    auto* ask = button("askForClaim");
    QVERIFY(ask->isVisible() && ask->isEnabled());
    QVERIFY(!button("clearClaims")->isVisible());
    QSignalSpy entered(m_page.get(), &Page::claimEntered);
    ask->click();
    auto* dialog = m_page->findChild<EnterClaimDialog*>();
    QVERIFY(dialog != nullptr);
    auto* missing = dialog->findChild<SentenceLabel*>(QStringLiteral("enterClaimMissing"));
    QVERIFY(missing->sentence().contains(QStringLiteral("Where you read it")));
    dialog->findChild<QLineEdit*>(QStringLiteral("claimSource"))->setText(QStringLiteral("a poster"));
    dialog->findChild<QLineEdit*>(QStringLiteral("claimValue"))->setText(QStringLiteral("few"));
    QCOMPARE(missing->sentence(), QStringLiteral("The figure is written as 12.5."));
    dialog->findChild<QLineEdit*>(QStringLiteral("claimValue"))->setText(QStringLiteral("0"));
    dialog->findChild<QPushButton*>(QStringLiteral("enterClaim"))->click();
    QCOMPARE(entered.count(), 1);
    const auto claim = entered[0][0].value<EnteredClaim>();
    QVERIFY(enterClaim(path("stated"), claim).ok());

    // It is a claim of the page, not of the plant; and it goes again.
    show("stated");
    QVERIFY(verdictWord().startsWith(QStringLiteral("Cannot tell")));
    QVERIFY(verdictSentence().startsWith(QStringLiteral("Entered by you, from “a poster”: ")));
    QVERIFY(!verdictSentence().contains(QStringLiteral("The plant claims")));
    QSignalSpy cleared(m_page.get(), &Page::enteredClaimsCleared);
    button("clearClaims")->click();
    QCOMPARE(cleared.count(), 1);
    QVERIFY(clearEnteredClaims(path("stated")).ok());
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
  QStringList filledButtons() const {
    QStringList names;
    for (const QPushButton* button : m_page->findChildren<QPushButton*>()) {
      const bool filled = button->isVisible() && button->isEnabled();
      if (filled && button->property("primary").toBool()) names << button->objectName();
    }
    return names;
  }
  static QString lineOf(const AuditResult& audit, const QTableWidget* table, int row) {
    const std::string vkey = table->item(row, 0)->data(Qt::UserRole).toString().toStdString();
    for (const OpenKey& key : audit.standing.open) {
      if (key.vkey != vkey) continue;
      return QString::fromStdString(
          partiesLine(key.role, key.party, *NoteVerifier::fromVkey(key.vkey)));
    }
    return {};
  }
  /// More than a line of it.
  static bool hasColor(const QImage& image, const QColor& color) {
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
      for (int x = 0; x < image.width(); ++x) found += image.pixelColor(x, y) == color ? 1 : 0;
    }
    return found > 50;
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
