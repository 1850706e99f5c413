// SPDX-FileCopyrightText: Plumbline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QStyledItemDelegate>

#include "ui/shell/sidebar_model.h"

namespace plumbline {

class TextLabel;

/// Icon, name, count and mark of a page; icon and mark alone where the sidebar is narrow.
class SidebarDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void setNarrow(bool narrow) { m_narrow = narrow; }
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override;

 private:
  void paintWide(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                 bool current) const;
  bool m_narrow = false;
};

/// What the audit is, the pages, and at the bottom Settings and Help.
class Sidebar : public QWidget {
  Q_OBJECT
 public:
  explicit Sidebar(QWidget* parent = nullptr);

  [[nodiscard]] SidebarModel* model() const { return m_model; }
  void setCurrentPage(PageId page);
  void setNoCurrentPage();
  void showAudit(const OpenAudit& audit, const QString& period);
  void setNarrow(bool narrow);

 Q_SIGNALS:
  void pageChosen(plumbline::PageId page);
  void settingsChosen();
  void helpChosen();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] QListView* makeList(const QString& name, const QString& accessibleName,
                                    SidebarModel* model);

  SidebarModel* m_model;
  SidebarModel* m_bottomModel;
  SidebarDelegate* m_delegate;
  QListView* m_list = nullptr;
  QListView* m_bottom = nullptr;
  QWidget* m_head = nullptr;
  QWidget* m_line = nullptr;
  TextLabel* m_title = nullptr;
  TextLabel* m_period = nullptr;
};

}  // namespace plumbline
