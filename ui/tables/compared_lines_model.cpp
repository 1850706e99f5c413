// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/compared_lines_model.h"

#include "ui/theme/plain_tip.h"
#include "ui/theme/typography.h"

namespace plumbline {

int ComparedLinesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ComparedLinesModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparedLinesModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const words::ComparedLine& line = m_lines[static_cast<std::size_t>(index.row())];
  const QString cells[] = {
      line.what, (line.same ? QStringLiteral("= %1") : QStringLiteral("≠ %1")).arg(line.word),
      line.ours, line.theirs};
  const QString& cell = cells[index.column()];
  if (role == Qt::DisplayRole) return cell;
  if (role == Qt::ToolTipRole) return plainTip(cell);
  // The sign is read out as a word anyway.
  if (role == Qt::AccessibleTextRole) return index.column() == WordColumn ? line.word : cell;
  if (role == Qt::FontRole && index.column() <= WordColumn && !line.same) return font(TextRole::BodyBold);
  return {};
}

QVariant ComparedLinesModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case WhatColumn:
      return tr("Compared");
    case WordColumn:
      return tr("Is it the same?");
    case OursColumn:
      return tr("Yours");
    case TheirsColumn:
      return tr("Theirs");
    default:
      return {};
  }
}

}  // namespace plumbline
