// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is saved under a name of somebody's choice, and the files of a folder that is made anew.
#include <filesystem>

#include <QTemporaryDir>
#include <QTest>

#include "model/store/safe_file.h"

#include "tests/precious_outputs.h"
#include "tests/program.h"

using namespace plumbline;
namespace fs = std::filesystem;

class TestSafeFile : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void savesAndReplaces() {
    QVERIFY(saveFile(at("a"), "one"));
    QVERIFY(saveFile(at("a"), "two"));
    QCOMPARE(everything().value(QStringLiteral("a")), QByteArray("two"));
    QCOMPARE(everything().size(), 1);
  }

  void makesNoFolders() {
    const auto saved = saveFile(at("no") / "a", "one");
    QCOMPARE(saved.error().code, ErrorCode::Io);
    QCOMPARE(saved.error().message.text(), std::string("there is no such folder"));
    QVERIFY(everything().isEmpty());
  }

  void destroysNothing() {
    const QStringList precious = test::preciousOutputs(m_folder->path(), QString());
    const auto before = everything();
    for (const QString& path : precious) {
      const auto saved = saveFile(path.toStdU16String(), "new");
      QVERIFY2(!saved && saved.error().code == ErrorCode::Usage, qPrintable(path));
      const auto made = writeNewFile(path.toStdU16String(), "new");
      QVERIFY2(!made && made.error().code == ErrorCode::Io, qPrintable(path));
    }
    const fs::path inputs[] = {at("victim")};
    QCOMPARE(saveFile(at("victim"), "new", inputs).error().code, ErrorCode::Usage);
    QCOMPARE(writeNewFile(at("victim"), "new").error().code, ErrorCode::Io);
    QVERIFY(everything() == before);
  }

#ifndef _WIN32
  void aFullDiskIsAnErrorWithItsReason() {
    QVERIFY(saveFile(at("a"), "old"));
    const auto [saved, made] = [this] {
      const test::FullDisk full(4096);
      const std::string bytes(100'000, 'x');
      return std::pair(saveFile(at("a"), bytes), writeNewFile(at("b"), bytes));
    }();
    for (const auto* result : {&saved, &made}) {
      QVERIFY(!*result);
      QCOMPARE(result->error().code, ErrorCode::Io);
      QVERIFY2(result->error().message.text().find("too large") != std::string::npos,
               result->error().message.text().c_str());
    }
    QCOMPARE(everything().value(QStringLiteral("a")), QByteArray("old"));
  }
#endif

 private:
  fs::path at(const char* name) const {
    return fs::path(m_folder->path().toStdU16String()) / name;
  }
  QMap<QString, QByteArray> everything() const {
    return test::everythingIn(m_folder->path());
  }
  std::unique_ptr<QTemporaryDir> m_folder;
};

PLUMBLINE_TEST(TestSafeFile)
#include "test_safe_file.moc"
