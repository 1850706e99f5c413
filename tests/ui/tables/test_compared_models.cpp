// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "ui/tables/compared_files_model.h"
#include "ui/tables/compared_lines_model.h"

#include "tests/program.h"

using namespace plumbline;

namespace {

ComparedFile file(const std::string& name, Having having) {
  return {sha256(bytesOf(name)), name, "table", 1200, having};
}

std::vector<ComparedFile> someFiles() {
  return {file("a.csv", Having::OnlyOurs), file("b.csv", Having::Both),
          file("c.csv", Having::OnlyTheirs), file("d\u202e.csv", Having::OnlyTheirs)};
}

}  // namespace

class TestComparedModels : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void filesKeepTheModelRules() {
    ComparedFilesModel model(someFiles());
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.choosable(), 2);
    const auto text = [&model](int row, int column) {
      return model.index(row, column).data().toString();
    };
    QCOMPARE(text(0, ComparedFilesModel::FileColumn), QStringLiteral("c.csv"));
    QCOMPARE(text(0, ComparedFilesModel::KindColumn), QStringLiteral("Table of a publication"));
    QCOMPARE(text(0, ComparedFilesModel::SizeColumn), QStringLiteral("1,200 bytes"));
    QCOMPARE(text(0, ComparedFilesModel::WhoColumn), QStringLiteral("only theirs"));
    QCOMPARE(text(2, ComparedFilesModel::WhoColumn), QStringLiteral("only yours"));
    // A sign that would turn the name around is written out.
    QVERIFY(!text(1, ComparedFilesModel::FileColumn).contains(QChar(0x202e)));
  }

  void onlyTheirsCanBeChosen() {
    ComparedFilesModel model(someFiles());
    QSignalSpy changed(&model, &ComparedFilesModel::choiceChanged);
    QVERIFY(model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!model.setData(model.index(2, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(model.index(2, 0).data(Qt::CheckStateRole).isNull());
    QCOMPARE(model.chosen().size(), std::size_t{1});
    QVERIFY(model.chosen()[0] == sha256(bytesOf(std::string("c.csv"))));
    model.chooseAll(true);
    QCOMPARE(model.chosen().size(), std::size_t{2});
    QVERIFY(model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.chosen().size(), std::size_t{1});
    model.chooseAll(false);
    QVERIFY(model.chosen().empty());
    QCOMPARE(changed.size(), 4);
  }

  void linesKeepTheModelRules() {
    ComparedLinesModel model({{QStringLiteral("Audit plan"), true, QStringLiteral("same"),
                               QStringLiteral("1"), QStringLiteral("1")},
                              {QStringLiteral("Results digest"), false, QStringLiteral("differs"),
                               QStringLiteral("1"), QStringLiteral("2")}});
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.index(0, ComparedLinesModel::WordColumn).data().toString(), QStringLiteral("= same"));
    QCOMPARE(model.index(1, ComparedLinesModel::WordColumn).data().toString(),
             QStringLiteral("≠ differs"));
    QCOMPARE(model.index(1, ComparedLinesModel::WordColumn).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("differs"));
    QVERIFY(model.index(0, 0).data(Qt::FontRole).isNull());
    QVERIFY(!model.index(1, 0).data(Qt::FontRole).isNull());
  }
};

PLUMBLINE_WINDOW_TEST(TestComparedModels)
#include "test_compared_models.moc"
