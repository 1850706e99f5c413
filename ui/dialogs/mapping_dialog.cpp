// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/mapping_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTimeZone>

#include "model/mapping/headings.h"
#include "model/readers/mapped_reader.h"
#include "model/records/visible_text.h"
#include "model/store/safe_file.h"

#include "ui/dialogs/job_runner.h"
#include "ui/records/record_format.h"
#include "ui/tables/problem_table.h"
#include "ui/theme/components.h"
#include "ui/theme/layout_tools.h"
#include "ui/words/error_words.h"
#include "ui/words/format.h"
#include "ui/words/mapping_words.h"

namespace plumbline {
namespace {

constexpr std::size_t mostProblems = 10'000;

QString qt(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::filesystem::path pathOf(const QString& path) {
  return std::filesystem::path(path.toStdU16String());
}

/// Chooses the entry with this data without telling anybody; -1 where there is none.
void choose(QComboBox* combo, const QVariant& data) {
  const QSignalBlocker quiet(combo);
  combo->setCurrentIndex(combo->findData(data));
}

QString sizeText(qint64 bytes) {
  if (bytes < 1'000'000) return MappingDialog::tr("%1 kB").arg(formatCount((bytes + 999) / 1000));
  return MappingDialog::tr("%1 MB").arg(formatCount((bytes + 500'000) / 1'000'000));
}

/// Reads all rows and keeps the first of those that cannot be used.
Result<MappingDialog::Trial> tryOut(const std::filesystem::path& file, const Mapping& mapping,
                                    const Progress& progress) {
  MappingDialog::Trial trial;
  ImportOptions options;
  options.mappings.emplace(file, mapping);
  const auto keep = [&trial](const QuarantinedRow& row) {
    if (trial.problems.size() < mostProblems) trial.problems.push_back(row);
  };
  PLUMBLINE_TRY(found, tryImport(file, options, keep, progress));
  trial.good = found.good;
  trial.bad = found.bad;
  return trial;
}

}  // namespace

MappingFiles MappingFiles::ofTheSystem() {
  MappingFiles files;
  files.save = [](QWidget* parent, const QString& suggestion) {
    return QFileDialog::getSaveFileName(parent, MappingDialog::tr("Save"), suggestion);
  };
  files.load = [](QWidget* parent) {
    return QFileDialog::getOpenFileName(parent, MappingDialog::tr("Use a template"), QString(),
                                        MappingDialog::tr("Templates (*.json);;All files (*)"));
  };
  return files;
}

MappingDialog::MappingDialog(const QString& path, MappingFiles files, QWidget* parent)
    : QDialog(parent),
      m_path(path),
      m_files(std::move(files)),
      m_model(new MappingModel(this)),
      m_jobs(new JobRunner(this)) {
  setObjectName(QStringLiteral("mappingDialog"));
  setWindowTitle(tr("Import %1").arg(visibleLine(QFileInfo(path).fileName())));
  build();
  resize(px(960), px(660));
  connect(m_model, &MappingModel::mappingChanged, this, &MappingDialog::follow);
}

void MappingDialog::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  if (!m_survey) survey();
}

QComboBox* MappingDialog::addCombo(QHBoxLayout* row, const QString& label, const char* name) {
  auto* words = new TextLabel(TextRole::Body, label, this);
  words->setColor(ColorRole::Muted);
  auto* combo = new QComboBox(this);
  combo->setObjectName(QLatin1String(name));
  combo->setAccessibleName(label);
  words->setBuddy(combo);
  row->addWidget(words);
  row->addWidget(combo);
  row->addSpacing(px(12));
  return combo;
}

QWidget* MappingDialog::makeSettings() {
  auto* area = new QWidget(this);
  auto* row = new QHBoxLayout(area);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(8));
  m_table = addCombo(row, tr("Table"), "mappingTable");
  m_text = addCombo(row, tr("Text"), "mappingText");
  m_between = addCombo(row, tr("Between fields"), "mappingBetween");
  m_sheet = addCombo(row, tr("Sheet"), "mappingSheet");
  m_decimals = addCombo(row, tr("Decimals"), "mappingDecimals");
  m_dates = addCombo(row, tr("Dates"), "mappingDates");
  row->addStretch();
  for (const TableInfo& info : allTables()) {
    m_table->addItem(nameOf(info.table), static_cast<int>(info.table));
  }
  for (const TextEncoding encoding : {TextEncoding::Utf8, TextEncoding::Windows1252,
                                      TextEncoding::Utf16Le, TextEncoding::Utf16Be}) {
    m_text->addItem(wordsOf(encoding), static_cast<int>(encoding));
  }
  for (const char delimiter : {',', ';', '\t', '|'}) {
    m_between->addItem(wordsOfDelimiter(delimiter), static_cast<int>(delimiter));
  }
  m_decimals->addItem(tr("point 1.5"), static_cast<int>(DecimalMark::Point));
  m_decimals->addItem(tr("comma 1,5"), static_cast<int>(DecimalMark::Comma));
  m_decimals->setPlaceholderText(tr("choose…"));
  for (const DateOrder order : {DateOrder::DayFirst, DateOrder::MonthFirst}) {
    m_dates->addItem(wordsOf(order), static_cast<int>(order));
  }
  m_dates->setPlaceholderText(tr("choose…"));
  connect(m_table, &QComboBox::activated, this, [this] {
    m_model->setTable(static_cast<Table>(m_table->currentData().toInt()));
    fillRows();
  });
  connect(m_text, &QComboBox::activated, this, [this] {
    m_choice.encoding = static_cast<TextEncoding>(m_text->currentData().toInt());
    survey();
  });
  connect(m_between, &QComboBox::activated, this, [this] {
    m_choice.delimiter = static_cast<char>(m_between->currentData().toInt());
    survey();
  });
  connect(m_sheet, &QComboBox::activated, this, [this] {
    m_choice.sheet = m_sheet->currentData().toString().toStdString();
    survey();
  });
  connect(m_decimals, &QComboBox::activated, this, [this] {
    m_model->setDecimal(static_cast<DecimalMark>(m_decimals->currentData().toInt()));
  });
  connect(m_dates, &QComboBox::activated, this,
          [this] { m_model->setOrder(static_cast<DateOrder>(m_dates->currentData().toInt())); });
  return area;
}

/// Whose file it is, words of every row, and the density of a volume.
QWidget* MappingDialog::makeExtras() {
  auto* area = new QWidget(this);
  auto* row = new QHBoxLayout(area);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(8));
  const auto addEdit = [&](QHBoxLayout* to, const QString& label, const char* name) {
    auto* words = new TextLabel(TextRole::Body, label, this);
    words->setColor(ColorRole::Muted);
    auto* edit = new QLineEdit(this);
    edit->setObjectName(QLatin1String(name));
    edit->setAccessibleName(label);
    words->setBuddy(edit);
    to->addWidget(words);
    to->addWidget(edit);
    return edit;
  };
  m_party = addEdit(row, tr("Whose records"), "mappingParty");
  m_party->setMaxLength(64);
  connect(m_party, &QLineEdit::editingFinished, this,
          [this] { m_model->setParty(m_party->text().trimmed().toStdString()); });
  m_constants = new QWidget(area);
  auto* constants = new QHBoxLayout(m_constants);
  constants->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_constants);
  m_density = new QWidget(area);
  auto* density = new QHBoxLayout(m_density);
  density->setContentsMargins(0, 0, 0, 0);
  m_densityValue = addEdit(density, tr("Density, kg/m³"), "mappingDensity");
  m_densitySource = addEdit(density, tr("From"), "mappingDensitySource");
  m_densitySource->setPlaceholderText(tr("who says so"));
  row->addWidget(m_density);
  row->addStretch();
  const auto takeDensity = [this] {
    const auto grams = parseFixed(m_densityValue->text().trimmed().toStdString(), 3);
    const std::string source = m_densitySource->text().trimmed().toStdString();
    const bool good = grams && *grams > 0 && *grams <= 30'000'000 && !source.empty();
    for (int i = 0; i < m_model->rowCount(); ++i) {
      const ColumnRule* rule = m_model->ruleAt(i);
      if (rule == nullptr || !rule->unit || !isVolume(*rule->unit)) continue;
      m_model->setDensity(i, good ? std::optional(Density{*grams, source}) : std::nullopt);
    }
  };
  connect(m_densityValue, &QLineEdit::editingFinished, this, takeDensity);
  connect(m_densitySource, &QLineEdit::editingFinished, this, takeDensity);
  return area;
}

QWidget* MappingDialog::makeProblems() {
  m_problems = new ProblemTable(m_files.save, this);
  m_problems->setInputs({pathOf(m_path)});
  m_problems->view()->setColumnHidden(ProblemModel::FileColumn, true);
  connect(m_problems, &ProblemTable::saveFailed, this, [this](const QString& why) {
    showNote({ErrorCode::Io, Message::data(why.toStdString())});
  });
  m_problems->hide();
  return m_problems;
}

QWidget* MappingDialog::makeFooter() {
  auto* area = new QWidget(this);
  auto* row = new QHBoxLayout(area);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(8));
  m_save = makeButton(tr("Save as template…"), Icon::Export, area);
  m_save->setObjectName(QStringLiteral("mappingSave"));
  QPushButton* load = makeButton(tr("Use a template…"), Icon::File, area);
  load->setObjectName(QStringLiteral("mappingLoad"));
  m_open = new TextLabel(TextRole::Body, area);
  m_open->setObjectName(QStringLiteral("mappingOpen"));
  m_open->setColor(ColorRole::Muted);
  m_open->setElided(true);
  m_open->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  QPushButton* cancel = makeButton(tr("Cancel"), Icon::Close, area);
  cancel->setObjectName(QStringLiteral("mappingCancel"));
  cancel->setToolTip(tr("Cancel (Esc)"));
  m_import = makePrimaryButton(tr("Import"), Icon::Import, area);
  m_import->setObjectName(QStringLiteral("mappingImport"));
  for (QPushButton* button : {m_save, load, cancel}) button->setAutoDefault(false);
  row->addWidget(m_save);
  row->addWidget(load);
  row->addWidget(m_open, 1);
  row->addWidget(cancel);
  row->addWidget(m_import);
  connect(m_save, &QPushButton::clicked, this, &MappingDialog::saveTemplate);
  connect(load, &QPushButton::clicked, this, &MappingDialog::loadTemplate);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_import, &QPushButton::clicked, this, &QDialog::accept);
  return area;
}

void MappingDialog::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(24), px(16), px(24), px(16));
  column->setSpacing(px(8));
  auto* title = new TextLabel(TextRole::PageTitle, tr("Which column is which?"), this);
  m_facts = new TextLabel(TextRole::Body, tr("Reading the file"), this);
  m_facts->setObjectName(QStringLiteral("mappingFacts"));
  m_facts->setColor(ColorRole::Muted);
  column->addWidget(title);
  column->addWidget(m_facts);
  column->addWidget(makeSettings());
  column->addWidget(makeExtras());
  auto* lines = new Card(this);
  lines->setGround(ColorRole::Sunken);
  m_preview = new TextLabel(TextRole::Mono, lines);
  m_preview->setObjectName(QStringLiteral("mappingPreview"));
  m_preview->setAccessibleName(tr("First lines of the file"));
  m_preview->setTextFormat(Qt::PlainText);
  m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  lines->body()->addWidget(m_preview);
  column->addWidget(lines);
  m_rows = new QTableView(this);
  m_rows->setObjectName(QStringLiteral("mappingRows"));
  m_rows->setAccessibleName(tr("Columns of the file"));
  m_rows->setModel(m_model);
  m_rows->setTabKeyNavigation(false);
  m_rows->setFocusPolicy(Qt::NoFocus);  // its fields take the focus one after the other
  m_rows->setSelectionMode(QAbstractItemView::NoSelection);
  m_rows->setShowGrid(false);
  m_rows->verticalHeader()->hide();
  m_rows->verticalHeader()->setDefaultSectionSize(px(36));
  m_rows->setMinimumHeight(px(36 * 3));
  column->addWidget(m_rows, 1);
  m_noteCard = new Card(this);
  m_noteCard->setGround(ColorRole::WarnTint);
  m_note = new SentenceLabel(TextRole::Body, m_noteCard);
  m_note->setObjectName(QStringLiteral("mappingNote"));
  m_noteCard->body()->addWidget(m_note);
  m_noteCard->hide();
  column->addWidget(m_noteCard);
  auto* policy = new QHBoxLayout;
  auto* words = new TextLabel(TextRole::Body, tr("Rows that cannot be read"), this);
  words->setColor(ColorRole::Muted);
  m_stop = new QRadioButton(tr("Stop and change nothing"), this);
  m_stop->setObjectName(QStringLiteral("mappingStop"));
  m_goOn = new QRadioButton(tr("List them and go on"), this);
  m_goOn->setObjectName(QStringLiteral("mappingGoOn"));
  m_stop->setChecked(true);
  policy->addWidget(words);
  policy->addSpacing(px(16));
  policy->addWidget(m_stop);
  policy->addSpacing(px(16));
  policy->addWidget(m_goOn);
  policy->addStretch();
  column->addLayout(policy);
  column->addWidget(makeProblems());
  column->addWidget(makeFooter());
  connect(m_goOn, &QRadioButton::toggled, this, &MappingDialog::showImport);
}

void MappingDialog::survey() {
  m_facts->setText(tr("Reading the file"));
  m_import->setEnabled(false);
  m_jobs->start<Result<TableSurvey>>(
      tr("Reading %1").arg(QFileInfo(m_path).fileName()),
      [file = pathOf(m_path), choice = m_choice](const Progress& progress) {
        return surveyFile(file, choice, progress);
      },
      [this](Result<TableSurvey> found) {
        if (!found) return showError(found.error());
        showSurvey(std::make_shared<const TableSurvey>(std::move(found).value()));
      });
}

void MappingDialog::showSurvey(std::shared_ptr<const TableSurvey> survey) {
  const std::string party =
      m_survey ? m_model->mapping().party : partyOfFile(QFileInfo(m_path).fileName().toStdString());
  m_survey = std::move(survey);
  Proposal proposal = propose(m_survey->profile, m_survey->shape, party);
  QStringList facts{tr("%1, %2, %3.")
                        .arg(tr("%Ln rows", nullptr, plural(m_survey->profile.rows)),
                             tr("%Ln columns", nullptr,
                                plural(static_cast<std::int64_t>(m_survey->headings.size()))),
                             sizeText(QFileInfo(m_path).size()))};
  facts << tr("Recognised: %1 of %2 columns.")
               .arg(formatCount(proposal.recognised),
                    formatCount(static_cast<std::int64_t>(m_survey->headings.size())));
  if (m_survey->notes.formulas > 0) {
    facts << tr("%Ln formulas: their last value is used.", nullptr,
                plural(m_survey->notes.formulas));
  }
  if (m_survey->notes.merged > 0) {
    facts << tr("%1 merged areas: the value is in the first cell only.")
                 .arg(formatCount(m_survey->notes.merged));
  }
  if (m_survey->notes.macros) facts << tr("Its macros are ignored.");
  facts << tr("The file itself is kept byte for byte.");
  m_facts->setText(facts.join(QLatin1Char(' ')));
  QStringList lines;
  for (const std::string& line : m_survey->preview) lines << qt(line);
  m_preview->setText(lines.join(QLatin1Char('\n')));
  m_model->setSurvey(m_survey, std::move(proposal.mapping), proposal.tableIsClear);
  fillSettings();
  fillRows();
}

void MappingDialog::showError(const Error& error) {
  m_facts->setText(tr("This file cannot be read as a table."));
  showNote(error);
  m_import->setEnabled(false);
}

void MappingDialog::showNote(const Error& error) {
  m_note->setSentence(visibleLine(words::errorText(error)));
  m_noteCard->show();
}

void MappingDialog::fillSettings() {
  const Mapping& mapping = m_model->mapping();
  choose(m_table, static_cast<int>(mapping.table));
  choose(m_text, static_cast<int>(mapping.encoding));
  choose(m_between, static_cast<int>(mapping.delimiter.value_or(',')));
  const QSignalBlocker quiet(m_sheet);
  m_sheet->clear();
  for (const std::string& name : m_survey->sheets)
    m_sheet->addItem(visibleLine(qt(name)), qt(name));
  m_sheet->setCurrentIndex(m_sheet->findData(qt(mapping.sheet)));
  const auto showPair = [this](QComboBox* combo, bool on) {
    combo->setVisible(on);
    const QList<TextLabel*> labels = findChildren<TextLabel*>();
    for (TextLabel* label : labels) {
      if (label->buddy() == combo) label->setVisible(on);
    }
  };
  showPair(m_text, m_survey->isText);
  showPair(m_between, m_survey->isText);
  showPair(m_sheet, m_survey->sheets.size() > 1);
  showPair(m_dates, m_model->asksForOrder());
  if (mapping.decimal) {
    choose(m_decimals, static_cast<int>(*mapping.decimal));
  } else {
    choose(m_decimals, QVariant());
  }
  m_party->setText(qt(mapping.party));
}

QWidget* MappingDialog::makeMeans(int row) {
  auto* combo = new QComboBox(m_rows);
  const QString heading = m_model->index(row, MappingModel::Heading).data().toString();
  combo->setObjectName(QStringLiteral("means%1").arg(row));
  combo->setAccessibleName(tr("What %1 means").arg(heading));
  const Table table = m_model->mapping().table;
  combo->addItem(tr("(not read)"), QString());
  for (const Field& field : tableInfo(table).fields) {
    combo->addItem(wordsOfField(table, field.name), qt(field.name));
  }
  if (table != Table::Claims) combo->addItem(wordsOfField(table, unitField), qt(unitField));
  choose(combo, qt(m_model->fieldOf(row)));
  connect(combo, &QComboBox::activated, this, [this, combo, row] {
    const std::string field = combo->currentData().toString().toStdString();
    // Another column may just have lost this field.
    QMetaObject::invokeMethod(
        this,
        [this, row, field] {
          m_model->setField(row, field);
          fillSettings();
          fillRows();
          if (QWidget* again = m_rows->findChild<QWidget*>(QStringLiteral("means%1").arg(row))) {
            again->setFocus(Qt::OtherFocusReason);
          }
        },
        Qt::QueuedConnection);
  });
  return combo;
}

QWidget* MappingDialog::makeExtra(int row) {
  const MappingModel::Extra extra = m_model->extraOf(row);
  if (extra == MappingModel::Extra::None) return nullptr;
  auto* combo = new QComboBox(m_rows);
  const QString heading = m_model->index(row, MappingModel::Heading).data().toString();
  combo->setObjectName(QStringLiteral("extra%1").arg(row));
  combo->setPlaceholderText(tr("choose…"));
  const ColumnRule* rule = m_model->ruleAt(row);
  if (extra == MappingModel::Extra::Unit) {
    combo->setAccessibleName(tr("Unit of %1").arg(heading));
    for (const Unit unit : {Unit::Kilogram, Unit::Tonne}) {
      combo->addItem(qt(toText(unit)), static_cast<int>(unit));
    }
    for (const Unit unit : allUnits()) {
      if (unit == Unit::Kilogram || unit == Unit::Tonne) continue;
      combo->addItem(qt(toText(unit)), static_cast<int>(unit));
    }
    choose(combo, rule->unit ? QVariant(static_cast<int>(*rule->unit)) : QVariant());
    connect(combo, &QComboBox::activated, this, [this, combo, row] {
      m_model->setUnit(row, static_cast<Unit>(combo->currentData().toInt()));
    });
    return combo;
  }
  combo->setAccessibleName(tr("Time zone of %1").arg(heading));
  combo->addItem(QStringLiteral("UTC"), QStringLiteral("UTC"));
  for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
    const QString name = QString::fromLatin1(id);
    if (name.contains(QLatin1Char('/'))) combo->addItem(name, name);
  }
  choose(combo, rule->zone.empty() ? QVariant() : QVariant(qt(rule->zone)));
  connect(combo, &QComboBox::activated, this, [this, combo, row] {
    m_model->setZone(row, combo->currentData().toString().toStdString());
  });
  return combo;
}

void MappingDialog::fillRows() {
  QWidget* before = m_party;
  for (int row = 0; row < m_model->rowCount(); ++row) {
    for (const int column : {MappingModel::Means, MappingModel::UnitOrZone}) {
      QWidget* made = column == MappingModel::Means ? makeMeans(row) : makeExtra(row);
      m_rows->setIndexWidget(m_model->index(row, column), made);
      if (made == nullptr) continue;
      QWidget::setTabOrder(before, made);
      before = made;
    }
  }
  QHeaderView* header = m_rows->horizontalHeader();
  const int widths[] = {170, 180, 210, 170};
  for (int column = 0; column < MappingModel::State; ++column) {
    header->resizeSection(column, px(widths[column]));
  }
  header->setStretchLastSection(true);
}

/// After every change: what is still open, and, where nothing is, what an import would say.
void MappingDialog::follow() {
  m_tried = false;
  showQuestions();
  showImport();
  if (!m_model->questions().empty()) return;
  m_jobs->start<Result<Trial>>(
      tr("Reading %1").arg(QFileInfo(m_path).fileName()),
      [file = pathOf(m_path), mapping = m_model->mapping()](const Progress& progress) {
        return tryOut(file, mapping, progress);
      },
      [this](const Result<Trial>& trial) { showTrial(trial); });
}

void MappingDialog::showQuestions() {
  const auto& questions = m_model->questions();
  m_noteCard->setVisible(!questions.empty());
  if (!questions.empty()) m_note->setSentence(longQuestion(questions.front(), m_model->mapping()));
  clearLayout(m_constants->layout());
  bool volumes = false;
  for (const ColumnRule& rule : m_model->mapping().columns) {
    volumes = volumes || (rule.unit && isVolume(*rule.unit) && rule.field != "volume_m3");
  }
  m_density->setVisible(volumes);
  const auto addConstant = [this](const std::string& field, const QString& text) {
    const QString label = wordsOfField(m_model->mapping().table, field);
    auto* words = new TextLabel(TextRole::Body, tr("%1 in every row").arg(label), m_constants);
    words->setColor(ColorRole::Muted);
    auto* edit = new QLineEdit(text, m_constants);
    edit->setObjectName(QStringLiteral("constant-%1").arg(qt(field)));
    edit->setAccessibleName(words->text());
    words->setBuddy(edit);
    m_constants->layout()->addWidget(words);
    m_constants->layout()->addWidget(edit);
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, field, text] {
      if (edit->text() == text) return;
      QMetaObject::invokeMethod(
          this,
          [this, field, now = edit->text().trimmed().toStdString()] {
            m_model->setConstant(field, now);
          },
          Qt::QueuedConnection);
    });
  };
  for (const auto& [field, text] : m_model->mapping().constants) addConstant(field, qt(text));
  for (const Question& each : questions) {
    if (each.kind == QuestionKind::Missing) addConstant(each.field, QString());
  }
}

void MappingDialog::showTrial(const Result<Trial>& trial) {
  if (!trial) {
    if (trial.error().code != ErrorCode::Cancelled) showError(trial.error());
    return;
  }
  m_trial = *trial;
  m_tried = true;
  std::vector<ListedProblem> problems;
  const QString file = QFileInfo(m_path).fileName();
  for (const QuarantinedRow& row : m_trial.problems) problems.push_back({file, row});
  m_problems->setProblems(std::move(problems));
  m_problems->setVisible(m_trial.bad > 0);
  showImport();
}

void MappingDialog::showImport() {
  const auto& questions = m_model->questions();
  if (!m_tried) m_problems->hide();
  const bool stops = m_tried && m_trial.bad > 0 && m_stop->isChecked();
  m_save->setEnabled(questions.empty());
  m_import->setEnabled(questions.empty() && m_tried && m_trial.good > 0 && !stops);
  const std::int64_t rows = m_tried ? m_trial.good : m_survey ? m_survey->profile.rows : 0;
  m_import->setText(tr("Import %Ln rows", nullptr, plural(rows)));
  if (!questions.empty()) {
    const QString first = questionName(questions.front(), m_model->mapping().table);
    m_open->setText(tr("%Ln questions open, first: %1", nullptr, static_cast<int>(questions.size()))
                        .arg(first));
  } else if (!m_tried) {
    m_open->setText(tr("Reading all rows"));
  } else if (m_trial.bad > 0) {
    m_open->setText(tr("%Ln rows cannot be read", nullptr, plural(m_trial.bad)));
  } else {
    m_open->setText(tr("Every row can be read"));
  }
}

void MappingDialog::saveTemplate() {
  const QString file = m_files.save(this, QStringLiteral("mapping.json"));
  if (file.isEmpty()) return;
  const std::filesystem::path inputs[] = {pathOf(m_path)};
  const auto saved = saveFile(pathOf(file), mappingFileText(m_model->mapping()), inputs);
  if (!saved) showNote(saved.error());
}

void MappingDialog::loadTemplate() {
  const QString file = m_files.load(this);
  if (file.isEmpty() || !m_survey) return;
  auto mapping = readMappingFile(pathOf(file));
  if (!mapping) return showError(mapping.error());
  use(*mapping);
}

/// Rules whose column this file has, found by its heading; the others are left out.
void MappingDialog::use(const Mapping& mapping) {
  Mapping here = mapping;
  here.columns.clear();
  for (ColumnRule rule : mapping.columns) {
    const auto& headings = m_survey->headings;
    const auto at = static_cast<std::size_t>(rule.column);
    const bool same = at >= 1 && at <= headings.size() && headings[at - 1] == rule.heading;
    if (!same) {
      const auto found = std::find(headings.begin(), headings.end(), rule.heading);
      if (found == headings.end()) continue;
      rule.column = found - headings.begin() + 1;
    }
    here.columns.push_back(std::move(rule));
  }
  here.delimiter = m_survey->shape.delimiter;
  here.encoding = m_survey->shape.encoding;
  here.sheet = m_survey->shape.sheet;
  here.headingRow = m_survey->shape.headingRow;
  m_model->setSurvey(m_survey, std::move(here), true);
  fillSettings();
  fillRows();
}

}  // namespace plumbline
