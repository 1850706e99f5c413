// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace of an earlier version brings a list of keys: it is offered where keys are managed, taken
// over after it was compared, and then no longer offered.
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include "model/workspace/workspace.h"

#include "ui/dialogs/job_runner.h"
#include "ui/dialogs/old_keys_dialog.h"
#include "ui/shell/job_banner.h"
#include "ui/shell/main_window.h"
#include "ui/theme/labels.h"

#include "tests/program.h"
#include "tests/ui/real_window.h"
#include "tests/ui/window_start.h"

using namespace plumbline;

class TestOldListInWindow : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    test::startWithSettingsIn(path("settings"));
    QVERIFY(test::makePlant(path("plant"), {.months = 3}));
    for (const char* name : {"plain", "old"}) {
      QVERIFY(importInto(toPath(name), {toPath("plant")}, {}, Progress()).ok());
    }
    QFile parties(path("plant/parties.txt"));
    QVERIFY(parties.open(QIODevice::ReadOnly));
    const auto workspace = Workspace::open(toPath("old"), false);
    QVERIFY(workspace);
    auto query = workspace->database().prepare("INSERT INTO settings VALUES ('trust.parties', ?)");
    const std::string list = parties.readAll().toStdString();
    query->bind(1, list);
    QVERIFY(query->run());
  }
  void init() {
    m_window = std::make_unique<MainWindow>();
    m_window->controller().setWorkspaceFolder(path("audits"));
    m_window->resize(1024, 700);
    QVERIFY(test::showActive(*m_window));
  }
  void cleanup() { m_window.reset(); }

  void nothingIsOfferedWhereThereIsNone() {
    open("plain");
    QVERIFY(!button()->isVisible());
  }

  void comparedTakenOverAndGone() {
    open("old");
    QCOMPARE(verdict(), QStringLiteral("Cannot tell yet, Jan–Mar 2141"));
    QVERIFY(button()->isVisible());
    // Cancelled: nothing is otherwise.
    button()->click();
    QTRY_VERIFY(dialog() != nullptr);
    dialog()->reject();
    QTRY_VERIFY(dialog() == nullptr);
    QVERIFY(button()->isVisible());
    QCOMPARE(verdict(), QStringLiteral("Cannot tell yet, Jan–Mar 2141"));

    button()->click();
    QTRY_VERIFY(dialog() != nullptr);
    const auto boxes = dialog()->findChildren<QCheckBox*>(QStringLiteral("oldKeyAgrees"));
    QCOMPARE(boxes.size(), 8);
    for (QCheckBox* box : boxes) box->click();
    dialog()->findChild<QPushButton*>(QStringLiteral("oldKeysTake"))->click();
    waitForJobs();
    QVERIFY(!m_window->findChild<JobBanner*>()->showsFailure());
    QCOMPARE(verdict(), QStringLiteral("Supported, Jan–Mar 2141"));
    QVERIFY(!button()->isVisible());
    QVERIFY(m_window->controller().audit().oldList.keys.empty());
  }

 private:
  QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
  std::filesystem::path toPath(const char* name) const {
    return std::filesystem::path(path(name).toStdU16String());
  }
  void open(const char* name) {
    m_window->openPath(path(name));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->controller().hasAudit(), test::patience);
    waitForJobs();
    m_window->goTo({PageId::Evidence, QStringLiteral("why/trust")});
  }
  void waitForJobs() {
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->controller().jobs().isBusy(), test::patience);
  }
  QPushButton* button() const {
    return m_window->currentPage()->findChild<QPushButton*>(QStringLiteral("compareOldList"));
  }
  OldKeysDialog* dialog() const { return m_window->findChild<OldKeysDialog*>(); }
  QString verdict() const {
    return m_window->findChild<QLabel*>(QStringLiteral("verdictWord"))->text();
  }

  QTemporaryDir m_folder;
  std::unique_ptr<MainWindow> m_window;
};

PLUMBLINE_WINDOW_TEST(TestOldListInWindow)
#include "test_old_list_in_window.moc"
