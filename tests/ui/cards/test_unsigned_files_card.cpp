// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "ui/cards/unsigned_files_card.h"
#include "ui/theme/labels.h"
#include "ui/theme/theme.h"

#include "tests/program.h"
#include "tests/ui/real_window.h"

using namespace plumbline;

namespace {

UnsignedFile fileOf(const char* name) {
  UnsignedFile file;
  file.sha256 = sha256(bytesOf(name));
  file.bytes = 1'234;
  file.rows = 56;
  file.parties = {"mill", "port"};
  return file;
}

}  // namespace

class TestUnsignedFilesCard : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { Theme::install(*qApp); }

  void theModelIsAModel() {
    UnsignedFilesModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFiles({fileOf("a"), fileOf("b")});
    QCOMPARE(model.index(0, UnsignedFilesModel::PartiesColumn).data().toString(),
             QStringLiteral("mill, port"));
    QCOMPARE(model.index(1, UnsignedFilesModel::VouchColumn).data().toString(),
             QStringLiteral("nobody"));
    QVERIFY(model.fileAt(2) == nullptr && model.fileAt(-1) == nullptr);
  }

  void hiddenWithoutSuchFiles() {
    UnsignedFilesCard card;
    card.setFiles({});
    QVERIFY(card.isHidden());
  }

  void whoVouchesIsSaid() {
    UnsignedFile file = fileOf("a");
    file.vouches = {{{"r.csv", "the page", "2026-11-02", "downloaded"},
                     "anna.example",
                     "anna.example+1",
                     KeyTrust::FirstSeen}};
    UnsignedFilesCard card;
    card.setFiles({file});
    auto* said = card.findChild<SentenceLabel*>(QStringLiteral("unsignedFileSaid"));
    QVERIFY2(said->sentence().contains(QLatin1String("key you have not compared")),
             qPrintable(said->sentence()));
    QVERIFY(said->sentence().contains(QLatin1String("from the page, on 2026-11-02, downloaded")));
  }

  void vouchWithTheKeyboard() {
    UnsignedFilesCard card;
    card.resize(900, 300);
    card.setAskKey([](QWidget*) {
      return KeyChoice{QStringLiteral("my.key"), QStringLiteral("word")};
    });
    card.setFiles({fileOf("a"), fileOf("b")});
    QVERIFY(test::showActive(card));
    QCOMPARE(test::unnamedControl(card), QString());
    auto* view = card.findChild<QTableView*>(QStringLiteral("unsignedFiles"));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Down);
    auto* button = card.findChild<QPushButton*>(QStringLiteral("vouchForFile"));
    QSignalSpy vouched(&card, &UnsignedFilesCard::vouched);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    auto* dialog = card.findChild<QDialog*>(QStringLiteral("vouchDialog"));
    QVERIFY(dialog != nullptr);
    QVERIFY(test::becomesActive(*dialog));
    QCOMPARE(test::unnamedControl(*dialog), QString());
    auto* sign = dialog->findChild<QPushButton*>(QStringLiteral("vouchSign"));
    QVERIFY(!sign->isEnabled());
    // An example is told from an answer by words, not by its grey; what is missing is named.
    auto* missing = dialog->findChild<SentenceLabel*>(QStringLiteral("vouchMissing"));
    for (const auto* edit : dialog->findChildren<QLineEdit*>()) {
      QVERIFY(edit->placeholderText().startsWith(QLatin1String("for example")));
      QVERIFY(missing->sentence().contains(edit->accessibleName()));
    }
    for (const auto& [field, words] :
         {std::pair("vouchFile", "r.csv"), std::pair("vouchFrom", "the page"),
          std::pair("vouchObtained", "2 Nov"), std::pair("vouchHow", "downloaded")}) {
      auto* edit = dialog->findChild<QLineEdit*>(QLatin1String(field));
      edit->setFocus();
      QTest::keyClicks(edit, QLatin1String(words));
    }
    QVERIFY(!sign->isEnabled());
    QVERIFY(missing->sentence().contains(QLatin1String("2026-11-02")));
    auto* day = dialog->findChild<QLineEdit*>(QStringLiteral("vouchObtained"));
    day->setText(QStringLiteral("2026-11-02"));
    QVERIFY(sign->isEnabled());
    QTest::keyClick(day, Qt::Key_Return);
    QCOMPARE(vouched.count(), 1);
    const auto request = vouched.front().front().value<VouchRequest>();
    QCOMPARE(request.original.toStdString(), sha256(bytesOf("b")).hex());
    QCOMPARE(request.text.obtained, std::string("2026-11-02"));
    QCOMPARE(request.key.file, QStringLiteral("my.key"));
    QTRY_VERIFY(!card.findChild<QDialog*>(QStringLiteral("vouchDialog")));
  }
};

PLUMBLINE_WINDOW_TEST(TestUnsignedFilesCard)
#include "test_unsigned_files_card.moc"
