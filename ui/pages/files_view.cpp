// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/files_view.h"

#include <algorithm>

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/tables/files_model.h"
#include "ui/tables/row_list.h"
#include "ui/theme/buttons.h"
#include "ui/theme/components.h"
#include "ui/theme/labels.h"
#include "ui/theme/typography.h"
#include "ui/words/file_words.h"
#include "ui/words/format.h"

namespace plumbline {

FilesView::FilesView(QWidget* parent)
    : QWidget(parent),
      m_model(new FilesModel(this)),
      m_sorted(new QSortFilterProxyModel(this)),
      m_view(new QTableView(this)),
      m_find(new QLineEdit(this)),
      m_said(new SentenceLabel(TextRole::Body, this)) {
  setObjectName(QStringLiteral("filesView"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(12));
  m_find->setObjectName(QStringLiteral("filesFind"));
  m_find->setPlaceholderText(tr("Find a file, party or format"));
  m_find->setAccessibleName(m_find->placeholderText());
  m_find->setClearButtonEnabled(true);
  column->addWidget(m_find);

  m_sorted->setSourceModel(m_model);
  m_sorted->setSortRole(FilesModel::SortRole);
  m_sorted->setFilterKeyColumn(-1);
  m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
  m_view->setTextElideMode(Qt::ElideMiddle);  // names of one log differ at their end
  m_view->setObjectName(QStringLiteral("filesTable"));
  m_view->setAccessibleName(tr("Files of this audit"));
  m_view->setModel(m_sorted);
  makeRowList(*m_view, px(26));
  m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_view->setSortingEnabled(true);
  m_view->sortByColumn(FilesModel::NameColumn, Qt::AscendingOrder);
  m_view->setColumnWidth(FilesModel::NameColumn, px(240));
  m_view->setColumnWidth(FilesModel::ReadAsColumn, px(190));
  m_view->setColumnWidth(FilesModel::PartyColumn, px(150));
  m_view->setColumnWidth(FilesModel::SignedColumn, px(110));
  for (int each = FilesModel::BytesColumn; each < FilesModel::BroughtColumn; ++each) {
    m_view->setColumnWidth(each, px(92));
  }
  m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
  column->addWidget(m_view, 1);
  m_said->setObjectName(QStringLiteral("filesSaid"));
  column->addWidget(m_said);

  auto* row = new QHBoxLayout;
  row->addWidget(addAction(m_takeBack, tr("Take back"), QKeySequence::Delete, "filesTakeBack"));
  row->addWidget(addAction(m_whole, tr("Choose its import"), {}, "filesWhole"));
  m_whole->setToolTip(tr("Chooses all files that came in one import with this one"));
  row->addWidget(addAction(m_whatIf, tr("What if…"), {}, "filesWhatIf"));
  m_whatIf->setToolTip(tr("Computes what would come out without the files chosen; nothing is changed"));
  row->addWidget(addAction(m_putBack, tr("Put back"), {}, "filesPutBack"));
  row->addWidget(addAction(m_readAgain, tr("Read again with a mapping…"), QKeySequence(tr("Ctrl+M")),
                           "filesReadAgain"));
  row->addWidget(addAction(m_save, tr("Save a copy…"), {}, "filesSave"));
  row->addStretch(1);
  row->addWidget(addAction(m_undo, tr("Undo"), QKeySequence::Undo, "filesUndo"));
  column->addLayout(row);

  connect(m_takeBack, &QAction::triggered, this, [this] {
    m_last = digests(false);
    choose();
    Q_EMIT takeBackRequested(m_last);
  });
  connect(m_whole, &QAction::triggered, this, [this] {
    keepSelection(m_files->ofOneImport(selected().front()->sha256));
  });
  connect(m_whatIf, &QAction::triggered, this, [this] { Q_EMIT whatIfRequested(digests(false)); });
  connect(m_putBack, &QAction::triggered, this, [this] { Q_EMIT putBackRequested(digests(true)); });
  connect(m_readAgain, &QAction::triggered, this,
          [this] { Q_EMIT readAgainRequested(*selected().front()); });
  connect(m_save, &QAction::triggered, this, [this] { Q_EMIT saveRequested(*selected().front()); });
  connect(m_undo, &QAction::triggered, this, &FilesView::undo);
  connect(m_find, &QLineEdit::textChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);
  connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          [this] { choose(); });
  choose();
}

/// A button, an entry of the table's menu and a key, which counts while the table has the keyboard.
QPushButton* FilesView::addAction(QAction*& action, const QString& text, const QKeySequence& keys,
                                  const char* name) {
  action = new QAction(text, this);
  action->setShortcut(keys);
  action->setShortcutContext(Qt::WidgetShortcut);
  m_view->addAction(action);
  auto* button = new QPushButton(text, this);
  button->setObjectName(QLatin1String(name));
  button->setAccessibleName(text);
  QAction* const made = action;
  connect(button, &QPushButton::clicked, made, &QAction::trigger);
  connect(made, &QAction::changed, button, [button, made] { button->setEnabled(made->isEnabled()); });
  return button;
}

void FilesView::setFiles(std::shared_ptr<const EvidenceFiles> files) {
  std::vector<Hash> before = digests(false);
  const std::vector<Hash> gone = digests(true);
  before.insert(before.end(), gone.begin(), gone.end());
  m_files = files;
  m_model->setFiles(std::move(files));
  keepSelection(before);
  choose();
}

void FilesView::choose(const QString& sha256) {
  if (m_files == nullptr) return;
  for (const EvidenceFile& file : m_files->files) {
    if (QString::fromStdString(file.sha256.hex()) != sha256) continue;
    m_find->clear();
    m_view->clearSelection();
    keepSelection({file.sha256});
    return m_view->scrollTo(m_view->currentIndex());
  }
}

void FilesView::keepSelection(const std::vector<Hash>& files) {
  for (int row = 0; row < m_sorted->rowCount(); ++row) {
    const QModelIndex index = m_sorted->index(row, 0);
    const EvidenceFile* const file = m_model->fileAt(m_sorted->mapToSource(index).row());
    if (std::find(files.begin(), files.end(), file->sha256) == files.end()) continue;
    m_view->selectionModel()->select(index,
                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
  }
}

std::vector<const EvidenceFile*> FilesView::selected() const {
  std::vector<const EvidenceFile*> files;
  const QModelIndexList rows = m_view->selectionModel()->selectedRows();
  for (const QModelIndex& row : rows) files.push_back(m_model->fileAt(m_sorted->mapToSource(row).row()));
  return files;
}

std::vector<Hash> FilesView::digests(bool takenBack) const {
  std::vector<Hash> out;
  for (const EvidenceFile* file : selected()) {
    if (file->takenBack == takenBack) out.push_back(file->sha256);
  }
  return out;
}

void FilesView::choose() {
  const auto files = selected();
  const auto isBack = [](const EvidenceFile* file) { return file->takenBack; };
  const bool back = std::any_of(files.begin(), files.end(), isBack);
  const bool here = !files.empty() && !std::all_of(files.begin(), files.end(), isBack);
  m_takeBack->setEnabled(here && !back);
  m_whatIf->setEnabled(here && !back);
  m_putBack->setEnabled(back && !here);
  const bool one = files.size() == 1 && !back;
  m_readAgain->setEnabled(one && files.front()->kind == evidence_kind::original);
  m_save->setEnabled(one);
  m_whole->setEnabled(one && files.front()->brought.has_value());
  m_undo->setEnabled(!m_last.empty());
  QStringList said;
  if (files.size() == 1) said << words::aboutFile(*files.front());
  if (here && !back) said << words::ifTakenBack(*m_files, files);
  m_said->setSentence(files.empty() ? tr("Choose a file to see what came of it.")
                                    : said.join(QLatin1Char(' ')));
}

void FilesView::undo() {
  const std::vector<Hash> files = std::exchange(m_last, {});
  choose();
  Q_EMIT putBackRequested(files);
}

}  // namespace plumbline
