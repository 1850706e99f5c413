// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "crypto/note.h"

#include "ui/cards/reason_list.h"
#include "ui/dialogs/key_panel.h"
#include "ui/dialogs/qr_picture.h"
#include "ui/pages/belief_view.h"
#include "ui/pages/trust_panel.h"
#include "ui/theme/components.h"

#include "../sample_result.h"
#include "tests/program.h"

using namespace plumbline;

namespace {

PartyView party(const char* id, Role role, KeyTrust trust, char seed) {
  PartyView view;
  view.id = id;
  view.role = role;
  view.trust = trust;
  const auto key = PrivateKey::fromSeed(bytesOf(std::string(32, seed)))->publicKey();
  view.vkey = NoteVerifier::fromKey(id, NoteKeyType::Ed25519, key).vkey();
  view.fingerprint = key.fingerprint();
  view.publications = 12;
  return view;
}

OpenAudit sampleAudit() {
  auto result = std::make_shared<AuditResult>(test::sampleResult());
  result->evidence.parties = {party("north", Role::Plant, KeyTrust::Pinned, 'n'),
                              party("haul", Role::Carrier, KeyTrust::FirstSeen, 'h')};
  result->evidence.logs = {{"north.example/log", "north", 12, Hash(), CheckState::Passed}};
  OpenAudit audit;
  audit.result = result;
  audit.workspace = "there.plumbline";
  audit.trust.policyTrust = KeyTrust::FirstSeen;
  audit.trust.witnesses = {"alice", "bob"};
  audit.trust.quorum = {"both", 2, {"alice", "bob"}};
  return audit;
}

}  // namespace

class TestBeliefView : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { Theme::install(*qApp); }
  void init() {
    m_view = std::make_unique<BeliefView>();
    m_view->resize(1100, 700);
    m_view->showAudit(sampleAudit());
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
  }
  void cleanup() {
    m_view.reset();
    Theme::instance().setChoice(ThemeChoice::Light);
  }

  void everySubjectHasReasons() {
    QListWidget* list = subjects();
    QCOMPARE(list->count(), 5 + 2 + 1);
    for (int i = 0; i < list->count(); ++i) {
      list->setCurrentRow(i);
      const bool trust = i == list->count() - 1;
      QCOMPARE(m_view->findChild<ReasonList*>()->isVisible(), !trust);
      if (trust) continue;
      QVERIFY(!shown("beliefConclusion").isEmpty());
      QVERIFY(!shown("beliefNotShown").isEmpty());
      QVERIFY(!m_view->findChildren<QWidget*>(QStringLiteral("reason")).isEmpty());
    }
  }

  void beginsWithWhatDidNotPass() {
    m_view->choose(QString());
    QCOMPARE(shown("beliefTitle"), QStringLiteral("Same for everyone"));
  }

  void theKeyboardWalksThroughTheSubjects() {
    QListWidget* list = subjects();
    m_view->choose(QStringLiteral("intact"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(shown("beliefTitle"), QStringLiteral("Signed by"));
    QTest::keyClick(list, Qt::Key_End);
    QVERIFY(m_view->findChild<TrustPanel*>()->isVisible());
    QVERIFY(!list->currentItem()->data(Qt::AccessibleTextRole).toString().isEmpty());
  }

  void comparingIsSaidInWords_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("said");
    const QString whole =
        QString::fromStdString(party("haul", Role::Carrier, KeyTrust::FirstSeen, 'h').fingerprint);
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("a part") << whole.left(11) << QStringLiteral("The same so far: 10 of 60 digits");
    QTest::newRow("all") << whole << QStringLiteral("All 60 digits are the same");
    QTest::newRow("pasted in lines") << QString(whole).replace(QLatin1Char(' '), QLatin1Char('\n'))
                                     << QStringLiteral("All 60 digits are the same");
    QTest::newRow("another") << QString(whole).replace(0, 1, QStringLiteral("x"))
                             << QStringLiteral("Only digits can be compared");
    QString other = whole;
    other[0] = other[0] == QLatin1Char('0') ? QLatin1Char('1') : QLatin1Char('0');
    QTest::newRow("other digits") << other << QStringLiteral("Another key: the digits differ");
  }
  void comparingIsSaidInWords() {
    QFETCH(QString, typed);
    QFETCH(QString, said);
    chooseKey(1);
    auto* field = m_view->findChild<QLineEdit*>(QStringLiteral("keyGiven"));
    QApplication::clipboard()->setText(typed);
    field->setFocus();
    field->paste();
    QCOMPARE(shown("keyMatch"), said);
    QCOMPARE(field->accessibleDescription(), said);
  }

  void vouchingAndTakingItBackNameTheKey() {
    QSignalSpy asked(m_view.get(), &BeliefView::vouchRequested);
    chooseKey(1);
    auto* vouch = m_view->findChild<QPushButton*>(QStringLiteral("keyVouch"));
    QCOMPARE(vouch->text(), QStringLiteral("Vouch for this key"));
    vouch->setFocus();
    QTest::keyClick(vouch, Qt::Key_Space);
    QCOMPARE(asked.count(), 1);
    QVERIFY(asked[0][0].toString().startsWith(QStringLiteral("carrier haul haul+")));
    QCOMPARE(asked[0][1].toBool(), true);
    chooseKey(0);
    QCOMPARE(vouch->text(), QStringLiteral("Undo: no longer vouch for it"));
    vouch->click();
    QCOMPARE(asked[1][1].toBool(), false);
  }

  void aSecondKeyOfThePartyIsAWarning() {
    chooseKey(1);
    QVERIFY(!shown("keyNote").contains(QStringLiteral("no longer count")));
    OpenAudit audit = sampleAudit();
    auto result = std::make_shared<AuditResult>(*audit.result);
    result->evidence.parties.push_back(party("haul", Role::Carrier, KeyTrust::FirstSeen, 'i'));
    audit.result = result;
    m_view->showAudit(audit);
    chooseKey(1);
    QVERIFY(shown("keyNote").contains(QStringLiteral("then no longer count")));
  }

  void withoutAWorkspaceNothingCanBeKept() {
    OpenAudit audit = sampleAudit();
    audit.workspace.clear();
    m_view->showAudit(audit);
    chooseKey(1);
    auto* vouch = m_view->findChild<QPushButton*>(QStringLiteral("keyVouch"));
    QVERIFY(!vouch->isEnabled());
    QVERIFY(!vouch->toolTip().isEmpty());
  }

  void ownFilesAreAskedFor() {
    QSignalSpy asked(m_view.get(), &BeliefView::trustRequested);
    m_view->choose(QStringLiteral("trust"));
    for (const TrustFile file : {TrustFile::Parties, TrustFile::Policy, TrustFile::Authorities}) {
      const QString name = QStringLiteral("trustImport%1").arg(static_cast<int>(file));
      m_view->findChild<QPushButton*>(name)->click();
      QCOMPARE(asked.last()[0].value<TrustFile>(), file);
    }
    const auto words = m_view->findChildren<SentenceLabel*>(QStringLiteral("trustWords"));
    QVERIFY(words[1]->sentence().contains(QStringLiteral("came with the evidence")));
    QVERIFY(words[1]->sentence().contains(QStringLiteral("It asks for 2 of:")));
  }

  void theChoiceStaysWhereTheAuditIsComputedAgain() {
    chooseKey(1);
    m_view->showAudit(sampleAudit());
    QCOMPARE(subjects()->currentRow(), 6);
  }

  void everyControlHasAName() {
    for (int i = 0; i < subjects()->count(); ++i) {
      subjects()->setCurrentRow(i);
      const auto widgets = m_view->findChildren<QWidget*>();
      for (const QWidget* widget : widgets) {
        if ((widget->focusPolicy() & Qt::TabFocus) == 0 || !widget->isVisible()) continue;
        if (widget->objectName().startsWith(QLatin1String("qt_"))) continue;
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
      }
    }
  }

  void theQrPictureIsDarkOnLightInEveryLook() {
    chooseKey(0);
    auto* qr = m_view->findChild<QrPicture*>();
    QVERIFY(qr->modules() >= 21);
    for (const ThemeChoice look :
         {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast}) {
      Theme::instance().setChoice(look);
      const QImage image = qr->grab().toImage();
      const int all = qr->modules() + 8;
      const int module = image.width() / all;
      const int start = (image.width() - module * all) / 2;
      QCOMPARE(QColor(image.pixel(start + 1, start + 1)), QColor(Qt::white));  // quiet zone
      const int first = start + 4 * module + module / 2;
      QCOMPARE(QColor(image.pixel(first, first)), QColor(Qt::black));  // corner of a finder pattern
      QCOMPARE(QColor(image.pixel(first + module, first + module)), QColor(Qt::white));
    }
  }

  void anotherProgramReadsTheQrPicture() {
    const QString reader = QStandardPaths::findExecutable(QStringLiteral("zbarimg"));
    if (reader.isEmpty()) QSKIP("zbarimg is not here to read the picture");
    chooseKey(0);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("key.png"));
    QVERIFY(m_view->findChild<QrPicture*>()->grab().save(file));
    QProcess process;
    process.start(reader, {QStringLiteral("--raw"), QStringLiteral("-q"), file});
    QVERIFY(process.waitForFinished());
    QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()).trimmed(),
             QString::fromStdString(sampleAudit().result->evidence.parties[0].fingerprint));
  }

 private:
  [[nodiscard]] QListWidget* subjects() const { return m_view->findChild<QListWidget*>(); }
  void chooseKey(int number) const { subjects()->setCurrentRow(5 + number); }
  [[nodiscard]] QString shown(const char* name) const {
    const auto* label = m_view->findChild<QLabel*>(QLatin1String(name));
    const auto* sentence = qobject_cast<const SentenceLabel*>(label);
    return sentence != nullptr ? SentenceLabel::toPlain(sentence->sentence()) : label->text();
  }

  std::unique_ptr<BeliefView> m_view;
};

PLUMBLINE_WINDOW_TEST(TestBeliefView)
#include "test_belief_view.moc"
