// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/mapping_trial.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QTableView>

#include "ui/dialogs/file_path.h"
#include "ui/theme/components.h"

namespace plumbline {
namespace {

constexpr std::size_t mostProblems = 10'000;

}  // namespace

Result<MappingTrial> tryOut(const std::filesystem::path& file, const Mapping& mapping,
                            const Progress& progress) {
  MappingTrial trial;
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

MappingTrialView::MappingTrialView(const QString& path, ProblemTable::AskPath ask, QWidget* parent)
    : QWidget(parent), m_path(path) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(8));
  column->addWidget(makePolicy());
  m_problems = new ProblemTable(std::move(ask), this);
  m_problems->setInputs({toPath(m_path)});
  m_problems->view()->setColumnHidden(ProblemModel::FileColumn, true);
  connect(m_problems, &ProblemTable::saveFailed, this, &MappingTrialView::saveFailed);
  m_problems->hide();
  column->addWidget(m_problems);
}

QWidget* MappingTrialView::makePolicy() {
  auto* area = new QWidget(this);
  auto* row = new QHBoxLayout(area);
  row->setContentsMargins(0, 0, 0, 0);
  auto* words = new TextLabel(TextRole::Body, tr("Rows that cannot be read"), area);
  words->setColor(ColorRole::Muted);
  m_stop = new QRadioButton(tr("Stop and change nothing"), area);
  m_stop->setObjectName(QStringLiteral("mappingStop"));
  auto* goOn = new QRadioButton(tr("List them and go on"), area);
  goOn->setObjectName(QStringLiteral("mappingGoOn"));
  m_stop->setChecked(true);
  row->addWidget(words);
  row->addSpacing(px(16));
  row->addWidget(m_stop);
  row->addSpacing(px(16));
  row->addWidget(goOn);
  row->addStretch();
  connect(goOn, &QRadioButton::toggled, this, &MappingTrialView::policyChanged);
  return area;
}

void MappingTrialView::showTrial(MappingTrial trial) {
  m_trial = std::move(trial);
  std::vector<ListedProblem> problems;
  const QString file = QFileInfo(m_path).fileName();
  for (const QuarantinedRow& row : m_trial->problems) problems.push_back({file, row});
  m_problems->setProblems(std::move(problems));
  m_problems->setVisible(m_trial->bad > 0);
}

void MappingTrialView::forget() {
  m_trial.reset();
  m_problems->hide();
}

bool MappingTrialView::letsImport() const {
  return m_trial && m_trial->good > 0 && (m_trial->bad == 0 || !m_stop->isChecked());
}

}  // namespace plumbline
