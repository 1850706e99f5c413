// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An audit is a document: new, saved under another name, closed; its files are taken back and read anew.

#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "model/import/local_table.h"

#include "ui/dialogs/job_runner.h"
#include "ui/pages/files_view.h"
#include "ui/pages/start_page.h"
#include "ui/shell/main_window.h"
#include "ui/words/format.h"

#include "tests/program.h"
#include "tests/ui/window_start.h"

using namespace plumbline;

namespace {

constexpr const char* april =
    "id,document_no,line,received_at,consignor,material,net_kg\n"
    "R-1,D-1,1,2142-04-03T08:00:00Z,north,board,10000\n";
constexpr const char* may =
    "id,document_no,line,received_at,consignor,material,net_kg\n"
    "R-2,D-2,1,2142-05-03T08:00:00Z,north,board,11000\nR-3,D-3,1,2142-05-04T08:00:00Z,north,board,12000\n";

}  // namespace

class TestDocumentMenu : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QCoreApplication::setApplicationName(QStringLiteral("PlumblineTest"));
    QCoreApplication::setOrganizationName(QStringLiteral("PlumblineTest"));
    test::startWithSettingsIn(m_settings.path());
  }

  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    write("april.csv", april);
    write("may.csv", may);
    m_window = std::make_unique<MainWindow>();
    m_window->controller().setWorkspaceFolder(path("audits"));
    m_dialogs.importFiles = [this](QWidget*) { return QStringList{path("may.csv")}; };
    m_dialogs.intoOpenAudit = [this](QWidget*, const QString& open) {
      ++m_asked;
      m_open = open;
      return m_into;
    };
    m_dialogs.saveWorkspace = [this](QWidget*, const QString&) { return path("mine.plumbline"); };
    m_dialogs.saveCopy = [this](QWidget*, const QString& name) { return path("copy of ") + name; };
    m_window->setFileDialogs(m_dialogs);
    m_asked = 0;
    await([this] { m_window->openPath(path("april.csv")); });
    QCOMPARE(names(), QStringList{QStringLiteral("april.csv")});
  }
  void cleanup() { m_window.reset(); }

  void newStartsAnAuditOfItsOwn() {
    const auto before = m_window->controller().audit().workspace;
    await([this] { trigger("actionNew"); });
    QVERIFY(m_window->controller().audit().workspace != before);
    QCOMPARE(names(), QStringList{QStringLiteral("may.csv")});
    QCOMPARE(m_asked, 0);
  }

  void theStartPageAsksWhereAnImportGoes_data() {
    QTest::addColumn<int>("answer");
    QTest::addColumn<QStringList>("files");
    QTest::newRow("into the open one") << 1 << QStringLiteral("april.csv may.csv").split(QLatin1Char(' '));
    QTest::newRow("into a new one") << 0 << QStringList{QStringLiteral("may.csv")};
    QTest::newRow("nowhere") << -1 << QStringList{QStringLiteral("april.csv")};
  }
  void theStartPageAsksWhereAnImportGoes() {
    QFETCH(int, answer);
    QFETCH(QStringList, files);
    m_into = answer < 0 ? std::optional<bool>() : std::optional(answer == 1);
    m_window->showStart();
    const auto import = [this] { Q_EMIT m_window->findChild<StartPage*>()->importRequested(); };
    answer < 0 ? import() : await(import);
    QCOMPARE(m_asked, 1);
    QVERIFY(!m_open.isEmpty());
    QCOMPARE(names(), files);
  }

  void closedThereIsNoAudit() {
    const auto workspace = m_window->controller().audit().workspace;
    QVERIFY(action("actionClose")->isEnabled());
    trigger("actionClose");
    QVERIFY(!m_window->controller().hasAudit());
    QCOMPARE(m_window->currentPage(), nullptr);
    QVERIFY(!action("actionClose")->isEnabled() && !action("actionSaveAs")->isEnabled());
    QVERIFY(std::filesystem::exists(workspace));
  }

  void savedUnderAnotherNameItGoesOnThere() {
    const auto before = m_window->controller().audit().workspace;
    const Hash digest = m_window->controller().audit().result->resultsDigest;
    await([this] { trigger("actionSaveAs"); });
    const auto now = m_window->controller().audit().workspace;
    QCOMPARE(now, std::filesystem::path(path("mine.plumbline").toStdString()));
    await([this] { m_window->openPath(path("may.csv")); });
    QCOMPARE(names().size(), 2);
    // The one it was is as it was.
    await([this, before] { m_window->openPath(QString::fromStdString(before.string())); });
    QCOMPARE(m_window->controller().audit().result->resultsDigest, digest);
  }

  /// Nothing that is a workspace is written over.
  void anotherAuditIsNotWrittenOver() {
    const auto before = m_window->controller().audit().workspace;
    await([this] { trigger("actionSaveAs"); });
    await([this, before] { m_window->openPath(QString::fromStdString(before.string())); });
    QSignalSpy failed(&m_window->controller(), &AuditController::failed);
    trigger("actionSaveAs");
    QVERIFY(failed.size() == 1 || failed.wait(test::patience));
    QCOMPARE(m_window->controller().audit().workspace, before);
  }

  void recentAuditsSayWhereAndWhen() {
    auto* menu = m_window->findChild<QMenu*>(QStringLiteral("recentMenu"));
    QVERIFY(!menu->actions().isEmpty());
    const QString text = menu->actions().first()->text();
    QVERIFY2(text.contains(QDir::toNativeSeparators(path("audits"))), qPrintable(text));
    const Timestamp now = Timestamp::milliseconds(QDateTime::currentMSecsSinceEpoch());
    QVERIFY2(text.contains(formatDate(now)), qPrintable(text));
  }

  void filesAreTakenBackAndPutBack() {
    const Hash one = digest();
    await([this] { m_window->openPath(path("may.csv")); });
    const Hash both = digest();
    const Hash file = sha256(bytesOf(may));
    auto* view = m_window->findChild<FilesView*>();
    await([&] { Q_EMIT view->takeBackRequested({file}); });
    QCOMPARE(digest(), one);
    await([&] { Q_EMIT view->putBackRequested({file}); });
    QCOMPARE(digest(), both);
  }

  void aCopyHasTheBytesAsTheyCame() {
    QSignalSpy told(&m_window->controller(), &AuditController::told);
    Q_EMIT m_window->findChild<FilesView*>()->saveRequested(
        m_window->controller().audit().files->files.front().kind == "original"
            ? m_window->controller().audit().files->files.front()
            : m_window->controller().audit().files->files.back());
    QVERIFY(told.size() == 1 || told.wait(test::patience));
    QFile copy(path("copy of april.csv"));
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), QByteArray(april));
  }

 private:
  QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
  void write(const char* name, const QByteArray& bytes) const {
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  }
  QAction* action(const char* name) const { return m_window->findChild<QAction*>(QLatin1String(name)); }
  void trigger(const char* name) const { action(name)->trigger(); }
  template <class Work>
  void await(Work&& work) {
    QSignalSpy changed(&m_window->controller(), &AuditController::auditChanged);
    work();
    QVERIFY(changed.size() == 1 || changed.wait(test::patience));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->controller().jobs().isBusy(), test::patience);
  }
  Hash digest() const { return m_window->controller().audit().result->resultsDigest; }
  /// Of the files that hold records, by name.
  QStringList names() const {
    QStringList out;
    for (const EvidenceFile& file : m_window->controller().audit().files->files) {
      if (file.rows.read() > 0) out << QString::fromStdString(file.name);
    }
    out.sort();
    return out;
  }

  QTemporaryDir m_settings;
  std::unique_ptr<QTemporaryDir> m_folder;
  FileDialogs m_dialogs;
  std::optional<bool> m_into;
  int m_asked = 0;
  QString m_open;
  std::unique_ptr<MainWindow> m_window;
};

PLUMBLINE_WINDOW_TEST(TestDocumentMenu)
#include "test_document_menu.moc"
