// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "ui/cards/key_card.h"
#include "ui/cards/quarantine_card.h"
#include "ui/cards/split_view_card.h"
#include "ui/figures/log_timeline.h"
#include "ui/pages/belief_view.h"
#include "ui/pages/evidence_page.h"
#include "ui/theme/components.h"

#include "../sample_result.h"
#include "tests/precious_outputs.h"
#include "tests/program.h"
#include "tests/ui/painted.h"

using namespace plumbline;

namespace {

PartyView party(const char* id, const char* name, Role role, KeyTrust trust) {
  PartyView view;
  view.id = id;
  view.name = name;
  view.role = role;
  view.trust = trust;
  view.fingerprint = "59294 73370 61033 59222 66563 76989 24890 24203 67096 62359 82559 80472";
  view.publications = 12;
  return view;
}

OpenAudit sampleAudit() {
  auto audit = std::make_shared<AuditResult>(test::sampleResult());
  EvidenceReport& evidence = audit->evidence;
  evidence.files = 64;
  evidence.parties = {party("ecosphere-north", "EcoSphere North", Role::Plant, KeyTrust::Pinned),
                      party("northline", "Northline Haulage", Role::Carrier, KeyTrust::Pinned),
                      party("harbour-reclaim", "Harbour Reclaim", Role::Receiver, KeyTrust::Pinned),
                      party("delta-fibre", "Delta Fibre Works", Role::Receiver, KeyTrust::Unknown),
                      party("quayside", "Quayside Polymers", Role::Receiver, KeyTrust::FirstSeen)};
  evidence.publications.clear();
  std::int64_t index = 26;
  for (const PartyView& from : evidence.parties) {
    for (int month = 1; month <= 12; ++month) {
      PublicationView publication;
      publication.party = from.id;
      publication.sequence = month;
      publication.logIndex = from.role == Role::Plant ? index++ : -1;
      publication.periodStart = Timestamp::fromCivil(2141, static_cast<unsigned>(month), 1);
      publication.periodEnd = Month::of(publication.periodStart).end();
      publication.rows = 120;
      publication.revision = month == 10;
      publication.state = month == 11 && from.role == Role::Plant ? PublicationState::BadSignature
                                                                  : PublicationState::Good;
      evidence.publications.push_back(publication);
    }
  }
  evidence.logs = {{"log.ecosphere", "ecosphere-north", 41, Hash(), CheckState::Passed}};
  return {audit, {}};
}

}  // namespace

class TestEvidencePage : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { Theme::install(*qApp); }
  void init() {
    m_page = std::make_unique<EvidencePage>(nullptr);
    m_page->resize(1232, 788);
    m_page->showAudit(sampleAudit());
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
  }
  void cleanup() { m_page.reset(); }

  void fiveRowsAndTheCaveat();
  void everyPublicationIsAStop();
  void idsThatLookAlikeAreTold();
  void keysShowTheirDigits();
  void whoSignedNothingHasNoKey();
  void everyKeyLeadsToItsReasons();
  void everyRowLeadsToItsReasons();
  void reasonsTakeThePlaceOfThePage();
  void whoIsAskedForIsNamedInAFile();
  void signedByOpensAllKeys();
  void recheckIsAskedFor();
  void checkpointsSayTheirSize();
  void manyMonthsStayInTheWindow();
  void aFileWithoutTimesIsNotOf1970();
  void withoutASplitViewThereIsNoBlock();
  void splitViewShowsBothRoots();
  void rowsThatCouldNotBeUsedAreThere();
  void keepAPicture();

 private:
  std::unique_ptr<EvidencePage> m_page;
};

void TestEvidencePage::fiveRowsAndTheCaveat() {
  QCOMPARE(m_page->findChildren<EvidencePageRow*>().size(), 5);
  const auto* card = m_page->findChild<Card*>(QStringLiteral("signaturesCard"));
  const auto* note = card->findChild<QLabel*>(QStringLiteral("cardNote"));
  QVERIFY(note->text().contains(QStringLiteral("not that it is true")));
}

void TestEvidencePage::everyPublicationIsAStop() {
  auto* timeline = m_page->findChild<LogTimeline*>();
  // Twelve of each of five parties, the checkpoints, and what witnesses and time stamps say.
  const auto logs = static_cast<int>(sampleAudit().result->evidence.logs.size());
  QCOMPARE(timeline->stopCount(), 60 + logs + 2);
  QVERIFY(timeline->stop(60 + logs).text.startsWith(QStringLiteral("Witnesses: Cannot tell.")));
  const FigureStop bad = timeline->stop(10);
  QVERIFY2(bad.text.contains(QStringLiteral("signature does not match")), qPrintable(bad.text));
  QVERIFY(bad.text.contains(QStringLiteral("EcoSphere North")));
  QVERIFY(timeline->stop(9).text.contains(QStringLiteral("a revision")));
  // Boxes never lie on one another, or one of them could not be pointed at.
  for (int i = 1; i < timeline->stopCount(); ++i) {
    QVERIFY(!timeline->stop(i).box.intersects(timeline->stop(i - 1).box));
  }
}

void TestEvidencePage::rowsThatCouldNotBeUsedAreThere() {
  auto* card = m_page->findChild<QuarantineCard*>();
  QVERIFY(!card->isVisible());  // there are none
  auto result = std::make_shared<AuditResult>(*sampleAudit().result);
  const std::string original(64, 'a');
  result->quarantine.counts = {{original, "receipts", "bad_value", 2}};
  QuarantinedRow row;
  row.where = {{}, 7, "Netto"};
  row.value = std::string("much");
  row.reason = "bad_value";
  row.expected = "a decimal number";
  result->quarantine.first = {{original, row}, {original, row}};
  result->quarantine.first[1].row.value = std::string("=1+1");
  m_page->showAudit({result, {}});
  QVERIFY(card->isVisible());
  QCOMPARE(card->findChild<QLabel*>(QStringLiteral("cardNote"))->text(),
           QStringLiteral("2 rows of 1 file could not be used."));
  const auto* view = card->findChild<QTableView*>(QStringLiteral("problems"));
  QCOMPARE(view->model()->rowCount(), 2);
  QCOMPARE(view->model()->index(0, ProblemModel::ValueColumn).data().toString(),
           QStringLiteral("much"));
  QCOMPARE(view->model()->index(0, ProblemModel::ReasonColumn).data().toString(),
           QStringLiteral("cannot be read; expected: a decimal number"));
  // Saved where the user says.
  QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("rows.csv"));
  card->setAskPath([file](QWidget*, const QString&) { return file; });
  card->findChild<QAbstractButton*>(QStringLiteral("problemsSave"))->click();
  QFile saved(file);
  QVERIFY(saved.open(QIODevice::ReadOnly));
  const QByteArray csv = saved.readAll();
  QCOMPARE(csv.count('\n'), 3);
  QVERIFY2(csv.contains(",'=1+1,"), csv.constData());
  const QStringList precious = test::preciousOutputs(folder.path(), QString());
  const auto before = test::everythingIn(folder.path());
  for (const QString& path : precious) {
    card->setAskPath([path](QWidget*, const QString&) { return path; });
    card->findChild<QAbstractButton*>(QStringLiteral("problemsSave"))->click();
    QVERIFY(card->findChild<QLabel*>(QStringLiteral("cardNote"))
                ->text()
                .startsWith(QStringLiteral("The rows could not be saved: ")));
  }
  QVERIFY(test::everythingIn(folder.path()) == before);
}

void TestEvidencePage::idsThatLookAlikeAreTold() {
  auto* card = m_page->findChild<Card*>(QStringLiteral("problemsCard"));
  QVERIFY(!card->isVisible());
  auto result = std::make_shared<AuditResult>(*sampleAudit().result);
  PartyView twin = result->evidence.parties.front();
  twin.id = result->evidence.parties.front().id;
  twin.id.replace(twin.id.find('o'), 1, "\u043E");
  result->evidence.parties.push_back(twin);
  m_page->showAudit({result, {}});
  QVERIFY(card->isVisible());
  const QString said =
      card->findChild<QLabel*>(QStringLiteral("problemSentences"))->accessibleName();
  QVERIFY2(said.contains(QStringLiteral("look alike (\u043E is U+043E)")), qPrintable(said));
  m_page->showAudit(sampleAudit());
  QVERIFY(!card->isVisible());
}

void TestEvidencePage::keysShowTheirDigits() {
  const auto cards = m_page->findChildren<KeyCard*>();
  QCOMPARE(cards.size(), 4);
  const auto* digits = cards.first()->findChild<QWidget*>(QStringLiteral("keyDigits"));
  QCOMPARE(digits->accessibleName().split(QLatin1Char(' ')).size(), 12);
}

/// The party of an official file without a signature: there is nothing to compare.
void TestEvidencePage::whoSignedNothingHasNoKey() {
  OpenAudit audit = sampleAudit();
  auto result = std::make_shared<AuditResult>(*audit.result);
  PartyView party;
  party.id = "summary-log-1";
  result->evidence.parties.insert(result->evidence.parties.begin(), party);
  PublicationView publication;
  publication.party = party.id;
  publication.state = PublicationState::Unsigned;
  result->evidence.publications.push_back(publication);
  audit.result = result;
  const auto names = [this] {
    QStringList list;
    for (const KeyCard* card : m_page->findChildren<KeyCard*>()) list << card->accessibleName();
    return list.filter(QStringLiteral("summary-log-1"));
  };
  m_page->showAudit(audit);
  QTRY_COMPARE(m_page->findChildren<KeyCard*>().size(), 4);
  QVERIFY(names().isEmpty());
  // Who signed with a key that nobody named is asked about.
  result->evidence.publications.back().state = PublicationState::UnknownKey;
  m_page->showAudit(audit);
  QTRY_COMPARE(names().size(), 1);
}

void TestEvidencePage::everyKeyLeadsToItsReasons() {
  QSignalSpy gone(m_page.get(), &Page::navigate);
  const auto cards = m_page->findChildren<KeyCard*>();
  for (const KeyCard* card : cards) {
    card->findChild<LinkButton*>(QStringLiteral("keyAction"))->click();
  }
  QCOMPARE(gone.count(), cards.size());
  const auto target = gone[3][0].value<Target>();
  QCOMPARE(target.page, PageId::Evidence);
  QCOMPARE(target.item, QStringLiteral("why/key/delta-fibre"));
}

void TestEvidencePage::everyRowLeadsToItsReasons() {
  QSignalSpy gone(m_page.get(), &Page::navigate);
  for (const EvidencePageRow* row : m_page->findChildren<EvidencePageRow*>()) {
    row->findChild<LinkButton*>(QStringLiteral("evidenceWhy"))->click();
  }
  QStringList items;
  for (const auto& call : gone) items << call[0].value<Target>().item;
  QCOMPARE(items,
           (QStringList{QStringLiteral("why/intact"), QStringLiteral("why/signed_by"),
                        QStringLiteral("why/in_the_log"), QStringLiteral("why/same_for_everyone"),
                        QStringLiteral("why/not_later_than")}));
}

void TestEvidencePage::reasonsTakeThePlaceOfThePage() {
  auto* why = m_page->findChild<BeliefView*>();
  QVERIFY(!why->isVisible());
  QCOMPARE(m_page->trail(), QString());
  m_page->openItem(QStringLiteral("why/signed_by"));
  QVERIFY(why->isVisible());
  QVERIFY(!m_page->findChild<QWidget*>(QStringLiteral("evidenceBody"))->isVisible());
  QCOMPARE(m_page->trail(), QStringLiteral("Why does this program believe this?"));
  m_page->openItem(QString());
  QVERIFY(!why->isVisible());
}

void TestEvidencePage::whoIsAskedForIsNamedInAFile() {
  QSignalSpy gone(m_page.get(), &Page::navigate);
  // "no_witness": the next step is to name some.
  Q_EMIT m_page->findChildren<EvidencePageRow*>()[3]->nextStepActivated();
  QCOMPARE(gone.count(), 1);
  QCOMPARE(gone[0][0].value<Target>().item, QStringLiteral("why/trust"));
}

void TestEvidencePage::signedByOpensAllKeys() {
  const auto rows = m_page->findChildren<EvidencePageRow*>();
  Q_EMIT rows[1]->nextStepActivated();
  QTRY_COMPARE(m_page->findChildren<KeyCard*>().size(), 5);
}

void TestEvidencePage::recheckIsAskedFor() {
  QSignalSpy asked(m_page.get(), &Page::auditRunRequested);
  m_page->findChild<QAbstractButton*>(QStringLiteral("verifyAgain"))->click();
  QCOMPARE(asked.count(), 1);
}

void TestEvidencePage::checkpointsSayTheirSize() {
  LogTimeline timeline;
  timeline.resize(1000, 400);
  EvidenceReport evidence = sampleAudit().result->evidence;
  LogView log;
  log.party = "ecosphere-north";
  log.size = 38;
  log.state = CheckState::Passed;
  evidence.logs = {log};
  timeline.setEvidence(evidence);
  QVERIFY(timeline.stop(60).text.startsWith(
      QStringLiteral("Checkpoint of EcoSphere North: size 38, root ")));
  QVERIFY(timeline.stop(60).text.endsWith(QStringLiteral("Passed")));
  QCOMPARE(timeline.stopOfEntry("ecosphere-north", 28), 2);
  QCOMPARE(timeline.stopOfEntry("ecosphere-north", 99), -1);
  QVERIFY(test::painted(timeline).others > 0);
  // The ring of the keyboard cuts no name: nothing is painted where it runs.
  const QImage picture = timeline.grab().toImage();
  for (int y = 0; y < picture.height(); ++y) {
    for (const int x : {0, 1, 2, picture.width() - 2, picture.width() - 1}) {
      QCOMPARE(picture.pixel(x, y), picture.pixel(0, 0));
    }
  }
}

void TestEvidencePage::manyMonthsStayInTheWindow() {
  LogTimeline timeline;
  timeline.resize(1000, 400);
  EvidenceReport evidence = sampleAudit().result->evidence;
  evidence.publications.clear();
  for (int month = 0; month < 120; ++month) {
    PublicationView publication;
    publication.party = "ecosphere-north";
    publication.logIndex = month;
    publication.periodStart = Month{2141 * 12 + month}.start();
    publication.periodEnd = Month{2141 * 12 + month}.end();
    evidence.publications.push_back(publication);
  }
  timeline.setEvidence(evidence);
  for (int i = 0; i < 120; ++i) QVERIFY(QRectF(timeline.rect()).contains(timeline.stop(i).box));
  for (int i = 1; i < 120; ++i) {
    QVERIFY(timeline.stop(i).box.left() > timeline.stop(i - 1).box.left());
  }
}

void TestEvidencePage::aFileWithoutTimesIsNotOf1970() {
  EvidenceReport evidence = sampleAudit().result->evidence;
  LogTimeline timeline;
  timeline.resize(1000, 400);
  timeline.setEvidence(evidence);
  const qreal before = timeline.stop(5).box.left();
  PublicationView undated;
  undated.party = evidence.publications.back().party;
  evidence.publications.push_back(undated);
  timeline.setEvidence(evidence);
  QCOMPARE(timeline.stop(5).box.left(), before);  // the years are those of the others
  QVERIFY(timeline.stop(60).text.contains(QStringLiteral("no stated time")));
}

void TestEvidencePage::withoutASplitViewThereIsNoBlock() {
  QVERIFY(!m_page->findChild<SplitViewCard*>()->isVisible());
}

void TestEvidencePage::splitViewShowsBothRoots() {
  OpenAudit audit = sampleAudit();
  auto result = std::make_shared<AuditResult>(*audit.result);
  SplitView split;
  split.log = "ecosphere-north.example/log";
  split.party = "ecosphere-north";
  split.size = 38;
  split.root = std::string(64, 'a');
  split.otherRoot = std::string(64, 'e');
  split.firstDifference = 34;
  split.proof = "urn:plumbline:proof:v1 split-view\n";
  result->splitView = split;
  EvidenceRow& same =
      result->evidence.rows[static_cast<std::size_t>(EvidenceQuestion::SameForEveryone)];
  same.state = CheckState::Failed;
  same.reason = "split_view";
  same.facts = {{"log", split.log}, {"size", split.size}};
  audit.result = result;
  m_page->showAudit(audit);
  auto* card = m_page->findChild<SplitViewCard*>();
  QVERIFY(card->isVisible());
  const auto* sentence = card->findChild<SentenceLabel*>(QStringLiteral("splitSentence"));
  QVERIFY(
      sentence->sentence().contains(QStringLiteral("first differ at publication 34 (Sep 2141)")));
  const auto digests = card->findChildren<QLabel*>(QStringLiteral("splitRootDigest"));
  QCOMPARE(digests.size(), 2);
  QCOMPARE(digests[0]->text(), QStringLiteral("root aaaa aaaa aaaa … aaaa"));

  card->findChild<QAbstractButton*>(QStringLiteral("splitDifference"))->click();
  const auto* timeline = m_page->findChild<LogTimeline*>();
  QVERIFY(timeline->currentText().contains(QStringLiteral("entry 34 of the log")));

  const QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("split.plumbproof"));
  card->setAskPath([&](QWidget*, const QString&) { return path; });
  card->findChild<QAbstractButton*>(QStringLiteral("splitSave"))->click();
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  QCOMPARE(file.readAll(), QByteArray("urn:plumbline:proof:v1 split-view\n"));
  QCOMPARE(card->findChild<QLabel*>(QStringLiteral("splitSaved"))->text(),
           QStringLiteral("Saved as split.plumbproof"));
  const QString pictures = qEnvironmentVariable("PLUMBLINE_PICTURES");
  if (!pictures.isEmpty()) {
    QCoreApplication::processEvents();
    QVERIFY(m_page->grab().save(QDir(pictures).filePath(QStringLiteral("evidence-split.png"))));
  }
}

void TestEvidencePage::keepAPicture() {
  const QImage image = m_page->grab().toImage();
  QVERIFY(!image.isNull());
  const QString folder = qEnvironmentVariable("PLUMBLINE_PICTURES");
  if (!folder.isEmpty())
    QVERIFY(image.save(QDir(folder).filePath(QStringLiteral("evidence-page.png"))));
}

PLUMBLINE_WINDOW_TEST(TestEvidencePage)
#include "test_evidence_page.moc"
