// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "model/store/user_folder.h"

#include "tests/program.h"

using namespace plumbline;
namespace fs = std::filesystem;

class TestUserFolder : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    qputenv("PLUMBLINE_DATA", m_folder->filePath(QStringLiteral("a/b")).toUtf8());
  }

  void initTestCase() { m_before = qgetenv("PLUMBLINE_DATA"); }

  /// tests/program.cpp: no test reads or writes what the person who runs it keeps.
  void aTestHasAFolderOfItsOwn() {
    QVERIFY(m_before.startsWith(QDir::tempPath().toUtf8()));
  }

  void theEnvironmentPointsElsewhere() {
    QCOMPARE(userFolder().value(), here() / "a" / "b");
    QVERIFY(!fs::exists(here() / "a"));  // asking makes nothing
  }

  void withoutItTheDesktopAndTheCommandLineShareOne() {
    qunsetenv("PLUMBLINE_DATA");
    QCoreApplication::setApplicationName(QStringLiteral("one"));
    const fs::path one = userFolder().value();
    QCoreApplication::setApplicationName(QStringLiteral("two"));
    QCOMPARE(userFolder().value(), one);
    QCOMPARE(one.filename(), fs::path("plumbline"));
  }

  void onlyItsOwnerLooksIntoWhatIsMade() {
    const fs::path made = makeUserFolder("trust/1f").value();
    QCOMPARE(made, here() / "a" / "b" / "trust" / "1f");
    for (const fs::path& folder : {made, made.parent_path(), made.parent_path().parent_path()}) {
      QCOMPARE(fs::status(folder).permissions(), fs::perms::owner_all);
    }
    QCOMPARE(makeUserFolder("trust/1f").value(), made);
  }

  void aFileInItsPlaceIsAnError() {
    fs::create_directories(here() / "a" / "b");
    std::ofstream(here() / "a" / "b" / "trust") << "x";
    const auto made = makeUserFolder("trust");
    QVERIFY(!made.ok());
    QCOMPARE(made.error().code, ErrorCode::Io);
  }

 private:
  QByteArray m_before;
  [[nodiscard]] fs::path here() const { return m_folder->path().toStdU16String(); }
  std::unique_ptr<QTemporaryDir> m_folder;
};

PLUMBLINE_TEST(TestUserFolder)
#include "test_user_folder.moc"
