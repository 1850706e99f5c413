// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// docs/formats.md says of each reader what it does with each field, and what is lost.

#include <QTest>

#include "model/readers/reader.h"

#include "tests/program.h"
#include "tests/shared_files.h"

using namespace plumbline;

class TestFormatsDoc : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyReaderIsDocumented() {
    const std::string doc =
        test::readFile(QStringLiteral(PLUMBLINE_SOURCE_DIR "/docs/formats.md")).toStdString();
    std::size_t at = 0;
    for (const Reader& reader : allReaders()) {
      std::string section = "\n## `" + std::string(reader.id) + "`\n\n" +
                            std::string(reader.title.text) +
                            "\n\n| field of the file | becomes |\n|---|---|\n";
      for (const FieldUse& use : reader.fields) {
        section += "| " + std::string(use.field) + " | " + std::string(use.becomes.text) + " |\n";
      }
      section += "\nLost: " + std::string(reader.lost.text) + ".\n";
      at = doc.find(section, at);
      QVERIFY2(at != std::string::npos, section.c_str());
    }
  }

  void everyReasonIsExplained() {
    const std::string doc =
        test::readFile(QStringLiteral(PLUMBLINE_SOURCE_DIR "/docs/formats.md")).toStdString();
    using namespace quarantine_reason;
    for (const std::string_view reason :
         {badValue, missing, duplicate, encoding, tooLong, noDensity, malformed, unsupported}) {
      QVERIFY2(doc.find("| `" + std::string(reason) + "` |") != std::string::npos,
               std::string(reason).c_str());
    }
  }
};

PLUMBLINE_TEST(TestFormatsDoc)
#include "test_formats_doc.moc"
