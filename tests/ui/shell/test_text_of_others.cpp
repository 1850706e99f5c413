// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Names and free texts of signed records may hold anything. Nothing of it is markup, nothing of it
// turns the line around: all pages and dialogs are opened with such records, and every text that Qt
// might take for HTML is looked at.
#include <functional>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QTabBar>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocumentFragment>
#include <QTextEdit>
#include <QThreadPool>

#include "model/decisions/key_file.h"
#include "model/publish/log_directory.h"
#include "model/publish/publish.h"
#include "model/records/visible_text.h"

#include "ui/charts/figure.h"
#include "ui/dialogs/job_runner.h"
#include "ui/dialogs/mapping_dialog.h"
#include "ui/dialogs/publish_dialog.h"
#include "ui/dialogs/vouch_dialog.h"
#include "ui/pages/page_registry.h"
#include "ui/records/record_model.h"
#include "ui/shell/main_window.h"
#include "ui/theme/labels.h"
#include "ui/theme/plain_tip.h"

#include "tests/program.h"
#include "tests/ui/hostile_tables.h"
#include "tests/ui/real_window.h"
#include "tests/ui/window_start.h"

using namespace plumbline;
using test::markups;
using test::turnedLine;

namespace {

enum class Kind { Guessed, Plain, Rich };

/// What a person would see of a text that Qt is left to guess about, or is told to be HTML.
QString seen(const QString& text, Kind kind) {
  const bool rich = kind == Kind::Rich || (kind == Kind::Guessed && Qt::mightBeRichText(text));
  return rich ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
}

/// Whether a mark before this word is gone, as the program's own markup is from what is shown.
bool isMarked(const QString& plain, const QString& word, QChar mark) {
  for (qsizetype at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
    if (at == 0 || plain[at - 1] != mark) return true;
  }
  return false;
}

/// Whether something of others was obeyed instead of shown.
bool isObeyed(const QString& text, Kind kind) {
  const QString plain = seen(text, kind);
  if (isMarked(plain, QStringLiteral("starred"), QLatin1Char('*'))) return true;
  if (isMarked(plain, QStringLiteral("waved"), QLatin1Char('~'))) return true;
  if (plain.contains(QChar(0x202E))) return true;
  for (const QString& word : {QStringLiteral("img src="), QStringLiteral("b>bold"),
                              QStringLiteral("a href=\"nowhere"), QStringLiteral("b>x<")}) {
    const bool has = text.contains(word) || text.contains(word.toHtmlEscaped());
    if (has && !plain.contains(QLatin1Char('<') + word)) return true;
  }
  return false;
}

}  // namespace

class TestTextOfOthers : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    test::startWithSettingsIn(path("settings"));
    publish("plant", Role::Plant, 1,
            {Table::Materials, Table::Sites, Table::Instruments, Table::Intakes, Table::Flows,
             Table::Stocks, Table::Shipments, Table::Jobs, Table::Claims});
    publish("carrier", Role::Carrier, 3, {Table::Hauls});
    publish("receiver", Role::Receiver, 2, {Table::Materials, Table::Instruments, Table::Receipts});
    auto log = LogDirectory::open(path("log").toStdU16String());
    QVERIFY(log.ok() && log->sign("log.example/<b>bold</b>", keyOf(9)).ok());
  }
  void init() {
    m_faults.clear();
    m_met = 0;
  }
  void cleanup() { m_window.reset(); }

  void theTestSeesWhatItLooksFor() {
    for (const QString& markup : markups()) {
      QVERIFY(isObeyed(markup, Kind::Guessed) && isObeyed(markup, Kind::Rich));
      QVERIFY(!isObeyed(markup, Kind::Plain) && !isObeyed(markup.toHtmlEscaped(), Kind::Rich));
      for (const Kind kind : {Kind::Guessed, Kind::Plain, Kind::Rich}) {
        QVERIFY(isObeyed(markup.toHtmlEscaped() + turnedLine(), kind));
      }
    }
    QVERIFY(isObeyed(SentenceLabel::toHtml(test::starredName()), Kind::Rich));
    QVERIFY(isObeyed(SentenceLabel::toPlain(test::starredName()), Kind::Plain));
    QVERIFY(!isObeyed(SentenceLabel::toHtml(visibleLine(test::starredName())), Kind::Rich));
    QVERIFY(!isObeyed(visibleText(visibleLine(test::starredName())), Kind::Plain));
  }

  void tips() {
    for (const QString& markup : markups()) {
      QVERIFY(!isObeyed(plainTip(markup + turnedLine()), Kind::Guessed));
      QVERIFY(seen(plainTip(markup), Kind::Guessed).contains(markup));
    }
    QCOMPARE(plainTip(QStringLiteral("2 < 3\nand 1")), QStringLiteral("2 < 3\nand 1"));
    QCOMPARE(seen(plainTip(QStringLiteral("<b>one</b>\ntwo")), Kind::Guessed),
             QStringLiteral("<b>one</b>\ntwo"));
  }

  void everyPage() {
    openAudit();
    const AuditPtr audit = m_window->controller().audit().result;
    QVERIFY2(audit->findings.size() > 5, qPrintable(QString::number(audit->findings.size())));
    for (const PageEntry& entry : pageRegistry()) {
      m_window->choosePage(entry.id);
      settleAndLook(*m_window, entry.title);
      if (entry.id == PageId::Records) lookAtTables();
      if (entry.id == PageId::Findings) lookAtFindings(*audit);
      if (entry.id == PageId::Evidence) lookAtReasons(*audit);
    }
    noFaults(200);
  }

  void everyDialogOfTheWindow() {
    openAudit();
    int opened = 0;
    for (const char* name : {"actionReference", "actionSettings", "actionHelp", "actionAbout",
                             "actionMakeKey", "actionPublish", "actionPalette"}) {
      auto* action = m_window->findChild<QAction*>(QLatin1String(name));
      QVERIFY2(action != nullptr, name);
      action->trigger();
      settle();
      for (QWidget* top : QApplication::topLevelWidgets()) {
        if (top == m_window.get() || !top->isVisible()) continue;
        ++opened;
        look(QString::fromLatin1(name), top->windowTitle(), Kind::Plain);
        lookAtAll(*top, name);
        top->close();
      }
      lookAtAll(*m_window, name);
    }
    QVERIFY2(opened >= 6, qPrintable(QString::number(opened)));
    noFaults(0);
  }

  void aTableOfSomebody() {
    const std::string heading = test::quotedField(test::hostileName(0));
    const std::string other = test::quotedField(test::hostileName(1));
    const QString file = path("<b>bold<b>.csv");
    put(file, QByteArray::fromStdString("id,net_kg,received_at,material," + heading + "," + other +
                                        "\n1," + heading + ",08.04.2141 13:40," + other + "," +
                                        heading + "," + other + "\n"));
    MappingDialog dialog(file, {}, nullptr);
    QVERIFY(test::showActive(dialog));
    auto* rows = dialog.findChild<QAbstractItemView*>(QStringLiteral("mappingRows"));
    QTRY_VERIFY_WITH_TIMEOUT(rows->model()->rowCount() > 0, test::patience);
    settleAndLook(dialog, "mapping");
    look(QStringLiteral("mapping title"), dialog.windowTitle(), Kind::Plain);
    noFaults(10);
  }

  void aFolderToPublish() {
    QVERIFY(QDir().mkpath(path("bad")));
    put(path("bad/<b>bold<b>.csv"), "a\n1\n");
    put(path("bad/materials.csv"),
        QByteArray::fromStdString("code,name,class,hazardous\nM1,x,product," +
                                  test::quotedField(test::hostileName(1)) + "\n"));
    PublishDialog dialog(nullptr, {}, vault());
    QVERIFY(test::showActive(dialog));
    dialog.findChild<QLineEdit*>(QStringLiteral("publishTables"))->setText(path("bad"));
    auto* files = dialog.findChild<QTableWidget*>(QStringLiteral("publishFiles"));
    QTRY_VERIFY_WITH_TIMEOUT(files->rowCount() > 0, test::patience);
    settleAndLook(dialog, "publish");
    noFaults(2);
  }

  void aFileWithoutASignature() {
    UnsignedFile file;
    file.parties = {test::hostileName(1)};
    file.rows = 3;
    VouchDialog dialog(file, {}, nullptr);
    QVERIFY(test::showActive(dialog));
    settleAndLook(dialog, "vouch");
    noFaults(1);
  }

  void whatCannotBeOpened() {
    makeWindow();
    const QString file = path("<b>bold<b>.plumb");
    put(file, "no archive");
    m_window->openPath(file);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->controller().jobs().isBusy(), test::patience);
    settleAndLook(*m_window, "start");
    noFaults(1);
  }

 private:
  [[nodiscard]] QString path(const char* name) const {
    return m_folder.filePath(QString::fromUtf8(name));
  }
  static void put(const QString& file, const QByteArray& bytes) {
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
  }

  [[nodiscard]] static PrivateKey keyOf(std::uint8_t seed) {
    KeyBytes bytes{};
    bytes.fill(std::byte{seed});
    return PrivateKey::fromSeed(bytes).value();
  }
  void publish(const char* party, Role role, std::uint8_t seed, const std::vector<Table>& tables) {
    QVERIFY(QDir().mkpath(path(party)));
    for (const Table table : tables) {
      const std::string name(tableInfo(table).name);
      put(path(party) + QLatin1Char('/') + QString::fromStdString(name) + QStringLiteral(".csv"),
          QByteArray::fromStdString(test::hostileTable(table, 16)));
    }
    const PublishRequest request{.log = path("log").toStdU16String(),
                                 .tables = path(party).toStdU16String(),
                                 .party = party,
                                 .role = role,
                                 .name = test::hostileName(0),
                                 .operatorName = test::hostileName(1),
                                 .from = "2142-03-01",
                                 .to = "2142-03-31",
                                 .reason = {}};
    const SigningKey key{party, keyOf(seed), KeyJob::Party};
    const auto done = publishTables(request, key.key);
    QVERIFY2(done.ok(), done.ok() ? "" : done.error().text().c_str());
    QFile keys(path("parties.txt"));
    QVERIFY(keys.open(QIODevice::Append));
    QVERIFY(keys.write(QByteArray::fromStdString(trustLine(key, toText(role)))) > 0 &&
            keys.write("\n") == 1);
  }

  [[nodiscard]] static KeyVault vault() {
    KeyVault vault;
    vault.keep = [](const QString&, const QString&) { return QString(); };
    vault.find = [](const QString&) { return QString(); };
    return vault;
  }
  void makeWindow() {
    m_window = std::make_unique<MainWindow>();
    m_window->setKeyVault(vault());
    m_window->controller().setWorkspaceFolder(path("audits"));
    m_window->resize(1440, 900);
    QVERIFY(test::showActive(*m_window));
  }
  void openAudit() {
    makeWindow();
    AuditController& controller = m_window->controller();
    const auto idle = [&] { return !controller.jobs().isBusy(); };
    m_window->openPath(path("log"));
    QTRY_VERIFY_WITH_TIMEOUT(controller.hasAudit() && idle(), test::patience);
    controller.trust(TrustFile::Parties, path("parties.txt"));
    QTRY_COMPARE_WITH_TIMEOUT(controller.audit().result->evidence.parties.size(), std::size_t{3},
                              test::patience);
    QTRY_VERIFY_WITH_TIMEOUT(idle(), test::patience);
  }

  void lookAtTables() {
    for (const TableInfo& info : allTables()) {
      m_window->currentPage()->openItem(
          QString::fromUtf8(info.name.data(), static_cast<qsizetype>(info.name.size())));
      auto* model = m_window->currentPage()->findChild<RecordModel*>();
      QTRY_VERIFY_WITH_TIMEOUT(model != nullptr && !model->counting() &&
                                   (model->rowCount() == 0 || model->row(0) != nullptr),
                               test::patience);
      if (model->rowCount() > 0) {
        for (QAbstractItemView* view :
             m_window->currentPage()->findChildren<QAbstractItemView*>()) {
          if (view->model() == model) view->setCurrentIndex(model->index(0, 1));
        }
      }
      settleAndLook(*m_window, info.name.data());
    }
  }
  void lookAtFindings(const AuditResult& audit) {
    std::set<std::string> rules;
    for (const Finding& finding : audit.findings) {
      if (!rules.insert(finding.rule).second) continue;
      m_window->currentPage()->openItem(QString::fromStdString(finding.id));
      settleAndLook(*m_window, finding.rule.c_str());
    }
    QVERIFY2(rules.size() > 4, qPrintable(QString::number(rules.size())));
  }
  void lookAtReasons(const AuditResult& audit) {
    for (const PartyView& party : audit.evidence.parties) {
      m_window->currentPage()->openItem(QStringLiteral("why/party/") +
                                        QString::fromStdString(party.id));
      settleAndLook(*m_window, "why");
    }
  }

  /// What pages fetch on other threads is there, and what they posted is done.
  static void settle() {
    for (int i = 0; i < 3; ++i) {
      QThreadPool::globalInstance()->waitForDone();
      QApplication::sendPostedEvents();
      QApplication::processEvents();
    }
  }
  void settleAndLook(QWidget& window, const char* page) {
    settle();
    lookAtAll(window, page);
  }
  void lookAtAll(QWidget& window, const char* page) {
    const auto widgets = window.findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
      const QString where =
          QStringLiteral("%1: %2 %3")
              .arg(QLatin1String(page), QLatin1String(widget->metaObject()->className()),
                   widget->objectName());
      look(where + QStringLiteral(" tip"), widget->toolTip());
      look(where + QStringLiteral(" help"), widget->whatsThis());
      look(where + QStringLiteral(" status"), widget->statusTip());
      look(where + QStringLiteral(" name"), widget->accessibleName(), Kind::Plain);
      look(where + QStringLiteral(" description"), widget->accessibleDescription(), Kind::Plain);
      look(where + QStringLiteral(" title"), widget->windowTitle(), Kind::Plain);
      if (const auto* label = qobject_cast<QLabel*>(widget)) lookAt(where, *label);
      if (const auto* button = qobject_cast<QAbstractButton*>(widget))
        look(where, button->text(), Kind::Plain);
      if (const auto* box = qobject_cast<QGroupBox*>(widget))
        look(where, box->title(), Kind::Plain);
      if (const auto* combo = qobject_cast<QComboBox*>(widget)) lookAt(where, *combo->model());
      if (const auto* view = qobject_cast<QAbstractItemView*>(widget)) lookAt(where, view->model());
      if (const auto* figure = qobject_cast<Figure*>(widget)) lookAt(where, *figure);
      if (const auto* edit = qobject_cast<QTextEdit*>(widget))
        look(where, edit->toPlainText(), Kind::Plain);
      if (const auto* box = qobject_cast<QMessageBox*>(widget)) {
        look(where, box->text() + box->informativeText(),
             box->textFormat() == Qt::PlainText ? Kind::Plain : Kind::Guessed);
      }
      if (const auto* tabs = qobject_cast<QTabBar*>(widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
          look(where, tabs->tabToolTip(i));
          look(where, tabs->tabText(i), Kind::Plain);
        }
      }
      const auto actions = widget->actions();
      for (const QAction* action : actions) {
        look(where + QStringLiteral(" action"), action->toolTip());
        look(where + QStringLiteral(" action"), action->text(), Kind::Plain);
      }
    }
  }
  void lookAt(const QString& where, const QLabel& label) {
    const Qt::TextFormat format = label.textFormat();
    look(where, label.text(),
         format == Qt::PlainText  ? Kind::Plain
         : format == Qt::RichText ? Kind::Rich
                                  : Kind::Guessed);
  }
  void lookAt(const QString& where, const QAbstractItemModel& model) { lookAt(where, &model); }
  void lookAt(const QString& where, const QAbstractItemModel* model) {
    if (model == nullptr) return;
    for (int column = 0; column < model->columnCount(); ++column) {
      look(where + QStringLiteral(" head"),
           model->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
      look(where + QStringLiteral(" head"), model->headerData(column, Qt::Horizontal).toString(),
           Kind::Plain);
      for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, column);
        const QString cell = QStringLiteral("%1 %2 %3").arg(where).arg(row).arg(column);
        look(cell + QStringLiteral(" tip"), index.data(Qt::ToolTipRole).toString());
        look(cell + QStringLiteral(" status"), index.data(Qt::StatusTipRole).toString());
        look(cell, index.data(Qt::DisplayRole).toString(), Kind::Plain);
        look(cell + QStringLiteral(" spoken"), index.data(Qt::AccessibleTextRole).toString(),
             Kind::Plain);
      }
    }
  }
  void lookAt(const QString& where, const Figure& figure) {
    for (int i = 0; i < figure.stopCount(); ++i) {
      look(where + QStringLiteral(" stop"), figure.tipAt(i));
      look(where + QStringLiteral(" said"), figure.stop(i).text, Kind::Plain);
    }
  }

  void look(const QString& where, const QString& text, Kind kind = Kind::Guessed) {
    if (text.contains(QStringLiteral("evil")) || text.contains(QStringLiteral("bold"))) ++m_met;
    if (!isObeyed(text, kind)) return;
    const QString fault =
        where + QStringLiteral(": ") + text.left(160).replace(QChar(0x202E), QLatin1Char('!'));
    if (m_faults.size() < 60 && !m_faults.contains(fault)) m_faults << fault;
  }
  /// `least`: so many times the names did come to what was looked at.
  void noFaults(int least) {
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(QLatin1Char('\n'))));
    QVERIFY2(m_met >= least, qPrintable(QString::number(m_met)));
  }

  QTemporaryDir m_folder;
  std::unique_ptr<MainWindow> m_window;
  QStringList m_faults;
  int m_met = 0;
};

PLUMBLINE_WINDOW_TEST(TestTextOfOthers)
#include "test_text_of_others.moc"
