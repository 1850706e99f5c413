// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include "ui/pages/page_registry.h"

namespace plumbline {

/// One row of the sidebar.
struct SidebarRow {
  Icon icon;
  QString title;
  PageBadge badge;
  QString shortcut;  // for the tooltip
};

class SidebarModel : public QAbstractListModel {
  Q_OBJECT
 public:
  enum DataRole { IconRole = Qt::UserRole, CountRole, MarkRole };

  explicit SidebarModel(QObject* parent = nullptr);
  void setRows(const QList<SidebarRow>& rows);
  void setBadge(int row, const PageBadge& badge);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  QList<SidebarRow> m_rows;
};

}  // namespace plumbline
