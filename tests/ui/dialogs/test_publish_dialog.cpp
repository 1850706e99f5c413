// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The operator's side in a real window: real folders, keys and logs; file dialogs are answered.

#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include "model/decisions/key_file.h"
#include "model/publish/log_directory.h"

#include "ui/dialogs/mapping_dialog.h"
#include "ui/dialogs/publish_dialog.h"
#include "ui/theme/labels.h"
#include "ui/theme/theme.h"

#include "tests/model/publisher.h"
#include "tests/program.h"
#include "tests/ui/real_window.h"

using namespace plumbline;
namespace fs = std::filesystem;
using test::readBytes;
using test::writeBytes;

namespace {

constexpr int kPatience = 60'000;

std::string shipments(const std::string& kilograms) {
  return "id,document_no,line,dispatched_at,consignee,material,net_kg,carrier\n"
         "S-1,D-1,1,2142-01-05T08:00:00Z,harbour,pellet," +
         kilograms + ",x\n";
}

SigningKey keyOf(const char* name, KeyJob job, char seed) {
  return {name, *PrivateKey::fromSeed(bytesOf(std::string(32, seed))), job};
}

}  // namespace

class TestPublishDialog : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(QStringLiteral("PlumblineTest"));
    QCoreApplication::setOrganizationName(QStringLiteral("PlumblineTest"));
    m_settings = std::make_unique<QTemporaryDir>();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings->path());
    Theme::install(*qApp);
  }
  void init() {
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/pub-é-XXXXXX"));
    QVERIFY(writeKeyFile(path("party.key"), keyOf("north", KeyJob::Party, 'p')).ok());
    QVERIFY(writeKeyFile(path("log.key"), keyOf("north.example/log", KeyJob::Log, 'l')).ok());
    writeBytes(path("tables/shipments.csv"), shipments("1000"));
    open();
  }
  void cleanup() { m_dialog.reset(); }

  void saysWhatIsMissing() {
    QVERIFY(!button("publishNow")->isEnabled());
    QVERIFY(said().startsWith(QStringLiteral("Still missing (7): Folder of tables, Party, Name")));
    field("publishFrom")->setText(QStringLiteral("1 March"));
    QVERIFY(said().contains(QStringLiteral("First day of the period as in 2142-03-31")));
  }

  void tablesAppearWithTheirRows() {
    fill();
    QTRY_COMPARE_WITH_TIMEOUT(files()->rowCount(), 1, kPatience);
    QCOMPARE(cell(0, 0), QStringLiteral("shipments.csv"));
    QCOMPARE(cell(0, 1), QStringLiteral("1"));
    QCOMPARE(cell(0, 2), QStringLiteral("Every row can be read"));
    QTRY_COMPARE(button("publishNow")->text(), QStringLiteral("Publish 1 row"));
    QVERIFY(button("publishNow")->isEnabled());
  }

  void problemsShowTheirPlace_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("said");
    QTest::newRow("a value") << QStringLiteral("shipments.csv")
                             << QString::fromStdString(shipments("heavy"))
                             << QStringList{QStringLiteral("row 1"), QStringLiteral("net_kg"),
                                            QStringLiteral("heavy")};
    QTest::newRow("no table") << QStringLiteral("letter.txt") << QStringLiteral("Dear all")
                              << QStringList{QStringLiteral("This is no table")};
  }
  void problemsShowTheirPlace() {
    QFETCH(QString, file);
    QFETCH(QString, text);
    QFETCH(QStringList, said);
    writeBytes(path("tables") / file.toStdU16String(), text.toStdString());
    fill();
    QTRY_VERIFY_WITH_TIMEOUT(files()->rowCount() > 0, kPatience);
    const QString problem = cell(files()->rowCount() - 1, 2);
    for (const QString& part : said) QVERIFY2(problem.contains(part), qPrintable(problem));
    QVERIFY(!button("publishNow")->isEnabled());
    QVERIFY(this->said().contains(QStringLiteral("tables that can be read")));
  }

  void anybodysTableIsMapped() {
    fs::remove(path("tables/shipments.csv"));
    writeBytes(path("tables/Out 2142.csv"),
               "id;document_no;dispatched_at;consignee;material;net_kg\n"
               "S-1;D-1;2142-01-05T08:00:00Z;harbour;pellet;1000\n");
    fill();
    QTRY_VERIFY_WITH_TIMEOUT(files()->rowCount() == 1 && button("publishMap")->isEnabled(),
                             kPatience);
    QVERIFY(!button("publishNow")->isEnabled());
    button("publishMap")->click();
    auto* mapping = m_dialog->findChild<MappingDialog*>();
    QVERIFY(mapping != nullptr);
    Mapping now;
    now.table = Table::Shipments;
    now.party = "north";
    now.delimiter = ';';
    now.decimal = DecimalMark::Point;
    for (const char* name :
         {"id", "document_no", "dispatched_at", "consignee", "material", "net_kg"}) {
      ColumnRule rule;
      rule.heading = rule.field = name;
      if (rule.field == "dispatched_at") rule.order = DateOrder::YearFirst;
      if (rule.field == "net_kg") rule.unit = Unit::Kilogram;
      now.columns.push_back(rule);
    }
    mapping->startWith(now);
    auto* use = mapping->findChild<QPushButton*>(QStringLiteral("mappingImport"));
    QTRY_VERIFY_WITH_TIMEOUT(use->isEnabled(), kPatience);
    QVERIFY(use->text().startsWith(QStringLiteral("Read 1 row")));
    use->click();
    QTRY_VERIFY_WITH_TIMEOUT(button("publishNow")->isEnabled(), kPatience);
    QVERIFY(fs::exists(path("tables/Out 2142.csv.map.json")));
    QCOMPARE(cell(0, 2), QStringLiteral("Every row can be read"));
  }

  void publishesByKeyboard() {
    fill();
    field("publishLogKey")->setText(text("log.key"));
    QTRY_VERIFY_WITH_TIMEOUT(button("publishNow")->isEnabled(), kPatience);
    QTest::keyClick(field("publishParty"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(button("publishClose")->isVisible(), kPatience);
    QVERIFY(sentence("publishDone").contains(QStringLiteral("1 table with 1 row")));
    QVERIFY(sentence("publishNext").contains(QStringLiteral("the **1** entry")));
    const auto log = LogDirectory::open(path("log"));
    QVERIFY(log.ok());
    QCOMPARE(log->entries().size(), std::size_t{1});
    QCOMPARE(log->checkpointSize(), std::uint64_t{1});
    QVERIFY(!readBytes(path("log/checkpoint")).empty());
  }

  void withoutTheLogsKeyTheCheckpointIsStillToDo() {
    publish();
    QVERIFY(sentence("publishNext").startsWith(QStringLiteral("No checkpoint covers this entry")));
    QCOMPARE(LogDirectory::open(path("log"))->checkpointSize(), std::uint64_t{0});
  }

  void correctionsNeedAReason() {
    publish();
    writeBytes(path("tables/shipments.csv"), shipments("900"));
    open();
    fill();
    QTRY_VERIFY_WITH_TIMEOUT(button("publishNow")->isEnabled(), kPatience);
    button("publishNow")->click();
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(QStringLiteral("needs a reason")), kPatience);
    QVERIFY(said().endsWith(QStringLiteral("Nothing was published.")));
    QCOMPARE(m_dialog->focusWidget(), field("publishReason"));
    QCOMPARE(LogDirectory::open(path("log"))->entries().size(), std::size_t{1});
    field("publishReason")->setText(QStringLiteral("the scale was read wrongly"));
    button("publishNow")->click();
    QTRY_VERIFY_WITH_TIMEOUT(button("publishClose")->isVisible(), kPatience);
    QVERIFY(sentence("publishDone").contains(QStringLiteral("Earlier records corrected: 1")));
  }

  void aKeyOfAnotherJobIsRefused() {
    fill();
    field("publishKey")->setText(text("log.key"));
    QTRY_VERIFY_WITH_TIMEOUT(button("publishNow")->isEnabled(), kPatience);
    button("publishNow")->click();
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(QStringLiteral("another job")), kPatience);
    QVERIFY(!QDir(text("log")).exists() || LogDirectory::open(path("log"))->entries().empty());
  }

  void aWrongLogKeyWritesNothing() {
    fill();
    field("publishLogKey")->setText(text("party.key"));
    QTRY_VERIFY_WITH_TIMEOUT(button("publishNow")->isEnabled(), kPatience);
    button("publishNow")->click();
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(QStringLiteral("another job")), kPatience);
    QVERIFY(!QDir(text("log")).exists() || LogDirectory::open(path("log"))->entries().empty());
  }

  void theFormIsKeptButNotPeriodAndReason() {
    publish();
    open();
    QCOMPARE(field("publishParty")->text(), QStringLiteral("north"));
    QCOMPARE(field("publishKey")->text(), text("party.key"));
    QVERIFY(field("publishFrom")->text().isEmpty());
    QVERIFY(field("publishReason")->text().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(files()->rowCount(), 1, kPatience);
  }

  void foldersAreChosen() {
    button("publishTablesChoose")->click();
    QCOMPARE(field("publishTables")->text(), text("tables"));
    button("publishKeyChoose")->click();
    QCOMPARE(field("publishKey")->text(), text("party.key"));
  }

  void everyLookAndDirectionCanBeKept() {
    const QString folder = qEnvironmentVariable("PLUMBLINE_PICTURES");
    writeBytes(path("tables/receipts.csv"), "id,net_kg\nR-1,heavy\n");
    fill();
    QTRY_COMPARE_WITH_TIMEOUT(files()->rowCount(), 2, kPatience);
    const std::pair<ThemeChoice, QString> looks[] = {
        {ThemeChoice::Dark, QStringLiteral("dark")},
        {ThemeChoice::HighContrast, QStringLiteral("contrast")},
        {ThemeChoice::Light, QStringLiteral("light")}};
    for (const auto& [look, name] : looks) {
      Theme::instance().setChoice(look);
      for (const Qt::LayoutDirection direction : {Qt::RightToLeft, Qt::LeftToRight}) {
        m_dialog->setLayoutDirection(direction);
        QCoreApplication::processEvents();
        const QImage image = m_dialog->grab().toImage();
        QCOMPARE(QColor(image.pixel(image.width() / 2, 2)), roles()[ColorRole::Window]);
        const QString file = QStringLiteral("publish-%1-%2.png").arg(name).arg(int(direction));
        if (!folder.isEmpty()) QVERIFY(image.save(QDir(folder).filePath(file)));
      }
    }
  }

  void everyControlHasAName() {
    QCOMPARE(test::unnamedControl(*m_dialog), QString());
  }

 private:
  [[nodiscard]] fs::path path(const char* name) const {
    return fs::path(m_folder->path().toStdU16String()) / name;
  }
  [[nodiscard]] QString text(const char* name) const {
    return m_folder->filePath(QLatin1String(name));
  }
  void open() {
    m_dialog = std::make_unique<PublishDialog>(
        nullptr,
        PublishPaths{[this](QWidget*, const QString&) { return text("tables"); },
                     [this](QWidget*, const QString&) { return text("party.key"); }},
        KeyVault{[](const QString&, const QString&) { return QString(); },
                 [](const QString&) { return QString(); }});
    QVERIFY(test::showActive(*m_dialog));
  }
  void fill() const {
    field("publishTables")->setText(text("tables"));
    field("publishParty")->setText(QStringLiteral("north"));
    field("publishName")->setText(QStringLiteral("EcoSphere North"));
    field("publishFrom")->setText(QStringLiteral("2142-01-01"));
    field("publishTo")->setText(QStringLiteral("2142-01-31"));
    field("publishKey")->setText(text("party.key"));
    field("publishLog")->setText(text("log"));
  }
  void publish() const {
    fill();
    QTRY_VERIFY_WITH_TIMEOUT(button("publishNow")->isEnabled(), kPatience);
    button("publishNow")->click();
    QTRY_VERIFY_WITH_TIMEOUT(button("publishClose")->isVisible(), kPatience);
  }
  [[nodiscard]] QLineEdit* field(const char* name) const {
    return m_dialog->findChild<QLineEdit*>(QLatin1String(name));
  }
  [[nodiscard]] QPushButton* button(const char* name) const {
    return m_dialog->findChild<QPushButton*>(QLatin1String(name));
  }
  [[nodiscard]] QString sentence(const char* name) const {
    return m_dialog->findChild<SentenceLabel*>(QLatin1String(name))->sentence();
  }
  [[nodiscard]] QString said() const { return sentence("publishOpen"); }
  [[nodiscard]] QTableWidget* files() const { return m_dialog->findChild<QTableWidget*>(); }
  [[nodiscard]] QString cell(int row, int column) const {
    return files()->item(row, column)->text();
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<QTemporaryDir> m_settings;
  std::unique_ptr<PublishDialog> m_dialog;
};

PLUMBLINE_WINDOW_TEST(TestPublishDialog)
#include "test_publish_dialog.moc"
