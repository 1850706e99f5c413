// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A list of keys is taken over only after each was compared; otherwise nothing happens.
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "crypto/note.h"

#include "ui/dialogs/old_keys_dialog.h"
#include "ui/theme/theme.h"

#include "tests/program.h"
#include "tests/ui/real_window.h"

using namespace plumbline;

namespace {

TrustedKey keyOf(const char* job, const char* name, char seed) {
  const auto key = PrivateKey::fromSeed(bytesOf(std::string(32, seed)))->publicKey();
  const auto verifier = NoteVerifier::fromKey(name, NoteKeyType::Ed25519, key);
  return {job, name, verifier.vkey(), key.fingerprint()};
}

}  // namespace

class TestOldKeysDialog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { Theme::install(*qApp); }
  void init() {
    OldList list;
    list.keys = {keyOf("party", "north", 'n'), keyOf("party", "south", 's'),
                 keyOf("log", "north.example/log", 'l')};
    list.digest = "0123456789abcdef";
    m_dialog = std::make_unique<OldKeysDialog>(list, nullptr);
    QVERIFY(test::showActive(*m_dialog));
  }
  void cleanup() { m_dialog.reset(); }

  void everyKeyIsComparedFirst() {
    QSignalSpy taken(m_dialog.get(), &OldKeysDialog::taken);
    QVERIFY(!take()->isEnabled());
    const auto boxes = agree();
    QCOMPARE(boxes.size(), 3);
    for (QCheckBox* box : boxes) {
      QVERIFY(!box->isChecked());
      QVERIFY(!take()->isEnabled());
      box->click();
    }
    QCOMPARE(m_dialog->findChild<QLabel*>(QStringLiteral("oldKeysState"))->text(),
             QStringLiteral("3 of 3 compared"));
    QVERIFY(take()->isEnabled());
    boxes[1]->click();
    QVERIFY(!take()->isEnabled());
    boxes[1]->click();
    take()->click();
    QCOMPARE(taken.count(), 1);
    QCOMPARE(taken[0][0].toString(), QStringLiteral("0123456789abcdef"));
    QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
  }

  void cancelDoesNothing() {
    QSignalSpy taken(m_dialog.get(), &OldKeysDialog::taken);
    for (QCheckBox* box : agree()) box->click();
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(taken.count(), 0);
  }

  /// Who hears it hears which key each answer is about, and its digits.
  void everythingHasAName() {
    const auto boxes = agree();
    QCOMPARE(boxes[0]->accessibleName(),
             QStringLiteral("I compared the digits of north, party: they agree"));
    QCOMPARE(boxes[2]->accessibleName(),
             QStringLiteral("I compared the digits of north.example/log, log: they agree"));
    QCOMPARE(boxes[0]->accessibleDescription().split(QLatin1Char(' ')).size(), 12);
    QCOMPARE(take()->accessibleName(), QStringLiteral("Take over 3 keys"));
  }

  /// Return in the dialog takes nothing over, space answers, Tab goes from key to key.
  void worksByKeyboard() {
    QSignalSpy taken(m_dialog.get(), &OldKeysDialog::taken);
    const auto boxes = agree();
    boxes[0]->setFocus();
    for (QCheckBox* box : boxes) {
      QTRY_VERIFY(box->hasFocus());
      QTest::keyClick(box, Qt::Key_Space);
      QVERIFY(box->isChecked());
      QTest::keyClick(box, Qt::Key_Return);
      QCOMPARE(taken.count(), 0);
      QTest::keyClick(box, Qt::Key_Tab);
    }
    take()->setFocus();
    QTest::keyClick(take(), Qt::Key_Space);
    QCOMPARE(taken.count(), 1);
  }

 private:
  QList<QCheckBox*> agree() const {
    return m_dialog->findChildren<QCheckBox*>(QStringLiteral("oldKeyAgrees"));
  }
  QPushButton* take() const {
    return m_dialog->findChild<QPushButton*>(QStringLiteral("oldKeysTake"));
  }
  std::unique_ptr<OldKeysDialog> m_dialog;
};

PLUMBLINE_WINDOW_TEST(TestOldKeysDialog)
#include "test_old_keys_dialog.moc"
