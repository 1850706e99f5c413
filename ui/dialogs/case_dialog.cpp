// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/case_dialog.h"

#include <algorithm>

#include <QFileInfo>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/dialogs/dialog_buttons.h"
#include "ui/dialogs/file_path.h"
#include "ui/theme/buttons.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/words/case_words.h"
#include "ui/words/lists.h"
#include "ui/words/format.h"

namespace plumbline {

CaseDialog::CaseDialog(std::vector<PublicCase> cases, AskFiles ask, QWidget* parent)
    : QDialog(parent), m_cases(std::move(cases)), m_ask(std::move(ask)), m_list(new QListWidget(this)) {
  setObjectName(QStringLiteral("caseDialog"));
  setWindowTitle(tr("Try a public case"));
  setMinimumWidth(px(600));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(24), px(20), px(24), px(16));
  column->setSpacing(px(12));
  auto* about = new SentenceLabel(TextRole::Body, this);
  about->setSentence(
      tr("Files that somebody published, read as they are: how, is known here. You bring the files; "
         "nothing is fetched. They go into a new audit."));
  column->addWidget(about);
  m_list->setObjectName(QStringLiteral("caseList"));
  m_list->setAccessibleName(tr("Public cases"));
  for (const PublicCase& made : m_cases) m_list->addItem(words::caseWords(made.id).title);
  // No taller than the cases there are, and scrolled where they are many.
  constexpr int mostRows = 8;
  const int rows = std::min(mostRows, m_list->count());
  m_list->setFixedHeight(rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth() + px(4));
  column->addWidget(m_list);
  column->addWidget(makeDetails());
  m_try = makePrimaryButton(tr("Import into a new audit"), Icon::Import, this);
  m_try->setObjectName(QStringLiteral("caseTry"));
  connect(m_try, &QPushButton::clicked, this, [this] {
    Q_EMIT chosen(shown(), m_files);
    accept();
  });
  column->addLayout(makeDialogButtons(this, m_try));
  connect(m_list, &QListWidget::currentRowChanged, this, [this] {
    m_files.clear();
    m_strangers.clear();
    refresh();
  });
  m_list->setCurrentRow(0);
}

QWidget* CaseDialog::makeDetails() {
  auto* details = new QWidget(this);
  auto* column = new QVBoxLayout(details);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(8));
  for (SentenceLabel** label : {&m_about, &m_where, &m_state}) {
    *label = new SentenceLabel(TextRole::Body, details);
    column->addWidget(*label);
  }
  m_about->setObjectName(QStringLiteral("caseAbout"));
  m_where->setObjectName(QStringLiteral("caseWhere"));
  m_state->setObjectName(QStringLiteral("caseState"));
  auto* choose = makeButton(tr("Choose the files…"), Icon::File, details);
  choose->setObjectName(QStringLiteral("caseChoose"));
  connect(choose, &QPushButton::clicked, this, &CaseDialog::askFiles);
  column->addWidget(choose, 0, Qt::AlignLeft);
  return details;
}

const PublicCase& CaseDialog::shown() const {
  return m_cases[static_cast<std::size_t>(std::max(0, m_list->currentRow()))];
}

void CaseDialog::askFiles() {
  QStringList strangers;
  for (const QString& path : m_ask(this)) {
    if (shown().fileCalled(toPath(path)) == nullptr) {
      strangers << QFileInfo(path).fileName();
    } else if (!m_files.contains(path)) {
      m_files << path;
    }
  }
  m_strangers = words::listed(strangers);
  refresh();
}

void CaseDialog::refresh() {
  const words::CaseWords about = words::caseWords(shown().id);
  m_about->setSentence(about.about);
  m_where->setSentence(tr("Where: %1").arg(about.where));
  QStringList missing;
  for (const CaseFile& file : shown().files) {
    const bool here = std::any_of(m_files.begin(), m_files.end(), [&](const QString& path) {
      return shown().fileCalled(toPath(path)) == &file;
    });
    if (!here) missing << QString::fromStdString(file.name);
  }
  QStringList sentences;
  if (!m_strangers.isEmpty()) sentences << tr("None of this case: %1.").arg(m_strangers);
  if (missing.isEmpty()) {
    sentences << tr("All its files are chosen.");
  } else {
    sentences << tr("Not chosen yet: %1.").arg(words::listed(missing));
  }
  m_state->setSentence(sentences.join(u' '));
  m_try->setEnabled(!m_files.isEmpty());
  m_try->setToolTip(m_files.isEmpty() ? tr("Choose a file of the case first") : QString());
}

}  // namespace plumbline
