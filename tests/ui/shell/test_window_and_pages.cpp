// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What pages ask of the window: the way back out of a drill-down, and a signature.
#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include "model/decisions/key_file.h"

#include "ui/dialogs/job_runner.h"
#include "ui/figures/claim_picture.h"
#include "ui/pages/report_page.h"
#include "ui/records/record_table.h"
#include "ui/shell/job_banner.h"
#include "ui/shell/main_window.h"
#include "ui/tables/findings_list.h"

#include "tests/program.h"
#include "tests/ui/real_window.h"
#include "tests/ui/window_start.h"

using namespace plumbline;

class TestWindowAndPages : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    test::startWithSettingsIn(path("settings"));
    QVERIFY(test::makePlant(path("plant"), {.months = 2, .relabel = 200'000}));
  }

  void init() {
    m_window = std::make_unique<MainWindow>();
    m_window->controller().setWorkspaceFolder(path("audits"));
    m_window->resize(1440, 900);
    QVERIFY(test::showActive(*m_window));  // shortcuts want an active window
    m_window->openPath(path("plant"));
    QTRY_VERIFY_WITH_TIMEOUT(controller().hasAudit(), test::patience);
    QTRY_VERIFY_WITH_TIMEOUT(!controller().jobs().isBusy(), test::patience);
    QVERIFY(!controller().audit().result->findings.empty());
  }
  void cleanup() { m_window.reset(); }

  void backspaceGoesBackToTheFinding() {
    m_window->choosePage(PageId::Findings);
    auto* list = m_window->findChild<FindingsList*>();
    QTRY_VERIFY(!m_window->currentPage()->trail().isEmpty());
    list->setFocus();
    QTest::keyClick(list, Qt::Key_N);  // into a group that is folded
    const QString finding = m_window->currentPage()->trail();
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(m_window->currentPage()->id(), PageId::Records);
    auto* table = m_window->findChild<RecordTable*>();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Backspace);
    QTRY_COMPARE(m_window->currentPage()->id(), PageId::Findings);
    QCOMPARE(m_window->currentPage()->trail(), finding);
    // In a field it deletes a letter, as everywhere.
    auto* field = m_window->findChild<QLineEdit*>(QStringLiteral("findingsFilter"));
    field->setFocus();
    field->setText(QStringLiteral("ab"));
    QTest::keyClick(field, Qt::Key_Backspace);
    QCOMPARE(field->text(), QStringLiteral("a"));
    QCOMPARE(m_window->currentPage()->id(), PageId::Findings);
    QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
    QTRY_COMPARE(m_window->currentPage()->id(), PageId::Records);
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(m_window->currentPage()->id(), PageId::Findings);
  }

  /// From a part of the claim to its rows and back, by the keyboard.
  void backspaceGoesBackToTheClaim() {
    m_window->choosePage(PageId::Overview);
    auto* picture = m_window->findChild<ClaimPicture*>();
    picture->setFocus();
    int stop = 0;
    while (stop < picture->stopCount() && picture->stop(stop).item.isEmpty()) ++stop;
    QVERIFY(stop < picture->stopCount());
    picture->setCurrentStop(stop);
    QTest::keyClick(picture, Qt::Key_Return);
    QTRY_COMPARE(m_window->currentPage()->id(), PageId::Records);
    auto* table = m_window->findChild<RecordTable*>();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Backspace);
    QTRY_COMPARE(m_window->currentPage()->id(), PageId::Overview);
  }

  void signedByItsAuthorAndEndorsedByAnother() {
    makeKey("author.key", "council", {});
    makeKey("second.key", "neighbour", "a passphrase");
    const Hash digest = controller().audit().result->resultsDigest;
    sign("author.key", QString());
    QTRY_COMPARE_WITH_TIMEOUT(signOffs().size(), std::size_t{1}, test::patience);
    QVERIFY(signOffs()[0].current && signOffs()[0].signatureGood);
    QCOMPARE(signOffs()[0].name, std::string("council"));
    QCOMPARE(controller().audit().result->resultsDigest, digest);
    m_window->choosePage(PageId::Report);
    QCOMPARE(m_window->currentPage()->findChild<QLabel*>(QStringLiteral("pageSubtitle"))->text(),
             QStringLiteral("Signed off"));
    sign("second.key", QStringLiteral("a passphrase"));
    QTRY_COMPARE_WITH_TIMEOUT(signOffs().size(), std::size_t{2}, test::patience);
    QCOMPARE(signOffs()[1].kind, std::string("endorsement"));
    QCOMPARE(signOffs()[1].name, std::string("neighbour"));
  }

  void wrongPassphraseIsSaidAndChangesNothing() {
    makeKey("locked.key", "council", "right");
    sign("locked.key", QStringLiteral("wrong"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<JobBanner*>()->showsFailure(), test::patience);
    QVERIFY(signOffs().empty());
  }

 private:
  [[nodiscard]] QString path(const char* name) const {
    return m_folder.filePath(QLatin1String(name));
  }
  [[nodiscard]] std::filesystem::path toPath(const char* name) const {
    return std::filesystem::path(path(name).toStdU16String());
  }
  [[nodiscard]] AuditController& controller() const { return m_window->controller(); }
  [[nodiscard]] const std::vector<SignOff>& signOffs() const {
    return controller().audit().result->signOffs;
  }
  void makeKey(const char* file, const std::string& name, const std::string& passphrase) const {
    if (std::filesystem::exists(toPath(file))) return;
    const auto made = writeKeyFile(toPath(file), {name, PrivateKey::generate()}, passphrase);
    if (!made.ok()) qFatal("%s", made.error().text().c_str());
  }
  /// As a person would: on the report page, with the dialog answered.
  void sign(const char* file, const QString& passphrase) const {
    m_window->choosePage(PageId::Report);
    auto* report = qobject_cast<ReportPage*>(m_window->currentPage());
    report->setAskKey([&](QWidget*) { return KeyChoice{path(file), passphrase}; });
    report->findChild<QAbstractButton*>(QStringLiteral("signAudit"))->click();
  }

  QTemporaryDir m_folder;
  std::unique_ptr<MainWindow> m_window;
};

PLUMBLINE_WINDOW_TEST(TestWindowAndPages)
#include "test_window_and_pages.moc"
