// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar_model.h"

#include "ui/theme/plain_tip.h"
#include "ui/words/lists.h"

namespace plumbline {

SidebarModel::SidebarModel(QObject* parent) : QAbstractListModel(parent) {}

void SidebarModel::setRows(const QList<SidebarRow>& rows) {
  beginResetModel();
  m_rows = rows;
  endResetModel();
}

void SidebarModel::setBadge(int row, const PageBadge& badge) {
  if (row < 0 || row >= m_rows.size()) return;
  m_rows[row].badge = badge;
  Q_EMIT dataChanged(index(row), index(row));
}

int SidebarModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SidebarModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= m_rows.size()) return {};
  const SidebarRow& row = m_rows[index.row()];
  switch (role) {
    case Qt::DisplayRole:
      return row.title;
    case IconRole:
      return static_cast<int>(row.icon);
    case CountRole:
      return row.badge.count;
    case MarkRole:
      return static_cast<int>(row.badge.mark);
    case Qt::ToolTipRole:
      return plainTip(row.shortcut.isEmpty()
                          ? row.title
                          : QStringLiteral("%1 (%2)").arg(row.title, row.shortcut));
    case Qt::AccessibleTextRole: {
      QStringList parts{row.title, row.badge.count, wordOf(row.badge.mark)};
      parts.removeAll(QString());
      return words::listed(parts);
    }
    default:
      return {};
  }
}

}  // namespace plumbline
