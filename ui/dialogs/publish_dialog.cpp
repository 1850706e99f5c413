// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/publish_dialog.h"

#include <QDir>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include "model/decisions/key_file.h"
#include "model/members/folder_source.h"
#include "model/records/visible_text.h"
#include "model/store/safe_file.h"

#include "ui/dialogs/file_path.h"
#include "ui/dialogs/job_runner.h"
#include "ui/dialogs/mapping_dialog.h"
#include "ui/theme/buttons.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/theme/marks.h"
#include "ui/theme/plain_tip.h"
#include "ui/words/error_words.h"
#include "ui/words/publish_words.h"

namespace plumbline {

namespace {

constexpr int kTypingMilliseconds = 300;  // a path that is being typed is no folder yet

}  // namespace

PublishDialog::PublishDialog(QWidget* parent, PublishPaths paths, KeyVault vault)
    : QDialog(parent), m_vault(std::move(vault)), m_jobs(new JobRunner(this)) {
  setObjectName(QStringLiteral("publishDialog"));
  setWindowTitle(tr("Publish records"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(24), px(20), px(24), px(16));
  m_states = new QStackedWidget(this);
  m_states->setObjectName(QStringLiteral("publishStates"));
  m_form = new PublishForm(this, std::move(paths));
  m_states->addWidget(makeForm());
  m_states->addWidget(makeResult());
  column->addWidget(m_states);
  m_wait.setSingleShot(true);
  m_wait.setInterval(kTypingMilliseconds);
  connect(&m_wait, &QTimer::timeout, this, &PublishDialog::readTables);
  connect(m_form, &PublishForm::changed, this, &PublishDialog::refresh);
  connect(m_form, &PublishForm::tablesChosen, this, [this] {
    m_read = false;
    m_wait.start();
    refresh();
  });
  connect(m_jobs, &JobRunner::progressed, this, [this] {
    const JobState& state = m_jobs->state();
    m_progress->setMaximum(static_cast<int>(state.total));
    m_progress->setValue(static_cast<int>(state.done));
    if (m_publishing) m_open->setSentence(state.what);
  });
  resize(px(760), px(720));
  refresh();
  readTables();
}

QWidget* PublishDialog::makeForm() {
  auto* page = new QWidget(m_states);
  page->setObjectName(QStringLiteral("publishPage"));
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(12));
  column->addWidget(
      new TextLabel(TextRole::CardHeading, tr("What do you publish, and in whose name?"), page));
  column->addWidget(m_form);
  column->addWidget(makePreview(), 1);
  column->addWidget(makeFoot());
  return page;
}

QWidget* PublishDialog::makePreview() {
  auto* preview = new QWidget(m_states);
  preview->setObjectName(QStringLiteral("publishPreview"));
  auto* column = new QVBoxLayout(preview);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(4));
  m_found = new TextLabel(TextRole::BodyBold, preview);
  m_found->setObjectName(QStringLiteral("publishFound"));
  column->addWidget(m_found);
  m_tables = new QTableWidget(0, 3, preview);
  m_tables->setObjectName(QStringLiteral("publishFiles"));
  m_tables->setAccessibleName(tr("Tables found"));
  m_tables->setHorizontalHeaderLabels({tr("File"), tr("Rows"), tr("What was found")});
  m_tables->verticalHeader()->hide();
  m_tables->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
  m_tables->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
  m_tables->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  m_tables->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
  m_tables->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_tables->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_tables->setTabKeyNavigation(false);
  m_tables->setWordWrap(true);
  m_tables->setMinimumHeight(px(120));
  column->addWidget(m_tables, 1);
  m_map = makeButton(tr("Say what its columns mean…"), Icon::Rows, preview);
  m_map->setObjectName(QStringLiteral("publishMap"));
  m_map->setToolTip(
      tr("Reads the chosen table as an import would; what you say is kept in a file beside it"));
  m_map->setAutoDefault(false);
  connect(m_map, &QPushButton::clicked, this, &PublishDialog::mapTable);
  connect(m_tables, &QTableWidget::currentCellChanged, this, &PublishDialog::refresh);
  column->addWidget(m_map, 0, Qt::AlignLeading);
  return preview;
}

QWidget* PublishDialog::makeFoot() {
  auto* foot = new QWidget(m_states);
  foot->setObjectName(QStringLiteral("publishFoot"));
  auto* column = new QVBoxLayout(foot);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(8));
  m_progress = new QProgressBar(foot);
  m_progress->setObjectName(QStringLiteral("publishProgress"));
  m_progress->setAccessibleName(tr("Progress"));
  m_progress->setTextVisible(false);
  m_progress->hide();
  column->addWidget(m_progress);
  auto* row = new QHBoxLayout;
  row->setSpacing(px(8));
  m_open = new SentenceLabel(TextRole::Small, foot);
  m_open->setObjectName(QStringLiteral("publishOpen"));
  row->addWidget(m_open, 1);
  m_cancel = makeButton(tr("Cancel"), Icon::Close, foot);
  m_cancel->setObjectName(QStringLiteral("publishCancel"));
  m_cancel->setAutoDefault(false);
  connect(m_cancel, &QPushButton::clicked, this, &PublishDialog::reject);
  row->addWidget(m_cancel);
  m_publish = makePrimaryButton(tr("Publish"), Icon::Share, foot);
  m_publish->setObjectName(QStringLiteral("publishNow"));
  m_publish->setDefault(true);
  connect(m_publish, &QPushButton::clicked, this, &PublishDialog::publish);
  row->addWidget(m_publish);
  column->addLayout(row);
  return foot;
}

QWidget* PublishDialog::makeResult() {
  auto* page = new QWidget(m_states);
  page->setObjectName(QStringLiteral("publishResult"));
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(12));
  column->addWidget(new TextLabel(TextRole::CardHeading, tr("Published"), page));
  m_done = new SentenceLabel(TextRole::Panel, page);
  m_done->setObjectName(QStringLiteral("publishDone"));
  column->addWidget(m_done);
  column->addWidget(new TextLabel(TextRole::BodyBold, tr("What is next"), page));
  m_next = new SentenceLabel(TextRole::Body, page);
  m_next->setObjectName(QStringLiteral("publishNext"));
  column->addWidget(m_next);
  column->addStretch(1);
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  QPushButton* close = makePrimaryButton(tr("Close"), Icon::Check, page);
  close->setObjectName(QStringLiteral("publishClose"));
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  row->addWidget(close);
  column->addLayout(row);
  return page;
}

void PublishDialog::readTables() {
  m_wait.stop();
  m_tables->setRowCount(0);
  m_read = false;
  const QString folder = m_form->tables();
  if (folder.isEmpty()) {
    m_found->setText(tr("Tables appear here once their folder is chosen"));
    return;
  }
  m_found->setText(tr("Reading the tables"));
  m_jobs->start<Result<std::vector<TablePreview>>>(
      tr("Reading the tables"),
      [path = toPath(folder)](const Progress& progress) { return previewTables(path, progress); },
      [this](const Result<std::vector<TablePreview>>& tables) { showTables(tables); });
}

void PublishDialog::showTables(const Result<std::vector<TablePreview>>& tables) {
  m_rows = 0;
  m_problems = 0;
  if (!tables) {
    m_found->setText(words::problemText(tables.error()));
    return refresh();
  }
  m_read = true;
  m_tables->setRowCount(static_cast<int>(tables->size()));
  for (std::size_t i = 0; i < tables->size(); ++i) showRow(static_cast<int>(i), (*tables)[i]);
  m_tables->resizeRowsToContents();
  m_mappable.clear();
  for (const TablePreview& table : *tables) m_mappable << table.mappable;
  // The first that is in the way is at hand.
  for (int row = m_tables->rowCount() - 1; row >= 0; --row) {
    if ((*tables)[static_cast<std::size_t>(row)].problem) m_tables->setCurrentCell(row, 0);
  }
  m_found->setText(
      words::tablesFound(static_cast<std::int64_t>(tables->size()), m_rows, m_problems));
  refresh();
}

void PublishDialog::showRow(int row, const TablePreview& table) {
  const bool good = !table.problem;
  m_rows += table.rows;
  m_problems += good ? 0 : 1;
  auto* file = new QTableWidgetItem(markIcon(good ? Mark::Passed : Mark::Failed),
                                    visibleLine(QString::fromStdString(table.file)));
  auto* rows = new QTableWidgetItem(good ? formatCount(table.rows) : QStringLiteral("–"));
  file->setData(Qt::UserRole, QString::fromStdString(table.file));
  rows->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  QString found = tr("Every row can be read");
  if (table.notes.formulas > 0) {
    found += tr("; of %Ln formulas the last values are published", nullptr,
                plural(table.notes.formulas));
  }
  if (table.notes.macros) found += tr("; its macros are left out");
  if (!good) {
    Error problem = *table.problem;
    problem.where.file.clear();  // stands in the first column
    found = words::problemText(problem);
  }
  auto* what = new QTableWidgetItem(found);
  what->setToolTip(plainTip(found));
  m_tables->setItem(row, 0, file);
  m_tables->setItem(row, 1, rows);
  m_tables->setItem(row, 2, what);
}

/// What the columns of the chosen table mean lies beside it from then on, as for an import.
void PublishDialog::mapTable() {
  const QTableWidgetItem* file = m_tables->item(m_tables->currentRow(), 0);
  if (file == nullptr) return;
  const QString path = QDir(m_form->tables()).filePath(file->data(Qt::UserRole).toString());
  auto* dialog = new MappingDialog(path, MappingFiles::ofTheSystem(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->forPublishing();
  connect(dialog, &QDialog::accepted, this, [this, dialog, path] {
    const std::filesystem::path inputs[] = {toPath(path)};
    const auto saved = saveFile(toPath(path + QLatin1String(mappingSuffix.data())),
                                mappingFileText(dialog->mapping()), inputs);
    if (!saved) return say(words::problemText(saved.error()));
    readTables();
  });
  dialog->open();
}

void PublishDialog::refresh() {
  const int chosen = m_tables->currentRow();
  m_map->setEnabled(!m_publishing && chosen >= 0 && chosen < m_mappable.size() &&
                    m_mappable[chosen]);
  QStringList open = m_form->missing();
  if (m_read && m_problems > 0) open << tr("tables that can be read");
  if (m_read && m_rows == 0 && m_problems == 0) open << tr("a table with rows");
  m_open->setColor(ColorRole::Muted);
  m_open->setSentence(words::stillOpen(open));
  const bool ready = open.isEmpty() && m_read && !m_publishing;
  m_publish->setEnabled(ready);
  m_publish->setToolTip(
      ready ? QString() : plainTip(SentenceLabel::toPlain(m_open->sentence())));
  m_publish->setText(ready ? tr("Publish %Ln rows", nullptr, plural(m_rows)) : tr("Publish"));
  m_publish->setAccessibleName(m_publish->text());
}

void PublishDialog::publish() {
  QList<KeyToUnlock> keys{{m_form->keyFile(), tr("The party’s key")}};
  if (!m_form->logKeyFile().isEmpty())
    keys << KeyToUnlock{m_form->logKeyFile(), tr("The log’s key")};
  const auto passphrases = passphrasesFor(this, keys, m_vault);
  if (!passphrases) return;
  start(passphrases->front(), keys.size() > 1 ? passphrases->back() : QString());
}

void PublishDialog::start(const QString& passphrase, const QString& logPassphrase) {
  m_publishing = true;
  m_form->setEnabled(false);
  m_progress->setRange(0, 0);
  m_progress->show();
  m_cancel->setFocus();
  refresh();
  m_jobs->start<Result<Outcome>>(
      tr("Publishing"),
      [request = m_form->request(), key = toPath(m_form->keyFile()),
       secret = passphrase.toStdString(), logKey = toPath(m_form->logKeyFile()),
       logSecret = logPassphrase.toStdString()](const Progress& progress) {
        return work(request, key, secret, logKey, logSecret, progress);
      },
      [this](const Result<Outcome>& outcome) { finish(outcome); });
}

Result<PublishDialog::Outcome> PublishDialog::work(const PublishRequest& request,
                                                   const std::filesystem::path& keyFile,
                                                   const std::string& passphrase,
                                                   const std::filesystem::path& logKeyFile,
                                                   const std::string& logPassphrase,
                                                   const Progress& progress) {
  PLUMBLINE_TRY(key, readKeyFile(keyFile, passphrase, KeyJob::Party));
  std::optional<SigningKey> logKey;
  if (!logKeyFile.empty()) {
    // Before anything is written: a wrong passphrase should not leave an entry without checkpoint.
    PLUMBLINE_TRY(read, readKeyFile(logKeyFile, logPassphrase, KeyJob::Log));
    logKey = std::move(read);
  }
  PLUMBLINE_TRY(published, publishTables(request, key.key, progress));
  Outcome outcome{std::move(published), std::nullopt, {}};
  if (!logKey) return outcome;
  progress.report("Signing the checkpoint");
  auto log = LogDirectory::open(request.log);
  auto checkpoint = log ? log->sign(logKey->name, logKey->key) : Result<Checkpoint>(log.error());
  if (checkpoint) {
    outcome.checkpoint = std::move(checkpoint).value();
  } else {
    outcome.problem = words::errorText(checkpoint.error()).toStdString();
  }
  return outcome;
}

void PublishDialog::finish(const Result<Outcome>& outcome) {
  m_publishing = false;
  m_form->setEnabled(true);
  m_progress->hide();
  refresh();
  if (!outcome) {
    const Error& error = outcome.error();
    if (error.code == ErrorCode::Cancelled) return say(tr("Cancelled. Nothing was published."));
    if (error.code == ErrorCode::Inconsistent) m_form->askForReason();
    return say(words::problemText(error) + QLatin1Char(' ') + tr("Nothing was published."));
  }
  m_form->remember();
  m_done->setSentence(words::publishedSentence(outcome->published));
  m_next->setSentence(words::afterPublishing(m_form->request().log, outcome->checkpoint,
                                             visibleLine(QString::fromStdString(outcome->problem))));
  m_states->setCurrentIndex(1);
  findChild<QPushButton*>(QStringLiteral("publishClose"))->setFocus();
}

void PublishDialog::say(const QString& problem) {
  m_open->setColor(inkOf(Tone::Fail));
  m_open->setSentence(problem);
}

// Esc and Cancel stop what runs before they close the dialog.
void PublishDialog::reject() {
  if (m_publishing) return m_jobs->cancel();
  QDialog::reject();
}

}  // namespace plumbline
