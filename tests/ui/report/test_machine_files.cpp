// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What programs read knows no language: the same bytes whoever sits before the screen.
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

#include "ui/report/report_tables.h"
#include "ui/words/format.h"
#include "ui/words/language.h"

#include "tests/program.h"
#include "tests/ui/pseudo_language.h"
#include "tests/ui/sample_result.h"

using namespace plumbline;

class TestMachineFiles : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void cleanup() { setLanguage({}); }

  void sameBytesInEveryLanguage() {
    const AuditResult audit = test::sampleResult();
    const std::string result = audit.canonicalJson().pretty();
    const QMap<QString, QByteArray> english = tables(audit);
    QVERIFY(english.size() > 4);
    QVERIFY(english[QStringLiteral("findings.csv")].contains(",sentence"));
    test::PseudoLanguage language;
    QVERIFY(QCoreApplication::installTranslator(&language));
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(formatCount(1'240), QStringLiteral("1.240"));
    const QMap<QString, QByteArray> other = tables(audit);
    const std::string otherResult = audit.canonicalJson().pretty();
    QCoreApplication::removeTranslator(&language);
    QCOMPARE(otherResult, result);
    QCOMPARE(other.keys(), english.keys());
    for (const QString& name : english.keys()) {
      QVERIFY2(other[name] == english[name], qPrintable(name));
    }
  }

 private:
  /// By name. The last column of the findings is a sentence for people, in their language: left
  /// out.
  static QMap<QString, QByteArray> tables(const AuditResult& audit) {
    const QTemporaryDir folder;
    const auto written = writeTables(audit, folder.path());
    if (!written.ok()) qFatal("%s", written.error().text().c_str());
    QMap<QString, QByteArray> files;
    for (const QString& name : QDir(folder.path()).entryList(QDir::Files)) {
      QFile file(folder.filePath(name));
      if (!file.open(QIODevice::ReadOnly)) qFatal("%s", qPrintable(name));
      files[name] = file.readAll();
      if (name != QLatin1String("findings.csv")) continue;
      QByteArray kept;
      bool heading = true;
      for (const QByteArray& line : files[name].split('\n')) {
        const QByteArray cells = line.split(',').mid(0, 8).join(',');
        kept += heading ? line + '\n' : cells + '\n';
        heading = false;
      }
      files[name] = kept;
    }
    return files;
  }
};

PLUMBLINE_WINDOW_TEST(TestMachineFiles)
#include "test_machine_files.moc"
