// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every page in a language that nobody speaks: what stays in English was never translated, and what
// is longer than in English must still be seen.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QGroupBox>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QMenuBar>
#include <QProcess>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "ui/charts/figure.h"
#include "ui/charts/svg_picture.h"
#include "ui/dialogs/author_dialogs.h"
#include "ui/dialogs/case_dialog.h"
#include "ui/dialogs/compare_dialog.h"
#include "ui/dialogs/enter_claim_dialog.h"
#include "ui/dialogs/job_runner.h"
#include "ui/dialogs/make_key_dialog.h"
#include "ui/dialogs/mapping_dialog.h"
#include "ui/dialogs/names_dialog.h"
#include "ui/dialogs/old_keys_dialog.h"
#include "ui/dialogs/publish_dialog.h"
#include "ui/dialogs/vouch_dialog.h"
#include "ui/pages/belief_view.h"
#include "ui/pages/page_registry.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/main_window.h"
#include "ui/shell/reference_dialog.h"
#include "ui/theme/labels.h"
#include "ui/words/finding_words.h"
#include "ui/words/trust_words.h"

#include "tests/program.h"
#include "tests/ui/pseudo_language.h"
#include "tests/ui/real_window.h"
#include "tests/ui/window_start.h"

using namespace plumbline;

namespace {

/// What one widget shows or says.
struct Shown {
  QString where, text;
};

void addModel(std::vector<Shown>& shown, const QString& where, const QAbstractItemModel& model,
              const QModelIndex& parent, int depth = 0) {
  constexpr int mostRows = 40;
  for (const Qt::Orientation way : {Qt::Horizontal, Qt::Vertical}) {
    const int sections = way == Qt::Horizontal ? model.columnCount(parent) : 0;
    for (int i = 0; i < sections && depth == 0; ++i) {
      for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole}) {
        shown.push_back(
            {where + QStringLiteral(" heading"), model.headerData(i, way, role).toString()});
      }
    }
  }
  for (int row = 0; row < std::min(mostRows, model.rowCount(parent)); ++row) {
    for (int column = 0; column < model.columnCount(parent); ++column) {
      const QModelIndex cell = model.index(row, column, parent);
      for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole}) {
        shown.push_back({where + QStringLiteral(" cell"), cell.data(role).toString()});
      }
      if (depth < 3) addModel(shown, where, model, cell, depth + 1);
    }
  }
}

/// The texts that a figure only paints, as its picture for print has them.
void addPainted(std::vector<Shown>& shown, const QString& where, const Figure& figure) {
  const QSizeF size = figure.printSize();
  QXmlStreamReader svg(svgPicture(size, {QStringLiteral("look"), {}, {}}, [&](QPainter* painter) {
    figure.paintPrint(painter, QRectF(QPointF(), size));
  }));
  while (!svg.atEnd()) {
    if (svg.readNext() != QXmlStreamReader::StartElement || svg.name() != QLatin1String("text"))
      continue;
    shown.push_back({where + QStringLiteral(" painted"),
                     svg.readElementText(QXmlStreamReader::IncludeChildElements)});
  }
}

void addActions(std::vector<Shown>& shown, const QWidget& widget) {
  for (const QAction* action : widget.actions()) {
    const QString where = QStringLiteral("action ") + action->objectName();
    shown.push_back({where, action->text()});
    shown.push_back({where, action->toolTip()});
  }
}

std::vector<Shown> shownBy(const QWidget& widget) {
  const QString where =
      QLatin1String(widget.metaObject()->className()) + QLatin1Char(' ') + widget.objectName();
  std::vector<Shown> shown;
  // What a reference table says of itself is the table's, as in the list of them below.
  if (widget.objectName() == QLatin1String("referenceSource")) return shown;
  for (const QString& text : {widget.toolTip(), widget.accessibleName(),
                              widget.accessibleDescription(), widget.statusTip()}) {
    shown.push_back({where, text});
  }
  if (widget.isWindow()) shown.push_back({where, widget.windowTitle()});
  if (const auto* label = qobject_cast<const QLabel*>(&widget))
    shown.push_back({where, label->text()});
  if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
    shown.push_back({where, button->text()});
  }
  if (const auto* field = qobject_cast<const QLineEdit*>(&widget)) {
    shown.push_back({where, field->placeholderText()});
  }
  if (const auto* box = qobject_cast<const QGroupBox*>(&widget))
    shown.push_back({where, box->title()});
  if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
    for (int i = 0; i < tabs->count(); ++i) {
      shown.push_back({where, tabs->tabText(i)});
      shown.push_back({where, tabs->tabToolTip(i)});
    }
  }
  if (const auto* choice = qobject_cast<const QComboBox*>(&widget)) {
    for (int i = 0; i < choice->count(); ++i) shown.push_back({where, choice->itemText(i)});
  }
  const auto* view = qobject_cast<const QAbstractItemView*>(&widget);
  // Headings are walked with their table. What a reference table says of itself is the table's.
  if (view != nullptr && view->model() != nullptr &&
      qobject_cast<const QHeaderView*>(view) == nullptr &&
      view->objectName() != QLatin1String("referenceTables")) {
    addModel(shown, where, *view->model(), view->rootIndex());
  }
  if (const auto* figure = qobject_cast<const Figure*>(&widget)) {
    for (int i = 0; i < figure->stopCount(); ++i) {
      shown.push_back({where, figure->stop(i).text});
      shown.push_back({where, figure->tipAt(i)});
    }
    addPainted(shown, where, *figure);
  }
  if (const auto* live = qobject_cast<const LiveLabel*>(&widget))
    shown.push_back({where, live->text()});
  addActions(shown, widget);
  return shown;
}

/// A label or button that is narrower or lower than its words, and does not tell them otherwise.
bool isCutOff(const QWidget& widget) {
  if (!widget.toolTip().isEmpty()) return false;
  if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
    if (label->text().isEmpty()) return false;
    if (label->wordWrap()) return label->height() < label->heightForWidth(label->width());
    return label->width() < label->sizeHint().width();
  }
  const auto* button = qobject_cast<const QAbstractButton*>(&widget);
  return button != nullptr && !button->text().isEmpty() &&
         button->width() < button->minimumSizeHint().width();
}

}  // namespace

class TestPseudoLanguage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void everyPageIsTranslated_data() { sizes(); }
  void everyPageIsTranslated();
  void figuresAreReadAsTheyArePainted();
  void dialogsAndMenusAreTranslated();
  void dialogsOfKeysAndAuthorsAreTranslated();
  void nothingIsCutOff_data() { sizes(); }
  void nothingIsCutOff();
  void lupdateFindsWhatIsAskedFor();
  void errorsOfTheModelAreTranslated();

 private:
  static void sizes();
  void look(QDialog& dialog, QStringList& found) const;
  [[nodiscard]] QString path(const char* name) const {
    return m_folder.filePath(QLatin1String(name));
  }
  void learnNames();
  void learnName(const QString& name);
  [[nodiscard]] QString withoutNames(const QString& shown) const;
  [[nodiscard]] QStringList wordsOfOurs(const QString& shown) const;
  /// One line for each English text that the visible widgets of the window show.
  [[nodiscard]] QStringList englishIn(const QWidget& window) const;
  [[nodiscard]] QStringList cutOffIn(const QWidget& window) const;
  /// Page after page, and the parts of pages that take its place.
  void onEveryPage(const std::function<void(const QString& page)>& look);

  QTemporaryDir m_folder;
  test::PseudoLanguage m_language;
  QSet<QString> m_names;
  std::unique_ptr<MainWindow> m_window;
};

void TestPseudoLanguage::initTestCase() {
  QVERIFY(QCoreApplication::installTranslator(&m_language));
  test::startWithSettingsIn(path("settings"));
  QVERIFY(test::makePlant(path("plant"), {.months = 3, .relabel = 200'000}));
  learnNames();
  m_window = std::make_unique<MainWindow>();
  m_window->controller().setWorkspaceFolder(path("audits"));
  m_window->resize(1440, 900);
  QVERIFY(test::showActive(*m_window));
  m_window->openPath(path("plant"));
  QTRY_VERIFY_WITH_TIMEOUT(m_window->controller().hasAudit(), test::patience);
  QTRY_VERIFY_WITH_TIMEOUT(!m_window->controller().jobs().isBusy(), test::patience);
  // Statements are signed in base64, their names are not found by reading.
  const AuditResult& audit = *m_window->controller().audit().result;
  QStringList names{QString::fromStdString(audit.title), QString::fromStdString(audit.subtitle),
                    QString::fromStdString(audit.plan.toleranceProfile),  // as the plan's file has it
                    // Nodes and sources, which the tables write in small letters.
                    QStringLiteral("air"), QStringLiteral("bunker"), QStringLiteral("yard"),
                    QStringLiteral("compost"), QStringLiteral("Household"),
                    QStringLiteral("Commercial"), QStringLiteral("Green")};
  for (const PartyView& party : audit.evidence.parties) names << words::nameOf(party);
  for (const QString& name : std::as_const(names)) m_names.insert(name);
}

/// Names and ids of the plant's files; headings and the plain words of the tables, such as the
/// class of a material, are none: they are translated where they are shown.
void TestPseudoLanguage::learnNames() {
  static const QRegularExpression cell(QStringLiteral("[^,\"\\n\\t]+"));
  static const QRegularExpression token(QStringLiteral("[^,\"\\s+]+"));
  QDirIterator files(path("plant"), QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QString text = QString::fromUtf8(file.readAll());
    const bool table = file.fileName().endsWith(QLatin1String(".csv"));
    if (table) text = text.section(QLatin1Char('\n'), 1);
    auto found = (table ? cell : token).globalMatch(text);
    while (found.hasNext()) learnName(found.next().captured());
    learnName(files.fileName());
  }
}

void TestPseudoLanguage::learnName(const QString& name) {
  static const QRegularExpression ofNames(QStringLiteral("[A-Z0-9-]"));
  if (name.contains(ofNames) && !test::plainWords(name).isEmpty()) m_names.insert(name);
}

/// What stays as it is in every language.
QString TestPseudoLanguage::withoutNames(const QString& shown) const {
  static const QRegularExpression keys(
      QStringLiteral("\\b((Ctrl|Alt|Shift)\\+)+(Left|Right|Home|.)"));
  static const QRegularExpression digests(
      QStringLiteral("\\b([0-9a-f]{64}|[0-9a-f]{4}( [0-9a-f]{4})+)\\b"));
  QString text = shown;
  static const QRegularExpression encodings(QStringLiteral("\\b(UTF|Windows)-\\d+( [LB]E)?"));
  text.remove(keys).remove(digests).remove(encodings);
  for (const Finding& finding : m_window->controller().audit().result->findings) {
    text.remove(words::ruleSource(finding.rule));  // acts and conventions
  }
  QStringList names = m_names.values();
  std::sort(names.begin(), names.end(), [](const QString& a, const QString& b) {
    return a.size() == b.size() ? a < b : a.size() > b.size();
  });
  for (const QString& name : std::as_const(names)) {
    qsizetype at = 0;
    while ((at = text.indexOf(name, at)) >= 0) {
      const QString around = text.mid(at - 1, at > 0 ? 1 : 0) + text.mid(at + name.size(), 1);
      const bool whole = std::none_of(around.begin(), around.end(), [](QChar c) {
        return c.unicode() < 128 && c.isLetterOrNumber();
      });
      if (whole)
        text.remove(at, name.size());
      else
        ++at;
    }
  }
  return text;
}

QStringList TestPseudoLanguage::wordsOfOurs(const QString& shown) const {
  if (test::plainWords(shown).isEmpty()) return {};
  return test::plainWords(withoutNames(shown));
}

QStringList TestPseudoLanguage::englishIn(const QWidget& window) const {
  QList<const QWidget*> widgets{&window};
  const auto children = window.findChildren<QWidget*>();
  for (const QWidget* child : children) {
    if (child->isVisible() && !child->objectName().startsWith(QLatin1String("qt_")))
      widgets << child;
  }
  QStringList found;
  for (const QWidget* widget : std::as_const(widgets)) {
    for (const Shown& shown : shownBy(*widget)) {
      const QStringList english = wordsOfOurs(shown.text);
      if (english.isEmpty()) continue;
      const QString line =
          QStringLiteral("%1: “%2” in “%3”")
              .arg(shown.where, english.join(QLatin1Char(' ')), shown.text.left(160));
      if (!found.contains(line)) found << line;
    }
  }
  return found;
}

QStringList TestPseudoLanguage::cutOffIn(const QWidget& window) const {
  QStringList found;
  const auto children = window.findChildren<QWidget*>();
  for (QWidget* child : children) {
    if (!child->isVisible() || !isCutOff(*child)) continue;
    child->grab();  // one that gives way tells the whole in a tip once it is painted
    if (!isCutOff(*child)) continue;
    const auto* label = qobject_cast<const QLabel*>(child);
    const auto* button = qobject_cast<const QAbstractButton*>(child);
    const QString text = label != nullptr ? label->text() : button->text();
    found << QStringLiteral("%1 %2: “%3”, %4 of %5 px, %6 of %7 px high")
                 .arg(QLatin1String(child->metaObject()->className()), child->objectName(),
                      text.left(80))
                 .arg(child->width())
                 .arg(child->sizeHint().width())
                 .arg(child->height())
                 .arg(child->heightForWidth(child->width()));
  }
  return found;
}

void TestPseudoLanguage::onEveryPage(const std::function<void(const QString&)>& look) {
  const auto settle = [this] {
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->controller().jobs().isBusy(), test::patience);
    QTest::qWait(200);  // tables load their first rows behind the page
  };
  const std::filesystem::path& workspace = m_window->controller().audit().workspace;
  m_names.insert(QDir::toNativeSeparators(QString::fromStdU16String(workspace.u16string())));
  m_window->showStart();
  settle();
  look(QStringLiteral("start"));
  for (const PageEntry& entry : pageRegistry()) {
    m_window->choosePage(entry.id);
    settle();
    look(QLatin1String(entry.title));
  }
  const EvidenceReport& evidence = m_window->controller().audit().result->evidence;
  QStringList subjects{QStringLiteral("trust"), BeliefView::subjectOf(evidence.parties.front())};
  for (std::size_t i = 0; i < evidenceQuestionCount; ++i) {
    subjects << BeliefView::subjectOf(static_cast<EvidenceQuestion>(i));
  }
  for (const QString& subject : std::as_const(subjects)) {
    m_window->goTo({PageId::Evidence, QStringLiteral("why/") + subject});
    settle();
    look(QStringLiteral("why/") + subject);
  }
}

/// A narrow window has other words than a wide one.
void TestPseudoLanguage::sizes() {
  QTest::addColumn<QSize>("size");
  QTest::newRow("wide") << QSize(1440, 900);
  QTest::newRow("compact") << QSize(1024, 700);
}

void TestPseudoLanguage::everyPageIsTranslated() {
  QFETCH(QSize, size);
  m_window->resize(size);
  QStringList found;
  onEveryPage([&](const QString& page) {
    for (const QString& line : englishIn(*m_window)) {
      if (!found.contains(line))
        found << line;
      else
        continue;
      qWarning("%s: %s", qPrintable(page), qPrintable(line));
    }
  });
  QCOMPARE(found.size(), 0);
}

/// Otherwise the walk over the pages sees nothing of what is only painted.
void TestPseudoLanguage::figuresAreReadAsTheyArePainted() {
  m_window->choosePage(PageId::Balance);
  QTRY_VERIFY_WITH_TIMEOUT(!m_window->controller().jobs().isBusy(), test::patience);
  std::vector<Shown> shown;
  const auto figures = m_window->findChildren<Figure*>();
  for (const Figure* figure : figures) {
    if (figure->isVisible()) addPainted(shown, QString(), *figure);
  }
  const auto ours = std::count_if(shown.begin(), shown.end(), [](const Shown& each) {
    return each.text.contains(QChar(0x27E6));
  });
  QVERIFY2(ours > 10, qPrintable(QString::number(ours)));
}

void TestPseudoLanguage::look(QDialog& dialog, QStringList& found) const {
  dialog.show();
  QTest::qWait(200);  // a table is read behind its dialog
  (void)QTest::qWaitFor([&] { return cutOffIn(dialog).isEmpty(); }, 3'000);
  found << englishIn(dialog) << cutOffIn(dialog);
}

/// Those that a plant's own files never open.
void TestPseudoLanguage::dialogsOfKeysAndAuthorsAreTranslated() {
  const AuditResult& audit = *m_window->controller().audit().result;
  const PartyView& party = audit.evidence.parties.front();
  const auto key = NoteVerifier::fromVkey(party.vkey);
  QVERIFY(key.ok());
  AuthorsWord author;
  author.name = "Auditor-1";
  author.vkey = party.vkey;
  author.fingerprint = party.fingerprint;
  author.names = {{party.role, party.id, *key}};
  UnsignedFile file;
  file.rows = 3;
  file.bytes = 1'240;
  file.parties = {party.id};
  OldList list;
  TrustedKey kept;
  kept.job = "party";
  kept.name = party.id;
  kept.fingerprint = party.fingerprint;
  list.keys = {kept};
  list.digest = "0011223344556677";
  m_names.insert(QString::fromStdString(author.name));
  CompareAuthorDialog compare(author, nullptr);
  TakeWordDialog word(author, nullptr);
  TakeNamesDialog names(author, audit.evidence.parties, nullptr);
  VouchDialog vouch(file, {}, nullptr);
  OldKeysDialog old(list, nullptr);
  QStringList found;
  AliasSuggestion suggestion;
  suggestion.pair = NamePair::of(NameKind::Party, "HR Ltd", "harbour", true);
  suggestion.stray = "HR Ltd";
  suggestion.loads = 4;
  for (int i = 0; i <= static_cast<int>(AliasReasonKind::ReceivedAsOther); ++i) {
    suggestion.reasons.push_back({static_cast<AliasReasonKind>(i), 2, 4});
  }
  for (const char* name : {"HR Ltd", "harbour"}) m_names.insert(QLatin1String(name));
  NamesDialog spellings({}, {suggestion}, {}, nullptr);
  AuditComparison both;
  both.ours = both.theirs = m_window->controller().audit().result;
  both.ourRoot = both.theirRoot = audit.evidence.root;
  both.files = {{Hash(), "hauls.csv", "table", 12, Having::OnlyTheirs}, {Hash(), "loads.csv", "table", 9, Having::OnlyOurs}};
  for (int i = 0; i <= static_cast<int>(Histories::CannotTell); ++i) {
    both.logs.push_back({"log.example/" + std::to_string(i), party.id, static_cast<Histories>(i), 4, 5, 3});
  }
  for (const char* name : {"hauls.csv", "loads.csv", "theirs.plumb"}) m_names.insert(QLatin1String(name));
  for (const Hash& digest : {audit.resultsDigest, audit.evidence.root, audit.plan.digest()}) {
    m_names.insert(QString::fromStdString(digest.hex()).left(16));
  }
  for (const ComparedLog& log : both.logs) m_names.insert(QString::fromStdString(log.origin));
  CompareDialog sides(both, QStringLiteral("theirs.plumb"), nullptr);
  const std::vector<PublicCase> known = publicCases().value();
  for (const PublicCase& made : known) {
    for (const CaseFile& each : made.files) m_names.insert(QString::fromStdString(each.name));
  }
  CaseDialog cases(known, [](QWidget*) { return QStringList(); }, nullptr);
  QDialog* const dialogs[] = {&compare, &word, &names, &vouch, &old, &spellings, &sides, &cases};
  for (QDialog* dialog : dialogs) look(*dialog, found);
  for (const QString& line : std::as_const(found)) qWarning("%s", qPrintable(line));
  QCOMPARE(found.size(), 0);
}

void TestPseudoLanguage::dialogsAndMenusAreTranslated() {
  QStringList found;
  // Recent audits say where they are.
  learnName(QDir::toNativeSeparators(
      QString::fromStdU16String(m_window->controller().audit().workspace.u16string())));
  const auto menus = m_window->findChildren<QMenu*>();
  QVERIFY(menus.size() > 4);
  for (QMenu* menu : menus) {
    Q_EMIT menu->aboutToShow();
    found << englishIn(*menu);
  }
  const AuditResult& audit = *m_window->controller().audit().result;
  QFile table(path("table-1.csv"));
  QVERIFY(table.open(QIODevice::WriteOnly));
  table.write("FOO;BAR;WANN\n1,5;AB-1;03.04.2141\n2,5;AB-2;05.06.2141\n");
  table.close();
  learnName(QStringLiteral("table-1.csv"));
  const QSet<QString> headings{QStringLiteral("FOO"), QStringLiteral("BAR"), QStringLiteral("WANN"),
                               QStringLiteral("AB")};
  m_names += headings;
  SettingsDialog settings(nullptr);
  HelpDialog help(nullptr);
  help.showPage(QString(), helpOf(PageId::Balance));
  EnterClaimDialog claim(audit, nullptr);
  MakeKeyDialog key(nullptr, {}, KeyVault());
  PublishDialog publish(nullptr, PublishPaths(), KeyVault());
  ReferenceDialog reference(m_window->controller(), ReferencePaths(), nullptr);
  MappingDialog mapping(table.fileName(), MappingFiles(), nullptr);
  QDialog* const dialogs[] = {&settings, &help, &claim, &key, &publish, &reference, &mapping};
  for (QDialog* dialog : dialogs) look(*dialog, found);
  for (const QString& line : std::as_const(found)) qWarning("%s", qPrintable(line));
  QCOMPARE(found.size(), 0);
}

void TestPseudoLanguage::errorsOfTheModelAreTranslated() {
  QFile broken(path("broken-audit.plumb"));
  QVERIFY(broken.open(QIODevice::WriteOnly));
  broken.write("no audit file");
  broken.close();
  learnName(QStringLiteral("broken-audit.plumb"));
  Failure failure;
  QObject until;  // the end of this test
  connect(&m_window->controller(), &AuditController::failed, &until,
          [&failure](const Failure& told) { failure = told; });
  m_window->openPath(path("broken-audit.plumb"));
  QTRY_VERIFY_WITH_TIMEOUT(!failure.heading.isEmpty(), test::patience);
  QStringList told{failure.heading, failure.sentence, failure.meaning};
  for (const ErrorPlace& place : failure.places) {
    told << place.where << place.found << place.expected << place.problem;
  }
  for (const QString& text : std::as_const(told)) {
    QVERIFY2(wordsOfOurs(text).isEmpty(), qPrintable(text));
  }
  for (const QString& line : englishIn(*m_window)) QVERIFY2(false, qPrintable(line));
}

void TestPseudoLanguage::nothingIsCutOff() {
  QFETCH(QSize, size);
  m_window->resize(size);
  QStringList found;
  onEveryPage([&](const QString& page) {
    // A page that was just filled lays itself out once more.
    (void)QTest::qWaitFor([&] { return cutOffIn(*m_window).isEmpty(); }, 3'000);
    for (const QString& line : cutOffIn(*m_window)) {
      if (found.contains(line)) continue;
      found << line;
      qWarning("%s: %s", qPrintable(page), qPrintable(line));
    }
  });
  QCOMPARE(found.size(), 0);
}

/// A text that lupdate reads in another context, or not at all, is in no translator's file.
void TestPseudoLanguage::lupdateFindsWhatIsAskedFor() {
  const QString lupdate =
      QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate");
  QVERIFY2(QFile::exists(lupdate), qPrintable(lupdate));
  const QString sources = QStringLiteral(PLUMBLINE_SOURCE_DIR);
  const QString file = path("all.ts");
  QProcess process;
  process.start(lupdate, {QStringLiteral("-silent"), QStringLiteral("-I"), sources,
                          sources + QStringLiteral("/ui"), sources + QStringLiteral("/app"),
                          QStringLiteral("-ts"), file});
  QVERIFY(process.waitForFinished(test::patience) && process.exitCode() == 0);
  QFile found(file);
  QVERIFY(found.open(QIODevice::ReadOnly));
  QXmlStreamReader reader(&found);
  std::set<test::PseudoLanguage::Text> texts;
  test::PseudoLanguage::Text text;
  while (!reader.atEnd()) {
    const auto token = reader.readNext();
    const QString name = reader.name().toString();
    if (token == QXmlStreamReader::EndElement && name == QLatin1String("message"))
      texts.insert(text);
    if (token != QXmlStreamReader::StartElement) continue;
    if (name == QLatin1String("message")) text.comment.clear();
    if (name == QLatin1String("name")) text.context = reader.readElementText().toStdString();
    if (name == QLatin1String("source")) text.source = reader.readElementText().toStdString();
    if (name == QLatin1String("comment")) text.comment = reader.readElementText().toStdString();
  }
  QVERIFY(texts.size() > 1500);
  int missing = 0;
  for (const auto& asked : m_language.asked()) {
    // Qt's own texts: a class of ours that lacks Q_OBJECT is told by lupdate.
    if (asked.context.starts_with("Q")) continue;
    if (asked.source.empty() || texts.contains(asked)) continue;
    qWarning("%s: “%s” (%s)", asked.context.c_str(), asked.source.c_str(), asked.comment.c_str());
    ++missing;
  }
  QCOMPARE(missing, 0);
}

PLUMBLINE_WINDOW_TEST(TestPseudoLanguage)
#include "test_pseudo_language.moc"
