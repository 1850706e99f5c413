// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/problem_table.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include "model/store/safe_file.h"

#include "ui/theme/buttons.h"
#include "ui/theme/typography.h"
#include "ui/words/error_words.h"

namespace plumbline {

ProblemTable::ProblemTable(AskPath ask, QWidget* parent)
    : QWidget(parent), m_ask(std::move(ask)), m_model(new ProblemModel(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(4));
  m_view = new QTableView(this);
  m_view->setObjectName(QStringLiteral("problems"));
  m_view->setAccessibleName(tr("Rows that cannot be read"));
  m_view->setModel(m_model);
  m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_view->setTabKeyNavigation(false);
  m_view->setWordWrap(false);
  m_view->verticalHeader()->hide();
  m_view->verticalHeader()->setDefaultSectionSize(px(24));
  m_view->horizontalHeader()->setStretchLastSection(true);
  m_view->setFixedHeight(px(116));
  column->addWidget(m_view);
  auto* row = new QHBoxLayout;
  auto* copy = new LinkButton(tr("Copy these rows"), this);
  copy->setObjectName(QStringLiteral("problemsCopy"));
  auto* save = new LinkButton(tr("Save these rows…"), this);
  save->setObjectName(QStringLiteral("problemsSave"));
  row->addWidget(copy);
  row->addSpacing(px(16));
  row->addWidget(save);
  row->addStretch();
  column->addLayout(row);
  connect(copy, &LinkButton::clicked, this,
          [this] { QApplication::clipboard()->setText(QString::fromUtf8(m_model->asCsv())); });
  connect(save, &LinkButton::clicked, this, &ProblemTable::save);
}

void ProblemTable::setProblems(std::vector<ListedProblem> problems) {
  m_model->setProblems(std::move(problems));
}

void ProblemTable::save() {
  const QString file = m_ask(this, QStringLiteral("rows-not-read.csv"));
  if (file.isEmpty()) return;
  const QByteArray csv = m_model->asCsv();
  const auto saved = saveFile(file.toStdU16String(),
                              {csv.constData(), static_cast<std::size_t>(csv.size())}, m_inputs);
  if (!saved) Q_EMIT saveFailed(words::errorText(saved.error()));
}

}  // namespace plumbline
