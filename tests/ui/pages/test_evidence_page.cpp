// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include "ui/charts/log_timeline.h"
#include "ui/pages/evidence_page.h"
#include "ui/pages/key_card.h"
#include "ui/theme/components.h"

#include "../sample_result.h"

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
  void keysShowTheirDigits();
  void unknownKeysAskForAList();
  void pinnedKeysAreCopied();
  void signedByOpensAllKeys();
  void recheckIsAskedFor();
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
  QCOMPARE(timeline->stopCount(), 60);
  const FigureStop bad = timeline->stop(10);
  QVERIFY2(bad.text.contains(QStringLiteral("signature does not match")), qPrintable(bad.text));
  QVERIFY(bad.text.contains(QStringLiteral("EcoSphere North")));
  QVERIFY(timeline->stop(9).text.contains(QStringLiteral("a revision")));
  // Boxes never lie on one another, or one of them could not be pointed at.
  for (int i = 1; i < timeline->stopCount(); ++i) {
    QVERIFY(!timeline->stop(i).box.intersects(timeline->stop(i - 1).box));
  }
}

void TestEvidencePage::keysShowTheirDigits() {
  const auto cards = m_page->findChildren<KeyCard*>();
  QCOMPARE(cards.size(), 4);
  const auto* digits = cards.first()->findChild<QWidget*>(QStringLiteral("keyDigits"));
  QCOMPARE(digits->accessibleName().split(QLatin1Char(' ')).size(), 12);
}

void TestEvidencePage::unknownKeysAskForAList() {
  QSignalSpy asked(m_page.get(), &Page::trustRequested);
  for (const KeyCard* card : m_page->findChildren<KeyCard*>()) {
    card->findChild<LinkButton*>(QStringLiteral("keyAction"))->click();
  }
  QCOMPARE(asked.count(), 1);
}

void TestEvidencePage::pinnedKeysAreCopied() {
  QApplication::clipboard()->clear();
  const auto* first = m_page->findChild<KeyCard*>();
  first->findChild<LinkButton*>(QStringLiteral("keyAction"))->click();
  QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("59294 73370")));
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

void TestEvidencePage::keepAPicture() {
  const QImage image = m_page->grab().toImage();
  QVERIFY(!image.isNull());
  const QString folder = qEnvironmentVariable("PLUMBLINE_PICTURES");
  if (!folder.isEmpty())
    QVERIFY(image.save(QDir(folder).filePath(QStringLiteral("evidence-page.png"))));
}

QTEST_MAIN(TestEvidencePage)
#include "test_evidence_page.moc"
