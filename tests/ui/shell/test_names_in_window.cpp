// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which names are one, in the window: asked from menu and Overview, signed with a key file, shown, refused.
#include <QAction>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include "model/decisions/key_file.h"

#include "ui/dialogs/job_runner.h"
#include "ui/dialogs/names_dialog.h"
#include "ui/shell/job_banner.h"
#include "ui/shell/main_window.h"
#include "ui/theme/buttons.h"

#include "tests/program.h"
#include "tests/ui/real_window.h"
#include "tests/ui/window_start.h"

using namespace plumbline;

class TestNamesInWindow : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    test::startWithSettingsIn(path("settings"));
    QVERIFY(test::makePlant(path("plant"), {.months = 3}));
    QVERIFY(importInto(toPath("audit"), {toPath("plant")}, {}, Progress()).ok());
    const PrivateKey key = *PrivateKey::fromSeed(bytesOf(std::string(32, 'a')));
    QVERIFY(writeKeyFile(toPath("anna.key"), {"anna", key, KeyJob::Person}).ok());
    m_window = std::make_unique<MainWindow>();
    m_window->controller().setWorkspaceFolder(path("audits"));
    QVERIFY(test::showActive(*m_window));
    m_window->openPath(path("audit"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->controller().hasAudit(), test::patience);
    waitForJobs();
  }
  void cleanupTestCase() { m_window.reset(); }

  void askedFromTheMenu() {
    m_window->findChild<QAction*>(QStringLiteral("actionNames"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr, test::patience);
    dialog()->reject();
    QTRY_VERIFY(dialog() == nullptr);
  }

  void askedFromTheOverview() {
    m_window->goTo({PageId::Overview, {}});
    m_window->currentPage()->findChild<LinkButton*>(QStringLiteral("readUnderNames"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr, test::patience);
    dialog()->reject();
    QTRY_VERIFY(dialog() == nullptr);
  }

  void signedAndShown() {
    const Hash before = audit().resultsDigest;
    decide({"Nobody", "No one"});
    QVERIFY(!m_window->findChild<JobBanner*>()->showsFailure());
    QCOMPARE(audit().aliases.decisions.size(), std::size_t{1});
    QVERIFY(audit().aliases.aliases.same(NameKind::Party, "Nobody", "No one"));
    QVERIFY(audit().resultsDigest != before);
  }

  /// Two parties that signed records are not made one: told, and nothing of it is there.
  void stoppedAndTold() {
    std::vector<std::string> ids;
    for (const PartyView& party : audit().evidence.parties) ids.push_back(party.id);
    QVERIFY(ids.size() >= 2);
    decide({ids[0], ids[1]});
    QVERIFY(m_window->findChild<JobBanner*>()->showsFailure());
    QCOMPARE(audit().aliases.decisions.size(), std::size_t{1});
  }

 private:
  QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
  std::filesystem::path toPath(const char* name) const {
    return std::filesystem::path(path(name).toStdU16String());
  }
  void decide(const std::pair<std::string, std::string>& names) {
    const AliasStep step{{NamePair::of(NameKind::Party, names.first, names.second, true), {}}, false};
    m_window->controller().decideNames({{step}, {path("anna.key"), {}}});
    waitForJobs();
  }
  void waitForJobs() {
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->controller().jobs().isBusy(), test::patience);
  }
  [[nodiscard]] const AuditResult& audit() const { return *m_window->controller().audit().result; }
  NamesDialog* dialog() const { return m_window->findChild<NamesDialog*>(); }

  QTemporaryDir m_folder;
  std::unique_ptr<MainWindow> m_window;
};

PLUMBLINE_WINDOW_TEST(TestNamesInWindow)
#include "test_names_in_window.moc"
