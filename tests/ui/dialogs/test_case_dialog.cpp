// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "ui/dialogs/case_dialog.h"
#include "ui/theme/labels.h"
#include "ui/words/case_words.h"

#include "tests/program.h"

using namespace plumbline;

class TestCaseDialog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyCaseHasWords() {
    const auto cases = publicCases();
    QVERIFY(cases && cases->size() >= 2);
    for (const PublicCase& made : *cases) {
      const words::CaseWords about = words::caseWords(made.id);
      QVERIFY2(!about.about.isEmpty() && !about.where.isEmpty(), made.id.c_str());
      QVERIFY(about.title != QString::fromStdString(made.id));
      QVERIFY(!made.files.empty());
      for (const CaseFile& file : made.files) QVERIFY2(!file.mappings.empty(), file.name.c_str());
    }
  }

  void filesAreChosen() {
    QStringList answer;
    CaseDialog dialog(*publicCases(), [&answer](QWidget*) { return answer; }, nullptr);
    dialog.show();
    auto* list = dialog.findChild<QListWidget*>(QStringLiteral("caseList"));
    auto* choose = dialog.findChild<QPushButton*>(QStringLiteral("caseChoose"));
    auto* attempt = dialog.findChild<QPushButton*>(QStringLiteral("caseTry"));
    auto* state = dialog.findChild<SentenceLabel*>(QStringLiteral("caseState"));
    QCOMPARE(list->count(), static_cast<int>(publicCases()->size()));
    QVERIFY(!attempt->isEnabled());
    const auto oil = list->findItems(QStringLiteral("Used oil"), Qt::MatchContains);
    QCOMPARE(oil.size(), 1);
    list->setCurrentItem(oil.front());
    QCOMPARE(state->sentence(), QStringLiteral("Not chosen yet: CR-hauler.csv, CR-processor.csv, CR-transfer.csv."));

    answer = {QStringLiteral("/tmp/cr-HAULER (2).csv"), QStringLiteral("/tmp/other.csv")};
    QTest::mouseClick(choose, Qt::LeftButton);
    QCOMPARE(state->sentence(),
             QStringLiteral("None of this case: other.csv. Not chosen yet: CR-processor.csv, CR-transfer.csv."));
    QVERIFY(attempt->isEnabled());
    QSignalSpy chosen(&dialog, &CaseDialog::chosen);
    QTest::mouseClick(attempt, Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().at(1).toStringList(), QStringList{answer.front()});
    QCOMPARE(chosen.front().at(0).value<PublicCase>().id, std::string("ca-used-oil"));
  }

  /// What was chosen for one case is not taken for another.
  void anotherCaseBeginsAnew() {
    CaseDialog dialog(*publicCases(),
                      [](QWidget*) { return QStringList{QStringLiteral("/tmp/CR-hauler.csv")}; }, nullptr);
    auto* list = dialog.findChild<QListWidget*>(QStringLiteral("caseList"));
    list->setCurrentItem(list->findItems(QStringLiteral("Used oil"), Qt::MatchContains).front());
    dialog.findChild<QPushButton*>(QStringLiteral("caseChoose"))->click();
    QVERIFY(dialog.findChild<QPushButton*>(QStringLiteral("caseTry"))->isEnabled());
    list->setCurrentItem(list->findItems(QStringLiteral("Sorting"), Qt::MatchContains).front());
    QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("caseTry"))->isEnabled());
  }
};

PLUMBLINE_WINDOW_TEST(TestCaseDialog)
#include "test_case_dialog.moc"
