// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QTest>

#include "ui/tables/files_model.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

EvidenceFile fileCalled(const std::string& name, std::int64_t stored) {
  EvidenceFile file{sha256(bytesOf(name)), "originals/x", "original", 2000, name};
  file.reader = "table";
  file.parties = {{"harbour", "unsigned", ""}};
  file.tables = {"receipts"};
  file.rows = {stored, 3, 2, 1};
  file.brought = StepStamp{Timestamp::fromCivil(2142, 4, 8, 7, 12), "ann"};
  return file;
}

std::shared_ptr<const EvidenceFiles> filesOf(std::vector<EvidenceFile> files) {
  return std::make_shared<const EvidenceFiles>(EvidenceFiles{std::move(files), Hash()});
}

}  // namespace

class TestFilesModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void keepsTheModelRules() {
    FilesModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFiles(filesOf({fileCalled("a.csv", 1), fileCalled("b.csv", 2)}));
    QCOMPARE(model.rowCount(), 2);
    model.setFiles(filesOf({fileCalled("c.csv", 1)}));
    QCOMPARE(model.rowCount(), 1);
    model.setFiles(nullptr);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.fileAt(0) == nullptr);
  }

  void aRowSaysWhatBecameOfAFile() {
    FilesModel model;
    model.setFiles(filesOf({fileCalled("a.csv", 1234)}));
    QStringList row;
    for (int column = 0; column < model.columnCount(); ++column) {
      row << model.index(0, column).data().toString();
    }
    QCOMPARE(row.join(QLatin1Char('|')), QStringLiteral("a.csv|Table, by a mapping|harbour|No signature|2,000|"
                            "1,240|1,234|3|2|1|8 Apr 2142, 07:12"));
    QCOMPARE(model.index(0, FilesModel::StoredColumn).data(FilesModel::SortRole).toLongLong(), 1234);
  }

  void headingsStandOverTheirNumbers() {
    const FilesModel model;
    const auto alignment = [&model](int column) {
      return model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
    };
    QVERIFY((alignment(FilesModel::BytesColumn) & Qt::AlignRight) != 0);
    QVERIFY((alignment(FilesModel::NameColumn) & Qt::AlignRight) == 0);
  }

  void whatIsTakenBackSaysSo() {
    EvidenceFile file = fileCalled("a.csv", 1);
    file.takenBack = true;
    FilesModel model;
    model.setFiles(filesOf({file}));
    QCOMPARE(model.index(0, FilesModel::SignedColumn).data().toString(), QStringLiteral("Taken back"));
  }

  void namesOfOthersTurnNoLine() {
    FilesModel model;
    EvidenceFile file = fileCalled("a\u202E\nb<b>.csv", 1);
    file.parties[0].party = "x\u202E\n";
    model.setFiles(filesOf({file}));
    for (int column = 0; column < model.columnCount(); ++column) {
      const QString text = model.index(0, column).data().toString();
      QVERIFY2(!text.contains(QChar(0x202E)) && !text.contains(QLatin1Char('\n')), qPrintable(text));
    }
  }
};

PLUMBLINE_TEST(TestFilesModel)
#include "test_files_model.moc"
