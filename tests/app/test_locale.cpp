// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The command line on machines of several countries: the same bytes, as long as there are no words
// in their language, and for programs also then.
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/cli_process.h"
#include "tests/program.h"

using plumbline::test::CliResult;
using plumbline::test::runCliIn;

class TestLocale : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    const QString line = QStringLiteral("simulate --out world --months 2 --loads-per-month 40");
    QCOMPARE(run(line, "C.UTF-8").exitCode, 0);
    QCOMPARE(run(QStringLiteral("import ws world"), "C.UTF-8").exitCode, 0);
  }

  void sameBytes_data() {
    QTest::addColumn<QString>("line");
    for (const char* line :
         {"--help", "audit ws", "audit ws --json", "audit ws --canonical", "findings ws",
          "findings ws --csv", "findings ws --json", "import ws nothing-here"}) {
      QTest::newRow(line) << QString::fromLatin1(line);
    }
  }
  void sameBytes() {
    QFETCH(QString, line);
    const CliResult english = run(line, "C.UTF-8");
    // An answer, not an error about the command line.
    const bool refused = line.endsWith(QLatin1String("nothing-here"));
    QVERIFY((refused ? english.err : english.out).size() > 20);
    for (const char* locale : {"de_DE.UTF-8", "fr_FR.UTF-8", "ar_EG.UTF-8"}) {
      const CliResult other = run(line, locale);
      QCOMPARE(other.exitCode, english.exitCode);
      QCOMPARE(other.out, english.out);
      QCOMPARE(other.err, english.err);
    }
  }

  void sameTables() {
    QVERIFY(run(QStringLiteral("export ws english"), "C.UTF-8").exitCode <= 1);
    QVERIFY(run(QStringLiteral("export ws german"), "de_DE.UTF-8").exitCode <= 1);
    const auto english = files(QStringLiteral("english"));
    QVERIFY(english.size() > 4);
    QCOMPARE(files(QStringLiteral("german")), english);
  }

 private:
  CliResult run(const QString& line, const char* locale) const {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QLatin1String(locale));
    environment.insert(QStringLiteral("LANGUAGE"), QString::fromLatin1(locale).left(2));
    return runCliIn(m_dir.path(), line.split(QLatin1Char(' ')), environment);
  }
  [[nodiscard]] QMap<QString, QByteArray> files(const QString& folder) const {
    QMap<QString, QByteArray> found;
    QDirIterator all(m_dir.filePath(folder), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
      QFile file(all.next());
      if (file.open(QIODevice::ReadOnly)) found[all.fileName()] = file.readAll();
    }
    return found;
  }

  QTemporaryDir m_dir;
};

PLUMBLINE_TEST(TestLocale)
#include "test_locale.moc"
