// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/problem_model.h"

#include "model/records/csv_field.h"
#include "model/records/visible_text.h"

#include "ui/theme/plain_tip.h"
#include "ui/words/error_words.h"
#include "ui/words/quarantine_words.h"

namespace plumbline {

void ProblemModel::setProblems(std::vector<ListedProblem> problems) {
  beginResetModel();
  m_problems = std::move(problems);
  endResetModel();
}

int ProblemModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

int ProblemModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString ProblemModel::textOf(const ListedProblem& problem, int column) {
  const QuarantinedRow& row = problem.row;
  switch (column) {
    case FileColumn:
      return problem.file;
    case RowColumn:
      return QString::number(row.where.row);
    case PlaceColumn:
      return QString::fromStdString(row.where.column);
    case ValueColumn:
      return words::messageText(row.value.message());
    default:
      break;
  }
  const QString reason = words::quarantineReason(row.reason);
  if (row.expected.empty()) return reason;
  return tr("%1; expected: %2").arg(reason, words::messageText(row.expected));
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  if (role == Qt::TextAlignmentRole && index.column() == RowColumn) {
    return QVariant(Qt::AlignRight | Qt::AlignVCenter);
  }
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  const QString text = textOf(m_problems[static_cast<std::size_t>(index.row())], index.column());
  return role == Qt::ToolTipRole ? plainTip(text) : visibleLine(text);
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case FileColumn:
      return tr("File");
    case RowColumn:
      return tr("Row");
    case PlaceColumn:
      return tr("Column");
    case ValueColumn:
      return tr("Value");
    default:
      return tr("Why it cannot be read");
  }
}

QByteArray ProblemModel::asCsv() const {
  QStringList cells;
  for (int column = 0; column < ColumnCount; ++column) {
    cells << headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
  }
  QByteArray out = csvLineForPeople(cells);
  for (const ListedProblem& problem : m_problems) {
    cells.clear();
    for (int column = 0; column < ColumnCount; ++column) cells << textOf(problem, column);
    out += csvLineForPeople(cells);
  }
  return out;
}

}  // namespace plumbline
