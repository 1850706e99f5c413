// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reference tables in a real window: look, save a copy, bring another, go back.
#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "ui/dialogs/job_runner.h"
#include "ui/shell/main_window.h"
#include "ui/theme/labels.h"

#include "tests/precious_outputs.h"
#include "tests/program.h"
#include "tests/ui/real_window.h"
#include "tests/ui/window_start.h"

using namespace plumbline;

namespace {

QByteArray bytesOfFile(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestReferenceDialog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    test::startWithSettingsIn(path("settings"));
    QVERIFY(test::makePlant(path("plant"), {.loadsPerMonth = 20, .jobsPerMonth = 5}));
  }

  void theModelIsAModel() {
    ReferenceModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTables(ReferenceTables::builtIn());
    QCOMPARE(model.rowCount(), static_cast<int>(referenceKinds().size()));
    QVERIFY(model.tableAt(-1) == nullptr && model.tableAt(99) == nullptr);
    for (int row = 0; row < model.rowCount(); ++row) {
      QVERIFY(ReferenceTables::isBuiltIn(*model.tableAt(row)));
      // Every table has a title of its own.
      QVERIFY(model.index(row, 0).data().toString() !=
              QString::fromStdString(model.tableAt(row)->name));
    }
  }

  void bringAnotherAndGoBack() {
    MainWindow window;
    window.controller().setWorkspaceFolder(path("audits"));
    window.resize(1280, 860);
    QString toOpen;
    QString toSave;
    FileDialogs dialogs;
    dialogs.reference.open = [&](QWidget*) { return toOpen; };
    dialogs.reference.save = [&](QWidget*, const QString&) { return toSave; };
    window.setFileDialogs(dialogs);
    QVERIFY(test::showActive(window));
    auto* action = window.findChild<QAction*>(QStringLiteral("actionReference"));
    QVERIFY(!action->isEnabled());  // no audit, no tables of it
    window.openPath(path("plant"));
    QTRY_VERIFY_WITH_TIMEOUT(window.controller().hasAudit(), test::patience);
    QTRY_VERIFY_WITH_TIMEOUT(!window.controller().jobs().isBusy(), test::patience);
    const auto digest = [&] { return window.controller().audit().result->resultsDigest; };
    const Hash before = digest();

    action->trigger();
    auto* dialog = window.findChild<QDialog*>(QStringLiteral("referenceDialog"));
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isVisible());
    QCOMPARE(test::unnamedControl(*dialog), QString());
    const auto button = [&](const char* name) {
      return dialog->findChild<QPushButton*>(QLatin1String(name));
    };
    auto* view = dialog->findChild<QTableView*>(QStringLiteral("referenceTables"));
    QVERIFY(!button("referenceOwn")->isEnabled());

    // A copy, changed by a line.
    const int densities = 3;
    view->setCurrentIndex(view->model()->index(densities, 0));
    toSave = path("densities.tsv");
    button("referenceSave")->click();
    QByteArray copy = bytesOfFile(toSave);
    QVERIFY(QDir().mkpath(path("precious")));
    for (const QString& precious : test::preciousOutputs(path("precious"), QString())) {
      toSave = precious;
      const auto untouched = test::everythingIn(path("precious"));
      button("referenceSave")->click();
      QVERIFY(test::everythingIn(path("precious")) == untouched);
      auto* message = dialog->findChild<QLabel*>(QStringLiteral("referenceMessage"));
      QVERIFY(message->isVisible() && message->text().contains(QFileInfo(precious).fileName()));
      message->hide();
    }
    QVERIFY(copy.startsWith("# table: densities\n"));
    copy.replace("# version: 1\n", "# version: ours\n");
    QFile changed(path("ours.tsv"));
    QVERIFY(changed.open(QIODevice::WriteOnly) && changed.write(copy) == copy.size());
    changed.close();

    toOpen = path("ours.tsv");
    button("referenceReplace")->click();
    QTRY_VERIFY_WITH_TIMEOUT(digest() != before, test::patience);
    QTRY_COMPARE(view->model()->index(densities, 1).data().toString(), QStringLiteral("ours"));
    QCOMPARE(view->currentIndex().row(), densities);
    QVERIFY(button("referenceOwn")->isEnabled());

    // A broken one changes nothing and says where.
    QFile broken(path("broken.tsv"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(QByteArray(copy).replace("150101\t20", "150101\t-20"));
    broken.close();
    const Hash with = digest();
    toOpen = path("broken.tsv");
    button("referenceReplace")->click();
    auto* message = dialog->findChild<SentenceLabel*>(QStringLiteral("referenceMessage"));
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), test::patience);
    QVERIFY2(message->sentence().contains(QLatin1String("row 5")), qPrintable(message->sentence()));
    QCOMPARE(digest(), with);

    button("referenceOwn")->click();
    QTRY_VERIFY_WITH_TIMEOUT(digest() == before, test::patience);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!window.findChild<QDialog*>(QStringLiteral("referenceDialog")));
  }

 private:
  [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
  QTemporaryDir m_folder;
};

PLUMBLINE_WINDOW_TEST(TestReferenceDialog)
#include "test_reference_dialog.moc"
