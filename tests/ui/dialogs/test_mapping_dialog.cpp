// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The dialog that asks what columns mean, answered with the keyboard alone.

#include <fstream>

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "ui/dialogs/mapping_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/tables/problem_model.h"
#include "ui/theme/theme.h"
#include "ui/words/mapping_words.h"

#include "tests/precious_outputs.h"
#include "tests/program.h"
#include "tests/ui/real_window.h"

using namespace plumbline;

namespace {

constexpr int kPatience = 60'000;

constexpr std::string_view harbour =
    "Beleg-Nr;Datum;Absender;Netto;Kfz;Sorte;AVV;Bem.\n"
    "WT-88213;08.04.2141 13:40;EcoSphere North;17,18;NL-4471;Sortierrest;191212;Teilladung\n"
    "WT-88214;18.04.2141 14:06;EcoSphere North;16,86;NL-4468;EcoFibre;191201;\n";

}  // namespace

class TestMappingDialog : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    Theme::install(*qApp);
    Theme::instance().setChoice(ThemeChoice::Light);
  }
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }
  void cleanup() { m_dialog.reset(); }

  void oneQuestionIsOpen() {
    open("harbour.csv", harbour);
    QCOMPARE(textOf("mappingOpen"), QStringLiteral("1 question open: unit of net mass"));
    QVERIFY(!button("mappingImport")->isEnabled());
    QVERIFY(textOf("mappingFacts")
                .startsWith(QStringLiteral("2 rows, 8 columns, 1 kB. Recognised: 7 of 8")));
    QVERIFY(textOf("mappingPreview").startsWith(QStringLiteral("Beleg-Nr;Datum;")));
    const QAbstractItemModel* rows =
        m_dialog->findChild<QTableView*>(QStringLiteral("mappingRows"))->model();
    QCOMPARE(rows->index(3, MappingModel::State).data().toString(),
             QStringLiteral("Is this t or kg?"));
    QCOMPARE(rows->index(0, MappingModel::State).data().toString(), QStringLiteral("Fits"));
    QCOMPARE(rows->index(7, MappingModel::State).data().toString(),
             QStringLiteral("Kept in the source"));
  }

  /// Totals keep their unit, whatever it is, and "3 2141" is asked about.
  void aTableOfTotals() {
    open("totals.csv",
         "counterparty;direction;period_start;period_end;quantity;site\nN;in;3 2141;3 2141;5;A\n");
    const QAbstractItemModel* rows =
        m_dialog->findChild<QTableView*>(QStringLiteral("mappingRows"))->model();
    QCOMPARE(rows->index(2, MappingModel::State).data().toString(), QStringLiteral("Month or quarter?"));
    auto* dates = m_dialog->findChild<QComboBox*>(QStringLiteral("mappingDates"));
    QVERIFY(dates->isVisible());
    dates->setCurrentIndex(dates->findText(wordsOf(DateOrder::Quarter)));
    Q_EMIT dates->activated(dates->currentIndex());
    auto* unit = m_dialog->findChild<QComboBox*>(QStringLiteral("extra4"));
    QVERIFY(unit != nullptr);
    unit->setCurrentIndex(unit->findText(QStringLiteral("US gal")));
    Q_EMIT unit->activated(unit->currentIndex());
    QTRY_VERIFY2_WITH_TIMEOUT(button("mappingImport")->isEnabled(), qPrintable(textOf("mappingOpen")), kPatience);
    QVERIFY(!m_dialog->findChild<QLineEdit*>(QStringLiteral("mappingDensity"))->isVisible());
  }

  /// Tab to the unit, choose it, Tab to the button, press it.
  void withTheKeyboardAlone() {
    open("harbour.csv", harbour);
    QVERIFY(tabTo("extra3"));
    auto* unit = m_dialog->findChild<QComboBox*>(QStringLiteral("extra3"));
    QTest::keyClick(unit, Qt::Key_Down);  // kg
    QCOMPARE(unit->currentText(), QStringLiteral("kg"));
    QTest::keyClick(unit, Qt::Key_Down);  // t
    QCOMPARE(unit->currentText(), QStringLiteral("t"));
    QTRY_COMPARE_WITH_TIMEOUT(textOf("mappingOpen"), QStringLiteral("Every row can be read"),
                              kPatience);
    QVERIFY(tabTo("mappingImport"));
    QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
    QCOMPARE(button("mappingImport")->text(), QStringLiteral("Import 2 rows"));
    QTest::keyClick(button("mappingImport"), Qt::Key_Space);
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(m_dialog->mapping().ruleOf("net_kg")->unit, std::optional(Unit::Tonne));
  }

  /// From the dropped file to the audit, with the keyboard alone.
  void theWindowAsksAndImports() {
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->path());
    MainWindow window;
    window.controller().setWorkspaceFolder(m_folder->filePath(QStringLiteral("audits")));
    QVERIFY(test::showActive(window));
    QSignalSpy changed(&window.controller(), &AuditController::auditChanged);
    window.openPath(QString::fromStdU16String(write("harbour.csv", harbour).u16string()));
    QTRY_VERIFY_WITH_TIMEOUT(window.findChild<QComboBox*>(QStringLiteral("extra3")) != nullptr,
                             kPatience);
    auto* dialog = window.findChild<MappingDialog*>();
    QVERIFY(test::becomesActive(*dialog));
    QVERIFY(tabTo("extra3", dialog));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    auto* import = dialog->findChild<QPushButton*>(QStringLiteral("mappingImport"));
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatience);
    QVERIFY(tabTo("mappingImport", dialog));
    QTest::keyClick(import, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, kPatience);
  }

  void escapeCancels() {
    open("harbour.csv", harbour);
    QSignalSpy rejected(m_dialog.get(), &QDialog::rejected);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QCOMPARE(rejected.count(), 1);
  }

  void badRowsStopUnlessTheyAreListed() {
    open("bad.csv",
         "document_no,received_at,material,Weight (t)\n"
         "A,2141-04-08,PET,1.5\nB,2141-04-09,PET,much\n");
    choose("mappingTable", QStringLiteral("Receipts"));
    QTRY_COMPARE_WITH_TIMEOUT(textOf("mappingOpen"), QStringLiteral("1 row cannot be read"),
                              kPatience);
    QVERIFY(!button("mappingImport")->isEnabled());
    auto* problems = m_dialog->findChild<QTableView*>(QStringLiteral("problems"));
    QVERIFY(problems->isVisible());
    QCOMPARE(problems->model()->rowCount(), 1);
    QTest::keyClick(m_dialog->findChild<QRadioButton*>(QStringLiteral("mappingGoOn")),
                    Qt::Key_Space);
    QVERIFY(button("mappingImport")->isEnabled());
    QCOMPARE(button("mappingImport")->text(), QStringLiteral("Import 1 row"));
    QTest::keyClick(m_dialog->findChild<QWidget*>(QStringLiteral("problemsCopy")), Qt::Key_Space);
    QCOMPARE(QApplication::clipboard()->text(),
             QStringLiteral("File,Row,Column,Value,Why it cannot be read\n"
                            "bad.csv,3,Weight (t),much,\"cannot be read; expected: a number such "
                            "as 1,234.5\"\n"));
  }

  void aTemplateKeepsTheAnswers() {
    open("harbour.csv", harbour);
    auto* unit = m_dialog->findChild<QComboBox*>(QStringLiteral("extra3"));
    QTest::keyClick(unit, Qt::Key_Down);
    QTest::keyClick(unit, Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(button("mappingImport")->isEnabled(), kPatience);
    m_file = m_folder->filePath(QStringLiteral("t.json"));
    button("mappingSave")->click();
    const Mapping before = m_dialog->mapping();
    open("next.csv", harbour);
    button("mappingLoad")->click();
    QTRY_VERIFY_WITH_TIMEOUT(button("mappingImport")->isEnabled(), kPatience);
    QVERIFY(m_dialog->mapping() == before);
  }

  void anotherEncodingIsReadAgain() {
    open("latin.csv", "document_no;received_at;Sorte;net_kg\nA;2141-04-08;Gr\xFCn;1\n");
    QCOMPARE(m_dialog->mapping().encoding, TextEncoding::Windows1252);
    choose("mappingText", QStringLiteral("UTF-8"));
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->mapping().encoding, TextEncoding::Utf8, kPatience);
  }

  void whatIsNoTableIsSaid() {
    open("a.csv", std::string_view("\x01\x02\x03\x04", 4), false);
    QTRY_COMPARE_WITH_TIMEOUT(textOf("mappingFacts"),
                              QStringLiteral("This file cannot be read as a table."), kPatience);
    QVERIFY(!button("mappingImport")->isEnabled());
  }

  void everyFieldHasAName() {
    open("harbour.csv", harbour);
    const QList<QWidget*> all = m_dialog->findChildren<QWidget*>();
    for (QWidget* widget : all) {
      if ((widget->focusPolicy() & Qt::TabFocus) == 0 || !widget->isVisible()) continue;
      if (qobject_cast<QAbstractItemView*>(widget->parentWidget()) != nullptr &&
          widget->objectName().startsWith(QStringLiteral("qt_"))) {
        continue;
      }
      QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
      QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(),
               qPrintable(widget->objectName()));
    }
  }

  void modelsHoldTogether() {
    MappingModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    ProblemModel problems;
    QAbstractItemModelTester other(&problems,
                                   QAbstractItemModelTester::FailureReportingMode::QtTest);
    const std::filesystem::path file = write("harbour.csv", harbour);
    const auto survey = surveyFile(file, {}, Progress());
    QVERIFY(survey.ok());
    const auto shared = std::make_shared<const TableSurvey>(*survey);
    model.setSurvey(shared, propose(survey->profile, survey->shape, "p").mapping, true);
    model.setField(7, "outcome");
    model.setField(6, "");
    model.setUnit(3, Unit::CubicMetre);
    QCOMPARE(model.questions().size(), 1u);
    QCOMPARE(model.questions()[0].kind, QuestionKind::Density);
    model.setDensity(3, Density{24'000, "EPA 2016"});
    QVERIFY(model.questions().empty());
    model.setTable(Table::Shipments);
    QVERIFY(!model.questions().empty());
    QuarantinedRow row;
    row.where = {{}, 5, "Netto"};
    row.reason = "bad_value";
    problems.setProblems({{QStringLiteral("a.csv"), row}});
    problems.setProblems({});
  }

  /// The file that is being read is no place for the answers or for its own rows.
  void savingDestroysNothing() {
    open("a.csv",
         "Beleg-Nr;Datum;Netto t;Sorte\nA-1;08.04.2141 13:40;17,18;PET\nA-2;09.04.2141 "
         "13:40;viel;PET\n");
    const QString folder = m_folder->path();
    QStringList precious = test::preciousOutputs(folder, QString());
    precious << m_folder->filePath(QStringLiteral("a.csv"));
    const auto before = test::everythingIn(folder);
    for (const char* save : {"mappingSave", "problemsSave"}) {
      auto* press = m_dialog->findChild<QAbstractButton*>(QLatin1String(save));
      QVERIFY2(press != nullptr, save);
      for (const QString& path : std::as_const(precious)) {
        m_file = path;
        press->setEnabled(true);
        press->click();
        QVERIFY2(textOf("mappingNote").contains(QFileInfo(path).fileName()),
                 qPrintable(textOf("mappingNote")));
      }
    }
    QVERIFY(test::everythingIn(folder) == before);
  }

 private:
  std::filesystem::path write(const std::string& name, std::string_view bytes) const {
    const auto path = std::filesystem::path(m_folder->path().toStdU16String()) / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  void open(const std::string& name, std::string_view bytes, bool readable = true) {
    const auto path = write(name, bytes);
    MappingFiles files;
    files.save = [this](QWidget*, const QString&) { return m_file; };
    files.load = [this](QWidget*) { return m_file; };
    m_dialog = std::make_unique<MappingDialog>(QString::fromStdU16String(path.u16string()), files,
                                               nullptr);
    QVERIFY(test::showActive(*m_dialog));
    if (!readable) return;
    auto* rows = m_dialog->findChild<QTableView*>(QStringLiteral("mappingRows"));
    QTRY_VERIFY_WITH_TIMEOUT(rows->model()->rowCount() > 0, kPatience);
  }
  QString textOf(const char* name) const {
    return m_dialog->findChild<QLabel*>(QLatin1String(name))->text();
  }
  QPushButton* button(const char* name) const {
    return m_dialog->findChild<QPushButton*>(QLatin1String(name));
  }
  void choose(const char* name, const QString& text) const {
    auto* combo = m_dialog->findChild<QComboBox*>(QLatin1String(name));
    combo->setCurrentText(text);
    Q_EMIT combo->activated(combo->currentIndex());
  }
  /// Presses Tab until the widget of this name has the focus.
  bool tabTo(const char* name, QWidget* dialog = nullptr) const {
    if (dialog == nullptr) dialog = m_dialog.get();
    for (int i = 0; i < 100; ++i) {
      QWidget* focus = QApplication::focusWidget();
      if (focus != nullptr && focus->objectName() == QLatin1String(name)) return true;
      QTest::keyClick(focus != nullptr ? focus : dialog, Qt::Key_Tab);
    }
    return false;
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<MappingDialog> m_dialog;
  QString m_file;
};

PLUMBLINE_WINDOW_TEST(TestMappingDialog)
#include "test_mapping_dialog.moc"
