// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/mapping_dialog.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>

#include "model/mapping/proposal.h"
#include "model/readers/mapped_reader.h"
#include "model/records/visible_text.h"
#include "model/store/safe_file.h"

#include "ui/dialogs/file_path.h"
#include "ui/dialogs/job_runner.h"
#include "ui/dialogs/mapping_columns.h"
#include "ui/dialogs/mapping_extras.h"
#include "ui/dialogs/mapping_settings.h"
#include "ui/dialogs/mapping_survey.h"
#include "ui/theme/components.h"
#include "ui/words/error_words.h"
#include "ui/words/format.h"
#include "ui/words/from_std.h"
#include "ui/words/mapping_words.h"

namespace plumbline {

MappingDialog::MappingDialog(const QString& path, MappingFiles files, QWidget* parent)
    : QDialog(parent),
      m_path(path),
      m_files(std::move(files)),
      m_model(new MappingModel(this)),
      m_jobs(new JobRunner(this)) {
  setObjectName(QStringLiteral("mappingDialog"));
  setWindowTitle(tr("Import %1").arg(visibleLine(QFileInfo(path).fileName())));
  build();
  listen();
  resize(px(960), px(660));
}

void MappingDialog::startWith(const Mapping& now) {
  m_settings->chooseShapeOf(now);
  m_now = now;
}

void MappingDialog::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  if (!m_survey) survey();
}

void MappingDialog::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(24), px(16), px(24), px(16));
  column->setSpacing(px(8));
  column->addWidget(new TextLabel(TextRole::PageTitle, tr("Which column is which?"), this));
  m_facts = new TextLabel(TextRole::Body, tr("Reading the file"), this);
  m_facts->setObjectName(QStringLiteral("mappingFacts"));
  m_facts->setColor(ColorRole::Muted);
  column->addWidget(m_facts);
  m_settings = new MappingSettings(m_model, this);
  column->addWidget(m_settings);
  m_extras = new MappingExtras(m_model, this);
  column->addWidget(m_extras);
  column->addWidget(makePreview());
  m_columns = new MappingColumns(m_model, this);
  column->addWidget(m_columns, 1);
  column->addWidget(makeNote());
  m_trial = new MappingTrialView(m_path, m_files.save, this);
  column->addWidget(m_trial);
  column->addWidget(makeFooter());
}

QWidget* MappingDialog::makePreview() {
  auto* lines = new Card(this);
  lines->setGround(ColorRole::Sunken);
  m_preview = new TextLabel(TextRole::Mono, lines);
  m_preview->setObjectName(QStringLiteral("mappingPreview"));
  m_preview->setAccessibleName(tr("First lines of the file"));
  m_preview->setTextFormat(Qt::PlainText);
  m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  lines->body()->addWidget(m_preview);
  return lines;
}

QWidget* MappingDialog::makeNote() {
  m_noteCard = new Card(this);
  m_noteCard->setGround(ColorRole::WarnTint);
  m_note = new SentenceLabel(TextRole::Body, m_noteCard);
  m_note->setObjectName(QStringLiteral("mappingNote"));
  m_noteCard->body()->addWidget(m_note);
  m_noteCard->hide();
  return m_noteCard;
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

void MappingDialog::listen() {
  connect(m_settings, &MappingSettings::shapeChosen, this, &MappingDialog::survey);
  connect(m_settings, &MappingSettings::tableChosen, this,
          [this] { m_columns->fill(m_extras->partyField()); });
  connect(m_columns, &MappingColumns::meaningChosen, this, &MappingDialog::fill);
  connect(m_trial, &MappingTrialView::policyChanged, this, &MappingDialog::showImport);
  connect(m_trial, &MappingTrialView::saveFailed, this, [this](const QString& why) {
    showNote({ErrorCode::Io, Message::data(why.toStdString())});
  });
  connect(m_model, &MappingModel::mappingChanged, this, &MappingDialog::follow);
}

void MappingDialog::survey() {
  m_facts->setText(tr("Reading the file"));
  m_import->setEnabled(false);
  m_jobs->start<Result<TableSurvey>>(
      tr("Reading %1").arg(QFileInfo(m_path).fileName()),
      [file = toPath(m_path), choice = m_settings->choice()](const Progress& progress) {
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
  m_facts->setText(surveyFacts(*m_survey, proposal.recognised, QFileInfo(m_path).size()));
  QStringList lines;
  for (const std::string& line : m_survey->preview) lines << fromStd(line);
  m_preview->setText(lines.join(QLatin1Char('\n')));
  if (m_now) {
    m_model->setSurvey(m_survey, fittedTo(*m_survey, *std::exchange(m_now, {})), true);
  } else {
    m_model->setSurvey(m_survey, std::move(proposal.mapping), proposal.tableIsClear);
  }
  fill();
}

void MappingDialog::fill() {
  m_settings->fill(*m_survey);
  m_extras->fillParty();
  m_columns->fill(m_extras->partyField());
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

/// After every change: what is still open, and, where nothing is, what an import would say.
void MappingDialog::follow() {
  m_trial->forget();
  showQuestions();
  showImport();
  if (!m_model->questions().empty()) return;
  m_jobs->start<Result<MappingTrial>>(
      tr("Reading %1").arg(QFileInfo(m_path).fileName()),
      [file = toPath(m_path), mapping = m_model->mapping()](const Progress& progress) {
        return tryOut(file, mapping, progress);
      },
      [this](const Result<MappingTrial>& trial) { showTrial(trial); });
}

void MappingDialog::showQuestions() {
  const auto& questions = m_model->questions();
  m_noteCard->setVisible(!questions.empty());
  if (!questions.empty()) m_note->setSentence(longQuestion(questions.front(), m_model->mapping()));
  m_extras->fillFields();
}

void MappingDialog::showTrial(const Result<MappingTrial>& trial) {
  if (!trial) {
    if (trial.error().code != ErrorCode::Cancelled) showError(trial.error());
    return;
  }
  m_trial->showTrial(*trial);
  showImport();
}

void MappingDialog::showImport() {
  const auto& questions = m_model->questions();
  const auto& trial = m_trial->trial();
  m_save->setEnabled(questions.empty());
  m_import->setEnabled(questions.empty() && m_trial->letsImport());
  const std::int64_t rows = trial ? trial->good : m_survey ? m_survey->profile.rows : 0;
  m_import->setText(m_forPublishing ? tr("Read %Ln rows so", nullptr, plural(rows))
                                    : tr("Import %Ln rows", nullptr, plural(rows)));
  if (!questions.empty()) {
    const QString first = questionName(questions.front(), m_model->mapping().table);
    m_open->setText(tr("%Ln questions open, first: %1", nullptr, static_cast<int>(questions.size()))
                        .arg(first));
  } else if (!trial) {
    m_open->setText(tr("Reading all rows"));
  } else if (trial->bad > 0) {
    m_open->setText(tr("%Ln rows cannot be read", nullptr, plural(trial->bad)));
  } else {
    m_open->setText(tr("Every row can be read"));
  }
}

void MappingDialog::saveTemplate() {
  const QString file = m_files.save(this, QStringLiteral("mapping.json"));
  if (file.isEmpty()) return;
  const std::filesystem::path inputs[] = {toPath(m_path)};
  const auto saved = saveFile(toPath(file), mappingFileText(m_model->mapping()), inputs);
  if (!saved) showNote(saved.error());
}

void MappingDialog::loadTemplate() {
  const QString file = m_files.load(this);
  if (file.isEmpty() || !m_survey) return;
  const auto mapping = readMappingFile(toPath(file));
  if (!mapping) return showError(mapping.error());
  m_model->setSurvey(m_survey, fittedTo(*m_survey, *mapping), true);
  fill();
}

}  // namespace plumbline
