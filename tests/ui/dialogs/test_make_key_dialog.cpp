// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A key made by keyboard in a real window; the disk is real, the keychain is the test's.

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "model/audit/session.h"
#include "model/workspace/workspace.h"

#include "ui/dialogs/make_key_dialog.h"
#include "ui/theme/labels.h"
#include "ui/theme/theme.h"
#include "ui/words/passphrase_words.h"

#include "tests/program.h"
#include "tests/ui/real_window.h"

using namespace plumbline;

namespace {

constexpr int kPatience = 60'000;
const QString kPassphrase = QStringLiteral("heron lamp seven gravel");

QByteArray bytesAt(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestMakeKeyDialog : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { Theme::install(*qApp); }
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_refusal.clear();
    m_kept.clear();
    m_dialog = std::make_unique<MakeKeyDialog>(
        nullptr, [this](QWidget*, const QString& name) { return m_folder->filePath(name); },
        KeyVault{[this](const QString&, const QString& secret) {
                   if (m_refusal.isEmpty()) m_kept = secret;
                   return m_refusal;
                 },
                 [this](const QString&) { return m_kept; }});
    QVERIFY(test::showActive(*m_dialog));
  }
  void cleanup() { m_dialog.reset(); }

  void saysWhatIsMissing_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<QString>("again");
    QTest::addColumn<QString>("said");
    QTest::newRow("name") << QString() << kPassphrase << kPassphrase
                          << QStringLiteral("A name is missing.");
    QTest::newRow("name with a space")
        << QStringLiteral("a b") << kPassphrase << kPassphrase
        << QStringLiteral("The name has a space, a plus sign or a sign that cannot be seen.");
    QTest::newRow("passphrase") << QStringLiteral("ada") << QString() << QString()
                                << QStringLiteral("A passphrase is missing.");
    QTest::newRow("second passphrase")
        << QStringLiteral("ada") << kPassphrase << QStringLiteral("other")
        << QStringLiteral("The two passphrases differ.");
    QTest::newRow("file") << QStringLiteral("ada") << kPassphrase << kPassphrase
                          << QStringLiteral("The file of the key is missing.");
  }
  void saysWhatIsMissing() {
    QFETCH(QString, name);
    QFETCH(QString, passphrase);
    QFETCH(QString, again);
    QFETCH(QString, said);
    field("keyName")->setText(name);
    field("keyPassphrase")->setText(passphrase);
    field("keyPassphraseAgain")->setText(again);
    QCOMPARE(sentence("keyMissing"), said);
    QVERIFY(!button("makeKey")->isEnabled());
    QCOMPARE(button("makeKey")->toolTip(), said);
  }

  void byKeyboardAlone() {
    QCOMPARE(QApplication::focusWidget(), field("keyName"));
    QTest::keyClicks(field("keyName"), QStringLiteral("ada.example"));
    field("keyPassphrase")->setFocus();
    QTest::keyClicks(field("keyPassphrase"), kPassphrase);
    field("keyPassphraseAgain")->setFocus();
    QTest::keyClicks(field("keyPassphraseAgain"), kPassphrase);
    button("keyChooseFile")->setFocus();
    QTest::keyClick(button("keyChooseFile"), Qt::Key_Space);
    QVERIFY(button("makeKey")->isEnabled());
    QTest::keyClick(field("keyFile"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(button("makeKeyClose")->isVisible(), kPatience);
    QTRY_COMPARE(QApplication::focusWidget(), button("makeKeyClose"));
    const QString file = m_folder->filePath(QStringLiteral("ada.example.key"));
    const auto key = readKeyFile(file.toStdU16String(), kPassphrase.toStdString());
    QVERIFY2(key.ok(), key.ok() ? "" : key.error().text().c_str());
    QCOMPARE(field("keyLine")->text(), QString::fromStdString(key->vkey()));
    QVERIFY(bytesAt(file).contains("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
    QCOMPARE(bytesAt(file + QStringLiteral(".pub")).trimmed(),
             QByteArray::fromStdString(key->vkey()));
    button("keyCopyLine")->click();
    QCOMPARE(QApplication::clipboard()->text(), field("keyLine")->text());
    // Nothing of the passphrase stays in the window.
    QVERIFY(field("keyPassphrase")->text().isEmpty());
    QVERIFY(field("keyPassphraseAgain")->text().isEmpty());
  }

  void aPartyGetsItsLine() {
    choose(KeyJob::Party);
    auto* role = m_dialog->findChild<QComboBox*>(QStringLiteral("keyRole"));
    QVERIFY(role->isVisible());
    role->setCurrentIndex(1);
    make(QStringLiteral("haul"));
    QVERIFY(field("keyLine")->text().startsWith(QStringLiteral("carrier haul haul+")));
  }

  void theKeychainKeepsAPassphraseNobodyKnows() {
    m_dialog->findChild<QRadioButton*>(QStringLiteral("byKeychain"))->setChecked(true);
    QVERIFY(!field("keyPassphrase")->isVisible());
    make(QStringLiteral("ada"));
    QVERIFY(m_kept.size() >= 43);  // 256 bits
    const QString file = m_folder->filePath(QStringLiteral("ada.key"));
    QVERIFY(readKeyFile(file.toStdU16String(), m_kept.toStdString()).ok());
    // And a signer finds it there, without asking.
    const KeyVault vault{{}, [this](const QString&) { return m_kept; }};
    QCOMPARE(passphraseFor(nullptr, file, vault), std::optional<QString>(m_kept));
  }

  void passphrasesAreAskedOnceEachByItsKey() {
    make(QStringLiteral("ada"));
    const QString file = m_folder->filePath(QStringLiteral("ada.key"));
    const KeyVault none{{}, [](const QString&) { return QString(); }};
    QStringList asked;
    int dialogs = 0;
    QTimer::singleShot(0, this, [&] {
      auto* dialog = QApplication::activeModalWidget();
      ++dialogs;
      const auto fields = dialog->findChildren<QLineEdit*>(QStringLiteral("passphrase"));
      for (QLineEdit* each : fields) {
        asked << each->accessibleName();
        each->setText(QString::number(asked.size()));
      }
      dialog->findChild<QPushButton*>(QStringLiteral("passphraseUse"))->click();
    });
    const auto given = passphrasesFor(
        nullptr,
        {{file, QStringLiteral("The party’s key")}, {file, QStringLiteral("The log’s key")}}, none);
    QCOMPARE(dialogs, 1);
    QCOMPARE(asked, (QStringList{QStringLiteral("Passphrase of: The party’s key, ada.key"),
                                 QStringLiteral("Passphrase of: The log’s key, ada.key")}));
    QCOMPARE(given, std::optional(QStringList{QStringLiteral("1"), QStringLiteral("2")}));
    // Of those that the keychain has nothing is asked.
    const KeyVault all{{}, [](const QString&) { return QStringLiteral("kept"); }};
    QCOMPARE(passphrasesFor(nullptr, {{file, {}}, {file, {}}}, all),
             std::optional(QStringList{QStringLiteral("kept"), QStringLiteral("kept")}));
  }

  void withoutAKeychainNothingIsLeftAndThePassphraseIsOffered() {
    m_refusal = QStringLiteral("no service");
    m_dialog->findChild<QRadioButton*>(QStringLiteral("byKeychain"))->setChecked(true);
    fill(QStringLiteral("ada"));
    button("makeKey")->click();
    QTRY_VERIFY_WITH_TIMEOUT(sentence("keyMissing").contains(QStringLiteral("no service")),
                             kPatience);
    QVERIFY(QDir(m_folder->path()).isEmpty());
    QVERIFY(m_dialog->findChild<QRadioButton*>(QStringLiteral("byPassphrase"))->isChecked());
    QVERIFY(field("keyPassphrase")->isVisible());
  }

  void aKeyIsNeverWrittenOverAnother() {
    QFile there(m_folder->filePath(QStringLiteral("ada.key")));
    QVERIFY(there.open(QIODevice::WriteOnly));
    fill(QStringLiteral("ada"));
    QVERIFY(sentence("keyMissing").startsWith(QStringLiteral("The file is there already")));
  }

  void neitherKeyNorPassphraseComesIntoAWorkspaceOrAuditFile() {
    make(QStringLiteral("ada"));
    const QString file = m_folder->filePath(QStringLiteral("ada.key"));
    const auto key = readKeyFile(file.toStdU16String(), kPassphrase.toStdString());
    QVERIFY(key.ok());
    const fs::path folder(m_folder->filePath(QStringLiteral("audit")).toStdU16String());
    fs::create_directories(folder);
    QVERIFY(Workspace::open(folder / "ws", true).ok());
    AuditResult audit;
    audit.engineVersion = "0.1.0";
    QVERIFY(signAudit(folder / "ws", audit, key->name, key->key).ok());
    QVERIFY(shareAudit(folder / "ws", folder / "shared.plumb", Progress()).ok());
    const QList<QByteArray> pem = bytesAt(file).split('\n');
    const QByteArray plain = QByteArray::fromStdString(key->key.toPem({}));
    const QByteArray der = QByteArray::fromBase64(plain.split('\n').value(1));
    QVERIFY(der.size() > 32);
    int files = 0;
    QDirIterator all(QString::fromStdU16String(folder.u16string()), QDir::Files);
    while (all.hasNext()) {
      const QByteArray bytes = bytesAt(all.next());
      files += bytes.contains("audit.dsse.json") ? 1 : 0;
      QVERIFY(!bytes.contains("PRIVATE KEY"));
      QVERIFY(!bytes.contains(kPassphrase.toUtf8()));
      QVERIFY(!bytes.contains(der.right(32)));  // the secret seed itself
      for (const QByteArray& line : pem) QVERIFY(line.size() < 40 || !bytes.contains(line));
    }
    QVERIFY(files >= 2);  // the signature is in both, so the right files were read
  }

  void hintsFollowThePassphrase_data() {
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<int>("strength");
    QTest::newRow("none") << QString() << int(PassphraseStrength::None);
    QTest::newRow("short") << QStringLiteral("harbour") << int(PassphraseStrength::Weak);
    QTest::newRow("counted") << QStringLiteral("12345678901234567890")
                             << int(PassphraseStrength::Weak);
    QTest::newRow("one letter") << QString(60, QLatin1Char('a')) << int(PassphraseStrength::Weak);
    QTest::newRow("three words") << QStringLiteral("heron lamp seven")
                                 << int(PassphraseStrength::Fair);
    QTest::newRow("six words") << QStringLiteral("heron lamp seven gravel quiet tide")
                               << int(PassphraseStrength::Strong);
  }
  void hintsFollowThePassphrase() {
    QFETCH(QString, passphrase);
    QFETCH(int, strength);
    QCOMPARE(int(strengthOf(passphrase)), strength);
    field("keyPassphrase")->setText(passphrase);
    QCOMPARE(m_dialog->findChild<QLabel*>(QStringLiteral("passphraseHint"))->text(),
             words::passphraseHint(passphrase));
  }

  void everyLookAndDirectionCanBeKept() {
    const QString folder = qEnvironmentVariable("PLUMBLINE_PICTURES");
    fill(QStringLiteral("ada.example"));
    const std::pair<ThemeChoice, QString> looks[] = {
        {ThemeChoice::Dark, QStringLiteral("dark")},
        {ThemeChoice::HighContrast, QStringLiteral("contrast")},
        {ThemeChoice::Light, QStringLiteral("light")}};
    for (const auto& [look, name] : looks) {
      Theme::instance().setChoice(look);
      for (const Qt::LayoutDirection direction : {Qt::RightToLeft, Qt::LeftToRight}) {
        m_dialog->setLayoutDirection(direction);
        QCoreApplication::processEvents();
        const QImage image = m_dialog->grab().toImage();
        QCOMPARE(QColor(image.pixel(image.width() / 2, 2)), roles()[ColorRole::Window]);
        const QString file = QStringLiteral("key-%1-%2.png").arg(name).arg(int(direction));
        if (!folder.isEmpty()) QVERIFY(image.save(QDir(folder).filePath(file)));
      }
    }
  }

  void everyControlHasAName() {
    QCOMPARE(test::unnamedControl(*m_dialog), QString());
  }

 private:
  [[nodiscard]] QLineEdit* field(const char* name) const {
    return m_dialog->findChild<QLineEdit*>(QLatin1String(name));
  }
  [[nodiscard]] QPushButton* button(const char* name) const {
    return m_dialog->findChild<QPushButton*>(QLatin1String(name));
  }
  [[nodiscard]] QString sentence(const char* name) const {
    return m_dialog->findChild<SentenceLabel*>(QLatin1String(name))->sentence();
  }
  void choose(KeyJob job) const {
    auto* jobs = m_dialog->findChild<QComboBox*>(QStringLiteral("keyJob"));
    jobs->setCurrentIndex(jobs->findData(static_cast<int>(job)));
  }
  void fill(const QString& name) const {
    field("keyName")->setText(name);
    field("keyPassphrase")->setText(kPassphrase);
    field("keyPassphraseAgain")->setText(kPassphrase);
    button("keyChooseFile")->click();
  }
  void make(const QString& name) const {
    fill(name);
    button("makeKey")->click();
    QTRY_VERIFY_WITH_TIMEOUT(button("makeKeyClose")->isVisible(), kPatience);
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<MakeKeyDialog> m_dialog;
  QString m_refusal;
  QString m_kept;
};

PLUMBLINE_WINDOW_TEST(TestMakeKeyDialog)
#include "test_make_key_dialog.moc"
