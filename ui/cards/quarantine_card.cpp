// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cards/quarantine_card.h"

#include <algorithm>

#include <QFileDialog>
#include <QHeaderView>
#include <QTableView>

#include "ui/theme/labels.h"
#include "ui/words/format.h"
#include "ui/words/quarantine_words.h"

namespace plumbline {

namespace {

constexpr int mostLines = 8;

QString askUser(QWidget* parent, const QString& suggestion) {
  return QFileDialog::getSaveFileName(parent, QuarantineCard::tr("Save the rows"), suggestion,
                                      QuarantineCard::tr("CSV (*.csv)"));
}

}  // namespace

QuarantineCard::QuarantineCard(QWidget* parent)
    : Card(tr("Rows that could not be used"), parent), m_table(new ProblemTable(askUser, this)) {
  setObjectName(QStringLiteral("quarantineCard"));
  auto* advice = new SentenceLabel(TextRole::Body, this);
  advice->setSentence(
      tr("They are kept as they came and count nowhere. Whoever made the file can mend them."));
  body()->addWidget(advice);
  m_table->view()->setColumnWidth(ProblemModel::FileColumn, px(130));
  m_table->view()->setColumnWidth(ProblemModel::RowColumn, px(60));
  m_table->view()->setColumnWidth(ProblemModel::PlaceColumn, px(180));
  m_table->view()->setColumnWidth(ProblemModel::ValueColumn, px(220));
  connect(m_table, &ProblemTable::saveFailed, this,
          [this](const QString& why) { setNote(tr("The rows could not be saved: %1").arg(why)); });
  body()->addWidget(m_table);
}

void QuarantineCard::setQuarantine(const Quarantine& quarantine) {
  setVisible(!quarantine.counts.empty());
  QString note = words::quarantineSentence(quarantine.rows(), quarantine.files());
  if (quarantine.rows() > Quarantine::mostShown) {
    note +=
        QLatin1Char(' ') + tr("The first %1 are shown.").arg(formatCount(Quarantine::mostShown));
  }
  setNote(note);
  std::vector<ListedProblem> problems;
  for (const QuarantineEntry& entry : quarantine.first) {
    problems.push_back({shortDigest(entry.original, 3), entry.row});
  }
  // All of a few, or enough to see that there are more.
  const int lines = std::clamp(static_cast<int>(problems.size()), 1, mostLines);
  m_table->view()->setFixedHeight(px(32 + 24 * lines));
  m_table->setProblems(std::move(problems));
}

}  // namespace plumbline
