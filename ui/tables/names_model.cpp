// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/names_model.h"

#include "ui/theme/plain_tip.h"
#include "ui/words/alias_words.h"
#include "ui/words/format.h"

namespace plumbline {

void NamesModel::setRows(std::vector<NamesRow> rows) {
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
}

int NamesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int NamesModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : m_suggestions ? MovedColumn + 1 : StateColumn + 1;
}

const NamesRow* NamesModel::rowAt(int row) const {
  return row < 0 || row >= rowCount() ? nullptr : &m_rows[static_cast<std::size_t>(row)];
}

QVariant NamesModel::data(const QModelIndex& index, int role) const {
  const NamesRow* const row = rowAt(index.row());
  if (row == nullptr || index.column() >= columnCount()) return {};
  const NamePair& pair = row->names.pair;
  const QString sign = pair.same ? QStringLiteral("=") : QStringLiteral("\u2260");
  const QString names =
      QStringLiteral("%1 %2 %3").arg(words::text(pair.a), sign, words::text(pair.b));
  if (role == Qt::ToolTipRole) return plainTip(names);
  if (role == Qt::DecorationRole && index.column() == NamesColumn) return markIcon(row->mark);
  if (role == Qt::TextAlignmentRole && index.column() == MovedColumn) {
    return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
  }
  if (role == Qt::AccessibleTextRole && index.column() == NamesColumn) {
    return m_suggestions ? tr("Are “%1” and “%2” one?").arg(words::text(pair.a), words::text(pair.b))
                         : words::saidOf(pair);
  }
  if (role != Qt::DisplayRole) return {};
  switch (index.column()) {
    case NamesColumn:
      return names;
    case StateColumn:
      return row->state;
    default:
      return words::mass(row->names.moved);
  }
}

QVariant NamesModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= columnCount()) return {};
  switch (section) {
    case NamesColumn:
      return tr("Names");
    case StateColumn:
      return m_suggestions ? tr("Of a") : tr("State");
    default:
      return tr("Moves");
  }
}

}  // namespace plumbline
