// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/reference_model.h"

#include "ui/theme/plain_tip.h"
#include "ui/words/format.h"
#include "ui/words/reference_words.h"

namespace plumbline {

void ReferenceModel::setTables(ReferenceTables tables) {
  beginResetModel();
  m_tables = std::move(tables);
  endResetModel();
}

int ReferenceModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_tables.tables().size());
}

int ReferenceModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

const ReferenceTable* ReferenceModel::tableAt(int row) const {
  if (row < 0 || row >= rowCount()) return nullptr;
  return &m_tables.tables()[static_cast<std::size_t>(row)];
}

QVariant ReferenceModel::data(const QModelIndex& index, int role) const {
  const ReferenceTable* const table = tableAt(index.row());
  if (table == nullptr || index.column() >= ColumnCount) return {};
  if (role == Qt::TextAlignmentRole && index.column() == RowsColumn) {
    return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
  }
  if (role == Qt::ToolTipRole) {
    return plainTip(tr("%1\nSHA-256 %2")
                        .arg(words::text(table->source), words::text(table->sha256.hex())));
  }
  if (role != Qt::DisplayRole) return {};
  switch (index.column()) {
    case NameColumn:
      return words::referenceTitle(table->name);
    case VersionColumn:
      return words::text(table->version);
    case RowsColumn:
      return formatCount(static_cast<std::int64_t>(table->rows.size()));
    case OwnerColumn:
      return ReferenceTables::isBuiltIn(*table) ? tr("the program’s own") : tr("brought by somebody");
    default:
      return words::text(table->source);
  }
}

QVariant ReferenceModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case NameColumn:
      return tr("Table");
    case VersionColumn:
      return tr("Version");
    case RowsColumn:
      return tr("Rows");
    case OwnerColumn:
      return tr("Whose");
    case SourceColumn:
      return tr("Source");
    default:
      return {};
  }
}

}  // namespace plumbline
